"""The look whether everything is whole: articles, folders, passages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.domain.changes import Change, Step
from reader.library.library import Library
from tests.library.keeping import Day, astray, files, filled, interrupting, kept_aside, kinds, passage, scribbled


@pytest.mark.parametrize("name", ["article", "findings", "version", "state", "note", "litter", "copy", "mode"])
def test_each_kind_of_damage_is_found_and_repairing_it_deletes_nothing(
    here: Library, at: Callable[[str], Library], name: str
) -> None:
    article = filled(here)
    assert here.safekeeping.check().found == ()
    scribbled(here, article, name)
    library = at("here")
    before = files(here.folders.library)
    assert name in kinds(library.safekeeping.check())
    assert files(here.folders.library) == before
    repaired = library.safekeeping.check(repair=True)
    assert name in kinds(repaired)
    after = sorted(files(here.folders.library).values())
    assert [raw for path, raw in before.items() if not path.startswith("notes.") and raw not in after] == []
    remaining = {finding.kind for finding in at("here").safekeeping.check().found}
    assert remaining <= ({"version"} if name in {"article", "version"} else {"note"} if name == "note" else set())


def test_a_healthy_library_is_well_and_is_counted(here: Library) -> None:
    filled(here)
    report = here.safekeeping.check()
    assert (report.articles, report.versions, report.notes, report.anchors) == (2, 3, 3, 2)
    assert (report.found, report.remarks, report.remaining) == ((), (), ())


def test_looking_at_no_library_makes_none(here: Library, tmp_path: Path) -> None:
    assert here.safekeeping.check(repair=True).found == ()
    assert list(tmp_path.iterdir()) == []


def test_a_note_beside_its_passage_is_put_back_and_undo_takes_that_back(here: Library) -> None:
    article = filled(here)
    note = passage(here, article, "Tuesday")
    moved = astray(here, note, 3)
    assert kinds(here.safekeeping.check()) == ["anchor"]
    assert here.shelf.notes.note(note.key) == moved
    assert here.safekeeping.check(repair=True).remaining == ()
    assert here.shelf.notes.note(note.key).anchor == note.anchor
    assert here.safekeeping.check().found == ()
    here.undo()
    assert here.shelf.notes.note(note.key) == moved


def test_a_note_whose_passage_is_gone_is_kept_and_marked(here: Library) -> None:
    article = filled(here)
    note = passage(here, article, "Tuesday")
    assert note.anchor is not None
    lost = replace(note, anchor=replace(note.anchor, quote="Wednesday"))
    here.apply(Change("lose", (Step(note, lost),)))
    assert here.safekeeping.check(repair=True).remaining == ()
    found = here.shelf.notes.note(note.key)
    assert found.anchor is not None
    assert (found.text, found.anchor.placed) == (note.text, False)


def test_the_version_in_use_is_one_that_can_be_read(here: Library, at: Callable[[str], Library]) -> None:
    article = filled(here)
    here.shelf.articles.files.article(article, 2).write_bytes(b"scribble")
    library = at("here")
    library.safekeeping.check(repair=True)
    assert at("here").open(article).kept.version == 1


def test_an_article_of_a_later_version_of_reader_is_left_where_it_is(here: Library) -> None:
    article = filled(here)
    path = here.shelf.articles.files.article(article, 2)
    path.write_bytes(path.read_bytes().replace(b"\nformat: 1\n", b"\nformat: 9\n"))
    before = files(here.folders.library)
    report = here.safekeeping.check(repair=True)
    assert kinds(report) == ["article"]
    assert len(report.remaining) == 1
    assert files(here.folders.library) == before


def test_a_temporary_file_that_somebody_may_be_writing_is_left_alone(here: Library, day: Day) -> None:
    article = filled(here)
    fresh = here.shelf.articles.files.articles / f".{article}.md.0123456789abcdef.tmp"
    fresh.write_bytes(b"half")
    fresh.chmod(0o600)
    day.now = datetime.fromtimestamp(fresh.stat().st_mtime, UTC)
    assert here.safekeeping.check(repair=True).found == ()
    assert fresh.exists()


def test_the_index_is_only_mentioned_where_there_is_one(here: Library) -> None:
    filled(here)
    here.folders.cache.mkdir(parents=True)
    (here.folders.cache / "index.sqlite").write_bytes(b"")
    report = here.safekeeping.check()
    assert (len(report.remarks), report.found) == (1, ())


def test_an_interrupted_repair_goes_on_when_it_is_done_again(here: Library, at: Callable[[str], Library]) -> None:
    article = filled(here)
    note = passage(here, article, "Tuesday")
    astray(here, note, 3)
    for number in (1, 2):
        here.shelf.articles.files.findings(article, number).write_bytes(b"scribble")
    with pytest.raises(KeyboardInterrupt):
        at("here").safekeeping.check(repair=True, progress=interrupting(1))
    assert at("here").safekeeping.check(repair=True).remaining == ()
    assert kept_aside(here) == [b"scribble", b"scribble"]
    assert at("here").shelf.notes.note(note.key).anchor == note.anchor
