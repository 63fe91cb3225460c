"""How well things are ranked by what an article is about, against people who judged it, with intervals by bootstrap.

Each thing comes with all its mentions as the annotators have them, so that the ranking alone is measured. It is worth
0 to 5: in how many of five summaries of the article it is told. Two plain rankings stand beside ours: by the number
of mentions, and by the place of the first one; in each, the thing that is named earlier goes first among equals.
"""

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import fmean
from typing import Any

from reader.domain.analysis import EntityKind
from reader.domain.article import BlockKind
from reader.domain.span import Span
from reader.recognition.gazetteer import gazetteer
from reader.recognition.salience import salience
from reader.recognition.zones import Zone

_LONGEST_HEADLINE = 160
_DRAWN = 2000
_CREDITED = re.compile(r"\b(?:Image|Photo|Picture|File photo|Credit): ")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "PLACE": EntityKind.PLACE,
    "EVENT": EntityKind.EVENT,
}


@dataclass(frozen=True)
class Thing:
    """Something that an article names, and in how many of five summaries it is told."""

    kind: EntityKind
    mentions: tuple[Span, ...]
    worth: int


@dataclass(frozen=True)
class Document:
    """An article's length and parts, and what it names."""

    length: int
    zones: tuple[Zone, ...]
    things: tuple[Thing, ...]


Ranking = Callable[[Document, Thing], float]
Measure = Callable[[Sequence[int]], float | None]
"""A figure of the worths in the order of a ranking, or None where nothing is worth anything."""

RANKINGS: dict[str, Ranking] = {
    "": lambda document, thing: salience(thing.kind, thing.mentions, document.zones, document.length)[0],
    " by frequency": lambda _, thing: len(thing.mentions),
    " by first mention": lambda _, thing: -thing.mentions[0].start,
}
"""The rankings, by what they add to the name of a measure."""


def scores(corpora: Path) -> dict[str, tuple[float, float, float]]:
    """Each measure in percent, with the ends of the middle 95 % of a bootstrap over the documents."""
    folder = corpora / "entities" / "dev"
    return measured(documents(folder / "gum_news.jsonl", folder / "gum_news_salience.jsonl"))


def measured(read: Sequence[Document]) -> dict[str, tuple[float, float, float]]:
    """Each measure of each ranking of these documents, as `scores` gives them."""
    return {
        f"{measure}{ranking}": interval([told for one in read if (told := figure(_worths(one, key))) is not None])
        for ranking, key in RANKINGS.items()
        for measure, figure in MEASURES.items()
    }


def documents(texts: Path, judged: Path) -> list[Document]:
    """The articles of `texts` whose things have been judged."""
    text_of = {row["doc"]: row["text"] for row in _rows(texts)}
    return [_document(text_of[row["doc"]], row["clusters"]) for row in _rows(judged) if row["doc"] in text_of]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _document(text: str, clusters: Sequence[dict[str, Any]]) -> Document:
    things = (
        Thing(_kind(read), tuple(Span(start, end) for start, end in sorted(read["mentions"])), read["salience"])
        for read in clusters
    )
    return Document(len(text), tuple(_zones(text)), tuple(things))


def _kind(read: dict[str, Any]) -> EntityKind:
    """The kind of a cluster; the set has peoples among the people, and works and ideas have no kind here."""
    known = (gazetteer().get(name) for name in read["names"])
    if read["type"] == "PERSON" and any(entry and entry.kind is EntityKind.GROUP for entry in known):
        return EntityKind.GROUP
    return _KINDS.get(read["type"], EntityKind.PRODUCT)


def _zones(text: str) -> Iterator[Zone]:
    """The lines: the first is the headline unless it is a sentence, those that name a photographer are captions."""
    for line in _LINE.finditer(text):
        titled = line.start() == 0 and len(line[0]) < _LONGEST_HEADLINE and not line[0].endswith(".")
        kind = BlockKind.CAPTION if _CREDITED.search(line[0]) else BlockKind.PARAGRAPH
        yield Zone(BlockKind.HEADLINE if titled else kind, Span(line.start(), line.end()))


def _worths(document: Document, key: Ranking) -> list[int]:
    """The worths of a document's things, what ranks highest first."""
    ranked = sorted(document.things, key=lambda thing: (-key(document, thing), thing.mentions[0]))
    return [thing.worth for thing in ranked]


def average_precision(worths: Sequence[int], least: int) -> float | None:
    """The mean, over the things worth `least`, of the share of such things down to each."""
    ranks = [rank for rank, worth in enumerate(worths, 1) if worth >= least]
    return fmean(found / rank for found, rank in enumerate(ranks, 1)) if ranks else None


def precision(worths: Sequence[int], first: int) -> float | None:
    """The share of the first ranks that are worth anything."""
    return fmean(worth > 0 for worth in worths[:first]) if any(worths) else None


def gain(worths: Sequence[int], first: int) -> float | None:
    """The discounted gain of the first ranks as a share of the best there could be (nDCG, a gain of 2^worth - 1)."""
    best = _discounted(sorted(worths, reverse=True)[:first])
    return _discounted(worths[:first]) / best if best else None


def _discounted(worths: Sequence[int]) -> float:
    return sum((2.0**worth - 1) / log2(rank + 1) for rank, worth in enumerate(worths, 1))


MEASURES: dict[str, Measure] = {
    "MAP>=1": lambda worths: average_precision(worths, 1),
    "MAP>=3": lambda worths: average_precision(worths, 3),
    "P@3": lambda worths: precision(worths, 3),
    "P@5": lambda worths: precision(worths, 5),
    "nDCG@10": lambda worths: gain(worths, 10),
}


def interval(figures: Sequence[float]) -> tuple[float, float, float]:
    """The mean in percent, and the middle 95 % of the means of as many documents drawn again with replacement."""
    chance = random.Random(1)  # noqa: S311 - a run that can be made again is wanted
    drawn = sorted(fmean(chance.choices(figures, k=len(figures))) for _ in range(_DRAWN))
    return 100 * fmean(figures), 100 * drawn[_DRAWN // 40], 100 * drawn[-_DRAWN // 40 - 1]
