"""Printed dates are found in a dozen forms, with their labels."""

from datetime import date

import pytest

from reader.ingest.dateline import Dateline, parse_dateline
from reader.ingest.printed import day_of, first_published, is_date_line, printed_dates

DAY = date(2022, 12, 10)
FRIDAY = date(2022, 12, 9)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("9 December 2022", "9 December 2022"),
        ("Dec. 9, 2022 4:13 pm ET", "Dec. 9, 2022 4:13 pm ET"),
        ("Updated Dec. 9, 2022 4:13 pm ET", "Dec. 9, 2022 4:13 pm ET"),
        ("YESTERDAY", "YESTERDAY"),
        ("1 DAY AGO", "1 DAY AGO"),
        ("Friday 9 December 2022 16.13 GMT", "Friday 9 December 2022 16.13 GMT"),
        ("Published 1 day ago", "1 day ago"),
        ("DECEMBER 9 2022", "DECEMBER 9 2022"),
        ("Published: 16:13, 9 December 2022 | Updated: 17:20, 10 December 2022", "16:13, 9 December 2022"),
        ("Updated 4:13 PM EST, Fri December 9, 2022", "4:13 PM EST, Fri December 9, 2022"),
        ("Published 4:13 PM EST, December 9, 2022", "4:13 PM EST, December 9, 2022"),
        ("2022-12-09T16:13:00Z", "2022-12-09T16:13:00Z"),
        ("December 9, 2022 at 4:13 p.m. EST", "December 9, 2022 at 4:13 p.m. EST"),
        ("Dec 9th 2022", "Dec 9th 2022"),
        ("Posted Fri 9 Dec 2022 at 4:13pm", "Fri 9 Dec 2022 at 4:13pm"),
        ("Dec. 9, 2022Updated 4:13 p.m. ET", "Dec. 9, 2022"),
        ("9 December 2022 • 4:13pm", "9 December 2022 • 4:13pm"),
        ("Last modified on Sat 10 Dec 2022 09.00 GMT First published on Fri 9 Dec 2022", "Fri 9 Dec 2022"),
    ],
)
def test_a_date_line_is_known_and_its_day_too(line: str, words: str) -> None:
    assert is_date_line(line)
    first = first_published(printed_dates(line))
    assert first
    assert first.words == words
    assert day_of(first.words, DAY, None) == FRIDAY


@pytest.mark.parametrize(
    "line", ["5 min read", "16.12 BST", "On 9 December 2022 the minister resigned", "In May", "2022", "USA TODAY"]
)
def test_other_lines_are_no_date_lines(line: str) -> None:
    assert not is_date_line(line)


def test_a_relative_date_in_another_year_than_the_copyright_is_unknown() -> None:
    assert day_of("YESTERDAY", date(2026, 3, 1), 2022) is None
    assert day_of("YESTERDAY", DAY, 2022) == FRIDAY


def test_a_date_without_a_year_is_of_the_year_that_the_copyright_claims() -> None:
    assert day_of("Dec 9", date(2026, 3, 1), 2022) == FRIDAY


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("OSLO, Dec 9 (Northwire) - The harbour", Dateline("Oslo", "Northwire", "Dec 9")),
        ("OSLO — The harbour", Dateline("Oslo")),
        ("OSLO (NW) — The harbour", Dateline("Oslo", "NW")),
        ("HALIFAX, Nova Scotia (NW) — The", Dateline("Halifax, Nova Scotia", "NW")),
        ("RIO DE JANEIRO: The harbour", Dateline("Rio de Janeiro")),
        ("LONDON/PARIS, 9 December (Northwire) - The", Dateline("London/Paris", "Northwire", "9 December")),
        ("Oslo (NWN) — The harbour", Dateline("Oslo", "NWN")),
        ("Oslo, Norway – The harbour", Dateline("Oslo, Norway")),
        ("Dec 9 (Northwire) - The harbour", Dateline("", "Northwire", "Dec 9")),
        ("Hong Kong (CNN)The harbour", Dateline("Hong Kong", "CNN")),
    ],
)
def test_datelines_are_read(paragraph: str, dateline: Dateline) -> None:
    assert parse_dateline(paragraph) == dateline


@pytest.mark.parametrize(
    "paragraph",
    [
        "BREAKING: The harbour",
        "Analysis — the harbour",
        "US — The alliance",
        "DEAR ABBY: My ship",
        "The ship - a ferry - left",
    ],
)
def test_other_openings_are_no_datelines(paragraph: str) -> None:
    assert parse_dateline(paragraph) is None
