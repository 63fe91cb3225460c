"""Looking at what a person wrote: whether it can be read, and whether it stands where it says it does."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from reader import files
from reader.anchoring import carry_over
from reader.domain.changes import Step
from reader.domain.errors import Damaged, NewerFormat, NotFound
from reader.domain.ids import note_id
from reader.domain.notes import Anchor, ArticleState, Note, is_emptied
from reader.domain.reports import Finding, Remedy
from reader.library.catalogue import NOTES
from reader.library.safekeeping_ledger import Ledger, put_aside
from reader.library.shelf import Shelf
from reader.storage.head_text import read_bytes
from reader.storage.notes_json import read_base


@dataclass(slots=True)
class Written:
    """What is written on one article."""

    notes: list[Note] = field(default_factory=list)
    state: ArticleState | None = None


@dataclass(slots=True)
class Known:
    """What is written, by article; what was emptied out of the trash is left out."""

    articles: dict[str, Written] = field(default_factory=dict)

    def on(self, article: str) -> Written:
        """What is written on one article, to be added to."""
        return self.articles.setdefault(article, Written())


def look_at_notes(shelf: Shelf, ledger: Ledger) -> Known:
    """Read all notes, and tell what cannot be read of them."""
    for path in journals(shelf.folders.library):
        _look_at_journal(path, shelf, ledger)
    for path in sorted(shelf.folders.library.glob("notes.*.bak")):
        _look_at_the_base_before(path, shelf, ledger)
    try:
        known, is_mended = _read(shelf), shelf.notes.is_whole
    except Damaged as damaged:  # a restore puts it aside; the sentence names what can be restored
        remedy = Remedy.UPDATE if isinstance(damaged, NewerFormat) else Remedy.RESTORE
        ledger.tell(Finding("notes", NOTES, damaged.sentence, remedy=remedy))
        return Known()
    if not is_mended:
        told = " ".join(shelf.notes.notices) or "What lies in notes.json came from the files beside it."
        ledger.tell(Finding("notes", NOTES, told), lambda: _fold(shelf))
    for sentence in shelf.notes.damaged:
        ledger.tell(Finding("note", NOTES, sentence))
    return known


def look_at_passages(known: Known, article: str, texts: Mapping[int, str | None], ledger: Ledger) -> None:
    """Look whether the version in use of an article is there, and every passage stands where its note says.

    `texts` are the versions that are there, without a text where this version of Reader does not understand it.
    """
    written = known.articles.get(article, Written())
    readable = {version: text for version, text in texts.items() if text is not None}
    if not readable:
        return
    state, in_use = written.state, max(readable)
    if state and state.version in readable:
        in_use = state.version
    elif state and state.version not in texts:
        sentence = f"Version {state.version} of article {article}, which is in use, cannot be read."
        step = Step(state, replace(state, version=in_use))
        ledger.tell_change(Finding("state", article, sentence), step, f"Version {in_use} is in use now.")
    for note in written.notes:
        if note.anchor is not None and not _stands(note.anchor, texts):
            _tell_astray(note, note.anchor, carry_over(note.anchor, readable[in_use], in_use), ledger)


def tell_homeless(known: Known, article: str, origin: Path, ledger: Ledger) -> None:
    """Tell of notes on an article that cannot be read, or is not there; they are kept."""
    written = known.articles.get(article, Written())
    if written.notes:
        notes = "1 note is" if len(written.notes) == 1 else f"{len(written.notes)} notes are"
        anew = f"`reader add {origin}`" if origin.exists() else "adding it again"
        sentence = (
            f"{notes} on article {article}, of which no version can be read. They are kept; a backup may hold the "
            f"article, or {anew} may bring it back."
        )
        ledger.tell(Finding("note", article, sentence, remedy=Remedy.RESTORE))
    elif written.state is not None:
        ledger.remarks.append(f"What you did with article {article} is remembered, but the article is not there.")


def _read(shelf: Shelf) -> Known:
    known = Known()
    for note in (*shelf.notes.notes(), *shelf.notes.notes(trashed=True)):
        if not is_emptied(note):
            known.on(note.article).notes.append(note)
    for article, state in shelf.notes.states().items():
        if not is_emptied(state):
            known.on(article).state = state
    return known


def _stands(anchor: Anchor, texts: Mapping[int, str | None]) -> bool:
    """Whether the quote is where the anchor says; one that is known to stand nowhere needs not.

    What this version of Reader cannot read is believed.
    """
    text = texts.get(anchor.version, "")
    return not anchor.placed or text is None or anchor.span.of(text) == anchor.quote


def _tell_astray(note: Note, anchor: Anchor, moved: Anchor, ledger: Ledger) -> None:
    name = f"The note {note_id(note.key)}" if note.text else f"The highlight {note_id(note.key)}"
    what = f"{name} on article {note.article} does not stand on its passage in version {anchor.version}"
    if moved.placed:
        sentence, repaired = f"{what}, but the passage is in version {moved.version}.", "It stands there again."
    else:
        sentence, repaired = f"{what}, and the passage is not to be found.", "It is marked as having no place."
    finding = Finding("anchor", note_id(note.key), sentence)
    ledger.tell_change(finding, Step(note, replace(note, anchor=moved)), repaired)


def _look_at_the_base_before(path: Path, shelf: Shelf, ledger: Ledger) -> None:
    """Look at a notes.json from before a folding, which is needed where the present one is damaged."""
    try:
        read_base(read_bytes(path))
    except NotFound:
        return
    except NewerFormat as newer:
        ledger.tell(Finding("notes", str(path), f"{path}: {newer}.", remedy=Remedy.UPDATE))
    except Damaged as damaged:
        sentence = f"{path} is damaged: {damaged}. It is of no use where {NOTES} is damaged too."
        ledger.tell(Finding("notes", str(path), sentence), partial(put_aside, shelf.folders.library, path))


def _look_at_journal(path: Path, shelf: Shelf, ledger: Ledger) -> None:
    try:
        bad, lines, torn = _bad_lines(path)
    except OSError as error:
        ledger.tell(Finding("journal", str(path), f"{path} cannot be read: {error.strerror}."))
        return
    if bad == lines:
        sentence = (
            f"{path} holds nothing that can be read. It keeps nobody from saving; "
            "`reader check --repair` puts it aside."
        )
        ledger.tell(Finding("journal", str(path), sentence), partial(put_aside, shelf.folders.library, path))
    elif bad:
        sentence = f"{path} holds {bad} damaged {'line' if bad == 1 else 'lines'} among {lines}."
        ledger.tell(Finding("journal", str(path), sentence), partial(_fold_journal, shelf, path))
    elif torn:
        ledger.remarks.append(f"The last line of {path} is not finished: a save that was cut short, or goes on now.")


def journals(folder: Path) -> list[Path]:
    """The journals in the folder of a library."""
    return sorted(folder.glob("notes.*.journal"))


def is_useless(journal: Path) -> bool:
    """Whether a journal holds not a single good line, so that nothing can be added to it."""
    try:
        bad, lines, _ = _bad_lines(journal)
    except OSError:
        return False
    return bad == lines


def _bad_lines(path: Path) -> tuple[int, int, bool]:
    """How many whole lines of a journal are damaged, how many there are, and whether one is not finished."""
    *lines, torn = files.read_plain(path).split(b"\n")
    return sum(not _is_good(line) for line in lines), len(lines), bool(torn)


def _fold_journal(shelf: Shelf, path: Path) -> str:
    """Fold, which writes the journal of this device anew; that of another only that device may write."""
    told = _fold(shelf)
    return "" if _bad_lines(path)[0] else told


def _is_good(line: bytes) -> bool:
    """Whether the checksum at the beginning of a line (CRC-32 in 8 hexadecimal digits, a space) fits the rest."""
    return line[8:9] == b" " and line[:8] == b"%08x" % zlib.crc32(line[9:])


def _fold(shelf: Shelf) -> str:
    shelf.notes.compact(always=True)
    return "The notes were written anew; what could not be read is kept in the folder aside."
