"""What the tests of safekeeping share: a library with something of everything, ways to damage it, a look at files."""

import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.domain.changes import Change, Step
from reader.domain.notes import ArticleState, Note
from reader.domain.reports import CheckReport
from reader.domain.span import Span
from reader.library.library import Library

FERRIES = "Ferries stop\n\nAnna Berg said on Tuesday that 300 crew had stopped work.\n"
HARBOUR = "Harbour to close\n\nThe harbour board of Vardo will close two quays in March.\n"


class Day:
    """A clock that a test turns; a second goes by each time it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def add(library: Library, text: str) -> str:
    return library.add(library.preview(text), text).id


def passage(library: Library, article: str, quote: str, words: str = "Ask.") -> Note:
    kept = library.open(article).kept
    start = kept.article.text.index(quote)
    return library.annotate(article, words, Span(start, start + len(quote)))


def filled(library: Library) -> str:
    """Two articles, one of two versions, with notes and tags; the id of that one."""
    article = add(library, FERRIES)
    library.edit_fields(article, {"source": "The Post"})
    passage(library, article, "Anna Berg")
    library.annotate(article, "On the whole.")
    library.tag(article, ["sea"])
    other = add(library, HARBOUR)
    library.mark(other, unread=False, starred=True)
    library.trash_note(passage(library, other, "two quays").key)
    return article


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder, but for what is only of this moment."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def rewritten(path: Path, other: Path, entry: str, old: bytes, new: bytes) -> None:
    """Write a backup anew, with other words in one entry."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            raw = source.read(name)
            target.writestr(name, raw.replace(old, new) if name == entry else raw)


def articles(library: Library) -> dict[str, bytes]:
    found = files(library.folders.library)
    return {name: raw for name, raw in found.items() if name.startswith(("articles/", "originals/"))}


def written(library: Library) -> tuple[list[Note], list[Note], dict[str, ArticleState]]:
    notes = library.shelf.notes
    return notes.notes(), notes.notes(trashed=True), notes.states()


def snapshots(library: Library) -> list[str]:
    return [path.name for path in library.shelf.notes.snapshots.all()]


def kinds(report: CheckReport) -> list[str]:
    return sorted({finding.kind for finding in report.found})


def scribbled(library: Library, article: str, name: str) -> None:
    """Damage a library in the way of this name."""
    known, root = library.shelf.articles.files, library.folders.library
    match name:
        case "article":
            known.article(article, 1).write_bytes(b"scribble")
        case "findings":
            known.findings(article, 1).write_bytes(b"scribble")
        case "version":
            known.article(article, 1).rename(root / "taken away")
        case "state":
            known.article(article, 2).rename(root / "taken away")
        case "note":
            for path in known.articles.glob(f"{article}*"):
                path.rename(root / path.name)
        case "litter":
            old = known.articles / f".{article}.md.0123456789abcdef.tmp"
            old.write_bytes(b"half")
            os.utime(old, (0, 0))
        case "copy":
            (known.articles / f"{article} (conflicted copy).md").write_bytes(b"other")
        case "mode":
            known.article(article, 1).chmod(0o644)
            known.articles.chmod(0o755)


def astray(library: Library, note: Note, by: int) -> Note:
    """Put a note beside its passage."""
    assert note.anchor is not None
    moved = replace(note, anchor=replace(note.anchor, span=note.anchor.span.shifted(by)))
    library.apply(Change("move", (Step(note, moved),)))
    return moved


def folded(library: Library) -> Path:
    """The notes folded twice, so that notes.json and the one before hold everything; its path."""
    library.shelf.notes.compact(always=True)
    library.annotate(library.shelf.articles.ids()[0], "One more.")
    library.shelf.notes.compact(always=True)
    library.shelf.notes.close()
    return library.folders.library / "notes.json"


def journal(library: Library) -> Path:
    (path,) = library.folders.library.glob("notes.*.journal")
    return path


def before_folding(library: Library) -> Path:
    (path,) = library.folders.library.glob("notes.*.bak")
    return path


def kept_aside(library: Library) -> list[bytes]:
    return [path.read_bytes() for path in (library.folders.library / "aside").iterdir()]


def interrupting(at_step: int) -> Callable[[int, int], None]:
    """A progress that is interrupted as by ^C once so much is done."""

    def tell(done: int, _: int) -> None:
        if done >= at_step:
            raise KeyboardInterrupt

    return tell
