"""A file that is opened at once: read without being kept, and added when the person asks for it."""

from pathlib import Path

from reader.library.library import Library
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.reader import ReaderScreen
from tests.ui.conftest import GRAIN, HARBOUR, Desk, walk


def file_of(folder: Path, text: str) -> str:
    """The path of a file with this text."""
    path = folder / "article.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_file_is_read_at_once_and_not_kept(empty_library: Library, tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        assert "Harbour city weighs $420mn tunnel" in desk.text
        assert "not in the library: a adds it" in desk.text
        await desk.press("G", "full_stop", "m", "h", "asterisk", "N", "t", "d", "x", "o", "A", "E")
        assert [type(screen) for screen in desk.app.screen_stack] == [LibraryScreen, ReaderScreen]
        await desk.press("escape")
        assert [type(screen) for screen in desk.app.screen_stack] == [LibraryScreen]

    walk(empty_library, script, start=file_of(tmp_path, HARBOUR))
    assert empty_library.rows() == []


def test_n_and_enter_on_a_selection_say_that_the_file_must_be_added_first(
    empty_library: Library, tmp_path: Path
) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("n")
        assert isinstance(desk.app.screen, ReaderScreen)
        assert "a adds it" in desk.told[-1]
        await desk.press("v", "enter")
        assert isinstance(desk.app.screen, ReaderScreen)

    walk(empty_library, script, start=file_of(tmp_path, HARBOUR))


def test_a_adds_the_file_and_then_it_takes_notes(empty_library: Library, tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("a")
        assert isinstance(desk.app.screen, ReaderScreen)
        assert "not in the library" not in desk.text
        assert "Added “Harbour city weighs" in desk.told[-1]
        await desk.press("n", "o", "k", "escape")
        await desk.press("escape")
        assert "1 article" in desk.text

    walk(empty_library, script, start=file_of(tmp_path, HARBOUR))
    assert [note.text for note in empty_library.notes()] == ["ok"]


def test_a_file_that_was_added_before_opens_from_the_library(library: Library, tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        assert isinstance(desk.app.screen, ReaderScreen)
        assert "not in the library" not in desk.text
        await desk.press("asterisk")
        assert "★" not in desk.text

    walk(library, script, start=file_of(tmp_path, GRAIN))


def test_a_file_that_went_away_is_told(empty_library: Library, tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        assert isinstance(desk.app.screen, LibraryScreen)
        assert "There is no file" in desk.told[-1]

    walk(empty_library, script, start=str(tmp_path / "gone.txt"))
