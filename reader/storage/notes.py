"""What the person wrote, in TinyDB: notes, the state of articles, and the history of changes for undo."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.domain.changes import Change
from reader.domain.errors import NotFound, NothingToUndo
from reader.domain.ids import note_id, state_key
from reader.domain.notes import ArticleState, Note
from reader.storage import records
from reader.storage.tables import Tables

PATIENCE = 10.0
"""How many seconds a change waits for another program that is writing."""


class NotesStore:
    """The notes and article states in one TinyDB file, which stock TinyDB opens too.

    The file is opened when it is first needed, reading never makes it, and what other processes save is seen at the
    next call. Methods may be called from any thread.
    """

    def __init__(self, path: Path, *, patience: float = PATIENCE) -> None:
        self._guard = threading.RLock()
        self._tables = Tables(path, patience)

    @property
    def damaged(self) -> tuple[str, ...]:
        """A sentence for every document that cannot be read and is left out of `notes` and `states`.

        Raises Damaged, NewerFormat when the file as a whole cannot be read.
        """
        with self._guard:
            return tuple(
                sentence for name in (records.NOTES, records.STATES) for sentence in self._tables.readable(name)[1]
            )

    def notes(self, article: str | None = None, *, trashed: bool = False) -> list[Note]:
        """The notes on one article, or on all, oldest first: those in use, or those in the trash.

        Raises Damaged, NewerFormat.
        """
        with self._guard:
            known = self._tables.readable(records.NOTES)[0].values()
        found = [
            note
            for note in known
            if isinstance(note, Note)
            and (article is None or note.article == article)
            and (note.trashed is not None) == trashed
        ]
        return sorted(found, key=lambda note: (note.created, note.key))

    def note(self, key: int) -> Note:
        """One note, in the trash or not. Raises NotFound, Damaged, NewerFormat."""
        with self._guard:
            found = self._tables.stored(records.NOTES, key)
        if isinstance(found, Note):
            return found
        raise NotFound(f"There is no note {note_id(key)}.")

    def states(self) -> dict[str, ArticleState]:
        """The states of all articles that have one, by article. Raises Damaged, NewerFormat."""
        with self._guard:
            known = self._tables.readable(records.STATES)[0].values()
        return {state.article: state for state in known if isinstance(state, ArticleState)}

    def state(self, article: str) -> ArticleState:
        """The state of one article, or the one that every article begins with. Raises Damaged, NewerFormat."""
        with self._guard:
            found = self._tables.stored(records.STATES, state_key(article))
        return found if isinstance(found, ArticleState) else ArticleState(article)

    def tags(self) -> dict[str, int]:
        """How many articles outside the trash carry each tag, in the order of the alphabet."""
        counts: dict[str, int] = {}
        for state in self.states().values():
            for tag in state.tags if state.trashed is None else ():
                counts[tag] = counts.get(tag, 0) + 1
        return dict(sorted(counts.items(), key=lambda pair: (pair[0].casefold(), pair[0])))

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
