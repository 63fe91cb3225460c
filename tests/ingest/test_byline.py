"""The line of the author is understood in the forms of the English-language papers, and nothing else is."""

import pytest

from reader.ingest.byline import parse_byline
from reader.ingest.names import in_normal_case, is_name, is_outlet, is_role


@pytest.mark.parametrize(
    ("line", "authors", "place", "outlet"),
    [
        ("By Ada Finch and Tom Reed", ("Ada Finch", "Tom Reed"), "", ""),
        ("Ada Finch in Oslo", ("Ada Finch",), "Oslo", ""),
        (
            "Ada Finch, Tom Reed and Eva Moe in Oslo and Bergen",
            ("Ada Finch", "Tom Reed", "Eva Moe"),
            "Oslo and Bergen",
            "",
        ),
        ("Ada Finch in Oslo and Tom Reed in New York", ("Ada Finch", "Tom Reed"), "Oslo and New York", ""),
        ("Ada Finch in Oslo and Tom Reed", ("Ada Finch", "Tom Reed"), "Oslo", ""),
        ("Ada Finch | The Morning Courier", ("Ada Finch",), "", "The Morning Courier"),
        ("By Ada Finch, The Morning Courier", ("Ada Finch",), "", "The Morning Courier"),
        ("By ADA FINCH, Associated Press", ("Ada Finch",), "", "Associated Press"),
        ("BY ADA FINCH AND TOM REED", ("Ada Finch", "Tom Reed"), "", ""),
        ("ADA FINCH", ("Ada Finch",), "", ""),
        ("ByAda Finch", ("Ada Finch",), "", ""),
        ("By Ada Finch, Courier Staff Writer | ada@courier.example", ("Ada Finch",), "", ""),
        ("Ada Finch Political editor", ("Ada Finch",), "", ""),
        ("Political editor Ada Finch", ("Ada Finch",), "", ""),
        ("Ada Finch, Northern correspondent, and Tom Reed", ("Ada Finch", "Tom Reed"), "", ""),
        ("By Ada Finch, BBC News, Oslo", ("Ada Finch",), "Oslo", "BBC News"),
        ("By Ada Finch for The Morning Courier", ("Ada Finch",), "", "The Morning Courier"),
        ("By Ada Finch in Washington, DC", ("Ada Finch",), "Washington, DC", ""),
        ("Posted by Ada Finch on 5 September 2023", ("Ada Finch",), "", ""),
        ("Interview by Ada Finch", ("Ada Finch",), "", ""),
        ("Ada Finch (now) and Tom Reed (earlier)", ("Ada Finch", "Tom Reed"), "", ""),
        ("From Ada Finch in Oslo", ("Ada Finch",), "Oslo", ""),
        ("By Reuters", (), "", "Reuters"),
        ("By Courier staff and agencies", (), "", ""),
        ("By J.K. O’Brien-Smythe and Ludwig van der Berg", ("J.K. O’Brien-Smythe", "Ludwig van der Berg"), "", ""),
        ("5 days ago by Ada Finch", ("Ada Finch",), "", ""),
        ("By Ada Finch, PhD, RN", ("Ada Finch",), "", ""),
        ("By Banksy", ("Banksy",), "", ""),
    ],
)
def test_bylines_are_taken_apart(line: str, authors: tuple[str, ...], place: str, outlet: str) -> None:
    byline = parse_byline(line)
    assert byline is not None
    assert (byline.authors, byline.place, byline.outlet) == (authors, place, outlet)


def test_the_date_on_the_line_is_kept_as_printed() -> None:
    byline = parse_byline("Ada Finch in Oslo DECEMBER 9 2022")
    assert byline
    assert [printed.words for printed in byline.dates] == ["DECEMBER 9 2022"]


@pytest.mark.parametrize(
    "line",
    [
        "By the end of the year, prices had doubled.",
        "Storm over Norway",
        "Ministers meet in Oslo",
        "Climate Change",
        "White House",
        "Related topics",
        "The harbour closed on Friday, said Ada Finch.",
        "By contrast, the city of Oslo sold nothing at all to anybody in that long and quiet year of rain",
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert parse_byline(line) is None


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("MARTHA OYELARAN", "Martha Oyelaran"),
        ("JEAN-LUC MCDONALD", "Jean-Luc McDonald"),
        ("SINEAD O'BRIEN", "Sinead O'Brien"),
        ("LUDWIG VAN DER BERG", "Ludwig van der Berg"),
        ("WASHINGTON, D.C.", "Washington, D.C."),
        ("PORT-AU-PRINCE", "Port-au-Prince"),
        ("LONDON/PARIS", "London/Paris"),
        ("XI'AN", "Xi'an"),
        ("Ada Finch", "Ada Finch"),
        ("HENRY FORD III", "Henry Ford III"),
    ],
)
def test_capitals_become_normal_case(printed: str, normal: str) -> None:
    assert in_normal_case(printed) == normal


def test_names_roles_and_outlets_are_told_apart() -> None:
    assert is_name("María José Pérez")
    assert not is_name("Getty Images News")
    assert is_role("Chief Political Correspondent")
    assert not is_role("He was the editor of the paper.")
    assert is_outlet("The Morning Courier")
    assert is_outlet("NJ.com")
    assert not is_outlet("Ada Finch, The Courier")
