from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from reader.domain.errors import NotFound, NothingToUndo, QuoteNotPlaced
from reader.domain.ids import note_id
from reader.library.annotating import place_of_paragraph, place_of_quote
from reader.library.library import Library
from reader.library.shelf import to_the_millisecond
from reader.settings import Folders

STORY = """Bridge over the Drin reopens

By Lena Fuchs in Shkoder

The bridge over the Drin reopened on Friday after repairs that cost €14mn, the ministry said.

Drivers said the bridge was “as good as new”. The mayor said the same.
"""


@pytest.fixture
def article(library: Library) -> str:
    return library.add(library.preview(STORY), STORY).id


def test_a_note_survives_a_restart_with_its_quote(library: Library, article: str, again: Callable[[], Library]) -> None:
    text = library.open(article).article
    note = library.annotate(article, "check the cost", place_of_quote(text, "repairs that cost €14mn"))
    (found,) = again().notes(article)
    assert found == note
    assert found.anchor is not None
    assert found.anchor.quote == "repairs that cost €14mn"
    assert found.anchor.before.endswith("on Friday after ")
    assert found.anchor.after.startswith(", the ministry")


def test_a_note_can_be_edited_deleted_and_brought_back(library: Library, article: str) -> None:
    note = library.annotate(article, "first")
    edited = library.edit_note(note.key, "second")
    assert edited.modified > note.modified
    assert [one.text for one in library.notes(article)] == ["second"]
    library.trash_note(note.key)
    assert library.notes(article) == []
    assert "second" in library.undo().what
    library.undo()
    assert [one.text for one in library.notes(article)] == ["first"]
    library.redo()
    assert [one.text for one in library.notes(article)] == ["second"]


def test_the_time_of_change_never_runs_backwards(folders: Folders) -> None:
    times = iter([datetime(2024, 5, 1, tzinfo=UTC)] * 4 + [datetime(2020, 1, 1, tzinfo=UTC)] * 9)
    library = Library(folders, now=lambda: next(times))
    article = library.add(library.preview(STORY), STORY).id
    note = library.annotate(article, "first")
    while library.shelf.now().year != 2020:
        pass
    assert library.edit_note(note.key, "later").modified >= note.modified


def test_notes_written_within_one_second_keep_their_order(folders: Folders) -> None:
    ticks, keys = count(), count(9, -1)
    library = Library(
        folders,
        now=lambda: datetime(2024, 3, 14, 9, tzinfo=UTC) + timedelta(milliseconds=next(ticks)),
        new_key=lambda: next(keys),
    )
    article = library.sample().id
    for text in ("one", "two", "three"):
        library.annotate(article, text)
    assert [note.text for note in Library(folders).notes()] == ["one", "two", "three"]


def test_a_moment_is_kept_to_the_millisecond() -> None:
    moment = datetime(2024, 3, 14, 9, 0, 0, 123_987, UTC)
    assert to_the_millisecond(moment) == datetime(2024, 3, 14, 9, 0, 0, 123_000, UTC)


def test_undo_with_nothing_to_undo_says_so(library: Library) -> None:
    with pytest.raises(NothingToUndo):
        library.undo()
    with pytest.raises(NothingToUndo):
        library.redo()


def test_tags_are_put_on_and_taken_off(library: Library, article: str) -> None:
    assert library.tag(article, add=["#Bridges", " albania "]).tags == ("albania", "bridges")
    assert library.tag(article, remove=["Bridges"]).tags == ("albania",)
    assert library.tags() == {"albania": 1}
    library.undo()
    assert library.rows()[0].state.tags == ("albania", "bridges")


def test_having_read_an_article_is_no_step_to_undo(library: Library, article: str) -> None:
    library.tag(article, add=["roads"])
    state = library.mark(article, unread=False, progress=0.5)
    assert not state.unread
    assert state.opened is not None
    library.undo()
    row = library.rows()[0]
    assert row.state.tags == ()
    assert row.state.progress == 0.5


def test_a_star_is_undone(library: Library, article: str) -> None:
    library.mark(article, starred=True)
    assert library.rows()[0].state.starred
    library.undo()
    assert not library.rows()[0].state.starred


def test_progress_stays_between_none_and_all(library: Library, article: str) -> None:
    assert library.mark(article, progress=7).progress == 1
    assert library.mark(article, progress=-7).progress == 0


def test_a_deleted_article_takes_its_notes_from_sight_and_brings_them_back(library: Library, article: str) -> None:
    library.annotate(article, "a note")
    library.trash([article])
    assert library.notes() == []
    with pytest.raises(NotFound):
        library.identify(article)
    library.undo()
    assert [note.text for note in library.notes()] == ["a note"]


def test_a_quote_met_twice_or_never_is_refused_with_its_places(library: Library, article: str) -> None:
    text = library.open(article).article
    with pytest.raises(QuoteNotPlaced):
        place_of_quote(text, "the tunnel")
    with pytest.raises(QuoteNotPlaced) as several:
        place_of_quote(text, "said")
    assert "3 times" in several.value.sentence


def test_paragraphs_are_counted_from_one(library: Library, article: str) -> None:
    text = library.open(article).article
    assert place_of_paragraph(text, 1).of(text.text).startswith("The bridge over the Drin reopened")
    for number in (0, 3, -1):
        with pytest.raises(NotFound):
            place_of_paragraph(text, number)


def test_a_note_is_named_by_the_beginning_of_its_id(library: Library, article: str) -> None:
    note = library.annotate(article, "a note")
    assert library.identify_note(note_id(note.key)[:5]) == note.key
    with pytest.raises(NotFound):
        library.identify_note("")


def test_the_filter_looks_in_title_text_and_tags(library: Library, article: str) -> None:
    library.tag(article, add=["balkans"])
    for words in ("bridge", "MINISTRY", "#balkans", "drin good", "€14mn"):
        assert [row.head.id for row in library.rows(words)] == [article], words
    assert library.rows("bridge tunnel") == []


def test_an_export_holds_the_note_and_its_quote_and_repeats_itself(
    library: Library, article: str, tmp_path: Path
) -> None:
    text = library.open(article).article
    library.annotate(article, "check the cost", place_of_quote(text, "repairs that cost €14mn"))
    report = library.export([article], tmp_path / "out")
    (written,) = report.written
    before = written.read_bytes()
    assert b"check the cost" in before
    assert "repairs that cost €14mn" in before.decode()
    assert library.export([article], tmp_path / "out").unchanged == (written,)
    assert written.read_bytes() == before
