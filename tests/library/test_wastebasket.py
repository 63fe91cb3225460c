"""The trash: what lies in it, bringing it back, emptying it, and what time and crashes do to it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from reader.domain.discarded import days_left
from reader.domain.errors import Ambiguous, CannotWrite, NotFound, NothingToUndo
from reader.domain.ids import note_id
from reader.domain.notes import is_emptied
from reader.library.library import Library
from reader.library.wastebasket import Emptied
from reader.settings import Folders

START = datetime(2024, 3, 14, 9, 0, tzinfo=UTC)
MILL = "The mill at Orsk closes\n\nBy Ida Roon\n\nThe paper mill at Orsk closes in May, its owner said on Monday."
QUAY = "New quay for Lund\n\nBy Ola Brandt\n\nThe harbour of Lund gets a new quay, the council decided on Tuesday."
DAY = timedelta(days=1)


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(folders: Folders, clock: Clock) -> Library:
    keys: Iterator[int] = count(1 << 60)
    return Library(folders, now=clock, new_key=lambda: next(keys))


@pytest.fixture
def restart(folders: Folders, clock: Clock) -> Callable[[], Library]:
    """The same library at a later start."""
    keys: Iterator[int] = count(1 << 61)
    return lambda: Library(folders, now=clock, new_key=lambda: next(keys))


def added(library: Library, text: str) -> str:
    return library.add(library.preview(text), text).id


def files(folders: Folders) -> list[str]:
    """The names of all files of articles and originals."""
    return sorted(path.name for name in ("articles", "originals") for path in (folders.library / name).glob("*"))


def lying(library: Library) -> list[str]:
    """What is in the trash: articles by title, notes by their text."""
    return [one.note.text if one.note else one.title for one in library.wastebasket.contents()]


def test_the_trash_lists_articles_and_notes_newest_first_with_the_days_left(library: Library, clock: Clock) -> None:
    mill, quay = added(library, MILL), added(library, QUAY)
    library.annotate(mill, "stays with the mill")
    note = library.annotate(quay, "ask the council")
    library.trash([mill])
    clock.moment += 3 * DAY
    library.trash_note(note.key)
    clock.moment += timedelta(hours=1)
    newer, older = library.wastebasket.contents()
    assert newer.note is not None
    assert (newer.note.text, newer.title, newer.days_left) == ("ask the council", "New quay for Lund", 30)
    assert (older.note, older.title, older.days_left, older.notes) == (None, "The mill at Orsk closes", 27, 1)


def test_a_clock_that_runs_back_leaves_all_the_days() -> None:
    assert days_left(START, START) == 30
    assert days_left(START, START + 29 * DAY + timedelta(hours=1)) == 1
    assert days_left(START, START - 400 * DAY) == 30
    assert days_left(START, START + 400 * DAY) == 0


def test_what_is_brought_back_is_as_it_was_and_that_can_be_undone(library: Library) -> None:
    mill, quay = added(library, MILL), added(library, QUAY)
    library.tag(mill, add=["paper"])
    library.annotate(mill, "a note")
    before = library.rows(), library.notes()
    library.trash([mill, quay])
    change = library.wastebasket.restore(library.wastebasket.contents())
    assert change.what == "bring back 2 articles"
    assert (library.rows(), library.notes()) == before
    assert library.undo().what == "bring back 2 articles"
    assert library.rows() == []


def test_a_note_brings_its_article_back_with_it(library: Library) -> None:
    mill = added(library, MILL)
    note = library.annotate(mill, "a note")
    library.trash_note(note.key)
    library.trash([mill])
    (thing,) = [one for one in library.wastebasket.contents() if one.note]
    assert library.wastebasket.restore([thing]).what == "bring back a note on “The mill at Orsk closes”"
    assert [one.text for one in library.notes()] == ["a note"]
    assert lying(library) == []


def test_things_in_the_trash_are_named_by_the_beginning_of_their_ids(library: Library) -> None:
    mill = added(library, MILL)
    notes = [library.annotate(mill, text) for text in ("one", "two")]
    library.trash_note(*(note.key for note in notes))
    library.trash([mill])
    assert library.wastebasket.identify(mill[:4].upper()).title == "The mill at Orsk closes"
    assert library.wastebasket.identify(note_id(notes[1].key)).note is not None
    with pytest.raises(Ambiguous):
        library.wastebasket.identify(note_id(notes[0].key)[:6])
    with pytest.raises(NotFound):
        library.wastebasket.identify("")


def test_emptying_removes_every_file_and_word_of_an_article_and_nothing_else(
    library: Library, folders: Folders, restart: Callable[[], Library]
) -> None:
    quay = added(library, QUAY)
    kept = files(folders)
    mill = added(library, MILL)
    library.edit_fields(mill, {"title": "The mill closes"})
    library.annotate(mill, "secret thought")
    library.tag(mill, add=["paper"])
    library.trash([mill])
    assert library.wastebasket.empty(library.wastebasket.contents()) == Emptied(articles=1)
    assert files(folders) == kept
    for one in (library, restart()):
        assert lying(one) == []
        assert [row.head.id for row in one.rows()] == [quay]
        assert one.tags() == {}
        assert one.notes() == []
        with pytest.raises(NotFound):
            one.identify(mill)


def test_a_note_is_emptied_out_alone(library: Library) -> None:
    mill = added(library, MILL)
    library.annotate(mill, "stays")
    gone = library.annotate(mill, "goes")
    library.trash_note(gone.key)
    assert library.wastebasket.empty(library.wastebasket.contents()) == Emptied(notes=1)
    assert lying(library) == []
    assert [note.text for note in library.notes()] == ["stays"]


def test_what_was_brought_back_meanwhile_is_not_emptied_out(
    library: Library, folders: Folders, restart: Callable[[], Library]
) -> None:
    mill = added(library, MILL)
    library.trash([mill])
    listed = library.wastebasket.contents()
    other = restart()
    other.wastebasket.restore(other.wastebasket.contents())
    assert library.wastebasket.empty(listed) == Emptied()
    assert [row.head.id for row in library.rows()] == [mill]
    assert f"{mill}.md" in files(folders)


def test_undo_says_what_cannot_come_back_and_goes_on_to_what_can(library: Library) -> None:
    mill, quay = added(library, MILL), added(library, QUAY)
    library.mark(quay, starred=True)
    note = library.annotate(mill, "a note")
    library.trash_note(note.key)
    library.trash([mill])
    library.wastebasket.empty(library.wastebasket.contents())
    for what in ("delete “The mill", "delete the note “a note”", "write a note on “The mill"):
        with pytest.raises(NothingToUndo, match="emptied out of the trash") as told:
            library.undo()
        assert what in told.value.sentence
    assert library.undo().what == "star “New quay for Lund”"
    assert [row.head.id for row in library.rows()] == [quay]
    assert library.notes() == []
    assert library.redo().what == "star “New quay for Lund”"
    with pytest.raises(NothingToUndo, match="write a note"):
        library.redo()
    assert library.shelf.notes.notes(mill) == []


def test_undo_of_a_change_to_several_takes_back_what_is_still_there(library: Library) -> None:
    mill, quay = added(library, MILL), added(library, QUAY)
    library.trash([mill, quay])
    (thing,) = [one for one in library.wastebasket.contents() if one.record.article == mill]
    library.wastebasket.empty([thing])
    assert library.undo().what == "delete 2 articles (1 of 2 emptied out of the trash for good)"
    assert [row.head.id for row in library.rows()] == [quay]


def test_the_text_of_an_emptied_article_can_be_added_anew(library: Library, folders: Folders) -> None:
    mill = added(library, MILL)
    library.annotate(mill, "an old note")
    library.trash([mill])
    library.wastebasket.empty(library.wastebasket.contents())
    anew = library.add(library.preview(MILL), MILL)
    assert not anew.duplicate
    assert anew.id.startswith(mill)
    assert [(row.head.id, row.notes) for row in library.rows()] == [(anew.id, 0)]
    library.undo()
    assert lying(library) == ["The mill at Orsk closes"]
    with pytest.raises(NothingToUndo):
        library.undo()
    assert f"{anew.id}.md" in files(folders)


# -- time


def test_thirty_days_in_the_trash_are_kept_and_no_more(library: Library, clock: Clock, folders: Folders) -> None:
    mill, quay = added(library, MILL), added(library, QUAY)
    library.trash([mill])
    clock.moment += 15 * DAY
    library.trash_note(library.annotate(quay, "later").key)
    clock.moment += 15 * DAY
    library.mark(quay, progress=0.5)
    assert library.wastebasket.purge() == Emptied()
    clock.moment += DAY
    assert library.wastebasket.purge() == Emptied(articles=1)
    assert lying(library) == ["later"]
    assert not any(name.startswith(mill) for name in files(folders))
    clock.moment += 15 * DAY
    library.mark(quay, progress=0.6)
    clock.moment += DAY
    assert library.wastebasket.purge() == Emptied(notes=1)


def test_reading_purges_nothing(library: Library, clock: Clock) -> None:
    library.trash([added(library, MILL)])
    clock.moment += 400 * DAY
    assert lying(library) == ["The mill at Orsk closes"]
    assert library.rows() == []
    assert lying(library) == ["The mill at Orsk closes"]


def test_a_clock_that_runs_back_purges_nothing(library: Library, clock: Clock) -> None:
    library.trash([added(library, MILL)])
    clock.moment -= 4000 * DAY
    library.sample()
    assert library.wastebasket.purge() == Emptied()
    assert lying(library) == ["The mill at Orsk closes"]


def test_a_clock_that_jumps_forward_purges_nothing(library: Library, clock: Clock) -> None:
    mill, quay = added(library, MILL), added(library, QUAY)
    library.trash([mill])
    clock.moment += 40_000 * DAY
    assert library.wastebasket.purge() == Emptied()
    library.annotate(quay, "written while the clock was wrong")
    clock.moment += timedelta(hours=3)
    assert library.wastebasket.purge() == Emptied()
    clock.moment = START + 2 * DAY
    assert library.wastebasket.purge() == Emptied()
    assert lying(library) == ["The mill at Orsk closes"]


def test_an_article_added_since_witnesses_that_time_went_by(library: Library, clock: Clock) -> None:
    library.trash([added(library, MILL)])
    clock.moment += 31 * DAY
    assert library.wastebasket.purge() == Emptied()
    added(library, QUAY)
    clock.moment += DAY
    assert library.wastebasket.purge() == Emptied(articles=1)


def test_an_old_addition_that_is_undone_is_kept_for_thirty_days_from_now(library: Library, clock: Clock) -> None:
    added(library, MILL)
    clock.moment += 60 * DAY
    library.undo()
    (thing,) = library.wastebasket.contents()
    assert thing.days_left == 30
    library.redo()
    assert len(library.rows()) == 1


# -- crashes


class Cut(BaseException):
    """The process ends here."""


def shape(library: Library) -> tuple[list[str], list[str], list[str]]:
    """What a person sees: articles, notes, trash."""
    return [row.head.title for row in library.rows()], [note.text for note in library.notes()], lying(library)


def built(folders: Folders, clock: Clock) -> Library:
    """A library with an article of three versions, with notes, in the trash; and another article."""
    keys: Iterator[int] = count(1 << 60)
    library = Library(folders, now=clock, new_key=lambda: next(keys))
    added(library, QUAY)
    mill = added(library, MILL.replace("said on", "said \\$5 on"))
    library.annotate(mill, "a note")
    for title in ("Second title", "Third title"):
        library.edit_fields(mill, {"title": title})
    library.trash([mill])
    return library


@pytest.mark.parametrize("at", range(9))
def test_an_emptying_cut_short_at_any_file_shows_nothing_half_and_is_finished_later(
    at: int, folders: Folders, clock: Clock, restart: Callable[[], Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = built(folders, clock)
    (mill,) = [one.record.article for one in library.wastebasket.contents()]
    with monkeypatch.context() as patched:
        cut_at_unlink(patched, at)
        with pytest.raises(Cut):
            library.wastebasket.empty(library.wastebasket.contents())
    later = restart()
    assert shape(later) == (["New quay for Lund"], [], [])
    with pytest.raises(NothingToUndo):
        later.undo()
    assert shape(later) == (["New quay for Lund"], [], [])
    anew = later.add(later.preview(MILL), MILL)
    assert not anew.duplicate
    assert len(later.open(anew.id).notes) == 0
    later.undo()
    later.wastebasket.purge()
    assert not any(name.split(".")[0] == mill for name in files(folders))
    assert any(name.startswith(anew.id) for name in files(folders))


def test_the_crash_test_meets_every_file(folders: Folders, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    library = built(folders, clock)
    cut_at_unlink(monkeypatch, 9)
    library.wastebasket.empty(library.wastebasket.contents())


def cut_at_unlink(patched: pytest.MonkeyPatch, at: int) -> None:
    """End at the removal of article files after `at` of them."""
    real, done = Path.unlink, iter(range(at))

    def unlink(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as Path has it
        if path.parent.name in {"articles", "originals"} and next(done, None) is None:
            raise Cut
        real(path, missing_ok=missing_ok)

    patched.setattr(Path, "unlink", unlink)


def test_an_emptying_that_never_reached_the_notes_leaves_all(
    folders: Folders, clock: Clock, restart: Callable[[], Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = built(folders, clock)
    before, kept = shape(library), files(folders)

    def refuse(*_: object) -> None:
        raise CannotWrite("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(library.shelf.notes, "apply", refuse)
        with pytest.raises(CannotWrite):
            library.wastebasket.empty(library.wastebasket.contents())
    assert (shape(restart()), files(folders)) == (before, kept)


def test_a_file_that_cannot_be_removed_is_told_and_removed_later(
    folders: Folders, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = built(folders, clock)

    def refuse(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as Path has it
        del missing_ok
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        with pytest.raises(CannotWrite, match="could not be removed"):
            library.wastebasket.empty(library.wastebasket.contents())
    assert shape(library) == (["New quay for Lund"], [], [])
    library.wastebasket.purge()
    assert len({name.split(".")[0] for name in files(folders)}) == 1


def test_what_stays_of_emptied_records_has_no_words(library: Library) -> None:
    mill = added(library, MILL)
    library.annotate(mill, "secret thought")
    library.tag(mill, add=["paper"])
    library.trash([mill])
    library.wastebasket.empty(library.wastebasket.contents())
    state = library.shelf.notes.state(mill)
    (note,) = library.shelf.notes.notes(mill, trashed=True)
    assert is_emptied(state)
    assert state.tags == ()
    assert (note.text, note.anchor) == ("", None)
