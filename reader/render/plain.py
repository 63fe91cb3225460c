"""An article as plain text: for pipes, for pagers, and for people whose screen is read to them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.domain.article import SEPARATOR, Article, Block, BlockKind
from reader.render.head import last_of_head
from reader.render.marks import Mark
from reader.render.words import BETWEEN, facts
from reader.text.screen import clean

_LEADS = {BlockKind.CAPTION: "Caption: ", BlockKind.CREDIT: "Credit: ", BlockKind.QUOTE: "> "}
_CLOSE = {
    (BlockKind.LIST_ITEM, BlockKind.LIST_ITEM),
    (BlockKind.CAPTION, BlockKind.CREDIT),
    (BlockKind.TAIL, BlockKind.TAIL),
}


def plain(article: Article, marks: Sequence[Mark] = ()) -> str:
    """The article from top to bottom, one block after the other; ends with a line feed, or is empty.

    List items carry their bullet or number, quotes a ">", captions and credits say what they are; behind the head come
    day, source and length. With `marks`, in the order of the text, each is written out: "[person] John Kirby".
    """
    return clean("".join(_pieces(article, marks))).rstrip("\n") + "\n" if article.blocks else ""


def _pieces(article: Article, marks: Sequence[Mark]) -> Iterator[str]:
    head = last_of_head(article)
    told = BETWEEN.join(facts(article))
    if head < 0:
        yield told + SEPARATOR
    before: Block | None = None
    for number, block in enumerate(article.blocks):
        if before is not None:
            yield "\n" if (before.kind, block.kind) in _CLOSE else SEPARATOR
        yield _lead(block) + _with_words(article.text, block, marks)
        if number == head:
            yield SEPARATOR + told
        before = block


def _lead(block: Block) -> str:
    if block.kind is BlockKind.LIST_ITEM:
        return "• " if block.ordinal is None else f"{block.ordinal}. "
    return _LEADS.get(block.kind, "")


def _with_words(text: str, block: Block, marks: Sequence[Mark]) -> str:
    """The text of a block with the kind of each mark before it."""
    at, pieces = block.span.start, []
    first = bisect_left(marks, at, key=lambda mark: mark.span.start)
    for mark in marks[first:]:
        if mark.span.start >= block.span.end:
            break
        pieces.append(f"{text[at : mark.span.start]}[{mark.kind}] ")
        at = mark.span.start
    return "".join(pieces) + text[at : block.span.end]
