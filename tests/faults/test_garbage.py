"""R7: whatever comes in as input, the app neither falls nor hangs; the seeds are fixed, so that a fall can be repeated.

READER_FAULTS=full takes more seeds.
"""

import os
import random
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.faults.moments import STOCK, fill, reader, surroundings
from tests.faults.terminals import Ended, Stuck, Terminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")

STUCK = 30.0
"""So many seconds without an answer mean that the app hangs."""
PATIENT = "from reader.ui.terminal.departure import Departure as D; D.__init__.__kwdefaults__['patience'] = 3600"
"""The app has all the time to leave in order: if it does not, it hangs."""
SEEDS = range(20 if os.environ.get("READER_FAULTS") == "full" else 1)
BELL = b"\x07"
RINGS = """
import reader.ui.app as a
from textual.events import Key
as_ever = a.ReaderApp.on_event
async def on_event(self, event):
    if isinstance(event, Key) and event.key == "f12":
        self.bell()
    else:
        await as_ever(self, event)
a.ReaderApp.on_event = on_event
async def stay(self):
    pass
a.ReaderApp.action_quit = stay
"""
"""One key rings the bell as soon as the app comes to it, so that it is seen when all before has been dealt with.

And the app is not quit, which is what random keys come to sooner or later.
"""
BY_FAR_TOO_MUCH = 1_000_000
"""More bytes than any screen takes."""
PATIENCE = 5.0
"""After so many seconds that key is pressed again."""
KEYS = 5000
HARMLESS = {"EDITOR": "true", "BROWSER": "true"}
LENDING = "\x05\x1a"
"""Keys that give the terminal to others for a moment, in which ^C is a signal."""
SPECIAL = [
    "\x1b",
    "\r",
    "\t",
    "\x7f",
    "\x1b[A",
    "\x1b[B",
    "\x1b[C",
    "\x1b[D",
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[H",
    "\x1b[F",
    "\x1b[Z",
]
PARAMETERS = (
    "",
    "0",
    "1;1",
    "-1",
    ";;;;;;;;",
    "99999999999999999999",
    "1114112",
    "55296",
    "97:65;1:3;55296:1",
    "?1;2",
    "?2026;1",
    "?2048;1",
    "<0;99999;99999",
    "<35;1;1",
    "<64;-1;0",
    ">1;4601;0",
    "48;5000;5000;0;0",
    "48;0;0;0;0",
    "48;30;100;1;1",
    "200",
    "201",
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one article in its library."""
    return fill(tmp_path_factory.mktemp("filled"))


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    """A home of this test alone."""
    return shutil.copytree(filled, tmp_path / "home")


@contextmanager
def app(home: Path) -> Iterator[Terminal]:
    """The app, from its library on."""
    environment = surroundings(home, **HARMLESS)
    with Terminal(reader(home, PATIENT, RINGS), environment, folder=home) as terminal:
        terminal.wait_for("Night ferries")
        try:
            yield terminal
        except AssertionError as error:
            for log in home.glob("state/*.log"):
                error.add_note(log.read_text(encoding="utf-8"))
            raise


def answers(terminal: Terminal) -> None:
    """See that the app comes to a key behind all that was sent; what has no end may take the first of them."""
    before = terminal.written.count(BELL)
    for _ in range(int(STUCK / PATIENCE)):
        terminal.type("\x1b[24~")
        with suppress(Stuck):
            terminal.wait_until(lambda: terminal.written.count(BELL) > before, PATIENCE)
            return
    raise AssertionError(f"the app hangs; on the screen is\n{terminal.picture.text}")


def leaves(terminal: Terminal) -> None:
    """See that the app leaves in order."""
    terminal.send(signal.SIGTERM)
    assert terminal.wait_for_end(STUCK) == 128 + signal.SIGTERM
    assert terminal.left_changed == []


def lives(terminal: Terminal, garbage: bytes) -> None:
    """Send garbage, and see that the app is well afterwards."""
    terminal.type(garbage)
    answers(terminal)
    leaves(terminal)


@pytest.mark.parametrize("seed", SEEDS)
def test_random_bytes(home: Path, seed: int) -> None:
    garbage = random.Random(seed).randbytes(16_384)  # noqa: S311 - garbage is no secret
    with app(home) as terminal:
        lives(terminal, garbage)


@pytest.mark.parametrize("between", ["", " ", "$", "'"])
def test_all_control_sequences(home: Path, between: str) -> None:
    finals = [chr(code) for code in range(0x40, 0x7F)]
    parts = [f"\x1b[{one}{between}{final}" for one in PARAMETERS for final in finals if (one, final) != ("200", "~")]
    with app(home) as terminal:
        lives(terminal, "".join(parts).encode())


@pytest.mark.parametrize(
    "garbage",
    [
        b"\xff\xfe\xc3(\xe2\x28\xa1\xf0\x28\x8c\xbc\xed\xa0\x80\xc0\xaf\xf4\x90\x80\x80" * 50,
        b"\x1b[200~never closed",
        b"\x1b[200~\x1b[200~\x1b[201~\x1b[201~\x1b[201~",
        b"\x1b]52;c;" + b"A" * 100_000,
        b"\x1bP" + b"q" * 100_000,
        b"\x1b_G" + b"\x1b^" * 500 + b"\x1bX",
        b"\x1b[" + b"1;" * 100_000,
        b"\x1b" * 5_000,
        b"\x1b[?2048;1$y" + b"\x1b[48;5000;5000;0;0t" * 10 + b"\x1b[48;30;100;600;1000t\x1b[<0;99999;99999M",
        b"\x1b[1114112u\x1b[99999999999u\x1b[97;99999999999u",
        b"\x00" * 5000,
    ],
    ids=["not text", "paste", "pastes", "osc", "dcs", "strings", "csi", "escapes", "sizes", "numbers", "nothing"],
)
def test_broken_sequences(home: Path, garbage: bytes) -> None:
    with app(home) as terminal:
        lives(terminal, garbage)


def test_a_paste_of_a_million_characters(home: Path) -> None:
    line = "The council of Port Ellery will vote on a tunnel that costs $420mn, its mayor Ruth Okafor said. "
    text = "A tunnel for Port Ellery\n\n" + "\n\n".join(line * 8 for _ in range(1_000_000 // (8 * len(line)) + 1))
    with app(home) as terminal:
        terminal.type(f"\x1b[200~{text}\x1b[201~")
        terminal.wait_for("A tunnel for Port Ellery", STUCK)
        answers(terminal)
        leaves(terminal)


@pytest.mark.parametrize("seed", SEEDS)
def test_sizes_in_bursts(home: Path, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - garbage is no secret
    with app(home) as terminal:
        for _ in range(10):
            for _ in range(20):
                terminal.resize(dice.choice((1, 2, 59, 60, 80, 500)), dice.choice((1, 2, 15, 16, 24, 500)))
            answers(terminal)
        for columns, lines in ((1, 1), (500, 500), (0, 0), (65535, 65535), (100, 30)):
            terminal.resize(columns, lines)
        terminal.wait_for("Night ferries", STUCK)
        leaves(terminal)


@pytest.mark.parametrize("seed", SEEDS)
def test_random_keys(home: Path, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - garbage is no secret
    letters = [chr(code) for code in range(1, 127) if chr(code) not in LENDING + "\x1b"]
    with app(home) as terminal:
        for _ in range(KEYS // 100):
            terminal.type("".join(dice.choice(dice.choice((letters, SPECIAL))) for _ in range(100)))
            answers(terminal)
        leaves(terminal)


# -- the stock part beside it


@pytest.mark.parametrize("garbage", [b"\xff", b"\x1b[1114112u"], ids=["a byte", "a number"])
def test_the_stock_app_falls(tmp_path: Path, garbage: bytes) -> None:
    with Terminal([sys.executable, "-c", STOCK], surroundings(tmp_path)) as terminal:
        terminal.wait_for("the stock app")
        for _ in range(int(STUCK / PATIENCE)):  # on a busy machine it may draw before it listens
            terminal.type(garbage)
            try:
                terminal.wait_until(lambda: b"Error" in terminal.written, PATIENCE)
            except Stuck:
                continue
            except Ended:
                pass  # it may fall before it has said why
            break
        assert terminal.wait_for_end(STUCK) != 0 or b"Error" in terminal.written


def test_the_stock_app_hangs_at_a_report_of_an_absurd_size(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-c", STOCK], surroundings(tmp_path)) as terminal:
        terminal.wait_for("the stock app")
        terminal.type("\x1b[?2048;1$y\x1b[48;5000;5000;0;0t")
        terminal.wait_until(lambda: len(terminal.written) > BY_FAR_TOO_MUCH)
        terminal.type("\x11")
        with pytest.raises(Stuck):
            terminal.wait_for_end(PATIENCE)
