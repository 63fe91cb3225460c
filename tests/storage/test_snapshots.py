"""A snapshot of the notes for each day: which are kept, and what never pushes them out."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.errors import CannotWrite
from reader.storage.snapshots import KEPT, Snapshots

NOTES = b'{"format": {}, "notes": {"7": {"text": "Ask."}}}'
EMPTY = b'{"format": {"1": {"version": 1}}, "notes": {}, "articles": {}}'
DAY = date(2026, 11, 22)


@pytest.fixture
def snapshots(tmp_path: Path) -> Snapshots:
    return Snapshots(tmp_path / "state", tmp_path / "library")


def names(snapshots: Snapshots) -> list[str]:
    return [path.name for path in snapshots.all()]


def test_nothing_is_made_before_there_is_something_to_keep(snapshots: Snapshots, tmp_path: Path) -> None:
    assert snapshots.newest() is None
    assert snapshots.keep(DAY, EMPTY) is None
    assert list(tmp_path.iterdir()) == []


def test_a_snapshot_holds_the_bytes_it_was_given(snapshots: Snapshots) -> None:
    path = snapshots.keep(DAY, NOTES)
    assert path is not None
    assert path.read_bytes() == NOTES
    assert (path.name, snapshots.newest()) == ("notes-2026-11-22.json", path)


def test_only_its_owner_may_read_it(snapshots: Snapshots) -> None:
    path = snapshots.keep(DAY, NOTES)
    assert path is not None
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_seven_days_are_kept(snapshots: Snapshots) -> None:
    for day in range(10):
        snapshots.keep(DAY + timedelta(days=day), NOTES)
    assert names(snapshots) == [f"notes-{DAY + timedelta(days=day)}.json" for day in range(3, 10)]


def test_empty_notes_push_nothing_out(snapshots: Snapshots) -> None:
    for day in range(KEPT):
        snapshots.keep(DAY + timedelta(days=day), NOTES)
    before = names(snapshots)
    for raw in (EMPTY, b"", b"{}", b"null", b'{"history": {"1": {"table": "notes"}}}'):
        assert snapshots.keep(DAY + timedelta(days=KEPT), raw) is None
    assert names(snapshots) == before


def test_a_clock_that_ran_ahead_for_a_day_does_not_keep_new_snapshots_out(snapshots: Snapshots) -> None:
    snapshots.keep(date(2099, 1, 1), NOTES)
    for day in range(10):
        snapshots.keep(DAY + timedelta(days=day), NOTES)
    assert len(names(snapshots)) == KEPT + 1
    assert names(snapshots)[-2] == f"notes-{DAY + timedelta(days=9)}.json"


def test_a_clock_that_runs_behind_pushes_out_nothing_good(snapshots: Snapshots) -> None:
    for day in range(KEPT):
        snapshots.keep(DAY + timedelta(days=day), NOTES)
    before = set(names(snapshots))
    for day in range(20):
        snapshots.keep(date(1970, 1, 1) + timedelta(days=day), NOTES)
    assert before <= set(names(snapshots))


@given(st.lists(st.dates(date(1970, 1, 1), date(2100, 1, 1)), min_size=1, max_size=30))
def test_whatever_the_clock_says_there_are_never_fewer_than_seven(
    tmp_path_factory: pytest.TempPathFactory, days: list[date]
) -> None:
    home = tmp_path_factory.mktemp("clock")
    snapshots = Snapshots(home / "state", home / "library")
    for made, day in enumerate(days):
        path = snapshots.keep(day, NOTES)
        assert path is not None
        assert path.exists()
        assert len(names(snapshots)) >= min(KEPT, len(set(days[: made + 1])))
        assert len(names(snapshots)) <= 2 * KEPT


def test_what_a_killed_writer_left_goes(snapshots: Snapshots) -> None:
    first = snapshots.keep(DAY, NOTES)
    assert first is not None
    litter = first.with_name(".notes-2026-11-21.json.0123456789abcdef.tmp")
    other = first.with_name(".hidden")
    for path in (litter, other):
        path.write_bytes(b"half")
    snapshots.keep(DAY + timedelta(days=1), NOTES)
    assert (litter.exists(), other.exists()) == (False, True)


def test_files_of_other_names_are_left_alone(snapshots: Snapshots) -> None:
    first = snapshots.keep(DAY, NOTES)
    assert first is not None
    mine = first.with_name("notes-of-mine.json")
    mine.write_bytes(b"{}")
    for day in range(1, 10):
        snapshots.keep(DAY + timedelta(days=day), NOTES)
    assert mine.exists()


def test_two_libraries_never_mix(tmp_path: Path) -> None:
    one, other = (Snapshots(tmp_path / "state", tmp_path / name) for name in ("one", "other"))
    one.keep(DAY, NOTES)
    assert other.newest() is None
    assert one.folder != other.folder


def test_a_library_behind_a_link_is_the_same_library(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    one, other = (Snapshots(tmp_path / "state", tmp_path / name) for name in ("real", "link"))
    assert one.folder == other.folder


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"")
    with pytest.raises(CannotWrite):
        Snapshots(tmp_path / "state", tmp_path / "library").keep(DAY, NOTES)
