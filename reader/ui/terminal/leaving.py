"""An app that is left in order: what is typed is saved, the terminal is given back, and the exit code tells why."""

import os
from contextlib import ExitStack
from threading import Thread
from typing import Any

from textual.app import App
from textual.driver import Driver
from textual.worker import WorkerFailed

SOFTWARE = 70
"""The exit code after an error of our own, as sysexits.h counts it."""
BY_SIGNAL = 128
"""Added to the number of the signal that ended a process, this is its exit code for shells."""
SAVING_PATIENCE = 3.0
"""How many seconds what is typed has to get to the disk before the app is left without."""


class LeavingApp(App[None], inherit_bindings=False):
    """The app as far as leaving it goes."""

    left_by = 0
    """The number of the signal that ends the app, once there is one."""
    _is_leaving = False

    def get_driver_class(self) -> type[Driver]:
        """Our own driver where there is one for the system."""
        if os.name == "posix":
            from reader.ui.terminal.driver import TerminalDriver  # noqa: PLC0415 - there is no termios on Windows

            return TerminalDriver
        return super().get_driver_class()

    @property
    def failure(self) -> BaseException | None:
        """The error of our own that ended the app."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error

    def save_drafts(self) -> None:
        """Have every screen put on the disk what is typed in it, whether or not another one fails."""
        with self._context(), ExitStack() as saving:
            for screen in self._screen_stacks.get(self._current_mode, []):
                if save := getattr(screen, "save_draft", None):
                    saving.callback(save)

    def save_drafts_soon(self) -> None:
        """Save what is typed, but wait no longer than a few seconds for it: a disk may hang."""
        saving = Thread(target=self.save_drafts, name="reader-drafts", daemon=True)
        saving.start()
        saving.join(SAVING_PATIENCE)

    def leave_by_signal(self, number: int) -> None:
        """Save what is typed and exit; to be called on the interface's own thread. A second call changes nothing."""
        if self._is_leaving:
            return
        self._is_leaving = True
        self.save_drafts_soon()
        self.exit(return_code=BY_SIGNAL + number)

    def _handle_exception(self, error: Exception) -> None:
        """End the app for an error of our own. What it was is told when the terminal is as it was before.

        Textual draws the traceback, with the values of all variables, on the terminal, and exits with 0.
        """
        self._return_code = SOFTWARE
        if self._exception is None:
            self.save_drafts_soon()
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Suspending is not for a text that is being written, where its key takes back the last words."""
        if action == "suspend" and self._is_writing:
            return False
        return super().check_action(action, parameters)

    @property
    def _is_writing(self) -> bool:
        from textual.widgets import TextArea  # noqa: PLC0415 - loaded with the first dialog

        return isinstance(self.focused, TextArea)

    def action_suspend(self) -> None:
        """Give the terminal to the shell until `fg`."""
        driver: Any = self._driver
        if hasattr(driver, "sleep") and not self.is_headless:
            driver.sleep(everyone=True)
