"""Words: where hyphens cut, which words are written like names, when capitals say nothing."""

import pytest

from reader.recognition.gazetteer import gazetteer
from reader.recognition.words import Line, lines, looks_named
from reader.recognition.zones import zones


def read(text: str) -> list[Line]:
    return lines(text, zones(text), gazetteer().knows)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Chad-Sudan", ["Chad", "Sudan"]),
        ("US-led", ["US", "led"]),
        ("anti-Merkel", ["anti", "Merkel"]),
        ("Geneva-based", ["Geneva", "based"]),
        ("Rolls-Royce", ["Rolls-Royce"]),
        ("Cameron-Pike", ["Cameron-Pike"]),
        ("al-Rashidi", ["al-Rashidi"]),
        ("Guinea-Bissau", ["Guinea-Bissau"]),
        ("full-scale", ["full-scale"]),
        ("F-16", ["F-16"]),
    ],
)
def test_hyphens_cut_between_names_and_not_inside_them(word: str, pieces: list[str]) -> None:
    line = read(f"They spoke of {word} again.")[0]
    assert [one.text for one in line.words[3:-2]] == pieces


def test_every_word_stands_where_it_says() -> None:
    text = "The Chad-Sudan border, he said.\n\nIt's “Oslo’s” turn."
    for line in read(text):
        for word in line.words:
            assert text[word.start : word.end] == word.text


def test_the_first_word_and_the_one_behind_an_opening_quote_are_first() -> None:
    line = read("Trade fell. “Nobody knows,” she said.")[1]
    assert [word.text for word in line.words if word.first] == ["“", "Nobody"]


@pytest.mark.parametrize("word", ["Oslo", "al-Sadr", "iPhone", "McKay", "d'Estaing", "UN"])
def test_names_look_like_names(word: str) -> None:
    assert looks_named(word)


@pytest.mark.parametrize("word", ["trade", "al-fresco", "full-scale", "3m", "al-", "éclair"])
def test_other_words_do_not(word: str) -> None:
    assert not looks_named(word)


def test_title_case_and_capitals_are_seen_and_plain_sentences_are_not() -> None:
    assert read("Harbour Workers Threaten Longer Strike Over Wages")[0].titled
    assert read("HARBOUR WORKERS STRIKE")[0].titled
    assert not read("Harbour workers in Rotterdam threaten a longer strike over wages")[0].titled
    assert not read("Anna Berg, Jonas Lind and Mia Holm resigned.")[0].titled
