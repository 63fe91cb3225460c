"""Changes as the plain JSON documents of the history, and back with every field checked.

A function that reads raises ValueError naming the field that does not fit.
"""

from collections.abc import Mapping
from typing import Any

from reader.domain.changes import Change, Step
from reader.storage import records
from reader.storage.records import NOTES, STATES, Json, field


def document(change: Change, number: int, *, undone: bool) -> Json:
    """The document of a change in the history, where `number` says its place."""
    steps = [_step_document(step) for step in change.steps]
    return {"number": number, "what": change.what, "steps": steps, "undone": undone}


def number_of(found: Mapping[str, Any]) -> int:
    """The place of a change in the history; the first where its document does not say."""
    number = found.get("number")
    return number if isinstance(number, int) else 0


def change_of(found: Mapping[str, Any]) -> Change:
    """The change that a document of the history stands for."""
    steps = field(found, "steps", list)
    if not all(isinstance(step, dict) for step in steps):
        raise ValueError("“steps” are not all objects")
    return Change(field(found, "what", str), tuple(map(_step_of, steps)))


def _step_document(step: Step) -> Json:
    record = step.after or step.before
    if record is None:
        raise ValueError("a step needs a record before or after it")
    table, key = records.table_and_key(record)
    return {
        "table": table,
        "key": key,
        "before": records.document(step.before) if step.before else None,
        "after": records.document(step.after) if step.after else None,
    }


def _step_of(found: Mapping[str, Any]) -> Step:
    table, key = field(found, "table", str), field(found, "key", int)
    if table not in {NOTES, STATES}:
        raise ValueError(f"“table” is {table}")
    sides = (found.get("before"), found.get("after"))
    before, after = (records.record_of(table, key, side) if isinstance(side, dict) else None for side in sides)
    if before is None and after is None:
        raise ValueError("“steps” hold one without a record")
    return Step(before, after)
