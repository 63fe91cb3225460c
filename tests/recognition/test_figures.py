"""Figures in sentences of our own: the phrases lie in the folder `figures` beside this file."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.analysis import Figure, FigureKind
from reader.domain.span import Span
from reader.recognition.figures import find_figures
from reader.text.wordlist import listed

FOLDER = Path(__file__).with_name("figures")


def amount_of(figure: Figure) -> str:
    """=7, ~7, >=7, <=7 or 5..7."""
    if figure.value is None:
        return f"{figure.low}..{figure.high}"
    if figure.low is None and figure.high is None:
        return f"{figure.value}"
    if figure.high is None:
        return f">={figure.low}"
    return f"<={figure.high}" if figure.low is None else f"={figure.value}"


def told(figure: Figure, text: str) -> str:
    """A figure in one line, as the phrase files have it."""
    unknown = "?" if figure.kind is FigureKind.MONEY else ""
    parts = [
        figure.kind.value,
        repr(figure.span.of(text)),
        ("~" if figure.approximate else "") + amount_of(figure),
        figure.unit or figure.currency or unknown,
        figure.qualifier and f"+{figure.qualifier}",
        figure.of and f"of {figure.of}",
        figure.per and f"per {figure.per}",
    ]
    return " ".join(part for part in parts if part)


def found_in(text: str) -> list[str]:
    return [told(figure, text) for figure in find_figures(text)]


def phrases(name: str) -> Iterator[tuple[str, list[str]]]:
    """Each sentence of a file with the figures that stand under it."""
    sentence, expected = "", list[str]()
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            expected.append(line.strip())
        elif line and not line.startswith("#"):
            if sentence:
                yield sentence, expected
            sentence, expected = line, []
    yield sentence, expected


PHRASES = [phrase for name in ("money", "percent", "counts", "quantities") for phrase in phrases(name)]
TRAPS = [sentence for sentence, _ in phrases("traps")]


@pytest.mark.parametrize(("sentence", "expected"), PHRASES, ids=[sentence for sentence, _ in PHRASES])
def test_a_phrase_has_its_figures(sentence: str, expected: list[str]) -> None:
    assert found_in(sentence) == expected


@pytest.mark.parametrize("sentence", TRAPS)
def test_a_trap_is_not_taken(sentence: str) -> None:
    assert found_in(sentence) == []


def test_there_are_phrases_and_traps_enough() -> None:
    assert len(PHRASES) >= 300
    assert len(TRAPS) >= 100


def test_figures_are_found_across_a_hard_line_break() -> None:
    text = "They bought several\nhundred drones, 3.4 per\ncent more, for €4.2\nbillion in\nall and 20\nSwiss\nfrancs."
    assert found_in(text) == [
        "count 'several\\nhundred' ~200..999 of drones",
        "percent '3.4 per\\ncent' =3.4 %",
        "money '€4.2\\nbillion' =4200000000 EUR",
        "money '20\\nSwiss\\nfrancs' =20 CHF",
    ]


def test_nothing_is_joined_across_a_blank_line() -> None:
    assert found_in("It cost €4.2\n\nbillion people live there.") == ["money '€4.2' =4.2 EUR"]
    assert found_in("Of these, 40\n\nper cent is a share, and\n\nat least\n\n50 people came.") == [
        "count '40' =40",
        "count '50' =50 of people",
    ]


def test_a_markdown_backslash_stays_outside() -> None:
    text = "It asked for an additional \\$275mn and at least \\$3bn to \\$4bn."
    assert [figure.span.of(text) for figure in find_figures(text)] == ["$275mn", "$3bn to \\$4bn"]
    assert find_figures(text)[0].qualifier == "additional"


def test_each_figure_knows_its_sentence() -> None:
    text = "It cost $5m. Mr. Lee saw 40 ships.\n\nTwo men left."
    assert [figure.sentence.of(text) for figure in find_figures(text)] == [
        "It cost $5m.",
        "Mr. Lee saw 40 ships.",
        "Two men left.",
    ]


def test_sentences_that_are_known_are_used() -> None:
    text = "It cost $5m. He saw 40 ships."
    assert find_figures(text, [Span(0, len(text))])[1].sentence == Span(0, len(text))


def test_values_are_exact() -> None:
    figure = find_figures("It paid €1.1bn.")[0]
    assert figure.value == Decimal(1_100_000_000)
    assert str(figure.value) == "1100000000"
    assert str(find_figures("Up 2.50 per cent.")[0].value) == "2.5"


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("Rs 500 was paid.", [""]),
        ("India: Rs 500 was paid.", ["INR"]),
        ("In Karachi he paid Rs 500.", ["PKR"]),
        ("In Colombo he paid Rs 500, in Delhi Rs 900.", ["LKR", "INR"]),
        ("He paid 200 kroner.", [""]),
        ("Denmark: he paid 200 kroner.", ["DKK"]),
        ("Oslo will spend 3bn kroner.", ["NOK"]),
        ("Nairobi will spend Sh3bn.", ["KES"]),
        ("Kampala will spend Sh3bn.", ["UGX"]),
        ("It will spend Sh3bn.", [""]),
        ("Jordan gave 3m dinars.", ["JOD"]),
        ("Kuwait gave 3m dinars.", ["KWD"]),
        ("It cost 40 pesos in Manila.", ["PHP"]),
        ("It cost 40 pesos in Buenos Aires.", ["ARS"]),
        ("TORONTO (News) — It cost $5m.", ["CAD"]),
        ("PARIS, March 3 — It cost $5m.", ["USD"]),
        ("Sydney — It cost $5m, or A$7m.", ["USD", "AUD"]),
        ("It cost 5m Egyptian pounds. Another 3m pounds followed.", ["EGP", "EGP"]),
        ("It cost 5m pounds.", ["GBP"]),
        ("China paid ¥5m.", ["CNY"]),
        ("It paid ¥5m.", ["JPY"]),
        ("He gave R5m in Pretoria.", ["ZAR"]),
    ],
)
def test_a_shared_name_means_the_money_of_the_place(text: str, currencies: list[str]) -> None:
    assert [figure.currency for figure in find_figures(text)] == currencies


PIECES = st.sampled_from(
    [
        *listed(
            "one two half a third several hundred thousands of million mn bn $ € US$ Rs 5 12 1,500 3.4 2022 per cent % "
            "bp pounds euros to - – and between from at least about km tonnes barrels day people Su 35 ( ) , . ½ Mr "
            "May 9 December p c m k C ° more than plus odd -odd + − \\"
        ),
        "\n",
        "\n\n",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES).map("".join)))
def test_spans_lie_inside_and_apart_on_any_text(text: str) -> None:
    last = 0
    for figure in find_figures(text):
        assert last <= figure.span.start < figure.span.end <= len(text)
        written = figure.span.of(text)
        assert written == written.strip()
        assert figure.value is not None or figure.low is not None or figure.high is not None
        last = figure.span.end
