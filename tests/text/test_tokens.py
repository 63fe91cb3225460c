"""Words, numbers and marks of a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.tokens import tokens


@pytest.mark.parametrize(
    "expected",
    [
        ["It", "rained", "."],
        ["Mr.", "Lee", "met", "J.", "K.", "Poe", "."],
        ["the", "U.S.", "Navy", "at", "4", "p.m.", "today"],
        ["Acme", "Inc.", "rose", "3.5", "%", "to", "1,500", "."],
        ["on", "Dec.", "9", ",", "2020", "at", "16:13"],
        ["like-minded", "people", "of", "AT&T", "and", "O’Neill"],
        ["see", "https://example.org/a?b=1", "or", "jo@example.org", ",", "@jo", "#news"],
        ["US$", "275mn", "and", "€", "5", "or", "£", "3.2bn"],
        ["Su-35", "and", "F-16s", "over", "the", "7th", "Fleet"],
        ["he", "waited", "...", "–", "and", "left", "!"],
    ],
)
def test_a_text_is_cut_into_its_tokens(expected: list[str]) -> None:
    assert [token.text for token in tokens(" ".join(expected))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran’s", ["Iran", "’s"]),
        ("it's", ["it", "'s"]),
        ("they're", ["they", "'re"]),
        ("don't", ["don't"]),
        ("“Yes,”", ["“", "Yes", ",", "”"]),
        ("(Reuters)", ["(", "Reuters", ")"]),
        ("end.", ["end", "."]),
        ("$5m.", ["$", "5m", "."]),
        ("boys’", ["boys", "’"]),
    ],
)
def test_what_touches_is_parted_where_it_should(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


@given(st.text())
def test_tokens_cover_all_but_white_space_of_any_text(text: str) -> None:
    found = tokens(text)
    assert all(token.span.of(text) == token.text for token in found)
    assert "".join(token.text for token in found) == "".join(text.split())
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
