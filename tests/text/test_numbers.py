"""Numbers in digits and in words, read to exact decimals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.numbers import Form, number, numerals


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", "0"),
        ("7", "7"),
        ("1,500", "1500"),
        ("12,345,678", "12345678"),
        ("1,00,000", "100000"),
        ("12,34,567.5", "1234567.5"),
        ("10\u2009000", "10000"),
        ("3.25", "3.25"),
        ("2½", "2.5"),
        ("½", "0.5"),
        ("104 23/32", "104.71875"),
        ("275mn", "275000000"),
        ("1.2bn", "1200000000"),
        ("2tn", "2000000000000"),
        ("2trn", "2000000000000"),
        ("5k", "5000"),
        ("12 million", "12000000"),
        ("1.5-million", "1500000"),
        ("3 lakh", "300000"),
        ("3 crore", "30000000"),
        ("3 lakh crore", "3000000000000"),
        ("2 and a half", "2.5"),
        ("two dozen", "24"),
        ("zero", "0"),
        ("nineteen", "19"),
        ("twenty-one", "21"),
        ("seventy five", "75"),
        ("a hundred", "100"),
        ("a hundred and one", "101"),
        ("twelve hundred", "1200"),
        ("two hundred and fifty", "250"),
        ("two thousand and five", "2005"),
        ("one hundred and twenty-three thousand four hundred and fifty-six", "123456"),
        ("three million two hundred thousand", "3200000"),
        ("two crore five lakh", "20500000"),
        ("one thousand billion", "1000000000000"),
        ("three and a half million", "3500000"),
        ("two-and-a-half", "2.5"),
        ("a million and a half", "1500000"),
        ("half a million", "500000"),
        ("half-million", "500000"),
        ("a quarter of a million", "250000"),
        ("half a dozen", "6"),
        ("Forty\nthousand", "40000"),
    ],
)
def test_a_number_has_its_value(written: str, value: str) -> None:
    assert number(written) == Decimal(value)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "ten men",
        "two three",
        "1.5.2",
        "3,5",
        "1,2345",
        "12:30",
        "42nd",
        "5G",
        "lakh",
        "hundreds",
        "one and two",
        "1/0",
    ],
)
def test_what_is_not_one_number_has_no_value(written: str) -> None:
    assert number(written) is None


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("several hundred", 200, 999),
        ("a few thousand", 2_000, 9_999),
        ("hundreds", 200, 999),
        ("tens of thousands", 20_000, 99_999),
        ("hundreds of thousands", 200_000, 999_999),
        ("several hundred thousand", 200_000, 999_999),
        ("millions", 2_000_000, 9_999_999),
        ("hundreds of billions", 200_000_000_000, 999_999_999_999),
        ("dozens", 24, 99),
        ("several dozen", 24, 99),
        ("scores", 40, 99),
    ],
)
def test_a_vague_number_lies_between_two(written: str, low: int, high: int) -> None:
    [numeral] = numerals(written)
    assert (numeral.form, numeral.value) == (Form.VAGUE, None)
    assert (numeral.low, numeral.high) == (Decimal(low), Decimal(high))
    assert numeral.span.of(written) == written


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("a third", "0.3333"),
        ("two-thirds", "0.6667"),
        ("three quarters", "0.75"),
        ("half", "0.5"),
        ("one-tenth", "0.1"),
    ],
)
def test_a_fraction_is_a_part(written: str, value: str) -> None:
    [numeral] = numerals(written)
    assert numeral.form is Form.PART
    assert numeral.value is not None
    assert round(numeral.value, 4) == Decimal(value)


def test_numbers_in_a_text_stand_where_they_are() -> None:
    text = "He sold 1,500 cars and a dozen vans, half of them for $5m."
    assert [numeral.span.of(text) for numeral in numerals(text)] == ["1,500", "a dozen", "half", "5"]
    assert numerals(text)[-1].glued == "m"


def test_a_number_does_not_go_over_a_blank_line() -> None:
    assert [numeral.value for numeral in numerals("five\n\nmillion and 3\n\nmillion")] == [5, 3]


@given(st.decimals(min_value=0, max_value=10**15, places=3, allow_nan=False))
def test_grouped_digits_are_read_back(value: Decimal) -> None:
    assert number(f"{value:,f}") == value
    assert number(f"{value:f}") == value


@given(st.text())
def test_numerals_lie_inside_and_apart_on_any_text(text: str) -> None:
    last = 0
    for numeral in numerals(text):
        assert last <= numeral.span.start < numeral.span.end <= len(text)
        last = numeral.span.end
