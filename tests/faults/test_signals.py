"""R5: however the app is ended or stopped, what was typed is there again and the terminal is as it was.

Five ways at ten moments with READER_FAULTS=full; otherwise each way at a few moments, and each moment in some way.
"""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.faults import moments
from tests.faults.moments import MOMENTS, STOCK, TITLE, TYPED, Moment, app, drafts, fill, surroundings
from tests.faults.terminals import Stuck, Terminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and terminals of POSIX")

TAKEN = b"\x1b[?1049h"
"""What a program writes when it takes the screen."""
LONG = 5.0
"""So many seconds are too long for the stock app to end."""
SOFTWARE = 70
FAST = "from reader.ui.terminal.departure import Departure as D; D.__init__.__kwdefaults__['patience'] = 0.5"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one article in its library."""
    return fill(tmp_path_factory.mktemp("filled"))


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    """A home of this test alone."""
    return shutil.copytree(filled, tmp_path / "home")


WAYS = ("term", "hup", "window closed", "stopped by key", "stopped")
FEW = {
    "term": (moments.at_once, moments.in_a_note, moments.in_a_storm_of_sizes),
    "hup": (moments.at_the_first_byte, moments.in_a_note, moments.in_a_filter),
    "window closed": (moments.in_a_note, moments.in_a_run_of_keys),
    "stopped by key": (moments.at_the_first_byte, moments.in_an_article, moments.in_a_note),
    "stopped": (moments.in_the_palette, moments.in_a_note, moments.in_a_paste),
}
"""What is looked at where the machine has other things to do as well."""


def chosen() -> Iterator[tuple[str, Moment]]:
    """The ways and moments of this run."""
    is_full = os.environ.get("READER_FAULTS") == "full"
    for way in WAYS:
        for moment in MOMENTS if is_full else FEW[way]:
            yield way, moment


def ends(terminal: Terminal, way: str, moment: Moment) -> None:
    """End the app by a signal or by closing the window; look at its exit code and at what it leaves."""
    number = signal.SIGTERM if way == "term" else signal.SIGHUP
    if way == "window closed":
        terminal.hang_up()
    else:
        terminal.send(number)
    code = terminal.wait_for_end()
    assert (
        code in {128 + number, -number}
        if moment in {moments.at_once, moments.at_the_first_byte}
        else code == 128 + number
    )
    if way != "window closed":
        assert terminal.left_changed == []


def stops(terminal: Terminal, way: str) -> None:
    """Stop the app as ^Z does, or unasked, bring it back, see the screen again, and leave."""
    before = terminal.written.count(TAKEN)
    terminal.send(signal.SIGTSTP if way == "stopped by key" else signal.SIGSTOP)
    terminal.wait_for_stop()
    if way == "stopped by key":
        assert terminal.left_changed == []
    terminal.wait_for("Stopped")
    terminal.bring_back()
    terminal.wait_until(lambda: terminal.written.count(TAKEN) > before)
    terminal.wait_until(lambda: any(word in terminal.picture.text for word in ("help", "Draft", "esc", TITLE)))
    terminal.send(signal.SIGTERM)
    assert terminal.wait_for_end() == 128 + signal.SIGTERM
    assert terminal.left_changed == []


@pytest.mark.parametrize(("way", "moment"), chosen())
def test_the_terminal_and_the_draft_are_as_they_were(home: Path, way: str, moment: Moment) -> None:
    with app(home, has_jobs=way.startswith("stopped")) as terminal:
        moment(terminal)
        if way.startswith("stopped"):
            stops(terminal, way)
        else:
            ends(terminal, way, moment)
    if moment is moments.in_a_note:
        assert drafts(home) == [TYPED]
    if moment is moments.in_a_paste:
        assert [text for text in drafts(home) if "Calder bridge" in text]


def test_a_draft_is_offered_when_the_app_opens_again(home: Path) -> None:
    with app(home) as terminal:
        moments.in_a_note(terminal)
        terminal.send(signal.SIGHUP)
        terminal.wait_for_end()
    with app(home) as terminal:
        terminal.wait_for(TYPED)


# -- harder moments


def test_a_window_that_closes_ends_the_app_even_where_no_signal_comes(home: Path) -> None:
    with app(home, has_jobs=True) as terminal:  # the shell takes the signal and stays
        moments.in_a_note(terminal)
        terminal.hang_up()
        assert terminal.wait_for_end() == 128 + signal.SIGHUP
    assert drafts(home) == [TYPED]


def test_signals_that_come_while_leaving_change_nothing(home: Path) -> None:
    with app(home) as terminal:
        moments.in_a_note(terminal)
        together = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
        for number in (*together, signal.SIGTERM, signal.SIGCONT):
            terminal.send(number)
        assert terminal.wait_for_end() in {128 + number for number in together}  # the system chooses the first
        assert terminal.left_changed == []
    assert drafts(home) == [TYPED]


@pytest.mark.parametrize("name", ["SIGINT", "SIGQUIT", "SIGUSR1"])
def test_other_signals_end_it_in_order_too(home: Path, name: str) -> None:
    number = getattr(signal, name)
    with app(home) as terminal:
        moments.in_the_library(terminal)
        terminal.send(number)
        assert terminal.wait_for_end() == 128 + number
        assert terminal.left_changed == []


BLOCKED = "import time, reader.ui.app as a; a.ReaderApp.action_help = lambda self: (self.bell(), time.sleep(3600))"
BUSY = "import time, reader.ui.app as a; a.ReaderApp.action_help = lambda self: self._turn.do(lambda: (self.bell(), time.sleep(3600)), print)"  # noqa: E501 - one line for the other process
BROKEN = "import reader.ui.app as a; a.ReaderApp.action_help = lambda self: [][len('\\x1b]0;no\\x07')]"
BROKEN_THREAD = "import reader.ui.app as a; a.ReaderApp.action_help = lambda self: self._turn.do(lambda: [][7], print)"
NO_DRAFTS = "import reader.ui.dialogs.dialog as d; d.Dialog.save_draft = lambda self: [][7]"
HANGING_DRAFTS = """
import time, reader.ui.dialogs.dialog as d, reader.ui.terminal.leaving as l
l.SAVING_PATIENCE = 0.2
d.Dialog.save_draft = lambda self: time.sleep(3600)
"""


@pytest.mark.parametrize("trouble", [BLOCKED, BUSY], ids=["the loop is blocked", "a thread is busy"])
def test_work_that_does_not_end_keeps_nobody(home: Path, trouble: str) -> None:
    with app(home, FAST, trouble) as terminal:
        moments.in_the_library(terminal)
        terminal.type("?")
        terminal.wait_until(lambda: b"\x07" in terminal.written)
        terminal.send(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert terminal.left_changed == []


@pytest.mark.parametrize("trouble", [NO_DRAFTS, HANGING_DRAFTS], ids=["fail", "hang"])
def test_drafts_that_cannot_be_saved_keep_nobody(home: Path, trouble: str) -> None:
    with app(home, FAST, trouble) as terminal:
        moments.in_a_note(terminal)
        terminal.send(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert terminal.left_changed == []


def test_a_terminal_that_takes_nothing_keeps_nobody(home: Path) -> None:
    with app(home, FAST) as terminal:
        moments.in_an_article(terminal)
        terminal.look_away()
        for number in range(200):
            terminal.resize(100 + number % 2, 30)
            terminal.type("jk" * 20)
        terminal.send(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert terminal.attributes == terminal.attributes_before


EDITOR = """
import signal, sys
signal.signal(signal.SIGTERM, lambda *_: (open(sys.argv[1], "w").write("Saved by the editor."), sys.exit(1)))
print("EDITING", flush=True)
signal.pause()
"""


def test_a_signal_reaches_the_editor_that_has_the_terminal(home: Path, tmp_path: Path) -> None:
    (tmp_path / "editor.py").write_text(EDITOR, encoding="utf-8")
    with app(home, EDITOR=f"{sys.executable} {tmp_path / 'editor.py'}") as terminal:
        moments.in_an_article(terminal)
        terminal.type("\x05")
        terminal.wait_for("EDITING")
        terminal.send(signal.SIGINT)  # which a terminal sends to all; it is the editor's
        terminal.send(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert terminal.left_changed == []
    kept = [path.read_text(encoding="utf-8") for path in (home / "state").rglob("*") if path.is_file()]
    assert any("Saved by the editor." in text for text in kept)


def test_control_z_is_for_the_shell_but_in_a_text(home: Path) -> None:
    with app(home, has_jobs=True) as terminal:
        moments.in_the_palette(terminal)
        terminal.type("\x1a")
        terminal.wait_for_stop()
        assert terminal.left_changed == []
        terminal.bring_back()
        terminal.wait_for(": show")
        terminal.type("\x1b")
        terminal.wait_until(lambda: ": show" not in terminal.picture.text)
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert terminal.left_changed == []


# -- errors of our own


@pytest.mark.parametrize("trouble", [BROKEN, BROKEN_THREAD], ids=["on the loop", "in a thread"])
def test_an_error_of_our_own_is_one_sentence_and_a_log(home: Path, trouble: str) -> None:
    with app(home, trouble) as terminal:
        moments.in_the_library(terminal)
        terminal.type("?")
        assert terminal.wait_for_end() == SOFTWARE
        assert terminal.left_changed == []
        shown = " ".join(terminal.picture.text.split())
    log = home / "state" / "reader.log"
    assert "Reader met an error of its own" in shown
    assert str(log) in shown.replace(" ", "")
    assert "Traceback" not in shown
    assert "IndexError" in log.read_text(encoding="utf-8")
    assert oct(log.stat().st_mode & 0o777) == "0o600"


# -- the stock part beside it


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_stock_app_leaves_the_terminal_broken(tmp_path: Path, number: int) -> None:
    with Terminal([sys.executable, "-c", STOCK], surroundings(tmp_path)) as terminal:
        terminal.wait_for("the stock app")
        terminal.send(number)
        assert terminal.wait_for_end() == -number
        assert len(terminal.left_changed) >= len(["mode 1049", "mode 25", "lflag", "kitty keys"])


def test_the_stock_app_does_not_put_back_what_a_stop_has_changed(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-c", STOCK], surroundings(tmp_path), has_jobs=True) as terminal:
        terminal.wait_for("the stock app")
        terminal.send(signal.SIGSTOP)
        terminal.wait_for_stop()
        terminal.bring_back()
        terminal.wait_until(lambda: terminal.written.count(TAKEN) == len(["at first", "again"]))
        terminal.wait_for("the stock app")
        terminal.type("\x11")
        with suppress(Stuck):  # at times it does not even end
            terminal.wait_for_end(LONG)
        assert "lflag" in terminal.left_changed


def test_the_clock_of_the_log_is_that_of_the_world(home: Path) -> None:
    with app(home, BROKEN) as terminal:
        moments.in_the_library(terminal)
        terminal.type("?")
        terminal.wait_for_end()
    first = (home / "state" / "reader.log").read_text(encoding="utf-8").split("\n", 1)[0]
    assert abs((datetime.now(UTC) - datetime.fromisoformat(first)).days) <= 1
