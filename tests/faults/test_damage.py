"""R4: damaged files cost no traceback and no byte; what can be restored is restored, and said so."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.domain.errors import ReaderError
from tests.faults.damage import (
    ALL,
    BASE_HARMS,
    FOLDED,
    JOURNAL,
    JOURNAL_HARMS,
    ONE_NOTE_HARMS,
    VERSIONS,
    Harm,
    flips,
    library,
)
from tests.faults.stores import ACCIDENTS, NOTES, STORES, ReaderStore, Store, Texts, filled, unclosed

CORPORA = os.environ.get("READER_CORPORA", "")
TEST_SUITE = Path(CORPORA, "hostile", "jsontestsuite", "test_parsing")


@dataclass
class Outcome:
    """What happened when a damaged library was opened and saved to, twice, and folded in between.

    `found` and `kept` are the notes before and after, or the sentence that was said instead.
    """

    found: Texts | str
    kept: Texts | str
    notices: tuple[str, ...]
    files: tuple[bytes, ...]

    def holds(self, *parts: bytes) -> bool:
        """Whether each of these bytes still lies in some file of the folder."""
        return all(any(part in file for file in self.files) for part in parts)

    @property
    def saved(self) -> bool:
        """Whether the saves were kept."""
        return not isinstance(self.kept, str) and self.kept.get(98) == self.kept.get(99) == "saved after the damage"


def tried(folder: Path) -> Outcome:
    """Use a library in which one file is damaged. Anything but a ReaderError is a traceback."""
    store = ReaderStore(folder / NOTES)
    found = read(store)
    kept: Texts | str
    try:
        store.save(98, "saved after the damage")
        store.compact()
        store.save(99, "saved after the damage")
        store.close()
        kept = read(ReaderStore(folder / NOTES))
    except ReaderError as error:
        kept = error.sentence
    files = tuple(each.read_bytes() for each in folder.rglob("*") if each.is_file())
    return Outcome(found, kept, store.notes.notices, files)


def read(store: ReaderStore) -> Texts | str:
    """The notes, or what is said instead."""
    try:
        return store.load()
    except ReaderError as error:
        return error.sentence


def without_saves(texts: Texts | str) -> Texts:
    """The notes that were there before `tried`."""
    assert not isinstance(texts, str), texts
    return {number: text for number, text in texts.items() if number not in {98, 99}}


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost here by a crash, so that no real disk needs to be waited for."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library that can be restored."""
    library(tmp_path / "library")
    return tmp_path / "library"


@pytest.mark.parametrize("name", BASE_HARMS)
def test_a_damaged_notes_file_is_restored_from_what_lies_beside_it(folder: Path, name: str) -> None:
    damaged = BASE_HARMS[name]((folder / NOTES).read_bytes())
    assert damaged != (folder / NOTES).read_bytes()
    (folder / NOTES).write_bytes(damaged)
    outcome = tried(folder)
    assert outcome.found == ALL
    assert without_saves(outcome.kept) == ALL
    assert outcome.saved
    assert any(NOTES in sentence for sentence in outcome.notices)
    assert outcome.holds(damaged)


@pytest.mark.parametrize("name", BASE_HARMS)
def test_a_damaged_notes_file_that_is_all_there_is_is_never_written_over(tmp_path: Path, name: str) -> None:
    library(tmp_path / "library")
    good = (tmp_path / "library" / NOTES).read_bytes()
    damaged = BASE_HARMS[name](good)
    shutil.rmtree(tmp_path / "library")
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / NOTES).write_bytes(damaged)
    outcome = tried(tmp_path / "library")
    assert outcome.holds(damaged)
    if isinstance(outcome.found, str):
        assert str(tmp_path / "library" / NOTES) in outcome.found
        assert isinstance(outcome.kept, str)
        assert (tmp_path / "library" / NOTES).read_bytes() == damaged
    else:
        assert outcome.saved
        assert outcome.found.items() >= {number: FOLDED[number] for number in range(4, 9)}.items()


@pytest.mark.parametrize("name", ONE_NOTE_HARMS)
def test_damage_to_one_note_leaves_all_others_readable(folder: Path, name: str) -> None:
    damaged = ONE_NOTE_HARMS[name]((folder / NOTES).read_bytes())
    (folder / NOTES).write_bytes(damaged)
    outcome = tried(folder)
    others = {number: text for number, text in ALL.items() if number != 1}
    assert without_saves(outcome.found).items() >= others.items()
    assert without_saves(outcome.kept).items() >= others.items()
    store = ReaderStore(folder / NOTES)
    assert store.load().get(1) == ALL[1] or any("document 1 of “notes”" in sentence for sentence in store.notes.damaged)


def assert_all_that_is_whole_is_there(damaged: bytes, good: bytes, found: Texts | str) -> None:
    """Every note is there in a version it had, and in its last one where its line is whole."""
    texts = without_saves(found)
    whole = set(damaged.split(b"\n"))
    for line in good.split(b"\n"):
        for number, text in ALL.items():
            if text.encode() in line and line in whole:
                assert texts.get(number) == text
    for number in FOLDED:
        assert texts[number] in VERSIONS[number]


def strange(damaged: bytes, good: bytes) -> set[bytes]:
    """The lines that damage made, without the zeros at their ends."""
    return {line.strip(b"\0\r") for line in damaged.split(b"\n")} - set(good.split(b"\n"))


@pytest.mark.parametrize("name", JOURNAL_HARMS)
def test_a_damaged_journal_costs_what_is_damaged_in_it_and_no_more(folder: Path, name: str) -> None:
    good = (folder / JOURNAL).read_bytes()
    damaged = JOURNAL_HARMS[name](good)
    assert damaged != good
    (folder / JOURNAL).write_bytes(damaged)
    outcome = tried(folder)
    assert_all_that_is_whole_is_there(damaged, good, outcome.found)
    assert_all_that_is_whole_is_there(damaged, good, outcome.kept)
    assert outcome.saved
    assert outcome.holds(*strange(damaged, good)) or outcome.found == ALL
    assert outcome.notices or outcome.found == ALL


@pytest.mark.parametrize("seed", range(5))
def test_a_bit_that_flips_in_the_notes_file_costs_nothing(folder: Path, tmp_path: Path, seed: int) -> None:
    good = (folder / NOTES).read_bytes()
    wrong = []
    for place, (name, damaged) in enumerate(list(flips(good, seed))[seed::5]):
        copy = tmp_path / str(place)
        shutil.copytree(folder, copy)
        (copy / NOTES).write_bytes(damaged)
        outcome = tried(copy)
        if isinstance(outcome.found, str):  # it is taken for the file of a later version
            fine = (copy / NOTES).read_bytes() == damaged and str(copy) in outcome.found
        else:
            fine = outcome.found == ALL and outcome.saved and without_saves(outcome.kept) == ALL
            fine = fine and (outcome.holds(damaged) or not outcome.notices)
        wrong += [] if fine else [(name, outcome)]
    assert wrong == []


@pytest.mark.parametrize("seed", range(5))
def test_a_bit_that_flips_in_a_journal_costs_one_save_at_most(folder: Path, tmp_path: Path, seed: int) -> None:
    good = (folder / JOURNAL).read_bytes()
    for place, (_, damaged) in enumerate(list(flips(good, seed))[seed::5]):
        copy = tmp_path / str(place)
        shutil.copytree(folder, copy)
        (copy / JOURNAL).write_bytes(damaged)
        outcome = tried(copy)
        assert_all_that_is_whole_is_there(damaged, good, outcome.found)
        assert_all_that_is_whole_is_there(damaged, good, outcome.kept)
        assert outcome.saved
        assert outcome.found == ALL or (outcome.notices and outcome.holds(*strange(damaged, good)))


@pytest.mark.skipif(not CORPORA, reason="READER_CORPORA names no folder with the JSON test suite")
@pytest.mark.parametrize("beside", ["nothing", "all it takes"])
def test_no_file_of_the_json_test_suite_costs_anything(folder: Path, tmp_path: Path, beside: str) -> None:
    wrong = []
    files = sorted(TEST_SUITE.glob("*.json"))
    for path in files:
        copy = tmp_path / path.stem
        shutil.copytree(folder, copy) if beside == "all it takes" else copy.mkdir()
        damaged = path.read_bytes()
        (copy / NOTES).write_bytes(damaged)
        outcome = tried(copy)
        fine = (outcome.holds(damaged) or damaged.strip() == b"{}") and (outcome.saved or isinstance(outcome.kept, str))
        if beside == "all it takes":
            fine = fine and outcome.found == ALL and without_saves(outcome.kept) == ALL and outcome.notices != ()
        wrong += [] if fine else [(path.name, outcome)]
    assert wrong == []
    assert len(files) > 100


@pytest.mark.parametrize("harm", [lambda good: bytes(len(good)), lambda _: None], ids=["zeros", "gone"])
def test_a_device_whose_journal_is_lost_takes_nothing_of_another_with_it(
    tmp_path: Path, harm: Callable[[bytes], bytes | None]
) -> None:
    one, other = ReaderStore(tmp_path / NOTES, "one"), ReaderStore(tmp_path / NOTES, "other")
    for number in range(1, 4):
        one.save(number, "of one")
    other.load()
    other.save(10, "of the other")
    other.save(11, "of the other")
    damaged = harm((tmp_path / "notes.one.journal").read_bytes())
    (tmp_path / "notes.one.journal").unlink()
    if damaged is not None:
        (tmp_path / "notes.one.journal").write_bytes(damaged)
    for number in (12, 13):
        again = ReaderStore(tmp_path / NOTES, "other")
        assert again.load().items() >= dict.fromkeys(range(10, number), "of the other").items()
        again.save(number, "of the other")
        again.compact()
    one_again = ReaderStore(tmp_path / NOTES, "one")
    one_again.save(20, "of one")
    one_again.close()
    found = ReaderStore(tmp_path / NOTES, "other").load()
    assert found.items() >= (dict.fromkeys(range(10, 14), "of the other") | {20: "of one"}).items()


@unclosed
def test_the_same_damage_costs_stock_tinydb_tracebacks_or_the_bytes(tmp_path: Path) -> None:
    wrong = {name: stock_verdict(tmp_path / str(place), harm) for place, (name, harm) in enumerate(BASE_HARMS.items())}
    assert sum(verdict == "a traceback" for verdict in wrong.values()) >= 8
    assert sum(verdict == "written over" for verdict in wrong.values()) >= 2


def stock_verdict(folder: Path, harm: Harm) -> str:
    """What stock TinyDB makes of a damaged file of Reader's."""
    library(folder)
    damaged = harm((folder / NOTES).read_bytes())
    (folder / NOTES).write_bytes(damaged)
    stock: type[Store] = STORES["stock"]
    try:
        filled(stock, folder / NOTES, {99: "saved after the damage"})
    except ACCIDENTS:
        return "a traceback"
    return "kept" if damaged in (folder / NOTES).read_bytes() else "written over"
