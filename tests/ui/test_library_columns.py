"""How a line of the list is laid out at each width, and the orders of the list."""

from datetime import UTC, date, datetime

import pytest
from rich.cells import cell_len

from reader.domain.heads import ArticleHead, ArticleRow
from reader.domain.notes import ArticleState
from reader.ui.widgets.article_columns import ORDERS, Width, day_words, heading, row_texts, sheet, state_sign

TODAY = date(2026, 3, 12)


def row(
    title: str = "A title",
    *,
    day: date | None = date(2026, 3, 9),
    unread: bool = True,
    progress: float = 0.0,
    tags: tuple[str, ...] = (),
) -> ArticleRow:
    head = ArticleHead("abc", 1, title, (), "Northline", day, datetime(2026, 3, 10, tzinfo=UTC), 700, "en")
    return ArticleRow(head, ArticleState("abc", tags=tags, unread=unread, progress=progress), 2)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 12), "Thu 12"),
        (date(2026, 3, 6), "Fri 6"),
        (date(2026, 3, 5), "5 Mar"),
        (date(2026, 3, 20), "20 Mar"),
        (date(2025, 3, 12), "Mar 2025"),
        (None, "–"),
    ],
)
def test_a_day_is_said_in_few_cells(day: date | None, words: str) -> None:
    assert day_words(day, TODAY) == words
    assert cell_len(words) <= 8


@pytest.mark.parametrize(("width", "cells"), [("narrow", 60), ("narrow", 80), ("wide", 66), ("ultra", 116)])
@pytest.mark.parametrize(
    "title", ["Short", "A headline that is longer than any column " * 3, "漢字" * 40, "a\u0301" * 90]
)
def test_a_line_fills_its_cells_exactly(width: Width, cells: int, title: str) -> None:
    plan = sheet(cells, width)
    title_text, rest = row_texts(row(title), plan, TODAY)
    assert cell_len(title_text) == plan.title
    assert 5 + cell_len(title_text) + cell_len(rest) == cells
    assert cell_len(heading(plan, ORDERS[0])) == cells


def test_a_narrow_line_shows_title_and_date_alone() -> None:
    _, rest = row_texts(row(), sheet(80, "narrow"), TODAY)
    assert rest.split() == ["Mon", "9"]


def test_a_wide_line_shows_source_date_length_and_notes() -> None:
    _, rest = row_texts(row(tags=("steel",)), sheet(66, "wide"), TODAY)
    assert rest.split() == ["Northline", "Mon", "9", "3m", "2"]


def test_the_widest_line_shows_tags_and_the_whole_date() -> None:
    _, rest = row_texts(row(tags=("steel", "wind")), sheet(116, "ultra"), TODAY)
    assert rest.split() == ["Northline", "9", "Mar", "2026", "3", "min", "steel", "wind", "2"]


def test_the_state_is_told_by_a_sign() -> None:
    assert state_sign(row(unread=True)) == "●"
    assert state_sign(row(unread=False, progress=0.4)) == "◐"
    assert state_sign(row(unread=False, progress=0.99)) == "○"
    assert state_sign(row(unread=False)) == "○"


def test_a_title_that_would_act_on_a_terminal_is_shown_as_pictures() -> None:
    title, _ = row_texts(row("bad\x1b]0;x\x07 \u202etitle"), sheet(80, "narrow"), TODAY)
    assert title.rstrip() == "bad␛]0;x␇ \ufffdtitle"


def test_every_order_keeps_every_row() -> None:
    rows = [row("b", day=None), row("a"), row("c", day=date(2020, 1, 1))]
    for order in ORDERS:
        assert sorted(one.head.title for one in order.arranged(rows)) == ["a", "b", "c"]


def test_undated_articles_come_last_by_date() -> None:
    by_date = next(order for order in ORDERS if order.column == "Date")
    rows = [row("undated", day=None), row("old", day=date(2020, 1, 1)), row("new")]
    assert [one.head.title for one in by_date.arranged(rows)] == ["new", "old", "undated"]
