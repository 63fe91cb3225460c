"""How well money, percentages and dates are found in news that others have marked.

The sets have conventions of their own: they leave "last year" and "today" unmarked, and one marks prices per unit as
quantities and "half" as a cardinal. So each label is told twice: against all that is marked, and without what the set
has no such mark for ("MONEY but rates", "PERCENT but fractions", "DATE by name").
"""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from reader.domain.analysis import FigureKind
from reader.domain.span import Span
from reader.recognition.figures import find_figures
from reader.text.dates import find_dates
from reader.text.dates.calendar import MONTHS, WEEKDAYS

SETS = ("ieer", "worldwide")
LABELS = ("MONEY", "MONEY but rates", "PERCENT", "PERCENT but fractions", "DATE", "DATE by name")
_DAY = date(2024, 5, 3)
_ELSEWHERE = {"MONEY but rates": "QUANTITY", "PERCENT but fractions": "CARDINAL"}
"""The label under which a set has what it does not call money or a percentage."""

_KINDS = {FigureKind.MONEY: "MONEY", FigureKind.PERCENT: "PERCENT"}
_CALENDAR = re.compile(r"\d|\b(?:" + "|".join(name.capitalize() for name in (*MONTHS, *WEEKDAYS)) + r")")


def scores(corpora: Path) -> dict[str, float]:
    """The F1 in percent of each label of each set, by "set label"; a span is found when any other overlaps it."""
    found: dict[str, float] = {}
    for name in SETS:
        path = corpora / "entities" / "dev" / f"{name}.jsonl"
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for label in LABELS:
            if {_own(label), _ELSEWHERE.get(label, _own(label))} <= set(rows[0]["labels"]):
                found[f"{name} {label}"] = _score(rows, label)
    return found


def _own(label: str) -> str:
    """The label as the sets have it."""
    return label.partition(" ")[0]


def _score(rows: Sequence[dict[str, Any]], label: str) -> float:
    met = missed = wrong = 0
    for marked, seen in (_both(row, label) for row in rows):
        hit = sum(any(one.overlaps(other) for other in seen) for one in marked)
        met, missed = met + hit, missed + len(marked) - hit
        wrong += sum(not any(one.overlaps(other) for other in marked) for one in seen)
    return 200 * met / (2 * met + missed + wrong) if met else 0.0


def _both(row: dict[str, Any], label: str) -> tuple[list[Span], list[Span]]:
    """What is marked in one text, and what we see there."""
    elsewhere = _spans(row, _ELSEWHERE.get(label, ""))
    seen = [span for span in _seen(row["text"], label) if not any(span.overlaps(other) for other in elsewhere)]
    return _spans(row, _own(label)), seen


def _spans(row: dict[str, Any], label: str) -> list[Span]:
    return [Span(start, end) for start, end, said in row["spans"] if said == label]


def _seen(text: str, label: str) -> Iterator[Span]:
    if _own(label) != "DATE":
        yield from (figure.span for figure in find_figures(text) if _KINDS.get(figure.kind) == _own(label))
        return
    for mention in find_dates(text, _DAY):
        if label == "DATE" or _CALENDAR.search(mention.span.of(text)):
            yield mention.span
