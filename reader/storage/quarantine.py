"""The folder aside/ of a library: damaged files go there, and what has no other place. Nothing ever leaves it."""

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from reader import files
from reader.domain.errors import CannotWrite, WouldOverwrite


class Aside:
    """The folder aside/ of the library in `library`, made when there is something to put there."""

    def __init__(self, library: Path) -> None:
        self.folder = library / "aside"

    def move(self, path: Path) -> Path:
        """Move a file here, under a name that no other has, and return where it is now. Raises CannotWrite."""
        files.make_folder(self.folder)
        for place in self._places(path.name.lstrip(".") or "file"):
            try:
                _move(path, place)
            except FileExistsError:
                continue
            except OSError as error:
                raise CannotWrite(f"{path} could not be moved to {self.folder}: {error.strerror}.") from error
            if not place.is_symlink():
                with suppress(OSError):  # who may read it elsewhere need not read it here
                    place.chmod(files.FILE_MODE)
            files.sync_folder_of(place)
            files.sync_folder_of(path)
            return place
        raise CannotWrite(f"{path} could not be moved to {self.folder}.")  # unreachable: names never run out

    def keep(self, name: str, raw: bytes) -> Path:
        """Keep bytes here under `name` or one like it; those that are here already are not kept twice.

        Raises CannotWrite.
        """
        files.make_folder(self.folder)
        for place in self._places(name):
            if _holds(place, raw):
                return place
            with suppress(WouldOverwrite):
                files.write_atomically(place, raw, overwrite=False)
                return place
        raise CannotWrite(f"{name} could not be put into {self.folder}.")  # unreachable: names never run out

    def _places(self, name: str) -> Iterator[Path]:
        """NAME.md, NAME-2.md, NAME-3.md and so on."""
        stem, dot, ending = name.partition(".")
        yield self.folder / name
        for number in count(2):
            yield self.folder / f"{stem}-{number}{dot}{ending}"


def _move(path: Path, place: Path) -> None:
    """Give a file another name on the same disk. Raises FileExistsError where the name is taken."""
    try:
        os.link(path, place, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a disk without hard links
        if os.path.lexists(place):
            raise FileExistsError(place) from None
        path.rename(place)
    else:
        path.unlink()


def _holds(path: Path, raw: bytes) -> bool:
    try:
        return path.stat().st_size == len(raw) and path.read_bytes() == raw
    except OSError:
        return False
