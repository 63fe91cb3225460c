"""Selecting by words, sentences and paragraphs, and which mark comes next; without a screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.analysis import Analysis, Entity, EntityKind
from reader.domain.span import Span
from reader.render.marking import marks_in
from reader.render.marks import Letters, Mark, MarkClass, MarkLevel
from reader.ui.widgets.article_view_cursor import Selecting, piece_at
from reader.ui.widgets.article_view_lighting import Lighting, next_mark, next_mention

TEXT = "One two-part three. Four five’s six. Seven."
SENTENCES = (Span(0, 19), Span(20, 36), Span(37, 43))


def grown(selecting: Selecting, *steps: int) -> str:
    for step in steps:
        selecting = selecting.by_word(TEXT, step)
    return selecting.span.of(TEXT)


def test_a_passage_grows_and_shrinks_by_whole_words() -> None:
    start = Selecting(0, 3)
    assert grown(start, 1) == "One two-part"
    assert grown(start, 1, 1, 1, 1) == "One two-part three. Four five’s"
    assert grown(start, 1, 1, -1) == "One two-part"


def test_passing_the_end_that_stands_turns_the_passage_round() -> None:
    start = Selecting(20, 24)
    assert start.span.of(TEXT) == "Four"
    assert grown(start, -1) == "three. "
    assert grown(start, -1, -1) == "two-part three. "
    assert grown(start, -1, -1, 1) == "three. "
    assert grown(start, -1, -1, 1, 1) == "Four"


def test_a_passage_grows_by_sentences_as_far_as_there_are_any() -> None:
    start = Selecting(0, 19)
    assert start.by_piece(SENTENCES, 1).span.of(TEXT).endswith("six.")
    whole = start.by_piece(SENTENCES, 1).by_piece(SENTENCES, 1)
    assert whole.span.of(TEXT) == TEXT
    assert whole.by_piece(SENTENCES, 1) == whole
    assert start.by_piece(SENTENCES, -1) == start


@given(st.lists(st.sampled_from([("word", 1), ("word", -1), ("sentence", 1), ("sentence", -1)]), max_size=30))
def test_a_passage_never_becomes_empty_and_never_leaves_the_text(steps: list[tuple[str, int]]) -> None:
    selecting = Selecting(20, 36)
    for kind, by in steps:
        selecting = selecting.by_word(TEXT, by) if kind == "word" else selecting.by_piece(SENTENCES, by)
        assert 0 <= selecting.span.start < selecting.span.end <= len(TEXT)
        assert selecting.fixed == 20


@pytest.mark.parametrize(("offset", "number"), [(0, 0), (18, 0), (19, 1), (20, 1), (36, 2), (99, 2)])
def test_the_sentence_at_a_place_is_the_one_around_it_or_the_next(offset: int, number: int) -> None:
    assert piece_at(SENTENCES, offset) == SENTENCES[number]
    assert piece_at((), offset) is None


def marks() -> tuple[Mark, ...]:
    text = "aa bb aa cc aa"
    people = Entity("aa", EntityKind.PERSON, 0.5, (Span(0, 2), Span(6, 8), Span(12, 14)))
    places = Entity("bb", EntityKind.PLACE, 0.4, (Span(3, 5),))
    groups = Entity("cc", EntityKind.GROUP, 0.3, (Span(9, 11),))
    return marks_in(Analysis((people, places, groups)), text)


def numbers(lit: tuple[Mark, ...]) -> list[int]:
    return [mark.number for mark in lit]


def test_what_is_followed_is_lit_besides_what_is_lit_anyway() -> None:
    known = marks()
    assert numbers(Lighting().lit(known)) == [0, 1, 3]
    assert numbers(Lighting(followed=known[2]).lit(known)) == [0, 1, 2, 3, 4]
    assert numbers(Lighting(level=MarkLevel.OFF, followed=known[2]).lit(known)) == [0, 2, 4]
    assert Lighting(followed=known[2]).with_next_level().followed is None


def test_letters_are_the_other_way_round_than_usual_once_asked_for() -> None:
    assert not Lighting().has_letters(Letters.NONE)
    assert Lighting().has_letters(Letters.RAISED)
    assert Lighting().with_letters(Letters.NONE).has_letters(Letters.NONE)
    assert not Lighting().with_letters(Letters.RAISED).has_letters(Letters.RAISED)


def test_one_class_is_lit_until_its_key_comes_again() -> None:
    only = Lighting().with_only(MarkClass.PLACE)
    assert numbers(only.lit(marks())) == [1]
    assert only.words == "places"
    assert only.with_only(MarkClass.PLACE) == Lighting()
    assert only.with_only(MarkClass.PERSON).only is MarkClass.PERSON


def test_the_next_mark_is_after_the_current_one_else_after_the_top_of_the_screen() -> None:
    lit = Lighting(level=MarkLevel.ALL).lit(marks())
    assert next_mark(lit, lit[1], (0, 14), 1) == lit[2]
    assert next_mark(lit, lit[1], (0, 14), -1) == lit[0]
    assert next_mark(lit, lit[4], (0, 14), 1) is None
    assert next_mark(lit, None, (4, 12), 1) == lit[2]
    assert next_mark(lit, None, (4, 12), -1) == lit[3]
    assert next_mark((), None, (0, 14), 1) is None


def test_mentions_are_walked_round_and_round() -> None:
    known = marks()
    walked = [next_mention(known, MarkClass.PERSON, 0, known[0])]
    walked.append(next_mention(known, MarkClass.PERSON, 0, walked[-1]))
    walked.append(next_mention(known, MarkClass.PERSON, 0, walked[-1]))
    assert walked == [known[2], known[4], known[0]]
    assert next_mention(known, MarkClass.PERSON, 0, known[1]) == known[0]
    assert next_mention(known, MarkClass.PERSON, 7, None) is None
