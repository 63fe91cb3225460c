"""Salience: what an article is about, and why."""

from reader.domain.analysis import EntityKind
from reader.domain.article import SEPARATOR, BlockKind
from reader.domain.span import Span
from reader.recognition.salience import salience
from reader.recognition.zones import Zone

ARTICLE = (
    (BlockKind.KICKER, "Fishing"),
    (BlockKind.HEADLINE, "Ostend to close its port"),
    (BlockKind.STANDFIRST, "The board of Wenduine Harbours has run out of money"),
    (BlockKind.BYLINE, "By Lotte Maes in Knokke"),
    (BlockKind.CAPTION, "A trawler off Ostend with Piet Claes aboard"),
    (
        BlockKind.PARAGRAPH,
        "Ghent — The port of Ostend will close in spring, Marit Dehaene told those who sail for Brill.",
    ),
    (BlockKind.PARAGRAPH, "Fishermen in Zeebrugge were glad, and so was Jan Peeters, who sells ice to Dutch crews."),
    (BlockKind.PARAGRAPH, "Brill had asked for it, and Marit Dehaene knew, as did Antwerp. Nobody spoke for Brill."),
    (
        BlockKind.PARAGRAPH,
        "In Blankenberge the Norden fleet waits; the Norden crews sell to Antwerp when the ice is gone.",
    ),
)
TEXT = SEPARATOR.join(words for _, words in ARTICLE)
ZONES = tuple(Zone(kind, Span(TEXT.index(words), TEXT.index(words) + len(words))) for kind, words in ARTICLE)


def weigh(
    name: str, kind: EntityKind = EntityKind.PLACE, zones: tuple[Zone, ...] = ZONES
) -> tuple[float, tuple[str, ...]]:
    spans = [Span(at, at + len(name)) for at in range(len(TEXT)) if TEXT.startswith(name, at)]
    return salience(kind, spans, zones, len(TEXT))


def test_the_headline_and_the_lead_count_and_say_so() -> None:
    weight, reasons = weigh("Ostend")
    assert reasons == ("in the headline", "in the first paragraph", "named 3 times")
    assert weight > weigh("Brill")[0] > weigh("Zeebrugge")[0]


def test_the_kicker_and_the_standfirst_count_and_say_so() -> None:
    assert weigh("Fishing", EntityKind.EVENT)[1] == ("in the kicker", "named once")
    weight, reasons = weigh("Wenduine Harbours", EntityKind.ORGANISATION)
    assert reasons == ("in the standfirst", "named once")
    assert weight > weigh("Blankenberge", EntityKind.ORGANISATION)[0]


def test_what_is_named_once_and_late_says_so() -> None:
    assert weigh("Zeebrugge")[1] == ("named once",)


def test_what_runs_through_the_paragraphs_outranks_what_stands_in_one() -> None:
    spread, gathered = weigh("Antwerp"), weigh("Norden")
    assert spread[1] == ("named 2 times", "in 2 paragraphs")
    assert gathered[1] == ("named 2 times",)
    assert spread[0] > gathered[0]


def test_of_things_named_once_the_earlier_ranks_higher() -> None:
    assert weigh("Zeebrugge")[0] > weigh("Blankenberge")[0]


def test_a_given_distance_counts_more_near_the_top_than_near_the_end() -> None:
    zones = (Zone(BlockKind.PARAGRAPH, Span(0, 70)), Zone(BlockKind.PARAGRAPH, Span(72, 4000)))
    first, second, ninth, tenth = (
        salience(EntityKind.PRODUCT, [Span(at, at + 5)], zones, 4000)[0] for at in (80, 480, 3200, 3600)
    )
    assert first - second > ninth - tenth > 0


def test_salience_lies_between_nought_and_one() -> None:
    assert 0 < weigh("Blankenberge")[0] < weigh("Zeebrugge")[0] < weigh("Ostend")[0] < 1


def test_even_what_stands_at_the_end_of_a_long_article_is_ranked() -> None:
    zones = (Zone(BlockKind.PARAGRAPH, Span(0, 900)), Zone(BlockKind.PARAGRAPH, Span(902, 90_000)))
    last, before = (salience(EntityKind.PERSON, [Span(at, at + 4)], zones, 90_000)[0] for at in (89_000, 80_000))
    assert 0 < last < before


def test_a_nationality_ranks_below_a_place_of_the_same_mentions() -> None:
    assert weigh("Dutch", EntityKind.GROUP)[0] < weigh("Dutch")[0]


def test_a_person_who_comes_up_after_the_first_paragraph_ranks_below_an_organisation_there() -> None:
    weight, reasons = weigh("Jan Peeters", EntityKind.PERSON)
    assert reasons == ("named once", "first named after the first paragraph")
    assert weight < weigh("Jan Peeters", EntityKind.ORGANISATION)[0]


def test_a_person_of_the_first_paragraph_ranks_like_an_organisation_there() -> None:
    assert weigh("Marit Dehaene", EntityKind.PERSON) == weigh("Marit Dehaene", EntityKind.ORGANISATION)


def test_a_place_that_the_first_paragraph_begins_with_is_taken_for_where_it_was_written() -> None:
    weight, reasons = weigh("Ghent")
    assert reasons == ("at the start of the first paragraph", "named once")
    assert weight < weigh("Ghent", EntityKind.ORGANISATION)[0]


def test_a_place_of_the_headline_may_begin_the_first_paragraph() -> None:
    lead = Zone(BlockKind.PARAGRAPH, Span(TEXT.index("Ostend will"), ZONES[5].span.end))
    assert weigh("Ostend", zones=(*ZONES[:5], lead, *ZONES[6:]))[1][:2] == ("in the headline", "in the first paragraph")


def test_what_captions_alone_name_ranks_below_all_that_the_text_tells() -> None:
    weight, reasons = weigh("Piet Claes", EntityKind.PERSON)
    assert reasons == ("named once", "only in a caption")
    assert weight < weigh("Marit Dehaene", EntityKind.PERSON)[0]


def test_a_mention_in_a_caption_or_a_byline_adds_nothing_to_those_of_the_text() -> None:
    spans = [Span(ZONES[6].span.start, ZONES[6].span.start + 9)]
    aside = [Span(ZONES[n].span.start, ZONES[n].span.start + 9) for n in (3, 4)]
    alone = salience(EntityKind.ORGANISATION, spans, ZONES, len(TEXT))
    assert salience(EntityKind.ORGANISATION, [*aside, *spans], ZONES, len(TEXT))[0] == alone[0]


def test_what_stands_in_a_credit_alone_has_none() -> None:
    zones = (Zone(BlockKind.CREDIT, Span(0, 10)), Zone(BlockKind.PARAGRAPH, Span(12, 40)))
    assert salience(EntityKind.ORGANISATION, [Span(2, 4)], zones, 40) == (0.0, ("only in the credit",))


def test_a_text_of_one_short_line_is_ranked_too() -> None:
    assert 0 < salience(EntityKind.PLACE, [Span(0, 4)], (Zone(BlockKind.PARAGRAPH, Span(0, 9)),), 9)[0] < 1
