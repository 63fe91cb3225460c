"""Damaged files: what a bad disk, a bad program or an editor makes of notes.json, and of a journal."""

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from reader.storage.journal import head_line
from tests.faults.stores import NOTES, ReaderStore, Texts

JOURNAL = "notes.local.journal"
FLIPS = 50
Harm: TypeAlias = Callable[[bytes], bytes]
"""What becomes of a file."""

FOLDED: Texts = {number: f"note {number}, as it was folded" for number in range(1, 9)}
LATER: Texts = {2: "note 2, folded once more", 3: "note 3, folded once more"}
LAST: Texts = {3: "note 3, in the journal", 4: "note 4, in the journal", 20: "note 20, in the journal"}
ALL: Texts = FOLDED | LATER | LAST
VERSIONS = {number: {texts[number] for texts in (FOLDED, LATER, LAST) if number in texts} for number in ALL}


def library(folder: Path) -> None:
    """A library with everything that it takes to restore it: a base, the base before, a journal."""
    store = ReaderStore(folder / NOTES)
    for texts in (FOLDED, LATER):
        for number, text in texts.items():
            store.save(number, text)
        store.compact()
    for number, text in LAST.items():
        store.save(number, text)


def _tables(change: Callable[[dict[str, Any]], object]) -> Harm:
    """Change the parsed file, as another program might."""

    def harm(good: bytes) -> bytes:
        tables = json.loads(good)
        change(tables)
        return json.dumps(tables).encode("ascii")

    return harm


def _deep(good: bytes) -> bytes:
    return good.replace(b'"note 1, as it was folded"', b"[" * 100_000 + b"]" * 100_000)


BASE_HARMS: dict[str, Harm] = {
    "no bytes": lambda _: b"",
    "its first half": lambda good: good[: len(good) // 2],
    "garbage behind it": lambda good: good + b"}}xx",
    "zeros": lambda good: bytes(len(good)),
    "null": lambda _: b"null",
    "a list": lambda _: b"[]",
    "a table that is a list": _tables(lambda tables: tables.update(notes=[])),
    "a key that is no number": _tables(lambda tables: tables["notes"].update(seven=tables["notes"].pop("7"))),
    "a document that is a number": _tables(lambda tables: tables["notes"].update({"1": 5})),
    "a byte order mark": lambda good: b"\xef\xbb\xbf" + good,
    "UTF-16": lambda good: good.decode().encode("utf-16"),
    "bad UTF-8": lambda good: good.replace(b"note 1", b"not\xff 1"),
    "a key twice": lambda good: good.replace(b'"1":{"article"', b'"1":{"text":"other"},"1":{"article"'),
    "a deep nest": _deep,
    "a huge number": lambda good: good.replace(b'"note 1, as it was folded"', b"9" * 5_000),
    "an SQLite file": lambda _: b"SQLite format 3\0" + bytes(100),
    "no number at all": lambda good: good.replace(b'"note 1, as it was folded"', b"NaN"),
    "a document without a field": lambda good: good.replace(b'"text":"note 1, as it was folded",', b""),
}
"""The kinds of damage to notes.json by name."""

ONE_NOTE_HARMS: dict[str, Harm] = {
    "without a field": _tables(lambda tables: tables["notes"]["1"].pop("text")),
    "with a field of another kind": _tables(lambda tables: tables["notes"]["1"].update(text=float("nan"))),
    "with a date that is none": _tables(lambda tables: tables["notes"]["1"].update(created="yesterday")),
}
"""Damage to one document, by a program that left all else as it was."""


def _lines(change: Callable[[list[bytes]], list[bytes]]) -> Harm:
    return lambda good: b"".join(change(good.splitlines(keepends=True)))


JOURNAL_HARMS: dict[str, Harm] = {
    "no bytes": lambda _: b"",
    "its first half": lambda good: good[: len(good) // 2],
    "garbage behind it": lambda good: good + b"\xff\xfe garbage\n and more",
    "zeros": lambda good: bytes(len(good)),
    "zeros in the middle": lambda good: good[: len(good) // 3] + bytes(64) + good[len(good) // 3 + 64 :],
    "null": lambda _: b"null",
    "a byte order mark": lambda good: b"\xef\xbb\xbf" + good,
    "UTF-16": lambda good: good.decode().encode("utf-16"),
    "bad UTF-8": lambda good: good.replace(b"in the journal", b"in \xff journal", 1),
    "a line less": _lines(lambda lines: lines[:-2] + lines[-1:]),
    "lines in another order": _lines(lambda lines: [*lines[:-2], lines[-1], lines[-2]]),
    "a line twice": _lines(lambda lines: [*lines, lines[-2]]),
    "all lines twice": _lines(lambda lines: lines + lines),
    "no head": _lines(lambda lines: lines[1:]),
    "the head of another device": lambda good: head_line("other", {}) + good.split(b"\n", 1)[1],
    "the head of another device and no checksum": lambda good: good.replace(b'"local"', b'"other"', 1),
    "a deep nest": lambda good: good + b"00000000 " + b"[" * 100_000 + b"\n",
    "Windows line ends": lambda good: good.replace(b"\n", b"\r\n"),
    "an SQLite file": lambda _: b"SQLite format 3\0" + bytes(100),
}
"""The kinds of damage to a journal by name."""


def flips(good: bytes, seed: int) -> Iterator[tuple[str, bytes]]:
    """The file with one bit the other way round: anywhere, and as often in its first line."""
    chance = random.Random(seed)  # noqa: S311 - a test repeats itself
    head = good.find(b"\n")
    places = [chance.randrange(len(good)) for _ in range(FLIPS)] + [chance.randrange(head) for _ in range(FLIPS)]
    for place in places:
        bit = 1 << chance.randrange(8)
        yield f"bit {bit} of byte {place}", good[:place] + bytes([good[place] ^ bit]) + good[place + 1 :]
