"""Drafts: kept while they are typed, offered once their process is gone, never anybody's who still types."""

import errno
import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.domain.drafts import Draft, DraftKind, DraftState
from reader.domain.errors import CannotWrite, NotFound
from reader.domain.notes import Anchor
from reader.domain.span import Span
from reader.storage.drafts import DraftStore

NOON = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)
NOTE = Draft(
    "0123456789ab",
    DraftKind.NOTE,
    "half a thought \ud800, cut",
    article="0a1b2c3d",
    title="Port reopens",
    note=7,
    before="half",
    anchor=Anchor(1, Span(4, 8), "port", "The ", " reopened."),
)
PASTE = Draft("ba9876543210", DraftKind.PASTE, "Port reopens\n", fields=(("title", "A Port"),), put_back=(0, 2))
FIELDS = Draft("00000000000f", DraftKind.FIELDS, article="0a1b2c3d", fields=(("source", ""),), raw=b"\xff\x00")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "state" / "drafts"


@pytest.fixture
def store(folder: Path, tmp_path: Path) -> DraftStore:
    """The drafts of one process."""
    return another(folder, tmp_path)


def another(folder: Path, library: Path, now: datetime = NOON) -> DraftStore:
    """The drafts of another process on the same folder."""
    return DraftStore(folder, library, lambda: now, patience=0.5)


def ended(store: DraftStore) -> None:
    """End the process of a store as the system does: by taking its lock."""
    store._sessions._lock.release()  # type: ignore[attr-defined]  # it is a lock once something was kept


def files(folder: Path) -> list[str]:
    """The names of the drafts in the folder."""
    return sorted(path.name for path in folder.iterdir() if path.suffix == ".json")


@pytest.mark.parametrize("draft", [NOTE, PASTE, FIELDS])
def test_what_was_kept_is_offered_to_the_letter_when_its_process_is_gone(
    store: DraftStore, folder: Path, tmp_path: Path, draft: Draft
) -> None:
    store.keep(draft)
    ended(store)
    later = another(folder, tmp_path)
    assert later.all() == [replace(draft, typed=NOON)]
    assert later.take(draft.key) == replace(draft, typed=NOON)
    assert later.damaged == ()


def test_the_last_text_counts_and_a_forgotten_one_is_gone(store: DraftStore, folder: Path, tmp_path: Path) -> None:
    store.keep(NOTE)
    store.keep(replace(NOTE, text="a whole thought"))
    store.keep(PASTE)
    store.forget(PASTE.key)
    assert len(files(folder)) == 1
    ended(store)
    assert [draft.text for draft in another(folder, tmp_path).all()] == ["a whole thought"]


def test_forgetting_what_was_never_kept_touches_nothing(store: DraftStore, folder: Path) -> None:
    store.forget(NOTE.key)
    assert store.all() == []
    assert not folder.exists()


def test_nobody_is_offered_what_somebody_types(store: DraftStore, folder: Path, tmp_path: Path) -> None:
    store.keep(NOTE)
    other = another(folder, tmp_path)
    assert store.all() == other.all() == []
    with pytest.raises(NotFound):
        other.take(NOTE.key)
    ended(store)
    assert len(other.all()) == 1


def test_a_draft_left_for_later_is_offered_here_but_not_to_another_living_process(
    store: DraftStore, folder: Path, tmp_path: Path
) -> None:
    store.keep(replace(NOTE, state=DraftState.LATER))
    assert [draft.state for draft in store.all()] == [DraftState.LATER]
    assert another(folder, tmp_path).all() == []


def test_of_two_that_take_a_draft_one_gets_it(store: DraftStore, folder: Path, tmp_path: Path) -> None:
    store.keep(NOTE)
    ended(store)
    one, two = another(folder, tmp_path), another(folder, tmp_path)
    assert len(one.all()) == len(two.all()) == 1
    one.take(NOTE.key)
    with pytest.raises(NotFound):
        two.take(NOTE.key)
    assert two.all() == []
    one.keep(NOTE)
    assert len(files(folder)) == 1


def test_a_killed_process_leaves_its_draft_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    program = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom reader.library.shelf import utc_now\n"
        "from reader.storage.drafts import DraftStore\nfrom reader.domain.drafts import Draft, DraftKind\n"
        "store = DraftStore(Path(sys.argv[1]), Path(sys.argv[2]), utc_now)\n"
        "store.keep(Draft('0123456789ab', DraftKind.NOTE, 'killed'))\n"
        "print('kept', flush=True)\nsys.stdin.read()\n"
    )
    command = [sys.executable, "-c", program, str(folder), str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as one:
        assert one.stdout is not None
        assert one.stdout.readline() == b"kept\n"
        later = another(folder, tmp_path)
        assert later.all() == []
        one.kill()
        one.wait()
        (folder / f".{files(folder)[0]}.{'0f' * 8}.tmp").write_bytes(b"half a dr")
        assert [draft.text for draft in later.all()] == ["killed"]
    assert sorted(path.suffix for path in folder.iterdir() if path.name != "drafts.lock") == [".json"]


def test_modes_do_not_follow_the_umask(store: DraftStore, folder: Path) -> None:
    before = os.umask(0)
    try:
        store.keep(NOTE)
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_names_come_from_nothing_that_was_typed(store: DraftStore, folder: Path) -> None:
    store.keep(replace(NOTE, key=store.new_key(), text="../../x", title="../y", article="../z"))
    assert len(files(folder)) == 1
    assert all(set(name) <= set("0123456789abcdef-.json") for name in files(folder))


def test_what_was_thrown_away_is_kept_thirty_days(store: DraftStore, folder: Path, tmp_path: Path) -> None:
    store.keep(replace(NOTE, state=DraftState.THROWN))
    store.keep(PASTE)
    ended(store)
    assert len(another(folder, tmp_path, NOON + timedelta(days=30)).all()) == 2
    assert [one.kind for one in another(folder, tmp_path, NOON + timedelta(days=31)).all()] == [DraftKind.PASTE]
    assert len(files(folder)) == 1


def test_the_drafts_of_another_library_are_its_own(store: DraftStore, folder: Path, tmp_path: Path) -> None:
    store.keep(NOTE)
    ended(store)
    assert another(folder, tmp_path / "other").all() == []
    assert len(files(folder)) == 1


def test_the_drafts_of_a_library_that_is_there_no_more_are_offered(folder: Path, tmp_path: Path) -> None:
    moved = another(folder, tmp_path / "moved")
    moved.keep(NOTE)
    ended(moved)
    assert len(another(folder, tmp_path).all()) == 1


GOOD = {"format": 1, "kind": "note"}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"[" * 100_000,
        b"\xff\xfe",
        json.dumps(GOOD).encode(),
        json.dumps(GOOD | {"format": 2}).encode(),
    ],
    ids=["empty", "null", "list", "cut", "deep", "not text", "fields missing", "later format"],
)
def test_a_damaged_draft_is_told_and_left_alone(store: DraftStore, folder: Path, raw: bytes) -> None:
    store.keep(replace(NOTE, state=DraftState.LATER))
    bad = folder / "00000000000a-00000000000b.json"
    bad.write_bytes(raw)
    assert [draft.key for draft in store.all()] == [NOTE.key]
    assert len(store.damaged) == 1
    assert str(bad) in store.damaged[0]
    assert bad.read_bytes() == raw


def test_a_link_and_a_pipe_among_the_drafts_are_neither_followed_nor_waited_for(
    store: DraftStore, folder: Path, tmp_path: Path
) -> None:
    store.keep(replace(NOTE, state=DraftState.LATER))
    (folder / "00000000000a-00000000000b.json").symlink_to(folder / files(folder)[0])
    os.mkfifo(folder / "00000000000a-00000000000c.json")
    (folder / "00000000000a-00000000000d.md").symlink_to("/etc/passwd")
    assert len(store.all()) == 1
    assert len(store.damaged) == 3


def test_a_full_disk_is_told_and_the_draft_before_stays(
    store: DraftStore, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.keep(NOTE)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        with pytest.raises(CannotWrite, match="No space left"):
            store.keep(replace(NOTE, text="more"))
    ended(store)
    assert [draft.text for draft in another(folder, tmp_path).all()] == [NOTE.text]


# -- out in an editor


def edited(store: DraftStore, draft: Draft, text: str) -> Path:
    """Have a draft out in an editor that has written this."""
    store.keep(draft)
    path = store.editor_file(draft.key)
    path.write_text(text, encoding="utf-8")
    return path


def test_while_it_is_out_in_an_editor_nobody_takes_it(store: DraftStore, folder: Path, tmp_path: Path) -> None:
    path = edited(store, NOTE, "half a thought, and the rest")
    assert store.all() == another(folder, tmp_path).all() == []
    assert path.exists()


def test_what_an_editor_left_when_reader_was_killed_under_it_is_a_draft_of_its_own(
    store: DraftStore, folder: Path, tmp_path: Path
) -> None:
    path = edited(store, NOTE, "half a thought, and the rest\r\n")
    ended(store)
    found = another(folder, tmp_path).all()
    assert {draft.text for draft in found} == {NOTE.text, "half a thought, and the rest"}
    assert {(draft.article, draft.note, draft.anchor) for draft in found} == {(NOTE.article, NOTE.note, NOTE.anchor)}
    assert not path.exists()


def test_where_nothing_was_typed_before_it_is_the_only_one(store: DraftStore, folder: Path, tmp_path: Path) -> None:
    edited(store, replace(NOTE, text="half"), "whole")
    ended(store)
    assert [draft.text for draft in another(folder, tmp_path).all()] == ["whole"]


@pytest.mark.parametrize("text", ["", "half", "half\n"])
def test_an_editor_that_wrote_nothing_leaves_nothing(
    store: DraftStore, folder: Path, tmp_path: Path, text: str
) -> None:
    path = edited(store, replace(NOTE, text="half"), text)
    ended(store)
    assert another(folder, tmp_path).all() == []
    assert not path.exists()
    assert files(folder) == []


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"nul\0", b"x" * (4 * 1024 * 1024 + 1)])
def test_what_is_no_text_is_told_and_left(store: DraftStore, folder: Path, tmp_path: Path, raw: bytes) -> None:
    path = edited(store, replace(NOTE, text="half"), "")
    path.write_bytes(raw)
    ended(store)
    later = another(folder, tmp_path)
    later.all()
    assert str(path) in later.damaged[0]
    assert path.read_bytes() == raw


def test_what_comes_from_an_editor_later_than_its_draft_is_still_offered(
    store: DraftStore, folder: Path, tmp_path: Path
) -> None:
    store.keep(replace(NOTE, state=DraftState.LATER))
    (folder / "00000000000a-00000000000b.md").write_text("late", encoding="utf-8")
    found = store.all()
    assert {(draft.text, draft.article) for draft in found} == {("late", ""), (NOTE.text, NOTE.article)}
