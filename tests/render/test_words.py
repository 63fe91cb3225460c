"""Dates, lengths, figures and citations in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reader.domain.analysis import DateMention, Figure, FigureKind
from reader.domain.article import BlockKind
from reader.render.marking import date_mark_words, figure_words
from reader.render.words import citation, date_words, facts, length_words, quote_with_citation, stretch_words
from tests.render.conftest import article_of, span_of


def test_a_day_is_told_as_newspapers_date_it() -> None:
    assert date_words(date(2022, 12, 9)) == "Fri 9 Dec 2022"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2022, 12, 9), date(2022, 12, 9), "Fri 9 Dec 2022"),
        (date(2022, 8, 1), date(2022, 8, 31), "Aug 2022"),
        (date(2024, 2, 1), date(2024, 2, 29), "Feb 2024"),
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2022, 8, 1), date(2022, 12, 9), "1 Aug 2022 to 9 Dec 2022"),
        (date(2022, 8, 1), None, "from Mon 1 Aug 2022"),
        (None, date(2022, 12, 9), "until Fri 9 Dec 2022"),
        (None, None, ""),
        (date(9999, 12, 1), date(9999, 12, 31), "Dec 9999"),
    ],
)
def test_a_stretch_of_time_is_told_as_shortly_as_it_can_be(first: date | None, last: date | None, words: str) -> None:
    assert stretch_words(first, last) == words


def test_a_date_of_unknown_day_says_so() -> None:
    assert date_mark_words(DateMention(span_of("next week", "next week"), None, None), "next week") == (
        "next week · day unknown"
    )


@pytest.mark.parametrize(("words", "length"), [(0, "1 min"), (230, "1 min"), (700, "3 min"), (23_000, "100 min")])
def test_a_length_is_told_in_minutes(words: int, length: str) -> None:
    assert length_words(words) == length


def figure(text: str, value: int | None, low: int | None, high: int | None) -> Figure:
    exact, least, most = (None if amount is None else Decimal(amount) for amount in (value, low, high))
    return Figure(span_of(text, text), FigureKind.COUNT, exact, least, most)


def test_a_figure_says_what_it_is_of_and_per_what() -> None:
    aid = figure("$275mn", 275_000_000, 275_000_000, 275_000_000)
    made = replace(aid, currency="USD", of="lethal aid", qualifier="additional")
    assert figure_words(made, "$275mn") == "$275mn = 275,000,000 USD · lethal aid · additional"
    price = replace(figure("$60", 60, 60, 60), currency="USD", per="barrel", of="oil")
    assert figure_words(price, "$60") == "$60 = 60 USD · a barrel · oil"


def test_the_facts_of_an_article_leave_out_what_is_not_known() -> None:
    known = article_of((BlockKind.PARAGRAPH, "word " * 460), published=date(2026, 3, 9), source="Northline")
    assert facts(known) == ("Mon 9 Mar 2026", "Northline", "2 min")
    assert facts(article_of((BlockKind.PARAGRAPH, "word"), published_text="2 HOURS AGO")) == ("2 HOURS AGO", "1 min")


def test_a_citation_names_author_title_source_and_day() -> None:
    article = article_of((BlockKind.HEADLINE, "A tunnel is weighed"), published=date(2026, 3, 9), source="Northline")
    assert citation(article) == "“A tunnel is weighed”, Northline, 9 Mar 2026"
    by = replace(article, authors=("Ines Calder", "Tomas Wray", "Jo Li"), url="https://example.org/t")
    assert citation(by) == (
        "Ines Calder, Tomas Wray and Jo Li, “A tunnel is weighed”, Northline, 9 Mar 2026, https://example.org/t"
    )


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("Words.", "“Words.”"),
        ("“Said whole.”", "“Said whole.”"),
        ("“Said,” she said, “in two.”", "“Said,” she said, “in two.”"),
    ],
)
def test_a_copied_quote_stands_in_one_pair_of_marks(quote: str, shown: str) -> None:
    article = article_of((BlockKind.HEADLINE, "A tunnel"))
    assert quote_with_citation(quote, article) == f"{shown}\n— “A tunnel”"
