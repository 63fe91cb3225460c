"""The way out to the terminal, which may be slow, full or gone."""

import os
import select
from collections.abc import Callable


class TerminalOutput:
    """What Textual's writing thread writes to: a terminal that is gone costs one call of `lost`, not the thread.

    Textual's own thread dies of the first error, and the app then waits for it for ever.
    """

    def __init__(self, descriptor: int, lost: Callable[[], None]) -> None:
        self._descriptor = descriptor
        self._lost = lost
        self._waiting: list[str] = []
        self.is_shut = False

    def fileno(self) -> int:
        """The descriptor of the terminal."""
        return self._descriptor

    def isatty(self) -> bool:
        """It is one."""
        return True

    def write(self, text: str) -> int:
        """Keep `text` for the next flush."""
        self._waiting.append(text)
        return len(text)

    def flush(self) -> None:
        """Write what was kept. Characters that have no bytes become question marks."""
        data = "".join(self._waiting).encode("utf-8", "replace")
        self._waiting.clear()
        try:
            while data and not self.is_shut:
                data = data[self._written(data) :]
        except OSError:
            self.is_shut = True
            self._lost()

    def _written(self, data: bytes) -> int:
        try:
            return os.write(self._descriptor, data)
        except BlockingIOError:  # another program left the terminal so
            select.select([], [self._descriptor], [])
            return 0
