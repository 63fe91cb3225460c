"""What every dialog keeps to: it is answered once, however fast the keys come; and the safe answer is the default."""

import asyncio
import os
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.keys import key_to_character

from reader.domain.drafts import Draft, DraftKind
from reader.domain.repairs import Repair
from reader.library.library import Library
from reader.ui.app import ReaderApp
from reader.ui.dialogs.confirm import ConfirmDialog
from reader.ui.dialogs.edit_fields import EditFieldsDialog
from reader.ui.dialogs.import_file import fault_of, matches, whole_path
from reader.ui.dialogs.original import repair_rows
from reader.ui.widgets.drafting import Drafting
from tests.ui.conftest import Desk


class NoDrafts:
    """A place for drafts that keeps none."""

    def keep(self, draft: Draft) -> None:
        """Keep nothing."""

    def forget(self, key: str) -> None:
        """Have nothing to forget."""

    def editor_file(self, key: str) -> Path:
        """A file that is not there."""
        return Path(key)


class Asking(App[None]):
    """An app that remembers the answers of its dialogs."""

    def __init__(self) -> None:
        super().__init__()
        self.yes_or_no: list[bool | None] = []
        self.fields: list[dict[str, str] | None] = []


def answers_to(*keys: str) -> list[bool | None]:
    """What a question is answered with when these keys come at once."""

    async def run() -> list[bool | None]:
        app = Asking()
        async with app.run_test() as pilot:
            await app.push_screen(ConfirmDialog("Overwrite [b]3[/i] files?", yes="Yes", no="No"), app.yes_or_no.append)
            await pilot.pause()
            for key in keys:
                app.post_message(events.Key(key, key_to_character(key)))
            await pilot.pause()
            assert len(app.screen_stack) == 1
        return app.yes_or_no

    return asyncio.run(run())


def test_a_question_is_answered_once_however_fast_the_keys_come() -> None:
    assert answers_to("n", "y") == [False]
    assert answers_to("escape", "escape", "escape") == [False]


def test_only_a_chosen_yes_is_a_yes() -> None:
    assert answers_to("y") == [True]
    assert answers_to("enter") == [False]
    assert answers_to("tab", "enter") == [True]
    assert answers_to("right", "enter") == [True]


def edited(*keys: str) -> list[dict[str, str] | None]:
    """What the dialog of fields returns after these keys."""

    async def run() -> list[dict[str, str] | None]:
        app = Asking()
        async with app.run_test() as pilot:
            drafting = Drafting(app, NoDrafts(), Draft("", DraftKind.FIELDS))
            dialog = EditFieldsDialog(drafting, {"title": "A \x1b[31mtitle", "published": "2026-03-09", "source": ""})
            await app.push_screen(dialog, app.fields.append)
            await pilot.press(*keys)
            await pilot.pause()
        return app.fields

    return asyncio.run(run())


def test_only_fields_that_were_changed_come_back() -> None:
    assert edited("tab", "tab", "N", "enter") == [{"source": "N"}]


def test_a_field_that_was_not_touched_is_never_changed_by_being_cleaned() -> None:
    assert edited("enter") == [None]
    assert edited("escape") == [None]


def test_a_field_can_be_emptied() -> None:
    assert edited("tab", "ctrl+u", "enter") == [{"published": ""}]


def test_paths_are_completed_by_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    for name in ("north.txt", "Nord.md", ".hidden", "bad\x1b[31m.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert matches("no", tmp_path) == ["north.txt", "notes/"]
    assert matches("", tmp_path) == ["Nord.md", "north.txt", "notes/"]
    assert matches(".h", tmp_path) == [".hidden"]
    assert matches(f"{tmp_path}/nor", Path("/")) == [f"{tmp_path}/north.txt"]
    assert matches("nowhere/x", tmp_path) == []


def test_a_path_may_begin_at_home(no_home: Path, tmp_path: Path) -> None:
    assert whole_path("~/a.txt", tmp_path) == no_home / "a.txt"
    assert whole_path("a.txt", tmp_path) == tmp_path / "a.txt"
    assert whole_path("/a.txt", tmp_path) == Path("/a.txt")


@pytest.mark.parametrize("name", ["none.txt", "x" * 5000, "nul\0in it"])
def test_what_is_no_file_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    assert fault_of(tmp_path / name).endswith(".")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "is a folder" in fault_of(tmp_path)


def test_a_file_has_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    assert fault_of(tmp_path / "a.txt") == ""
    assert os.access(tmp_path / "a.txt", os.R_OK)


def test_only_the_last_message_is_seen_and_it_covers_neither_the_place_nor_the_keys(library: Library) -> None:
    async def run() -> str:
        app = ReaderApp(library)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            desk = Desk(app, pilot)
            await desk.press("d", "u")
            return desk.text

    shown = asyncio.run(run())
    assert "is in the trash" not in shown
    assert "Undid" in "\n".join(shown.split("\n")[:-2])
    assert ": commands" in shown.split("\n")[-1]


def test_a_repair_shows_where_it_differs_and_only_spaces_that_could_not_be_seen() -> None:
    long = "a paragraph that was cut in two"
    rows = repair_rows([Repair("split paragraph", 0, f"{long}\n\nby a page", f"{long} by a page")])
    assert rows[1].left == "“cut in two↵↵by a page” → “cut in two by a page”"
    assert repair_rows([Repair("photo credit", 0, " ", "\n\n")])[1].left == "“␣” → “↵↵”"
    assert repair_rows([Repair("odd space", 0, "4\xa0May 2026", "4 May 2026")])[1].left == "“4␣May 2026” → “4 May 2026”"
