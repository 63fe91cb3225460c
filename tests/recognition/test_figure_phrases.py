"""Figures and dates in lists of newspaper sentences, written without a look at the grammar.

phrases.jsonl holds sentences with every figure in them and sentences that only seem to hold one; dates.jsonl sentences
with their dates.
"""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from reader.domain.analysis import Figure
from reader.recognition.figures import find_figures
from reader.text.dates import find_dates

FOLDER = Path(__file__).with_name("figures")
ENOUGH = 97
"""How many of a hundred sentences have to be read without any fault."""


@dataclass(frozen=True)
class Told:
    """What a figure says: an exact or inexact value has no ends, a bound one, a range both and no value."""

    span: str
    kind: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    approximate: bool


@dataclass(frozen=True)
class Sentence:
    """A sentence of the list and the figures that it should have."""

    text: str
    figures: list[Told]


def _decimal(number: Any) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def _expected(row: dict[str, Any]) -> Told:
    value, low, high = (_decimal(row.get(name)) for name in ("value", "low", "high"))
    unit = row.get("unit") or row.get("currency") or ""
    return Told(row["span"], row["kind"], value, low, high, unit, row.get("approximate", False))


def _found(figure: Figure, text: str) -> Told:
    exact = figure.value is not None and figure.low == figure.high
    low, high = (None, None) if exact else (figure.low, figure.high)
    unit = figure.unit or figure.currency
    return Told(figure.span.of(text), figure.kind.value, figure.value, low, high, unit, figure.approximate)


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def _sentences() -> list[Sentence]:
    return [Sentence(row["text"], [_expected(figure) for figure in row["figures"]]) for row in _rows("phrases.jsonl")]


def test_nearly_every_sentence_has_exactly_its_figures() -> None:
    phrases = [sentence for sentence in _sentences() if sentence.figures]
    wrong = [
        f"{sentence.text}\n  wanted {sentence.figures}\n  found  {found}"
        for sentence in phrases
        if (found := [_found(figure, sentence.text) for figure in find_figures(sentence.text)]) != sentence.figures
    ]
    assert 100 * (len(phrases) - len(wrong)) >= ENOUGH * len(phrases), "\n".join(wrong)


def test_what_a_figure_is_of_and_per_is_told_where_the_list_has_it() -> None:
    wrong = []
    for row in _rows("phrases.jsonl"):
        found = {figure.span.of(row["text"]): figure for figure in find_figures(row["text"])}
        for wanted in row["figures"]:
            figure = found.get(wanted["span"])
            told = {"of": figure.of, "per": figure.per} if figure else {}
            wrong += [
                f"{row['text']}: {name} {told[name]}" for name in told if told[name] != wanted.get(name, told[name])
            ]
    assert wrong == []


def test_no_trap_is_taken() -> None:
    traps = [sentence.text for sentence in _sentences() if not sentence.figures]
    taken = {text: found for text in traps if (found := [figure.span.of(text) for figure in find_figures(text)])}
    assert taken == {}


def test_nearly_every_sentence_has_exactly_its_dates() -> None:
    rows = _rows("dates.jsonl")
    wrong = []
    for row in rows:
        text, wanted = row["text"], [(one["span"], one["first"], one["last"]) for one in row["dates"]]
        dates = find_dates(text, date.fromisoformat(row["day"]))
        found = [(one.span.of(text), str(one.first or ""), str(one.last or "")) for one in dates]
        if found != wanted:
            wrong.append(f"{text}\n  wanted {wanted}\n  found  {found}")
    assert 100 * (len(rows) - len(wrong)) >= ENOUGH * len(rows), "\n".join(wrong)


def test_the_lists_are_long_enough() -> None:
    sentences = _sentences()
    assert sum(bool(sentence.figures) for sentence in sentences) >= 300
    assert sum(not sentence.figures for sentence in sentences) >= 100
    assert len(_rows("dates.jsonl")) >= 60
