"""Appending lines to the journal of this device: each is on the disk when it is done, or none of it is."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reader import files
from reader.domain.errors import CannotWrite
from reader.storage.notes_file import Journal
from reader.storage.quarantine import Aside


class Appender:
    """The open journal of this device. `tell` is called with sentences for the person."""

    def __init__(self, tell: Callable[[str], object]) -> None:
        self._tell = tell
        self._descriptor = self._inode = -1

    def __del__(self) -> None:
        """Leave nothing open where nobody closed it."""
        self.close()

    def append(self, journal: Journal, line: bytes) -> None:
        """Put a line on the disk behind the last whole one, or leave the journal as it was. Raises CannotWrite."""
        try:
            descriptor = self._open(journal)
            if journal.size > journal.end:  # what a writer that was killed left
                self._keep_torn(journal)
                os.ftruncate(descriptor, journal.end)
            try:
                _write_all(descriptor, line)
                os.fsync(descriptor)
            except OSError:
                with suppress(OSError):
                    os.ftruncate(descriptor, journal.end)
                    os.fsync(descriptor)
                raise
        except OSError as error:
            self.close()
            raise CannotWrite(
                f"{journal.path} could not be written: {error.strerror}. Nothing was changed; what was saved is safe."
            ) from error

    def _keep_torn(self, journal: Journal) -> None:
        """Keep aside what lies behind the last whole line: it may be damage, and not a save that was never finished."""
        path = Path(journal.path)
        torn = files.read_plain(path)[journal.end :]
        if torn.strip(b"\0"):
            kept = Aside(path.parent).keep(path.name, torn)
            self._tell(f"The end of {path} could not be read: a save that was not finished. It is kept as {kept}.")

    def _open(self, journal: Journal) -> int:
        if self._descriptor < 0 or self._inode != journal.inode:
            self.close()
            flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
            files.sync_folder_of(Path(journal.path))  # whoever made it may have ended before its name was on the disk
            self._descriptor = os.open(journal.path, flags | getattr(os, "O_NOFOLLOW", 0))
            self._inode = journal.inode
        return self._descriptor

    def close(self) -> None:
        """Close the journal, before another takes its place."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def _write_all(descriptor: int, line: bytes) -> None:
    written = os.write(descriptor, line)
    while written < len(line):
        written += os.write(descriptor, line[written:])
