"""The records of notes.json, read: each checked, the damaged ones told and left out."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from reader.domain.errors import Damaged
from reader.domain.notes import Record
from reader.storage import records
from reader.storage.notes_file import NotesFile

Readable: TypeAlias = tuple[dict[int, Record], tuple[str, ...]]
"""The records of a table by key, and a sentence for each document that is none."""


class StoredRecords:
    """The records in one file; what was read is kept until the file changes. One thread at a time."""

    def __init__(self, file: NotesFile) -> None:
        self._file = file
        self._known: dict[str, tuple[int, Readable]] = {}

    def readable(self, table: str) -> Readable:
        """Every record of a table, and what cannot be read there. Raises Damaged, NewerFormat for the whole file."""
        documents = (self._file.read() or {}).get(table, {})
        revision, known = self._known.get(table, (-1, ({}, ())))
        if revision != self._file.revision:
            known = _read(self._file.path, table, documents)
            self._known[table] = self._file.revision, known
        return known

    def record(self, table: str, key: int) -> Record | None:
        """One record, or None where there is none. Raises Damaged, NewerFormat."""
        found = (self._file.read() or {}).get(table, {}).get(str(key))
        try:
            return None if found is None else records.checked_key(records.record_of(table, key, found), key)
        except ValueError as error:
            raise Damaged(sentence(self._file.path, table, key, error)) from error


def sentence(path: Path, table: str, key: int, error: ValueError) -> str:
    """What is wrong with one document."""
    return f"{path}: document {key} of “{table}” is damaged: {error}. It was left as it is."


def _read(path: Path, table: str, documents: Mapping[str, Any]) -> Readable:
    found: dict[int, Record] = {}
    damaged: list[str] = []
    claimed = (
        Counter(str(document.get("article")) for document in documents.values()) if table == records.STATES else {}
    )
    for digits, document in documents.items():
        key = int(digits)
        try:
            record = records.record_of(table, key, document)
            # Hashes are slow to load: keys of states are looked at only where two documents claim one article.
            found[key] = records.checked_key(record, key) if claimed.get(record.article, 1) > 1 else record
        except ValueError as error:
            damaged.append(sentence(path, table, key, error))
    return found, tuple(damaged)
