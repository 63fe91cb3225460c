import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.recognition.engines.pieces import pieces


def parts(text: str, most: int) -> list[str]:
    return [piece.of(text) for piece in pieces(text, most)]


def test_a_short_text_is_one_piece() -> None:
    assert parts("One two. Three four.", 100) == ["One two. Three four."]


def test_a_long_text_is_cut_between_sentences() -> None:
    assert parts("One two three. Four five six. Seven eight.", 8) == ["One two three. Four five six.", "Seven eight."]


def test_a_sentence_that_is_too_long_is_cut_between_words() -> None:
    assert parts("one two three four five", 2) == ["one two", "three four", "five"]


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_makes_no_piece(text: str) -> None:
    assert parts(text, 10) == []


@pytest.mark.parametrize("endless", ["w" * 1_000_000, " " * 1_000_000, "-" * 100_000])
def test_what_is_endlessly_long_is_cut_too(endless: str) -> None:
    assert max(map(len, parts(f"a{endless}b", 100))) <= 100 * 80


@given(st.text("ab. 🚢\nÉ", max_size=120), st.integers(1, 9))
def test_the_pieces_hold_every_letter_in_order_and_none_too_many(text: str, most: int) -> None:
    cut = parts(text, most)
    assert "".join("".join(cut).split()) == "".join(text.split())
    assert all(len(re.findall(r"\w{1,40}|[^\w\s]", piece)) <= most for piece in cut)
