"""The history that the first format kept in a table of notes.json, as commits that undo and redo can turn back."""

import json
from typing import Any

from reader.storage.journal import Json, Past, PastStep
from reader.storage.notes_json import Base

HISTORY = "history"


def past_of(base: Base) -> list[Past]:
    """The changes in the history of a file of format 1, and behind them that some were taken back; numbered from 1.

    What of it cannot be read is left out: it is not the only copy of anything.
    """
    if base.format != 1:
        return []
    found = sorted((json.loads(raw) for _, raw in base.rows(HISTORY)), key=_number)
    changes = [(document, steps) for document in found if (steps := _steps(document))]
    listed = [
        Past(number, str(document.get("what")), 0, tuple(steps)) for number, (document, steps) in enumerate(changes, 1)
    ]
    undone = [one for one, (document, _) in zip(listed, changes, strict=True) if document.get("undone")]
    return listed + [
        Past(number, one.what, one.number, ()) for number, one in enumerate(reversed(undone), len(listed) + 1)
    ]


def _number(document: Json) -> int:
    number = document.get("number")
    return number if isinstance(number, int) else 0


def _steps(document: Json) -> list[PastStep]:
    steps = document.get("steps")
    return [step for found in steps if (step := _step(found))] if isinstance(steps, list) else []


def _step(found: Any) -> PastStep | None:
    match found:
        case {"table": str(table), "key": int(key), "before": dict() | None as before, "after": dict() | None as after}:
            return table, str(key), before, after
    return None
