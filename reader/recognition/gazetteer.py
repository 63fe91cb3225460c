"""Names that are known beforehand: one entry a line of plain text files, read when first asked for.

A line is `name | kind | canonical | alias | alias ...`; every name and alias with the same canonical name is the
same thing. The file a line stands in is its theme ("countries", "cities", "parties").
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from reader.domain.analysis import EntityKind
from reader.recognition.words import Word

FOLDER = Path(__file__).with_name("gazetteers")
THEMES = (
    "countries",
    "capitals",
    "groups",
    "territories",
    "bodies",
    "parties",
    "companies",
    "media",
    "societies",
    "clubs",
    "universities",
    "events",
    "products",
    "people",
    "regions",
    "cities",
)
"""The files in the order of their right to a name that stands in more than one."""

STATES = frozenset({"countries", "capitals", "territories"})
Row: TypeAlias = tuple[str, str]
"""The line that a name stands in, and its theme; what the line says is read when it is asked for, as few ever are."""

_SEPARATOR = " | "
_HEAD = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One known thing under one of its names."""

    name: str
    kind: EntityKind
    canonical: str
    theme: str


@dataclass(frozen=True)
class Gazetteer:
    """Known names. `longest` tells for the first three characters of a name how long such names can be."""

    rows: Mapping[str, Row]
    longest: Mapping[str, int]

    def get(self, name: str) -> Entry | None:
        """The entry that goes by `name`, if there is one; curly apostrophes count as straight ones."""
        plain = name.replace("’", "'") if "’" in name else name
        row = self.rows.get(plain)
        return _entry(plain, row) if row else None

    def canonical(self, name: str, kind: EntityKind) -> str:
        """Which thing of `kind` goes by `name`, "" where none does."""
        entry = self.get(name)
        return entry.canonical if entry and entry.kind is kind else ""

    def knows(self, name: str) -> bool:
        """Whether something goes by `name`."""
        return name in self.rows

    def longest_at(self, text: str, words: Sequence[Word], i: int) -> tuple[int, Entry] | None:
        """The longest known name that begins at word `i`, with the index of the word after it."""
        start = words[i].start
        most = self.longest.get(text[start : start + _HEAD], 0)
        ends = []
        for j in range(i, len(words)):
            if words[j].end - start > most + 2:
                break
            ends.append(j + 1)
        for j in reversed(ends):
            entry = self.get(in_one_line(text[start : words[j - 1].end]))
            if entry:
                return j, entry
        return self._shouted_at(text, words, i) if words[i].text.isupper() else None

    def _shouted_at(self, text: str, words: Sequence[Word], i: int) -> tuple[int, Entry] | None:
        """The longest known name at word `i` that is set in capitals here ("LONDON", "NEW YORK")."""
        for j in range(min(len(words), i + 4), i, -1):
            name = in_one_line(text[words[i].start : words[j - 1].end])
            usual = shouted_names().get(name) if name.isupper() and len(name) > 3 else None
            if usual:
                return j, self.get(usual) or Entry(usual, EntityKind.PLACE, "", "")
        return None


def in_one_line(name: str) -> str:
    """`name` with single spaces only."""
    return " ".join(name.split()) if "\n" in name or "  " in name else name


def _entry(name: str, row: Row) -> Entry:
    _, kind, canonical, *_ = row[0].split(_SEPARATOR, 3)
    return Entry(name, EntityKind(kind), canonical, row[1])


@cache
def gazetteer() -> Gazetteer:
    """All names of all themes."""
    rows: dict[str, Row] = {}
    for theme in THEMES:
        path = FOLDER / f"{theme}.txt"
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            row = (line, theme)
            name, _, _, *aliases = line.split(_SEPARATOR)
            for surface in (name, *aliases) if aliases else (name,):
                if surface in rows:
                    _clash(rows, surface, row)
                else:
                    rows[surface] = row
    return Gazetteer(rows, _longest(rows))


def _longest(names: Iterable[str]) -> dict[str, int]:
    """For the beginning of every name, how long such names can be."""
    longest: dict[str, int] = {}
    for name in names:
        head = name[:_HEAD]
        if len(name) > longest.get(head, 0):
            longest[head] = len(name)
    return longest


@cache
def shouted_names() -> dict[str, str]:
    """Every known name by its form in capitals; of several the most important one."""
    index: dict[str, str] = {}
    for name in gazetteer().rows:
        index.setdefault(name.upper(), name)
    return index


def _clash(rows: dict[str, Row], surface: str, row: Row) -> None:
    """Sees to a second thing of one name: where two are of a kind ("CBI"), the name says nothing of which."""
    known, other = _entry(surface, rows[surface]), _entry(surface, row)
    if known.canonical != other.canonical and known.kind is other.kind:
        rows[surface] = (_SEPARATOR.join((surface, known.kind, surface)), known.theme)
