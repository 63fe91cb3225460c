"""Who is typing: every process that keeps drafts holds a lock of its own for as long as it lives."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.domain.errors import CannotWrite
from reader.files import FILE_MODE, cause, make_folder
from reader.storage.keys import system_bits
from reader.storage.locking import held

_NAME_BITS = 48
_LOCK = re.compile(r"([0-9a-f]{12})\.lock")


def new_name() -> str:
    """Twelve hexadecimal digits that nothing else is named by."""
    return f"{system_bits(_NAME_BITS):012x}"


class Sessions:
    """The processes that keep drafts in a folder; the system takes the lock SESSION.lock from one however it ends.

    All but `name` and `hold` asks that the folder is held, so that none begins while another looks.
    """

    def __init__(self, folder: Path, patience: float) -> None:
        self.name = ""
        self._folder = folder
        self._patience = patience
        self._lock: object = None

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Let no other process look through the folder; it is made if it is missing. Raises CannotWrite, Busy."""
        make_folder(self._folder)
        with held(self._folder / "drafts", self._patience):
            yield

    def begin(self) -> None:
        """Give this process its name and lock, if it has none yet. Raises CannotWrite."""
        import filelock  # noqa: PLC0415 - most processes type nothing

        if self.name:
            return
        name = new_name()
        lock = filelock.FileLock(self._path(name), mode=FILE_MODE, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except OSError as error:
            raise CannotWrite(f"{self._folder} cannot be written in: {cause(error)}. No draft is kept.") from error
        self.name, self._lock = name, lock

    def is_gone(self, name: str) -> bool:
        """Whether the process of this name has ended."""
        import filelock  # noqa: PLC0415 - most processes type nothing

        if name == self.name:
            return False
        if not self._path(name).exists():
            return True
        lock = filelock.FileLock(self._path(name), mode=FILE_MODE, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except (filelock.Timeout, OSError):
            return False
        lock.release()
        return True

    def sweep(self) -> None:
        """Remove the locks of processes that have ended."""
        for path in list(self._folder.iterdir()):
            found = _LOCK.fullmatch(path.name)
            if found and self.is_gone(found[1]):
                with suppress(OSError):
                    path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.lock"
