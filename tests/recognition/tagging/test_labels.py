"""Labels: the names that a row of them marks, and what the rules say of every word."""

import pytest

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition.found import Found
from reader.recognition.gazetteer import gazetteer
from reader.recognition.tagging.labels import ruled, stretches
from reader.recognition.words import Word, lines
from reader.recognition.zones import zones


def words_of(text: str) -> list[Word]:
    return [word for line in lines(text, zones(text), gazetteer().knows) for word in line.words]


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        ("", []),
        ("O O O", []),
        ("B-person I-person O", [(0, 2, "person")]),
        ("O B-place", [(1, 2, "place")]),
        ("B-place B-place", [(0, 1, "place"), (1, 2, "place")]),
        ("B-place I-place B-place I-place", [(0, 2, "place"), (2, 4, "place")]),
    ],
)
def test_a_name_runs_from_its_b_over_the_is_behind_it(labels: str, names: list[tuple[int, int, str]]) -> None:
    assert list(stretches(labels.split())) == names


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        ("I-person", [(0, 1, "person")]),
        ("O I-person I-person O", [(1, 3, "person")]),
        ("B-person I-place", [(0, 1, "person"), (1, 2, "place")]),
        ("B-person O I-person", [(0, 1, "person"), (2, 3, "person")]),
        ("I-event I-event B-event", [(0, 2, "event"), (2, 3, "event")]),
    ],
)
def test_an_i_without_its_b_begins_a_name(labels: str, names: list[tuple[int, int, str]]) -> None:
    assert list(stretches(labels.split())) == names


def test_the_rules_give_every_word_a_short_label_and_how_sure_they_are() -> None:
    text = "Anna Berg left Oslo."
    found = [
        Found(Span(0, 9), "Anna Berg", EntityKind.PERSON, formed=True),
        Found(Span(15, 19), "Oslo", EntityKind.PLACE, lead=3),
    ]
    assert ruled(words_of(text), found) == [("Bpe", "pef"), ("Ipe", "pef"), ("O", ""), ("Bpl", "pl3"), ("O", "")]


def test_of_two_names_that_touch_each_has_its_beginning() -> None:
    found = [
        Found(Span(0, 4), "Iran", EntityKind.PLACE),
        Found(Span(5, 11), "Russia", EntityKind.PLACE),
    ]
    assert [label for label, _ in ruled(words_of("Iran-Russia talks"), found)] == ["Bpl", "Bpl", "O"]


def test_no_rule_says_nothing() -> None:
    assert ruled(words_of("Rain fell."), []) == [("O", "")] * 3
