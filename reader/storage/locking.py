"""One writer at a time: a lock between processes, which ends with the process that holds it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.domain.errors import Busy, CannotWrite
from reader.files import FILE_MODE

_POLL_SECONDS = 0.01


@contextmanager
def held(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock that lies beside `path` as NAME.lock; wait at most `patience` seconds for it.

    Raises Busy when another process keeps it longer, CannotWrite when there can be no lock file.
    """
    import filelock  # noqa: PLC0415 - reading needs no lock

    lock = filelock.FileLock(f"{path}.lock", mode=FILE_MODE, thread_local=False)
    try:
        lock.acquire(timeout=patience, poll_interval=_POLL_SECONDS)
    except filelock.Timeout as error:
        raise Busy(
            f"Another program has been writing {path} for {patience:g} seconds. Nothing was changed; try again."
        ) from error
    except OSError as error:
        raise CannotWrite(f"{path} cannot be locked: {error.strerror}. Nothing was changed.") from error
    try:
        yield
    finally:
        lock.release()
