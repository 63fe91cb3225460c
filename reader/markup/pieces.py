"""The pieces that an article is made of as Markdown shows them, whichever reader found them."""

from typing import NamedTuple

from reader.domain.article import BlockKind, Link

TABLE_INFO = "table"
"""The info string of the fence that holds a table."""


class Piece(NamedTuple):
    """A block as Markdown shows it; the spans of its links count from the beginning of `text`.

    `shape` is one of headline, heading, quote, list item, code, table and paragraph; `level` that of a heading.
    """

    shape: BlockKind
    text: str
    links: tuple[Link, ...] = ()
    level: int = 0
    ordinal: int | None = None
