"""What notes cost at 100,000 annotated articles, against the least that a disk allows, SQLite and stock TinyDB.

B1  saving one note: a bare append and fsync of as many bytes; SQLite (WAL, synchronous=FULL) writing the document, its
    JSON ready made; stock TinyDB, which writes the whole file
B2  opening the notes in a new process up to the first note by its key: json.load of the same file
B3  the notes of one article and the articles of one tag: SQLite with an index, making the same values of the documents

All that is compared takes turns within one run, on one disk. Absolute figures say nothing about another machine.
"""

import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Document

from reader.domain.changes import Change, Step
from reader.domain.notes import Note, Record
from reader.storage import records
from reader.storage.journal_db import JournalDB
from reader.storage.notes import NotesStore
from tests.benchmarks import annotated
from tests.benchmarks.measure import HOUSE, python

SIZE = 100_000
SAVES = 600
STOCK_SAVES = 3
OPENINGS = 9
QUERIES = 200
WARM_UP = 20

Times = dict[str, list[float]]
Save = Callable[[Note, Note, str], object]
"""Saves a note, given as it was, as it is to be, and as the JSON of its document."""


def run(size: int = SIZE) -> None:
    """Print the tables for a library of `size` articles."""
    chance = random.Random(1)  # noqa: S311 - a run that can be made again is wanted
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "store" / "notes.json"
        for each in (path, folder / "tables" / "notes.json"):
            annotated.build_notes(each, size)
        annotated.build_sqlite(folder / "notes.sqlite", size)
        os.sync()
        _print_openings("B2  open, and get one note", path, size)
        with closing(NotesStore(path)) as store, closing(sqlite3.connect(folder / "notes.sqlite")) as sqlite:
            sqlite.isolation_level = None
            sqlite.execute("pragma synchronous = full")
            _print_queries(store, sqlite, size, chance)
            _print_saves(folder, store, sqlite, chance)
            _print_openings(f"B2  likewise, with {SAVES + WARM_UP} saves in the journal", path, size)


# -- B1


def _print_saves(folder: Path, store: NotesStore, sqlite: sqlite3.Connection, chance: random.Random) -> None:
    known, copy = store.notes(), folder / "tables" / "notes.json"
    bare = os.open(folder / "bare", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with closing(JournalDB(copy)) as db:
        store.apply(_edit(*_edited(known, chance)))
        line = _last_line(folder / "store")
        ways: dict[str, Save] = {
            "bare append and fsync": lambda _before, _after, _body: _append(bare, line),
            "NotesStore.apply": lambda before, after, _body: store.apply(_edit(before, after)),
            "JournalTable.upsert": lambda _before, after, _body: db.table(records.NOTES).upsert(_document(after)),
            "sqlite WAL FULL": lambda _before, after, body: _upsert(sqlite, after.key, body),
        }
        spent = _journalled(folder / "store")
        times, documents = _save_in_turn(ways, known, chance)
        spent = _journalled(folder / "store") - spent
    os.close(bare)
    times["stock TinyDB"] = _stock_saves(copy, known, chance)
    _print("B1  save one note", times, "bare append and fsync", {"NotesStore.apply": 2, "JournalTable.upsert": 2})
    per_save, document = spent / (SAVES + WARM_UP), documents / (SAVES + WARM_UP)
    _say(f"bytes a save {per_save:.0f}; a document {document:.0f}; at most {1.2 * document + 120:.0f}")


def _save_in_turn(ways: Mapping[str, Save], known: list[Note], chance: random.Random) -> tuple[Times, int]:
    """How long each way takes for each save, and how many bytes the documents had."""
    times: Times = {name: [] for name in ways}
    documents = 0
    for _ in range(SAVES + WARM_UP):
        before, after = _edited(known, chance)
        body = annotated.encoded(after)
        documents += len(body.encode())
        for name in chance.sample(list(ways), len(ways)):
            begun = time.perf_counter()
            ways[name](before, after, body)
            times[name].append(time.perf_counter() - begun)
    return {name: taken[WARM_UP:] for name, taken in times.items()}, documents


def _stock_saves(path: Path, known: list[Note], chance: random.Random) -> list[float]:
    taken = []
    with TinyDB(path) as stock:
        for _ in range(STOCK_SAVES):
            _, after = _edited(known, chance)
            begun = time.perf_counter()
            stock.table(records.NOTES).upsert(_document(after))
            taken.append(time.perf_counter() - begun)
    return taken


def _edited(known: list[Note], chance: random.Random) -> tuple[Note, Note]:
    """A note as it is, and with new words of the same length; `known` then holds the new one."""
    number = chance.randrange(len(known))
    before = known[number]
    text = f"{chance.getrandbits(64):016x}{before.text[16:]}"
    known[number] = replace(before, text=text, modified=before.modified + timedelta(seconds=1))
    return before, known[number]


def _edit(before: Note, after: Note) -> Change:
    return Change("edit a note", (Step(before, after),))


def _document(note: Note) -> Document:
    return Document(records.document(note), note.key)


def _append(descriptor: int, line: bytes) -> None:
    os.write(descriptor, line)
    os.fsync(descriptor)


def _upsert(sqlite: sqlite3.Connection, key: int, body: str) -> None:
    sqlite.execute(
        "insert into notes (key, body) values (?, ?) on conflict do update set body = excluded.body", (key, body)
    )


def _journalled(folder: Path) -> int:
    """How many bytes the journals of a library have."""
    return sum(path.stat().st_size for path in folder.glob("*.journal"))


def _last_line(folder: Path) -> bytes:
    [journal] = folder.glob("*.journal")
    return journal.read_bytes().splitlines(keepends=True)[-1]


# -- B2


_CLOCK = """
import sys, time
from pathlib import Path
{}
begun = time.perf_counter()
{}
print(time.perf_counter() - begun)
"""
_OPENINGS = {
    "read the bytes": ("", "Path(sys.argv[1]).read_bytes()"),
    "json.load": ("import json", "json.load(open(sys.argv[1]))"),
    "NotesStore": (
        "from reader.storage.notes import NotesStore",
        "NotesStore(Path(sys.argv[1])).note(int(sys.argv[2]))",
    ),
    "JournalDB": (
        "from reader.storage.journal_db import JournalDB",
        "JournalDB(Path(sys.argv[1])).table('notes').get(doc_id=int(sys.argv[2]))",
    ),
}


def _print_openings(title: str, path: Path, size: int) -> None:
    keys = annotated.keys(size)
    times: Times = {name: [] for name in _OPENINGS}
    for number in range(OPENINGS + 1):
        for name, (imports, action) in _OPENINGS.items():
            words = python("-c", _CLOCK.format(imports, action), str(path), str(keys[number * size // (OPENINGS + 1)]))
            told = subprocess.run(words, cwd=HOUSE, check=True, capture_output=True, text=True).stdout
            times[name].append(float(told))
    _print(title, {name: taken[1:] for name, taken in times.items()}, "json.load", {"NotesStore": 0.25})


# -- B3


def _print_queries(store: NotesStore, sqlite: sqlite3.Connection, size: int, chance: random.Random) -> None:
    def article() -> str:
        return annotated.article(chance.randrange(size))

    def tag() -> str:
        return chance.choice(annotated.TAGS)

    begun = time.perf_counter()
    store.notes(article())
    store.tagged(tag())
    _say(f"\nthe indexes, once, off the interface's thread: {(time.perf_counter() - begun) * 1000:.0f} ms")
    pairs: list[tuple[str, Callable[[], str], Callable[[str], object], Callable[[str], object], float]] = [
        ("notes of an article", article, store.notes, lambda name: _sqlite_notes(sqlite, name), 2),
        ("articles of a tag", tag, lambda name: _states(store, name), lambda name: _sqlite_states(sqlite, name), 1),
        ("ids of a tag", tag, store.tagged, lambda name: _sqlite_ids(sqlite, name), 1),
    ]
    for title, which, ours, theirs, most in pairs:
        times = _ask_in_turn({"sqlite, indexed": theirs, "NotesStore": ours}, which)
        _print(f"B3  {title}", times, "sqlite, indexed", {"NotesStore": most})


def _ask_in_turn(ways: Mapping[str, Callable[[str], object]], which: Callable[[], str]) -> Times:
    times: Times = {name: [] for name in ways}
    for _ in range(QUERIES + WARM_UP):
        asked = which()
        for name, ask in ways.items():
            begun = time.perf_counter()
            ask(asked)
            times[name].append(time.perf_counter() - begun)
    return {name: taken[WARM_UP:] for name, taken in times.items()}


def _states(store: NotesStore, tag: str) -> list[Record]:
    return list(store._stored.found(records.STATES, tag))


def _sqlite_notes(sqlite: sqlite3.Connection, article: str) -> list[Record]:
    found = sqlite.execute("select key, body from notes where article = ?", (article,))
    return [records.note_of(key, json.loads(body)) for key, body in found]


def _sqlite_states(sqlite: sqlite3.Connection, tag: str) -> list[Record]:
    found = sqlite.execute("select body from tags join articles using (article) where tag = ?", (tag,))
    return [records.state_of(json.loads(body)) for (body,) in found]


def _sqlite_ids(sqlite: sqlite3.Connection, tag: str) -> list[str]:
    return [article for (article,) in sqlite.execute("select article from tags where tag = ?", (tag,))]


# -- telling


def _print(title: str, times: Times, against: str, most: Mapping[str, float]) -> None:
    """Print medians and 99th percentiles in microseconds, each as a multiple of `against` too."""
    wide = max(map(len, times))
    middle, late = (_percentile(times[against], share) for share in (0.5, 0.99))
    _say(f"\n{title}\n{'':{wide}}  {'p50 us':>10}  {'ratio':>8}  {'p99 us':>10}  {'ratio':>8}")
    for name, taken in times.items():
        p50, p99 = _percentile(taken, 0.5), _percentile(taken, 0.99)
        promised = f"  at most {most[name]:g}" if name in most else ""
        _say(f"{name:{wide}}  {p50 * 1e6:10.1f}  {p50 / middle:8.3f}  {p99 * 1e6:10.1f}  {p99 / late:8.3f}{promised}")


def _percentile(taken: list[float], share: float) -> float:
    return statistics.median(taken) if share == 0.5 else sorted(taken)[round(share * (len(taken) - 1))]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
