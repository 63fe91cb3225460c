"""The tables of notes.json through TinyDB's interface: making changes, and remembering them."""

from collections.abc import Iterator
from contextlib import contextmanager

from tinydb import TinyDB
from tinydb.table import Document, Table

from reader.domain.changes import Change, Step
from reader.domain.errors import Damaged
from reader.storage import change_records, records
from reader.storage.keys import new_key
from reader.storage.merging import merged
from reader.storage.notes_file import FORMAT, FORMAT_KEY, FORMAT_TABLE
from reader.storage.stored import StoredRecords, sentence
from reader.storage.tinydb_file import AtomicFile

HISTORY = "history"
LONGEST_HISTORY = 200
"""How many changes can be taken back."""


class Tables:
    """The tables of one notes file. One thread at a time; what changes does so inside `changing`."""

    def __init__(self, file: AtomicFile, stored: StoredRecords) -> None:
        self._file = file
        self._stored = stored
        self._db = TinyDB(storage=lambda: self._file)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Make what happens inside one write, which is on the disk afterwards, or none when an error leaves it.

        Raises Busy, CannotWrite, Damaged, NewerFormat.
        """
        with self._file.transaction():
            yield

    def made(self, change: Change) -> Change:
        """Carry out a change, and give it back as it really went (see `merging`)."""
        return Change(change.what, tuple(map(self._made_step, change.steps)), change.undoable)

    def remember(self, change: Change) -> None:
        """Add a change to the history; what was undone before, and what is too old, is forgotten."""
        standing = self.changes(undone=False)
        dropped = self.changes(undone=True) + standing[: 1 - LONGEST_HISTORY]
        last = self._document(HISTORY, standing[-1]) if standing else None
        document = change_records.document(change, change_records.number_of(last or {}) + 1, undone=False)
        self._table(HISTORY).remove(doc_ids=dropped)
        self._put(HISTORY, new_key(), document)

    def changes(self, *, undone: bool) -> list[int]:
        """The keys of the changes that were, or were not, taken back; oldest first. Raises Damaged, NewerFormat."""
        found = [entry for entry in self._table(HISTORY) if bool(entry.get("undone")) is undone]
        in_order = sorted(found, key=lambda entry: (change_records.number_of(entry), entry.doc_id))
        return [entry.doc_id for entry in in_order]

    def change(self, key: int) -> Change:
        """A change of the history. Raises Damaged."""
        found = self._document(HISTORY, key)
        try:
            return change_records.change_of(found or {})
        except ValueError as error:
            raise Damaged(sentence(self._file.path, HISTORY, key, error)) from error

    def turn(self, key: int, change: Change, *, undone: bool) -> None:
        """Write into the history that a change of it was taken back or made again, and how it then went."""
        number = change_records.number_of(self._document(HISTORY, key) or {})
        self._put(HISTORY, key, change_records.document(change, number, undone=undone))

    def _made_step(self, step: Step) -> Step:
        record = step.after or step.before
        if record is None:
            return step
        table, key = records.table_and_key(record)
        stored = self._stored.record(table, key)
        after = merged(stored, step.before, step.after)
        if after is not None:
            self._put(table, key, records.document(after))
        elif stored is not None:
            self._table(table).remove(doc_ids=[key])
        return Step(stored or step.before, after)

    def _put(self, table: str, key: int, document: records.Json) -> None:
        """Write a document; fields of a later version of Reader stay in it."""
        if self._document(FORMAT_TABLE, FORMAT_KEY) is None:
            self._table(FORMAT_TABLE).insert(Document({"version": FORMAT}, FORMAT_KEY))
        self._table(table).upsert(Document(document, key))

    def _document(self, table: str, key: int) -> Document | None:
        found = self._table(table).get(doc_id=key)
        return found if isinstance(found, Document) else None

    def _table(self, name: str) -> Table:
        return self._db.table(name, cache_size=0)
