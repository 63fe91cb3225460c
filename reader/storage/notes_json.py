"""notes.json: a plain TinyDB file, one document a line, that is read without parsing what nobody asks for.

    {"format":{"1":{"version":2,"crc":"…","seen":{…},"tables":{"notes":[start,end],…}}},
    "versions":{"1":{…}},
    "notes":{
    "12":{…},
    "34":{…}}}

Any stock TinyDB opens it. The first line says what the rest must be: its CRC-32, where each table lies in it, and up to
which commit of each device it holds everything. A file that is otherwise is JSON of another hand, and is read whole.
"""

import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from reader.domain.errors import Damaged, NewerFormat
from reader.storage.journal import FORMAT, Json, Seen, is_device, is_key, seen_of

FORMAT_TABLE = "format"
VERSIONS_TABLE = "versions"
OWN_TABLES = frozenset({FORMAT_TABLE, VERSIONS_TABLE})
"""Tables that say what the others are; no one's words are in them."""
DEEPEST = 64
"""How deep a document may be nested; Reader's own are four deep."""

Dots: TypeAlias = tuple[tuple[str, int], ...]
"""The commits (device, number) that wrote a document: one, or several that did not know of each other."""

_OURS = b'{"format":{"1":{"version":%d,"crc":' % FORMAT
_E = TypeVar("_E")
_CRC = slice(len(_OURS) + 1, len(_OURS) + 9)
"""Where the checksum lies; it is that of all else in the file."""
_ONLY_KEY = "1"
_BETWEEN = b",\n"


class Base:
    """The documents of one notes.json, each parsed when it is asked for, anew each time."""

    seen: Seen
    is_ours = True
    format: int = FORMAT
    """The version of the format that the file says it has; 0 where it says nothing."""
    """Whether the file is as Reader wrote it."""

    def __init__(self, raw: bytes, body: int, head: Mapping[str, Any]) -> None:
        self._raw = raw
        self._spans = {name: (body + start, body + end) for name, (start, end) in head["tables"].items()}
        self.seen = dict(head["seen"])
        self._dots: dict[str, dict[str, str]] | None = None
        self._known_ends: dict[str, tuple[int, int]] = {}

    @property
    def size(self) -> int:
        """How many bytes the file has."""
        return len(self._raw)

    def tables(self) -> set[str]:
        """The names of the tables, without Reader's own."""
        return set(self._spans) - OWN_TABLES

    def get(self, table: str, key: str) -> bytes | None:
        """The JSON of one document, found by its key: the lines of a table are in the order of theirs."""
        line = self._line(table, int(key))
        return None if line is None else line[line.index(b":") + 1 :]

    def keys(self, table: str) -> list[str]:
        """The keys of a table, in their order."""
        return [line[1 : line.index(b'"', 1)].decode() for line in self._lines(table)]

    def rows(self, table: str) -> Iterator[tuple[str, bytes]]:
        """The key and the JSON of every document of a table, in the order of the keys."""
        for line in self._lines(table):
            end = line.index(b'"', 1)
            yield line[1:end].decode(), line[end + 2 :]

    def entries(
        self,
        table: str,
        pattern: bytes,
        matched: Callable[[re.Match[bytes]], _E],
        parsed: Callable[[Json], _E],
    ) -> Iterator[tuple[str, _E]]:
        """What every document of a table gives: `matched` where all lines have the shape of `pattern`, else `parsed`.

        The first group of `pattern` is the key.
        """
        start, end = self._spans.get(table, (0, 0))
        found = list(re.compile(pattern).finditer(self._raw, start - 1, end)) if end > start else []
        if end > start and len(found) == self._raw.count(b"\n", start, end) + 1:
            yield from ((match[1].decode(), matched(match)) for match in found)
        else:
            yield from ((key, parsed(json.loads(raw))) for key, raw in self.rows(table))

    def dots(self, table: str, key: str) -> Dots:
        """The commits that a document stands for."""
        return read_dots(self.all_dots().get(table, {}).get(key, ""))

    def all_dots(self) -> dict[str, dict[str, str]]:
        """The dots of all documents by table and key, as they are written."""
        if self._dots is None:
            start, end = self._spans[VERSIONS_TABLE]
            self._dots = json.loads(self._raw[start:end])[_ONLY_KEY]
        return self._dots

    def _lines(self, table: str) -> list[bytes]:
        start, end = self._spans.get(table, (0, 0))
        return self._raw[start:end].split(_BETWEEN) if end > start else []

    def _line(self, table: str, wanted: int) -> bytes | None:
        start, end = self._spans.get(table, (0, 0))
        raw, (low, high), looks = self._raw, self._ends(table), 0
        while start < end and low <= wanted <= high:
            looks += 1
            # Keys are mostly random, and tell about where they lie; each fourth look halves, whatever they are.
            share = (wanted - low) / (high - low + 1) if looks % 4 else 0.5
            middle = raw.rfind(b"\n", start, start + int((end - start) * share)) + 1 or start
            last = raw.find(b"\n", middle, end)
            last = end if last < 0 else last
            key = self._key_at(middle)
            if key == wanted:
                return raw[middle:last].removesuffix(b",")
            if key < wanted:
                start, low = last + 1, key
            else:
                end, high = middle, key
        return None

    def _ends(self, table: str) -> tuple[int, int]:
        """The first and the last key of a table; the first is greater where it has none."""
        if table not in self._known_ends:
            start, end = self._spans.get(table, (0, 0))
            last = self._raw.rfind(b"\n", start, end) + 1 or start
            self._known_ends[table] = (self._key_at(start), self._key_at(last)) if start < end else (1, 0)
        return self._known_ends[table]

    def _key_at(self, start: int) -> int:
        return int(self._raw[start + 1 : self._raw.index(b'"', start + 1)])


class PlainBase(Base):
    """The documents of a notes.json that another program wrote, or an earlier version of Reader, or nobody."""

    is_ours = False

    def __init__(self, tables: Mapping[str, Mapping[str, Json]], size: int = 0) -> None:
        head = tables.get(FORMAT_TABLE, {}).get(_ONLY_KEY, {})
        self.format = head.get("version", 0)
        self._tables = tables
        self._size = size
        self.seen = seen_of(head.get("seen", {}))
        found = tables.get(VERSIONS_TABLE, {}).get(_ONLY_KEY, {})
        self._dots = {
            name: dict(filter(_is_text, dots.items())) for name, dots in found.items() if isinstance(dots, dict)
        }

    @property
    def size(self) -> int:
        """How many bytes the file has."""
        return self._size

    def tables(self) -> set[str]:
        """The names of the tables, without Reader's own."""
        return set(self._tables) - OWN_TABLES

    def get(self, table: str, key: str) -> bytes | None:
        """The JSON of one document."""
        found = self._tables.get(table, {}).get(key)
        return None if found is None else ascii_json(found)

    def keys(self, table: str) -> list[str]:
        """The keys of a table, in their order."""
        return sorted(self._tables.get(table, {}), key=int)

    def rows(self, table: str) -> Iterator[tuple[str, bytes]]:
        """The key and the JSON of every document of a table, in the order of the keys."""
        rows = self._tables.get(table, {})
        for key in sorted(rows, key=int):
            yield key, ascii_json(rows[key])

    def entries(
        self,
        table: str,
        pattern: bytes,  # noqa: ARG002 - there are no lines here
        matched: Callable[[re.Match[bytes]], _E],  # noqa: ARG002 - likewise
        parsed: Callable[[Json], _E],
    ) -> Iterator[tuple[str, _E]]:
        """What `parsed` gives for every document of a table."""
        yield from ((key, parsed(document)) for key, document in self._tables.get(table, {}).items())


def read_base(raw: bytes) -> Base:
    """The documents in a file. Raises Damaged with the reason, NewerFormat."""
    first = raw[: raw.find(b"\n")]
    if not (first.startswith(_OURS) and first.endswith(b"},")):
        return read_plain(raw)
    head, body = _first_line(first), len(first) + 1
    view = memoryview(raw)
    if head and raw[_CRC] == _checksum(view[: _CRC.start], view[_CRC.stop :]):
        return Base(raw, body, head)
    raise Damaged("its checksum does not fit")


def seen_at_least(path: Path) -> Seen:
    """What the first line of a file says that it holds of each device; nothing where it is no base of Reader's."""
    try:
        with path.open("rb") as file:
            first = file.readline().rstrip(b"\n")
    except OSError:
        return {}
    head = _first_line(first) if first.startswith(_OURS) and first.endswith(b"},") else None
    return seen_of(head["seen"]) if head else {}


def write_base(
    tables: Mapping[str, list[tuple[int, bytes]]], dots: Mapping[str, Mapping[str, str]], seen: Seen
) -> bytes:
    """The file that holds these documents, given as JSON with their keys in rising order."""
    parts: list[bytes] = []
    spans: dict[str, tuple[int, int]] = {}
    at = 0

    def put(part: bytes) -> None:
        nonlocal at
        parts.append(part)
        at += len(part)

    versions = json.dumps({_ONLY_KEY: dots}, separators=(",", ":")).encode("ascii")
    put(b'"%b":' % VERSIONS_TABLE.encode())
    spans[VERSIONS_TABLE] = at, at + len(versions)
    put(versions)
    for name, rows in tables.items():
        put(b",\n%b:{\n" % json.dumps(name).encode("ascii"))
        start = at
        put(_BETWEEN.join(b'"%d":%b' % row for row in rows))
        spans[name] = start, at
        put(b"}")
    put(b"}\n")
    rest = b"".join(parts)
    head = {"version": FORMAT, "crc": "00000000", "seen": seen, "tables": spans}
    first = json.dumps({FORMAT_TABLE: {_ONLY_KEY: head}}, separators=(",", ":")).encode("ascii")[:-1] + b",\n"
    checksum = _checksum(first[: _CRC.start], first[_CRC.stop :], rest)
    return first[: _CRC.start] + checksum + first[_CRC.stop :] + rest


def ascii_json(document: object) -> bytes:
    """A document as notes.json holds it: in ASCII, which stock TinyDB reads whatever encoding the machine prefers."""
    return json.dumps(document, separators=(",", ":")).encode("ascii")


def read_dots(written: str) -> Dots:
    """The dots in their written form, "device.number device.number"."""
    parted = (one.rpartition(".") for one in written.split())
    return tuple((device, int(number)) for device, _, number in parted if is_key(number) and is_device(device))


def written_dots(dots: Dots) -> str:
    """The written form of dots."""
    return " ".join(f"{device}.{number}" for device, number in dots)


def _is_text(pair: tuple[str, object]) -> bool:
    return isinstance(pair[1], str)


def _checksum(*parts: bytes | memoryview) -> bytes:
    crc = 0
    for part in parts:
        crc = zlib.crc32(part, crc)
    return b"%08x" % crc


def _first_line(first: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(first[:-1] + b"}")[FORMAT_TABLE][_ONLY_KEY]
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found.get("tables"), dict) and isinstance(found.get("seen"), dict) else None


def read_plain(raw: bytes) -> Base:
    """The documents in a file that may be of any hand. Raises Damaged with the reason, NewerFormat."""
    try:
        tables = json.loads(raw.decode())
    except (ValueError, RecursionError) as error:
        raise Damaged("it is empty" if not raw else "it is not JSON") from error
    if not isinstance(tables, dict) or not all(map(_is_table, tables.values())):
        raise Damaged("it does not hold tables of documents")
    _check_format(tables.get(FORMAT_TABLE, {}).get(_ONLY_KEY, {}))
    if not _is_shallow(tables):
        raise Damaged(f"it is nested more than {DEEPEST} deep")
    return PlainBase(tables, len(raw))


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        is_key(key) and isinstance(document, dict) for key, document in table.items()
    )


def _is_shallow(value: object, room: int = DEEPEST) -> bool:
    if not room:
        return False
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return all(_is_shallow(each, room - 1) for each in inner)


def _check_format(head: Mapping[str, Any]) -> None:
    version = head.get("version", 1)
    if not isinstance(version, int):
        raise Damaged("its format is not a number")
    if version > FORMAT:
        raise NewerFormat(f"it was written by a later version of Reader (format {version}, this one knows {FORMAT})")
