"""Writing exported files into the one folder that was named, and nowhere else."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from reader.domain.errors import CannotWrite
from reader.domain.reports import ExportReport
from reader.files import write_atomically

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_LOOK = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def write(files: Mapping[str, str], folder: Path, *, overwrite: bool) -> ExportReport:
    """Write each text under its name into `folder`, which is made where it is missing.

    A file that holds these bytes already is left alone. One with other bytes is replaced only with `overwrite`; a link
    or a folder in the way never is. The permissions are the person's own umask's. Raises CannotWrite.
    """
    for name in files:
        _refuse_paths(name)
    _make(folder)
    seen: dict[str, list[Path]] = {"written": [], "unchanged": [], "refused": []}
    for name, text in files.items():
        path = folder / name
        seen[_write_one(path, text.encode(), overwrite=overwrite)].append(path)
    return ExportReport(tuple(seen["written"]), tuple(seen["unchanged"]), tuple(seen["refused"]))


def _refuse_paths(name: str) -> None:
    if name in {"", ".", ".."} or any(sign in name for sign in "/\\\0:"):
        raise CannotWrite(f"{name!a} is not the name of a file in the chosen folder; nothing was written.")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"The folder {folder} could not be made: {error.strerror}. Nothing was written.") from error


def _write_one(path: Path, content: bytes, *, overwrite: bool) -> str:
    """What became of one file: "written", "unchanged" or "refused"."""
    if not os.path.lexists(path):
        return "written" if _create(path, content) else "refused"
    found = _content(path, len(content))
    if found == content:
        return "unchanged"
    if found is None or not overwrite:
        return "refused"
    write_atomically(path, content, mode=None)
    return "written"


def _create(path: Path, content: bytes) -> bool:
    """Write a new file; False if another process was quicker. A part of a file is never left behind."""
    try:
        descriptor = os.open(path, _NEW, 0o666)
    except FileExistsError:
        return False
    except OSError as error:
        raise _cannot(path, error) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink(missing_ok=True)
        raise _cannot(path, error) from error
    return True


def _content(path: Path, most: int) -> bytes | None:
    """The bytes of a file, as far as one past `most`; None for what is no plain file or cannot be read."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        descriptor = os.open(path, _LOOK)
        with os.fdopen(descriptor, "rb") as file:
            return file.read(most + 1)
    except OSError:
        return None


def _cannot(path: Path, error: OSError) -> CannotWrite:
    return CannotWrite(f"{path} could not be written: {error.strerror}. What was exported before it is complete.")
