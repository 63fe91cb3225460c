"""Looking at the folders of a library: who may read them, and what does not belong there."""

import os
import re
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from reader import files
from reader.domain.ids import ALPHABET, ARTICLE_ID_LENGTH
from reader.domain.reports import Finding
from reader.library.safekeeping_ledger import Ledger, put_aside
from reader.library.shelf import Shelf
from reader.storage.backup_names import place_of
from reader.storage.quarantine import Aside

SETTLED = timedelta(minutes=10)
"""How old a temporary file must be before nobody can be writing it any more."""

_LIKE_AN_ARTICLE = re.compile(f"[{ALPHABET}]{{{ARTICLE_ID_LENGTH},52}}[^{ALPHABET}].*", re.ASCII | re.DOTALL)
_LOOSE = 0o077


def look_at_folders(shelf: Shelf, ledger: Ledger) -> None:
    """Find what killed writers left, copies beside articles, and what others may read."""
    library = shelf.folders.library
    kept = (shelf.articles.files.articles, shelf.articles.files.originals)
    for folder in (library, *kept):
        for path in _entries(folder):
            if files.is_litter(path.name) and _is_settled(path, shelf.now()):
                sentence = f"{path} was left by a program that was stopped while it wrote."
                ledger.tell(Finding("litter", str(path), sentence), partial(put_aside, library, path))
    for folder in kept:
        for path in _entries(folder):
            if _LIKE_AN_ARTICLE.fullmatch(path.name) and place_of(f"{folder.name}/{path.name}") is None:
                sentence = f"{path} looks like a copy of one of the files beside it; Reader does not read it."
                ledger.tell(Finding("copy", str(path), sentence), partial(put_aside, library, path))
    for folder in (library, *kept, Aside(library).folder, shelf.notes.snapshots.folder):
        _look_at_modes(folder, ledger, only="notes." if folder == library else "")


def _look_at_modes(folder: Path, ledger: Ledger, only: str) -> None:
    """Find a folder that others may look into, and files in it that others may read."""
    loose = [path for path in (folder, *_entries(folder, only)) if _is_loose(path)]
    if not loose or os.name == "nt":
        return
    what = str(loose[0]) if len(loose) == 1 else f"{loose[0]} and {len(loose) - 1} more"
    finding = Finding("mode", str(folder), f"Others on this machine may read {what}.")
    ledger.tell(finding, partial(_tighten, loose))


def _tighten(paths: list[Path]) -> str:
    for path in paths:
        path.chmod(files.FOLDER_MODE if path.is_dir() else files.FILE_MODE)
    return "Only you may read it now."


def _entries(folder: Path, beginning: str = "") -> Iterator[Path]:
    """The files in a folder by name, no folders and no links; nothing where the folder cannot be read."""
    try:
        with os.scandir(folder) as entries:
            found = [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]
    except OSError:
        return
    yield from (folder / name for name in sorted(found) if name.startswith(beginning))


def _is_loose(path: Path) -> bool:
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return bool(mode & _LOOSE) and not stat.S_ISLNK(mode)


def _is_settled(path: Path, now: datetime) -> bool:
    try:
        return datetime.fromtimestamp(path.lstat().st_mtime, UTC) < now - SETTLED
    except OSError:
        return False
