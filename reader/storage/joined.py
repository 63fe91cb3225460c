"""Two writings of one record that did not know of each other, as one; and another notes.json brought into this one."""

import json
from collections.abc import Iterator
from dataclasses import replace

from reader.domain.notes import Record, is_emptied
from reader.storage import records
from reader.storage.journal import Json
from reader.storage.merging import merged
from reader.storage.notes_json import Base, read_dots
from reader.storage.replica import Replica

Brought = tuple[str, str, Json]
"""Table, key and document to be written."""


def both_documents(table: str, key: str, first: Json, second: Json) -> Json:
    """What both wanted of a record; the second where one of them is none, or is of another kind."""
    if table not in {records.NOTES, records.STATES}:
        return second
    try:
        one, other = (records.record_of(table, int(key), each) for each in (first, second))
    except ValueError:
        return second
    both = _both(one, other)
    return first | second | records.document(both)


def brought(replica: Replica, other: Base) -> Iterator[Brought]:
    """What must be written so that nothing of `other` is missing here; what is newer here stays."""
    for table in sorted(other.tables()):
        dots = other.all_dots().get(table, {})
        for key, raw in other.rows(table):
            document, current = json.loads(raw), replica.get(table, key)
            if current == document:
                continue
            theirs = read_dots(dots.get(key, ""))
            news = any(replica.seen.get(device, 0) < number for device, number in theirs)
            if current is None or is_gone(table, key, current):
                yield table, key, document
            elif news or not theirs:
                unseen = any(other.seen.get(device, 0) < number for device, number in replica.dots(table, key))
                both = both_documents(table, key, current, document) if unseen or not theirs else document
                if both != current:
                    yield table, key, both


def is_gone(table: str, key: str, document: Json) -> bool:
    """Whether a document is what stays of one that was emptied out of the trash."""
    try:
        return is_emptied(records.record_of(table, int(key), document))
    except ValueError:
        return False


def _both(one: Record, other: Record) -> Record:
    if is_emptied(one) or is_emptied(other):
        return other if is_emptied(one) else one
    both = merged(one, None, other) or other
    if one.trashed is None or other.trashed is None:
        return replace(both, trashed=None)  # one of them still used it
    return both
