"""Records as the plain JSON documents that TinyDB keeps, and back with every field checked.

Moments are ISO 8601 strings. A function that reads raises ValueError naming the field that does not fit; fields that it
does not know are left to a later version of Reader.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias, TypeVar

from reader.domain.ids import KEY_BITS, state_key
from reader.domain.notes import Anchor, ArticleState, Note, Record
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


def checked_key(record: Record, key: int) -> Record:
    """A record that was found under `key`. Raises ValueError where it does not belong there."""
    if table_and_key(record)[1] != key:
        raise ValueError("“article” does not belong to this key")
    return record


def record_of(table: str, key: int, found: Mapping[str, Any]) -> Record:
    """The record that a document of a table stands for."""
    return note_of(key, found) if table == NOTES else state_of(found)


def note_of(key: int, found: Mapping[str, Any]) -> Note:
    """The note that a document stands for."""
    return Note(
        key=_checked_key(key),
        article=field(found, "article", str),
        text=field(found, "text", str),
        created=_moment(found, "created"),
        modified=_moment(found, "modified"),
        anchor=_anchor_of(found["anchor"]) if found.get("anchor") is not None else None,
        trashed=_moment(found, "trashed") if found.get("trashed") is not None else None,
    )


def state_of(found: Mapping[str, Any]) -> ArticleState:
    """The state of an article that a document stands for; `checked_key` tells whether it stands where it should."""
    article = field(found, "article", str)
    tags = field(found, "tags", list)
    if not all(isinstance(tag, str) for tag in tags):
        raise ValueError("“tags” are not all texts")
    return ArticleState(
        article=article,
        version=field(found, "version", int),
        tags=tuple(tags),
        unread=field(found, "unread", bool),
        starred=field(found, "starred", bool),
        progress=_share(found, "progress"),
        opened=_moment(found, "opened") if found.get("opened") is not None else None,
        trashed=_moment(found, "trashed") if found.get("trashed") is not None else None,
    )


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
        version=field(found, "version", int),
        span=Span(field(found, "start", int), field(found, "end", int)),
        quote=field(found, "quote", str),
        before=field(found, "before", str),
        after=field(found, "after", str),
        placed=field(found, "placed", bool),
    )


def field(found: Mapping[str, Any], name: str, kind: type[_T]) -> _T:
    """A field of a document, which must be of this kind. Raises ValueError."""
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
    moment = datetime.fromisoformat(field(found, name, str))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _checked_key(key: int) -> int:
    if 0 < key < 1 << KEY_BITS:
        return key
    raise ValueError("its key is not between 1 and 2^63")
