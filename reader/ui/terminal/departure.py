"""Sees to it that a signal which would kill the app ends it in order, and in any case soon."""

import contextlib
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Self

from reader.ui.terminal.leaving import BY_SIGNAL, LeavingApp

PATIENCE = 5.0
"""How many seconds the app has to leave in order."""
RESTORING_PATIENCE = 1.0
"""How many seconds the terminal has to take what restores it; one that hangs takes nothing."""

NAMES = ("SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM", "SIGUSR1", "SIGUSR2", "SIGXCPU")
"""The signals that end a program which does not listen to them, as far as they have to do with its surroundings."""


class Departure:
    """While it is entered, on the main thread, deadly signals end `app` through `LeavingApp.leave_by_signal`.

    A thread of its own waits for them, because the main thread may be busy. When the app does not come to its end in
    `patience` seconds, that thread saves what is typed, gives the terminal back and ends the process itself.
    """

    def __init__(self, app: LeavingApp, *, patience: float = PATIENCE, end: Callable[[int], object] = os._exit) -> None:
        self.failure: BaseException | None = None
        self._app = app
        self._patience = patience
        self._end = end
        self._numbers = frozenset(int(getattr(signal, name)) for name in NAMES if hasattr(signal, name))
        self._before: dict[int, Any] = {}
        self._wakeup_before = -1
        self._pipe: tuple[int, int] = (-1, -1)

    def __enter__(self) -> Self:
        """Begin to listen; on Windows, where windows close without signals, there is nothing to listen to."""
        if os.name != "posix":
            return self
        self._pipe = os.pipe()
        os.set_blocking(self._pipe[1], False)
        self._wakeup_before = signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        threading.Thread(target=self._listen, name="reader-signals", daemon=True).start()
        for number in self._numbers:
            self._before[number] = signal.signal(number, self._noticed)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> bool:
        """Give the terminal back if it is not, and listen no more; a deadline that runs goes on.

        An error that the app let through goes no further: `failure` has it.
        """
        if restore := getattr(self._app._driver, "restore_now", None):  # noqa: SLF001 - Textual's driver has no other name
            restore()
        self.failure = error if isinstance(error, Exception) else None
        if self._app.left_by or not self._before:
            return self.failure is not None
        for number, before in self._before.items():
            signal.signal(number, before)
        signal.set_wakeup_fd(self._wakeup_before)
        os.close(self._pipe[1])  # which ends the thread
        return self.failure is not None

    def _noticed(self, number: int, _: FrameType | None) -> None:
        """Take note at once, on the main thread; the rest is for the thread that the system wakes meanwhile."""
        if self._counts(number):
            self._note(number)

    def _counts(self, number: int) -> bool:
        """Whether the signal is meant for us: what keys send while another program has the terminal is for that one."""
        return number in self._numbers and not (self._is_lent and number in {signal.SIGINT, signal.SIGQUIT})

    @property
    def _is_lent(self) -> bool:
        return bool(getattr(self._app._driver, "is_lent", False))  # noqa: SLF001 - as above

    def _note(self, number: int) -> None:
        self._app.left_by = self._app.left_by or number
        if (driver := self._app._driver) is not None:  # noqa: SLF001 - as above
            driver.is_over = True  # type: ignore[attr-defined]  # our own driver looks at it

    def _listen(self) -> None:
        """Wait for signals until the pipe is closed."""
        read_end, is_leaving = self._pipe[0], False
        while numbers := os.read(read_end, 64):
            for number in numbers:
                if self._counts(number) and not is_leaving:
                    is_leaving = True
                    self._leave(number)
        os.close(read_end)

    def _leave(self, number: int) -> None:
        """Ask the app to leave, and do not wait for ever."""
        self._note(number)
        loop = self._app._loop  # noqa: SLF001 - the app was made for it
        if self._app._driver is None or loop is None:  # noqa: SLF001 - as above
            self._end(BY_SIGNAL + number)  # nothing is drawn yet, and nothing typed
            return
        deadline = threading.Timer(self._patience, self._force, (number,))
        deadline.daemon = True
        deadline.start()
        if self._is_lent:
            tell_guests(number)
        with contextlib.suppress(RuntimeError):  # the loop has ended already
            loop.call_soon_threadsafe(self._app.leave_by_signal, number)

    def _force(self, number: int) -> None:
        """End the process, whatever the main thread is at."""
        self._app.save_drafts_soon()
        if restore := getattr(self._app._driver, "restore_now", None):  # noqa: SLF001 - as above
            restoring = threading.Thread(target=restore, daemon=True)
            restoring.start()
            restoring.join(RESTORING_PATIENCE)
        self._end(BY_SIGNAL + number)


def tell_guests(number: int) -> None:
    """Pass a signal on to the programs that this process has started and waits for."""
    for process in guests(os.getpid()):
        with contextlib.suppress(OSError):
            os.kill(process, number)


def guests(parent: int) -> list[int]:
    """The processes that `parent` has started, as far as the system tells them in /proc."""
    return [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/stat") if _parent(path) == parent]


def _parent(path: Path) -> int:
    """The parent of the process whose state this file tells; its name, in brackets, may hold anything."""
    try:
        return int(path.read_bytes().rpartition(b")")[2].split()[1])
    except (OSError, IndexError):  # it has just ended
        return 0
