"""The reader's panel, its dialogs about marks, and what lies over the text."""

from pathlib import Path

import pytest

from reader.library.library import Library
from reader.render.marks import MarkClass
from reader.ui.widgets.mark_list import Target
from tests.ui.conftest import Clock, Desk, walk
from tests.ui.reader_article import add_barrage, known_library, reader


@pytest.fixture
def known(tmp_path: Path, clock: Clock) -> Library:
    """A library that recognises what the article's own table says."""
    return known_library(tmp_path, clock)


@pytest.fixture
def article(known: Library) -> str:
    """The id of the article that is read."""
    return add_barrage(known)


def mark_text(desk: Desk) -> str:
    """The words of the current mark."""
    view = reader(desk).reading.view
    return view.here.mark.span.of(view.text) if view.here.mark else ""


async def seek(desk: Desk, target: Target) -> None:
    """Move down in the panel to a row."""
    marks = reader(desk).figures.list
    for _ in marks.rows:
        if marks.current == target:
            return
        await desk.press("j")
    raise AssertionError(f"no row for {target}")


def test_the_panel_hides_and_comes_back(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        assert "Entities & figures" in desk.text
        await desk.press("e")
        assert "Entities & figures" not in desk.text
        await desk.press("e")
        assert "Entities & figures" in desk.text

    walk(known, script, start=article)


def test_on_a_narrow_screen_the_panel_is_a_drawer_over_the_text(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        screen = reader(desk)
        assert "Entities & figures" not in desk.text
        await desk.press("e")
        assert "Entities & figures" in desk.text
        assert screen.figures.list.has_focus
        await desk.press("escape")
        assert "Entities & figures" not in desk.text
        assert screen.reading.view.has_focus
        await desk.press("tab", "j", "enter")
        assert "Entities & figures" not in desk.text
        assert mark_text(desk) == "84,000"

    walk(known, script, start=article, size=(80, 24))


def test_enter_in_the_panel_walks_the_mentions(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        screen = reader(desk)
        await desk.press("tab")
        assert screen.figures.list.current == ("FIGURE", 0)
        await seek(desk, ("PERSON", 1))
        seen = []
        for _ in range(4):
            await desk.press("enter")
            seen.append(mark_text(desk))
        assert seen == ["Mairi Colquhoun", "Colquhoun", "Colquhoun", "Mairi Colquhoun"]
        assert sum(mark.index == 1 and mark.cls is MarkClass.PERSON for mark in screen.reading.lit) == 3

    walk(known, script, start=article)


def test_more_of_a_class_is_shown_when_asked(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        screen = reader(desk)
        await desk.press("tab")
        await seek(desk, ("more", MarkClass.FIGURE.value))
        await desk.press("enter")
        assert screen.figures.list.current == ("FIGURE", 12)

    walk(known, script, start=article)


def test_tab_goes_round_the_panes(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        screen = reader(desk)
        panes = [screen.figures.list, screen.notes.list, screen.reading.view]
        for pane in panes:
            await desk.press("tab")
            assert desk.app.focused is pane
        await desk.press("shift+tab")
        assert desk.app.focused is screen.notes.list

    walk(known, script, start=article)


def test_enter_tells_all_about_a_mark_and_leads_to_its_mentions(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("enter")
        assert "on no mark" in desk.told[-1]
        await desk.press("1", "full_stop", "full_stop", "enter")
        assert "PERSON Mairi Colquhoun · 3 here" in desk.text
        assert "named 3 times" in desk.text
        await desk.press("down", "down", "enter")
        assert mark_text(desk) == "Colquhoun"
        assert reader(desk).reading.view.is_in_sight(reader(desk).reading.view.here.cursor)

    walk(known, script, start=article)


def test_labels_lead_to_what_they_stand_at(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("f")
        assert "Type a label" in desk.text
        await desk.press("s")
        assert "Type a label" not in desk.text
        assert mark_text(desk) == reader(desk).reading.lit[1].span.of(reader(desk).reading.view.text)
        await desk.press("f", "escape")
        assert reader(desk).reading.view.here.labels is None

    walk(known, script, start=article)


def test_zen_leaves_only_the_text_and_escape_ends_it(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("z")
        assert "Reader ›" not in desk.text
        assert "Entities" not in desk.text
        assert "Energy" in desk.text
        await desk.press("escape")
        assert "Reader ›" in desk.text

    walk(known, script, start=article)
