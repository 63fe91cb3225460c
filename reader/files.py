"""Atomic writes: a file is either as it was or wholly new, and only its owner may read it."""

import errno
import os
import re
from contextlib import suppress
from pathlib import Path

from reader.domain.errors import CannotWrite, WouldOverwrite

FOLDER_MODE = 0o700
FILE_MODE = 0o600

_NAME_KEPT = 40
"""How many characters of a name its temporary file keeps: with four bytes each it stays below the usual 255."""

_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF})
"""How a file system says that it cannot synchronise folders."""


def make_folder(folder: Path) -> Path:
    """Make `folder` and its missing parents, readable by the owner alone whatever the umask; return it.

    Raises CannotWrite.
    """
    try:
        for missing in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
            missing.mkdir(mode=FOLDER_MODE, exist_ok=True)
            missing.chmod(FOLDER_MODE)
    except OSError as error:
        raise CannotWrite(f"The folder {folder} could not be made: {error.strerror}.") from error
    if not folder.is_dir():
        raise CannotWrite(f"The folder {folder} could not be made: a file of that name is in the way.")
    return folder


def write_atomically(path: Path, content: bytes, *, mode: int | None = FILE_MODE, overwrite: bool = True) -> None:
    """Write `content` to `path` so that after a crash either the old or the new file is there, never a part.

    `mode` None leaves the permissions to the person's umask (for what they export). A symbolic link is replaced, never
    followed. On return the bytes and the name are on the disk. Raises WouldOverwrite, CannotWrite.
    """
    temporary = path.with_name(f"{_litter_start(path)}{os.urandom(8).hex()}.tmp")
    try:
        _write_new(temporary, content, mode)
        _put_in_place(temporary, path, overwrite=overwrite)
    except FileExistsError as error:
        raise WouldOverwrite(f"{path} exists already and was left as it is.") from error
    except OSError as error:
        raise CannotWrite(
            f"{path} could not be written: {error.strerror}. What was there before is untouched."
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    _sync_folder(path)


def remove_litter(path: Path) -> None:
    """Remove what writers of `path` that were killed left beside it; the caller sees to it that nobody is writing."""
    start = _litter_start(path)
    with suppress(OSError):
        for entry in path.parent.iterdir():
            if entry.name.startswith(start) and re.fullmatch(r"[0-9a-f]{16}\.tmp", entry.name[len(start) :]):
                entry.unlink(missing_ok=True)


def _litter_start(path: Path) -> str:
    return f".{path.name[:_NAME_KEPT]}."


def _write_new(path: Path, content: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o666 if mode is None else mode)
    with os.fdopen(descriptor, "wb") as file:
        if mode is not None:
            path.chmod(mode)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _put_in_place(temporary: Path, path: Path, *, overwrite: bool) -> None:
    """Give the new file its name; raises FileExistsError where the name is taken and `overwrite` is False."""
    if overwrite:
        temporary.replace(path)
        return
    try:
        os.link(temporary, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a disk without hard links, such as most USB sticks: claim the name first
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        temporary.replace(path)


def _sync_folder(path: Path) -> None:
    """Put the name of a file on the disk, where folders can be synchronised; Windows offers no way to."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(path.parent, os.O_RDONLY)
    except PermissionError:  # a folder that one may write in but not list
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise CannotWrite(f"{path} was written, but the disk did not confirm it: {error.strerror}.") from error
    finally:
        os.close(descriptor)
