"""What the person wrote, in TinyDB on a journal: notes, the state of articles, and the history of changes for undo."""

import threading
from contextlib import suppress
from pathlib import Path

from reader.domain.changes import Change
from reader.domain.errors import Damaged, NothingToUndo, ReaderError
from reader.storage import folding, joined
from reader.storage.devices import LOCAL, Device
from reader.storage.journal import Past
from reader.storage.notes_json import read_base, read_plain
from reader.storage.notes_reader import NotesReader
from reader.storage.saving import PATIENCE, NotesWriter
from reader.storage.stored import PLANS
from reader.storage.tables import Tables

FOLD_ABOVE = 1024 * 1024
"""How many bytes of commits are folded into notes.json while the program runs."""
CHEAP = 4 * 1024 * 1024
"""How large a notes.json may be that is written anew at the end of every program that saved something."""


class NotesStore(NotesReader):
    """The notes and article states in one TinyDB file and its journals; stock TinyDB opens the file too.

    `device` is the name of this device, or where it is kept; no two devices may have the same.
    """

    def __init__(self, path: Path, device: str | Device = LOCAL, *, patience: float = PATIENCE) -> None:
        self._writer = NotesWriter(
            path,
            device if isinstance(device, Device) else Device(device),
            patience=patience,
            plans=PLANS,
            both=joined.both_documents,
        )
        super().__init__(self._writer)
        self._tables = Tables(self._writer, self._stored)
        self._folding: threading.Thread | None = None
        self._saved = False
        self.has_turned = True
        """Whether the last undo or redo changed anything; not so where others wrote over the change meanwhile."""

    def apply(self, change: Change) -> None:
        """Make all steps of a change or none, and remember it for undo; it is on the disk when this returns.

        A record that is no longer as a step's `before` says, because another process changed it, gets what both wanted:
        field by field the later writer wins, but both texts of a note are kept, and a note with a new text is not
        removed. What was undone before can no longer be done again, unless the change is not one for the history.

        Raises Busy, CannotWrite, Damaged, NewerFormat.
        """
        if not change.steps:
            return
        with self._guard:
            with self._tables.changing() as saving:
                self._tables.made(change, saving)
                saving.what = change.what if change.undoable else ""
            self._fold_soon()

    def undo(self) -> Change:
        """Take back the last change of this device that still stands, by whichever process, and return it.

        Raises NothingToUndo, Busy, CannotWrite, Damaged, NewerFormat.
        """
        with self._guard:
            self._check(self._tables.stacks()[0], "take back")
            with self._tables.changing() as saving:
                last = self._check(self._tables.stacks()[0], "take back")
                change = self._tables.change(last)
                self._tables.made(change.inverse(), saving)
                saving.what, saving.turns = last.what, last.number
                self.has_turned = bool(self._writer.staging())
            self._fold_soon()
        return change

    def redo(self) -> Change:
        """Make the change again that was taken back last, and return it.

        Raises NothingToUndo, Busy, CannotWrite, Damaged, NewerFormat.
        """
        with self._guard:
            self._check(self._tables.stacks()[1], "do again")
            with self._tables.changing() as saving:
                last = self._check(self._tables.stacks()[1], "do again")
                change = self._tables.change(last)
                self._tables.made(change, saving)
                saving.what, saving.turns = last.what, -last.number
                self.has_turned = bool(self._writer.staging())
            self._fold_soon()
        return change

    @property
    def elsewhere(self) -> int:
        """How many saves of other programs and devices are known; another number means that one of them saved.

        Costs a look at the folder and the files. Raises Damaged, NewerFormat.
        """
        with self._guard:
            return sum(self._writer.replica().seen.values()) - self._writer.saved

    def folded(self) -> bytes:
        """The notes.json that would hold everything now, for backups. Raises Damaged, NewerFormat."""
        with self._guard:
            state, _ = self._writer.state()
        return folding.folded(state)

    def join(self, raw: bytes) -> int:
        """Bring what another notes.json holds into this one, as one change; give how many documents changed.

        What is missing here is added, what is newer there is taken, what is newer here stays, and where neither is
        known to be newer both texts of a note are kept. Raises Busy, CannotWrite, Damaged, NewerFormat.
        """
        try:
            other = read_base(raw)
        except Damaged:
            other = read_plain(raw)  # whoever offers it, wants what can be had of it
        with self._guard, self._tables.changing() as saving:
            found = list(joined.brought(self._writer.replica(), other))
            for table, key, document in found:
                self._writer.stage(table, {key: document})
            saving.what = "restore notes" if found else ""
        with self._guard:
            self._fold_soon()
        return len(found)

    def compact(self, *, always: bool = False) -> bool:
        """Fold the journal into notes.json when it is long, or `always` where there is any; whether that was done.

        It may be called from any thread; others read and save meanwhile.

        Raises Busy, CannotWrite, Damaged, NewerFormat.
        """
        with self._guard:
            unfolded, (state, before) = self._writer.unfolded(), self._writer.state()
        if always and not (before or unfolded):
            return False  # there is no file yet
        if not always and 0 <= unfolded <= _most_unfolded(state.base.size):
            return False
        with self._guard:
            self._writer.make_ready()
            state, before = self._writer.state()
        prepared = folding.prepare(self._writer.places, state)
        with self._guard:
            return self._writer.put_in_place(prepared, before)

    def close(self) -> None:
        """A clean end: fold what is not too much, and leave nothing open. Any method may be called again afterwards."""
        if self._folding:
            self._folding.join()
        with self._guard:
            saved = self._saved and self._writer.unfolded()
            cheap = saved and self._writer.state()[0].base.size <= CHEAP
        with suppress(ReaderError):  # what was saved is in the journal, and the next program folds it
            if saved:
                self.compact(always=bool(cheap))
        with self._guard:
            self._writer.close()

    def _fold_soon(self) -> None:
        """Fold in a thread of its own once the journal is long; whoever just saved does not wait for it."""
        self._saved = True
        if self._writer.unfolded() <= FOLD_ABOVE or (self._folding and self._folding.is_alive()):
            return
        if self._writer.unfolded() > _most_unfolded(self._writer.replica().base.size):
            self._folding = threading.Thread(target=self._fold_quietly, name="fold notes", daemon=True)
            self._folding.start()

    def _fold_quietly(self) -> None:
        with suppress(ReaderError):  # the journal holds everything; the next save tries again
            self.compact()

    @staticmethod
    def _check(stack: list[Past], to_do: str) -> Past:
        if not stack:
            raise NothingToUndo(f"There is no change to {to_do}.")
        return stack[-1]


def _most_unfolded(size: int) -> int:
    """How many bytes of commits may wait before a notes.json of this size is written anew."""
    return max(FOLD_ABOVE, size // 4)
