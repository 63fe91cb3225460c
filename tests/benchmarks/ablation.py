"""What each part of recognition is worth: strict F1 without it, for a part of the news that others have marked.

Every way learns anew from the same texts, once and without the choice of the weightiest features, which is the same
for all and saves half of the time; so that "whole" is not quite the model that ships, which stands in the last line.
READER_CORPORA names the folder of the corpora. Of "worldwide", the largest set, every third document is read.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite  # type: ignore[import-untyped]
import pytest

from reader.recognition import naming
from reader.recognition.found import Found
from reader.recognition.tagging import tagger
from reader.recognition.tagging.tagger import Decoder
from reader.recognition.training import fitting
from reader.recognition.training.corpora import texts
from reader.recognition.training.examples import Example, examples
from tests.benchmarks import entity_scores
from tests.benchmarks.entity_scores import SETS, f1, macro, own, strict

SHOWN = ("worldwide", "conll2020", "ieer")
_THIRD = 3
Settle = Callable[[str, Sequence[Found], Sequence[Found]], list[Found]]


@dataclass(frozen=True)
class Way:
    """The tagger without some evidence: no feature that begins with one of `without`, perhaps no news of our own."""

    name: str
    without: tuple[str, ...] = ()
    own_news: bool = True


WHOLE = Way("whole")
WAYS = (
    Way("without our own news", own_news=False),
    Way("without the rules' evidence", ("R", "S", "-R", "+R")),
    Way("without the gazetteers' features", ("g", "-g", "+g")),
    Way("without the document's evidence", ("D",)),
)


@dataclass(frozen=True)
class Filtered:
    """A model that sees only some of the features."""

    model: Decoder
    without: tuple[str, ...]

    def tag(self, rows: list[list[str]], /) -> list[str]:
        """The labels of a sentence whose words have these features."""
        return self.model.tag(_less(rows, self.without))


@dataclass(frozen=True)
class Learned:
    """A sentence to learn from, and whether it is of our own news."""

    example: Example
    is_own: bool


def run() -> None:
    """Print the table."""
    folder = os.environ.get("READER_CORPORA")
    if not folder:
        _say("ablation is not measured: READER_CORPORA names no folder of annotated news")
        return
    corpora = Path(folder)
    sets = {name: entity_scores.documents(corpora, name) for name in SETS}
    sets["worldwide"] = sets["worldwide"][::_THIRD]
    _say(f"\n{'ablation, strict F1':34}{'macro':>11}" + "".join(f"{name:>11}" for name in SHOWN))

    def measure(name: str) -> None:
        read = entity_scores.readings(sets, own)
        figures = (macro(read), *(f1([strict(one) for one in read[name]]) for name in SHOWN))
        _say(f"{name:34}" + "".join(f"{figure:11.1f}" for figure in figures))

    with _settling(lambda _text, _tagged, rules: list(rules)):
        measure("rules and lists alone")
    _train_and_measure(corpora, measure)
    measure("the model that ships")


def _train_and_measure(corpora: Path, measure: Callable[[str], None]) -> None:
    every = [Learned(one, text.is_own) for text in texts(corpora / "entities" / "train") for one in examples(text)]
    for way in WAYS:
        with _taught(way, every):
            measure(way.name)
    with _taught(WHOLE, every):
        with _settling(lambda _text, tagged, _rules: list(tagged)):
            measure("without settling")
        measure(WHOLE.name)


@contextmanager
def _taught(way: Way, every: Sequence[Learned]) -> Iterator[None]:
    """Recognition with a model that was taught in this way."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        file = Path(folder) / "way.crf"
        learned = (one.example for one in every if way.own_news or not one.is_own)
        fitting._train([(_less(rows, way.without), labels) for rows, labels in learned], file)
        model = pycrfsuite.Tagger()
        model.open(str(file))
        decoder = Filtered(model, way.without)
        patch.setattr(tagger, "_model", lambda: decoder)
        yield


@contextmanager
def _settling(settle: Settle) -> Iterator[None]:
    """Recognition with another way to settle what the tagger said of each place."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(naming, "settled", settle)
        yield


def _less(rows: list[list[str]], without: tuple[str, ...]) -> list[list[str]]:
    if not without:
        return rows
    return [[feature for feature in row if not feature.startswith(without)] for row in rows]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
