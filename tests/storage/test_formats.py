"""Files of every format that Reader ever wrote: they open; those of a later one are left as they are.

formats/1 and so on hold what the Reader of that format wrote for the same actions (see format_files); once in, they
never change. They hold documents of another program too.
"""

import json
import shutil
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tinydb import TinyDB

from reader.domain.changes import Change, Step
from reader.domain.errors import NewerFormat, NothingToUndo
from reader.storage.notes import NotesStore
from tests.storage.format_files import (
    CHOIR,
    FERRY,
    GONE,
    HIGHLIGHT,
    LOST,
    MILL,
    PASSAGE,
    STATES,
    TAKEN_BACK,
    THROWN,
    WHOLE,
    at,
)

FORMATS = Path(__file__).parent / "formats"
VERSIONS = sorted(folder.name for folder in FORMATS.iterdir())
LATER = 99


@pytest.fixture(params=VERSIONS)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The notes of a library as one format left them."""
    shutil.copytree(FORMATS / request.param, tmp_path / "library")
    return tmp_path / "library" / "notes.json"


@pytest.fixture
def store(path: Path) -> NotesStore:
    return NotesStore(path)


def content(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a folder, its lock aside."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file() and each.suffix != ".lock"}


def assert_as_it_was_left(store: NotesStore) -> None:
    assert store.notes() == [PASSAGE, HIGHLIGHT, LOST, WHOLE]
    assert store.notes(trashed=True) == [THROWN]
    assert store.notes(MILL) == [WHOLE]
    assert store.note(HIGHLIGHT.key) == HIGHLIGHT
    assert store.states() == STATES
    assert store.state(FERRY) == STATES[FERRY]
    assert list(store.tags().items()) == [("Fares", 1), ("ferries", 2), ("water", 1)]
    assert sorted(store.tagged("ferries")) == [FERRY, MILL]
    assert store.damaged == ()


def test_every_format_so_far_has_its_files() -> None:
    assert VERSIONS == ["1", "2"]
    for version in VERSIONS:
        tables = json.loads((FORMATS / version / "notes.json").read_bytes())
        assert tables["format"]["1"]["version"] == int(version)


def test_every_format_opens_and_reading_changes_no_file(path: Path) -> None:
    before = content(path.parent)
    assert_as_it_was_left(NotesStore(path))
    assert content(path.parent) == before


def test_every_format_stays_the_same_when_it_is_written_anew(store: NotesStore, path: Path) -> None:
    another = replace(WHOLE, key=8901234567890123456, text="One more.", created=at(30), modified=at(30))
    store.apply(Change("add a note", (Step(None, another),)))
    store.undo()
    assert_as_it_was_left(store)
    store.compact(always=True)
    assert_as_it_was_left(store)
    store.close()
    assert_as_it_was_left(NotesStore(path))


def test_what_was_taken_back_before_can_be_done_again_and_the_rest_taken_back(store: NotesStore) -> None:
    assert store.redo().steps == (Step(None, TAKEN_BACK),)
    assert store.notes(CHOIR) == [TAKEN_BACK]
    store.redo()
    assert store.state(FERRY).tags == ("ferries", "Fares", "Rates")
    with pytest.raises(NothingToUndo):
        store.redo()
    for _ in range(2):
        store.undo()
    assert_as_it_was_left(store)
    store.undo()
    assert store.tags() == {}
    store.undo()
    assert store.note(GONE.key) == GONE
    store.undo()
    assert store.note(THROWN.key) == replace(THROWN, trashed=None)


def test_the_history_survives_compaction(store: NotesStore, path: Path) -> None:
    store.apply(Change("read", (Step(STATES[MILL], replace(STATES[MILL], progress=0.6)),), undoable=False))
    store.compact(always=True)
    store.close()
    opened_again = NotesStore(path)
    assert opened_again.redo().steps == (Step(None, TAKEN_BACK),)
    opened_again.undo()
    opened_again.undo()
    opened_again.undo()
    assert opened_again.note(GONE.key) == GONE


def test_what_other_programs_wrote_stays(store: NotesStore, path: Path) -> None:
    store.apply(Change("edit a note", (Step(HIGHLIGHT, replace(HIGHLIGHT, text="Forty-one.")),)))
    store.close()
    with TinyDB(path) as stock:
        assert stock.all() == [{"of": "another program"}]
        [found] = stock.table("notes").get(doc_ids=[HIGHLIGHT.key], cond=None, doc_id=None)
        assert (found["text"], found["colour"]) == ("Forty-one.", "red")


def test_the_file_says_the_newest_format_once_it_was_written(store: NotesStore, path: Path) -> None:
    store.apply(Change("remove a note", (Step(HIGHLIGHT, None),)))
    store.close()
    assert json.loads(path.read_bytes())["format"]["1"]["version"] == int(VERSIONS[-1])


# -- a later format


def base_of_later(path: Path) -> None:
    tables = json.loads(path.read_bytes())
    tables["format"]["1"]["version"] = LATER
    path.write_text(json.dumps(tables), encoding="ascii")


def base_of_later_that_looks_like_ours(path: Path) -> None:
    first, _, rest = path.read_bytes().partition(b"\n")
    now = b'"version":%d' % int(VERSIONS[-1])
    path.write_bytes(first.replace(now, b'"version":%d' % LATER) + b"\n" + rest)


def journal_of_later(path: Path, device: str) -> None:
    journal = path.with_name(f"notes.{device}.journal")
    if not journal.exists():
        body = json.dumps(["reader journal", LATER, device, {}]).encode()
        journal.write_bytes(b"%08x %b\n" % (zlib.crc32(body), body))
        return
    first, _, rest = journal.read_bytes().partition(b"\n")
    head = json.loads(first[9:])
    head[1] = LATER
    body = json.dumps(head).encode()
    journal.write_bytes(b"%08x %b\n" % (zlib.crc32(body), body) + rest)


def own_journal_of_later(path: Path) -> None:
    journal_of_later(path, "local")


def journal_of_later_from_another_device(path: Path) -> None:
    journal_of_later(path, "laptop")


LATER_FILES = [
    base_of_later,
    base_of_later_that_looks_like_ours,
    own_journal_of_later,
    journal_of_later_from_another_device,
]


@pytest.mark.parametrize("make_later", LATER_FILES)
def test_a_later_format_is_not_written_to_and_said_in_a_sentence(
    make_later: Callable[[Path], None], tmp_path: Path
) -> None:
    shutil.copytree(FORMATS / VERSIONS[-1], tmp_path / "library")
    path = tmp_path / "library" / "notes.json"
    make_later(path)
    before = content(path.parent)
    store = NotesStore(path)
    writes: list[Callable[[], object]] = [
        lambda: store.apply(Change("add a note", (Step(None, replace(GONE, key=5)),))),
        store.undo,
        store.redo,
        lambda: store.join(b'{"notes":{}}'),
    ]
    for write in writes:
        with pytest.raises(NewerFormat) as told:
            write()
        sentence = str(told.value)
        assert sentence[0].isupper() or sentence.startswith(str(path.parent))
        assert sentence.endswith(".")
        assert "later version of Reader" in sentence
        assert str(path.parent) in sentence
        assert content(path.parent) == before
    store.close()
    assert content(path.parent) == before
