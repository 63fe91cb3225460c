"""Marks: which there are, which are lit, and what they say."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from reader.domain.analysis import Analysis, DateMention, Entity, EntityKind, Figure, FigureKind
from reader.domain.kept import KeptArticle
from reader.domain.notes import ArticleState
from reader.domain.opened import OpenArticle
from reader.domain.span import Span
from reader.render.marking import marks_in, marks_of
from reader.render.marks import Letters, MarkClass, MarkLevel, letter, shown
from tests.render.conftest import article_of, span_of

TEXT = "On Friday Ruth Okafor asked for $420mn; Okafor said 6.3mn people cross to Ellery."


def analysis() -> Analysis:
    money = Decimal(420_000_000)
    people = Decimal(6_300_000)
    return Analysis(
        (
            Entity(
                "Ruth Okafor",
                EntityKind.PERSON,
                0.9,
                (span_of(TEXT, "Ruth Okafor"), span_of(TEXT, "Okafor", 30)),
                ("named twice",),
            ),
            Entity("Ellery", EntityKind.PLACE, 0.2, (span_of(TEXT, "Ellery"),)),
        ),
        (
            Figure(span_of(TEXT, "$420mn"), FigureKind.MONEY, money, money, money, currency="USD"),
            Figure(span_of(TEXT, "6.3mn"), FigureKind.COUNT, people, people, people, of="people"),
        ),
        (DateMention(span_of(TEXT, "Friday"), date(2026, 3, 13), date(2026, 3, 13)),),
    )


def pieces(*chosen: object) -> list[str]:
    return [mark.span.of(TEXT) for mark in chosen if hasattr(mark, "span")]


def test_marks_come_in_the_order_of_the_text_and_are_numbered_so() -> None:
    marks = marks_in(analysis(), TEXT)
    assert pieces(*marks) == ["Friday", "Ruth Okafor", "$420mn", "Okafor", "6.3mn", "Ellery"]
    assert [mark.number for mark in marks] == [0, 1, 2, 3, 4, 5]
    assert [mark.cls for mark in marks[:4]] == [
        MarkClass.DATE,
        MarkClass.PERSON,
        MarkClass.FIGURE,
        MarkClass.PERSON,
    ]


def test_calm_lights_the_figures_and_the_first_mention_of_each_entity() -> None:
    marks = marks_in(analysis(), TEXT)
    assert pieces(*shown(marks, MarkLevel.CALM)) == ["Ruth Okafor", "$420mn", "6.3mn", "Ellery"]
    assert shown(marks, MarkLevel.OFF) == ()
    assert shown(marks, MarkLevel.ALL) == marks


@pytest.mark.parametrize("level", list(MarkLevel))
def test_one_class_alone_is_lit_wholly_at_every_level(level: MarkLevel) -> None:
    marks = marks_in(analysis(), TEXT)
    assert pieces(*shown(marks, level, MarkClass.PERSON)) == ["Ruth Okafor", "Okafor"]
    assert pieces(*shown(marks, level, MarkClass.DATE)) == ["Friday"]


def test_the_levels_go_round() -> None:
    assert [level.following for level in MarkLevel] == [MarkLevel.CALM, MarkLevel.ALL, MarkLevel.OFF]


def test_of_two_marks_on_one_piece_the_figure_stays() -> None:
    text = "The Fund of 2030 has $5bn."
    fund = Entity("$5bn Fund", EntityKind.ORGANISATION, 0.1, (span_of(text, "has $5bn"),))
    figure = Figure(span_of(text, "$5bn"), FigureKind.MONEY, None, None, None)
    day = DateMention(span_of(text, "2030 has"), None, None)
    assert [mark.cls for mark in marks_in(Analysis((fund,), (figure,), (day,)), text)] == [
        MarkClass.DATE,
        MarkClass.FIGURE,
    ]


def test_an_empty_mention_is_no_mark() -> None:
    assert marks_in(Analysis((Entity("x", EntityKind.EVENT, 0, (Span(3, 3),)),)), "abcdef") == ()


def test_mentions_of_one_entity_are_one_thing() -> None:
    marks = marks_in(analysis(), TEXT)
    assert marks[1].is_same_thing(marks[3])
    assert not marks[1].is_same_thing(marks[5])
    assert marks[1].entity == 0
    assert marks[2].entity is None


def test_a_mark_tells_all_about_itself() -> None:
    words = [mark.words for mark in marks_in(analysis(), TEXT)]
    assert words == [
        "DATE Friday = Fri 13 Mar 2026",
        "PERSON Ruth Okafor · 2 here",
        "MONEY $420mn = 420,000,000 USD",
        "PERSON Ruth Okafor · 2 here",
        "COUNT 6.3mn = 6,300,000 · people",
        "PLACE Ellery · 1 here",
    ]


def test_every_class_has_a_letter_of_its_own_in_both_alphabets() -> None:
    for letters in (Letters.RAISED, Letters.ASCII):
        assert len({letter(cls, letters) for cls in MarkClass}) == len(MarkClass)
    assert letter(MarkClass.PERSON, Letters.NONE) == ""


def test_an_open_article_gives_its_marks() -> None:
    article = article_of()
    kept = KeptArticle("x", 1, datetime(2026, 3, 12, tzinfo=UTC), article)
    assert marks_of(OpenArticle(kept, Analysis(), ArticleState("x"), ())) == ()
