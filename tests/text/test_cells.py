"""The cells of a text are those that the interface's toolkit counts."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.text.cells import width
from reader.text.screen import clean

SAMPLES = [
    "",
    "plain words, 1,234 of them",
    "Café – “naïve” … £5 €6",
    "漢字とカナ",
    "ﾊﾝｶｸ Ｆｕｌｌ",
    "한국어",
    "\u1112\u1161\u11ab",
    "e\u0301q\u0323",
    "Привет Ελλάδα שלום",
    "\U0001f600",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u2764\ufe0f",
    "\u2764",
    "1\ufe0f\u20e3",
    "\U0001f44d\U0001f3fd",
    "\U0001f1fa\U0001f1e6",
    "नमस्ते",
    "क्षत्रिय",
    "\u0378\U0001fae8\U000323af",
    "\u0600\u06dd",
    "ไทย",
    "␛[31m",
]


@pytest.mark.parametrize("text", SAMPLES)
def test_a_text_is_as_wide_as_the_toolkit_says(text: str) -> None:
    assert width(text) == cell_len(text)


def test_wide_characters_take_two_cells_and_marks_none() -> None:
    assert width("漢a\u0301") == 3


@given(st.text(st.characters(codec=None, exclude_categories=["Cn"])).map(lambda text: clean(text, multiline=False)))
def test_a_clean_text_is_as_wide_as_the_toolkit_says(text: str) -> None:
    assert width(text) == cell_len(text)


def test_every_known_character_is_as_wide_as_the_toolkit_says() -> None:
    every = (clean(chr(code), multiline=False) for code in range(sys.maxunicode + 1) if known(chr(code)))
    assert [ascii(text) for text in every if width(text) != cell_len(text)] == []


def known(character: str) -> bool:
    """Whether the standard library knows this character."""
    return unicodedata.category(character) != "Cn"


@given(st.text(st.characters(codec=None, exclude_characters="\n")).map(lambda text: clean(text, multiline=False)))
def test_no_clean_text_has_less_than_no_width(text: str) -> None:
    assert 0 <= width(text) <= 2 * len(text)
