"""A whole library going out into one file, and coming back from it."""

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

from reader import files
from reader.domain.doors import Door, refuse_if_secure
from reader.domain.errors import Damaged, InputMissing, InputRefused, NewerFormat
from reader.domain.notes import is_emptied
from reader.domain.reports import BackupReport, RestoreReport
from reader.library.safekeeping_notes import is_useless, journals
from reader.library.shelf import Shelf
from reader.storage.backup import Progress, checked_target, write_backup
from reader.storage.backup_articles import Returned, Returning
from reader.storage.backup_names import NOTES, Part, place_of
from reader.storage.backup_notes import check_notes
from reader.storage.backup_reading import LIMITS, Backup
from reader.storage.quarantine import Aside

ZIP = b"PK"

Articles: TypeAlias = dict[str, dict[int, list[Part]]]
"""What a backup holds of each version of each article."""


def backup(shelf: Shelf, path: Path, progress: Progress, *, overwrite: bool) -> BackupReport:
    """Write everything into the new file `path`. Raises TurnedOff, WouldOverwrite, CannotWrite, Damaged."""
    refuse_if_secure(Door.EXPORT, os.environ)
    checked_target(path, shelf.folders.library, overwrite=overwrite)
    # The notes first: what is added meanwhile is then an article without notes, and never notes without an article.
    notes = shelf.notes.folded()
    count = len(shelf.notes.notes()) + len(shelf.notes.notes(trashed=True))
    written = write_backup(path, shelf.articles.files, notes, shelf.now(), progress, overwrite=overwrite)
    places = [place for name in written.entries if (place := place_of(name))]
    articles = {place.article for place in places if place.part is Part.ARTICLE}
    return BackupReport(path, len(articles), count, path.stat().st_size, tuple(written.left_out))


def restore(shelf: Shelf, path: Path, progress: Progress) -> RestoreReport:
    """Bring back what a backup, a snapshot or a notes.json holds, and overwrite nothing.

    The whole file is looked at before anything is written. Raises TurnedOff, InputMissing, InputRefused, NewerFormat,
    CannotWrite, Busy; after CannotWrite or Busy the same restore, done again, goes on where it stopped.
    """
    refuse_if_secure(Door.IMPORT, os.environ)
    with _opened(path) as file:
        begins = file.read(len(ZIP))
        file.seek(0)
        if begins == ZIP:
            with Backup(file, path) as source:
                return _restore_all(shelf, source, path, progress)
        raw = file.read(LIMITS.entry + 1)
    if len(raw) > LIMITS.entry:
        raise InputRefused(f"{path} is neither a backup of Reader's nor a notes.json. Nothing was restored.")
    check_notes(raw, path, of_backup=False)
    aside = _make_room(shelf)
    return RestoreReport(merged=shelf.notes.join(raw), aside=aside)


def _restore_all(shelf: Shelf, source: Backup, path: Path, progress: Progress) -> RestoreReport:
    """Bring back the notes, which cannot be made again, and then the articles."""
    total = 2 * len(source.names)
    bad = source.verify(lambda done: progress(done, total))
    good = [name for name in source.names if name not in bad]
    merged, aside = _return_notes(shelf, source, path) if NOTES in good else (0, ())
    gone = {article for article, state in shelf.notes.states().items() if is_emptied(state)}
    articles = _by_article(good)
    wanted = {article: versions for article, versions in articles.items() if article not in gone}
    came = _return_articles(shelf, source, wanted, progress)
    return RestoreReport(
        added=tuple(came.added),
        replaced=tuple(came.replaced),
        beside=tuple(came.beside),
        aside=(*aside, *came.aside),
        skipped=(*source.skipped, *bad.values(), *(_stays_gone(one, path) for one in articles if one in gone)),
        kept=came.kept,
        merged=merged,
        had_notes=NOTES in good,
    )


def _return_notes(shelf: Shelf, source: Backup, path: Path) -> tuple[int, tuple[Path, ...]]:
    """Bring back the notes: how many documents of them, and which files made room. Raises InputRefused, NewerFormat."""
    raw = source.read(NOTES)
    check_notes(raw, path, of_backup=True)
    aside = _make_room(shelf)
    return shelf.notes.join(raw), aside


def _return_articles(shelf: Shelf, source: Backup, articles: Articles, progress: Progress) -> Returned:
    returning = Returning(shelf.articles, lambda place: source.read(place.name))
    total, done = 2 * len(source.names), len(source.names)
    for article, versions in articles.items():
        progress(done, total)
        returning.put(article, versions)
        done += sum(map(len, versions.values()))
    return returning.report


def _make_room(shelf: Shelf) -> tuple[Path, ...]:
    """Put notes aside that cannot be read at all, and make the folder of the library where there is none."""
    aside = Aside(files.make_folder(shelf.folders.library))
    moved = [aside.move(path) for path in journals(shelf.folders.library) if is_useless(path)]
    try:
        shelf.notes.notes()
    except NewerFormat:
        raise
    except Damaged:
        moved.append(aside.move(shelf.folders.library / NOTES))
    return tuple(moved)


def _stays_gone(article: str, path: Path) -> str:
    """Why files of an article do not come back: the trash would take them again, for no notes came that undo that."""
    return (
        f"Article {article} was emptied out of the trash here, and {path} has no notes that bring it back; "
        f"`reader restore --library DIR {shlex.quote(str(path))}` brings it into another library."
    )


def _by_article(names: list[str]) -> Articles:
    found: Articles = {}
    for name in names:
        if place := place_of(name):
            found.setdefault(place.article, {}).setdefault(place.version, []).append(place.part)
    return found


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        file = path.open("rb")
    except OSError as error:
        raise InputMissing(f"{path} cannot be read: {error.strerror}. Nothing was restored.") from error
    with file:
        yield file
