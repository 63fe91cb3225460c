"""Runs a program on a terminal of its own, and records every byte that it writes."""

import os
import select
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import pytest

termios = pytest.importorskip("termios", reason="there are no pseudo terminals here")

STUCK = 240.0
"""Seconds after which a program that still runs is stuck."""


@dataclass(frozen=True, slots=True)
class Recording:
    """What a program wrote, and how it ended (None when it was stuck and had to be killed)."""

    data: bytes
    code: int | None

    @property
    def text(self) -> str:
        """What was written, for reading."""
        return self.data.decode("utf-8", "replace")


def record(
    command: Sequence[str],
    *,
    environment: Mapping[str, str],
    folder: str,
    rows: int = 40,
    columns: int = 120,
    patience: float = STUCK,
) -> Recording:
    """Run a command on a pseudo terminal of this size until it ends; it is ended in any case."""
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (rows, columns))
    plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS", "LINES"}}
    process = subprocess.Popen(
        list(command),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env={**plain, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
        start_new_session=True,
    )
    os.close(theirs)
    code = None
    try:
        data = _read(ours, time.monotonic() + patience)
        with suppress(subprocess.TimeoutExpired):
            code = process.wait(5)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(ours)
    return Recording(data, code)


def _read(terminal: int, until: float) -> bytes:
    """Every byte until the other end closes, or the time is up."""
    data = bytearray()
    while (left := until - time.monotonic()) > 0:
        if not select.select([terminal], [], [], left)[0]:
            break
        try:
            piece = os.read(terminal, 1 << 16)
        except OSError:  # Linux tells so that nobody holds the other end any more
            break
        if not piece:
            break
        data += piece
    return bytes(data)
