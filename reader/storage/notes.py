"""What the person wrote, in TinyDB: notes, the state of articles, and the history of changes for undo."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.domain.changes import Change
from reader.domain.errors import NothingToUndo
from reader.storage.notes_reader import NotesReader
from reader.storage.tables import Tables
from reader.storage.tinydb_file import AtomicFile

PATIENCE = 10.0
"""How many seconds a change waits for another program that is writing."""


class NotesStore(NotesReader):
    """The notes and article states in one TinyDB file, which stock TinyDB opens too; with changes to them."""

    def __init__(self, path: Path, *, patience: float = PATIENCE) -> None:
        file = AtomicFile(path, patience)
        super().__init__(file)
        self._tables = Tables(file, self._stored)

    def apply(self, change: Change) -> None:
        """Make all steps of a change or none, and remember it for undo; it is on the disk when this returns.

        A record that is no longer as a step's `before` says, because another process changed it, gets what both wanted:
        field by field the later writer wins, but both texts of a note are kept, and a note with a new text is not
        removed. What was undone before can no longer be done again, unless the change is not one for the history.

        Raises Busy, CannotWrite, Damaged, NewerFormat.
        """
        if not change.steps:
            return
        with self._guard, self._tables.changing():
            made = self._tables.made(change)
            if change.undoable:
                self._tables.remember(made)

    def undo(self) -> Change:
        """Take back the last change that still stands, by whichever process it was made, and return it.

        Raises NothingToUndo, Busy, CannotWrite, Damaged, NewerFormat.
        """
        with self._guard, self._turning(undone=False) as keys:
            change = self._tables.change(keys[-1])
            taken_back = self._tables.made(change.inverse())
            self._tables.turn(keys[-1], taken_back.inverse(), undone=True)
            return change

    def redo(self) -> Change:
        """Make the change again that was taken back last, and return it.

        Raises NothingToUndo, Busy, CannotWrite, Damaged, NewerFormat.
        """
        with self._guard, self._turning(undone=True) as keys:
            change = self._tables.change(keys[0])
            self._tables.turn(keys[0], self._tables.made(change), undone=False)
            return change

    @contextmanager
    def _turning(self, *, undone: bool) -> Iterator[list[int]]:
        """The keys of the changes that were, or were not, taken back; there is at least one."""
        nothing = NothingToUndo(f"There is no change to {'do again' if undone else 'take back'}.")
        if not self._tables.changes(undone=undone):
            raise nothing  # without making a file only to say so
        with self._tables.changing():
            keys = self._tables.changes(undone=undone)
            if not keys:
                raise nothing
            yield keys
