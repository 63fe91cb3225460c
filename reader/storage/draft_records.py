"""Drafts as plain JSON: the note that a draft would become, with what else there is to know of it.

A function that reads raises ValueError saying what does not fit.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any

from reader.domain.drafts import Draft, DraftKind, DraftState
from reader.domain.notes import Note
from reader.storage import records
from reader.storage.records import field

FORMAT = 1
_NO_KEY = 1
"""The key that stands in the place of a note's, which a draft has none of."""


def dump(draft: Draft, library: str) -> bytes:
    """A draft as the bytes of its file, in ASCII, so that lone surrogates get there too."""
    as_note = Note(_NO_KEY, draft.article, draft.text, draft.typed, draft.typed, draft.anchor)
    content = {
        "format": FORMAT,
        "library": library,
        "kind": draft.kind.value,
        "state": draft.state.value,
        "title": draft.title,
        "note": draft.note,
        "before": draft.before,
        "fields": dict(draft.fields),
        "put_back": list(draft.put_back),
        "raw": b64encode(draft.raw).decode("ascii"),
        **records.document(as_note),
    }
    return json.dumps(content).encode("ascii") + b"\n"


def load(key: str, raw: bytes) -> tuple[Draft, str]:
    """The draft that the bytes of a file stand for, and the library folder it was typed in."""
    try:
        content = json.loads(raw)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    if not isinstance(content, dict):
        raise ValueError("it is no object")  # noqa: TRY004 - what a file holds is a value
    if field(content, "format", int) > FORMAT:
        raise ValueError("a later version of Reader wrote it")
    return _draft_of(key, content), field(content, "library", str)


def _draft_of(key: str, found: Mapping[str, Any]) -> Draft:
    as_note = records.note_of(_NO_KEY, found)
    fields, put_back = field(found, "fields", dict), field(found, "put_back", list)
    if not all(isinstance(number, int) for number in put_back):
        raise ValueError("“put_back” are not all numbers")
    return Draft(
        key=key,
        kind=DraftKind(field(found, "kind", str)),
        state=DraftState(field(found, "state", str)),
        typed=as_note.modified,
        text=as_note.text,
        article=as_note.article,
        anchor=as_note.anchor,
        title=field(found, "title", str),
        note=None if found.get("note") is None else field(found, "note", int),
        before=field(found, "before", str),
        fields=tuple((name, field(fields, name, str)) for name in fields),
        put_back=tuple(put_back),
        raw=b64decode(field(found, "raw", str), validate=True),
    )
