"""Headlines given back the capitals of running text."""

from reader.domain.analysis import EntityKind
from reader.recognition import analyse
from reader.recognition.capitals import plain
from reader.recognition.gazetteer import gazetteer
from reader.recognition.words import lines
from reader.recognition.zones import zones

BODY = (
    "The company Torvane makes ferries. Unions at Torvane met Ilva Torrend, the chief of Torvane, in Hamburg on Friday."
)


def restored(headline: str) -> str:
    text = f"{headline}\n\n{BODY}"
    return plain(text, lines(text, zones(text), gazetteer().knows), gazetteer()).split("\n\n")[0]


def test_title_case_is_undone_but_for_names() -> None:
    assert restored("Torvane Workers Threaten Strike in Hamburg Over New Contract Terms") == (
        "Torvane workers threaten strike in Hamburg over new contract terms"
    )


def test_capitals_are_undone_with_names_as_the_body_and_the_lists_write_them() -> None:
    assert restored("TORVANE STRIKE HITS PORT OF HAMBURG AND NEW ZEALAND") == (
        "Torvane strike hits port of Hamburg and New Zealand"
    )


def test_nothing_changes_its_length() -> None:
    headline = "ÎLE-DE-FRANCE ŞAHİN TORVANE SS ﬁRMS STRIKE AGAIN ß ŉ TODAY"
    assert len(restored(headline)) == len(headline)


def test_a_plain_headline_is_left_alone() -> None:
    assert restored("Torvane workers in Hamburg threaten to strike") == "Torvane workers in Hamburg threaten to strike"


def test_names_of_a_headline_in_capitals_stand_where_they_are_printed() -> None:
    text = f"TORVANE STRIKE HITS HAMBURG AGAIN\n\n{BODY}"
    spans = {span.of(text) for entity in analyse(text).entities for span in entity.mentions}
    assert {"TORVANE", "HAMBURG"} <= spans
    assert "Hamburg" in {entity.name for entity in analyse(text).entities if entity.kind is EntityKind.PLACE}
