"""One writer at a time: a lock between processes, which ends with the process that holds it."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.domain.errors import Busy, CannotWrite
from reader.files import FILE_MODE

_SHORTEST = 0.0005
_LONGEST = 0.01
"""Seconds between two looks whether the lock is free."""


class Lock:
    """The lock in a file of its own, which is made when it is needed first and never removed.

    The file stays open between two uses: opening it would cost as much as all else that a save does in memory.
    """

    def __init__(self, path: Path, patience: float) -> None:
        self._path, self._patience = str(path), patience
        self._descriptor = -1
        self._try: Callable[..., bool] | None = None
        self._give_back: Callable[[int], None] | None = None

    def __del__(self) -> None:
        """Leave nothing open where nobody closed it."""
        self.close()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock; see `acquire`."""
        self.acquire()
        try:
            yield
        finally:
            self.release()

    def acquire(self) -> None:
        """Take the lock; wait at most `patience` seconds for it.

        It counts as long as the lock file is the one that was opened; see `is_true`. Raises Busy when another process
        keeps it longer, CannotWrite when there can be no lock file.
        """
        try:
            if self._descriptor < 0:
                self._open()
            self._wait()
        except OSError as error:
            raise self._refused(error) from error

    def release(self) -> None:
        """Give the lock back."""
        if self._give_back and self._descriptor >= 0:
            self._give_back(self._descriptor)

    def close(self) -> None:
        """Close the file; it is opened again where the lock is needed again."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def is_true(self) -> bool:
        """Whether the file that is locked is still the one of its name: another in its place would be another lock.

        Raises CannotWrite.
        """
        try:
            return os.path.samestat(Path(self._path).stat(), os.fstat(self._descriptor))
        except FileNotFoundError:
            return False
        except OSError as error:
            raise self._refused(error) from error

    def _refused(self, error: OSError) -> CannotWrite:
        return CannotWrite(f"{self._path} cannot be locked: {error.strerror}. Nothing was changed.")

    def _open(self) -> None:
        import filelock  # noqa: PLC0415 - reading needs no lock

        self._try, self._give_back = filelock.lock_descriptor, filelock.unlock_descriptor
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        self._descriptor = os.open(self._path, flags, FILE_MODE)
        if hasattr(os, "fchmod"):
            os.fchmod(self._descriptor, FILE_MODE)

    def _wait(self) -> None:
        if self._try is None or self._try(self._descriptor, blocking=False):
            return
        end, pause = time.monotonic() + self._patience, _SHORTEST
        while not self._try(self._descriptor, blocking=False):
            if time.monotonic() > end:
                raise Busy(
                    f"Another program has been writing beside {self._path} for {self._patience:g} seconds. "
                    "Nothing was changed; try again."
                )
            time.sleep(pause)
            pause = min(2 * pause, _LONGEST)


@contextmanager
def held(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock NAME.lock beside `path` once; see `Lock.held`."""
    lock = Lock(Path(f"{path}.lock"), patience)
    try:
        with lock.held():
            yield
    finally:
        lock.close()
