"""Writing exported files into the one folder that was named, and nowhere else."""

import os
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from reader.domain.doors import Door, refuse_if_secure
from reader.domain.errors import CannotWrite, WouldOverwrite
from reader.domain.reports import ExportReport
from reader.files import OpenFolder, cause, new_file, opened

_LOOK = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def write(files: Mapping[str, str], folder: Path, *, overwrite: bool, own: Collection[Path] = ()) -> ExportReport:
    """Write each text under its name into `folder`, which is made where it is missing.

    The folder that was named may be a link; it is opened once, and stays the same whatever becomes of its name. A file
    that holds these bytes already is left alone. One with other bytes is replaced only with `overwrite`; a link, a
    folder or a device in the way never is. The permissions are the person's own umask's. Nothing goes into the folders
    `own`, which are Reader's, or anywhere below them. Raises CannotWrite, TurnedOff.
    """
    refuse_if_secure(Door.EXPORT, os.environ)
    for name in files:
        _refuse_paths(name)
    _refuse_own(folder, own)
    _make(folder)
    seen: dict[str, list[Path]] = {"written": [], "unchanged": [], "refused": []}
    with _held(folder) as place:
        for name, text in files.items():
            seen[_write_one(place, name, text.encode(), overwrite=overwrite)].append(folder / name)
    return ExportReport(tuple(seen["written"]), tuple(seen["unchanged"]), tuple(seen["refused"]))


def _refuse_paths(name: str) -> None:
    if name in {"", ".", ".."} or any(sign in name for sign in "/\\\0:"):
        raise CannotWrite(f"{name!a} is not the name of a file in the chosen folder; nothing was written.")


def _refuse_own(folder: Path, own: Collection[Path]) -> None:
    """Keep what is exported out of the folders where Reader keeps what it reads again, whatever leads there."""
    whole = _whole(folder)
    for place in own:
        inside = whole.is_relative_to(place.resolve())
        if inside or any(_is_same(place, above) for above in (whole, *whole.parents)):
            raise CannotWrite(f"{folder} lies in Reader's own folder {place}; choose another. Nothing was written.")


def _whole(folder: Path) -> Path:
    """The folder that `folder` leads to, there or not."""
    try:
        return folder.resolve()
    except (OSError, ValueError, RuntimeError) as error:  # links in a ring, or a name that no file can have
        raise CannotWrite(f"{str(folder)!a} is not the path of a folder: {error}. Nothing was written.") from error


def _is_same(first: Path, second: Path) -> bool:
    """Whether two paths lead to one folder that is there, as names in two cases do on some disks."""
    try:
        return first.samefile(second)
    except OSError:
        return False


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise CannotWrite(f"{folder} cannot be a folder: a file is in the way. Nothing was written.") from error
    except OSError as error:
        raise CannotWrite(f"The folder {folder} could not be made: {cause(error)}. Nothing was written.") from error


@contextmanager
def _held(folder: Path) -> Iterator[OpenFolder]:
    """The folder, held open; whatever goes wrong with a file in it is a CannotWrite already."""
    try:
        with opened(folder) as place:
            yield place
    except OSError as error:
        raise CannotWrite(f"{folder} could not be opened: {cause(error)}. Nothing was written.") from error


def _write_one(folder: OpenFolder, name: str, content: bytes, *, overwrite: bool) -> str:
    """What became of one file: "written", "unchanged" or "refused"."""
    path = folder.path / name
    replaces = False
    if _is_there(folder, name):
        found = _content(folder, name, len(content))
        if found == content:
            return "unchanged"
        if found is None or not overwrite:
            return "refused"
        replaces = True
    try:
        with new_file(path, mode=None, overwrite=replaces, folder=folder) as file:
            file.write(content)
    except WouldOverwrite:  # another process was quicker
        return "refused"
    return "written"


def _is_there(folder: OpenFolder, name: str) -> bool:
    """Whether anything has this name, be it a link that leads nowhere."""
    try:
        os.stat(folder.at(name), dir_fd=folder.descriptor, follow_symlinks=False)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise CannotWrite(f"{folder.path / name} could not be written: {cause(error)}.") from error
    return True


def _content(folder: OpenFolder, name: str, most: int) -> bytes | None:
    """The bytes of a file, as far as one past `most`; None for what is no plain file or cannot be read."""
    try:
        if not stat.S_ISREG(os.stat(folder.at(name), dir_fd=folder.descriptor, follow_symlinks=False).st_mode):
            return None
        descriptor = os.open(folder.at(name), _LOOK, dir_fd=folder.descriptor)
        with os.fdopen(descriptor, "rb") as file:
            return file.read(most + 1) if stat.S_ISREG(os.fstat(descriptor).st_mode) else None
    except OSError:
        return None
