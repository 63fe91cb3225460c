"""How well and how fast an article is recognised, each figure with its target.

READER_CORPORA names a folder of annotated news; without it only our own lists and the budgets are measured. Where the
extra of spaCy is installed, spaCy stands beside Reader, and learns for some minutes first. Scores are percentages;
times are of one core, so that other work on the machine counts little. In brackets stands the middle 95 % of a
bootstrap over documents. Reader's times are those of everything it recognises, spaCy's of names alone.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from tests.benchmarks import budgets, engine_scores, entity_scores, figure_scores, list_scores
from tests.benchmarks.entity_scores import SETS, SMALL, Finder, f1

SALIENCE = "tests.benchmarks.salience_scores"
TARGETS: Mapping[str, tuple[float | None, float | None]] = {
    "strict, macro": (72, 76),
    "strict, worldwide": (78, 82),
    "strict, conll2020": (80, 85),
    "strict, ieer": (80, 84),
    "strict, re3d": (None, 72),
    "groups, worldwide": (80, None),
    "overlap, worldwide": (92, None),
    "overlap, conll2020": (94, None),
    "figures, ieer MONEY": (93, None),
    "figures, worldwide MONEY": (90, None),
    "figures, ieer PERCENT": (98, None),
    "figures, ieer DATE": (86, None),
    "figures, worldwide DATE": (85, None),
    "salience, MAP>=1": (82, None),
    "salience, P@3": (90, None),
    "figure phrases, exact": (97, None),
    "figure traps, left alone": (100, None),
    "800 words warm, ms": (30, None),
    "800 words cold with import, ms": (120, None),
    "memory growth, first article, MB": (40, None),
    "articles of 800 words a second": (50, 100),
}
"""What a row must reach, and what it aims at."""

_AT_MOST = ("ms", "MB")
"""The units of which less is better."""

_MANY = 200
_NAME, _CELL, _BESIDE = 36, 7, 16


@dataclass(frozen=True)
class Row:
    """A line of the table; `beside` are the figures of the other finders, in their order, `note` how sure ours is."""

    name: str
    figure: float
    beside: Sequence[float] = ()
    note: str = ""


def run() -> None:
    """Print the table."""
    folder = os.environ.get("READER_CORPORA")
    corpora = Path(folder) if folder else None
    if not corpora:
        _say("names, figures in news and salience are not measured: READER_CORPORA names no folder of annotated news")
    others = engine_scores.contenders(corpora) if corpora else {}
    heads = "".join(f"{name:>{_BESIDE}}" for name in others)
    _say(f"\n{'recognition':{_NAME}}{'must':>{_CELL}}{'aim':>{_CELL}}{'Reader':>{_CELL + 1}}  {'':13}{heads}")
    for row in chain(_of_corpora(corpora, others), _of_lists(), _of_budgets(corpora, others)):
        _print(row)


def _of_corpora(corpora: Path | None, others: Mapping[str, Finder]) -> Iterator[Row]:
    if corpora:
        yield from _of_names(corpora, others)
        for name, figure in figure_scores.scores(corpora).items():
            yield Row(f"figures, {name}", figure)
        if find_spec(SALIENCE):
            for name, (figure, low, high) in import_module(SALIENCE).scores(corpora).items():
                yield Row(f"salience, {name}", figure, note=_between(low, high))


def _of_names(corpora: Path, others: Mapping[str, Finder]) -> Iterator[Row]:
    sets = {name: entity_scores.documents(corpora, name) for name in SETS}
    ours, *theirs = (entity_scores.readings(sets, finder) for finder in (entity_scores.own, *others.values()))
    yield Row("strict, macro", entity_scores.macro(ours), [entity_scores.macro(one) for one in theirs])
    for name in SETS:
        tallies, *beside = ([entity_scores.strict(one) for one in read[name]] for read in (ours, *theirs))
        note = _between(*entity_scores.interval(tallies)) if name in SMALL else ""
        yield Row(f"strict, {name}", f1(tallies), [*map(f1, beside)], note)
    for what, tally, names in (
        ("groups", entity_scores.groups, ("worldwide",)),
        ("overlap", entity_scores.overlapping, ("worldwide", "conll2020", "ieer")),
    ):
        for name in names:
            figure, *rest = (f1([*map(tally, read[name])]) for read in (ours, *theirs))
            yield Row(f"{what}, {name}", figure, rest)


def _between(low: float, high: float) -> str:
    return f"[{low:.1f} {high:.1f}]"


def _of_lists() -> Iterator[Row]:
    for name, (figure, count) in list_scores.scores().items():
        yield Row(name, figure, note=f"of {count}")


def _of_budgets(corpora: Path | None, others: Mapping[str, Finder]) -> Iterator[Row]:
    many = budgets.texts(corpora)
    beside = [1000 * budgets.warm(many, finder) for finder in others.values()]
    yield Row("800 words warm, ms", 1000 * budgets.warm(many), beside)
    yield Row("800 words cold with import, ms", 1000 * budgets.cold(many))
    yield Row("memory growth, first article, MB", budgets.growth(many, 1))
    yield Row(f"memory growth, {_MANY} articles, MB", budgets.growth(many, _MANY))
    yield Row("articles of 800 words a second", budgets.bulk(many))


def _print(row: Row) -> None:
    must, aim = TARGETS.get(row.name, (None, None))
    bounds = "".join(f"{'' if bound is None else f'{bound:g}':>{_CELL}}" for bound in (must, aim))
    beside = "".join(f"{figure:{_BESIDE}.1f}" for figure in row.beside)
    _say(f"{row.name:{_NAME}}{bounds}{row.figure:{_CELL + 1}.1f}  {row.note:13}{beside}{_verdict(row, must)}".rstrip())


def _verdict(row: Row, must: float | None) -> str:
    if must is None:
        return ""
    missed = row.figure > must if row.name.endswith(_AT_MOST) else row.figure < must
    return "  MISSED" if missed else ""


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
