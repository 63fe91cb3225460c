"""The records of notes.json, read: each checked, the damaged ones told and left out."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from reader.domain.errors import Damaged
from reader.domain.notes import Record
from reader.storage import records
from reader.storage.indexes import Entries, Plan, Plans
from reader.storage.journal import Json
from reader.storage.notes_file import NotesFile
from reader.storage.replica import Replica

Readable: TypeAlias = tuple[dict[int, Record], dict[int, str]]
"""The records of a table by key, and by key a sentence for each document that is none."""


@dataclass(eq=False, repr=False)
class _Known:
    """The records of one table that were read, and how far the writings that followed are taken into account."""

    readable: Readable = field(default_factory=lambda: ({}, {}))
    is_whole: bool = False
    at: int = 0


class StoredRecords:
    """The records in one file; what was read is kept as long as nobody writes over it. One thread at a time."""

    def __init__(self, file: NotesFile) -> None:
        self._file = file
        self._known: dict[str, _Known] = {}
        self._generation = -1

    def readable(self, table: str) -> Readable:
        """Every record of a table, and what cannot be read there. Raises Damaged, NewerFormat for the whole file."""
        replica = self._file.replica()
        known = self._brought_up(replica, table)
        if not known.is_whole:
            known.readable = _read(self._file.path, table, replica.items(table))
            known.is_whole = True
        return known.readable

    def record(self, table: str, key: int) -> Record | None:
        """One record, or None where there is none. Raises Damaged, NewerFormat."""
        replica = self._file.replica()
        if replica.staged is not None:
            return self._read_one(replica, table, key)  # what is only in the making is not remembered
        known = self._brought_up(replica, table).readable[0]
        if key not in known:
            found = self._read_one(replica, table, key)
            if found is None:
                return None
            known[key] = found
        return known[key]

    def found(self, table: str, value: str) -> Iterable[Record]:
        """The records that hold `value`, as the index of the table tells; those that cannot be read are left out."""
        replica = self._file.replica()
        known = self._brought_up(replica, table).readable[0]
        for key in map(int, replica.find(table, value)):
            if key not in known:
                with suppress(Damaged):
                    record = self._read_one(replica, table, key)
                    if record is not None:
                        known[key] = record
            if key in known:
                yield known[key]

    def holds(self, table: str, key: int, record: Record) -> bool:
        """Whether this very record was read here, and nobody has written over it since; the quickest way to know."""
        known, replica = self._known.get(table), self._file.replica()
        if known is None or self._generation != self._file.generation or known.readable[0].get(key) is not record:
            return False
        written = (table, str(key))
        is_staged = replica.staged is not None and written[1] in (replica.staged.get(table) or ())
        return not is_staged and written not in replica.touched[known.at :]

    def told(self, table: str, value: str) -> list[str]:
        """What the index of a table tells of each document that holds `value`."""
        return list(self._file.replica().find(table, value).values())

    def _read_one(self, replica: Replica, table: str, key: int) -> Record | None:
        found = replica.get(table, str(key))
        try:
            return None if found is None else records.checked_key(records.record_of(table, key, found), key)
        except ValueError as error:
            raise Damaged(sentence(self._file.path, table, key, error)) from error

    def _brought_up(self, replica: Replica, table: str) -> _Known:
        """What is known of a table, without that over which somebody wrote."""
        if self._generation != self._file.generation:
            self._known.clear()
            self._generation = self._file.generation
        known = self._known.setdefault(table, _Known(at=len(replica.touched)))
        while known.at < len(replica.touched):
            where, digits = replica.touched[known.at]
            known.at += 1
            if where == table:
                self._reread(replica, table, digits, known)
        return known

    def _reread(self, replica: Replica, table: str, digits: str, known: _Known) -> None:
        found, damaged = known.readable
        found.pop(int(digits), None)
        damaged.pop(int(digits), None)
        document = replica.get(table, digits)
        if known.is_whole and document is not None:
            records_here, sentences_here = _read(self._file.path, table, [(digits, document)])
            found.update(records_here)
            damaged.update(sentences_here)


def sentence(path: Path, table: str, key: int, error: ValueError) -> str:
    """What is wrong with one document."""
    return f"{path}: document {key} of “{table}” is damaged: {error}. It was left as it is."


def _read(path: Path, table: str, documents: Iterable[tuple[str, Json]]) -> Readable:
    found: dict[int, Record] = {}
    damaged: dict[int, str] = {}
    listed = list(documents)
    claimed = Counter(str(document.get("article")) for _, document in listed) if table == records.STATES else {}
    for digits, document in listed:
        key = int(digits)
        try:
            record = records.record_of(table, key, document)
            # Hashes are slow to load: keys of states are looked at only where two documents claim one article.
            found[key] = records.checked_key(record, key) if claimed.get(record.article, 1) > 1 else record
        except ValueError as error:
            damaged[key] = sentence(path, table, key, error)
    return found, damaged


def _article_of(document: Json) -> Entries:
    article = document.get("article")
    return [(article, "")] if isinstance(article, str) else []


def _article_matched(found: re.Match[bytes]) -> Entries:
    return [(found[2].decode("ascii"), "")]


def _tags_of(document: Json) -> Entries:
    tags, article = document.get("tags"), str(document.get("article"))
    if not isinstance(tags, list) or document.get("trashed") is not None:
        return []
    return [(tag, article) for tag in tags if isinstance(tag, str)]


def _tags_matched(found: re.Match[bytes]) -> Entries:
    if found[4] != b"null" or not found[3]:
        return []
    article = found[2].decode("ascii")
    return [(tag, article) for tag in json.loads(b"[%b]" % found[3])]


PLANS: Plans = {
    records.NOTES: Plan(_article_of, rb'\n"(\d+)":\{"article":"([0-9a-z]*)",', _article_matched),
    records.STATES: Plan(
        _tags_of,
        rb'\n"(\d+)":\{"article":"([0-9a-z]*)","version":\d+,"tags":\[((?:"(?:[^"\\]|\\.)*",?)*)\]'
        rb',(?:"[a-z]+":(?:[^\n",]+|"[^"\n]*"),)*"trashed":(null|")',
        _tags_matched,
    ),
}
"""Notes are found by their article, the states of articles by each of their tags, but for those in the trash."""
