"""The layout of an article file: a word for each block, which adds what its Markdown cannot tell.

    kicker headline standfirst caption credit byline paragraph*13 tail*2

"paragraph*13" are thirteen in a row. "heading:7" is a level and "list-item:-1" an ordinal that Markdown has no room
for. "link=12-40=https://…" is a link over text (code points of the article) in which Markdown allows none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.domain.article import Block, BlockKind, Link
from reader.domain.span import Span

SHAPES = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.HEADING,
        BlockKind.QUOTE,
        BlockKind.LIST_ITEM,
        BlockKind.CODE,
        BlockKind.TABLE,
    }
)
"""The kinds that Markdown has a shape for; every other is written as a paragraph."""

_BLOCK = re.compile(r"(?P<kind>[a-z-]+)(?::(?P<number>-?\d{1,4000}))?(?:\*(?P<times>[1-9]\d{0,7}))?", re.ASCII)
_LINK = re.compile(r"link=(?P<start>\d{1,12})-(?P<end>\d{1,12})=(?P<url>.*)", re.ASCII | re.DOTALL)
_LARGEST_ORDINAL = 999_999_999
_MOST_BLOCKS = 1_000_000


class Slot(NamedTuple):
    """What the layout says of one block; `number` is its level or ordinal where Markdown cannot tell."""

    kind: BlockKind
    number: int | None = None

    @property
    def shape(self) -> BlockKind:
        """The kind that Markdown shows for it."""
        return shape_of(self.kind)


def shape_of(kind: BlockKind) -> BlockKind:
    """The kind as which Markdown shows a block of this kind."""
    return kind if kind in SHAPES else BlockKind.PARAGRAPH


def shown_level(block: Block) -> int:
    """How many hashes a heading gets."""
    return 1 if block.kind is BlockKind.HEADLINE else min(max(block.level, 2), 6)


def shown_ordinal(block: Block) -> int | None:
    """The number that a list item gets, or None for a bullet."""
    return block.ordinal if block.ordinal is not None and 0 <= block.ordinal <= _LARGEST_ORDINAL else None


def write(blocks: Iterable[Block], links: Iterable[Link]) -> str:
    """The layout of these blocks, and of the links that the body cannot hold."""
    words = [f"{word}*{times}" if times > 1 else word for word, times in _runs(map(_word, blocks))]
    words += [f"link={link.span.start}-{link.span.end}={link.url}" for link in links]
    return " ".join(words)


def read(layout: str) -> tuple[list[Slot], list[Link]] | None:
    """The blocks and links of a layout, or None when it is none."""
    slots: list[Slot] = []
    links: list[Link] = []
    for word in layout.split(" ") if layout else ():
        if link := _LINK.fullmatch(word):
            span = sorted((int(link["start"]), int(link["end"])))
            links.append(Link(Span(*span), link["url"]))
        elif (run := _slots(word)) is not None and len(slots) + len(run) <= _MOST_BLOCKS:
            slots += run
        else:
            return None
    return slots, links


def _runs(words: Iterable[str]) -> Iterator[tuple[str, int]]:
    return ((word, len(list(run))) for word, run in groupby(words))


def _word(block: Block) -> str:
    number = _number(block)
    return block.kind.replace(" ", "-") + ("" if number is None else f":{number}")


def _number(block: Block) -> int | None:
    if block.kind is BlockKind.LIST_ITEM:
        return None if shown_ordinal(block) == block.ordinal else block.ordinal
    if block.kind is BlockKind.HEADING:
        return None if shown_level(block) == block.level else block.level
    return block.level or None


def _slots(word: str) -> Sequence[Slot] | None:
    found = _BLOCK.fullmatch(word)
    kind = found["kind"].replace("-", " ") if found else ""
    if found is None or kind not in set(BlockKind):
        return None
    slot = Slot(BlockKind(kind), None if found["number"] is None else int(found["number"]))
    return [slot] * min(int(found["times"] or 1), _MOST_BLOCKS + 1)
