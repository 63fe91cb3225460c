"""Two devices with one library in a folder that a sync tool carries between them, file by file and in any order."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB
from tinydb.table import Document

from reader.domain.changes import Change, Step
from reader.domain.errors import NothingToUndo
from reader.domain.notes import ArticleState, Note
from reader.storage import records as documents
from reader.storage.notes import NotesStore
from tests.storage.conftest import NOON

ID = "0a1b2c3d"


class SyncTool:
    """Carries files between two folders; what changed on both sides since becomes a conflicted copy beside the other.

    So do Dropbox, Syncthing, Nextcloud and their like.
    """

    def __init__(self, one: Path, other: Path) -> None:
        self._folders = (one, other)
        self._last: dict[str, bytes | None] = {}
        self._conflicts = 0

    def names(self) -> list[str]:
        """The files that are there to be carried."""
        found = {each.name for folder in self._folders if folder.exists() for each in folder.iterdir()}
        return sorted(name for name in found if name.endswith((".json", ".journal", ".bak")) and name[0] != ".")

    def carry(self, name: str) -> None:
        """Bring one file to both sides."""
        one, other = (_content(folder / name) for folder in self._folders)
        last = self._last.get(name)
        if one != other and last not in {one, other} and None not in {one, other}:
            self._conflicts += 1
            stem, _, ending = name.rpartition(".")
            assert other is not None
            self._put(f"{stem} (conflicted copy {self._conflicts}).{ending}", other)
            self._put(name, one)
        elif one != other:
            self._put(name, other if one == last or one is None else one)
        else:
            self._last[name] = one

    def carry_all(self) -> None:
        """Bring every file to both sides."""
        for name in self.names():
            self.carry(name)

    def _put(self, name: str, content: bytes | None) -> None:
        for folder in self._folders:
            if content is None:
                (folder / name).unlink(missing_ok=True)
            elif _content(folder / name) != content:
                folder.mkdir(exist_ok=True)
                temporary = folder / ".carried"
                temporary.write_bytes(content)
                temporary.replace(folder / name)
        self._last[name] = content


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


@pytest.fixture
def desks(tmp_path: Path) -> tuple[NotesStore, NotesStore, SyncTool]:
    """The stores of two devices, and what carries their files."""
    return desks_in(tmp_path)


def desks_in(folder: Path) -> tuple[NotesStore, NotesStore, SyncTool]:
    one, other = folder / "one", folder / "other"
    tool = SyncTool(one, other)
    return NotesStore(one / "notes.json", "aaaaaaaa"), NotesStore(other / "notes.json", "bbbbbbbb"), tool


def a_note(key: int, text: str) -> Note:
    return Note(key, ID, text, NOON, NOON)


def write(store: NotesStore, key: int, text: str) -> None:
    known = {note.key: note for note in store.notes()}
    before = known.get(key)
    after = replace(before, text=text) if before else a_note(key, text)
    store.apply(Change("write", (Step(before, after),)))


def remove(store: NotesStore, key: int) -> None:
    for note in store.notes():
        if note.key == key:
            store.apply(Change("remove", (Step(note, None),)))


def settle(*stores: NotesStore, tool: SyncTool) -> None:
    """Carry and look until nothing changes any more."""
    for _ in range(4):
        tool.carry_all()
        for store in stores:
            store.notes()


Desks = tuple[NotesStore, NotesStore, SyncTool]


def test_each_device_sees_what_the_other_wrote(desks: Desks) -> None:
    one, other, tool = desks
    write(one, 1, "from one")
    write(other, 2, "from the other")
    settle(one, other, tool=tool)
    assert (
        [note.text for note in one.notes()] == [note.text for note in other.notes()] == ["from one", "from the other"]
    )


def test_a_note_written_on_both_keeps_both_texts_in_the_same_order(desks: Desks) -> None:
    one, other, tool = desks
    write(one, 1, "as it was")
    settle(one, other, tool=tool)
    write(one, 1, "from one")
    write(other, 1, "from the other")
    settle(one, other, tool=tool)
    assert one.note(1).text == other.note(1).text == "from one\n\nfrom the other"
    write(other, 1, "settled")
    settle(one, other, tool=tool)
    assert one.note(1).text == other.note(1).text == "settled"


def test_both_texts_are_told_on_the_device_that_folds_them(desks: Desks) -> None:
    one, other, tool = desks
    write(one, 1, "from one")
    write(other, 1, "from the other")
    settle(one, other, tool=tool)
    assert any("both texts" in sentence for sentence in one.notices)


def test_what_one_removed_is_gone_on_the_other_and_stays_gone(desks: Desks) -> None:
    one, other, tool = desks
    write(one, 1, "short-lived")
    settle(one, other, tool=tool)
    remove(one, 1)
    one.compact(always=True)
    other.compact(always=True)
    settle(one, other, tool=tool)
    other.compact(always=True)
    settle(one, other, tool=tool)
    assert one.notes() == other.notes() == []


def test_what_one_removed_while_the_other_wrote_in_it_stays(desks: Desks) -> None:
    one, other, tool = desks
    write(one, 1, "first")
    settle(one, other, tool=tool)
    remove(one, 1)
    write(other, 1, "second thoughts")
    settle(one, other, tool=tool)
    assert one.note(1).text == other.note(1).text == "second thoughts"


def test_tags_of_both_are_kept(desks: Desks) -> None:
    one, other, tool = desks
    one.apply(Change("tag", (Step(None, ArticleState(ID, tags=("war",))),)))
    other.apply(Change("tag", (Step(None, ArticleState(ID, tags=("grain",), starred=True)),)))
    settle(one, other, tool=tool)
    assert set(one.state(ID).tags) == {"war", "grain"}
    assert one.state(ID) == other.state(ID)
    assert one.tagged("war") == other.tagged("grain") == [ID]


def test_a_conflicted_copy_of_the_folded_file_is_merged_and_put_aside(desks: Desks) -> None:
    one, other, tool = desks
    for store, key in ((one, 1), (other, 2)):
        write(store, key, f"note {key}")
        store.close()
    tool.carry("notes.json")
    assert any("conflicted" in name for name in tool.names())
    assert [note.key for note in one.notes()] == [1, 2]
    one.compact(always=True)
    assert not any("conflicted" in name for name in (each.name for each in one._writer.path.parent.iterdir()))
    assert any("conflicted" in each.name for each in (one._writer.path.parent / "aside").iterdir())
    assert [note.key for note in one.notes()] == [1, 2]


def test_machines_that_took_themselves_for_one_device_lose_nothing(tmp_path: Path) -> None:
    one = NotesStore(tmp_path / "one" / "notes.json", "aaaaaaaa")
    write(one, 1, "before the machine was copied")
    shutil.copytree(tmp_path / "one", tmp_path / "other")
    other = NotesStore(tmp_path / "other" / "notes.json", "aaaaaaaa")
    write(one, 2, "from one")
    write(other, 3, "from the other")
    journal = tmp_path / "other" / "notes.aaaaaaaa.journal"
    shutil.copy(journal, tmp_path / "one" / "notes.aaaaaaaa (conflicted copy).journal")
    assert [note.key for note in one.notes()] == [1, 2, 3]
    one.compact(always=True)
    assert [note.key for note in one.notes()] == [1, 2, 3]


def test_undo_takes_back_what_this_device_did_last(desks: Desks) -> None:
    one, other, tool = desks
    write(one, 1, "from one")
    settle(one, other, tool=tool)
    write(other, 2, "from the other")
    settle(one, other, tool=tool)
    one.undo()
    settle(one, other, tool=tool)
    assert [note.key for note in one.notes()] == [note.key for note in other.notes()] == [2]


Act = tuple[str, int, int]
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "remove", "carry", "carry", "fold", "undo"]),
        st.integers(0, 1),
        st.integers(0, 5),
    ),
    max_size=40,
)


@given(acts=ACTS)
@settings(max_examples=60, derandomize=True)
def test_whatever_is_carried_when_both_devices_end_alike(
    acts: list[Act], tmp_path_factory: pytest.TempPathFactory
) -> None:
    one, other, tool = desks_in(tmp_path_factory.mktemp("desks"))
    stores = (one, other)
    for number, (act, who, which) in enumerate(acts):
        _act(stores[who], act, which, number, tool)
    settle(one, other, tool=tool)
    assert _texts(one) == _texts(other)
    for store in stores:
        store.compact(always=True)
        settle(one, other, tool=tool)
    assert _texts(one) == _texts(other)


def _act(store: NotesStore, act: str, which: int, number: int, tool: SyncTool) -> None:
    names = tool.names()
    does: dict[str, Callable[[], object]] = {
        "write": lambda: write(store, which % 3 + 1, f"text {number}"),
        "remove": lambda: remove(store, which % 3 + 1),
        "fold": lambda: store.compact(always=True),
        "carry": lambda: tool.carry(names[which % len(names)]) if names else None,
        "undo": lambda: _undo(store),
    }
    does[act]()


def _texts(store: NotesStore) -> dict[int, str]:
    return {note.key: note.text for note in store.notes()}


def _undo(store: NotesStore) -> None:
    with suppress(NothingToUndo):
        store.undo()


@given(acts=ACTS)
@settings(max_examples=40, derandomize=True)
def test_no_text_is_lost_that_nobody_took_away(acts: list[Act], tmp_path_factory: pytest.TempPathFactory) -> None:
    one, other, tool = desks_in(tmp_path_factory.mktemp("desks"))
    texts: set[str] = set()
    for number, (act, who, which) in enumerate(acts):
        store = (one, other)[who]
        if act == "write":
            known = {note.key: note.text for note in store.notes()}
            write(store, which % 3 + 1, f"{known.get(which % 3 + 1, '')} <{number}>")
            texts.add(f"<{number}>")
        elif act in {"fold", "carry"}:
            _act(store, act, which, number, tool)
    settle(one, other, tool=tool)
    for store in (one, other):
        assert all(any(text in note.text for note in store.notes()) for text in texts)


def test_a_short_text_is_kept_beside_a_longer_one_that_holds_its_letters(desks: Desks) -> None:
    one, other, tool = desks
    write(one, 1, "first")
    settle(one, other, tool=tool)
    write(one, 1, "No")
    write(other, 1, "Nobody knows")
    settle(one, other, tool=tool)
    assert one.note(1).text == other.note(1).text == "No\n\nNobody knows"


def test_an_older_file_in_the_place_of_notes_json_loses_nothing(desks: Desks) -> None:
    one, _, _ = desks
    path = one._writer.path
    write(one, 1, "old")
    one.close()
    older = path.read_bytes()
    for key in (2, 3, 4):
        write(one, key, f"note {key}")
        one.close()
    path.write_bytes(older)
    again = NotesStore(path, "aaaaaaaa")
    assert [note.key for note in again.notes()] == [1, 2, 3, 4]
    assert any("older than what was saved" in sentence for sentence in again.notices)
    write(again, 5, "new")
    again.close()
    assert [note.key for note in NotesStore(path, "aaaaaaaa").notes()] == [1, 2, 3, 4, 5]


def test_a_damaged_file_on_one_device_costs_the_other_nothing(desks: Desks) -> None:
    one, other, tool = desks
    for key in range(1, 4):
        write(one, key, f"one {key}")
        write(other, 10 + key, f"other {key}")
        settle(one, other, tool=tool)
        one.close()
        other.close()
        settle(one, other, tool=tool)
    path = one._writer.path
    path.write_bytes(path.read_bytes()[:-20])
    write(one, 4, "after the damage")
    one.compact(always=True)
    settle(one, other, tool=tool)
    assert _texts(one) == _texts(other)
    assert sorted(_texts(other)) == [1, 2, 3, 4, 11, 12, 13]


def test_a_conflicted_copy_of_another_program_is_merged_with_the_next_save(desks: Desks) -> None:
    one, _, _ = desks
    write(one, 1, "mine")
    one.close()
    path = one._writer.path
    copy = path.with_name("notes (conflicted copy).json")
    with TinyDB(copy) as stock:
        stock.table("notes").insert(Document(documents.document(a_note(2, "from elsewhere")), 2))
    write(one, 3, "mine too")
    assert [note.key for note in one.notes()] == [1, 2, 3]
    assert not copy.exists()
    assert any(each.name == copy.name for each in (path.parent / "aside").iterdir())


def test_what_another_program_added_reaches_the_other_device(desks: Desks) -> None:
    one, other, tool = desks
    write(one, 1, "mine")
    one.close()
    with TinyDB(one._writer.path) as stock:
        stock.table("notes").insert(Document(documents.document(a_note(2, "by stock TinyDB")), 2))
    write(one, 3, "mine too")
    settle(one, other, tool=tool)
    assert [note.key for note in other.notes()] == [1, 2, 3]


def test_undo_says_so_where_the_other_device_wrote_over_the_change(desks: Desks) -> None:
    one, other, tool = desks
    write(one, 1, "first")
    write(one, 2, "second")
    settle(one, other, tool=tool)
    write(other, 2, "overtaken")
    settle(one, other, tool=tool)
    turned = [(one.undo().what, one.has_turned) for _ in range(2)]
    assert turned == [("write", False), ("write", True)]
    assert _texts(one) == {2: "overtaken"}


def test_what_waits_for_the_sync_is_told(desks: Desks) -> None:
    one, other, tool = desks
    for key in (1, 2, 3):
        write(one, key, f"note {key}")
        one.close()
    write(one, 4, "the last")
    tool.carry("notes.aaaaaaaa.journal")
    assert any("has not brought yet" in sentence for sentence in (other.notes(), other.notices)[1])
