"""CommonMark read into the pieces an article is made of, whoever wrote it (see own_markdown for what we wrote)."""

import functools
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.domain.article import BlockKind, Link
from reader.domain.span import Span
from reader.markup.pieces import TABLE_INFO, Piece


class _Faithful(MarkdownIt):
    """CommonMark in which addresses stay as they are written and nothing is taken away: no HTML, no definitions."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False})
        self.disable(["reference", "html_block", "html_inline"])

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the name is markdown-it's
        """The address as it is."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the name is markdown-it's
        """The address as it is."""
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the name is markdown-it's
        """Every address may be kept; which may be opened is decided where one is."""
        return True


@functools.cache
def _parser() -> MarkdownIt:
    return _Faithful()


def pieces(body: str) -> list[Piece]:
    """The blocks of a CommonMark text in order, without those that hold no text."""
    return [piece for piece in _all_pieces(_parser().parse(body)) if piece.text]


def _all_pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    containers: list[Token] = []
    for token in tokens:
        if token.type == "inline":
            yield _inline(token, containers)
        elif token.type in {"fence", "code_block"}:
            table = token.info.strip() == TABLE_INFO
            yield Piece(BlockKind.TABLE if table else BlockKind.CODE, token.content.removesuffix("\n"))
        elif token.nesting > 0:
            containers.append(token)
        elif token.nesting < 0:
            containers.pop()


def _inline(token: Token, containers: Sequence[Token]) -> Piece:
    text, links = _text_and_links(token.children or ())
    nearest = containers[-1]
    if nearest.type == "heading_open":
        level = int(nearest.tag[1:])
        return Piece(BlockKind.HEADLINE if level == 1 else BlockKind.HEADING, text, links, level)
    around = next((each for each in reversed(containers) if each.type in {"list_item_open", "blockquote_open"}), None)
    if around is None:
        return Piece(BlockKind.PARAGRAPH, text, links)
    if around.type == "blockquote_open":
        return Piece(BlockKind.QUOTE, text, links)
    return Piece(BlockKind.LIST_ITEM, text, links, ordinal=int(around.info) if around.info else None)


def _text_and_links(tokens: Sequence[Token]) -> tuple[str, tuple[Link, ...]]:
    parts: list[str] = []
    links: list[Link] = []
    length = 0
    opened = (0, "")
    for token in tokens:
        if token.type == "link_open":
            opened = (length, str(token.attrs.get("href", "")))
        elif token.type == "link_close":
            links.append(Link(Span(opened[0], length), opened[1]))
        else:
            parts.append(" " if token.type in {"softbreak", "hardbreak"} else token.content)
            length += len(parts[-1])
    return "".join(parts), tuple(link for link in links if len(link.span))
