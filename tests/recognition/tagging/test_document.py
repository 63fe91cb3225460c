"""The evidence of the document: what stood beside a capitalised word wherever it was named."""

import pytest

from reader.recognition.gazetteer import gazetteer
from reader.recognition.tagging.document import Evidence, evidence
from reader.recognition.words import lines
from reader.recognition.zones import zones


def told(text: str) -> Evidence:
    return evidence(lines(text, zones(text), gazetteer().knows))


@pytest.mark.parametrize(
    ("feature", "text"),
    [
        ("Dmid", "They asked Torvane again."),
        ("Dtitle", "They asked President Torvane again."),
        ("Dsur", "They asked Anna Torvane again."),
        ("Dorg", "They asked the company Torvane again."),
        ("Dsaid", "It will rain, Torvane said."),
        ("Dsaid", "It will rain, Torvane Holm said."),
        ("Dhead", "They asked Torvane Ministry again."),
        ("Din", "They met in Torvane again."),
        ("Din", "They met near Torvane again."),
        ("Dopen", "They asked Torvane (the ferry line) again."),
        ("Dthe", "They asked the Torvane again."),
        ("Dposs", "They asked Torvane's people again."),
        ("Dposs", "They asked Torvane’s people again."),
        ("Dlow", "They asked Torvane again, and a torvane came."),
    ],
)
def test_what_stands_beside_a_name_is_told_of_it(feature: str, text: str) -> None:
    assert feature in told(text)["Torvane"]


def test_a_plain_neighbour_tells_nothing_but_the_place_inside_a_sentence() -> None:
    assert told("They asked Torvane again.")["Torvane"] == ("Dmid",)
    assert told("Torvane again.")["Torvane"] == ()


def test_a_first_name_before_a_name_is_told_to_be_one() -> None:
    assert "Dfirst" in told("They asked Anna Torvane again.")["Anna"]
    assert "Dfirst" not in told("They asked Anna again.")["Anna"]


def test_a_name_that_goes_on_behind_in_is_no_place_for_that() -> None:
    assert "Din" not in told("They believe in Torvane Holm again.")["Torvane"]


def test_the_evidence_of_every_sentence_comes_together() -> None:
    text = "Torvane met unions.\n\nThe firm was silent. They asked President Torvane.\n\nAll is lost, Torvane said."
    assert set(told(text)["Torvane"]) == {"Dmid", "Dtitle", "Dsaid"}


def test_headlines_in_title_case_tell_nothing() -> None:
    assert "Dmid" not in told("Harbour Workers Threaten Torvane Strike Over Wages\n\nTorvane rose.")["Torvane"]


def test_small_words_have_no_evidence() -> None:
    assert set(told("They asked Torvane again.")) == {"They", "Torvane"}


def test_the_evidence_is_in_order_whatever_came_first() -> None:
    here = told("They asked the Torvane (a ship). President Torvane said so in Torvane.")["Torvane"]
    assert list(here) == sorted(here)


def test_no_lines_no_evidence() -> None:
    assert evidence([]) == {}
