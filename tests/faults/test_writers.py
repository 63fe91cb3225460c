"""R3: several instances write at once; nothing is lost, and each sees what the others saved."""

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain.changes import Change, Step
from reader.domain.notes import Note
from reader.storage.notes import NotesStore
from tests.faults.stores import ARTICLE, FULL, HOUSE, NOON, NOTES, STORES, STUCK, ReaderStore, found_in, unclosed
from tests.faults.writers import text_of

WRITES = 10_000 if FULL else 1_000
"""How many writes all writers make together."""
KILLS = 100 if FULL else 12


@contextmanager
def writing(kind: str, folder: Path, writer: int, count: int, device: str) -> Iterator["subprocess.Popen[str]"]:
    """A writer of its own process, which is ended in any case."""
    command = [sys.executable, "-m", "tests.faults.writers", kind, str(folder), str(writer), str(count), device]
    process = subprocess.Popen(
        command, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def saved_by_all(kind: str, folder: Path, writers: int, devices: list[str]) -> tuple[set[int], list[str]]:
    """The notes that so many writers saved at once, and their last words."""
    folder.mkdir(exist_ok=True)
    with ExitStack() as stack:
        count = WRITES // writers
        processes = [
            stack.enter_context(writing(kind, folder, number, count, device))
            for number, device in zip(range(1, writers + 1), devices, strict=True)
        ]
        for process in processes:
            assert process.stdin
            process.stdin.write("go\n")
            process.stdin.flush()
        told = [process.communicate(timeout=STUCK) for process in processes]
    return {int(number) for saved, _ in told for number in saved.split()}, [errors for _, errors in told if errors]


def lost(kind: str, folder: Path, saved: set[int]) -> str | set[int]:
    """Which notes are not there as they were saved, or what the store says instead of opening."""
    found = found_in(STORES[kind], folder / NOTES)
    if isinstance(found, str):
        return found
    return {number for number in saved if found.get(number) != text_of(number)}


@pytest.mark.parametrize("writers", [2, 4])
@pytest.mark.parametrize("devices", ["one device", "a device each"])
def test_processes_that_write_at_once_lose_nothing(tmp_path: Path, writers: int, devices: str) -> None:
    names = ["local" if devices == "one device" else f"device{number}" for number in range(writers)]
    saved, errors = saved_by_all("reader", tmp_path / "library", writers, names)
    assert errors == []
    assert len(saved) == WRITES // writers * writers
    assert lost("reader", tmp_path / "library", saved) == set()


def test_two_processes_that_write_at_once_destroy_a_stock_tinydb(tmp_path: Path) -> None:
    saved, errors = saved_by_all("stock", tmp_path / "library", 2, ["local", "local"])
    assert errors or lost("stock", tmp_path / "library", saved)


def test_writers_that_are_killed_take_nothing_of_the_others_with_them(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - a test repeats itself
    folder = tmp_path / "library"
    folder.mkdir()
    saved: set[int] = set()
    with writing("reader", folder, 99, WRITES // 2, "local") as survivor:
        assert survivor.stdin
        survivor.stdin.write("go\n")
        survivor.stdin.flush()
        for writer in range(1, KILLS + 1):
            with writing("reader", folder, writer, WRITES, "local") as victim:
                assert victim.stdin
                assert victim.stdout
                victim.stdin.write("go\n")
                victim.stdin.flush()
                saved |= {int(victim.stdout.readline()) for _ in range(chance.randint(1, 20))}
                victim.kill()
                saved |= {int(number) for number in victim.stdout.read().split("\n")[:-1]}
        told, errors = survivor.communicate(timeout=STUCK)
    assert errors == ""
    assert len(saved) >= KILLS
    assert lost("reader", folder, saved | set(map(int, told.split()))) == set()


def test_two_instances_that_take_turns_see_each_other(tmp_path: Path) -> None:
    one, other = ReaderStore(tmp_path / NOTES), ReaderStore(tmp_path / NOTES)
    for number in range(1, WRITES // 2 + 1):
        one.save(2 * number - 1, f"of one, {number}")
        other.save(2 * number, f"of the other, {number}")
        assert one.notes.note(2 * number).text == f"of the other, {number}"
        assert other.notes.note(2 * number - 1).text == f"of one, {number}"
        if number % 100 == 0:
            (one if number % 200 else other).compact()
    assert one.load() == other.load()
    assert len(one.load()) == WRITES // 2 * 2
    one.close()
    other.close()


def test_an_idle_instance_sees_what_others_saved_and_folded(tmp_path: Path) -> None:
    idle, busy = ReaderStore(tmp_path / NOTES), ReaderStore(tmp_path / NOTES)
    assert idle.load() == {}
    for number in range(1, 30):
        busy.save(number, "new")
        if number % 7 == 0:
            busy.compact()
        assert len(idle.load()) == number
    busy.close()
    assert len(idle.load()) == 29


def test_a_note_that_two_instances_edit_keeps_both_texts_and_says_so(tmp_path: Path) -> None:
    one, other = NotesStore(tmp_path / NOTES), NotesStore(tmp_path / NOTES)
    before = Note(7, ARTICLE, "The first thought.", NOON, NOON)
    one.apply(Change("write", (Step(None, before),)))
    seen = other.note(7)
    one.apply(Change("edit", (Step(before, replace(before, text="The thought of one.")),)))
    other.apply(Change("edit", (Step(seen, replace(seen, text="The thought of the other.")),)))
    for store in (one, other, NotesStore(tmp_path / NOTES)):
        assert "The thought of one." in store.note(7).text
        assert "The thought of the other." in store.note(7).text
    assert any("both texts" in sentence for sentence in other.notices)


@unclosed
def test_two_instances_that_take_turns_lose_notes_in_a_stock_tinydb(tmp_path: Path) -> None:
    one, other = STORES["stock"](tmp_path / NOTES), STORES["stock"](tmp_path / NOTES)
    with pytest.raises(ValueError, match="already exists"):  # noqa: PT012 - it counts its keys in memory
        for number in range(1, 11):
            one.save(2 * number - 1, "of one")
            other.save(2 * number, "of the other")
