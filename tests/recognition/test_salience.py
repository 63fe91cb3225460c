"""Salience: what an article is about, and why."""

from reader.domain.analysis import EntityKind
from reader.domain.article import BlockKind
from reader.domain.span import Span
from reader.recognition.salience import salience
from reader.recognition.zones import Zone

LEAD = "The port of Ostend will close in spring, the harbour board said."
TEXT = f"Ostend to close its port\n\n{LEAD}\n\nFishermen in Zeebrugge were glad."
ZONES = (
    Zone(BlockKind.HEADLINE, Span(0, 24)),
    Zone(BlockKind.PARAGRAPH, Span(26, 26 + len(LEAD))),
    Zone(BlockKind.PARAGRAPH, Span(28 + len(LEAD), len(TEXT))),
)


def weigh(*names: str, kind: EntityKind = EntityKind.PLACE) -> tuple[float, tuple[str, ...]]:
    spans = [Span(at, at + len(name)) for name in names for at in range(len(TEXT)) if TEXT.startswith(name, at)]
    return salience(kind, spans, ZONES, len(TEXT))


def test_the_headline_and_the_lead_count_and_say_so() -> None:
    weight, reasons = weigh("Ostend")
    assert reasons == ("in the headline", "in the first paragraph", "named 2 times")
    assert weight > weigh("Zeebrugge")[0]


def test_what_is_named_once_and_late_says_so() -> None:
    assert weigh("Zeebrugge")[1] == ("named once",)


def test_salience_lies_between_nought_and_one() -> None:
    assert 0 < weigh("Zeebrugge")[0] < weigh("Ostend")[0] < 1


def test_a_nationality_ranks_below_a_place_of_the_same_mentions() -> None:
    assert weigh("Ostend", kind=EntityKind.GROUP)[0] < weigh("Ostend")[0]


def test_what_stands_in_a_credit_alone_has_none() -> None:
    zones = (Zone(BlockKind.CREDIT, Span(0, 10)), Zone(BlockKind.PARAGRAPH, Span(12, 40)))
    assert salience(EntityKind.ORGANISATION, [Span(2, 4)], zones, 40) == (0.0, ("only in the credit",))
