"""The lines of a journal: one commit each, with a checksum, so that what was torn or damaged is known.

    8 hex digits (CRC-32 of what follows), a space, a JSON array, a line feed

The first line of a file is its head, ["reader journal", format, device, seen]. A commit is [device, number, saw, what,
turns, tables] and sometimes befores; what undo needs of commits that were folded is ["past", number, what, turns,
steps]. `number` counts the commits of a device from 1, without gaps and without a clock; `saw` says up to which number
the commit has seen other devices since the one before. The order of all that happened follows from these two alone.
"""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from reader.domain.errors import NewerFormat

Json: TypeAlias = dict[str, Any]
Stored: TypeAlias = Json | bytes | None
"""A document as it lies in memory: parsed, or its JSON, or none. It is shared: whoever changes one, copies it first."""
Rows: TypeAlias = dict[str, Stored]
"""New documents by key (digits); None where a document is removed."""
Changes: TypeAlias = dict[str, Rows | None]
"""New rows by table; None where the table is dropped with all that is in it."""
Seen: TypeAlias = dict[str, int]
"""Up to which commit each device is known: a version vector (Parker et al. 1983)."""
PastStep: TypeAlias = tuple[str, str, Stored, Stored]
"""Table, key, the document before and the document after."""

FORMAT = 2
HEAD = "reader journal"
PAST = "past"
_START = 9
"""Where in a line the JSON begins."""
_IN_DEVICES = frozenset("0123456789abcdefghijklmnopqrstuvwxyz-")
_decoder = json.JSONDecoder()
_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ascii_encoder = json.JSONEncoder(separators=(",", ":"))


class Commit(NamedTuple):
    """What one save changed.

    `what` says in words what the person did, "" where it is not for undo; `turns` is the number of the commit that this
    one takes back, or with a minus makes again, else 0. `befores` are documents that undo shall find where there was
    none before.
    """

    device: str
    number: int
    saw: Seen
    what: str
    turns: int
    tables: Changes
    befores: Mapping[str, Mapping[str, Json]] = MappingProxyType({})


class Past(NamedTuple):
    """A commit as undo needs it: each document before and after."""

    number: int
    what: str
    turns: int
    steps: tuple[PastStep, ...]


@dataclass(eq=False, repr=False)  # what nobody asks for is not made: every command loads this
class Lines:
    """What a stretch of a journal holds.

    `end` is where its last whole line ends, `damaged` the lines between that are none, `fresh` how many bytes the
    commits take, `last` the highest number that it knows of its device.
    """

    device: str = ""
    start: Seen = field(default_factory=dict)
    commits: list[Commit] = field(default_factory=list)
    past: list[bytes] = field(default_factory=list)
    damaged: list[bytes] = field(default_factory=list)
    fresh: int = 0
    end: int = 0
    last: int = 0


def head_line(device: str, seen: Seen) -> bytes:
    """The first line of the journal of `device`; `seen` is what its first commit builds upon."""
    return _line([HEAD, FORMAT, device, seen])


def commit_line(commit: Commit) -> bytes:
    """The line of a commit."""
    saw = encoded(commit.saw) if commit.saw else b"0"
    head = _text(commit.device), commit.number, saw, _text(commit.what), commit.turns
    befores = b"," + encoded(commit.befores) if commit.befores else b""
    return _checked(b"[%b,%d,%b,%b,%d,{%b}%b]" % (*head, b",".join(map(_table, commit.tables.items())), befores))


def past_line(past: Past) -> bytes:
    """The line that keeps for undo what a folded commit did."""
    steps = [(table, key, as_json(before), as_json(after)) for table, key, before, after in past.steps]
    return _line([PAST, past.number, past.what, past.turns, steps])


def read_lines(raw: bytes, known: Mapping[str, int]) -> Lines:
    """What `raw`, whole lines and perhaps a torn one behind them, holds; commits up to `known` are left out unread.

    Raises NewerFormat for the head of a later version.
    """
    found = Lines(end=raw.rfind(b"\n") + 1)
    for written in raw[: found.end].split(b"\n")[:-1]:
        # A line that the disk took and in the end refused is zeros, in part or whole, its line feed among them.
        refused, _, line = written.rpartition(b"\0")
        if refused.strip(b"\0"):
            found.damaged.append(refused)
        line = line.removesuffix(b"\r")  # of a program that writes lines as Windows does
        number = _known_number(line, known) if known else 0
        found.last = max(found.last, number)
        if not number:
            _take(line, found)
    return found


def read_past(line: bytes) -> Past:
    """The commit that a line of this kind keeps. Raises ValueError."""
    match json.loads(line[_START:]):
        case [str(), int(number), str(what), int(turns), list(steps)] if all(map(_is_step, steps)):
            return Past(number, what, turns, tuple(map(tuple, steps)))
    raise ValueError("a line for undo is of another kind")


def as_json(stored: Stored) -> Json | None:
    """A document as it lies in memory, parsed."""
    if isinstance(stored, bytes):
        parsed: Json = _decoder.raw_decode(stored.decode())[0]  # json.loads looks for an encoding and for spaces first
        return parsed
    return stored


def fresh(stored: Stored) -> Json | None:
    """A document of which everything may be changed."""
    return as_json(json.dumps(stored).encode("ascii") if isinstance(stored, dict) else stored)


def encoded(value: object) -> bytes:
    """`value` as JSON in UTF-8; in ASCII where it holds half characters, which UTF-8 cannot."""
    try:
        return _encoder.encode(value).encode()
    except UnicodeEncodeError:
        return _ascii_encoder.encode(value).encode("ascii")


@lru_cache(maxsize=256)
def _text(value: str) -> bytes:
    """The JSON of one of the few texts that most commits have."""
    return encoded(value)


def _line(content: Iterable[object]) -> bytes:
    return _checked(encoded(content))


def _checked(body: bytes) -> bytes:
    return b"%08x %b\n" % (zlib.crc32(body), body)


def _table(named: tuple[str, Rows | None]) -> bytes:
    """A table of a commit; documents that are JSON already are taken as they are."""
    name, rows = named
    if rows is None:
        return b"%b:null" % _text(name)
    pairs = ((key, one if isinstance(one, bytes) else encoded(one)) for key, one in rows.items())
    return b"%b:{%b}" % (_text(name), b",".join(b'"%b":%b' % (key.encode("ascii"), one) for key, one in pairs))


def _known_number(line: bytes, known: Mapping[str, int]) -> int:
    """The number of a commit that is folded already, as a look at its beginning tells; 0 for every other line."""
    device, number, _ = (*line[_START + 1 : _START + 100].split(b",", 2), b"", b"")[:3]
    if number.isdigit() and known.get(device.strip(b'"').decode("ascii", "replace"), 0) >= int(number):
        return int(number)
    return 0


def _take(line: bytes, found: Lines) -> None:
    content = _content(line)
    match content:
        case [str(name), int(version), *_] if name == HEAD and version > FORMAT:
            raise NewerFormat(
                f"it was written by a later version of Reader (format {version}, this one knows {FORMAT})"
            )
        case [str(name), int(), str(device), dict(start)] if name == HEAD and is_device(device):
            found.device, found.start = device, seen_of(start)
            found.last = max(found.last, found.start.get(device, 0))
        case [str(name), int(), str(), int(), list()] if name == PAST:
            found.past.append(line)
        case list() if commit := _commit_of(content):
            found.commits.append(commit)
            found.last = max(found.last, commit.number)
            found.fresh += len(line) + 1
        case _:
            found.damaged.append(line)


def _commit_of(content: list[object]) -> Commit | None:
    """The commit that a line holds, or None where it holds none."""
    match content:
        case [str(device), int(number), 0 | dict() as saw, str(what), int(turns), dict(tables), *more]:
            befores = more[0] if more else {}
            if is_device(device) and _are_changes(tables) and isinstance(befores, dict) and _are_changes(befores):
                return Commit(device, number, seen_of(saw), what, turns, tables, befores)
    return None


def is_device(name: str) -> bool:
    """Whether this can be the name of a device: it becomes part of the name of a file."""
    return 0 < len(name) <= 64 and _IN_DEVICES.issuperset(name)


def is_key(digits: str) -> bool:
    """Whether this is the key of a document, as TinyDB writes it."""
    return 0 < len(digits) < 20 and digits.isascii() and digits.isdecimal() and (digits[0] != "0" or digits == "0")


def seen_of(found: object) -> Seen:
    """A version vector as it was found in a file; what is none of it is left out."""
    if not isinstance(found, dict):
        return {}
    return {device: number for device, number in found.items() if isinstance(number, int) and isinstance(device, str)}


def _content(line: bytes) -> object:
    try:
        if int(line[: _START - 1], 16) != zlib.crc32(line[_START:]):
            return None
        content: object = json.loads(line[_START:])
    except (ValueError, RecursionError):
        return None
    return content


def _are_changes(tables: Mapping[str, object]) -> bool:
    return all(
        rows is None or (isinstance(rows, dict) and all(_is_row(key, document) for key, document in rows.items()))
        for rows in tables.values()
    )


def _is_row(key: object, document: object) -> bool:
    return isinstance(key, str) and is_key(key) and (document is None or isinstance(document, dict))


def _is_step(step: object) -> bool:
    match step:
        case [str(), str(), dict() | None, dict() | None]:
            return True
    return False
