"""What is typed is safe while it is typed, and back on the screen when it could not be kept."""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

import pytest

from reader.domain.errors import CannotWrite
from reader.library.library import Library
from reader.ui.dialogs.edit_fields import EditFieldsDialog
from reader.ui.dialogs.import_article import ImportDialog
from reader.ui.dialogs.note import NoteDialog
from reader.ui.dialogs.own_editor import Run
from reader.ui.screens.reader import ReaderScreen
from tests.ui.conftest import Clock, Desk, walk
from tests.ui.drafts import ARTICLE, again, by_title, fault, full_disk, kept, keys, save, top
from tests.ui.reader_article import reader

# -- while it is typed


def test_a_note_is_a_draft_until_it_is_kept(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.ui.widgets.drafting.SOON", 0.001)

    async def script(desk: Desk) -> None:
        await desk.press("n", *keys("half"))
        while not kept(library):
            await desk.pilot.pause(0.001)
        await desk.press("escape")
        assert kept(library) == []
        assert [note.text for note in library.notes() if note.text == "half"] == ["half"]

    walk(library, script)


def test_a_note_that_was_only_looked_at_leaves_no_draft(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("n")
        save(desk)
        await desk.press("escape")
        assert kept(library) == []

    walk(library, script)


def test_leaving_the_app_from_a_dialog_keeps_what_is_typed(library: Library, clock: Clock) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("n", *keys("so far"), "ctrl+q")

    walk(library, script)
    assert [draft.text for draft in again(library, clock).drafts.all()] == ["so far"]


# -- where keeping it fails


def test_a_full_disk_leaves_the_words_of_a_note_on_the_screen_and_the_next_save_works(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    harbour = by_title(library, "Harbour")

    async def script(desk: Desk) -> None:
        await desk.press("right_curly_bracket", "n", *keys("keep me"))
        with monkeypatch.context() as broken:
            full_disk(broken)
            await desk.press("escape")
            assert top(desk) is NoteDialog
            assert "keep me" in desk.text
            assert "No space left on device" in fault(desk)
            await desk.press("!", "escape")
            assert "keep me!" in desk.text
        await desk.press("escape")
        assert top(desk) is ReaderScreen
        assert [note.text for note in library.notes(harbour)].count("keep me!") == 1
        assert kept(library) == []

    walk(library, script, start=harbour)


def test_a_full_disk_leaves_the_words_of_a_note_from_the_list_on_the_screen(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("n", *keys("keep me"))
        with monkeypatch.context() as broken:
            full_disk(broken)
            await desk.press("escape")
            assert "keep me" in desk.text
        await desk.press("escape")
        assert "keep me" in [note.text for note in library.notes()]

    walk(library, script)


def test_a_full_disk_leaves_fields_on_the_screen_and_the_next_save_works(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("E", "end", "!")
        with monkeypatch.context() as broken:
            full_disk(broken)
            await desk.press("enter")
            assert top(desk) is EditFieldsDialog
            assert "No space left on device" in fault(desk)
        await desk.press("enter")
        assert "has a new version" in desk.told[-1]

    walk(library, script)


def test_a_full_disk_leaves_the_article_on_the_screen_and_the_next_save_works(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(desk: Desk) -> None:
        await desk.paste(ARTICLE)
        await desk.press("end", "!")
        with monkeypatch.context() as broken:
            full_disk(broken)
            await desk.press("enter")
            assert top(desk) is ImportDialog
            assert "No space left on device" in fault(desk)
            assert "strike!" in desk.text
        await desk.press("enter")
        assert any(row.head.title.endswith("strike!") for row in library.rows())
        assert kept(library) == []

    walk(library, script)


# -- out in the person's own editor


def editor(monkeypatch: pytest.MonkeyPatch, leaves: str) -> list[list[str]]:
    """Have every editor leave these words; what drafts lay on the disk meanwhile is remembered."""
    seen: list[list[str]] = []

    def run_in_terminal(_: Mapping[str, str]) -> Run:
        def run(command: Sequence[str]) -> int:
            path = Path(command[-1])
            seen.append([path.read_text(encoding="utf-8"), *(one.name for one in path.parent.glob("*.json"))])
            path.write_text(leaves, encoding="utf-8")
            return 0

        return run

    monkeypatch.setenv("VISUAL", "an-editor")
    monkeypatch.setattr("reader.ui.dialogs.own_editor.run_in_terminal", run_in_terminal)
    monkeypatch.setattr("reader.ui.app.ReaderApp.suspend", lambda _: nullcontext())
    return seen


def test_ctrl_e_in_a_note_hands_over_what_is_typed_and_takes_back_what_the_editor_left(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = editor(monkeypatch, "typed and more\n")

    async def script(desk: Desk) -> None:
        await desk.press("n", *keys("typed"), "ctrl+e")
        assert top(desk) is NoteDialog
        assert "typed and more" in desk.text
        assert seen[0][0] == "typed"
        assert len(seen[0]) == 2
        await desk.press("escape")
        assert "typed and more" in [note.text for note in library.notes()]
        assert list((library.folders.state / "drafts").glob("*-*")) == []

    walk(library, script)


def test_a_note_from_the_editor_that_cannot_be_kept_comes_up_in_the_dialog(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    harbour = by_title(library, "Steel")
    editor(monkeypatch, "from outside")

    async def script(desk: Desk) -> None:
        annotate = library.annotate

        def full(*_: object) -> None:
            raise CannotWrite("The disk is full.")

        monkeypatch.setattr(library, "annotate", full)
        await desk.press("ctrl+e")
        assert top(desk) is NoteDialog
        assert "from outside" in desk.text
        assert "The disk is full." in fault(desk)
        monkeypatch.setattr(library, "annotate", annotate)
        await desk.press("escape")
        assert [note.text for note in library.notes(harbour)] == ["from outside"]

    walk(library, script, start=harbour)


def test_ctrl_e_on_the_article_keeps_a_word_of_whose_it_is_while_the_editor_runs(
    library: Library, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = editor(monkeypatch, "never kept")
    steel = by_title(library, "Steel")
    monkeypatch.setattr("reader.ui.dialogs.own_editor._outcome", _killed)

    async def script(desk: Desk) -> None:
        with pytest.raises(KeyboardInterrupt):
            reader(desk).notes.write_in_own_editor()

    walk(library, script, start=steel)
    assert len(seen[0]) == 2
    later = again(library, clock)
    assert [(draft.text, draft.article) for draft in later.drafts.all()] == [("never kept", steel)]


def _killed(*_: object) -> None:
    raise KeyboardInterrupt
