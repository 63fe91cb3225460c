"""Textual's driver for POSIX terminals, made to leave every terminal as it found it, whatever happens meanwhile."""

import fcntl
import os
import select
import signal
import struct
import sys
import termios
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message
from textual.messages import InBandWindowResize

from reader.ui.terminal.keyboard import LARGEST, Keyboard
from reader.ui.terminal.output import TerminalOutput
from reader.ui.terminal.pacing import Pacer

RESTORE = (
    "\x1b\\"  # ends a string that was cut off in the middle
    "\x1b[?2026l"  # synchronised output
    "\x1b[?2004l"  # bracketed paste
    "\x1b[?2048l"  # reports of the size
    "\x1b[?1016l\x1b[?1006l\x1b[?1015l\x1b[?1003l\x1b[?1000l"  # the mouse
    "\x1b[?1004l"  # reports of the focus
    "\x1b[0m\x1b[?7h"  # plain text, lines that wrap
    "\x1b[<u"  # kitty's keys, which belong to the screen that is left next
    "\x1b[?1049l"  # the other screen
    "\x1b[?25h"  # the cursor
)
"""Puts back everything that this driver may have changed, even in the middle of something."""

POINTER = "\x1b]22;"
POINTER_AS_IT_WAS = "\x1b]22;default\x07"
NO_MOUSE_PIXELS = "\x1b[?1016l"
NO_SIZE_REPORTS = "\x1b[?2048l"

CHUNK = 64 * 1024
SHORTLY = 0.1
"""How many seconds the input thread sleeps at most before it looks whether it is to end."""


class TerminalDriver(LinuxDriver):
    """Reads through `Keyboard`, writes to `TerminalOutput`, and knows whether the terminal is ours at the moment.

    What it needs of Textual beyond the public is pinned in tests/ui/test_driver_pins.py.
    """

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        self.is_on = False
        self.is_over = False
        self._reports_sizes = False
        self._has_pointer = False
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._pacer = Pacer(app)
        self._output = TerminalOutput(_output(), self._lose)
        self._file = self._output  # type: ignore[assignment]  # it has all that Textual's thread asks for
        self._size = self._size or self._get_terminal_size()

    # -- sizes

    def _get_terminal_size(self) -> tuple[int, int]:
        """The terminal's size: as the system knows it, else as Textual finds it; never an absurd one."""
        width, height = self._known_size()
        if not (width and height):
            width, height = super()._get_terminal_size()
        return max(1, min(width, LARGEST)), max(1, min(height, LARGEST))

    def _known_size(self) -> Size:
        """The size as the system knows it, (0, 0) where it knows none."""
        try:
            height, width, _, _ = struct.unpack("HHHH", fcntl.ioctl(self.fileno, termios.TIOCGWINSZ, bytes(8)))
        except OSError:
            return Size(0, 0)
        return Size(min(width, LARGEST), min(height, LARGEST))

    def process_message(self, message: Message) -> None:
        """Let reports of the size come beside the signal, never instead of it: a false report must not end resizing."""
        if isinstance(message, InBandWindowResize) and message.supported:
            if self._reports_sizes:
                return
            self._reports_sizes = True
            self._enable_in_band_window_resize()
            self._enable_mouse_pixels()
            message = InBandWindowResize(supported=True, enabled=True)
        super(LinuxDriver, self).process_message(message)

    # -- on and off

    def start_application_mode(self) -> None:
        """Take the terminal, unless it is taken or the app is about to leave."""
        if self.is_on:
            return
        self.is_on = True
        if self.is_over:
            self.is_on = False
            return
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual left it untyped
        if self._writer_thread is None:  # the terminal would not be changed
            self.is_on = False

    def stop_application_mode(self) -> None:
        """Give the terminal back, once."""
        if not self.is_on:
            return
        self.disable_input()  # what comes in may switch something on
        if self._has_pointer:
            self.write(POINTER_AS_IT_WAS)
        if self._reports_sizes:
            self.write(NO_SIZE_REPORTS + NO_MOUSE_PIXELS)
        self._reports_sizes = self._has_pointer = False
        super().stop_application_mode()
        self.is_on = False

    def disable_input(self) -> None:
        """Read no more; a terminal that is not ours is not touched, or the system would stop us for it."""
        if self.is_on:
            super().disable_input()

    def close(self) -> None:
        """End the writing thread."""
        super().close()
        self._writer_thread = None

    def write(self, data: str) -> None:
        """Write to the terminal while it is ours; at other times the text is dropped."""
        if self._writer_thread is not None and self.is_on:
            self._has_pointer = self._has_pointer or data.startswith(POINTER)
            self._writer_thread.write(data)

    def restore_now(self) -> None:
        """Give the terminal back at once, from any thread, when nothing else will do it any more."""
        if not self.is_on:
            return
        self.is_on = False
        self._output.is_shut = True
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
        with suppress(termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        with suppress(OSError):
            os.write(self._output.fileno(), ((POINTER_AS_IT_WAS if self._has_pointer else "") + RESTORE).encode())

    # -- being stopped and continued

    @property
    def is_lent(self) -> bool:
        """Whether another program has the terminal, and this one waits for it."""
        return not self._auto_restart

    def sleep(self, *, everyone: bool = False) -> None:
        """Give the terminal back and stop until the shell continues this process; `everyone`: its whole job.

        Where no shell could continue it, the system does not stop it either.
        """
        was_on = self.is_on
        if was_on:
            self.suspend_application_mode()
        _stop(everyone=everyone)
        while (
            self._in_background() and not self.is_over
        ):  # continued by `bg`: there is nothing to do without the terminal
            os.kill(os.getpid(), signal.SIGSTOP)
        if was_on:
            self.start_application_mode()
            self._app.refresh(layout=True)

    def wake(self) -> None:
        """Take the terminal again after something stopped this process without asking."""
        if not self.is_on or self.is_over:
            return
        if self._in_background():
            os.kill(os.getpid(), signal.SIGSTOP)
            return
        before = self.attrs_before
        self.suspend_application_mode()
        self.start_application_mode()
        self.attrs_before = before
        self._app.refresh(layout=True)

    def _sigtstp_application(self, *_: object) -> None:
        """Sleep when the app is not in the middle of something; at once where it waits for another program."""
        if self.is_on:
            self._loop.call_soon_threadsafe(self.sleep)
        else:
            _stop()

    def _sigcont_application(self, *_: object) -> None:
        """Wake up, unless `sleep` is just about to."""
        if self.is_on:
            self._loop.call_soon_threadsafe(self.wake)

    def _in_background(self) -> bool:
        try:
            return os.tcgetpgrp(self.fileno) != os.getpgrp()
        except OSError:
            return False

    # -- input

    def send_message(self, message: Message) -> None:
        """Give the app a message when those before it are done with; from any thread."""
        self._loop.call_soon_threadsafe(self._pacer.give, message)

    def _run_input_thread(self) -> None:
        """Read until told to stop; an error of our own ends the app as any other would."""
        try:
            self.run_input_thread()
        finally:
            if isinstance(error := sys.exc_info()[1], Exception):
                self._loop.call_soon_threadsafe(self._app._handle_exception, error)  # noqa: SLF001 - as for all others

    def run_input_thread(self) -> None:
        """Read what the terminal sends, and pass on what it means."""
        keyboard = Keyboard(self._known_size)
        while not self.exit_event.is_set():
            wait = keyboard.wait
            ready, _, _ = select.select([self.fileno], [], [], SHORTLY if wait is None else min(SHORTLY, wait))
            if ready:
                raw = self._read()
                if not raw:
                    self._lose()
                    return
                self._pass_on(keyboard.feed(raw))
            self._pass_on(keyboard.tick())

    def _read(self) -> bytes:
        """What has come in; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, CHUNK)
        except OSError:
            return b""

    def _pass_on(self, found: list[Message]) -> None:
        for message in found:
            self.process_message(message)

    def _lose(self) -> None:
        """Say that the terminal is gone, as the system says it to the programs that belong to it."""
        if not self.is_over:
            os.kill(os.getpid(), signal.SIGHUP)


def _stop(*, everyone: bool = False) -> None:
    """Stop this process, or its whole job, as ^Z does where no program takes the key."""
    before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    os.kill(0 if everyone else os.getpid(), signal.SIGTSTP)
    signal.signal(signal.SIGTSTP, before)


def _output() -> int:
    """Textual draws on standard error; where that is a file, standard output is the terminal."""
    return 2 if os.isatty(2) else 1
