"""Breaking a paragraph into lines of a given width in terminal cells."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from reader.render.clusters import clusters, is_plain

CellWidth = Callable[[str], int]
"""How many terminal cells a text takes."""

_DASHES = ("-", "–", "—", "/")


def wrap(text: str, width: int, cell_width: CellWidth) -> list[tuple[int, int]]:
    """The lines of `text` as (start, end) code points; what lies between two lines is the space they broke at.

    A line breaks at a space, else behind a dash inside a word, else (a word longer than the line, a script without
    spaces) between two characters. No line is wider than `width`, but for a single character that is.
    """
    if is_plain(text) and cell_width(text) == len(text):
        return _wrap_plain(text, width)
    return _wrap_wide(text, width, cell_width)


def _wrap_plain(text: str, width: int) -> list[tuple[int, int]]:
    """Where every code point takes one cell: a few searches per line."""
    lines: list[tuple[int, int]] = []
    start, length = 0, len(text)
    while length - start > width:
        limit = start + width
        end = text.rfind(" ", start + 1, limit + 1)
        dash = _dash_before(text, start, limit, end)
        if dash > end:
            lines.append((start, dash))
            start = dash
        elif end > start:
            lines.append((start, _without_space(text, start, end)))
            start = _past_space(text, end)
        else:
            lines.append((start, limit))
            start = limit
    if start < length or not lines:
        lines.append((start, length))
    return lines


def _wrap_wide(text: str, width: int, cell_width: CellWidth) -> list[tuple[int, int]]:
    """Where characters are wide, combined or joined: whole characters are counted by their cells."""
    marks = list(clusters(text))
    edges = [start for start, _ in marks] + [len(text)]
    cells = [0]
    for start, end in marks:
        cells.append(cells[-1] + cell_width(text[start:end]))
    lines: list[tuple[int, int]] = []
    at = 0
    while cells[-1] - cells[at] > width:
        most = max(at + 1, bisect_right(cells, cells[at] + width) - 1)
        end, following = _break(text, edges, cells, at, most)
        lines.append((edges[at], end))
        at = following
    if at < len(marks) or not lines:
        lines.append((edges[at], len(text)))
    return lines


def _break(text: str, edges: list[int], cells: list[int], at: int, most: int) -> tuple[int, int]:
    """The end of the line that begins with character `at` and holds at most those before `most`; and where to go on."""
    start, limit = edges[at], edges[most]
    space = text.rfind(" ", start + 1, limit + 1)
    inside = max(_dash_before(text, start, limit, space), edges[_wide_before(cells, at, most)])
    if inside > max(start, space):
        return _without_space(text, start, inside), bisect_left(edges, inside)
    if space > start:
        return _without_space(text, start, space), bisect_left(edges, _past_space(text, space))
    return limit, most


def _wide_before(cells: list[int], at: int, most: int) -> int:
    """The last character a line may begin with because it, or the one before it, is two cells wide; else `at`."""
    for place in range(most, at, -1):
        if max(cells[place] - cells[place - 1], (cells[place + 1] if place + 1 < len(cells) else 0) - cells[place]) > 1:
            return place
    return at


def _dash_before(text: str, start: int, limit: int, above: int) -> int:
    """The last place up to `limit`, and behind `above`, right after a dash between two letters; -1 if there is none."""
    best = -1
    for dash in _DASHES:
        at = text.rfind(dash, max(start + 1, above), limit)
        if at > 0 and text[at - 1].isalpha() and text[at + 1 : at + 2].isalpha():
            best = max(best, at + 1)
    return best


def _without_space(text: str, start: int, end: int) -> int:
    """`end` moved before the spaces in front of it, but never to the start of the line."""
    while end > start + 1 and text[end - 1] == " ":
        end -= 1
    return end


def _past_space(text: str, at: int) -> int:
    """The place behind the spaces at `at`."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def chop(text: str, width: int, cell_width: CellWidth) -> list[tuple[int, int]]:
    """The lines of verbatim text, broken between characters where they are full; every space is kept."""
    if is_plain(text) and cell_width(text) == len(text):
        return [(at, min(at + width, len(text))) for at in range(0, len(text), width)] or [(0, 0)]
    lines: list[tuple[int, int]] = []
    start = cells = 0
    for at, end in clusters(text):
        size = cell_width(text[at:end])
        if cells + size > width and at > start:
            lines.append((start, at))
            start, cells = at, 0
        cells += size
    return [*lines, (start, len(text))]
