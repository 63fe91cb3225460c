"""One block of an article becomes lines: pieces of text with what lies over them, broken at the measure.

The result is cached by everything it depends on: laying out again after a change redoes the changed blocks only.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from reader.render.clusters import clusters, is_plain
from reader.render.lines import Line, Role, Run
from reader.render.marks import Letters, MarkClass, letter
from reader.render.table import padded_rows
from reader.render.wrapping import CellWidth, chop, wrap
from reader.text.screen import clean

BLOCKS_KEPT = 8192
"""How many laid-out blocks stay in memory: some 300,000 words."""

VERBATIM = frozenset({Role.CODE, Role.TABLE})
"""Roles whose own line breaks and spaces are kept."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide a line is, in cells of this terminal, and whether marks carry letters."""

    width: int
    cell_width: CellWidth
    letters: Letters


@dataclass(frozen=True, slots=True)
class Sheet:
    """A block with everything that lies over it; every offset counts from the beginning of the article.

    `marks` are (start, end, number, class), `links` (start, end, index), `passages` what the person marked, `notes`
    where a note begins. `hidden` is a piece that is told in another way, `after` what is added at the end.
    """

    text: str
    start: int
    role: Role
    block: int
    paragraph: int = 0
    ordinal: int | None = None
    marks: tuple[tuple[int, int, int, MarkClass], ...] = ()
    links: tuple[tuple[int, int, int], ...] = ()
    passages: tuple[tuple[int, int], ...] = ()
    notes: tuple[int, ...] = ()
    hidden: tuple[int, int] = (0, 0)
    after: str = ""

    @property
    def end(self) -> int:
        """Where the block ends."""
        return self.start + len(self.text)


@lru_cache(maxsize=BLOCKS_KEPT)
def lay(sheet: Sheet, measure: Measure) -> tuple[Line, ...]:
    """The lines of one block."""
    if not is_plain(sheet.text):
        sheet = _snapped(sheet)
    first, rest = indents(sheet)
    width = max(1, measure.width - len(first))
    lines: list[Line] = []
    for source, rows in _source_lines(sheet, measure, width):
        atoms = list(rows)
        drawn = "".join(atom.text for atom in atoms)
        broken = (chop if sheet.role in VERBATIM else wrap)(drawn, width, measure.cell_width)
        cut = _cut(atoms, broken, measure.cell_width)
        ends = [place for place, _ in cut[1:]] + [source]
        for (start, runs), end in zip(cut, ends, strict=True):
            prefix = rest if lines else first
            lines.append(_line(sheet, runs, start, max(start, end), prefix, is_first=not lines))
    return tuple(lines)


def _snapped(sheet: Sheet) -> Sheet:
    """A sheet on which nothing begins or ends inside a character; what would, takes the whole character in."""
    edges = [sheet.start + start for start, _ in clusters(sheet.text)] + [sheet.end]

    def down(place: int) -> int:
        return edges[bisect_right(edges, place) - 1] if edges[0] <= place < edges[-1] else place

    def up(place: int) -> int:
        return edges[bisect_left(edges, place)] if edges[0] <= place <= edges[-1] else place

    marks, free = [], 0
    for start, end, number, cls in sheet.marks:
        if up(end) > max(down(start), free):
            marks.append((max(down(start), free), up(end), number, cls))
            free = up(end)
    return replace(
        sheet,
        marks=tuple(marks),
        links=tuple((down(start), up(end), index) for start, end, index in sheet.links),
        passages=tuple((down(start), up(end)) for start, end in sheet.passages),
    )


def indents(sheet: Sheet) -> tuple[str, str]:
    """What stands before the first and before every other line of a block; both equally wide."""
    if sheet.role is Role.LIST_ITEM:
        bullet = "• " if sheet.ordinal is None else f"{sheet.ordinal}. "
        return bullet, " " * len(bullet)
    if sheet.role is Role.QUOTE:
        return "│ ", "│ "
    if sheet.role in {Role.CAPTION, Role.CREDIT, *VERBATIM}:
        return "  ", "  "
    return "", ""


@dataclass(frozen=True, slots=True)
class _Atom:
    """A piece of one block under the same things. `whole` means that it is never cut into shorter runs."""

    text: str
    role: Role
    start: int
    end: int
    mark: int = -1
    cls: MarkClass | None = None
    link: int = -1
    highlighted: bool = False
    whole: bool = False


def _source_lines(sheet: Sheet, measure: Measure, width: int) -> Iterator[tuple[int, Iterable[_Atom]]]:
    """The pieces of each line that the source itself breaks, with where the next one begins."""
    if sheet.role not in VERBATIM:
        yield sheet.end, _atoms(sheet, measure, sheet.start, sheet.end)
        return
    rows = sheet.text.split("\n")
    padding = padded_rows(rows, width, measure.cell_width) if sheet.role is Role.TABLE else {}
    start = sheet.start
    for number, row in enumerate(rows):
        end = start + len(row)
        atoms = _atoms(sheet, measure, start, end)
        yield min(end + 1, sheet.end), _with_padding(atoms, [(start + at, pad) for at, pad in padding.get(number, ())])
        start = end + 1


def _with_padding(atoms: Iterable[_Atom], padding: list[tuple[int, int]]) -> Iterator[_Atom]:
    """The pieces with spaces of ours put in at (place, how many)."""
    for atom in atoms:
        while padding and not atom.whole and atom.start <= padding[0][0] < atom.end:
            place, cells = padding.pop(0)
            yield _part(atom, atom.start, place)
            yield _Atom(" " * cells, Role.TABLE, place, place)
            atom = _part(atom, place, atom.end)  # noqa: PLW2901 - what is left of it
        yield atom


def _part(atom: _Atom, start: int, end: int) -> _Atom:
    text = atom.text[start - atom.start : end - atom.start]
    return _Atom(text, atom.role, start, end, atom.mark, atom.cls, atom.link, atom.highlighted)


def _atoms(sheet: Sheet, measure: Measure, first: int, last: int) -> Iterator[_Atom]:
    """The text from `first` to `last` cut where anything over it begins or ends, with the letters of ended marks.

    A figure has its own shape and gets no letter, which might be read as part of the number.
    """
    edges = {first, last}
    for start, end, *_ in (*sheet.marks, *sheet.links, *sheet.passages, sheet.hidden):
        edges.update(place for place in (start, end) if first < place < last)
    lettered = sheet.marks if measure.letters is not Letters.NONE else ()
    ending = {end: (number, cls) for _, end, number, cls in lettered if cls is not MarkClass.FIGURE}
    for start, end in pairwise(sorted(edges)):
        if not sheet.hidden[0] <= start < sheet.hidden[1]:
            yield from _clean_atoms(sheet, start, end)
        if end in ending:
            number, cls = ending[end]
            yield _Atom(letter(cls, measure.letters), Role.LETTER, end, end, number, cls, whole=True)
    if sheet.after and last == sheet.end:
        yield _Atom(clean(sheet.after, multiline=False), sheet.role, last, last)


def _clean_atoms(sheet: Sheet, start: int, end: int) -> Iterator[_Atom]:
    """One piece, cut further where a character has to be drawn as another."""
    mark = bisect_right(sheet.marks, start, key=itemgetter(0)) - 1
    number, cls = sheet.marks[mark][2:] if mark >= 0 and start < sheet.marks[mark][1] else (-1, None)
    at = bisect_right(sheet.links, start, key=itemgetter(0)) - 1
    link = sheet.links[at][2] if at >= 0 and start < sheet.links[at][1] else -1
    lit = any(at <= start < to for at, to in sheet.passages if (at, to) != (sheet.start, sheet.end))
    text = sheet.text[start - sheet.start : end - sheet.start]
    if is_plain(text) or clean(text, multiline=False) == text:
        yield _Atom(text, sheet.role, start, end, number, cls, link, lit)
        return
    plain_from = 0
    for at, to in clusters(text):
        drawn = clean(text[at:to], multiline=False)
        if drawn != text[at:to]:
            if plain_from < at:
                yield _Atom(text[plain_from:at], sheet.role, start + plain_from, start + at, number, cls, link, lit)
            yield _Atom(drawn, sheet.role, start + at, start + to, number, cls, link, lit, whole=True)
            plain_from = to
    if plain_from < len(text):
        yield _Atom(text[plain_from:], sheet.role, start + plain_from, end, number, cls, link, lit)


def _cut(atoms: list[_Atom], broken: list[tuple[int, int]], cell_width: CellWidth) -> list[tuple[int, list[Run]]]:
    """The runs of each line, and the place in the article where the line begins."""
    cut: list[tuple[int, list[Run]]] = []
    number, at = 0, 0  # the piece in hand, and where it begins in the drawn text
    for start, end in broken:
        runs: list[Run] = []
        while number < len(atoms) and at < end:
            atom = atoms[number]
            to = at + len(atom.text)
            if to > start:
                runs.append(_run(atom, max(start, at) - at, min(end, to) - at, cell_width))
            if to > end:
                break
            number, at = number + 1, to
        cut.append((runs[0].start if runs else (atoms[0].start if atoms else 0), runs))
    if cut and atoms:
        cut[0] = (atoms[0].start, cut[0][1])
    return cut


def _run(atom: _Atom, first: int, last: int, cell_width: CellWidth) -> Run:
    """The part of a piece that stands on one line."""
    text = atom.text if last - first == len(atom.text) else atom.text[first:last]
    start, end = atom.start, atom.end
    if not atom.whole and end > start:
        start, end = start + first, start + last
    elif first:
        start = end
    cells = len(text) if is_plain(text) else cell_width(text)
    return Run(text, atom.role, start, end, cells, atom.mark, atom.cls, atom.link, atom.highlighted)


def _line(sheet: Sheet, runs: list[Run], start: int, end: int, prefix: str, *, is_first: bool) -> Line:
    if prefix:
        runs = [Run(prefix, Role.BULLET, start, start, len(prefix)), *runs]
    return Line(
        tuple(runs),
        start,
        end,
        sheet.block,
        sheet.paragraph,
        is_first,
        noted=any(start <= place < max(end, start + 1) for place in sheet.notes),
        highlighted=any(at < end and start < to for at, to in sheet.passages),
    )
