"""The names under which machines write: never two histories under one."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.domain.changes import Change, Step
from reader.domain.notes import Note
from reader.storage.devices import Device, device_in
from reader.storage.notes import NotesStore

NOON = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)


def write(library: Path, state: Path, *keys: int) -> None:
    """Write notes in one program, which ends cleanly."""
    store = NotesStore(library / "notes.json", device_in(state, library))
    for key in keys:
        note = Note(key, "0a1b2c3d", f"note {key}", NOON, NOON)
        store.apply(Change("write a note", (Step(None, note),)))
    store.close()


def keys(library: Path, state: Path) -> list[int]:
    return [note.key for note in NotesStore(library / "notes.json", device_in(state, library)).notes()]


def names(library: Path) -> set[str]:
    return {path.name.split(".")[1] for path in library.glob("notes.*.journal")}


def test_a_name_is_made_once_and_known_to_the_next_program(tmp_path: Path) -> None:
    device = device_in(tmp_path / "state", tmp_path / "library")
    assert device.known() == ""
    assert device.made() == device.made() == device_in(tmp_path / "state", tmp_path / "library").known()


def test_each_library_has_a_name_of_its_own_on_one_machine(tmp_path: Path) -> None:
    state = tmp_path / "state"
    write(tmp_path / "library", state, 1)
    shutil.copytree(tmp_path / "library", tmp_path / "stick")
    write(tmp_path / "library", state, 2)
    write(tmp_path / "stick", state, 3)
    stick = NotesStore(tmp_path / "stick" / "notes.json", device_in(state, tmp_path / "stick"))
    here = NotesStore(tmp_path / "library" / "notes.json", device_in(state, tmp_path / "library"))
    assert here.join(stick.folded()) == 1
    assert keys(tmp_path / "library", state) == [1, 2, 3]


def test_a_journal_that_was_lost_is_followed_by_one_of_another_name(tmp_path: Path) -> None:
    library, state = tmp_path / "library", tmp_path / "state"
    write(library, state, 1, 2, 3)
    [before] = names(library)
    (library / f"notes.{before}.journal").unlink()
    write(library, state, 4)
    assert keys(library, state) == [1, 2, 3, 4]
    assert before not in names(library)


@pytest.mark.parametrize("lost", ["the journal alone", "the whole library"])
def test_a_device_that_went_back_in_time_writes_under_another_name(tmp_path: Path, lost: str) -> None:
    library, other, state = tmp_path / "library", tmp_path / "other", tmp_path / "state"
    write(library, state, 1, 2)
    shutil.copytree(library, tmp_path / "earlier")
    write(library, state, 3, 4, 5)
    shutil.copytree(library, other)
    for path in (tmp_path / "earlier").iterdir():
        if lost == "the whole library" or path.suffix == ".journal":
            shutil.copy(path, library / path.name)
    write(library, state, 20, 21, 22)
    for path in library.glob("notes.*.journal"):
        if not (other / path.name).exists():
            shutil.copy(path, other)
    assert keys(other, tmp_path / "state of the other") == [1, 2, 3, 4, 5, 20, 21, 22]


def test_a_damaged_name_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "device"
    file.write_bytes(b"../../etc/passwd 1\n")
    assert Device(file=file).known() == ""
    assert len(Device(file=file).made()) == 8
