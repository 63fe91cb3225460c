"""The body of an article file: every block as CommonMark, readable by any program, and read back exactly.

Words, links and what Markdown has a shape for (headline, headings, quotes, list items, code) are read from the body;
the layout, one line of the front matter, says the rest (see layout).
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from reader.domain.article import SEPARATOR, Article, Block, BlockKind, Link
from reader.domain.span import Span
from reader.markup import layout as layouts
from reader.markup import own_markdown
from reader.markup.markdown import destination, escape, fence
from reader.markup.pieces import TABLE_INFO, Piece

Content: TypeAlias = tuple[str, tuple[Block, ...], tuple[Link, ...]]
"""The text, blocks and links of an article."""

_LIST_SIGNS = frozenset({"- ", ". ", ") "})
_WITHOUT_LINKS = frozenset({BlockKind.CODE, BlockKind.TABLE})


def write_body(article: Article) -> str:
    """The blocks of `article` as CommonMark that ends in a line feed; empty for an article without blocks."""
    links, _ = _sorted_links(article)
    written: list[str] = []
    marker = ""
    for block, inside in zip(article.blocks, links, strict=True):
        before, marker = marker, _marker(block, marker)
        if written:
            written.append("\n" if marker[-2:] in _LIST_SIGNS and before[-2:] == marker[-2:] else "\n\n")
        written.append(marker + _block(article.text, block, inside))
    return "".join([*written, "\n"]) if written else ""


def layout_of(article: Article) -> str:
    """The layout that goes with the body of `article`."""
    return layouts.write(article.blocks, _sorted_links(article)[1])


def read_body(body: str, layout: str = "") -> Content:
    """The text, blocks and links that `body` holds.

    Where the layout does not fit, because somebody edited the body, the kinds are those that Markdown shows; no text is
    lost.
    """
    found = _pieces(body)
    slots, elsewhere = layouts.read(layout) or ([], [])
    if [slot.shape for slot in slots] != [piece.shape for piece in found]:
        slots, elsewhere = [layouts.Slot(piece.shape) for piece in found], []
    return _joined(found, slots, elsewhere)


def _pieces(body: str) -> list[Piece]:
    own = own_markdown.pieces(body)
    if own is not None:
        return own
    from reader.markup import parsing  # noqa: PLC0415 - only for bodies that others wrote or touched

    return parsing.pieces(body)


def _joined(found: Sequence[Piece], slots: Sequence[layouts.Slot], elsewhere: Sequence[Link]) -> Content:
    blocks: list[Block] = []
    links: list[Link] = []
    start = 0
    for piece, slot in zip(found, slots, strict=True):
        blocks.append(_placed(piece, slot, Span(start, start + len(piece.text))))
        links += [Link(link.span.shifted(start), link.url) for link in piece.links]
        start += len(piece.text) + len(SEPARATOR)
    text = SEPARATOR.join(piece.text for piece in found)
    links += [link for link in elsewhere if link.span.end <= len(text)]
    return text, tuple(blocks), tuple(sorted(links, key=_place))


def _place(link: Link) -> tuple[int, int]:
    return link.span.start, link.span.end


def _placed(piece: Piece, slot: layouts.Slot, span: Span) -> Block:
    if slot.kind is BlockKind.LIST_ITEM:
        return Block(slot.kind, span, ordinal=piece.ordinal if slot.number is None else slot.number)
    shown = piece.level if slot.kind is BlockKind.HEADING else 0
    return Block(slot.kind, span, level=shown if slot.number is None else slot.number)


def _marker(block: Block, before: str) -> str:
    """What stands before the first line; a number that does not follow the one before begins a list of its own."""
    if block.kind in {BlockKind.HEADLINE, BlockKind.HEADING}:
        return "#" * layouts.shown_level(block) + " "
    if block.kind is BlockKind.QUOTE:
        return "> "
    if block.kind is not BlockKind.LIST_ITEM:
        return ""
    ordinal = layouts.shown_ordinal(block)
    if ordinal is None:
        return "- "
    follows = before in {f"{ordinal - 1}. ", f"{ordinal - 1}) "}
    sign = before[-2] if follows else ")" if before.endswith(". ") else "."
    return f"{ordinal}{sign} "


def _block(text: str, block: Block, links: Sequence[Link]) -> str:
    if block.kind in _WITHOUT_LINKS:
        return fence(block.span.of(text), TABLE_INFO if block.kind is BlockKind.TABLE else "")
    return "".join(_inline(text, block.span, links))


def _inline(text: str, span: Span, links: Sequence[Link]) -> Iterator[str]:
    at = span.start
    for link in links:
        before = escape(text[at : link.span.start], opens=at == span.start, closes=False)
        yield before[:-1] + "\\!" if before.endswith("!") else before  # "![" would begin a picture
        yield f"[{escape(link.span.of(text), opens=False, closes=False)}]({destination(link.url)})"
        at = link.span.end
    yield escape(text[at : span.end], opens=at == span.start)


def _sorted_links(article: Article) -> tuple[list[list[Link]], list[Link]]:
    """The links of each block, and those that Markdown cannot hold: over code, several blocks, or each other."""
    inside: list[list[Link]] = [[] for _ in article.blocks]
    elsewhere: list[Link] = []
    number = 0
    free = 0
    for link in article.links:
        while number < len(article.blocks) and article.blocks[number].span.end < link.span.end:
            number += 1
        fits = number < len(article.blocks) and article.blocks[number].span.contains(link.span)
        if fits and len(link.span) and link.span.start >= free and article.blocks[number].kind not in _WITHOUT_LINKS:
            inside[number].append(link)
            free = link.span.end
        else:
            elsewhere.append(link)
    return inside, elsewhere
