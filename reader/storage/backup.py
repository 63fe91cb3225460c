"""Writing a backup: one zip file that holds a whole library, read back before it is called done."""

import hashlib
import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from reader import files
from reader.domain.errors import CannotWrite, WouldOverwrite
from reader.storage.article_files import ArticleFiles
from reader.storage.backup_names import FORMAT, MANIFEST, NOTES, WHAT, names_in
from reader.storage.backup_reading import Backup

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The one time that every entry bears, so that the same library gives the same bytes."""

Progress = Callable[[int, int], None]
"""Is told how many of how many steps are done."""


@dataclass(slots=True)
class Written:
    """The backup as far as it is written: size and SHA-256 of each entry, and what could not be read."""

    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def checked_target(path: Path, library: Path, *, overwrite: bool) -> None:
    """Refuse a place that no backup should lie in. Raises WouldOverwrite, CannotWrite."""
    inside = os.path.realpath(path.parent) + os.sep
    if inside.startswith(os.path.realpath(library) + os.sep):
        raise CannotWrite(f"{path} lies in the library folder itself; keep a backup elsewhere. Nothing was written.")
    if path.is_dir():
        raise CannotWrite(f"{path} is a folder; name the file that the backup shall be. Nothing was written.")
    if not overwrite and os.path.lexists(path):
        raise WouldOverwrite(f"{path} exists already and was left as it is; `--overwrite` replaces it.")


def write_backup(
    path: Path, library: ArticleFiles, notes: bytes, made: datetime, progress: Progress, *, overwrite: bool
) -> Written:
    """Write the library with `notes` as its notes.json into a new file `path`, and read it back.

    Raises WouldOverwrite, CannotWrite, Damaged; what was at `path` is then untouched.
    """
    names = names_in(library)
    written = Written()
    files.remove_litter(path)  # of a backup to the same place that was killed
    with files.new_file(path, overwrite=overwrite) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            _put(archive, NOTES, notes, written)
            for done, name in enumerate(names):
                progress(done, 2 * len(names) + 1)
                _put_file(archive, name, library.folder / name, written)
            manifest = {"what": WHAT, "format": FORMAT, "made": made.isoformat(), "entries": written.entries}
            _put(archive, MANIFEST, json.dumps(manifest, indent=1).encode("ascii"), Written())
        _read_back(file, path, written, lambda done: progress(len(names) + done, 2 * len(names) + 1))
    return written


def _put_file(archive: zipfile.ZipFile, name: str, path: Path, written: Written) -> None:
    try:
        raw = files.read_plain(path)
    except OSError as error:
        written.left_out.append(f"{path} cannot be read ({error.strerror}) and is not in the backup.")
        return
    _put(archive, name, raw, written)


def _put(archive: zipfile.ZipFile, name: str, raw: bytes, written: Written) -> None:
    entry = zipfile.ZipInfo(name, _LONG_AGO)
    entry.create_system = 3  # Unix, whatever the machine
    entry.external_attr = files.FILE_MODE << 16
    archive.writestr(entry, raw, zipfile.ZIP_DEFLATED)
    written.entries[name] = {"bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}


def _read_back(file: BinaryIO, path: Path, written: Written, progress: Callable[[int], None]) -> None:
    """Read the backup as a restore will. Raises CannotWrite where that gives anything else than what was written."""
    file.flush()
    file.seek(0)
    with Backup(file, path) as backup:
        bad = backup.verify(progress)
        if bad or backup.skipped or set(backup.names) != set(written.entries):
            raise CannotWrite(f"{path} did not hold what was written to it when it was read back; it was not kept.")
