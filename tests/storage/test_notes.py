"""What a person wrote: kept, changed, taken back and done again, by one process or several."""

import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tinydb import Query, TinyDB

from reader.domain.changes import Change, Step
from reader.domain.errors import NotFound, NothingToUndo
from reader.domain.ids import state_key
from reader.domain.notes import ArticleState, Note
from reader.storage.journal import FORMAT
from reader.storage.keys import new_key
from reader.storage.notes import NotesStore
from reader.storage.past import LONGEST as LONGEST_HISTORY

ID = "0a1b2c3d"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the notes will lie; the folder is not there yet."""
    return tmp_path / "library" / "notes.json"


@pytest.fixture
def store(path: Path) -> NotesStore:
    """A store whose file is not there yet."""
    return NotesStore(path)


def added(note: Note) -> Change:
    return Change("add a note", (Step(None, note),))


def edited(before: Note, text: str) -> Change:
    return Change("edit a note", (Step(before, replace(before, text=text)),))


def tagged(before: ArticleState, *tags: str) -> Change:
    return Change("tag", (Step(before, replace(before, tags=tags)),))


def test_a_note_is_there_for_the_next_process(store: NotesStore, path: Path, note: Note) -> None:
    store.apply(added(note))
    assert NotesStore(path).notes() == [note]
    assert NotesStore(path).note(note.key) == note


def test_reading_makes_no_file(store: NotesStore, path: Path) -> None:
    assert store.notes() == []
    assert store.states() == {}
    assert store.tags() == {}
    assert store.damaged == ()
    assert store.state(ID) == ArticleState(ID)
    with pytest.raises(NotFound):
        store.note(7)
    with pytest.raises(NothingToUndo):
        store.undo()
    assert not path.parent.exists()


def test_reading_loads_no_lock() -> None:
    program = (
        "import sys; from pathlib import Path; from reader.storage.notes import NotesStore as S; S(Path('x')).notes()"
    )
    shown = f"{program}; print('filelock' in sys.modules, 'yaml' in sys.modules, 'markdown_it' in sys.modules)"
    house = Path(__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True, cwd=house)
    assert run.stdout.split() == ["False"] * 3


def test_notes_come_by_article_and_age_and_the_trash_apart(store: NotesStore, note: Note) -> None:
    older = replace(note, key=9, created=note.created - timedelta(hours=1), anchor=None)
    elsewhere = replace(note, key=8, article="zzzzzzzz")
    thrown = replace(note, key=5, trashed=note.created)
    store.apply(Change("add notes", tuple(Step(None, each) for each in (note, older, elsewhere, thrown))))
    assert store.notes(ID) == [older, note]
    assert store.notes() == [older, note, elsewhere]
    assert store.notes(trashed=True) == [thrown]
    assert store.note(5) == thrown


def test_states_and_tags(store: NotesStore, note: Note) -> None:
    first = ArticleState(ID, 2, ("war", "Grain"), unread=False, starred=True, progress=0.25, opened=note.created)
    second = ArticleState("zzzzzzzz", tags=("war",))
    thrown = ArticleState("yyyyyyyy", tags=("war", "old"), trashed=note.created)
    store.apply(Change("tag", tuple(Step(None, state) for state in (first, second, thrown))))
    assert store.states() == {ID: first, "zzzzzzzz": second, "yyyyyyyy": thrown}
    assert store.state(ID) == first
    assert list(store.tags().items()) == [("Grain", 1), ("war", 2)]


def test_a_note_can_be_removed(store: NotesStore, note: Note) -> None:
    store.apply(added(note))
    store.apply(Change("remove a note", (Step(note, None),)))
    assert store.notes() == []
    store.undo()
    assert store.notes() == [note]


def test_stock_tinydb_reads_and_searches_the_file(store: NotesStore, path: Path, note: Note) -> None:
    key = (1 << 63) - 1
    store.apply(
        Change(
            "add", (Step(None, replace(note, key=key, text="“Über” \U0001f600 \ud800")), Step(None, ArticleState(ID)))
        )
    )
    store.close()
    with TinyDB(path) as stock:
        assert stock.tables() == {"notes", "articles", "versions", "format"}
        [found] = stock.table("notes").search(Query().article == ID)
        assert (found.doc_id, found["text"]) == (key, "“Über” \U0001f600 \ud800")
        assert stock.table("articles").get(doc_id=state_key(ID)) == stock.table("articles").all()[0]
        [head] = stock.table("format").all()
        assert head["version"] == FORMAT


def test_what_stock_tinydb_wrote_is_seen_and_kept(store: NotesStore, path: Path, note: Note) -> None:
    store.apply(added(note))
    store.close()
    with TinyDB(path) as stock:
        stock.insert({"of": "another program"})
        stock.table("notes").update({"text": "from outside", "colour": "red"}, doc_ids=[note.key])
    outside = replace(note, text="from outside")
    assert store.notes() == [outside]
    store.apply(edited(outside, "from inside"))
    store.close()
    with TinyDB(path) as stock:
        assert stock.all() == [{"of": "another program"}]
        [document] = stock.table("notes").all()
        assert (document["text"], document["colour"]) == ("from inside", "red")


def test_no_key_is_one_that_another_device_might_choose(store: NotesStore, path: Path, note: Note) -> None:
    store.apply(added(replace(note, key=new_key())))
    store.apply(tagged(ArticleState(ID), "war"))
    store.close()
    with TinyDB(path) as stock:
        keys = [document.doc_id for name in ("notes", "articles") for document in stock.table(name)]
    assert len(keys) == 2
    assert all(1 << 32 < key < 1 << 63 for key in keys)


def test_a_change_is_taken_back_and_done_again(store: NotesStore, note: Note) -> None:
    store.apply(added(note))
    change = edited(note, "New")
    store.apply(change)
    assert store.undo() == change
    assert store.notes() == [note]
    assert store.redo() == change
    assert store.notes()[0].text == "New"
    assert store.undo() == change
    assert store.undo() == added(note)
    assert store.notes() == []
    with pytest.raises(NothingToUndo):
        store.undo()


def test_undo_and_redo_work_in_the_next_process(store: NotesStore, path: Path, note: Note) -> None:
    store.apply(added(note))
    assert NotesStore(path).undo() == added(note)
    assert store.notes() == []
    assert NotesStore(path).redo() == added(note)
    assert store.notes() == [note]
    with pytest.raises(NothingToUndo):
        store.redo()


def test_a_new_change_ends_what_could_be_done_again(store: NotesStore, note: Note) -> None:
    store.apply(added(note))
    for text in ("New", "Later", "Last"):
        store.apply(edited(store.note(note.key), text))
    for _ in range(3):
        store.undo()
    store.apply(edited(note, "Newer"))
    with pytest.raises(NothingToUndo):
        store.redo()
    store.undo()
    assert store.notes() == [note]


def test_several_steps_are_taken_back_together(store: NotesStore, note: Note) -> None:
    state = ArticleState(ID, tags=("war",))
    store.apply(Change("both", (Step(None, note), Step(None, state))))
    store.undo()
    assert (store.notes(), store.states()) == ([], {})


def test_a_change_that_is_not_for_undo_leaves_the_history_alone(store: NotesStore, note: Note) -> None:
    state = ArticleState(ID)
    store.apply(added(note))
    store.apply(Change("read", (Step(state, replace(state, progress=0.5)),), undoable=False))
    assert store.state(ID).progress == 0.5
    store.undo()
    store.apply(Change("read", (Step(state, replace(state, progress=0.75)),), undoable=False))
    assert store.redo() == added(note)
    assert store.state(ID).progress == 0.75


def test_taking_back_a_tag_leaves_the_progress_since(store: NotesStore) -> None:
    fresh = ArticleState(ID)
    store.apply(Change("tag", (Step(None, fresh),)))
    store.apply(tagged(fresh, "war"))
    state = store.state(ID)
    store.apply(Change("read", (Step(state, replace(state, progress=0.5)),), undoable=False))
    store.undo()
    assert store.state(ID) == replace(fresh, progress=0.5)


def test_a_first_state_taken_back_is_what_the_change_says_it_was(store: NotesStore, note: Note) -> None:
    state = ArticleState(ID)
    absent = replace(state, trashed=note.created)
    store.apply(Change("add an article", (Step(absent, state),)))
    store.undo()
    assert store.state(ID) == absent


def test_the_history_holds_the_last_changes(store: NotesStore, path: Path, note: Note) -> None:
    store.apply(added(note))
    for number in range(LONGEST_HISTORY + 5):
        store.apply(edited(store.note(note.key), str(number)))
        if number % 50 == 0:
            store.close()
    for _ in range(LONGEST_HISTORY):
        store.undo()
    assert store.note(note.key).text == "4"
    with pytest.raises(NothingToUndo):
        store.undo()


def test_a_change_without_steps_is_none(store: NotesStore, path: Path) -> None:
    store.apply(Change("nothing", ()))
    assert not path.exists()


def test_two_stores_see_each_other(path: Path, note: Note) -> None:
    one, other = NotesStore(path), NotesStore(path)
    one.apply(added(note))
    other.apply(added(replace(note, key=8)))
    assert one.notes() == other.notes() == [note, replace(note, key=8)]


def test_a_note_that_two_edit_keeps_both_texts(path: Path, note: Note) -> None:
    one, other = NotesStore(path), NotesStore(path)
    one.apply(added(note))
    one.apply(edited(note, "From one"))
    other.apply(edited(note, "From the other"))
    assert one.note(note.key).text == "From one\n\nFrom the other"
    other.undo()
    assert one.note(note.key).text == "From one"


def test_a_note_that_one_edits_and_one_removes_stays(path: Path, note: Note) -> None:
    one, other = NotesStore(path), NotesStore(path)
    one.apply(added(note))
    one.apply(edited(note, "From one"))
    other.apply(Change("remove a note", (Step(note, None),)))
    assert one.note(note.key).text == "From one"


def test_tags_that_two_add_are_all_there(path: Path) -> None:
    one, other = NotesStore(path), NotesStore(path)
    state = ArticleState(ID, tags=("old", "gone"))
    one.apply(Change("tag", (Step(None, state),)))
    one.apply(tagged(state, "old", "gone", "one"))
    other.apply(tagged(state, "old", "other"))
    assert one.state(ID).tags == ("old", "one", "other")


def test_threads_lose_nothing(store: NotesStore, note: Note) -> None:
    def write(first: int) -> None:
        for key in range(first, first + 10):
            store.apply(added(replace(note, key=key)))
            assert store.note(key).key == key

    threads = [threading.Thread(target=write, args=(first,)) for first in (1, 101, 201, 301)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(store.notes()) == 40
