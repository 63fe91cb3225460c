"""Rows of a table that are written with bars between their cells, set in columns where they fit."""

from reader.render.wrapping import CellWidth

BAR = "|"


def padded_rows(rows: list[str], width: int, cell_width: CellWidth) -> dict[int, list[tuple[int, int]]]:
    """How many spaces have to be put in at which code point of which row, for the bars to stand under each other.

    Nothing is put in when the rows have no bars, differ in their number, or would not fit into `width`.
    """
    cells = [row.split(BAR) for row in rows]
    counts = {len(row) for row in cells}
    if len(counts) != 1 or counts == {1}:
        return {}
    sizes = [[cell_width(cell) for cell in row] for row in cells]
    widest = [max(column) for column in zip(*sizes, strict=True)]
    if sum(widest) + len(widest) - 1 > width:
        return {}
    return {number: _padding(row, sizes[number], widest) for number, row in enumerate(cells)}


def _padding(row: list[str], sizes: list[int], widest: list[int]) -> list[tuple[int, int]]:
    """Where the cells of one row end, but for the last, and how much each lacks."""
    places, at = [], 0
    for cell, size, most in list(zip(row, sizes, widest, strict=True))[:-1]:
        at += len(cell)
        if most > size:
            places.append((at, most - size))
        at += 1
    return places
