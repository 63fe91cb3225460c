"""How well names are found in text that others have marked, as F1 in percent, with intervals by bootstrap.

Strict: a name counts when its first and last code points and its kind are those that are marked. Overlap: when it
shares a code point with a marked one that no other name has met, whatever the kinds. Both look at people, organisations
and places, which every set marks; a set's figure is over all of its names, the macro-average over the sets.
"""

import json
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition import analyse
from reader.recognition.training.corpora import KIND_OF

SETS = (
    "worldwide", "conll2020", "conll03pp", "finer_ord", "gum_news", "ieer", "re3d", "uner_pud", "wikigold",
    "crossner_politics", "uner_ewt", "btc", "wnut17",
)  # fmt: skip
SMALL = ("gum_news", "re3d")
"""The sets of so few documents that their F1 is told with an interval."""

NAMED = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE})
GROUPS = frozenset({EntityKind.GROUP})
_DRAWN = 2000
_SHOWN = frozenset(EntityKind)


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A place of a text that names something of a kind."""

    span: Span
    kind: EntityKind


Finder = Callable[[str], Iterable[Name]]


@dataclass(frozen=True)
class Document:
    """A text with the names that are marked in it."""

    text: str
    marked: frozenset[Name]


@dataclass(frozen=True)
class Reading:
    """What is marked in one document, and what was seen there."""

    marked: frozenset[Name]
    seen: frozenset[Name]


@dataclass(frozen=True)
class Tally:
    """How many names of one document are marked and how many were seen, and how many of them met."""

    met: int
    marked: int
    seen: int


Readings = Mapping[str, Sequence[Reading]]
"""By the name of the set."""


def documents(corpora: Path, name: str) -> list[Document]:
    """The documents of a set, with the names of our kinds."""
    lines = (corpora / "entities" / "dev" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found = []
    for read in map(json.loads, lines):
        spans = ((Span(start, end), KIND_OF.get(label, "")) for start, end, label in read["spans"])
        found.append(
            Document(read["text"], frozenset(Name(at, EntityKind(kind)) for at, kind in spans if kind in _SHOWN))
        )
    return found


def own(text: str) -> list[Name]:
    """What Reader itself shows."""
    return [Name(mention, entity.kind) for entity in analyse(text).entities for mention in entity.mentions]


def readings(sets: Mapping[str, Sequence[Document]], finder: Finder) -> dict[str, list[Reading]]:
    """Every document of the sets as `finder` reads it."""
    return {
        name: [Reading(document.marked, frozenset(finder(document.text))) for document in of_set]
        for name, of_set in sets.items()
    }


def strict(reading: Reading, kinds: frozenset[EntityKind] = NAMED) -> Tally:
    """The tally of names with just the ends and the kind that are marked."""
    marked, seen = _of(reading.marked, kinds), _of(reading.seen, kinds)
    return Tally(len(marked & seen), len(marked), len(seen))


def groups(reading: Reading) -> Tally:
    """The strict tally of nationalities, religions and parties' followers."""
    return strict(reading, GROUPS)


def overlapping(reading: Reading) -> Tally:
    """The tally of names that share a code point with a marked one, each with another."""
    marked, seen = _of(reading.marked, NAMED), _of(reading.seen, NAMED)
    free, met = sorted(marked), 0
    for name in sorted(seen):
        partner = next((one for one in free if one.span.overlaps(name.span)), None)
        if partner:
            free.remove(partner)
            met += 1
    return Tally(met, len(marked), len(seen))


def _of(names: frozenset[Name], kinds: frozenset[EntityKind]) -> frozenset[Name]:
    return frozenset(name for name in names if name.kind in kinds)


def f1(tallies: Sequence[Tally]) -> float:
    """The F1 in percent of documents together."""
    both = sum(one.marked + one.seen for one in tallies)
    return 200 * sum(one.met for one in tallies) / both if both else 0.0


def interval(tallies: Sequence[Tally]) -> tuple[float, float]:
    """The middle 95 % of the F1 of as many documents, drawn again and again with replacement."""
    chance = random.Random(1)  # noqa: S311 - a run that can be made again is wanted
    drawn = sorted(f1(chance.choices(tallies, k=len(tallies))) for _ in range(_DRAWN))
    return drawn[_DRAWN // 40], drawn[-_DRAWN // 40 - 1]


def macro(read: Readings) -> float:
    """The mean of the strict F1 of the sets."""
    return fmean(f1([strict(one) for one in of_set]) for of_set in read.values())
