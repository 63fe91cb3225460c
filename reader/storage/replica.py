"""The state of all documents: a base, and the commits of every device folded into it.

Commits of several devices arrive in any order. Each names what it has seen, so that it is folded after all it builds
upon; and a document that two wrote in ignorance of each other is known as such, and both writings are kept. Wherever
the same commits are, the same documents are; only of three writings at once the texts may stand in another order.
(Version vectors with dots: Preguiça et al., "Dotted version vectors", 2010.)
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from reader.storage.indexes import Found, Index, Plans
from reader.storage.journal import Changes, Commit, Json, Past, PastStep, Rows, Seen, Stored, as_json, fresh
from reader.storage.notes_json import Base, Dots, read_dots, written_dots

Both: TypeAlias = Callable[[str, str, Json, Json], Json]
"""Makes one document of two writings that did not know of each other: table, key, the earlier device's, the other."""

_MOST_LINES = 4096
"""How many documents of the base are remembered once they were looked up."""


def the_other(table: str, key: str, first: Json, second: Json) -> Json:  # noqa: ARG001 - the signature is `Both`
    """Keep the second: for documents of which nothing is known."""
    return second


@dataclass(eq=False, repr=False)
class Over:
    """What lies over the base: documents and their dots by table and key."""

    rows: dict[str, Rows] = field(default_factory=dict)
    dots: dict[str, dict[str, Dots]] = field(default_factory=dict)

    def copy(self) -> "Over":
        """What lies there now, whatever comes later."""
        return Over({name: dict(rows) for name, rows in self.rows.items()}, {t: dict(d) for t, d in self.dots.items()})


class Replica:
    """All documents as this device knows them. `device` is "" for one that only reads."""

    def __init__(self, base: Base, device: str, plans: Plans, both: Both) -> None:
        self.base = base
        self.device = device
        self.over = Over()
        self.names = base.tables()
        self.seen: Seen = dict(base.seen)
        self.contexts: dict[str, Seen] = {}
        self.past: list[Past] = []
        self.touched: list[tuple[str, str]] = []
        """Every document that was written since the base was read, in order; readers remember how far they are."""
        self.staged: Changes | None = None
        """What a commit in the making has written so far; it lies over all else."""
        self._both = both
        self._lines: dict[tuple[str, str], bytes | None] = {}
        self._indexes = {table: Index(table, plan, base) for table, plan in plans.items()}

    def get(self, table: str, key: str) -> Json | None:
        """One document; it is shared and must not be changed."""
        return as_json(self.stored(table, key))

    def stored(self, table: str, key: str) -> Stored:
        """One document as it lies in memory."""
        if self.staged is not None and table in self.staged:
            rows = self.staged[table]
            if rows is None:
                return None
            if key in rows:
                return rows[key]
        over = self.over.rows.get(table)
        return over[key] if over is not None and key in over else self._below(table, key)

    def fresh(self, table: str, key: str) -> Json | None:
        """One document of which everything may be changed."""
        return fresh(self.stored(table, key))

    def items(self, table: str) -> Iterator[tuple[str, Json]]:
        """Every document of a table as a copy, those of the base in the order of their keys first."""
        staged = self.staged.get(table, {}) if self.staged is not None else {}
        if staged is None:
            return
        over = {**self.over.rows.get(table, {}), **staged}
        for key, raw in self.base.rows(table):
            if key not in over:
                yield key, json.loads(raw)
        for key, stored in over.items():
            document = fresh(stored)
            if document is not None:
                yield key, document

    def keys(self, table: str) -> list[str]:
        """The keys of a table, those of the base in their order first."""
        staged = self.staged.get(table, {}) if self.staged is not None else {}
        if staged is None:
            return []
        over = {**self.over.rows.get(table, {}), **staged}
        below = [key for key in self.base.keys(table) if key not in over]
        return below + [key for key, document in over.items() if document is not None]

    def tables(self) -> set[str]:
        """The names of all tables."""
        staged = self.staged or {}
        return (self.names | set(staged)) - {name for name, rows in staged.items() if rows is None}

    def find(self, table: str, value: str) -> Found:
        """The documents of a table that hold `value`, as its index tells; not while a commit is in the making."""
        return self._indexes[table].find(value)

    def dots(self, table: str, key: str) -> Dots:
        """The commits that a document stands for."""
        over = self.over.dots.get(table, {})
        return over[key] if key in over else self.base.dots(table, key)

    def is_ready(self, commit: Commit) -> bool:
        """Whether all is folded that a commit had seen of other devices."""
        return all(self.seen.get(device, 0) >= number for device, number in commit.saw.items())

    def fold(self, commit: Commit) -> None:
        """Make what a commit changed; the caller sees to the order."""
        context = self.contexts.setdefault(commit.device, {})
        context.update(commit.saw)
        steps: list[PastStep] = []
        for table, rows in commit.tables.items():
            named = dict.fromkeys(self.keys(table)) if rows is None else rows
            for key, document in named.items():
                before = self.stored(table, key) or commit.befores.get(table, {}).get(key)
                self._write(commit, context, table, key, document)
                steps.append((table, key, before, document))
            (self.names.discard if rows is None else self.names.add)(table)
        self.seen[commit.device] = commit.number
        if commit.device == self.device and (commit.what or commit.turns):
            self.past.append(Past(commit.number, commit.what, commit.turns, tuple(steps)))

    def put(self, table: str, key: str, document: Stored, dots: Dots) -> None:
        """Write a document of which it is known what it stands for."""
        self.over.rows.setdefault(table, {})[key] = document
        self.over.dots.setdefault(table, {})[key] = dots
        self.names.add(table)
        self.touched.append((table, key))
        if table in self._indexes:
            self._indexes[table].put(key, document)

    def merged(self, table: str, key: str, mine: tuple[Json, Dots], other: tuple[Json, Dots]) -> Json:
        """One document of two writings, in the order of their dots, so that every device makes the same."""
        (first, _), (second, _) = sorted((mine, other), key=lambda writing: max(writing[1], default=("", 0)))
        return first if first == second else self._both(table, key, first, second)

    def _write(self, commit: Commit, context: Seen, table: str, key: str, document: Stored) -> None:
        dot = (commit.device, commit.number)
        unseen = self._unseen(commit, context, table, key)
        if unseen:
            current, written = self.get(table, key), as_json(document)
            if written is None or current is None:
                document = written or current
            else:
                document = self.merged(table, key, (current, unseen), (written, (dot,)))
        dots = (*unseen, dot) if document is not None else ()
        self.put(table, key, document, dots)

    def _unseen(self, commit: Commit, context: Seen, table: str, key: str) -> Dots:
        """The writings that a commit did not know of and must not undo."""
        if self.seen.keys() <= {commit.device}:
            return ()  # there is no other device
        return tuple(
            (device, number)
            for device, number in self.dots(table, key)
            if device != commit.device and context.get(device, 0) < number
        )

    def _below(self, table: str, key: str) -> bytes | None:
        known = (table, key)
        if known not in self._lines:
            if len(self._lines) >= _MOST_LINES:
                self._lines.clear()
            self._lines[known] = self.base.get(table, key)
        return self._lines[known]


def folded_rows(base: Base, over: Over, table: str, encode: Callable[[Json], bytes]) -> list[tuple[int, bytes]]:
    """Every document of a table with its key, in the order of the keys."""
    written = over.rows.get(table, {})
    below = [(int(key), raw) for key, raw in base.rows(table) if key not in written]
    above = [
        (int(key), encode(one)) for key, one in ((key, as_json(one)) for key, one in written.items()) if one is not None
    ]
    return sorted(below + above)


def folded_dots(base: Base, over: Over) -> dict[str, dict[str, str]]:
    """What every document stands for, in the written form."""
    found = {table: dict(rows) for table, rows in base.all_dots().items()}
    for table, rows in over.dots.items():
        known = found.setdefault(table, {})
        for key, dots in rows.items():
            if dots:
                known[key] = written_dots(dots)
            else:
                known.pop(key, None)
    return found


def join(replica: Replica, other: Base) -> None:
    """Bring what another base holds into a replica: what either has not seen of the other is kept, and both of both."""
    for table in other.tables():
        theirs = dict(other.rows(table))
        for key in {*theirs, *replica.keys(table)}:
            _join_one(replica, other, table, key, theirs.get(key))
    for device, number in other.seen.items():
        replica.seen[device] = max(number, replica.seen.get(device, 0))


def _join_one(replica: Replica, other: Base, table: str, key: str, raw: bytes | None) -> None:
    mine, theirs = replica.dots(table, key), read_dots(other.all_dots().get(table, {}).get(key, ""))
    if mine == theirs:
        return
    news = tuple(dot for dot in theirs if replica.seen.get(dot[0], 0) < dot[1])
    unseen = tuple(dot for dot in mine if other.seen.get(dot[0], 0) < dot[1])
    current = replica.get(table, key)
    if raw is None:
        if mine and not unseen:
            replica.put(table, key, None, ())
    elif news and (current is None or not unseen):
        replica.put(table, key, json.loads(raw), theirs)
    elif news and current is not None:
        both = replica.merged(table, key, (current, unseen), (json.loads(raw), news))
        replica.put(table, key, both, tuple(sorted({*unseen, *news})))
