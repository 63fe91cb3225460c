"""The look at what the person wrote, and where else a good copy lies."""

import json
import shutil
from collections.abc import Callable

import pytest

from reader.domain.errors import Damaged
from reader.library.library import Library
from tests.library.keeping import before_folding, files, filled, folded, journal, kept_aside, kinds, written


def test_a_damaged_notes_file_is_told_and_put_aside(here: Library, at: Callable[[str], Library]) -> None:
    filled(here)
    path, notes = folded(here), written(here)
    path.write_bytes(b'{"scribble')
    report = at("here").safekeeping.check()
    assert kinds(report) == ["notes"]
    assert len(report.remaining) == 1
    assert path.read_bytes() == b'{"scribble'
    assert at("here").safekeeping.check(repair=True).remaining == ()
    assert kept_aside(here) == [b'{"scribble']
    assert written(at("here")) == notes
    assert at("here").safekeeping.check().found == ()


def test_notes_damaged_beyond_repair_are_left_and_the_last_snapshot_is_named(
    here: Library, at: Callable[[str], Library]
) -> None:
    filled(here)
    path = folded(here)
    newest = here.shelf.notes.snapshots.newest()
    for each in here.folders.library.glob("notes.*"):
        each.unlink() if each.suffix in {".bak", ".journal"} else each.write_bytes(b"{scribble")
    before = files(here.folders.library)
    report = at("here").safekeeping.check(repair=True)
    assert f"`reader restore {newest}`" in report.remaining[0].sentence
    assert {name: raw for name, raw in files(here.folders.library).items() if name != "notes.json.lock"} == {
        name: raw for name, raw in before.items() if name != "notes.json.lock"
    }
    assert newest is not None
    restored = at("here").safekeeping.restore(newest)
    assert restored.aside == (here.folders.library / "aside" / "notes.json",)
    assert path.exists()
    assert at("here").safekeeping.check().found == ()


def test_journals_that_do_not_hold_everything_name_the_last_snapshot_and_keep_what_they_hold(
    here: Library, at: Callable[[str], Library]
) -> None:
    article = filled(here)
    path, newest = folded(here), here.shelf.notes.snapshots.newest()
    later = at("here").annotate(article, "Since the last folding.")
    path.write_bytes(b"{scribble")
    before_folding(here).unlink()
    with pytest.raises(Damaged, match=r"reader restore .*notes-2026-11-22\.json`"):
        at("here").rows()
    assert newest is not None
    restored = at("here").safekeeping.restore(newest)
    assert [one.read_bytes() for one in restored.aside] == [b"{scribble"]
    assert at("here").shelf.notes.note(later.key) == later
    assert article in at("here").shelf.notes.states()


def test_notes_that_are_gone_altogether_name_the_last_snapshot(here: Library, at: Callable[[str], Library]) -> None:
    article = filled(here)
    notes, newest = written(here), here.shelf.notes.snapshots.newest()
    here.shelf.notes.snapshot()
    assert newest is not None
    for path in here.folders.library.glob("notes.*"):
        path.unlink()
    library = at("here")
    assert [row.head.id for row in library.rows()].count(article) == 1
    assert f"`reader restore {newest}`" in " ".join(library.safekeeping.notices())
    library.safekeeping.restore(newest)
    assert written(at("here")) == notes
    assert at("here").safekeeping.notices() == ()


def test_a_library_that_never_held_notes_misses_none(here: Library) -> None:
    here.rows()
    assert here.safekeeping.notices() == ()


def test_a_damaged_line_of_a_journal_is_told_and_kept_aside(here: Library, at: Callable[[str], Library]) -> None:
    article = filled(here)
    folded(here)
    library = at("here")
    library.annotate(article, "First.")
    library.annotate(article, "Second.")
    whole = journal(here).read_bytes()
    damaged = whole.replace(b"First.", b"Furst.")
    journal(here).write_bytes(damaged)
    assert kinds(at("here").safekeeping.check()) == ["journal"]
    report = at("here").safekeeping.check(repair=True)
    assert (kinds(report), report.remaining) == (["journal"], ())
    assert kept_aside(here) == [damaged]
    assert "Second." in [note.text for note in at("here").shelf.notes.notes()]
    assert at("here").safekeeping.check().found == ()


@pytest.mark.parametrize("raw", [b"", b"scribble", b"scribble\nmore\n"])
def test_a_journal_without_a_good_line_makes_room_for_a_new_one(
    here: Library, at: Callable[[str], Library], raw: bytes
) -> None:
    article = filled(here)
    folded(here)
    journal(here).write_bytes(raw)
    assert kinds(at("here").safekeeping.check()) == ["journal"]
    assert at("here").safekeeping.check(repair=True).remaining == ()
    assert kept_aside(here) == [raw]
    at("here").annotate(article, "It goes on.")
    assert at("here").safekeeping.check().found == ()


def test_a_line_that_is_not_finished_is_no_fault(here: Library, at: Callable[[str], Library]) -> None:
    filled(here)
    with journal(here).open("ab") as file:
        file.write(b"0123abcd [")
    report = at("here").safekeeping.check()
    assert (report.found, len(report.remarks)) == ((), 1)


def test_a_damaged_notes_file_before_is_told(here: Library, at: Callable[[str], Library]) -> None:
    filled(here)
    folded(here)
    before_folding(here).write_bytes(b"scribble")
    assert kinds(at("here").safekeeping.check()) == ["notes"]
    assert at("here").safekeeping.check(repair=True).remaining == ()
    assert kept_aside(here) == [b"scribble"]


def test_a_conflicted_copy_is_told_and_put_aside_when_it_is_merged(here: Library, at: Callable[[str], Library]) -> None:
    article = filled(here)
    path = folded(here)
    there = at("there")
    shutil.copytree(here.folders.library, there.folders.library)
    note = there.annotate(article, "Written there.")
    copy = path.with_name("notes (conflicted copy).json")
    copy.write_bytes(there.shelf.notes.folded())
    raw = copy.read_bytes()
    assert kinds(at("here").safekeeping.check()) == ["notes"]
    assert at("here").safekeeping.check(repair=True).remaining == ()
    assert (copy.exists(), raw in kept_aside(here)) == (False, True)
    assert at("here").shelf.notes.note(note.key).text == "Written there."


def test_a_document_that_cannot_be_read_is_told_and_left(here: Library, at: Callable[[str], Library]) -> None:
    path = here.folders.library / "notes.json"
    path.parent.mkdir(parents=True, mode=0o700)
    path.write_bytes(b'{"format": {"1": {"version": 1}}, "notes": {"77": {"article": 5}}, "articles": {}}')
    path.chmod(0o600)
    assert kinds(at("here").safekeeping.check()) == ["note"]
    assert [finding.kind for finding in at("here").safekeeping.check(repair=True).remaining] == ["note"]
    filled(at("here"))
    assert kinds(at("here").safekeeping.check()) == ["note"]
    assert json.loads(folded(here).read_bytes())["notes"]["77"] == {"article": 5}
