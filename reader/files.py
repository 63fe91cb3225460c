"""Atomic writes: a file is either as it was or wholly new, and only its owner may read it."""

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reader.domain.errors import CannotWrite, WouldOverwrite

if sys.platform != "win32":
    import fcntl

FOLDER_MODE = 0o700
FILE_MODE = 0o600

_NAME_KEPT = 40
"""How many characters of a name its temporary file keeps: with four bytes each it stays below the usual 255."""

_ENDING = re.compile(r"[0-9a-f]{16}\.tmp")
"""How the name of a temporary file ends, after a dot, the beginning of the name it is for, and another dot."""

_LITTER = re.compile(rf"\..{{1,{_NAME_KEPT}}}\.{_ENDING.pattern}", re.DOTALL)

_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF})
"""How a file system says that it cannot synchronise folders."""

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
"""A pipe in the place of a file is not waited for."""


@dataclass(frozen=True, slots=True)
class OpenFolder:
    """A folder that stays the same one while it is used, whatever becomes of its name meanwhile.

    `descriptor` is None where it is looked up by its name each time: on Windows, in a folder that may be written in but
    not listed, and in Reader's own folders, where nobody else may put anything.
    """

    path: Path
    descriptor: int | None

    def at(self, name: str) -> str:
        """What the system is to be told for the file `name` here, beside `descriptor`."""
        return name if self.descriptor is not None else str(self.path / name)

    def sync(self) -> None:
        """Put the names in the folder on the disk, where that can be done. Raises CannotWrite."""
        if self.descriptor is None:
            return
        try:
            os.fsync(self.descriptor)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise CannotWrite(
                    f"{self.path} was written to, but the disk did not confirm it: {cause(error)}."
                ) from error


@contextmanager
def opened(folder: Path) -> Iterator[OpenFolder]:
    """Hold `folder` open. Raises OSError where it is not there or is no folder."""
    if sys.platform == "win32":
        yield OpenFolder(folder, None)
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:
        yield OpenFolder(folder, None)
        return
    try:
        yield OpenFolder(folder, descriptor)
    finally:
        os.close(descriptor)


def cause(error: OSError) -> str:
    """Why the system refused, in its own words."""
    return error.strerror or str(error) or type(error).__name__


def make_folder(folder: Path) -> Path:
    """Make `folder` and its missing parents, readable by the owner alone whatever the umask; return it.

    On return their names are on the disk. Raises CannotWrite.
    """
    try:
        for missing in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
            with suppress(FileExistsError):  # another process was quicker
                missing.mkdir(mode=FOLDER_MODE)
                missing.chmod(FOLDER_MODE)
                sync_folder_of(missing)
        is_there = folder.is_dir()
    except OSError as error:
        raise CannotWrite(f"The folder {folder} could not be made: {cause(error)}.") from error
    if not is_there:
        raise CannotWrite(f"The folder {folder} could not be made: a file of that name is in the way.")
    return folder


def write_atomically(path: Path, content: bytes, *, mode: int | None = FILE_MODE, overwrite: bool = True) -> None:
    """Write `content` to `path` so that after a crash either the old or the new file is there, never a part.

    `mode` None leaves the permissions to the person's umask (for what they export). A symbolic link is replaced, never
    followed. On return the bytes and the name are on the disk. Raises WouldOverwrite, CannotWrite.
    """
    with new_file(path, mode=mode, overwrite=overwrite) as file:
        file.write(content)


@contextmanager
def new_file(
    path: Path, *, mode: int | None = FILE_MODE, overwrite: bool = True, folder: OpenFolder | None = None
) -> Iterator[BinaryIO]:
    """A nameless file to write, and to read back, which becomes `path` when the block ends without an error.

    It is for what is too large to hold; all else is as in `write_atomically`. `folder` is that of `path`, where the
    caller holds it open.
    """
    place = folder or OpenFolder(path.parent, None)
    try:
        with _temporary(place, _litter_start(path), mode) as (file, name):
            yield file
            file.flush()
            os.fsync(file.fileno())
            if sys.platform == "win32":  # where an open file cannot be renamed
                file.close()
            _put_in_place(place, name, path.name, overwrite=overwrite)
    except FileExistsError as error:
        raise WouldOverwrite(f"{path} exists already and was left as it is.") from error
    except OSError as error:
        raise CannotWrite(
            f"{path} could not be written: {cause(error)}. What was there before is untouched."
        ) from error
    if folder is None:
        sync_folder_of(path)
    else:
        folder.sync()


def remove_litter(path: Path) -> None:
    """Remove what writers of `path` that were killed left beside it; the caller sees to it that nobody is writing."""
    start = _litter_start(path)
    with suppress(OSError):
        for entry in path.parent.iterdir():
            if entry.name.startswith(start) and _ENDING.fullmatch(entry.name[len(start) :]):
                entry.unlink(missing_ok=True)


def is_litter(name: str) -> bool:
    """Whether a file of this name is, or was, the temporary file of a writer."""
    return _LITTER.fullmatch(name) is not None


def sweep(folder: Path) -> None:
    """Remove what writers that were killed left in `folder`; what is being written just now stays.

    A writer holds a lock on its temporary file, which ends with its process; Windows lets nobody remove an open file.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if is_litter(entry.name):
                _remove_if_left(folder / entry.name)


def _remove_if_left(path: Path) -> None:
    with suppress(OSError):
        if sys.platform == "win32":
            path.unlink()
            return
        descriptor = os.open(path, os.O_RDONLY | _NO_LINK | _AT_ONCE)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
        finally:
            os.close(descriptor)


def sync_folder_of(path: Path) -> None:
    """Put the name of a file on the disk, where folders can be synchronised; Windows offers no way to.

    Raises CannotWrite.
    """
    try:
        with opened(path.parent) as folder:
            folder.sync()
    except OSError as error:
        raise CannotWrite(f"{path} was written, but the disk did not confirm it: {cause(error)}.") from error


def read_plain(path: Path, most: int | None = None) -> bytes:
    """The bytes of a plain file, at most `most` of them; no link is followed, and no pipe is waited for.

    Raises OSError, also where `path` is something else than a plain file.
    """
    flags = os.O_RDONLY | _NO_LINK | _AT_ONCE | _BINARY
    if path.is_symlink():  # where the system knows no O_NOFOLLOW
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is no plain file", str(path))
        return file.read(-1 if most is None else most)


def temporary_of(path: Path) -> Path:
    """A new name beside `path` for what is to take its place; `remove_litter` knows it."""
    return path.with_name(f"{_litter_start(path)}{os.urandom(8).hex()}.tmp")


def _litter_start(path: Path) -> str:
    return f".{path.name[:_NAME_KEPT]}."


@contextmanager
def _temporary(folder: OpenFolder, start: str, mode: int | None) -> Iterator[tuple[BinaryIO, str]]:
    """A new file with its passing name, which is gone at the end; locked, so that nobody takes it for litter."""
    while True:
        name = f"{start}{os.urandom(8).hex()}.tmp"
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _NO_LINK | _BINARY
        descriptor = os.open(folder.at(name), flags, 0o666 if mode is None else mode, dir_fd=folder.descriptor)
        if _is_held(descriptor):
            break
        os.close(descriptor)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            if mode is not None:
                os.chmod(folder.at(name), mode, dir_fd=folder.descriptor)
            yield file, name
    finally:
        with suppress(OSError):
            os.unlink(folder.at(name), dir_fd=folder.descriptor)


def _is_held(descriptor: int) -> bool:
    """Lock a new file; False if somebody who took it for litter was quicker."""
    if sys.platform == "win32":
        return True
    with suppress(OSError):  # a file system without locks: there nothing is taken for litter either
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    with suppress(OSError):  # where nobody can tell, giving it its name will
        return os.fstat(descriptor).st_nlink > 0
    return True


def _put_in_place(folder: OpenFolder, temporary: str, name: str, *, overwrite: bool) -> None:
    """Give the new file its name; raises FileExistsError where the name is taken and `overwrite` is False."""
    here = folder.descriptor
    before, after = folder.at(temporary), folder.at(name)
    if not overwrite:
        try:
            os.link(before, after, src_dir_fd=here, dst_dir_fd=here, follow_symlinks=False)
        except FileExistsError:
            raise
        except (OSError, NotImplementedError):  # a disk without hard links, such as most USB sticks: claim the name
            os.close(os.open(after, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE, dir_fd=here))
        else:
            return
    os.replace(before, after, src_dir_fd=here, dst_dir_fd=here)
