"""From the list into an article and back, and what is written on articles from the list."""

import pytest

from reader.domain.errors import CannotWrite
from reader.library.library import Library
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.reader import ReaderScreen
from tests.ui.conftest import Desk, walk


def in_reader(desk: Desk) -> bool:
    return isinstance(desk.app.screen, ReaderScreen)


def in_library(desk: Desk) -> bool:
    return isinstance(desk.app.screen, LibraryScreen)


@pytest.mark.parametrize("key", ["enter", "l", "right"])
def test_enter_opens_the_article_and_esc_comes_back(library: Library, key: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("j", key)
        assert in_reader(desk)
        assert "third fire in six weeks" in desk.text
        await desk.press("escape")
        assert in_library(desk)
        assert "2/5" in desk.text

    walk(library, script)


def test_a_second_click_on_a_title_opens_the_article(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.pilot.click(offset=(20, 4), times=2)
        await desk.settle()
        assert in_reader(desk)
        assert "third fire in six weeks" in desk.text

    walk(library, script)


def test_what_was_written_while_reading_is_seen_in_the_list(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("j", "enter", "N", *"Who insures them?", "escape", "asterisk", "escape")
        assert in_library(desk)
        assert "✎ Who insures them?" in desk.text
        assert "★ Steel" in desk.text
        assert "3 notes" in desk.text

    walk(library, script)


def test_an_article_chosen_in_the_palette_is_opened(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("colon", *"grain rail", "enter")
        assert in_reader(desk)
        await desk.press("asterisk", "escape")
        assert "★ Grain" not in desk.text

    walk(library, script)


def test_an_article_named_at_the_start_is_open_at_once(library: Library) -> None:
    steel = library.rows()[1].head.id

    async def script(desk: Desk) -> None:
        assert in_reader(desk)
        assert "third fire in six weeks" in desk.text
        await desk.press("escape")
        assert in_library(desk)

    walk(library, script, start=steel)


def test_enter_in_an_empty_library_opens_the_sample(empty_library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("enter")
        assert in_reader(desk)
        await desk.press("escape")
        assert in_library(desk)
        assert [row.state.tags for row in empty_library.rows()] == [("sample",)]
        assert "1 article" in desk.text

    walk(empty_library, script)


@pytest.mark.parametrize("key", ["n", "N"])
def test_a_note_on_the_article_is_written_and_counted(library: Library, key: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("j", key, *"Who insures them?", "escape")
        steel = library.rows()[1].head.id
        assert [note.text for note in library.notes(steel)] == ["Who insures them?"]
        assert "Note kept" in desk.told[-1]
        assert "3 notes" in desk.text
        assert "✎ Who insures them?" in desk.text
        await desk.press("u")
        assert library.notes(steel) == []
        assert "✎ Who insures them?" not in desk.text

    walk(library, script)


def test_tags_are_put_on_all_selected_articles_at_once(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("space", "space", "t", *"Industry", "enter")
        tags = [row.state.tags for row in library.rows()[:2]]
        assert tags == [("industry", "ports", "transport"), ("industry",)]
        await desk.press("u")
        assert [row.state.tags for row in library.rows()[:2]] == [("ports", "transport"), ()]

    walk(library, script)


def test_what_cannot_be_kept_is_told_and_the_list_shows_what_is_kept(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(change: object) -> None:
        raise CannotWrite("notes.json could not be written: the disk is full. What was there before is untouched.")

    monkeypatch.setattr(library, "apply", full)

    async def script(desk: Desk) -> None:
        await desk.press("asterisk")
        assert "the disk is full" in desk.told[-1]
        assert "★ Harbour" not in desk.text
        assert desk.app.is_running

    walk(library, script)


def test_an_article_that_cannot_be_added_is_offered_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise CannotWrite("The disk is full.")

    async def script(desk: Desk) -> None:
        await desk.paste("A short piece\n\nIt rained in Marn on Monday, and on Tuesday too.")
        with monkeypatch.context() as patch:
            patch.setattr(library, "add", full)
            await desk.press("enter")
        assert "The disk is full." in desk.text
        await desk.press("enter")
        assert library.rows()[0].head.title == "A short piece"

    walk(library, script)


def test_an_error_that_was_not_foreseen_ends_the_app_and_is_not_hidden(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(library, "undo", broken)

    async def script(desk: Desk) -> None:
        await desk.press("u")

    with pytest.raises(Exception, match="ZeroDivisionError"):
        walk(library, script)
