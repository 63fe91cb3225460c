"""The tables of notes.json through TinyDB's interface: making changes, and turning them back."""

from contextlib import AbstractContextManager

from tinydb.table import Document

from reader.domain.changes import Change, Step
from reader.domain.notes import Note, Record, is_emptied
from reader.storage import change_records, past, records
from reader.storage.journal import Past, encoded
from reader.storage.journal_db import JournalDB, JournalTable
from reader.storage.merging import merged
from reader.storage.notes_file import BOTH_KEPT
from reader.storage.saving import NotesWriter, Saving
from reader.storage.stored import StoredRecords


class Tables:
    """The tables of one notes file. One thread at a time; what changes does so inside `changing`."""

    def __init__(self, writer: NotesWriter, stored: StoredRecords) -> None:
        self._writer = writer
        self._stored = stored
        self._db = JournalDB(writer.path, writer=writer)

    def changing(self) -> AbstractContextManager[Saving]:
        """Make what happens inside one commit, which is on the disk afterwards, or none when an error leaves it.

        Raises Busy, CannotWrite, Damaged, NewerFormat.
        """
        return self._db.changing()

    def made(self, change: Change, saving: Saving) -> None:
        """Carry out a change, as it fits to what is stored (see `merging`)."""
        for step in change.steps:
            self._make(step, saving)

    def stacks(self) -> tuple[list[Past], list[Past]]:
        """The changes that stand, and those that were taken back; the last of each is turned next.

        Raises Damaged, NewerFormat.
        """
        loaded = self._writer.refreshed()
        journal = loaded.journals.get(loaded.replica.device)
        return past.stacks(past.history(journal.past if journal else (), loaded.replica.past))

    def change(self, one: Past) -> Change:
        """A change of the history. Raises Damaged."""
        return change_records.change_of(one, self._writer.path)

    def _make(self, step: Step, saving: Saving) -> None:
        record = step.after or step.before
        if record is None:
            return
        table, key = records.table_and_key(record)
        if self._is_as_before(table, key, step.before):
            self._write(table, key, step.before, step.after)
            return
        stored = self._stored.record(table, key)
        after = merged(stored, step.before, step.after)
        self._tell(stored, step.after, after)
        if stored is None and step.before is not None:
            saving.befores.setdefault(table, {})[str(key)] = records.document(step.before)
        self._write(table, key, stored, after)

    def _is_as_before(self, table: str, key: int, before: Record | None) -> bool:
        """Whether nobody else changed a record, as is usual; seen without looking at each of its fields."""
        if before is None or is_emptied(before):
            return False
        if self._stored.holds(table, key, before):
            return True
        return self._writer.replica().stored(table, str(key)) == encoded(records.document(before))

    def _write(self, table: str, key: int, stored: Record | None, after: Record | None) -> None:
        """Write or remove a document; fields of a later version of Reader stay in it."""
        if after is not None and after is not stored and after != stored:
            self._table(table).upsert(Document(records.document(after), key))
        elif after is None and stored is not None:
            self._table(table).remove(doc_ids=[key])

    def _table(self, name: str) -> JournalTable:
        table = self._db.table(name, cache_size=0)
        assert isinstance(table, JournalTable)  # noqa: S101 - JournalDB makes no other
        return table

    def _tell(self, stored: Record | None, wanted: Record | None, made: Record | None) -> None:
        """Say so where a note now holds two texts."""
        if (
            isinstance(made, Note)
            and isinstance(stored, Note)
            and isinstance(wanted, Note)
            and made.text not in {stored.text, wanted.text}
        ):
            self._writer.tell(BOTH_KEPT)
