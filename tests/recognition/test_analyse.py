"""The whole of recognition: an article of our own, and what holds for any text."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.domain.analysis import Analysis, EntityKind
from reader.domain.article import Block, BlockKind
from reader.domain.span import Span
from reader.recognition import analyse
from reader.text.wordlist import listed

DEAL = (
    "Torvane Shipping Ltd has agreed to build four ferries for Estonia, the Estonian government said on Tuesday, "
    "in a deal worth €310mn."
)
WORK = (
    "The transport and communications ministry said Torvane would hire several hundred workers. "
    "The EU’s transport office in Brussels declined to comment."
)
PARTS = (
    (BlockKind.KICKER, "Baltic shipping"),
    (BlockKind.HEADLINE, "Torvane to Build Ferries for Estonia as Harbour Unions Protest"),
    (BlockKind.BYLINE, "Mira Halloran in Tallinn"),
    (BlockKind.PARAGRAPH, DEAL),
    (BlockKind.PARAGRAPH, "“This is a good day,” said Prime Minister Kadri Ilves. Ilves thanked the European Union."),
    (BlockKind.PARAGRAPH, WORK),
    (BlockKind.TAIL, "Copyright The Harbour Gazette 2023. All rights reserved."),
)
TEXT = "\n\n".join(words for _, words in PARTS)


def blocks() -> tuple[Block, ...]:
    made, place = [], 0
    for kind, words in PARTS:
        made.append(Block(kind, Span(place, place + len(words))))
        place += len(words) + 2
    return tuple(made)


def mentions(analysis: Analysis) -> dict[str, list[str]]:
    return {entity.name: [span.of(TEXT) for span in entity.mentions] for entity in analysis.entities}


def claims(analysis: Analysis) -> list[Span]:
    """Where figures and dates stand."""
    return [one.span for one in analysis.figures] + [one.span for one in analysis.dates]


def test_an_article_is_understood() -> None:
    analysis = analyse(TEXT, blocks(), date(2023, 5, 4))
    assert mentions(analysis) == {
        "Torvane Shipping Ltd": ["Torvane", "Torvane Shipping Ltd", "Torvane"],
        "Estonia": ["Estonia", "Estonia"],
        "Baltic": ["Baltic"],
        "Estonian": ["Estonian"],
        "Kadri Ilves": ["Kadri Ilves", "Ilves"],
        "European Union": ["European Union", "EU"],
        "transport and communications ministry": ["transport and communications ministry"],
        "Brussels": ["Brussels"],
        "Mira Halloran": ["Mira Halloran"],
        "Tallinn": ["Tallinn"],
    }
    assert [figure.span.of(TEXT) for figure in analysis.figures] == ["four", "€310mn", "several hundred"]
    assert [(one.span.of(TEXT), one.first) for one in analysis.dates] == [("Tuesday", date(2023, 5, 2))]


def test_what_the_headline_names_ranks_first_and_the_author_last() -> None:
    ranked = [entity.name for entity in analyse(TEXT, blocks()).entities]
    assert set(ranked[:2]) == {"Torvane Shipping Ltd", "Estonia"}
    assert set(ranked[-2:]) == {"Mira Halloran", "Tallinn"}


def test_a_copyright_line_yields_nothing() -> None:
    analysis = analyse(TEXT, blocks())
    tail = blocks()[-1].span
    spans = [span for entity in analysis.entities for span in entity.mentions]
    spans += claims(analysis)
    assert not any(tail.overlaps(span) for span in spans)


def test_another_language_gives_figures_and_dates_alone() -> None:
    text = "Le port d'Anvers a coûté 40 % de plus en 2019, selon Torvane Ltd."
    analysis = analyse(text, language="fr")
    assert analysis.figures_only
    assert analysis.entities == ()
    assert [figure.span.of(text) for figure in analysis.figures] == ["40 %"]


def test_a_text_too_short_to_tell_counts_as_english() -> None:
    assert [entity.name for entity in analyse("Oslo!", language="und").entities] == ["Oslo"]


def test_nothing_is_found_in_nothing() -> None:
    assert analyse("") == Analysis()


PIECES = st.sampled_from(
    listed(
        "The the of and & for ' ’s 's , . ( ) “ ” - – Mr President Prime Minister Torvane Ltd Inc. al-Rashidi US U.S. "
        "EU Iran Iran-Chad Republican party Ministry Foreign Affairs van der bin J. May Friday 737 Max F-16 drones "
        "$275mn NATO (NATO) OSLO iPhone Bank University said who in near Mount Lake said, 9/11 G7 é İ ß ŉ \u200b"
    )
)
TEXTS = st.lists(st.one_of(PIECES, st.just("\n"), st.just("\n\n"), st.text(max_size=6)), max_size=40).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
@example("İSTANBUL İS BÜYÜK ŞEHİR VE TORVANE")
@example("\ud800 Torvane \udfff Ltd")
def test_any_text_is_read_without_fault(text: str) -> None:
    analysis = analyse(text, day=date(2023, 5, 4))
    spans = [span for entity in analysis.entities for span in entity.mentions]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in spans)
    covered = [place for span in spans for place in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    assert all(0 <= entity.salience <= 1 and entity.name and entity.mentions for entity in analysis.entities)
    assert all(isinstance(entity.kind, EntityKind) for entity in analysis.entities)
    claimed = {place for span in claims(analysis) for place in range(span.start, span.end)}
    assert claimed.isdisjoint(covered)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_analysis(text: str) -> None:
    assert analyse(text) == analyse(text)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(BlockKind)), TEXTS.map(str.strip).filter(bool)), max_size=6))
def test_any_blocks_are_read_without_fault(parts: list[tuple[BlockKind, str]]) -> None:
    made, place = [], 0
    for kind, words in parts:
        made.append(Block(kind, Span(place, place + len(words))))
        place += len(words) + 2
    text = "\n\n".join(words for _, words in parts)
    for entity in analyse(text, tuple(made)).entities:
        assert all(any(block.span.contains(span) for block in made) for span in entity.mentions)
