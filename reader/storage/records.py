"""Records and changes as the plain JSON documents that TinyDB keeps, and back with every field checked.

Moments are ISO 8601 strings. A function that reads raises ValueError naming the field that does not fit; fields that it
does not know are left to a later version of Reader.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias, TypeVar

from reader.domain.changes import Change, Record, Step
from reader.domain.ids import KEY_BITS, state_key
from reader.domain.notes import Anchor, ArticleState, Note
from reader.domain.span import Span

Json: TypeAlias = dict[str, Any]
_T = TypeVar("_T")

NOTES = "notes"
STATES = "articles"


def table_and_key(record: Record) -> tuple[str, int]:
    """The table a record belongs to, and its key there."""
    if isinstance(record, Note):
        return NOTES, record.key
    return STATES, state_key(record.article)


def document(record: Record) -> Json:
    """The document of a record; its key is not in it."""
    return _note_document(record) if isinstance(record, Note) else _state_document(record)


def record_of(table: str, key: int, found: Mapping[str, Any]) -> Record:
    """The record that a document of a table stands for."""
    return note_of(key, found) if table == NOTES else state_of(key, found)


def note_of(key: int, found: Mapping[str, Any]) -> Note:
    """The note that a document stands for."""
    return Note(
        key=_checked_key(key),
        article=_field(found, "article", str),
        text=_field(found, "text", str),
        created=_moment(found, "created"),
        modified=_moment(found, "modified"),
        anchor=_anchor_of(found["anchor"]) if found.get("anchor") is not None else None,
        trashed=_moment(found, "trashed") if found.get("trashed") is not None else None,
    )


def state_of(key: int, found: Mapping[str, Any]) -> ArticleState:
    """The state of an article that a document stands for."""
    article = _field(found, "article", str)
    if state_key(article) != key:
        raise ValueError("“article” does not belong to this key")
    tags = _field(found, "tags", list)
    if not all(isinstance(tag, str) for tag in tags):
        raise ValueError("“tags” are not all texts")
    return ArticleState(
        article=article,
        version=_field(found, "version", int),
        tags=tuple(tags),
        unread=_field(found, "unread", bool),
        starred=_field(found, "starred", bool),
        progress=_share(found, "progress"),
        opened=_moment(found, "opened") if found.get("opened") is not None else None,
        trashed=_moment(found, "trashed") if found.get("trashed") is not None else None,
    )


def change_document(change: Change, number: int, *, undone: bool) -> Json:
    """The document of a change in the history, where `number` says its place."""
    steps = [_step_document(step) for step in change.steps]
    return {"number": number, "what": change.what, "steps": steps, "undone": undone}


def number_of(found: Mapping[str, Any]) -> int:
    """The place of a change in the history; the first where its document does not say."""
    number = found.get("number")
    return number if isinstance(number, int) else 0


def change_of(found: Mapping[str, Any]) -> Change:
    """The change that a document of the history stands for."""
    steps = _field(found, "steps", list)
    if not all(isinstance(step, dict) for step in steps):
        raise ValueError("“steps” are not all objects")
    return Change(_field(found, "what", str), tuple(map(_step_of, steps)))


def _note_document(note: Note) -> Json:
    return {
        "article": note.article,
        "text": note.text,
        "created": note.created.isoformat(),
        "modified": note.modified.isoformat(),
        "anchor": _anchor_document(note.anchor) if note.anchor else None,
        "trashed": note.trashed.isoformat() if note.trashed else None,
    }


def _state_document(state: ArticleState) -> Json:
    return {
        "article": state.article,
        "version": state.version,
        "tags": list(state.tags),
        "unread": state.unread,
        "starred": state.starred,
        "progress": state.progress,
        "opened": state.opened.isoformat() if state.opened else None,
        "trashed": state.trashed.isoformat() if state.trashed else None,
    }


def _anchor_document(anchor: Anchor) -> Json:
    return {
        "version": anchor.version,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "quote": anchor.quote,
        "before": anchor.before,
        "after": anchor.after,
        "placed": anchor.placed,
    }


def _anchor_of(found: object) -> Anchor:
    if not isinstance(found, dict):
        raise ValueError("“anchor” is not an object")  # noqa: TRY004 - what a file holds is a value
    return Anchor(
        version=_field(found, "version", int),
        span=Span(_field(found, "start", int), _field(found, "end", int)),
        quote=_field(found, "quote", str),
        before=_field(found, "before", str),
        after=_field(found, "after", str),
        placed=_field(found, "placed", bool),
    )


def _step_document(step: Step) -> Json:
    record = step.after or step.before
    if record is None:
        raise ValueError("a step needs a record before or after it")
    table, key = table_and_key(record)
    return {
        "table": table,
        "key": key,
        "before": document(step.before) if step.before else None,
        "after": document(step.after) if step.after else None,
    }


def _step_of(found: Mapping[str, Any]) -> Step:
    table, key = _field(found, "table", str), _field(found, "key", int)
    if table not in {NOTES, STATES}:
        raise ValueError(f"“table” is {table}")
    sides = (found.get("before"), found.get("after"))
    before, after = (record_of(table, key, side) if isinstance(side, dict) else None for side in sides)
    if before is None and after is None:
        raise ValueError("“steps” hold one without a record")
    return Step(before, after)


def _field(found: Mapping[str, Any], name: str, kind: type[_T]) -> _T:
    value = found.get(name)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ValueError(f"“{name}” is missing or of another kind")
    return value


def _share(found: Mapping[str, Any], name: str) -> float:
    value = found.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise ValueError(f"“{name}” is not a share between 0 and 1")


def _moment(found: Mapping[str, Any], name: str) -> datetime:
    moment = datetime.fromisoformat(_field(found, name, str))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _checked_key(key: int) -> int:
    if 0 < key < 1 << KEY_BITS:
        return key
    raise ValueError("its key is not between 1 and 2^63")
