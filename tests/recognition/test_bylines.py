"""What bylines name."""

import pytest

from reader.domain.article import Block, BlockKind
from reader.domain.span import Span
from reader.recognition import analyse


def of_byline(line: str) -> dict[str, str]:
    """The mentions of a byline with the names of their kinds."""
    text = f"{line}\n\nNothing was said about it at all on the day."
    blocks = (
        Block(BlockKind.BYLINE, Span(0, len(line))),
        Block(BlockKind.PARAGRAPH, Span(len(line) + 2, len(text))),
    )
    entities = analyse(text, blocks).entities
    return {span.of(text): entity.kind.value for entity in entities for span in entity.mentions}


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("By Mira Halloran", {"Mira Halloran": "person"}),
        ("Mira Halloran in Lisbon YESTERDAY", {"Mira Halloran": "person", "Lisbon": "place"}),
        (
            "Mira Halloran and Joost van Delden in Geneva and Addis Ababa",
            {"Mira Halloran": "person", "Joost van Delden": "person", "Geneva": "place", "Addis Ababa": "place"},
        ),
        ("MIRA HALLORAN, Political Editor", {"MIRA HALLORAN": "person"}),
        ("By Mira Halloran | Reuters", {"Mira Halloran": "person", "Reuters": "organisation"}),
        ("Mira Halloran, 9 December 2022", {"Mira Halloran": "person"}),
        ("Anna Gross and Jim Flood", {"Anna Gross": "person", "Jim Flood": "person"}),
        ("By staff reporters", {}),
        ("World News Desk", {}),
    ],
)
def test_a_byline_names_its_authors_and_their_places(line: str, named: dict[str, str]) -> None:
    assert of_byline(line) == named


def test_who_only_wrote_is_not_what_the_article_is_about() -> None:
    text = "By Mira Halloran\n\nThe ferry to Ostend was late."
    blocks = (Block(BlockKind.BYLINE, Span(0, 16)), Block(BlockKind.PARAGRAPH, Span(18, len(text))))
    first, last = analyse(text, blocks).entities
    assert (first.name, last.name, last.salience) == ("Ostend", "Mira Halloran", 0.0)
    assert last.reasons == ("only in the byline",)
