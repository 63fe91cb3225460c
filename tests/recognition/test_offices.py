"""Ministries and departments in lower case."""

import pytest

from reader.recognition.offices import offices


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("It came from the trade, energy and mines ministry.", ["trade, energy and mines ministry"]),
        ("Norway’s foreign ministry declined.", ["foreign ministry"]),
        ("Sources in the Peruvian defence ministry agreed.", ["defence ministry"]),
        ("He led the ministry of health and social welfare.", ["ministry of health"]),
        ("A reply came from the home office in spring.", ["home office"]),
        ("The justice department sued.", ["justice department"]),
        ("He left the office at six.", []),
        ("The shop has a food department.", []),
        ("It was a ministry in name only.", []),
        ("Any education office will do.", []),
    ],
)
def test_an_office_is_found_when_one_office_is_meant(text: str, named: list[str]) -> None:
    assert [one.span.of(text) for one in offices(text)] == named
