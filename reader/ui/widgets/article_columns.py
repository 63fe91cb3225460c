"""How one line of the article list is laid out, at each width of the screen, and by what the list is sorted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Literal

from rich.cells import cell_len, set_cell_size

from reader.domain.heads import ArticleRow
from reader.render.words import DAYS, MONTHS, length_words, short_date_words
from reader.text.screen import clean

Width = Literal["narrow", "wide", "ultra"]

READ = 0.95
"""The share of an article from which it counts as read to its end."""

LEAD = 5
"""The cells before the title: cursor, choice, state, star and the spaces between."""

UNREAD, BEGUN, DONE, STAR, CHOSEN = "●", "◐", "○", "★", "✓"

TextOf = Callable[[ArticleRow, date], str]
Arranging = Callable[[Sequence[ArticleRow]], list[ArticleRow]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column beside the title: its heading, its cells at each width of the screen (0: absent), what it shows."""

    name: str
    cells: tuple[int, int, int]
    text: TextOf
    right: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """A way to sort the list, said in words; `column` is the heading it belongs to."""

    words: str
    column: str
    arranged: Arranging


def day_words(day: date | None, today: date, *, whole: bool = False) -> str:
    """A day in few cells: "Fri 6" within the last week, "6 Mar" within the year, else "Mar 2024"; `whole` names all."""
    if day is None:
        return "–"
    if whole:
        return short_date_words(day)
    if 0 <= (today - day).days < 7:
        return f"{DAYS[day.weekday()]} {day.day}"
    month = MONTHS[day.month - 1]
    return f"{day.day} {month}" if day.year == today.year else f"{month} {day.year}"


def state_sign(row: ArticleRow) -> str:
    """The sign of unread, begun or read."""
    if row.state.unread:
        return UNREAD
    return BEGUN if 0 < row.state.progress < READ else DONE


COLUMNS = (
    Column("Source", (0, 9, 14), lambda row, _: row.head.source),
    Column("Date", (8, 8, 11), lambda row, today: day_words(row.head.published, today)),
    Column("Len", (0, 3, 6), lambda row, _: length_words(row.head.words).replace(" min", "m"), right=True),
    Column("Tags", (0, 0, 18), lambda row, _: " ".join(row.state.tags)),
    Column("✎", (0, 2, 3), lambda row, _: str(row.notes) if row.notes else "", right=True),
)

ORDERS = (
    Order("newest added first", "", lambda rows: sorted(rows, key=_added, reverse=True)),
    Order("newest first", "Date", lambda rows: sorted(rows, key=_published, reverse=True)),
    Order("by title", "Title", lambda rows: sorted(rows, key=_title)),
    Order("by source", "Source", lambda rows: sorted(rows, key=lambda row: (row.head.source.casefold(), _title(row)))),
    Order("longest first", "Len", lambda rows: sorted(rows, key=lambda row: row.head.words, reverse=True)),
    Order("most notes first", "✎", lambda rows: sorted(rows, key=lambda row: (row.notes, _added(row)), reverse=True)),
    Order("starred and unread first", "State", lambda rows: sorted(rows, key=_waiting, reverse=True)),
)
"""The orders that the sort key goes through, the first one when Reader starts."""


def _added(row: ArticleRow) -> tuple[datetime, str]:
    return row.head.added, row.head.id


def _published(row: ArticleRow) -> tuple[date, datetime, str]:
    return row.head.published or date.min, *_added(row)


def _title(row: ArticleRow) -> str:
    return row.head.title.casefold()


def _waiting(row: ArticleRow) -> tuple[bool, bool, datetime, str]:
    return row.state.starred, row.state.unread, *_added(row)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns that fit one width: `title` cells for the title, then the others with their cells."""

    width: Width
    title: int
    columns: tuple[tuple[Column, int], ...]


@lru_cache(maxsize=16)
def sheet(cells: int, width: Width) -> Sheet:
    """The columns for a list of so many cells on a screen of this width; the title gets what is left."""
    at = ("narrow", "wide", "ultra").index(width)
    chosen = tuple((column, column.cells[at]) for column in COLUMNS if column.cells[at])
    return Sheet(width, max(8, cells - LEAD - sum(size + 1 for _, size in chosen) - 1), chosen)


def heading(plan: Sheet, order: Order) -> str:
    """The headings over the columns; the one that sorts bears a sign."""
    named = ("Title", plan.title), *((column.name, size) for column, size in plan.columns)
    right = {column.name for column, _ in plan.columns if column.right}
    fitted = [_fitted(f"{name}▾" if name == order.column else name, size, name in right) for name, size in named]
    return " " * LEAD + " ".join(fitted) + " "


def row_texts(row: ArticleRow, plan: Sheet, today: date) -> tuple[str, str]:
    """The title and all that stands after it, each fitted to its cells."""
    title = _fitted(clean(row.head.title, multiline=False), plan.title, right=False)
    rest = "".join(
        " " + _fitted(clean(_text(column, row, plan, today), multiline=False), size, column.right)
        for column, size in plan.columns
    )
    return title, rest + " "


def _text(column: Column, row: ArticleRow, plan: Sheet, today: date) -> str:
    if plan.width == "ultra" and column.name == "Date":
        return day_words(row.head.published, today, whole=True)
    if plan.width == "ultra" and column.name == "Len":
        return length_words(row.head.words)
    return column.text(row, today)


def _fitted(text: str, cells: int, right: bool) -> str:  # noqa: FBT001 - one of two sides
    """`text` in exactly `cells` cells, with an ellipsis where it was cut."""
    width = cell_len(text)
    if width > cells:
        return set_cell_size(set_cell_size(text, cells - 1).rstrip() + "…", cells)
    padding = " " * (cells - width)
    return padding + text if right else text + padding
