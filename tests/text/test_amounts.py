"""Figures in words."""

from decimal import Decimal
from typing import Any

import pytest

from reader.domain.analysis import Figure, FigureKind
from reader.domain.span import Span
from reader.text.amounts import amount_words, number_words


def figure(value: str, low: str, high: str, *, approximate: bool = False, **told: Any) -> Figure:
    amounts = (Decimal(one) if one else None for one in (value, low, high))
    return Figure(
        Span(0, 1), FigureKind.MONEY, next(amounts), next(amounts), next(amounts), **told, approximate=approximate
    )


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (figure("275000000", "275000000", "275000000", currency="USD"), "275,000,000 USD"),
        (figure("3.40", "3.4", "3.4", unit="%"), "3.4%"),
        (figure("0.25", "0.25", "0.25", unit="pp"), "0.25 pp"),
        (figure("80", "80", "80", currency="USD", per="barrel"), "80 USD"),
        (figure("", "3000000000", "4000000000", currency="EUR"), "3,000,000,000 to 4,000,000,000 EUR"),
        (figure("40", "40", "", approximate=True), "at least 40"),
        (figure("40", "", "40", approximate=True), "up to 40"),
        (figure("40", "40", "40", approximate=True), "about 40"),
        (figure("40", "", "", approximate=True), "about 40"),
        (figure("", "200", "999", approximate=True), "about 200 to 999"),
        (figure("-1500", "-1500", "-1500"), "-1,500"),
        (figure("1E+3", "1E+3", "1E+3"), "1,000"),
        (figure("", "", ""), ""),
    ],
)
def test_an_amount_in_words(told: Figure, words: str) -> None:
    assert amount_words(told) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("275000000", "275,000,000"),
        ("3.40", "3.4"),
        ("1E+9", "1,000,000,000"),
        ("0.5", "0.5"),
        ("-2", "-2"),
        ("10", "10"),
    ],
)
def test_a_number_has_its_thousands_apart_and_no_idle_zeros(number: str, words: str) -> None:
    assert number_words(Decimal(number)) == words
