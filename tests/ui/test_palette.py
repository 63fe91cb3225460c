"""The palette and other lists, used faster than they follow."""

import asyncio
import threading

import pytest
from textual import events
from textual.command import CommandList

from reader.domain.heads import ArticleRow
from reader.library.library import Library
from reader.ui.screens.palette import Palette
from reader.ui.screens.reader import ReaderScreen
from tests.ui.conftest import STUCK, Desk, walk


class SlowLibrary:
    """A library whose rows come when `has_rows` is set."""

    def __init__(self, library: Library) -> None:
        self.has_rows = threading.Event()
        self._rows = library.rows

    def rows(self) -> list[ArticleRow]:
        """The rows, late."""
        self.has_rows.wait()
        return self._rows()


def test_letters_typed_while_the_titles_are_read_find_what_they_name(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = SlowLibrary(library)

    async def script(desk: Desk) -> None:
        monkeypatch.setattr(library, "rows", slow.rows)
        for key in ("colon", *"grain"):
            desk.app.post_message(events.Key(key, key[:1]))
            await desk.pilot.pause()
        slow.has_rows.set()
        palette = desk.app.screen
        assert isinstance(palette, Palette)
        for _ in range(STUCK):
            if palette.query_one(CommandList).option_count:
                break
            await asyncio.sleep(0.01)
        await desk.press("enter")
        assert isinstance(desk.app.screen, ReaderScreen)

    walk(library, script)


@pytest.mark.parametrize("key", ["pageup", "pagedown"])
@pytest.mark.parametrize("opener", ["T", "colon"])
def test_a_page_key_before_a_list_is_laid_out_does_no_harm(library: Library, opener: str, key: str) -> None:
    async def script(desk: Desk) -> None:
        desk.app.post_message(events.Key(opener, opener if len(opener) == 1 else ":"))
        for _ in range(30):
            await desk.pilot.pause(0)
            desk.app.post_message(events.Key(key, None))
        await desk.press("escape")
        assert desk.app.is_running

    walk(library, script)
