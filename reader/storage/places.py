"""Which files hold what a person wrote, and which of them a sync tool left beside the true ones."""

import os
from dataclasses import dataclass
from pathlib import Path

from reader.domain.errors import Damaged
from reader.storage.journal import is_device

_SEPARATORS = frozenset(" ._(~-")
"""What follows the stem in the names of journals, and of the copies that sync tools make."""

Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Places:
    """The files of one notes.json; a symbolic link to it is followed when this is made."""

    base: Path
    """The documents, as of the last folding."""

    def before(self, device: str) -> Path:
        """The base before the last folding by a device; with the journals it holds all that the base does."""
        return self.journal(device).with_suffix(".bak")

    @property
    def lock(self) -> Path:
        """The lock between processes; never removed."""
        return self.base.with_name(f"{self.base.name}.lock")

    @property
    def aside(self) -> Path:
        """The folder of damaged files, and of copies that were merged."""
        return self.base.with_name("aside")

    def journal(self, device: str) -> Path:
        """The commits of one device; no other writes it. Raises ValueError for what is no device."""
        if not is_device(device):
            raise ValueError(f"{device!r} is not the name of a device")
        return self.base.with_name(f"{self.base.stem}.{device}.journal")

    def all_before(self) -> list[Path]:
        """The bases before, of every device. Raises Damaged."""
        beside = (path.with_suffix(".bak") for path in self.found()[0])
        return [path for path in beside if stamp_of(path) is not None]

    def device_of(self, path: Path) -> str:
        """The name of the device that stands in the name of a journal; a copy has none or another than it holds."""
        return path.name[len(self.base.stem) + 1 :].removesuffix(".journal")

    def found(self) -> tuple[list[Path], list[Path]]:
        """The journals in the folder, whoever wrote them, and copies of the base that a sync tool made.

        Raises Damaged: a journal that is only not seen would be taken for none, and written over.
        """
        stem, ending = self.base.stem, self.base.suffix
        try:
            names = sorted(os.listdir(self.base.parent))  # noqa: PTH208 - names are all that is wanted
        except (FileNotFoundError, NotADirectoryError):
            return [], []
        except OSError as error:
            raise Damaged(f"{self.base.parent} cannot be listed: {error.strerror}. It was left as it is.") from error
        beside = [name for name in names if name.startswith(stem) and name[len(stem) : len(stem) + 1] in _SEPARATORS]
        journals = [name for name in beside if name.endswith(".journal")]
        copies = [name for name in beside if name.endswith(ending) and name != self.base.name]
        return [self.base.with_name(name) for name in journals], [self.base.with_name(name) for name in copies]


def places_of(path: Path) -> Places:
    """The files of the notes.json at `path`."""
    return Places(Path(os.path.realpath(path)))


def stamp_of(path: Path | str) -> Stamp | None:
    """By which a file that was changed is known; None where there is no file. Raises Damaged where nobody can tell."""
    try:
        status = os.stat(path)  # noqa: PTH116 - half as slow, and every save asks
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise Damaged(f"{path} cannot be read: {error.strerror}. It was left as it is.") from error
    return status.st_ino, status.st_mtime_ns, status.st_size


def folder_stamp(folder: Path | str) -> int:
    """By which a folder with other files in it is known; 0 where there is none."""
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 - likewise
    except OSError:
        return 0
