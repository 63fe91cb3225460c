"""From offsets of the article to cells of the page, and back."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter

from reader.domain.article import BODY_KINDS, Article
from reader.domain.span import Span
from reader.render.clusters import clusters, is_plain
from reader.render.lines import Line, Run
from reader.render.wrapping import CellWidth


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The blocks of an article by place: where each begins, and its number in `Article.paragraphs` (0 for none)."""

    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many paragraphs the body has."""
        return max(self.numbers, default=0)

    def block(self, offset: int) -> int:
        """The index of the block that `offset` lies in or behind; the first for one before all, -1 without blocks."""
        return max(0, bisect_right(self.starts, offset) - 1) if self.starts else -1

    def number(self, offset: int) -> int:
        """The number of the paragraph at `offset`, counted from 1; 0 in furniture."""
        return self.numbers[self.block(offset)] if self.starts else 0


def paragraphs(article: Article) -> Paragraphs:
    """The paragraphs of an article by place."""
    is_body = [block.kind in BODY_KINDS for block in article.blocks]
    numbers = (number if body else 0 for number, body in zip(accumulate(is_body), is_body, strict=True))
    return Paragraphs(tuple(block.span.start for block in article.blocks), tuple(numbers))


def line_at(lines: Sequence[Line], offset: int) -> int:
    """The number of the line that `offset` stands on; the first for an offset before all text, -1 without lines."""
    if not lines:
        return -1
    return max(0, bisect_right(lines, offset, key=attrgetter("start")) - 1)


def cell_of(line: Line, offset: int, cell_width: CellWidth) -> int:
    """The cell at which the character at `offset` begins; the cell behind the text for what is not drawn."""
    cell = 0
    for run in line.runs:
        if run.start <= offset < run.end:
            return cell + (cell_width(run.text[: offset - run.start]) if _is_exact(run) else 0)
        cell += run.cells
    return cell


def offset_at(line: Line, cell: int, cell_width: CellWidth) -> int:
    """The offset of the character drawn at `cell`; the nearest text for a glyph of ours; the end behind the text."""
    at = 0
    for run in line.runs:
        if at <= cell < at + run.cells:
            return _offset_in(run, cell - at, cell_width)
        at += run.cells
    return last_drawn(line)


def last_drawn(line: Line) -> int:
    """The end of the text that is drawn on a line: where a selection to its end stops."""
    return next((run.end for run in reversed(line.runs) if run.end > run.start), line.start)


def run_at(line: Line, cell: int) -> Run | None:
    """The run that covers a cell."""
    at = 0
    for run in line.runs:
        if at <= cell < at + run.cells:
            return run
        at += run.cells
    return None


def drawn_span(line: Line, first: int, last: int | None) -> Span:
    """The code points under the drawn characters [first, last) of a line; `last` None is to its end."""
    start = end = -1
    at = 0
    for run in line.runs:
        to = at + len(run.text)
        low, high = max(first, at), to if last is None else min(last, to)
        if low < high and run.end > run.start:
            exact = _is_exact(run)
            start = start if start >= 0 else run.start + (low - at if exact else 0)
            end = run.start + (high - at) if exact else run.end
        at = to
    return Span(start, end) if start >= 0 else Span(line.start, line.start)


def _is_exact(run: Run) -> bool:
    """Whether what is drawn is the article's text itself, code point for code point."""
    return len(run.text) == run.end - run.start


def _offset_in(run: Run, cell: int, cell_width: CellWidth) -> int:
    if not _is_exact(run):
        return run.start
    if is_plain(run.text):
        return run.start + cell
    at = 0
    for start, end in clusters(run.text):
        at += cell_width(run.text[start:end])
        if cell < at:
            return run.start + start
    return run.end
