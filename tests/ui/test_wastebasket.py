"""The trash by its keys, and how it looks."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from reader.domain.span import Span
from reader.library.library import Library
from reader.ui.app import Colour, ReaderApp
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.wastebasket import WastebasketScreen
from tests.ui.conftest import Clock, Compare, Desk, walk


@pytest.fixture
def thrown(library: Library, clock: Clock) -> Library:
    """A library with two articles, a note and a highlight in the trash, thrown away on four days."""
    rows = {row.head.title.split()[0]: row.head.id for row in library.rows()}
    now = clock.moment
    clock.moment = now - timedelta(days=29, hours=2)
    library.trash([rows["Chipmaker"]])
    clock.moment = now - timedelta(days=12)
    start = library.open(rows["Grain"]).article.text.index("wheat")
    library.annotate(rows["Steel"], "Fifth of all bearings: who else makes them?")
    for note in library.notes(rows["Steel"]):
        library.trash_note(note.key)
    clock.moment = now - timedelta(days=3)
    library.trash_note(library.annotate(rows["Grain"], "", Span(start, start + 5)).key)
    clock.moment = now - timedelta(hours=1)
    library.trash([rows["Harbour"]])
    clock.moment = now
    return library


def titles(library: Library) -> set[str]:
    return {row.head.title.split()[0] for row in library.rows()}


def test_d_puts_an_article_there_and_the_message_names_the_way_back(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("d")
        assert desk.told[-1].endswith("is in the trash. u brings it back; D shows the trash.")
        await desk.press("D")
        assert isinstance(desk.app.screen, WastebasketScreen)
        assert "Harbour city" in desk.text
        assert "30 days left" in desk.text
        await desk.press("escape")
        assert isinstance(desk.app.screen, LibraryScreen)

    walk(library, script)


def test_it_lists_articles_and_notes_newest_first(thrown: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("D")
        assert "2 articles · 2 notes" in desk.text
        places = [desk.text.index(words) for words in ("Harbour city", "wheat · “Grain", "Fifth of all", "Chipmaker")]
        assert places == sorted(places)
        assert "1 day left" in desk.text

    walk(thrown, script, size=(200, 60))


@pytest.mark.parametrize("key", ["enter", "r"])
def test_an_article_is_brought_back_and_that_is_undone(thrown: Library, key: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("D", key)
        assert "is back in the library" in desk.told[-1]
        assert "1 article · 2 notes" in desk.text
        assert "Harbour" in titles(thrown)
        await desk.press("u")
        assert "Undid: bring back “Harbour" in desk.told[-1]
        assert "2 articles · 2 notes" in desk.text
        await desk.press("ctrl+r", "escape")
        assert "Harbour" in desk.text

    walk(thrown, script)


def test_a_note_is_read_in_full_and_brought_back(thrown: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("D", "j", "j")
        assert "Fifth of all bearings: who else makes them?" in " ".join(desk.text.split())
        await desk.press("enter")
        assert "A note on “Steel group" in desk.told[-1]
        assert "Fifth of all bearings: who else makes them?" in [note.text for note in thrown.notes()]

    walk(thrown, script)


def test_emptying_asks_and_the_safe_answer_is_the_default(thrown: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("D", "E")
        assert "2 articles with all notes on them and 2 single notes" in " ".join(desk.text.split())
        await desk.press("enter")
        assert len(thrown.wastebasket.contents()) == 4
        await desk.press("E", "escape", "E", "n")
        assert len(thrown.wastebasket.contents()) == 4
        await desk.press("E", "y")
        assert "2 articles and 2 notes gone for good." in desk.told[-1]
        assert "The trash is empty." in desk.text
        assert thrown.wastebasket.contents() == []
        await desk.press("u")
        assert "emptied out of the trash for good" in desk.told[-1]
        await desk.press("E")
        assert "empty already" in desk.told[-1]
        await desk.press("enter", "j", "G", "escape")
        assert isinstance(desk.app.screen, LibraryScreen)

    walk(thrown, script)


def test_it_opens_from_the_reader_too_and_never_twice(thrown: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("enter", "D", "D")
        assert [type(screen) for screen in desk.app.screen_stack].count(WastebasketScreen) == 1
        await desk.press("escape", "escape")
        assert isinstance(desk.app.screen, LibraryScreen)

    walk(thrown, script)


def test_what_another_process_throws_away_shows_after_a_refresh(thrown: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("D")
        thrown.trash([row.head.id for row in thrown.rows()][:1])
        await desk.press("u", "ctrl+r")
        assert "3 articles · 2 notes" in desk.text

    walk(thrown, script)


SIZES = [(80, 24), (120, 40), (200, 60)]


def doing(app: ReaderApp, *keys: str) -> Callable[[Pilot[None]], object]:
    """A function that presses these keys before the picture is taken."""

    async def run(pilot: Pilot[None]) -> None:
        desk = Desk(app, pilot)
        await desk.settle()
        await desk.press(*keys)

    return run


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_trash_with_articles_and_notes(snap_compare: Compare, thrown: Library, size: tuple[int, int]) -> None:
    app = ReaderApp(thrown)
    assert snap_compare(app, terminal_size=size, run_before=doing(app, "D", "j", "j"))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_an_empty_trash(snap_compare: Compare, library: Library, size: tuple[int, int]) -> None:
    app = ReaderApp(library)
    assert snap_compare(app, terminal_size=size, run_before=doing(app, "D"))


def test_the_question_before_emptying(snap_compare: Compare, thrown: Library) -> None:
    app = ReaderApp(thrown)
    assert snap_compare(app, terminal_size=(80, 24), run_before=doing(app, "D", "E"))


@pytest.mark.parametrize("colour", ["16", "none"])
def test_a_trash_with_few_colours(snap_compare: Compare, thrown: Library, colour: Colour) -> None:
    app = ReaderApp(thrown, colour=colour)
    assert snap_compare(app, terminal_size=(120, 40), run_before=doing(app, "D"))


def test_a_trash_in_a_light_theme(snap_compare: Compare, thrown: Library) -> None:
    app = ReaderApp(thrown)
    app.theme = "textual-light"
    assert snap_compare(app, terminal_size=(120, 40), run_before=doing(app, "D"))
