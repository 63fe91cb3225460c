"""R6: kill -9 while a note is being typed costs at most two seconds of typing, and what was typed is offered again.

A word counts as typed once the app shows it, so that a slow machine is held against nobody; how long a word took to be
shown beyond what it takes on an idle one is time in which the app could not work, and is granted.
"""

import os
import random
import signal
import sys
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from reader.domain.drafts import DraftState
from reader.library.library import Library
from reader.settings import Folders
from reader.storage import draft_records
from tests.faults.terminals import Terminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and terminals of POSIX")

HOUSE = Path(__file__).parents[2]
KILLS = 200 if os.environ.get("READER_FAULTS") == "full" else 5
MOST_LOST = 2.0
"""How many seconds of typing may be lost."""
LONGEST = 6.0
"""How many seconds of typing come before a kill at most."""
USUAL = 0.1
"""How many seconds a word takes to be shown on a machine that is not busy, at most."""

EDITOR = """
import pathlib, sys
file = pathlib.Path(sys.argv[-1])
file.write_text(file.read_text() + " and more")
print("the editor has written", flush=True)
sys.stdin.readline()
"""
STOCK = """
from textual.app import App
from textual.widgets import Label, TextArea
class Stock(App):
    def compose(self):
        yield Label("Note on the article")
        yield TextArea()
Stock().run()
"""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the note, when it was seen on the screen, and how long it took longer than usual to get there."""

    end: int
    seen: float
    granted: float


def type_until(terminal: Terminal, seconds: float) -> tuple[str, list[Word]]:
    """Type words for so many seconds, and kill the app in the middle of it; what was typed, and when."""
    text, words = "", []
    began = time.monotonic()
    for number in count(1):
        word = f"{number:04} "
        sent = time.monotonic()
        terminal.type(word)
        text += word
        if sent - began > seconds:
            break
        terminal.wait_for(word.strip())
        seen = time.monotonic()
        words.append(Word(len(text), seen, max(0.0, seen - sent - USUAL)))
    terminal.send(signal.SIGKILL)
    assert terminal.wait_for_end() == -signal.SIGKILL
    return text, words


def lost_seconds(words: list[Word], kept: str, killed: float) -> float:
    """How many seconds before the kill the first word was typed that is not on the disk; none where all are."""
    lost = [word for word in words if word.end - 1 > len(kept)]
    return killed - lost[0].seen - sum(word.granted for word in lost) if lost else 0.0


def on_the_disk(home: Path) -> str:
    """The note as it lies in the folder of drafts, in the one that was not thrown away."""
    files = (home / "state" / "drafts").glob("*.json")
    drafts = [draft_records.load("", path.read_bytes())[0] for path in files]
    return next((draft.text for draft in drafts if draft.state is DraftState.OPEN), "")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one article in its library."""
    folders = Folders(tmp_path / "library", tmp_path / "config", tmp_path / "state", tmp_path / "cache")
    Library(folders).sample()
    return tmp_path


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of the app: nobody's but ours."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    own = {"READER_HOME": str(tmp_path), "HOME": str(tmp_path), "TERM": "xterm-256color", "PYTHONPATH": str(HOUSE)}
    return kept | own


def test_a_kill_costs_two_seconds_of_typing_at_most_and_the_rest_is_offered(
    home: Path, environment: dict[str, str]
) -> None:
    chance = random.Random(6)  # noqa: S311 - nothing secret
    reader = [sys.executable, "-m", "reader"]
    kept, offered, worst = "", 0, 0.0
    for _ in range(KILLS):
        with Terminal(reader, environment, folder=home) as terminal:
            answer(terminal, kept)
            offered += bool(kept)
            terminal.type("n")
            terminal.wait_for("Note on the article")
            text, words = type_until(terminal, chance.uniform(0, LONGEST))
        killed = words[-1].seen if words else 0.0
        kept = on_the_disk(home)
        assert text.startswith(kept)
        worst = max(worst, lost_seconds(words, kept, killed))
        assert worst <= MOST_LOST
    with Terminal(reader, environment, folder=home) as terminal:
        answer(terminal, kept)
    assert offered >= KILLS // 2, "the kills came before anything was typed"


@pytest.fixture
def with_editor(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """The environment with an editor that writes something, then waits for a line."""
    (tmp_path / "editor.py").write_text(EDITOR, encoding="utf-8")
    return environment | {"VISUAL": f"{sys.executable} {tmp_path / 'editor.py'}"}


def write_and_lend(terminal: Terminal) -> None:
    """Begin a note, and go on with it in the editor."""
    terminal.wait_for("Night ferries")
    terminal.type("n")
    terminal.wait_for("Note on the article")
    terminal.type("typed")
    terminal.wait_for("typed")
    terminal.type("\x05")
    terminal.wait_for("the editor has written")


def test_a_note_goes_out_to_an_editor_and_comes_back(home: Path, with_editor: dict[str, str]) -> None:
    with Terminal([sys.executable, "-m", "reader"], with_editor, folder=home) as terminal:
        write_and_lend(terminal)
        terminal.type("\r")
        terminal.wait_for("typed and more")
        terminal.type("\x13")
        terminal.wait_for("Note kept")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert list((home / "state" / "drafts").glob("*-*")) == []


def test_what_an_editor_wrote_is_offered_when_reader_was_killed_under_it(
    home: Path, with_editor: dict[str, str]
) -> None:
    with Terminal([sys.executable, "-m", "reader"], with_editor, folder=home) as terminal:
        write_and_lend(terminal)
        terminal.send(signal.SIGKILL)
        terminal.wait_for_end()
    with Terminal([sys.executable, "-m", "reader"], with_editor, folder=home) as terminal:
        terminal.wait_for("2 drafts not finished")
        terminal.wait_for("typed and more")


def answer(terminal: Terminal, kept: str) -> None:
    """See the draft offered with its words, if there is one, and throw it away."""
    if not kept:
        terminal.wait_for("Night ferries")
        return
    terminal.wait_for("1 draft not finished")
    terminal.wait_for(kept.strip()[:40])
    terminal.type("d")
    terminal.wait_until(lambda: "1 draft not finished" not in terminal.picture.text)
    terminal.wait_for("Night ferries")


def test_the_same_kill_costs_a_stock_text_area_all(tmp_path: Path, environment: dict[str, str]) -> None:
    with Terminal([sys.executable, "-c", STOCK], environment, folder=tmp_path) as terminal:
        terminal.wait_for("Note on the article")
        text, _ = type_until(terminal, MOST_LOST + 1)
    assert len(text) > 20
    assert not any(text[:4] in path.read_text(errors="replace") for path in tmp_path.rglob("*") if path.is_file())
