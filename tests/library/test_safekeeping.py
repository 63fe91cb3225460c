"""Snapshots of the notes, a day at a time."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from reader.domain.errors import NotFound
from reader.library.library import Library
from tests.library.keeping import FERRIES, Day, add, snapshots


def test_the_first_change_of_a_day_leaves_a_snapshot_with_it(here: Library, day: Day) -> None:
    article = add(here, FERRIES)
    assert snapshots(here) == [f"notes-{day.now.astimezone().date()}.json"]
    newest = here.shelf.notes.snapshots.newest()
    assert newest is not None
    assert article.encode() in newest.read_bytes()
    assert not newest.is_relative_to(here.folders.library)


def test_later_changes_of_that_day_leave_it_as_it_is(here: Library, at: Callable[[str], Library]) -> None:
    article = add(here, FERRIES)
    newest = here.shelf.notes.snapshots.newest()
    assert newest is not None
    before = newest.read_bytes()
    here.annotate(article, "Later.")
    at("here").annotate(article, "By another process.")
    assert newest.read_bytes() == before


def test_every_road_of_a_change_leads_to_a_snapshot(here: Library, day: Day) -> None:
    article = add(here, FERRIES)
    note = here.annotate(article, "Ask.")
    changes: list[Callable[[], object]] = [
        lambda: here.tag(article, ["sea"]),
        lambda: here.edit_note(note.key, "Ask again."),
        here.undo,
        here.redo,
        lambda: here.mark(article, progress=0.5),
        lambda: here.trash([article]),
    ]
    for change in changes:
        day.now += timedelta(days=1)
        change()
        newest = here.shelf.notes.snapshots.newest()
        assert newest is not None
        assert newest.name == f"notes-{day.now.astimezone().date()}.json"


def test_a_week_of_work_leaves_seven_that_can_each_be_restored(
    here: Library, at: Callable[[str], Library], day: Day
) -> None:
    article = add(here, FERRIES)
    for number in range(9):
        day.now += timedelta(days=1)
        here.annotate(article, f"Day {number}.")
    assert len(snapshots(here)) == 7
    oldest = here.shelf.notes.snapshots.all()[0]
    there = at("there")
    there.safekeeping.restore(oldest)
    assert [note.text for note in there.shelf.notes.notes()] == ["Day 0.", "Day 1.", "Day 2."]


def test_no_snapshot_is_no_reason_why_a_save_fails_and_is_told_once(here: Library) -> None:
    here.folders.state.mkdir(parents=True)
    (here.folders.state / "snapshots").write_bytes(b"in the way")
    article = add(here, FERRIES)
    note = here.annotate(article, "Kept.")
    assert here.shelf.notes.note(note.key) == note
    told = here.safekeeping.notices()
    assert len(told) == 1
    assert "snapshot" in told[0]
    here.annotate(article, "Also kept.")
    assert here.safekeeping.notices() == ()


def test_a_snapshot_in_the_background_is_there_in_the_end(here: Library) -> None:
    here.safekeeping.in_background()
    add(here, FERRIES)
    for thread in threading.enumerate():
        if thread.name == "snapshot":
            thread.join(60)
    assert len(snapshots(here)) == 1


def test_reading_leaves_no_snapshot(here: Library) -> None:
    here.rows()
    here.tags()
    with pytest.raises(NotFound):
        here.identify("abc")
    assert not here.folders.state.exists()
