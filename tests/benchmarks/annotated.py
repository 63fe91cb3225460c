"""A library of many annotated articles, as Reader keeps it and as SQLite would: each article with a note and tags."""

import json
import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.domain.changes import Change, Step
from reader.domain.ids import base32
from reader.domain.notes import Anchor, ArticleState, Note, Record
from reader.domain.span import Span
from reader.storage import records
from reader.storage.notes import NotesStore

TAGS = [f"topic {number}" for number in range(200)]
TAGS_AN_ARTICLE = 3
"""So that 1,500 of 100,000 articles carry a tag."""

_WORDS = ("ferry", "harbour", "winter", "fares", "island", "crew", "timetable", "storm", "pier", "engine", "captain")
_START = datetime(2024, 5, 6, 12, tzinfo=UTC)


def article(number: int) -> str:
    """The id of the article with this number."""
    return base32(number * 7919 + 1, 8)


def keys(size: int) -> list[int]:
    """The keys of the notes, by the numbers of their articles."""
    chance = random.Random(5)  # noqa: S311 - a library that can be made again is wanted
    return [chance.getrandbits(62) + 1 for _ in range(size)]


def notes(size: int) -> Iterator[Note]:
    """A note of 200 characters on a passage of 150 for each article."""
    chance = random.Random(7)  # noqa: S311 - likewise
    for number, key in enumerate(keys(size)):
        moment = _START + timedelta(minutes=number)
        anchor = Anchor(1, Span(800, 950), _words(chance, 150), _words(chance, 32), _words(chance, 32))
        yield Note(key, article(number), _words(chance, 200), moment, moment, anchor)


def states(size: int) -> Iterator[ArticleState]:
    """The state of each article, with three tags."""
    chance = random.Random(9)  # noqa: S311 - likewise
    for number in range(size):
        yield ArticleState(article(number), tags=tuple(chance.sample(TAGS, TAGS_AN_ARTICLE)), unread=False)


def build_notes(path: Path, size: int) -> None:
    """Write notes.json as Reader folds it."""
    tables = {
        records.NOTES: {str(note.key): records.document(note) for note in notes(size)},
        records.STATES: {str(records.table_and_key(state)[1]): records.document(state) for state in states(size)},
    }
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(tables), encoding="ascii")
    store = NotesStore(path)
    first = ArticleState(article(0))
    store.apply(Change("star", (Step(first, replace(first, starred=True)),)))
    store.compact(always=True)
    store.close()


def build_sqlite(path: Path, size: int) -> None:
    """Write the same documents into SQLite, in WAL mode, with indexes by article and by tag."""
    with sqlite3.connect(path) as db:
        db.executescript(
            """
            pragma journal_mode = wal;
            create table notes (key integer primary key, article text, body text);
            create table articles (article text primary key, body text);
            create table tags (tag text, article text, primary key (tag, article)) without rowid;
            """
        )
        db.executemany("insert into notes values (?, ?, ?)", ((n.key, n.article, encoded(n)) for n in notes(size)))
        db.executemany(
            "insert into articles values (?, ?)", ((state.article, encoded(state)) for state in states(size))
        )
        db.executemany(
            "insert into tags values (?, ?)", ((tag, state.article) for state in states(size) for tag in state.tags)
        )
        db.execute("create index notes_by_article on notes (article)")
    db.execute("pragma wal_checkpoint(truncate)")
    db.close()


def encoded(record: Record) -> str:
    """The JSON of a record's document, as short as it goes."""
    return json.dumps(records.document(record), ensure_ascii=False, separators=(",", ":"))


def _words(chance: random.Random, length: int) -> str:
    return " ".join(chance.choices(_WORDS, k=length // 4))[:length]
