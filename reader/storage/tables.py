"""The tables of notes.json through TinyDB's interface: reading records, making changes, remembering them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from tinydb import TinyDB
from tinydb.table import Document, Table

from reader.domain.changes import Change, Record, Step
from reader.domain.errors import Damaged
from reader.storage import records
from reader.storage.keys import new_key
from reader.storage.merging import merged
from reader.storage.tinydb_file import FORMAT, FORMAT_KEY, FORMAT_TABLE, AtomicFile

HISTORY = "history"
LONGEST_HISTORY = 200
"""How many changes can be taken back."""

Readable: TypeAlias = tuple[dict[int, Record], tuple[str, ...]]
"""The records of a table by key, and a sentence for each document that is none."""


class Tables:
    """The tables of one notes file. One thread at a time; what changes does so inside `changing`."""

    def __init__(self, path: Path, patience: float) -> None:
        self._file = AtomicFile(path, patience)
        self._db = TinyDB(storage=lambda: self._file)
        self._known: dict[str, tuple[int, Readable]] = {}

    def readable(self, table: str) -> Readable:
        """Every record of a table, and what cannot be read there. Raises Damaged, NewerFormat for the whole file."""
        self._file.read()
        revision, known = self._known.get(table, (-1, ({}, ())))
        if revision != self._file.revision:
            known = self._read(table)
            self._known[table] = self._file.revision, known
        return known

    def stored(self, table: str, key: int) -> Record | None:
        """One record, or None where there is none. Raises Damaged, NewerFormat."""
        found = self._document(table, key)
        try:
            return None if found is None else records.record_of(table, key, found)
        except ValueError as error:
            raise Damaged(self._sentence(table, key, error)) from error

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
        document = records.change_document(change, records.number_of(last or {}) + 1, undone=False)
        self._table(HISTORY).remove(doc_ids=dropped)
        self._put(HISTORY, new_key(), document)

    def changes(self, *, undone: bool) -> list[int]:
        """The keys of the changes that were, or were not, taken back; oldest first. Raises Damaged, NewerFormat."""
        found = [entry for entry in self._table(HISTORY) if bool(entry.get("undone")) is undone]
        return [entry.doc_id for entry in sorted(found, key=lambda entry: (records.number_of(entry), entry.doc_id))]

    def change(self, key: int) -> Change:
        """A change of the history. Raises Damaged."""
        found = self._document(HISTORY, key)
        try:
            return records.change_of(found or {})
        except ValueError as error:
            raise Damaged(self._sentence(HISTORY, key, error)) from error

    def turn(self, key: int, change: Change, *, undone: bool) -> None:
        """Write into the history that a change of it was taken back or made again, and how it then went."""
        number = records.number_of(self._document(HISTORY, key) or {})
        self._put(HISTORY, key, records.change_document(change, number, undone=undone))

    def _made_step(self, step: Step) -> Step:
        record = step.after or step.before
        if record is None:
            return step
        table, key = records.table_and_key(record)
        stored = self.stored(table, key)
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

    def _read(self, table: str) -> Readable:
        found: dict[int, Record] = {}
        damaged: list[str] = []
        for document in self._table(table):
            try:
                found[document.doc_id] = records.record_of(table, document.doc_id, document)
            except ValueError as error:
                damaged.append(self._sentence(table, document.doc_id, error))
        return found, tuple(damaged)

    def _sentence(self, table: str, key: int, error: ValueError) -> str:
        return f"{self._file.path}: document {key} of “{table}” is damaged: {error}. It was left as it is."
