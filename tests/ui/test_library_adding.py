"""Articles coming in through the interface: pastes, files, the sample."""

from pathlib import Path

import pytest

from reader.library.library import Library
from reader.ui.dialogs.import_article import ImportDialog
from reader.ui.screens.library import LibraryScreen
from tests.ui.conftest import Desk, walk

PASTED = """\
Energy

Wind farm off Cape Sorrel wins approval

By Nora Villeneuve in Sorrel

YESTERDAY

A wind farm of 80 turbines off Cape Sorrel won approval on Monday, at a cost of \\$2.1bn.

Stay across every story with our newsletter

“It took nine years,” said Ilse Maren, who leads the company.

Share
"""


def test_a_paste_anywhere_opens_the_import_dialog_with_what_was_understood(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.paste(PASTED)
        assert isinstance(desk.app.screen, ImportDialog)
        for piece in (
            "Wind farm off Cape Sorrel wins approval",
            "Energy",
            "Nora Villeneuve",
            "SET ASIDE",
            "Ilse Maren",
        ):
            assert piece in desk.text
        assert "REPAIRED" in desk.text

    walk(library, script)


def test_a_day_that_is_not_printed_in_full_is_asked_for(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.paste(PASTED)
        assert "printed “YESTERDAY”" in desk.text

    walk(library, script)


def test_enter_adds_the_article_and_says_what_was_done(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.paste(PASTED)
        await desk.press("enter")
        assert isinstance(desk.app.screen, LibraryScreen)
        assert desk.told[-1].startswith("Added “Wind farm off Cape Sorrel wins approval”")
        assert "set aside" in desk.told[-1]
        current = desk.app.screen.articles.current
        assert current is not None
        assert current.head.title == "Wind farm off Cape Sorrel wins approval"
        assert library.original(current.head.id) == PASTED

    walk(library, script)


def test_fields_are_corrected_before_the_article_is_added(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.paste(PASTED)
        await desk.press("tab", *"Northline", "tab", "tab", *"wind, sea", "ctrl+s")
        row = library.rows()[0]
        assert row.head.source == "Northline"
        assert row.state.tags == ("sea", "wind")

    walk(library, script)


def test_a_line_that_was_set_aside_can_be_put_back(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.paste(PASTED)
        await desk.press("tab", "tab", "tab", "tab", "space")
        assert "back in the text" in desk.text
        await desk.press("enter")
        text = library.open(library.rows()[0].head.id).article.text
        assert "Stay across every story with our newsletter" in text

    walk(library, script)


def test_the_same_text_again_changes_nothing_and_says_so(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.paste(PASTED)
        await desk.press("enter")
        await desk.paste(PASTED)
        await desk.press("enter")
        assert "in the library already" in desk.told[-1]
        assert len(library.rows()) == 6

    walk(library, script)


def test_what_was_not_added_is_offered_again(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.paste(PASTED)
        await desk.press("tab", *"Northline", "escape")
        assert len(library.rows()) == 5
        assert "offers it again" in desk.told[-1]
        await desk.press("a")
        assert "Wind farm off Cape Sorrel wins approval" in desk.text
        assert "Northline" in desk.text
        await desk.press("enter")
        assert library.rows()[0].head.source == "Northline"

    walk(library, script)


def test_a_opens_a_box_and_a_paste_into_it_is_understood(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("a")
        await desk.paste(PASTED)
        assert "Nora Villeneuve" in desk.text
        await desk.press("enter")
        assert len(library.rows()) == 6

    walk(library, script)


def test_a_text_can_be_typed_into_the_box(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("a", *"Short", "enter", "enter", *"news", "ctrl+s", "enter")
        assert len(library.rows()) == 6

    walk(library, script)


def test_the_text_itself_can_be_changed_and_understood_anew(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.paste(PASTED)
        await desk.press("ctrl+t", "enter", "enter", *"Maren smiled.", "ctrl+s", "enter")
        assert "Maren smiled." in library.open(library.rows()[0].head.id).article.text

    walk(library, script)


def test_leaving_an_empty_box_says_nothing(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("a", "escape")
        assert desk.told == []

    walk(library, script)


def test_a_paste_into_an_input_stays_a_paste_into_the_input(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("slash")
        await desk.paste("okafor\nand more")
        assert isinstance(desk.app.screen, LibraryScreen)
        assert "okafor" in desk.text
        assert "1 of 5 shown" in desk.text

    walk(library, script)


def test_a_huge_paste_is_understood(library: Library) -> None:
    paragraph = "The council met again on Tuesday and decided nothing of note. " * 12
    text = "Council decides nothing\n\n" + "\n\n".join(f"{number}. {paragraph}" for number in range(1400))
    assert len(text) > 1_000_000

    async def script(desk: Desk) -> None:
        await desk.paste(text)
        assert "Council decides nothing" in desk.text
        assert "1,400 paragraphs" in desk.text
        await desk.press("escape", "a")
        assert "1,400 paragraphs" in desk.text

    walk(library, script)


def test_a_paste_of_nothing_is_let_go(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.paste(" \n\n ")
        assert isinstance(desk.app.screen, LibraryScreen)

    walk(library, script)


def test_a_file_is_asked_for_completed_and_previewed(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wind-farm.txt").write_text(PASTED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    async def script(desk: Desk) -> None:
        await desk.press("i", *"win", "tab", "enter")
        assert "Nora Villeneuve" in desk.text
        await desk.press("enter")
        assert library.rows()[0].head.title == "Wind farm off Cape Sorrel wins approval"

    walk(library, script)


def test_a_file_that_is_not_there_is_told_in_the_dialog(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("i", *"none.txt", "enter")
        assert "There is no file" in desk.text
        await desk.press("escape")
        assert isinstance(desk.app.screen, LibraryScreen)

    walk(library, script)


def test_input_that_is_refused_is_told_in_the_dialog(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)

    async def script(desk: Desk) -> None:
        await desk.press("i")
        await desk.paste(str(file))
        await desk.press("enter")
        assert isinstance(desk.app.screen, ImportDialog)
        assert desk.app.screen.has_class("-fault")
        await desk.press("escape")
        assert len(library.rows()) == 5

    walk(library, script)


def test_an_empty_library_says_how_to_begin(empty_library: Library) -> None:
    async def script(desk: Desk) -> None:
        assert "Your library is empty" in desk.text
        for key in ("paste", " a ", " i ", " : ", "⏎"):
            assert key in desk.text
        await desk.paste(PASTED)
        await desk.press("enter")
        assert "Your library is empty" not in desk.text
        assert "1/1" in desk.text

    walk(empty_library, script)
