"""An article: one text, typed blocks that cover it, and what its furniture says."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reader.domain.span import Span
from reader.domain.titles import shortened

SEPARATOR = "\n\n"
"""What stands between two blocks of `Article.text`."""

_CREDIT_MARK = (
    r"^(?:(?:©|\(c\)|(?:photo|image|picture)?\s*credit\s*:|"
    r"(?:photo|photograph|photographer|picture|image|illustration|graphic)s?\s*(?::|©|by\b))\s*)+"
)
"""Compiled by `re` when it is first needed, whatever the case."""


class BlockKind(StrEnum):
    """What a block is in the newspaper's own terms; the values are what the command line prints."""

    KICKER = "kicker"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    CAPTION = "caption"
    CREDIT = "credit"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list item"
    CODE = "code"
    TABLE = "table"
    CORRECTION = "correction"
    TAIL = "tail"


BODY_KINDS = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTE,
        BlockKind.LIST_ITEM,
        BlockKind.CODE,
        BlockKind.TABLE,
    }
)
"""The kinds that make up the body, as against its furniture."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article.

    `level` is the depth of a heading (2 and deeper; the headline alone is 1) and 0 for every other kind.
    `ordinal` is the number printed before an item of a numbered list.
    The text of a block holds no line break, but for code and tables.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of the text that leads somewhere; `url` holds no space and no control character."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands under a picture; either half may be empty."""

    text: str
    credit: str


@dataclass(frozen=True, slots=True)
class Article:
    """What author and editor wrote, in reading order.

    `text` is NFC, without control characters other than the line feed and without space at line ends.
    It is exactly the texts of `blocks` in order, joined by `SEPARATOR`; no block is empty.
    Headline, captions and paragraphs are read off the blocks and never kept a second time.
    `dateline` is the place only; `published_text` the date as printed; `language` an ISO 639-1 code or "und".
    Fields that were not found are empty or None.
    """

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    dateline: str = ""
    published: date | None = None
    published_text: str = ""
    source: str = ""
    url: str = ""
    language: str = "en"

    @property
    def headline(self) -> str:
        """The headline, or nothing."""
        return self.first(BlockKind.HEADLINE)

    @property
    def title(self) -> str:
        """The headline, else the beginning of the first block, cut at a word."""
        return self.headline or (shortened(self.text_of(self.blocks[0])) if self.blocks else "")

    @property
    def kicker(self) -> str:
        """The line over the headline, or nothing."""
        return self.first(BlockKind.KICKER)

    @property
    def standfirst(self) -> str:
        """The summary under the headline, or nothing."""
        return self.first(BlockKind.STANDFIRST)

    @property
    def copyright(self) -> str:
        """The line of the tail that claims the copyright, or nothing."""
        lines = (self.text_of(block) for block in self.blocks if block.kind is BlockKind.TAIL)
        return next((line for line in lines if is_copyright(line)), "")

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The body: one entry per paragraph, subheading, list item and quoted paragraph, without markers."""
        return tuple(self.text_of(block) for block in self.blocks if block.kind in BODY_KINDS)

    @property
    def captions(self) -> tuple[Caption, ...]:
        """Each caption with the credit that follows it."""
        found: list[Caption] = []
        open_caption = False
        for block in self.blocks:
            if block.kind is BlockKind.CAPTION:
                found.append(Caption(self.text_of(block), ""))
            elif block.kind is BlockKind.CREDIT:
                credit = bare_credit(self.text_of(block))
                if open_caption:
                    found[-1] = Caption(found[-1].text, credit)
                else:
                    found.append(Caption("", credit))
            open_caption = block.kind is BlockKind.CAPTION
        return tuple(found)

    @property
    def words(self) -> int:
        """How many words, counted by white space."""
        return len(self.text.split())

    def text_of(self, block: Block) -> str:
        """The words of one block."""
        return block.span.of(self.text)

    def first(self, kind: BlockKind) -> str:
        """The text of the first block of this kind, or nothing."""
        return next((self.text_of(block) for block in self.blocks if block.kind is kind), "")


def bare_credit(text: str) -> str:
    """A credit without the sign or word that marks it ("© AP", "Photo: AP" and "(AP)" are all "AP")."""
    bare = text.strip()
    if bare[:1] + bare[-1:] in {"()", "[]"}:
        bare = bare[1:-1].strip()
    return re.sub(_CREDIT_MARK, "", bare, flags=re.IGNORECASE).strip() or text


def is_copyright(line: str) -> bool:
    """Whether a line of the tail claims a copyright."""
    lowered = line.casefold()
    return lowered.startswith(("copyright", "©", "(c)")) or "all rights reserved" in lowered
