"""How soon the library is on the screen, in a terminal of its own, against a bare screen of Textual."""

import os
import pty
import select
import signal
import struct
import tempfile
import termios
import time
from fcntl import ioctl
from pathlib import Path

from reader.library.library import Library
from reader.settings import folders
from tests.benchmarks.measure import HOUSE, medians, print_table, python
from tests.benchmarks.texts import article

ROWS, COLUMNS = 40, 120
PATIENCE = 20.0
ROUNDS = 7
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("ferries are here")
Bare().run()
"""


def run() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as home:
        library = Library(folders(environment={"READER_HOME": home}))
        for seed in range(1, 21):
            text = article(400, seed)
            library.add(library.preview(text), text)
        taken = medians(
            {
                "a bare screen of Textual": lambda: _until(python("-c", BARE), b"ferries", home),
                "the library": lambda: _until(python("-m", "reader"), b"Ferries", home),
            },
            ROUNDS,
        )
    print_table("first frame", taken, "a bare screen of Textual")


def _until(words: list[str], marker: bytes, home: str) -> None:
    """Run a command in a terminal until `marker` is drawn."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(HOUSE)
        os.environ.update({"READER_HOME": home, "TERM": "xterm-256color", "PYTHONPATH": str(Path(HOUSE))})
        os.execvp(words[0], words)  # noqa: S606 - our own Python
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    try:
        _read_until(terminal, marker)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def _read_until(terminal: int, marker: bytes) -> None:
    seen, until = b"", time.monotonic() + PATIENCE
    while marker not in seen and time.monotonic() < until:
        if select.select([terminal], [], [], 1)[0]:
            try:
                seen = (seen + os.read(terminal, 65536))[-200_000:]
            except OSError:
                break
    if marker not in seen:
        raise RuntimeError(f"{marker!r} was never drawn; the last that came was {seen[-300:]!r}")
