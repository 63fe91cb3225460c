"""One line of an article as Textual draws it: margin, gutter, runs in their styles, and what the cursor adds."""

from collections.abc import Mapping
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.domain.span import Span
from reader.render.lines import Line, Role, Run
from reader.render.marks import Mark
from reader.ui.looks import Looks

GUTTER = 4
"""Cells to the left of the text: the cursor, the pencil of a note, the bar of a highlight, and a space."""

NUMBER_ROOM = 6
"""From how many cells of margin on paragraphs show their numbers there."""

CURSOR, PENCIL, BAR, OPEN, SHUT = "▸", "✎", "▎", "▐", "▌"


@dataclass(frozen=True, slots=True)
class Here:
    """What the person is at: the offset of the cursor (-1 for none), the mark under it, what is selected.

    `labels` are shown over the text, by the offset they stand at.
    """

    cursor: int = -1
    mark: Mark | None = None
    selected: Span | None = None
    labels: Mapping[int, str] | None = None


@dataclass(slots=True)
class _Piece:
    """A text in one style; `index` is its place in what is drawn of the line, for selecting with the mouse."""

    text: str
    style: Style
    index: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every line is drawn on: the style under it, the cells left of the gutter, and all cells."""

    base: Style
    margin: int
    width: int


def strip(line: Line, number: int, looks: Looks, here: Here, sheet: Sheet, *, at_cursor: bool) -> Strip:
    """Line `number` of an article; `at_cursor` puts the sign of the cursor before it."""
    pieces = [_Piece(_number(line, sheet.margin), looks.muted, 0), *_gutter(line, looks, at_cursor=at_cursor)]
    index = cells = 0
    for run in line.runs:
        pieces.extend(_run(run, index, looks, here))
        index += len(run.text)
        cells += run.cells
    left = max(0, sheet.width - sheet.margin - GUTTER - cells)
    pieces.append(_Piece(" " * left, Style.null(), index))
    if here.mark is not None:
        _put_brackets(pieces, line, looks, here.mark)
    segments = [
        Segment(piece.text, sheet.base + piece.style + Style.from_meta({"offset": (piece.index, number)}))
        for piece in pieces
        if piece.text
    ]
    drawn = Strip(segments, sheet.margin + GUTTER + cells + left)
    return drawn if drawn.cell_length <= sheet.width else drawn.crop(0, sheet.width)


def _number(line: Line, margin: int) -> str:
    """The margin, with the number of the paragraph before its first line where there is room."""
    if margin < NUMBER_ROOM or not line.first or not line.paragraph:
        return " " * margin
    return f"{line.paragraph:>{margin - 2}}  "


def _gutter(line: Line, looks: Looks, *, at_cursor: bool) -> list[_Piece]:
    """The signs before the text; as cells that belong to no character they count as the line's beginning."""
    return [
        _Piece(CURSOR if at_cursor else " ", looks.accent, 0),
        _Piece(PENCIL if line.noted else " ", looks.accent, 0),
        _Piece(BAR if line.highlighted else " ", looks.accent, 0),
        _Piece(" ", Style.null(), 0),
    ]


def _run(run: Run, index: int, looks: Looks, here: Here) -> list[_Piece]:
    """One run, cut where the selection begins or ends, with its label over it."""
    current = here.mark is not None and run.mark == here.mark.number
    plain = looks.style(run, current=current)
    label = here.labels.get(run.start, "") if here.labels and run.end > run.start else ""
    if label:
        return [_Piece(label, looks.label, index), _Piece(run.text[len(label) :], plain, index + len(label))]
    if here.selected is None or not _overlap(run, here.selected):
        return [_Piece(run.text, plain, index)]
    lit = looks.style(run, current=current, selected=True)
    if len(run.text) != run.end - run.start:
        return [_Piece(run.text, lit, index)]
    first = max(0, here.selected.start - run.start)
    last = min(len(run.text), here.selected.end - run.start)
    return [
        _Piece(run.text[:first], plain, index),
        _Piece(run.text[first:last], lit, index + first),
        _Piece(run.text[last:], plain, index + last),
    ]


def _overlap(run: Run, selected: Span) -> bool:
    if run.start == run.end:
        return run.role is Role.LETTER and selected.start < run.start <= selected.end
    return run.start < selected.end and selected.start < run.end


def _put_brackets(pieces: list[_Piece], line: Line, looks: Looks, mark: Mark) -> None:
    """Set the current mark in brackets where a blank stands beside it; nothing moves for them."""
    owned = [number for number, run in enumerate(line.runs) if run.mark == mark.number]
    if not owned:
        return
    style = looks.brackets[mark.cls]
    first = sum(len(run.text) for run in line.runs[: owned[0]])
    last = sum(len(run.text) for run in line.runs[: owned[-1] + 1])
    if mark.span.end <= line.runs[owned[-1]].end:
        _replace_blank(pieces, next((p for p in range(len(pieces)) if _begins(pieces, p, last)), -1), style, left=False)
    if mark.span.start >= line.runs[owned[0]].start:
        begins = next((p for p in range(len(pieces)) if _begins(pieces, p, first)), -1)
        _replace_blank(pieces, begins - 1, style, left=True)


def _begins(pieces: list[_Piece], number: int, index: int) -> bool:
    """Whether the first drawn character of piece `number` is that at `index` of the line; the gutter's are not."""
    return number > GUTTER and bool(pieces[number].text) and pieces[number].index == index


def _replace_blank(pieces: list[_Piece], number: int, style: Style, *, left: bool) -> None:
    """Put a bracket in the place of the blank at the near end of a piece, if there is one."""
    while left and number > 0 and not pieces[number].text:
        number -= 1
    if number < 0:
        return
    piece = pieces[number]
    if left and piece.text.endswith(" "):
        at = len(piece.text) - 1
        rest = _Piece(piece.text[:at], piece.style, piece.index)
        pieces[number : number + 1] = [rest, _Piece(OPEN, style, piece.index + at)]
    elif not left and piece.text.startswith(" "):
        pieces[number : number + 1] = [
            _Piece(SHUT, style, piece.index),
            _Piece(piece.text[1:], piece.style, piece.index + 1),
        ]
