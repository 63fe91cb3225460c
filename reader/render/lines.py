"""What an article is on a screen: lines of runs, each of which knows which code points it shows."""

from dataclasses import dataclass
from enum import StrEnum

from reader.domain.article import BlockKind
from reader.render.marks import MarkClass


class Role(StrEnum):
    """Every role that text can play on the page; the first fourteen are the kinds of blocks."""

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
    BULLET = "bullet"
    LETTER = "letter"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of one line in one role.

    `text` is what is drawn. `start` and `end` are the code points of `Article.text` that it shows; a glyph of ours
    (bullet, rule, class letter, padding) shows none, so that start == end is the place where it stands. A run whose
    text differs from the article at that place (a character that must not reach a screen) is one piece that cannot be
    cut. `cells` is the width of `text`, `mark` the number of the mark it belongs to, `link` the index of its link (-1
    for none), `highlighted` whether the person marked the passage.
    """

    text: str
    role: Role
    start: int
    end: int
    cells: int
    mark: int = -1
    cls: MarkClass | None = None
    link: int = -1
    highlighted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page.

    It stands for the code points [start, end) of `Article.text`, the space where it was broken included; the lines of a
    block cover it without gap or overlap. A line of ours (blank, rule) has start == end. `block` is the index in
    `Article.blocks` (-1 for ours), `paragraph` its number in `Article.paragraphs` counted from 1 (0 for furniture),
    `first` whether it is the first of its block. `noted` and `highlighted` say what the margin shows.
    """

    runs: tuple[Run, ...]
    start: int
    end: int
    block: int = -1
    paragraph: int = 0
    first: bool = False
    noted: bool = False
    highlighted: bool = False

    @property
    def text(self) -> str:
        """What is drawn, glyphs of ours included."""
        return "".join(run.text for run in self.runs)

    @property
    def cells(self) -> int:
        """The width of what is drawn."""
        return sum(run.cells for run in self.runs)


ROLE_OF: dict[BlockKind, Role] = {kind: Role(kind.value) for kind in BlockKind}
"""The role that each kind of block plays."""
