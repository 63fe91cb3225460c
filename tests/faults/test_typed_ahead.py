"""Keys typed faster than the app follows go where they would have gone at leisure; none is lost, none waits for ever.

Each group of keys comes in one write, as from somebody who knows the way, or from a slow connection.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.library.library import Library
from tests.faults.moments import TITLE, fill, folders_of, reader, surroundings
from tests.faults.terminals import Terminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")

UNPACED = "from reader.ui.terminal.driver import TerminalDriver as T; del T.send_message"
"""Hands every key over at once, as Textual does."""
BUSY = """
import asyncio
import reader.ui.app as a
as_ever = a.ReaderApp.on_event
async def on_event(self, event):
    if getattr(event, "key", "") == "f12" and not event.is_forwarded:
        await asyncio.sleep(3600)
    await as_ever(self, event)
a.ReaderApp.on_event = on_event
"""
"""One key keeps the app busy for an hour."""
STARTED = """
import reader.ui.screens.library as l
def note(self):
    self.run_worker(__import__("asyncio").sleep(3600))
l.LibraryScreen.action_note = note
"""
"""One key starts work that takes an hour."""
TRIES = 10
"""How often the control may go well by chance."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one article in its library."""
    return fill(tmp_path)


@contextmanager
def library(home: Path, *lines: str) -> Iterator[Terminal]:
    """The app, with the list on the screen."""
    with Terminal(reader(home, *lines), surroundings(home, EDITOR="true"), folder=home) as terminal:
        terminal.wait_for(TITLE)
        yield terminal


def notes(home: Path) -> list[str]:
    """The words of every note."""
    return [note.text for note in Library(folders_of(home)).notes()]


def kept(terminal: Terminal, home: Path) -> list[str]:
    """The words of every note, when one is kept."""
    terminal.wait_for("Note kept")
    return notes(home)


def test_words_behind_the_key_of_the_filter_filter(home: Path) -> None:
    with library(home) as terminal:
        terminal.type("/night")
        terminal.wait_for("1 of 1 shown")
        terminal.wait_for("Filter: night")
        assert "Note on the article" not in terminal.picture.text


def _where_it_led(terminal: Terminal) -> str:
    """Which of two ways the keys took."""
    ways = ("Note on", "of 1 shown")
    terminal.wait_until(lambda: any(way in terminal.picture.text for way in ways))
    return next(way for way in ways if way in terminal.picture.text)


def test_without_the_pacer_they_open_a_note(home: Path) -> None:
    for _ in range(TRIES):  # on a busy machine the keys may be read one by one, and then they do no harm
        with library(home, UNPACED) as terminal:
            terminal.type("/night")
            if _where_it_led(terminal) == "Note on":
                return
    pytest.fail("the keys found their way without the pacer: it is not tested")


@pytest.mark.parametrize("behind", ["\x1b", "\x13"], ids=["escape", "control s"])
def test_a_note_typed_at_once_is_kept_to_the_letter(home: Path, behind: str) -> None:
    with library(home) as terminal:
        terminal.type(f"nWho pays for the dredging? jkud/:q{behind}")
        assert kept(terminal, home) == ["Who pays for the dredging? jkud/:q"]


def test_a_note_pasted_behind_its_key_is_kept(home: Path) -> None:
    with library(home) as terminal:
        terminal.type("n\x1b[200~Pasted\nin two lines\x1b[201~, and more\x1b")
        assert kept(terminal, home) == ["Pasted\nin two lines, and more"]


def test_a_command_typed_at_once_is_run(home: Path) -> None:
    with library(home) as terminal:
        terminal.type(":keys\r")
        terminal.wait_for("esc close")


def test_the_way_to_an_article_may_be_typed_at_once(home: Path) -> None:
    with library(home) as terminal:
        terminal.type("/night\r\r")
        terminal.wait_for("Ferries will sail")
        terminal.wait_for("¶")


@pytest.mark.parametrize("length", [900, 2000])
def test_many_characters_at_once_lose_none(home: Path, length: int) -> None:
    text = "".join(f"{number:04} " for number in range(length // 5)).rstrip()
    with library(home) as terminal:
        terminal.type("n")
        terminal.wait_for("Note on the article")
        terminal.type(text)
        terminal.wait_for(text[-4:])
        terminal.type("\x1b")
        assert kept(terminal, home) == [text]


def test_work_that_takes_long_holds_no_key_back(home: Path) -> None:
    with library(home, STARTED) as terminal:
        terminal.type("n\r")
        terminal.wait_for("Ferries will sail")


def test_a_busy_app_is_left_by_a_signal_all_the_same(home: Path) -> None:
    with library(home, BUSY) as terminal:
        terminal.type("\x1b[24~/night")
        terminal.send(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert terminal.left_changed == []
