"""Dates in sentences of our own (dates.txt), and the date lines that outlets print."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.analysis import DateMention
from reader.text.dates import find_dates, published_date
from reader.text.wordlist import listed

DAY = date(2022, 12, 9)
SENTENCES = Path(__file__).with_name("dates.txt")


def told(mention: DateMention, text: str) -> str:
    return f"{mention.span.of(text)!r} {mention.first or '?'}..{mention.last or '?'}"


def sentences() -> Iterator[tuple[str, list[str]]]:
    """Each sentence of the file with the dates that stand under it."""
    sentence, expected = "", list[str]()
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            expected.append(line.strip())
        elif line and not line.startswith("#"):
            if sentence:
                yield sentence, expected
            sentence, expected = line, []
    yield sentence, expected


@pytest.mark.parametrize(("sentence", "expected"), [*sentences()], ids=[sentence for sentence, _ in sentences()])
def test_a_sentence_has_its_dates(sentence: str, expected: list[str]) -> None:
    assert [told(mention, sentence) for mention in find_dates(sentence, DAY)] == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 3 March 2019", date(2019, 3, 3), date(2019, 3, 3)),
        ("in the first half of 2022", date(2022, 1, 1), date(2022, 6, 30)),
        ("in the 2020s", date(2020, 1, 1), date(2029, 12, 31)),
        ("in early 2023", date(2023, 1, 1), date(2023, 4, 30)),
        ("since 2014", date(2014, 1, 1), None),
        ("on Friday", None, None),
        ("last month", None, None),
        ("on 3 March", None, None),
        ("in August", None, None),
        ("three days ago", None, None),
        ("for the past three years", None, None),
    ],
)
def test_without_a_day_only_dates_with_their_year_are_resolved(
    text: str, first: date | None, last: date | None
) -> None:
    [mention] = find_dates(text, None)
    assert (mention.first, mention.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "day", "first"),
    [
        ("It fell on Friday.", date(2024, 3, 1), date(2024, 3, 1)),
        ("It fell on Friday.", date(2024, 3, 2), date(2024, 3, 1)),
        ("It fell on Saturday.", date(2024, 3, 1), date(2024, 2, 24)),
        ("It was paid a month ago.", date(2024, 3, 31), date(2024, 2, 1)),
        ("It was paid yesterday.", date(2024, 3, 1), date(2024, 2, 29)),
        ("It fell last December.", date(2024, 12, 5), date(2023, 12, 1)),
        ("It fell in December.", date(2024, 12, 5), date(2024, 12, 1)),
        ("It fell on 30 December.", date(2024, 1, 5), date(2023, 12, 30)),
        ("It falls on 29 February.", date(2024, 1, 30), date(2024, 2, 29)),
        ("It fell this winter.", date(2024, 1, 5), date(2023, 12, 1)),
    ],
)
def test_the_edges_of_the_calendar_are_kept(text: str, day: date, first: date) -> None:
    assert find_dates(text, day)[0].first == first


def test_a_day_that_is_not_on_the_calendar_is_not_known() -> None:
    [mention] = find_dates("It was dated 31 February 2021.", DAY)
    assert (mention.first, mention.last) == (None, None)


def test_a_date_goes_over_a_line_break_but_not_over_a_blank_line() -> None:
    assert [told(mention, "on 3\nMarch\n2019") for mention in find_dates("on 3\nMarch\n2019", DAY)] == [
        "'3\\nMarch\\n2019' 2019-03-03..2019-03-03"
    ]
    assert [mention.span.of("3 March\n\n2019") for mention in find_dates("3 March\n\n2019", DAY)] == ["3 March", "2019"]


@pytest.mark.parametrize(
    "printed",
    [
        "9 December 2022",
        "9 Dec 2022",
        "09 Dec 2022",
        "9th December 2022",
        "9-Dec-2022",
        "December 9, 2022",
        "December 9 2022",
        "DECEMBER 9, 2022",
        "december 9, 2022",
        "Dec. 9, 2022",
        "Dec. 9, 2022 4:13 pm ET",
        "Dec 9, 2022 at 4:13 PM EST",
        "Friday 9 December 2022 16.13 GMT",
        "Friday, December 9, 2022",
        "Fri 9 Dec 2022 16.13 GMT",
        "Fri Dec 9 2022",
        "Fri, 09 Dec 2022 16:13:00 GMT",
        "2022-12-09",
        "2022-12-09T16:13:00Z",
        "2022-12-09 16:13",
        "Published Dec. 9, 2022",
        "Published: 16:13, 9 December 2022 | Updated: 09:00, 10 December 2022",
        "Updated 10 December 2022, first published on 9 December 2022",
        "Posted on December 9, 2022 by Ann Lee",
        "Updated 9 December 2022",
        "16:13, 9 December 2022",
        "LONDON, Dec 9, 2022",
    ],
)
def test_a_whole_date_needs_no_day(printed: str) -> None:
    assert published_date(printed, None) == DAY
    assert published_date(printed, date(2024, 1, 1)) == DAY


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("YESTERDAY", date(2022, 12, 8)),
        ("Yesterday, 4:13 pm", date(2022, 12, 8)),
        ("Today", DAY),
        ("TODAY", DAY),
        ("Just now", DAY),
        ("2 HOURS AGO", DAY),
        ("an hour ago", DAY),
        ("5 min ago", DAY),
        ("3h ago", DAY),
        ("3h", DAY),
        ("3 days ago", date(2022, 12, 6)),
        ("3d ago", date(2022, 12, 6)),
        ("A day ago", date(2022, 12, 8)),
        ("2 weeks ago", date(2022, 11, 25)),
        ("1 month ago", date(2022, 11, 9)),
        ("Last updated: 3 weeks ago", date(2022, 11, 18)),
        ("Friday", DAY),
        ("THURSDAY", date(2022, 12, 8)),
        ("9 December", DAY),
        ("Dec 8", date(2022, 12, 8)),
        ("DEC 24", date(2021, 12, 24)),
        ("December 10", date(2021, 12, 10)),
        ("20 Jan, 10:30", date(2022, 1, 20)),
        ("09/12/2022", DAY),
        ("12/09/2022", DAY),
        ("12/9/22", DAY),
        ("13/11/2021", date(2021, 11, 13)),
        ("11/13/2021", date(2021, 11, 13)),
    ],
)
def test_a_short_date_is_the_latest_one_not_after_the_day(printed: str, published: date) -> None:
    assert published_date(printed, DAY) == published


@pytest.mark.parametrize("printed", ["YESTERDAY", "2 HOURS AGO", "Friday", "9 December", "Today", "03/04/2021"])
def test_a_short_date_means_nothing_without_a_day(printed: str) -> None:
    assert published_date(printed, None) is None


@pytest.mark.parametrize("printed", ["", "Ann Lee in Rome", "5 min read", "May Lee", "Read more", "03/04/2021", "2022"])
def test_a_line_that_does_not_tell_the_day_has_none(printed: str) -> None:
    assert published_date(printed, DAY) is None


PIECES = st.sampled_from(
    [
        *listed(
            "1 9 31 12 2022 1999 0 00 / - – . , : th s ' May March Dec December Friday Fri last next this the first "
            "half of quarter year years ago in since early mid between and to from Q3 FY23 today tomorrow "
            "weekend summer century"
        ),
        "\n",
        "\n\n",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=10).map(" ".join), st.lists(PIECES).map("".join)))
def test_dates_lie_inside_and_apart_on_any_text(text: str) -> None:
    last = 0
    for mention in find_dates(text, DAY):
        assert last <= mention.span.start < mention.span.end <= len(text)
        written = mention.span.of(text)
        assert written == written.strip()
        assert mention.first is None or mention.last is None or mention.first <= mention.last
        last = mention.span.end


@given(st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=8).map(" ".join)), st.dates())
def test_any_line_and_day_can_be_read(printed: str, day: date) -> None:
    published_date(printed, day)
    find_dates(printed, day)
