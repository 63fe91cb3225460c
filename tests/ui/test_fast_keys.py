"""Esc that comes on the heels of the key that opens a dialog: the dialog goes, the app stays."""

from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key, key_to_character

from reader.library.library import Library
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.reader import ReaderScreen
from tests.ui.conftest import Clock, Desk, walk
from tests.ui.reader_article import add_barrage, known_library


def at_once(desk: Desk, *keys: str) -> None:
    """Press keys without waiting for what the ones before do."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        desk.app.post_message(events.Key(name, key if len(key) == 1 else key_to_character(key)))


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("key", ["n", "N", "t", "A", "enter", "o", "f", "O", "E", "x", "colon", "question_mark", "T"])
def test_the_reader_survives_a_fast_escape(tmp_path: Path, clock: Clock, key: str, times: int) -> None:
    known = known_library(tmp_path, clock)
    article = add_barrage(known)
    known.annotate(article, "kept")

    async def script(desk: Desk) -> None:
        await desk.press("full_stop")
        for _ in range(times):
            at_once(desk, key, "escape")
        await desk.settle()
        await desk.press("escape", "escape")
        assert isinstance(desk.app.screen, LibraryScreen | ReaderScreen)
        assert desk.app.return_code is None

    walk(known, script, start=article)


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("key", ["n", "t", "a", "i", "E", "x", "slash", "colon", "question_mark", "T", "enter"])
def test_the_library_survives_a_fast_escape(library: Library, key: str, times: int) -> None:
    async def script(desk: Desk) -> None:
        for _ in range(times):
            at_once(desk, key, "escape")
        await desk.settle()
        await desk.press("escape", "escape")
        assert isinstance(desk.app.screen, LibraryScreen)
        assert desk.app.return_code is None

    walk(library, script)


def test_enter_twice_opens_one_reader(library: Library) -> None:
    async def script(desk: Desk) -> None:
        at_once(desk, "enter", "enter", "enter")
        await desk.settle()
        assert [type(screen) for screen in desk.app.screen_stack] == [LibraryScreen, ReaderScreen]

    walk(library, script)
