"""The one form in which Reader writes YAML, and a reader for that form alone.

The reader either understands every line exactly as YAML does or declines the whole text; it never guesses.
"""

import json
import re
from datetime import date, datetime
from typing import Any, NamedTuple

_UNSAFE = '"\\\\\x00-\x1f\x7f-\xa0\xad\u2028\u2029\ufeff\ufffe\uffff'
_SPECIAL = f"[{_UNSAFE}]"
_SURROGATE = "[\ud800-\udfff]"
"""Only writing needs these two; they are compiled by `re` when it does."""
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}

_BARE = re.compile(r"[^\W\d_](?:[\w.,;'’‘“”()/&+–—-]| (?! |\Z))*")
_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nil", "none", "nan", "inf"})
"""Words that one YAML reader or another takes for something else than a word."""

_QUOTED = re.compile(f'"(?:[^{_UNSAFE}\ud800-\udfff]|' r'\\["\\ntr]|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4})*"')
_WHOLE = re.compile(r"-?[1-9]\d{0,17}|0", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?(?:[+-]\d\d:\d\d)?", re.ASCII)
_CONSTANTS: dict[str, Any] = {"true": True, "false": False, "null": None, "[]": [], "{}": {}}

_WORD = re.compile(r"\w+")
_KEYED = re.compile(r'(?P<key>\w+|"(?:[^"\\]|\\.)*"):(?: (?P<value>.+))?')
_DEEPEST = 32


class _DeclinedError(Exception):
    """Something is not in our own form."""


class _Piece(NamedTuple):
    """A line without its indentation, or the dash before an item of a list."""

    column: int
    text: str


def scalar(text: str) -> str:
    """A string as a YAML value: bare where no reader can take it for anything else, else in double quotes."""
    return text if _is_bare(text) else _quoted(text)


def key(text: str) -> str:
    """A string as a YAML key: bare when it is one such word, else in double quotes."""
    return text if _is_bare(text) and _WORD.fullmatch(text) else _quoted(text)


def _is_bare(text: str) -> bool:
    return bool(_BARE.fullmatch(text)) and text.casefold() not in _RESERVED


def _quoted(text: str) -> str:
    return '"' + re.sub(_SPECIAL, _escape, re.sub(_SURROGATE, "\ufffd", text)) + '"'


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found.group(), f"\\u{ord(found.group()):04x}")


def read(text: str) -> dict[str, Any] | None:
    """The fields of a mapping in our own form, or None when any of it is in another form."""
    try:
        pieces = _pieces(text)
        fields, end = _mapping(pieces, 0, 0)
    except (_DeclinedError, ValueError):
        return None
    return fields if end == len(pieces) else None


def _pieces(text: str) -> list[_Piece]:
    if text and not text.endswith("\n"):
        raise _DeclinedError
    pieces: list[_Piece] = []
    for line in text.split("\n")[:-1]:
        rest = line.lstrip(" ")
        column = len(line) - len(rest)
        while rest.startswith("- "):
            pieces.append(_Piece(column, "-"))
            rest, column = rest[2:], column + 2
        if column > 2 * _DEEPEST:
            raise _DeclinedError
        pieces.append(_Piece(column, rest))
    return pieces


def _node(pieces: list[_Piece], at: int, column: int) -> tuple[Any, int]:
    """The value that begins at piece `at`, which must stand in `column`, and the number of the piece after it."""
    if at >= len(pieces) or pieces[at].column != column:
        raise _DeclinedError
    if pieces[at].text == "-":
        return _list(pieces, at, column)
    if _KEYED.fullmatch(pieces[at].text):
        return _mapping(pieces, at, column)
    return _value(pieces[at].text), at + 1


def _list(pieces: list[_Piece], at: int, column: int) -> tuple[list[Any], int]:
    items: list[Any] = []
    while at < len(pieces) and pieces[at] == _Piece(column, "-"):
        item, at = _node(pieces, at + 1, column + 2)
        items.append(item)
    return items, at


def _mapping(pieces: list[_Piece], at: int, column: int) -> tuple[dict[str, Any], int]:
    fields: dict[str, Any] = {}
    while at < len(pieces) and pieces[at].column == column:
        keyed = _KEYED.fullmatch(pieces[at].text)
        if keyed is None:
            raise _DeclinedError
        key = _string(keyed["key"])
        if keyed["value"] is not None:
            fields[key], at = _value(keyed["value"]), at + 1
        else:
            fields[key], at = _node(pieces, at + 1, column + 2)
    return fields, at


def _value(text: str) -> Any:
    if text in _CONSTANTS:
        constant = _CONSTANTS[text]
        return type(constant)() if isinstance(constant, list | dict) else constant
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DAY.fullmatch(text):
        return date.fromisoformat(text)
    if _MOMENT.fullmatch(text):
        return datetime.fromisoformat(text)
    return _string(text)


def _string(text: str) -> str:
    if _QUOTED.fullmatch(text):
        return str(json.loads(text))
    if _is_bare(text):
        return text
    raise _DeclinedError
