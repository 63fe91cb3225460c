"""A program on a terminal of its own, with somebody in front of it: keys, sizes and signals go in, a picture comes out.

What the program writes is read as a terminal reads it, so that at the end every mode it switched on can be looked at.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
from codecs import getincrementaldecoder
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

STUCK = 60.0
"""After so many seconds something that was awaited will not come."""
SIZE = (100, 30)
"""Columns and lines, where a test does not say otherwise."""

LONGEST = 4096
"""No sequence is longer, in characters."""

WRAPS, CURSOR, OTHER_SCREEN = 7, 25, 1049
USUAL = {WRAPS: True, CURSOR: True}
"""The private modes that are on in a terminal that nobody has changed yet."""

LAUNCHER = """
import fcntl, os, signal, sys, termios
told, asked, has_jobs = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "jobs"
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
own = termios.tcgetattr(0)
if not has_jobs:
    os.close(asked)
    os.write(told, b"started %d\\n" % os.getpid())
    os.close(told)
    os.execvp(sys.argv[4], sys.argv[4:])
child = os.fork()
if not child:
    os.close(told), os.close(asked)
    os.setpgid(0, 0)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execvp(sys.argv[4], sys.argv[4:])
try:
    os.setpgid(child, child)
except PermissionError:  # it has done so and begun
    pass
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
signal.signal(signal.SIGHUP, signal.SIG_IGN)
os.write(told, b"started %d\\n" % child)
while True:
    _, status = os.waitpid(child, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        os.write(told, b"ended %d\\n" % os.waitstatus_to_exitcode(status))
        break
    theirs = termios.tcgetattr(0)
    os.tcsetpgrp(0, os.getpgrp())
    termios.tcsetattr(0, termios.TCSANOW, own)
    os.write(1, b"\\r\\n[1]+  Stopped\\r\\n$ ")
    os.write(told, b"stopped %d\\n" % child)
    if not os.read(asked, 1):
        break
    termios.tcsetattr(0, termios.TCSANOW, theirs)
    os.tcsetpgrp(0, child)
    os.killpg(child, signal.SIGCONT)
"""
"""Makes the terminal its own and becomes the program; or, as a shell does, starts it as a job and brings it back."""

_TOKEN = re.compile(
    r"\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b[PX^_][^\x1b]*\x1b\\"
    r"|\x1b\[(?P<parameters>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b(?P<escape>[ -/]*[0-Z\\^-~])"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])"
    r"|(?P<text>[^\x00-\x1f\x7f]+)"
)


class Stuck(AssertionError):
    """What was awaited did not come."""


class Ended(AssertionError):
    """The program ended instead."""


class Picture:
    """What a terminal shows, and in which modes it is."""

    def __init__(self) -> None:
        self.modes = dict(USUAL)
        self.kitty = {False: 0, True: 0}
        self.pointer = "default"
        self.asked: list[str] = []
        self._cells: dict[tuple[int, int], str] = {}
        self._at = (1, 1)
        self._rest = ""
        self._decode = getincrementaldecoder("utf-8")("replace").decode

    @property
    def text(self) -> str:
        """All lines, with nothing told of colours."""
        lines: dict[int, dict[int, str]] = {}
        for (line, column), character in self._cells.items():
            lines.setdefault(line, {})[column] = character
        return "\n".join(
            "".join(row.get(column, " ") for column in range(1, max(row) + 1)).rstrip()
            for _, row in sorted(lines.items())
        )

    def draw(self, data: bytes) -> None:
        """Take what a program wrote; half a sequence waits for its other half."""
        rest = self._rest + self._decode(data)
        at = 0
        while at < len(rest):
            found = _TOKEN.match(rest, at)
            if found is None and len(rest) - at < LONGEST:
                break
            at = found.end() if found else at + 1
            if found:
                self._take(found)
        self._rest = rest[at:]

    def _take(self, found: re.Match[str]) -> None:
        if found["text"]:
            self._write(found["text"])
        elif found["osc"] and found["osc"].startswith("22;"):
            self.pointer = found["osc"][3:] or "default"
        elif found["final"]:
            self._control(found["parameters"], found["between"], found["final"])
        elif found["control"] == "\r":
            self._at = (self._at[0], 1)
        elif found["control"] == "\n":
            self._at = (self._at[0] + 1, self._at[1])

    def _write(self, text: str) -> None:
        line, column = self._at
        for number, character in enumerate(text):
            self._cells[line, column + number] = character
        self._at = (line, column + len(text))

    def _control(self, parameters: str, between: str, final: str) -> None:
        if final in "hl" and parameters.startswith("?"):
            for mode in filter(None, parameters[1:].split(";")):
                self._switch(int(mode), on=final == "h")
        elif final in "Hf":
            line, _, column = parameters.partition(";")
            self._at = (int(line or 1), int(column or 1))
        elif final == "J":
            self._cells.clear()
        elif final == "u" and parameters[:1] in {">", "<"}:
            other = self.modes.get(OTHER_SCREEN, False)
            self.kitty[other] = max(0, self.kitty[other] + (1 if parameters[0] == ">" else -int(parameters[1:] or 1)))
        elif final == "p" and between == "$":
            self.asked.append(parameters)

    def _switch(self, mode: int, *, on: bool) -> None:
        self.modes[mode] = on
        if mode == OTHER_SCREEN:
            self._cells.clear()

    @property
    def left_on(self) -> list[str]:
        """Every mode that is not as it was at the beginning."""
        changed = [f"mode {mode}" for mode, on in sorted(self.modes.items()) if on != USUAL.get(mode, False)]
        keys = ["kitty keys"] if any(self.kitty.values()) else []
        return changed + keys + (["pointer"] if self.pointer != "default" else [])


class Terminal:
    """A pseudo-terminal and the program on it, as a context; at its end nothing that was started is left.

    `has_jobs` puts a shell between them that notices when the program stops, takes the terminal back as shells do, and
    brings the program back when `bring_back` asks. `answers` are the answers to the questions for modes.
    """

    def __init__(
        self,
        argv: Sequence[str],
        environment: Mapping[str, str],
        *,
        size: tuple[int, int] = SIZE,
        has_jobs: bool = False,
        answers: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.picture = Picture()
        self.written = bytearray()
        self._has_jobs = has_jobs
        self._answers = {"?2026": "2"} if answers is None else answers
        self._news = threading.Condition()
        self._told: list[tuple[str, int]] = []
        self._is_open = True
        self._has_ended = False
        self._is_attended = threading.Event()
        self._is_attended.set()
        self._ours, self._theirs = pty.openpty()
        os.set_blocking(self._ours, False)
        self._closing = os.pipe()
        self.resize(*size)
        self.attributes_before = self.attributes
        self._start(argv, environment, folder)

    def _start(self, argv: Sequence[str], environment: Mapping[str, str], folder: Path | None) -> None:
        told, tells = os.pipe()
        listens, self._asks = os.pipe()
        kind = "jobs" if self._has_jobs else "alone"
        self._launched = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", LAUNCHER, str(tells), str(listens), kind, *argv],
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            env=dict(environment),
            cwd=folder,
            start_new_session=True,
            pass_fds=(tells, listens),
        )
        os.close(tells)
        os.close(listens)
        self._threads = [
            threading.Thread(target=self._listen, args=(told,), daemon=True),
            threading.Thread(target=self._watch, daemon=True),
            threading.Thread(target=self._await_end, daemon=True),
        ]
        for thread in self._threads:
            thread.start()
        self.process = self.wait_until(lambda: next((number for what, number in self._told if what == "started"), None))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """End what was started, and close everything."""
        for process in {self.process, self._launched.pid}:
            if not self._has_ended:
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
        os.close(self._asks)
        self._threads[2].join()
        self._threads[0].join()
        self.hang_up()

    # -- what the program does

    def _listen(self, told: int) -> None:
        with os.fdopen(told) as lines:
            for line in lines:
                what, number = line.split()
                with self._news:
                    self._told.append((what, int(number)))
                    self._news.notify_all()

    def _watch(self) -> None:
        """Read what the program writes, and answer as terminals do."""
        while True:
            self._is_attended.wait()
            ready, _, _ = select.select([self._ours, self._closing[0]], [], [])
            if self._closing[0] in ready:
                return
            try:
                data = os.read(self._ours, 1 << 16)
            except BlockingIOError:  # what was there is gone: the program has thrown it away
                continue
            with self._news:
                self.written += data
                self.picture.draw(data)
                asked, self.picture.asked = self.picture.asked, []
                self._news.notify_all()
            for mode in asked:
                if mode in self._answers:
                    self.type(f"\x1b[{mode};{self._answers[mode]}$y")

    def _await_end(self) -> None:
        self._launched.wait()
        with self._news:
            self._has_ended = True
            self._news.notify_all()

    def wait_until(self, is_so: Callable[[], Any], seconds: float = STUCK) -> Any:
        """Wait for something to be so, and return it; a program that ends instead is a failure."""
        with self._news:
            self._news.wait_for(lambda: is_so() or self._has_ended, seconds)
            self._news.wait_for(is_so, 1 if self._has_ended else 0)  # what it wrote last may still be on its way
            if found := is_so():
                return found
            raise (Ended if self._has_ended else Stuck)(f"on the screen is\n{self.picture.text}")

    def wait_for(self, text: str, seconds: float = STUCK) -> None:
        """Wait until the screen shows `text`."""
        self.wait_until(lambda: text in self.picture.text, seconds)

    def wait_for_stop(self, times: int = 1) -> None:
        """Wait until the shell has noticed that the program stopped."""
        self.wait_until(lambda: sum(what == "stopped" for what, _ in self._told) >= times)

    def wait_for_end(self, seconds: float = STUCK) -> int:
        """Wait for the program to end; its exit code, negative for a signal."""
        if self._has_jobs:
            return int(
                self.wait_until(lambda: next(([n] for what, n in self._told if what == "ended"), None), seconds)[0]
            )
        self.wait_until(lambda: self._has_ended, seconds)
        return self._launched.wait()

    @property
    def attributes(self) -> list[Any]:
        """What termios tells of the terminal."""
        return termios.tcgetattr(self._theirs)

    @property
    def left_changed(self) -> list[str]:
        """Every mode, and every part of termios, that is not as it was before the program."""
        self._drain()
        names = ("iflag", "oflag", "cflag", "lflag", "ispeed", "ospeed", "cc")
        both = zip(names, self.attributes_before, self.attributes, strict=True)
        return self.picture.left_on + [name for name, before, after in both if before != after]

    def _drain(self) -> None:
        """See to it that all that was written is read: what we write last comes last."""
        mark = f"end of {len(self.written)}"
        os.write(self._theirs, f"\r\n{mark}\r\n".encode())
        self.wait_until(lambda: mark.encode() in self.written)

    # -- what is done to it

    def type(self, keys: str | bytes) -> None:
        """Send keys, or whatever else a terminal may send."""
        data = keys.encode() if isinstance(keys, str) else keys
        while data:
            _, ready, _ = select.select([], [self._ours], [], STUCK)
            assert ready, "the program reads no more"
            data = data[os.write(self._ours, data[:4096]) :]

    def look_away(self) -> None:
        """Read nothing more of what the program writes, as a connection does that has stalled."""
        self._is_attended.clear()

    def look_back(self) -> None:
        """Read again."""
        self._is_attended.set()

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size, which the system tells to the program."""
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def send(self, number: int) -> None:
        """Send a signal to the program alone."""
        os.kill(self.process, number)

    def bring_back(self) -> None:
        """What `fg` does."""
        os.write(self._asks, b"f")

    def hang_up(self) -> None:
        """Close the window."""
        if self._is_open:
            self._is_open = False
            os.write(self._closing[1], b"!")
            self._is_attended.set()
            self._threads[1].join()
            for descriptor in (self._theirs, self._ours, *self._closing):
                os.close(descriptor)
