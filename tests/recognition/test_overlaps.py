"""Who keeps a place that two recognisers claim."""

import pytest

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition import analyse
from reader.recognition.found import Found
from reader.recognition.overlaps import apart


def found(start: int, end: int) -> Found:
    return Found(Span(start, end), "x", EntityKind.PLACE)


def test_the_longest_of_overlapping_names_stays() -> None:
    kept = apart([found(0, 4), found(2, 12), found(11, 14), found(20, 22)])
    assert [one.span for one in kept] == [Span(2, 12), Span(20, 22)]


def test_of_two_equal_claims_the_first_stays() -> None:
    first, second = found(0, 4), Found(Span(0, 4), "y", EntityKind.PERSON)
    assert apart([first, second]) == [first]


@pytest.mark.parametrize("name", ["G7", "Su-35", "9/11", "Leopard 2"])
def test_names_win_over_figures_and_dates(name: str) -> None:
    analysis = analyse(f"They spoke of {name} once more.")
    assert [entity.name for entity in analysis.entities] == [name]
    assert analysis.figures == ()
    assert analysis.dates == ()


def test_figures_win_over_signs_in_capitals_and_dates_over_days() -> None:
    text = "It cost US$40mn on Friday and Rs500 in December."
    analysis = analyse(text)
    assert analysis.entities == ()
    assert [figure.span.of(text) for figure in analysis.figures] == ["US$40mn", "Rs500"]
