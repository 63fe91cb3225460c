"""The gazetteers and word lists: their form, and how they are asked."""

import unicodedata
from pathlib import Path

import pytest

from reader.domain.analysis import EntityKind
from reader.recognition.gazetteer import FOLDER, THEMES, gazetteer, shouted_names
from reader.recognition.lexicon import FOLDER as LISTS
from reader.recognition.lexicon import is_common
from reader.recognition.scenes import scene
from reader.recognition.words import lines
from reader.recognition.zones import zones

FILES = sorted(FOLDER.glob("*.txt"))


def plain(entry: str) -> str:
    return unicodedata.normalize("NFD", entry.casefold()).encode("ascii", "ignore").decode()


def known_in(text: str) -> list[str]:
    line = lines(text, zones(text), gazetteer().knows)[0]
    here = scene(text, line, gazetteer())
    return [text[here.words[i].start : here.words[j - 1].end] for i, (j, _) in here.known.items()]


def test_every_file_is_a_theme_and_every_theme_a_file() -> None:
    assert {path.stem for path in FILES} == set(THEMES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_has_a_name_a_kind_and_a_canonical_name(path: Path) -> None:
    kinds = {kind.value for kind in EntityKind}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, kind, canonical, *aliases = line.split(" | ")
        assert kind in kinds, line
        assert all(entry and entry == entry.strip() for entry in (name, canonical, *aliases)), line


@pytest.mark.parametrize("path", [*FILES, *sorted(LISTS.glob("*.txt"))], ids=lambda path: path.stem)
def test_every_file_is_sorted_and_names_nothing_twice(path: Path) -> None:
    entries = [line.split(" | ")[0] for line in path.read_text(encoding="utf-8").splitlines()]
    assert entries == sorted(set(entries), key=lambda entry: (plain(entry), entry))


def test_aliases_share_their_canonical_name() -> None:
    forms = [gazetteer().get(name) for name in ("US", "U.S.", "United States", "America")]
    assert {entry.canonical for entry in forms if entry} == {"United States"}
    assert all(forms)


def test_an_acronym_of_two_bodies_says_nothing_of_which() -> None:
    entry = gazetteer().get("CBI")
    assert entry
    assert entry.canonical == "CBI"


def test_the_longest_name_wins() -> None:
    assert known_in("He left the Bank of England for the New York Times.") == ["Bank of England", "New York Times"]


def test_curly_apostrophes_count_as_straight_ones() -> None:
    assert known_in("Shares of Moody’s fell.") == ["Moody’s"]


def test_names_in_capitals_are_known_unless_they_are_short() -> None:
    assert known_in("OSLO, May 3 - The fair began.") == ["OSLO"]
    assert shouted_names()["NEW ZEALAND"] == "New Zealand"


@pytest.mark.parametrize("word", ["police", "officials", "reported", "However", "companies"])
def test_ordinary_words_and_their_forms_are_common(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["Oslo", "Kowalski", "Zanzibar"])
def test_names_are_not(word: str) -> None:
    assert not is_common(word)
