"""The app on a terminal, and the ten moments at which something may happen to it."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.library.library import Library
from reader.settings import Folders
from tests.faults.terminals import Terminal

HOUSE = Path(__file__).parents[2]
TITLE = "Night ferries"
TYPED = "Who pays for the night ferries?"
PASTED = "Tolls rise on the Calder bridge\n\nDrivers pay $4 from May, the council said on Friday."
MAIN = "import sys; from reader.__main__ import main; sys.exit(main(['--library=' + sys.argv[1]]))"
STOCK = """
from textual.app import App
from textual.widgets import Input
class Stock(App):
    def compose(self):
        yield Input("the stock app")
Stock().run()
"""
"""An app of nothing but Textual, to be looked at beside ours."""

Moment = Callable[[Terminal], object]


def reader(home: Path, *lines: str) -> list[str]:
    """The command that opens the screens on the library in `home`, after these lines of Python."""
    return [sys.executable, "-c", "\n".join([*lines, MAIN]), str(home / "library")]


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """The environment of the app: nobody's but ours."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT") if name in os.environ}
    return (
        kept | {"READER_HOME": str(home), "HOME": str(home), "TERM": "xterm-256color", "PYTHONPATH": str(HOUSE)} | more
    )


def fill(home: Path) -> Path:
    """Put one article into the library in `home`."""
    Library(folders_of(home)).sample()
    return home


def folders_of(home: Path) -> Folders:
    """The folders that the app uses when READER_HOME is `home`."""
    return Folders(home / "library", home / "config", home / "state", home / "cache")


@contextmanager
def app(home: Path, *lines: str, has_jobs: bool = False, **more: str) -> Iterator[Terminal]:
    """The app on a terminal."""
    with Terminal(reader(home, *lines), surroundings(home, **more), has_jobs=has_jobs, folder=home) as terminal:
        yield terminal


def drafts(home: Path) -> list[str]:
    """What is offered to be gone on with, after the app."""
    return [draft.text.strip() for draft in Library(folders_of(home)).drafts.all()]


# -- ten moments


def at_once(terminal: Terminal) -> None:
    """Nothing has been drawn; Python may not even have begun."""


def at_the_first_byte(terminal: Terminal) -> None:
    terminal.wait_until(lambda: terminal.written)


def in_the_library(terminal: Terminal) -> None:
    terminal.wait_for(TITLE)


def in_an_article(terminal: Terminal) -> None:
    in_the_library(terminal)
    terminal.type("\r")
    terminal.wait_for("Ferries will sail")
    terminal.wait_for("PEOPLE")


def in_a_note(terminal: Terminal) -> None:
    in_the_library(terminal)
    terminal.type("n")
    terminal.wait_for("Note on the article")
    terminal.type(TYPED)
    terminal.wait_for(TYPED)


def in_the_palette(terminal: Terminal) -> None:
    in_the_library(terminal)
    terminal.type(":")
    terminal.wait_for("words of a title")
    terminal.type("show")
    terminal.wait_for(": show")


def in_a_paste(terminal: Terminal) -> None:
    in_the_library(terminal)
    terminal.type(f"\x1b[200~{PASTED}\x1b[201~")
    terminal.wait_for("Calder bridge")


def in_a_filter(terminal: Terminal) -> None:
    in_the_library(terminal)
    terminal.type("/")
    terminal.wait_for("show all")
    terminal.type("ferries")
    terminal.wait_for("ferries ")


def in_a_storm_of_sizes(terminal: Terminal) -> None:
    in_the_library(terminal)
    for number in range(200):
        terminal.resize(1 + number * 37 % 500, 1 + number * 91 % 500)
    terminal.resize(100, 30)


def in_a_run_of_keys(terminal: Terminal) -> None:
    in_an_article(terminal)
    terminal.type("jkhu" * 200)


MOMENTS: tuple[Moment, ...] = (
    at_once,
    at_the_first_byte,
    in_the_library,
    in_an_article,
    in_a_note,
    in_the_palette,
    in_a_paste,
    in_a_filter,
    in_a_storm_of_sizes,
    in_a_run_of_keys,
)
