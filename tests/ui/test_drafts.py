"""What was typed and not kept is offered again: after a crash, a kill, or when it was left for later."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reader.domain.drafts import DraftState
from reader.library.library import Library
from reader.ui.dialogs.drafts import DraftsDialog
from reader.ui.dialogs.edit_fields import EditFieldsDialog
from reader.ui.dialogs.import_article import ImportDialog
from reader.ui.dialogs.note import NoteDialog
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.reader import ReaderScreen
from tests.ui.conftest import Clock, Desk, walk
from tests.ui.drafts import ARTICLE, again, by_title, crashed_note, fault, kept, keys, save, top


def test_a_note_on_a_passage_comes_back_in_its_article_with_its_passage(library: Library, clock: Clock) -> None:
    crashed_note(library)
    before = len(library.notes())
    later = again(library, clock)

    async def script(desk: Desk) -> None:
        assert top(desk) is DraftsDialog
        assert "1 draft was not finished when Reader ended." in desk.text
        assert "note on “Harbour city weighs" in desk.text
        assert "ask her again" in desk.text
        await desk.press("enter")
        assert top(desk) is NoteDialog
        assert type(desk.app.screen_stack[-2]) is ReaderScreen
        assert "ask her again" in desk.text
        assert "“We cannot keep adding" in desk.text
        await desk.press("!", "escape")
        note = later.notes()[-1]
        assert note.text == "ask her again!"
        assert note.anchor is not None
        assert note.anchor.quote.startswith("“We cannot keep adding boats")
        assert len(later.notes()) == before + 1
        assert kept(later) == []

    walk(later, script)
    assert again(later, clock).drafts.all() == []


def test_esc_leaves_a_draft_for_later_and_it_does_not_come_by_itself_again(library: Library, clock: Clock) -> None:
    crashed_note(library)
    second = again(library, clock)

    async def leave(desk: Desk) -> None:
        await desk.press("escape")
        assert top(desk) is LibraryScreen

    walk(second, leave)
    third = again(second, clock)

    async def script(desk: Desk) -> None:
        assert top(desk) is LibraryScreen
        assert desk.told[-1] == "1 draft from before. W lists it."
        await desk.press("W")
        assert "ask her again" in desk.text
        await desk.press("enter")
        assert top(desk) is NoteDialog

    walk(third, script)


def test_a_draft_is_offered_when_the_library_comes_up_where_an_article_was_opened_first(
    library: Library, clock: Clock
) -> None:
    crashed_note(library)
    later = again(library, clock)

    async def script(desk: Desk) -> None:
        assert top(desk) is ReaderScreen
        await desk.press("escape")
        assert top(desk) is DraftsDialog

    walk(later, script, start=by_title(library, "Steel"))


def test_what_another_window_types_is_not_offered(library: Library, clock: Clock) -> None:
    crashed_note(library)
    other = Library(library.folders, now=clock)

    async def script(desk: Desk) -> None:
        assert top(desk) is LibraryScreen
        await desk.press("W")
        assert desk.told[-1] == "There are no drafts: all that was typed is kept."

    walk(other, script)


def test_a_draft_of_a_note_that_was_deleted_meanwhile_becomes_a_new_one(library: Library, clock: Clock) -> None:
    harbour = by_title(library, "Harbour")
    note = next(note for note in library.notes(harbour) if note.anchor is None)

    async def type_on(desk: Desk) -> None:
        await desk.press("A", "n", *keys(" soon"))
        save(desk)

    walk(library, type_on, start=harbour)
    library.trash_note(note.key)
    later = again(library, clock)

    async def script(desk: Desk) -> None:
        await desk.press("enter")
        assert "The note was deleted meanwhile" in fault(desk)
        await desk.press("escape")
        assert later.notes(harbour)[-1].text == "Ask the bank for the terms. soon"
        assert later.notes(harbour)[-1].key != note.key

    walk(later, script)


def test_a_draft_of_a_note_that_was_changed_meanwhile_says_so(library: Library, clock: Clock) -> None:
    harbour = by_title(library, "Harbour")
    note = next(note for note in library.notes(harbour) if note.anchor is None)

    async def type_on(desk: Desk) -> None:
        await desk.press("A", "n", *keys(" soon"))
        save(desk)

    walk(library, type_on, start=harbour)
    library.edit_note(note.key, "The bank has answered.")
    later = again(library, clock)

    async def script(desk: Desk) -> None:
        await desk.press("enter")
        assert "The note says something else by now: “The bank has answered.”" in fault(desk)
        await desk.press("escape", "u")
        assert "The bank has answered." in [note.text for note in later.notes(harbour)]

    walk(later, script)


def test_a_note_that_was_kept_just_before_the_crash_is_not_kept_twice(library: Library, clock: Clock) -> None:
    crashed_note(library)
    harbour = by_title(library, "Harbour")
    draft = next(iter(again(library, clock).drafts.all()))
    assert draft.anchor is not None
    library.annotate(harbour, draft.text, draft.anchor.span)
    later = again(library, clock)

    async def script(desk: Desk) -> None:
        await desk.press("enter", "escape")
        assert [note.text for note in later.notes(harbour)].count("ask her again") == 1

    walk(later, script)


def test_a_passage_that_is_in_this_version_no_more_is_told(library: Library, clock: Clock) -> None:
    crashed_note(library)
    harbour = by_title(library, "Harbour")
    second = again(library, clock)
    draft = second.drafts.take(second.drafts.all()[0].key)
    assert draft.anchor is not None
    second.drafts.keep(replace(draft, anchor=replace(draft.anchor, quote="words that stand nowhere", version=0)))
    later = again(second, clock)

    async def script(desk: Desk) -> None:
        await desk.press("enter")
        assert "The passage is not in this version" in fault(desk)
        await desk.press("escape")
        assert later.notes(harbour)[-1].anchor is None

    walk(later, script)


def test_fields_come_back_as_typed(library: Library, clock: Clock) -> None:
    async def type_on(desk: Desk) -> None:
        await desk.press("E", "end", *keys("Ports!"))
        save(desk)

    walk(library, type_on)
    later = again(library, clock)

    async def script(desk: Desk) -> None:
        assert "fields of “" in desk.text
        assert "Ports!" in desk.text
        await desk.press("enter")
        assert top(desk) is EditFieldsDialog
        assert "Ports!" in desk.text
        await desk.press("enter")
        assert "has a new version" in desk.told[-1]
        assert kept(later) == []

    walk(later, script)


def test_a_pasted_article_comes_back_with_what_was_typed_over_it(library: Library, clock: Clock) -> None:
    async def type_on(desk: Desk) -> None:
        await desk.paste(ARTICLE)
        await desk.press("end", *keys(" again"))
        save(desk)

    walk(library, type_on)
    later = again(library, clock)

    async def script(desk: Desk) -> None:
        assert "article to add: “" in desk.text
        await desk.press("enter")
        assert top(desk) is ImportDialog
        assert "strike again" in desk.text
        await desk.press("enter")
        assert any(row.head.title.endswith("strike again") for row in later.rows())
        assert kept(later) == []

    walk(later, script)


def test_a_paste_that_was_left_is_offered_again_also_after_a_restart(library: Library, clock: Clock) -> None:
    async def leave(desk: Desk) -> None:
        await desk.paste(ARTICLE)
        await desk.press("escape", "a")
        assert "Lighthouse keepers" in desk.text
        await desk.press("escape")

    walk(library, leave)
    later = again(library, clock)

    async def script(desk: Desk) -> None:
        assert desk.told[-1] == "1 draft from before. W lists it."
        await desk.press("W", "enter", "enter")
        assert any(row.head.title.startswith("Lighthouse") for row in later.rows())

    walk(later, script)


# -- thrown away, moved, copied


@pytest.mark.parametrize("away", [["tab", "enter"], ["ctrl+q"]])
def test_a_note_that_was_thrown_away_is_listed_for_thirty_days(library: Library, clock: Clock, away: list[str]) -> None:
    async def throw(desk: Desk) -> None:
        await desk.press("n", *keys("oops"), *away)

    walk(library, throw)
    states = [draft.state for draft in again(library, clock).drafts.all()]
    assert states == [DraftState.THROWN if away[0] == "tab" else DraftState.OPEN]


def test_the_list_throws_away_and_gives_back(library: Library, clock: Clock) -> None:
    crashed_note(library)
    later = again(library, clock)

    async def script(desk: Desk) -> None:
        await desk.press("d")
        assert top(desk) is LibraryScreen
        assert desk.told[-1] == "Thrown away. W lists it for 30 days."
        await desk.press("W")
        assert "thrown away: note on" in desk.text
        await desk.press("enter")
        assert top(desk) is NoteDialog
        assert "ask her again" in desk.text

    walk(later, script)
    clock.forward(timedelta(days=31))
    assert again(later, clock).drafts.all() == []


def test_cancelled_fields_are_listed(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("E", "x", "escape")
        assert desk.told[-1] == "Nothing was changed. W in the library lists what you typed for 30 days."
        await desk.press("W")
        assert "thrown away: fields of" in desk.text

    walk(library, script)


def test_a_draft_whose_article_is_in_the_trash_is_seen_copied_and_kept_on_another(
    library: Library, clock: Clock
) -> None:
    crashed_note(library)
    library.trash([by_title(library, "Harbour")])
    later = again(library, clock)

    async def script(desk: Desk) -> None:
        await desk.press("enter")
        assert top(desk) is DraftsDialog
        assert "The article of this draft is in the trash or gone" in fault(desk)
        assert "ask her again" in desk.text
        await desk.press("y")
        assert desk.app.clipboard == "ask her again"
        await desk.press("n")
        assert top(desk) is NoteDialog
        await desk.press("escape")
        assert [note.text for note in later.notes(by_title(later, "Steel"))] == ["ask her again"]
        assert kept(later) == []

    walk(later, script)


def test_where_reader_is_secured_the_words_are_not_copied(
    library: Library, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed_note(library)
    monkeypatch.setenv("READER_SECURE", "1")

    async def script(desk: Desk) -> None:
        assert "y copy" not in desk.text
        await desk.press("y")
        assert "is turned off" in desk.told[-1]
        assert desk.app.clipboard == ""

    walk(again(library, clock), script)


def test_a_damaged_draft_is_told(library: Library) -> None:
    folder = library.folders.state / "drafts"
    folder.mkdir(parents=True)
    (folder / "00000000000a-00000000000b.json").write_bytes(b"{")

    async def script(desk: Desk) -> None:
        assert "cannot be read" in desk.told[-1]
        assert top(desk) is LibraryScreen

    walk(library, script)
