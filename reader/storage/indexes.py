"""Which documents hold a value: built once for a base, and kept true for every document written over it."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from reader.storage.journal import Json, Rows, Stored, as_json
from reader.storage.notes_json import Base

Entries = list[tuple[str, str]]
"""Values a document is found by, each with what is told of the document (such as its article)."""
Found = dict[str, str]
"""What is told of each document that holds a value, by key."""


class Plan(NamedTuple):
    """How the documents of one table are found.

    `entries` tells the values of a document. `pattern`, whose first group is the key, reads the same from the line of a
    document that Reader wrote, and `matched` makes entries of it: parsing 100,000 documents takes five times as long.
    """

    entries: Callable[[Json], Entries]
    pattern: bytes
    matched: Callable[[re.Match[bytes]], Entries]


class Index:
    """The documents of one table by value."""

    def __init__(self, table: str, plan: Plan, base: Base) -> None:
        self._table, self._plan, self._base = table, plan, base
        self._below: dict[str, Found] | None = None
        self._over: dict[str, Found] = {}
        self._values: dict[str, list[str]] = {}
        self._waiting: Rows = {}

    def find(self, value: str) -> Found:
        """The documents that hold `value`, by key."""
        self._take_in()
        below = self._built().get(value, {})
        return {key: told for key, told in below.items() if key not in self._values} | self._over.get(value, {})

    def put(self, key: str, document: Stored) -> None:
        """Take note of a document that was written, or removed; it is looked into when somebody asks."""
        self._waiting[key] = document

    def _take_in(self) -> None:
        for key, stored in self._waiting.items():
            for value in self._values.get(key, ()):
                self._over[value].pop(key, None)
            document = as_json(stored)
            entries = self._plan.entries(document) if document else []
            self._values[key] = [value for value, _ in entries]
            for value, told in entries:
                self._over.setdefault(value, {})[key] = told
        self._waiting.clear()

    def _built(self) -> dict[str, Found]:
        if self._below is None:
            self._below = {}
            for key, entries in self._base.entries(
                self._table, self._plan.pattern, self._plan.matched, self._plan.entries
            ):
                for value, told in entries:
                    self._below.setdefault(value, {})[key] = told
        return self._below


Plans = Mapping[str, Plan]
"""The plan of each table that has an index."""
