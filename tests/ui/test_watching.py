"""What other programs do to the library, and what time does to the trash, shows without a key being pressed."""

import asyncio
from datetime import timedelta

import pytest

from reader.library.library import Library
from reader.ui.panes import watching
from reader.ui.screens.reader import ReaderScreen
from tests.ui.conftest import STUCK, Clock, Desk, walk


@pytest.fixture(autouse=True)
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """No look but those that a test asks for, and the one at the start."""
    monkeypatch.setattr(watching, "EVERY", 3600.0)


@pytest.fixture
def other(library: Library, clock: Clock) -> Library:
    """The same library in another program."""
    return Library(library.folders, now=clock)


async def look(desk: Desk) -> None:
    """Have the app look at the library."""
    desk.app.watching.look()
    await desk.settle()


def test_an_article_added_by_another_program_comes_into_the_list(library: Library, other: Library) -> None:
    async def script(desk: Desk) -> None:
        assert "5 articles" in desk.text
        text = "Lighthouse at Skerry sold\n\nThe lighthouse at Skerry was sold on Monday."
        other.add(other.preview(text), text)
        await look(desk)
        assert "Lighthouse at Skerry" in desk.text
        assert "6 articles" in desk.text

    walk(library, script)


def test_a_note_written_by_another_program_shows_in_the_open_article(library: Library, other: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("enter")
        assert isinstance(desk.app.screen, ReaderScreen)
        assert "Written elsewhere." not in desk.text
        other.annotate(desk.app.screen.article, "Written elsewhere.")
        await look(desk)
        assert "Written elsewhere." in desk.text

    walk(library, script, size=(200, 60))


def test_what_is_saved_here_is_no_news(library: Library, other: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[str] = []
    real = Library.rows

    def rows(self: Library, words: str = "") -> object:
        reads.append(words)
        return real(self, words)

    async def script(desk: Desk) -> None:
        monkeypatch.setattr(Library, "rows", rows)
        await desk.press("asterisk", "r", "j", "asterisk")
        await look(desk)
        assert reads == []
        other.tag(other.rows()[0].head.id, ["elsewhere"])
        reads.clear()
        await look(desk)
        assert reads

    walk(library, script)


def test_a_look_is_taken_again_and_again(library: Library, other: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "EVERY", 0.3)

    async def script(desk: Desk) -> None:
        other.trash([other.rows()[0].head.id])
        for _ in range(STUCK):
            if "4 articles" in desk.text:
                return
            await asyncio.sleep(0.01)
        raise AssertionError(desk.text)

    walk(library, script)


def test_what_lay_in_the_trash_for_too_long_goes_when_reader_is_open(library: Library, clock: Clock) -> None:
    library.trash([library.rows()[0].head.id])
    clock.moment += timedelta(days=31)
    library.mark(library.rows()[0].head.id, progress=0.5)
    clock.moment += timedelta(days=1)

    async def script(desk: Desk) -> None:
        assert len(library.wastebasket.contents()) == 1
        await look(desk)
        assert "1 article lay in the trash for more than 30 days and went for good." in desk.told

    walk(library, script)
    assert library.wastebasket.contents() == []


def test_a_notice_is_told_once_and_as_it_stands(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    notice = "[b]notes.json was restored."
    monkeypatch.setattr(library.safekeeping, "notices", lambda: (notice,))

    async def script(desk: Desk) -> None:
        assert desk.told.count(notice) == 1
        await look(desk)
        assert desk.told.count(notice) == 1

    walk(library, script)
