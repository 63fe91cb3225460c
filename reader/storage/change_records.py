"""Commits of the journal as changes that can be turned back, with every field checked."""

from pathlib import Path

from reader.domain.changes import Change, Step
from reader.domain.errors import Damaged
from reader.domain.notes import Record
from reader.storage import records
from reader.storage.journal import Past, PastStep, as_json
from reader.storage.records import NOTES, STATES


def change_of(past: Past, path: Path) -> Change:
    """The change that a commit was. Raises Damaged."""
    try:
        return Change(past.what, tuple(_step_of(step) for step in past.steps if step[0] in {NOTES, STATES}))
    except ValueError as error:
        raise Damaged(
            f"{path}: “{past.what}” cannot be turned: what is known of it is damaged ({error}). Nothing was changed."
        ) from error


def _step_of(step: PastStep) -> Step:
    table, digits, before, after = step
    if not digits.isdecimal():
        raise ValueError(f"“{digits}” is no key")
    return Step(_record(table, int(digits), as_json(before)), _record(table, int(digits), as_json(after)))


def _record(table: str, key: int, document: records.Json | None) -> Record | None:
    return None if document is None else records.record_of(table, key, document)
