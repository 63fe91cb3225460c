"""Names of exported files."""

import re
import unicodedata

import pytest

from reader.export.names import LONGEST, file_name

TITLES = [
    "",
    "   ",
    ".",
    "..",
    "../../etc/passwd",
    "/absolute",
    ".hidden",
    "-rf",
    "--help",
    "back\\slash",
    "nul\0byte",
    "CON",
    "aux.md",
    "LPT1",
    "dot at the end.",
    "space at the end ",
    "drive:stream",
    'a|b?c*d<e>f"g',
    "line\nbreak",
    "tab\there",
    "\x1b[31mred",
    "\u202eevil",
    "\ufeffmark",
    "\ud800",
    "\u3164",
    "\u0301\u0301 loose marks",
    "$(reboot)",
    "%2e%2e%2f",
    "é" * 200,
    "Cafe\u0301 " * 40,
    "हिन्दी समाचार " * 20,
    "新聞" * 100,
    "\U0001f6a2" * 90,
    "word " * 100,
]


@pytest.mark.parametrize("title", TITLES, ids=ascii)
def test_a_name_is_safe_everywhere(title: str) -> None:
    name = file_name(title, "4kj2m0pq")
    assert len(name.encode()) <= LONGEST
    assert name.endswith("4kj2m0pq.md")
    assert not re.search(r'[\x00-\x20\x7f-\x9f<>:"|?*\\/]', name)
    assert name[0] not in ".-"
    assert name.split(".")[0].casefold() not in {"con", "aux", "nul", "prn", "lpt1"}
    assert unicodedata.is_normalized("NFC", name)
    assert not {"Cf", "Cs", "Cc"} & {unicodedata.category(sign) for sign in name}
    assert unicodedata.category(name[0])[0] != "M"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ferries to the islands stop", "ferries-to-the-islands-stop-4kj2m0pq.md"),
        ("What's next for “Nordkyst”?", "whats-next-for-nordkyst-4kj2m0pq.md"),
        ("Ærø’s 3.5% — and more", "ærøs-3-5-and-more-4kj2m0pq.md"),
        ("", "4kj2m0pq.md"),
    ],
)
def test_a_name_reads_like_the_title(title: str, name: str) -> None:
    assert file_name(title, "4kj2m0pq") == name


def test_a_long_name_is_cut_at_a_word() -> None:
    assert file_name("harbour " * 40, "4kj2m0pq").endswith("harbour-4kj2m0pq.md")


def test_a_letter_is_not_cut_from_its_marks() -> None:
    for length in range(80, 120):
        name = file_name("a" * length + "q\u0323\u0307" * 20, "4kj2m0pq")
        stem = name.removesuffix("-4kj2m0pq.md")
        assert stem.count("q") * 2 == len([sign for sign in stem if unicodedata.combining(sign)])


@pytest.mark.parametrize("cluster", ["\u1112\u119e\u11ab", "\u0e01\u0e33", "\uff76\uff9e", "q\u0323\u0307"], ids=ascii)
def test_what_is_read_as_one_letter_is_not_cut(cluster: str) -> None:
    for length in range(60, 100):
        stem = file_name("a" * length + cluster * 20, "4kj2m0pq").removesuffix("-4kj2m0pq.md")
        assert (len(stem) - length) % len(cluster) == 0


@pytest.mark.parametrize("title", ["COM¹", "LPT³.txt", "CONIN$", "conout$", "AUX .md", "nul . "])
def test_no_name_is_a_device(title: str) -> None:
    assert file_name(title, "4kj2m0pq").split(".", maxsplit=1)[0].endswith("-4kj2m0pq")


def test_titles_that_differ_by_case_alone_get_different_names() -> None:
    first, second = file_name("Straße", "4kj2m0pq"), file_name("STRASSE", "9zz0aaaa")
    assert first.casefold() != second.casefold()


def test_an_id_cannot_lead_out_of_the_folder() -> None:
    assert "/" not in file_name("title", "../../x")
