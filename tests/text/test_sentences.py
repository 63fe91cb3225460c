"""Where sentences begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.sentences import sentences


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["It rained.", "It snowed!", "Did it?", "Yes."],
        ["Mr. Lee met Dr. Ann Roe and Gen. Poe.", "They spoke."],
        ["J. K. Poe of the U.S. Navy met John F. Roe.", "He left."],
        ["He lives in the U.S.", "He likes it there."],
        ["It rose on Dec. 9 and on Jan. 3, 2020.", "Then it fell."],
        ["No. 10 refused.", "He said no.", "Then he left."],
        ["Acme Inc. rose 3.5 per cent.", "It closed at $4.20."],
        ["The shares of Acme Inc. fell.", "Those of Poe Ltd.", "They rose at 4 p.m. on Friday."],
        ["“It works.”", "He left."],
        ["“It works,” he said.", "“We know.”"],
        ["“Stop!” he said.", "She did."],
        ["“Enough!” Rivera said.", "She left."],
        ["“Is it?” Ms. Roe asked.", "“It is.”"],
        ["He paused ... and went on.", "Then he stopped…", "It was late."],
        ["(It was late.)", "He left."],
        ["They came at 16.13 and left at 5.30pm.", "It was cold."],
        ["He said: “No.”", "“Never.”"],
        ["It cost Rs. 500.", "He paid."],
        ["See e.g. the report, i.e. the long one.", "It is dull."],
        ["In 2019. the stop is wrong."],
        ["Prof. A. B. Roe v. the State."],
    ],
)
def test_a_paragraph_is_cut_into_its_sentences(expected: list[str]) -> None:
    assert cut(" ".join(expected)) == expected


def test_a_sentence_goes_over_a_line_break_but_not_over_a_blank_line() -> None:
    assert cut("The first\nline goes on. Next\n\nA heading\n\n  Then text. More \n") == [
        "The first\nline goes on.",
        "Next",
        "A heading",
        "Then text.",
        "More",
    ]


def test_items_and_indented_lines_stand_apart() -> None:
    assert cut("There are\n- one\n- two men\n1. three\n    An indented one") == [
        "There are",
        "- one",
        "- two men",
        "1. three",
        "An indented one",
    ]


def test_nothing_has_no_sentences() -> None:
    assert cut("") == cut(" \n\n ") == []


@given(st.one_of(st.text(), st.text(alphabet="A. b!?”\"'\n)M r", max_size=60)))
def test_sentences_hold_all_but_white_space_of_any_text(text: str) -> None:
    spans = sentences(text)
    assert [span for span in spans if span.of(text) != span.of(text).strip() or not len(span)] == []
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
