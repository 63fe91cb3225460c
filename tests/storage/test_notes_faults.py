"""What goes wrong on a disk or in another process costs nothing that was saved."""

import json
import os
import stat
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from reader.domain.changes import Change, Step
from reader.domain.errors import Busy, CannotWrite, Damaged, NewerFormat
from reader.domain.ids import state_key
from reader.domain.notes import ArticleState, Note
from reader.storage.journal import FORMAT
from reader.storage.notes import NotesStore

ID = "0a1b2c3d"
STUCK = 120
"""Seconds after which a process counts as stuck; nothing here should take two."""

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="this is about POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the notes will lie; the folder is not there yet."""
    return tmp_path / "library" / "notes.json"


@pytest.fixture
def store(path: Path) -> NotesStore:
    """A store whose file is not there yet."""
    return NotesStore(path)


@pytest.fixture
def umask_open() -> Iterator[None]:
    """A umask that forbids nothing."""
    before = os.umask(0)
    yield
    os.umask(before)


FILES = {"notes.json", "notes.json.lock", "notes.local.journal"}


def added(note: Note) -> Change:
    return Change("add a note", (Step(None, note),))


def rewritten(path: Path, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The bytes of the file after `change` was made to its tables, and no journal knows better."""
    store = NotesStore(path)
    store.compact(always=True)
    store.close()
    tables = json.loads(path.read_bytes())
    change(tables)
    path.write_text(json.dumps(tables), encoding="ascii")
    return path.read_bytes()


def _updated(tables: dict[str, Any], table: str, key: str, fields: Mapping[str, object]) -> None:
    tables[table][key].update(fields)


@on_posix
@pytest.mark.usefixtures("umask_open")
def test_only_the_owner_may_read(store: NotesStore, path: Path, note: Note) -> None:
    store.apply(added(note))
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()} == {0o600}


def test_nothing_but_the_notes_and_their_lock_is_left(store: NotesStore, path: Path, note: Note) -> None:
    store.apply(added(note))
    store.apply(added(replace(note, key=8)))
    assert {each.name for each in path.parent.iterdir()} == FILES


def test_what_a_killed_writer_left_is_swept_away(store: NotesStore, path: Path, note: Note) -> None:
    path.parent.mkdir()
    (path.parent / ".notes.json.0123456789abcdef.tmp").write_bytes(b"half")
    store.apply(added(note))
    assert {each.name for each in path.parent.iterdir()} == FILES


DAMAGED = {
    "empty": b"",
    "zeros": bytes(50),
    "null": b"null",
    "a list": b"[]",
    "a text": b'"notes"',
    "half": b'{"notes": {"7": {"article": "0a1b2c3d", "te',
    "two": b'{"notes": {}}{"notes": {}}',
    "not UTF-8": b'{"notes": {"7": {"text": "\xff"}}}',
    "UTF-16": '{"notes": {}}'.encode("utf-16"),
    "with a byte order mark": b'\xef\xbb\xbf{"notes": {}}',
    "a table that is a list": b'{"notes": []}',
    "a document that is a text": b'{"notes": {"7": "text"}}',
    "a key that is no number": b'{"notes": {"seven": {}}}',
    "a key with too many digits": b'{"notes": {"' + b"9" * 5000 + b'": {}}}',
    "a format that is a text": b'{"format": {"1": {"version": "one"}}}',
    "too deep": b"[" * 100_000,
    "a number with too many digits": b'{"notes": {"7": {"a": ' + b"9" * 5000 + b"}}}",
    "not JSON at all": b"notes: {}",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_told_and_never_written_over(
    store: NotesStore, path: Path, note: Note, content: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    for ask in (store.notes, store.states, store.tags, store.undo, store.redo):
        with pytest.raises(Damaged, match=r"notes\.json"):
            ask()
    with pytest.raises(Damaged):
        store.apply(added(note))
    assert path.read_bytes() == content
    assert {each.name for each in path.parent.iterdir()} <= FILES


def test_a_file_that_was_repaired_is_read_again(store: NotesStore, path: Path, note: Note) -> None:
    path.parent.mkdir()
    path.write_bytes(b"{")
    with pytest.raises(Damaged):
        store.notes()
    path.write_bytes(b"{}")
    assert store.notes() == []
    store.apply(added(note))
    assert store.notes() == [note]


def test_a_damaged_file_is_restored_from_what_lies_beside_it(store: NotesStore, path: Path, note: Note) -> None:
    store.apply(added(note))
    store.close()
    store.apply(added(replace(note, key=8)))
    store.close()
    damaged = path.read_bytes()[:-9]
    path.write_bytes(damaged)
    again = NotesStore(path)
    assert again.notes() == [note, replace(note, key=8)]
    [sentence] = again.notices
    assert "damaged" in sentence
    assert path.read_bytes() == damaged
    again.apply(added(replace(note, key=9)))
    assert len(NotesStore(path).notes()) == 3
    assert [each.read_bytes() for each in (path.parent / "aside").iterdir()] == [damaged]


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.pop("text"),
        lambda document: document.update(text=5),
        lambda document: document.update(created="yesterday"),
        lambda document: document.update(anchor={"start": 5}),
        lambda document: document["anchor"].update(start=9, end=3),
        lambda document: document["anchor"].update(placed=1),
        lambda document: document.update(anchor=[]),
    ],
)
def test_a_damaged_note_is_told_and_the_others_are_read(
    store: NotesStore, path: Path, note: Note, change: Callable[[dict[str, Any]], object]
) -> None:
    other = replace(note, key=8)
    store.apply(added(note))
    store.apply(added(other))
    content = rewritten(path, lambda tables: change(tables["notes"]["7"]))
    assert store.notes() == [other]
    [sentence] = store.damaged
    assert "document 7 of “notes”" in sentence
    with pytest.raises(Damaged, match="document 7"):
        store.note(7)
    with pytest.raises(Damaged, match="document 7"):
        store.apply(Change("remove a note", (Step(note, None),)))
    store.apply(added(replace(note, key=9)))
    store.close()
    assert json.loads(path.read_bytes())["notes"]["7"] == json.loads(content)["notes"]["7"]


def test_a_damaged_state_is_told(store: NotesStore, path: Path) -> None:
    store.apply(Change("tag", (Step(None, ArticleState(ID)), Step(None, ArticleState("zzzzzzzz")))))
    key = str(state_key(ID))
    for wrong in ({"tags": [1]}, {"article": "zzzzzzzz"}, {"progress": 2}, {"unread": None}, {"version": True}):
        rewritten(path, partial(_updated, table="articles", key=key, fields=wrong))
        assert list(store.states()) == ["zzzzzzzz"]
        assert len(store.damaged) == 1


def test_a_state_under_the_key_of_another_article_is_never_written_to(store: NotesStore, path: Path) -> None:
    store.apply(Change("tag", (Step(None, ArticleState(ID)),)))
    wrong = {"article": "zzzzzzzz"}
    content = rewritten(path, partial(_updated, table="articles", key=str(state_key(ID)), fields=wrong))
    with pytest.raises(Damaged, match="does not belong"):
        store.apply(Change("star", (Step(ArticleState(ID), ArticleState(ID, starred=True)),)))
    assert json.loads(path.read_bytes())["articles"] == json.loads(content)["articles"]


def test_a_damaged_history_stops_undo_and_nothing_else(store: NotesStore, path: Path, note: Note) -> None:
    store.apply(added(note))
    store.close()
    journal = path.with_name("notes.local.journal")
    journal.write_bytes(b"\n".join(_without_a_record(line) for line in journal.read_bytes().split(b"\n")))
    with pytest.raises(Damaged, match="“add a note” cannot be turned"):
        store.undo()
    assert store.notes() == [note]
    store.apply(added(replace(note, key=8)))
    store.undo()
    assert store.notes() == [note]


def _without_a_record(line: bytes) -> bytes:
    """A line of a journal; in one that is for undo, the document after is no note."""
    content = json.loads(line[9:] or "0")
    if not content or content[0] != "past":
        return line
    content[4][0][3] = {"text": 5}
    body = json.dumps(content).encode()
    return b"%08x %b" % (zlib.crc32(body), body)


def test_a_later_format_is_left_alone(store: NotesStore, path: Path, note: Note) -> None:
    store.apply(added(note))
    content = rewritten(path, lambda tables: tables["format"]["1"].update(version=FORMAT + 1))
    for ask in (store.notes, store.states, store.undo):
        with pytest.raises(NewerFormat):
            ask()
    with pytest.raises(NewerFormat):
        store.apply(added(replace(note, key=8)))
    assert path.read_bytes() == content


def test_a_file_without_a_format_gets_one(store: NotesStore, path: Path, note: Note) -> None:
    path.parent.mkdir()
    with TinyDB(path) as stock:
        stock.insert({"of": "another program"})
    assert store.notes() == []
    store.apply(added(note))
    assert json.loads(path.read_bytes())["format"]["1"]["version"] == FORMAT
    assert json.loads(path.read_bytes())["_default"] == {"1": {"of": "another program"}}


@pytest.mark.parametrize("call", ["fsync", "write"])
def test_a_write_that_fails_changes_nothing(
    store: NotesStore, path: Path, note: Note, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.apply(added(note))
    content = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, call, fail)
        with pytest.raises(CannotWrite, match="No space left"):
            store.apply(added(replace(note, key=8)))
    assert path.read_bytes() == content
    assert store.notes() == [note]
    store.apply(added(replace(note, key=9)))
    assert [each.key for each in store.notes()] == [7, 9]
    assert {each.name for each in path.parent.iterdir()} == FILES


FULL = """
import resource, sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from reader.domain.changes import Change, Step
from reader.domain.errors import CannotWrite
from reader.storage.notes import NotesStore

path = Path(sys.argv[1])
store = NotesStore(path)
[note] = store.notes()
journal = path.with_name("notes.local.journal")
before = journal.read_bytes()
resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, resource.RLIM_INFINITY))
try:
    store.apply(Change("edit", (Step(note, replace(note, text="long " * 1000)),)))
except CannotWrite as error:
    print(error)
assert journal.read_bytes() == before
assert store.notes() == [note]
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.apply(Change("edit", (Step(note, replace(note, text="short")),)))
"""


@on_posix
def test_a_full_disk_keeps_the_old_notes(
    store: NotesStore, path: Path, note: Note, run: Callable[[str, Path], "subprocess.Popen[str]"]
) -> None:
    store.apply(added(note))
    process = run(FULL, path)
    told, errors = process.communicate(timeout=STUCK)
    assert (process.returncode, errors) == (0, "")
    assert "notes.local.journal could not be written" in told
    assert store.note(7).text == "short"
    assert {each.name for each in path.parent.iterdir()} == FILES


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reader.domain.changes import Change, Step
from reader.domain.notes import Note
from reader.storage.keys import new_key
from reader.storage.notes import NotesStore

store = NotesStore(Path(sys.argv[1]), patience=100)
moment = datetime(2024, 5, 6, tzinfo=UTC)
for number in range(25):
    note = Note(new_key(), "0a1b2c3d", f"note {number}", moment, moment)
    store.apply(Change("add a note", (Step(None, note),)))
    print(note.key, flush=True)
"""


def test_two_processes_that_write_at_once_lose_nothing(
    store: NotesStore, path: Path, run: Callable[[str, Path], "subprocess.Popen[str]"]
) -> None:
    writers = [run(WRITER, path), run(WRITER, path)]
    acknowledged: set[int] = set()
    for writer in writers:
        told, errors = writer.communicate(timeout=STUCK)
        assert (writer.returncode, errors) == (0, "")
        acknowledged |= set(map(int, told.split()))
    assert len(acknowledged) == 50
    assert {note.key for note in store.notes()} == acknowledged
    store.compact(always=True)
    with TinyDB(path) as stock:
        assert len(stock.table("notes")) == 50


HOLDER = """
import sys
import filelock
with filelock.FileLock(sys.argv[1] + ".lock"):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_lock_that_is_held_is_told(path: Path, note: Note) -> None:
    path.parent.mkdir()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Busy):
            NotesStore(path, patience=0.05).apply(added(note))
        assert not path.exists()
        holder.communicate(timeout=STUCK)
    NotesStore(path).apply(added(note))
    assert NotesStore(path).notes() == [note]


@on_posix
def test_a_link_is_followed_and_stays(tmp_path: Path, note: Note) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "notes.json"
    link.symlink_to(tmp_path / "elsewhere" / "real.json")
    NotesStore(link).apply(added(note))
    NotesStore(link).apply(added(replace(note, key=8)))
    assert link.is_symlink()
    assert len(NotesStore(tmp_path / "elsewhere" / "real.json").notes()) == 2


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, note: Note) -> None:
    (tmp_path / "library").write_bytes(b"a file is in the way")
    with pytest.raises(CannotWrite):
        NotesStore(tmp_path / "library" / "notes.json").apply(added(note))
