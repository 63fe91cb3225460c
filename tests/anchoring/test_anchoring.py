"""A passage is found again by its words, and never put where it might not belong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.anchoring import anchor, carry_over, find_quote
from reader.domain.notes import CONTEXT, Anchor
from reader.domain.span import Span

TEXT = "The harbour reopened on Monday.\n\nThe mayor said: “It’s a start.” The harbour employs 400 people."


def test_an_anchor_keeps_the_quote_and_what_stands_round_it() -> None:
    start = TEXT.index("mayor")
    kept = anchor(TEXT, Span(start, start + 5), 3)
    assert kept == Anchor(
        3, Span(start, start + 5), "mayor", TEXT[start - CONTEXT : start], TEXT[start + 5 :][:CONTEXT]
    )


def test_an_anchor_at_the_edges_has_less_round_it() -> None:
    kept = anchor("abc", Span(0, 3), 1)
    assert (kept.before, kept.quote, kept.after) == ("", "abc", "")


def test_a_quote_is_found_wherever_it_stands() -> None:
    assert find_quote(TEXT, "The harbour") == [Span(0, 11), Span(TEXT.rindex("The"), TEXT.rindex("The") + 11)]


def test_places_that_overlap_are_all_told() -> None:
    assert find_quote("nananana", "nana") == [Span(0, 4), Span(2, 6), Span(4, 8)]


@pytest.mark.parametrize(
    "typed",
    ["on Monday. The mayor", "on  Monday.\nThe mayor", " on Monday.\n\n\nThe mayor ", "\ton Monday.\tThe mayor"],
)
def test_white_space_is_read_generously(typed: str) -> None:
    [found] = find_quote(TEXT, typed)
    assert found.of(TEXT) == "on Monday.\n\nThe mayor"


@pytest.mark.parametrize("typed", ['"It\'s a start."', "“It's a start.”", '"It’s a start."'])
def test_marks_a_keyboard_does_not_have_need_not_be_typed(typed: str) -> None:
    [found] = find_quote(TEXT, typed)
    assert found.of(TEXT) == "“It’s a start.”"


def test_an_exact_place_goes_before_a_generous_one() -> None:
    assert find_quote("It's. It’s.", "It's") == [Span(0, 4)]


@pytest.mark.parametrize("typed", ["", "the mayors", "(", "[a-z]+", "\\"])
def test_what_is_not_there_is_not_found(typed: str) -> None:
    assert find_quote(TEXT, typed) == []


def test_an_anchor_moves_with_its_quote() -> None:
    old = anchor(TEXT, Span(4, 20), 1)
    moved = carry_over(old, "Good news. " + TEXT, 2)
    assert moved == anchor("Good news. " + TEXT, Span(15, 31), 2)
    assert moved.placed


@pytest.mark.parametrize("later", ["Nothing of it is left.", f"{TEXT} {TEXT}", ""])
def test_an_anchor_without_one_place_stays_and_says_so(later: str) -> None:
    old = anchor(TEXT, Span(4, 20), 1)
    assert carry_over(old, later, 2) == Anchor(1, old.span, old.quote, old.before, old.after, placed=False)


def test_an_anchor_that_lost_its_place_finds_it_again() -> None:
    lost = carry_over(anchor(TEXT, Span(4, 20), 1), "Nothing of it is left.", 2)
    assert carry_over(lost, TEXT, 3) == anchor(TEXT, Span(4, 20), 3)


def test_in_its_own_version_an_anchor_stays_where_it_is() -> None:
    second = anchor(TEXT, Span(TEXT.rindex("harbour"), TEXT.rindex("harbour") + 7), 1)
    assert carry_over(second, TEXT, 1) == second


def test_an_anchor_without_words_has_no_place() -> None:
    assert not carry_over(anchor(TEXT, Span(4, 4), 1), TEXT, 2).placed


@given(st.text("ab \n’'", min_size=1, max_size=30), st.data())
def test_a_quote_taken_from_the_text_is_found_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = find_quote(text, span.of(text))
    assert span in found
    assert {each.of(text) for each in found} == {span.of(text)}
