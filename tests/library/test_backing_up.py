"""Backups, and libraries that come back from them."""

import json
import shutil
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import files as disk
from reader.domain.errors import CannotWrite, InputRefused, NewerFormat, WouldOverwrite
from reader.library.library import Library
from reader.settings import Folders
from reader.storage.backup_names import MANIFEST
from tests.library.keeping import FERRIES, Day, add, articles, files, filled, interrupting, kinds, rewritten, written


def test_a_restored_library_is_the_same_library(here: Library, at: Callable[[str], Library], tmp_path: Path) -> None:
    filled(here)
    before, notes = articles(here), written(here)
    report = here.safekeeping.backup(tmp_path / "b.zip")
    assert (report.articles, report.notes, report.left_out) == (2, 3, ())
    shutil.rmtree(here.folders.library)
    there = at("here")
    back = there.safekeeping.restore(tmp_path / "b.zip")
    assert (len(back.added), back.kept, back.beside, back.aside, back.skipped) == (3, 0, (), (), ())
    assert (articles(there), written(there)) == (before, notes)
    assert there.safekeeping.check().found == ()


def test_restoring_twice_changes_nothing_the_second_time(here: Library, tmp_path: Path) -> None:
    filled(here)
    here.safekeeping.backup(tmp_path / "b.zip")
    before, notes = articles(here), written(here)
    report = here.safekeeping.restore(tmp_path / "b.zip")
    assert (report.added, report.kept, report.merged, report.aside) == ((), 3, 0, ())
    assert (articles(here), written(here)) == (before, notes)


def test_what_was_written_since_stays(here: Library, tmp_path: Path) -> None:
    article = filled(here)
    here.safekeeping.backup(tmp_path / "b.zip")
    later = here.annotate(article, "Written since.")
    here.tag(article, ["north"], ["sea"])
    third = add(here, "A third one\n\nIt came in after the backup.\n")
    here.safekeeping.restore(tmp_path / "b.zip")
    assert here.shelf.notes.note(later.key) == later
    assert "north" in here.shelf.state(article).tags
    assert third in here.shelf.articles.ids()


def test_another_library_keeps_its_own_and_gets_the_rest(
    here: Library, at: Callable[[str], Library], tmp_path: Path
) -> None:
    article = filled(here)
    here.safekeeping.backup(tmp_path / "b.zip")
    there = at("there")
    own = add(there, FERRIES)
    there.edit_fields(own, {"source": "The Courier"})
    mine = there.annotate(own, "Written there.")
    before = articles(there)
    report = there.safekeeping.restore(tmp_path / "b.zip")
    assert own == article
    assert report.beside == (f"{article} version 2 as version 3",)
    assert before.items() <= articles(there).items()
    assert there.shelf.articles.read(article, 3).article.source == "The Post"
    assert there.shelf.current(article).article.source == "The Courier"
    assert there.shelf.notes.note(mine.key) == mine
    assert {"Ask.", "On the whole.", "Written there."} <= {note.text for note in there.shelf.notes.notes()}
    again = there.safekeeping.restore(tmp_path / "b.zip")
    assert (again.added, again.beside) == ((), ())


def test_both_texts_of_a_note_are_kept(here: Library, at: Callable[[str], Library], tmp_path: Path) -> None:
    article = add(here, FERRIES)
    note = here.annotate(article, "The first text.")
    here.safekeeping.backup(tmp_path / "b.zip")
    there = at("there")
    there.safekeeping.restore(tmp_path / "b.zip")
    there.edit_note(note.key, "Written there.")
    there.safekeeping.backup(tmp_path / "there.zip")
    here.edit_note(note.key, "Written here.")
    here.safekeeping.restore(tmp_path / "there.zip")
    text = here.shelf.notes.note(note.key).text
    assert "Written here." in text
    assert "Written there." in text


def test_the_notes_part_of_a_restore_is_one_change(here: Library, at: Callable[[str], Library], tmp_path: Path) -> None:
    filled(here)
    here.safekeeping.backup(tmp_path / "b.zip")
    there = at("there")
    there.safekeeping.restore(tmp_path / "b.zip")
    there.undo()
    assert there.shelf.notes.notes() == []


def test_a_damaged_article_is_put_aside_for_the_one_of_the_backup(here: Library, tmp_path: Path) -> None:
    article = filled(here)
    before = articles(here)
    here.safekeeping.backup(tmp_path / "b.zip")
    here.shelf.articles.files.article(article, 1).write_bytes(b"scribble")
    report = here.safekeeping.restore(tmp_path / "b.zip")
    assert report.replaced == (f"{article} version 1",)
    assert [path.read_bytes() for path in report.aside] == [b"scribble"]
    assert articles(here) == before


def test_an_article_that_was_damaged_when_it_was_backed_up_replaces_nothing(here: Library, tmp_path: Path) -> None:
    article = filled(here)
    path = here.shelf.articles.files.article(article, 1)
    whole = path.read_bytes()
    path.write_bytes(b"scribble")
    here.safekeeping.backup(tmp_path / "b.zip")
    path.write_bytes(whole)
    report = here.safekeeping.restore(tmp_path / "b.zip")
    assert [one.read_bytes() for one in report.aside] == [b"scribble"]
    assert path.read_bytes() == whole


def test_an_article_that_only_came_in_another_day_is_the_same(
    here: Library, at: Callable[[str], Library], day: Day, tmp_path: Path
) -> None:
    add(here, FERRIES)
    here.safekeeping.backup(tmp_path / "b.zip")
    day.now += timedelta(days=3)
    there = at("there")
    add(there, FERRIES)
    before = articles(there)
    report = there.safekeeping.restore(tmp_path / "b.zip")
    assert (report.kept, report.beside) == (1, ())
    assert articles(there) == before


def test_what_was_emptied_out_of_the_trash_comes_back(here: Library, tmp_path: Path) -> None:
    article = filled(here)
    before, notes = articles(here), written(here)
    here.safekeeping.backup(tmp_path / "b.zip")
    here.trash([article])
    here.wastebasket.empty(here.wastebasket.contents())
    assert article not in here.shelf.articles.ids()
    here.safekeeping.restore(tmp_path / "b.zip")
    here.wastebasket.purge()
    assert (articles(here), written(here)) == (before, notes)


def test_files_that_the_trash_would_take_again_are_not_brought_back(here: Library, tmp_path: Path) -> None:
    article = filled(here)
    here.safekeeping.backup(tmp_path / "b.zip")
    rewritten(tmp_path / "b.zip", tmp_path / "damaged.zip", "notes.json", b"Ask.", b"Asp.")
    here.trash([article])
    here.wastebasket.empty(here.wastebasket.contents())
    report = here.safekeeping.restore(tmp_path / "damaged.zip")
    assert len(report.skipped) == 2
    assert "emptied out of the trash" in report.skipped[1]
    assert article not in here.shelf.articles.ids()


def test_a_plain_notes_file_can_be_restored(here: Library, at: Callable[[str], Library], tmp_path: Path) -> None:
    filled(here)
    plain = tmp_path / "notes.json"
    plain.write_bytes(here.shelf.notes.folded())
    there = at("there")
    assert there.safekeeping.restore(plain).merged > 0
    assert written(there)[0] == written(here)[0]


def test_notes_that_cannot_be_read_at_all_make_room_and_are_kept(here: Library, tmp_path: Path) -> None:
    filled(here)
    notes = written(here)
    here.safekeeping.backup(tmp_path / "b.zip")
    for path in here.folders.library.glob("notes.*"):
        path.write_bytes(b"{scribble")
    here.safekeeping.restore(tmp_path / "b.zip")
    assert written(here) == notes
    assert b"{scribble" in [path.read_bytes() for path in (here.folders.library / "aside").iterdir()]


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b"PK", b"PK\x05\x06" + bytes(18), b"text", b"\xff{}"])
def test_a_file_of_another_kind_restores_nothing(here: Library, tmp_path: Path, raw: bytes) -> None:
    filled(here)
    before = files(here.folders.library)
    (tmp_path / "other").write_bytes(raw)
    with pytest.raises(InputRefused):
        here.safekeeping.restore(tmp_path / "other")
    assert files(here.folders.library) == before


def test_a_backup_with_damage_restores_the_rest_and_says_so(
    here: Library, at: Callable[[str], Library], tmp_path: Path
) -> None:
    article = filled(here)
    here.safekeeping.backup(tmp_path / "b.zip")
    rewritten(tmp_path / "b.zip", tmp_path / "damaged.zip", f"articles/{article}.v2.md", b"Tuesday", b"Monday")
    there = at("there")
    report = there.safekeeping.restore(tmp_path / "damaged.zip")
    assert len(report.skipped) == 1
    assert len(report.added) == 2
    assert written(there)[0] == written(here)[0]


def test_a_backup_whose_notes_are_of_another_kind_restores_nothing(here: Library, tmp_path: Path) -> None:
    entries = {"notes.json": b"[]", "articles/0a1b2c3d.md": b"text"}
    sums = {name: {"sha256": sha256(raw).hexdigest()} for name, raw in entries.items()}
    manifest = {"what": "reader backup", "format": 1, "entries": sums}
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for name, raw in (entries | {MANIFEST: json.dumps(manifest).encode()}).items():
            archive.writestr(name, raw)
    with pytest.raises(InputRefused):
        here.safekeeping.restore(tmp_path / "b.zip")
    assert not here.folders.library.exists()


def test_a_disk_that_fills_up_in_a_restore_loses_nothing_and_the_next_goes_on(
    here: Library, at: Callable[[str], Library], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(here)
    here.safekeeping.backup(tmp_path / "b.zip")
    there = at("there")
    real = disk.write_atomically

    def full(path: Path, content: bytes, **options: bool) -> None:
        if path.parent.name == "articles" and len(list(path.parent.iterdir())) > 1:
            raise CannotWrite("full")
        real(path, content, **options)

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write_atomically", full)
        with pytest.raises(CannotWrite):
            there.safekeeping.restore(tmp_path / "b.zip")
    there.safekeeping.restore(tmp_path / "b.zip")
    assert articles(there) == articles(here)


def test_a_backup_overwrites_nothing_unasked(here: Library, tmp_path: Path) -> None:
    filled(here)
    path = tmp_path / "b.zip"
    path.write_bytes(b"mine")
    with pytest.raises(WouldOverwrite):
        here.safekeeping.backup(path)
    assert path.read_bytes() == b"mine"
    here.safekeeping.backup(path, overwrite=True)
    assert zipfile.is_zipfile(path)


def test_an_empty_library_can_be_backed_up_and_restored(
    here: Library, at: Callable[[str], Library], tmp_path: Path
) -> None:
    assert here.safekeeping.backup(tmp_path / "b.zip").articles == 0
    assert at("there").safekeeping.restore(tmp_path / "b.zip").skipped == ()


def test_how_far_the_work_is_is_told(here: Library, tmp_path: Path) -> None:
    filled(here)
    told: list[tuple[int, int]] = []
    here.safekeeping.backup(tmp_path / "b.zip", progress=lambda *steps: told.append(steps))
    assert told == sorted(told)
    assert told[-1][0] <= told[-1][1]


@pytest.mark.parametrize("step", [0, 3, 8])
def test_an_interrupted_backup_leaves_nothing_behind(here: Library, tmp_path: Path, step: int) -> None:
    filled(here)
    with pytest.raises(KeyboardInterrupt):
        here.safekeeping.backup(tmp_path / "b.zip", progress=interrupting(step))
    assert [path.name for path in tmp_path.iterdir()] == ["here"]


def test_a_restore_interrupted_before_it_writes_writes_nothing(
    here: Library, at: Callable[[str], Library], tmp_path: Path
) -> None:
    filled(here)
    here.safekeeping.backup(tmp_path / "b.zip")
    there = at("there")
    with pytest.raises(KeyboardInterrupt):
        there.safekeeping.restore(tmp_path / "b.zip", progress=interrupting(4))
    assert not there.folders.library.exists()


def test_an_interrupted_restore_goes_on_when_it_is_done_again(
    here: Library, at: Callable[[str], Library], tmp_path: Path
) -> None:
    filled(here)
    here.safekeeping.backup(tmp_path / "b.zip")
    there = at("there")
    with pytest.raises(KeyboardInterrupt):
        there.safekeeping.restore(tmp_path / "b.zip", progress=interrupting(8))
    assert 0 < len(articles(there)) < len(articles(here))
    assert kinds(at("there").safekeeping.check()) == ["note"]  # on an article that is still to come
    report = at("there").safekeeping.restore(tmp_path / "b.zip")
    assert (articles(there), report.beside, report.aside) == (articles(here), (), ())


WORDS = st.text(st.characters(), max_size=40)


@settings(max_examples=15)
@given(st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=3)), min_size=1, max_size=4))
def test_whatever_was_written_comes_back(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, list[str]]]
) -> None:
    home, now = tmp_path_factory.mktemp("home"), Day()
    library = Library(Folders(home / "library", home / "config", home / "state", home / "cache"), now=now)
    article = add(library, FERRIES)
    for text, tags in changes:
        library.annotate(article, text)
        library.tag(article, tags)
    before, notes = articles(library), written(library)
    library.safekeeping.backup(home / "b.zip")
    shutil.rmtree(library.folders.library)
    again = Library(library.folders, now=now)
    again.safekeeping.restore(home / "b.zip")
    assert (articles(again), written(again)) == (before, notes)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_damaged_backup_harms_nothing_whatever_the_damage(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[float, int]]
) -> None:
    home, now = tmp_path_factory.mktemp("home"), Day()
    library = Library(Folders(home / "library", home / "config", home / "state", home / "cache"), now=now)
    filled(library)
    before, notes = articles(library), written(library)
    library.safekeeping.backup(home / "b.zip")
    raw = bytearray((home / "b.zip").read_bytes())
    for share, byte in damage:
        raw[int(share * (len(raw) - 1))] = byte
    (home / "b.zip").write_bytes(raw)
    with suppress(InputRefused, NewerFormat):
        library.safekeeping.restore(home / "b.zip")
    assert (articles(library), written(library)) == (before, notes)
    assert {path.name for path in home.iterdir()} == {"library", "state", "b.zip"}
