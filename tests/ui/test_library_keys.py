"""The library by its keys: every command does what its sentence says."""

from pathlib import Path

import pytest

from reader.library.library import Library
from reader.ui.screens.library import LibraryScreen
from reader.ui.widgets.article_list import ArticleList
from tests.ui.conftest import Desk, walk

FIRST = ["Harbour", "Steel", "Grain", "Rivers", "Chipmaker"]
"""The first words of the titles, newest added first."""


def articles(desk: Desk) -> ArticleList:
    """The list on the screen."""
    screen = desk.app.screen_stack[0]
    assert isinstance(screen, LibraryScreen)
    return screen.articles


def first_words(desk: Desk) -> list[str]:
    return [row.head.title.split()[0] for row in articles(desk).rows]


def under_cursor(desk: Desk) -> str:
    row = articles(desk).current
    return row.head.title.split()[0] if row else ""


def states(library: Library) -> dict[str, tuple[bool, bool, tuple[str, ...]]]:
    """Unread, starred and tags of each article by the first word of its title."""
    rows = library.rows()
    return {row.head.title.split()[0]: (row.state.unread, row.state.starred, row.state.tags) for row in rows}


def test_the_list_shows_the_newest_first_with_the_numbers_of_the_library(library: Library) -> None:
    async def script(desk: Desk) -> None:
        assert first_words(desk) == FIRST
        assert "5 articles · 2 unread · 2 notes" in desk.text
        assert "1/5" in desk.text

    walk(library, script)


def test_j_k_and_the_arrows_move_the_cursor_and_stop_at_the_ends(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("j", "down")
        assert under_cursor(desk) == "Grain"
        await desk.press("k", "up", "up")
        assert under_cursor(desk) == "Harbour"
        await desk.press("G")
        assert under_cursor(desk) == "Chipmaker"
        await desk.press("j")
        assert under_cursor(desk) == "Chipmaker"
        await desk.press("g")
        assert under_cursor(desk) == "Harbour"
        await desk.press("end")
        assert under_cursor(desk) == "Chipmaker"
        await desk.press("home")
        assert under_cursor(desk) == "Harbour"

    walk(library, script)


def test_pages_and_half_pages_go_as_far_as_the_screen_is_high(library: Library) -> None:
    for number in range(60):
        text = f"Brief number {number:02}\n\nNothing of note happened in the town of Marn on day {number}."
        library.add(library.preview(text), text)

    async def script(desk: Desk) -> None:
        page = articles(desk).page
        await desk.press("pagedown")
        assert articles(desk).cursor == page
        await desk.press("ctrl+d")
        assert articles(desk).cursor == page + page // 2
        await desk.press("ctrl+u", "b")
        assert articles(desk).cursor == 0
        await desk.press("G")
        assert f"{len(articles(desk).rows)}/{len(articles(desk).rows)}" in desk.text
        assert articles(desk).current is not None
        assert "▌" in desk.text
        await desk.press("pageup")
        assert articles(desk).cursor == len(articles(desk).rows) - 1 - page

    walk(library, script, size=(120, 30))


def test_the_preview_follows_the_cursor(library: Library) -> None:
    async def script(desk: Desk) -> None:
        assert "Ask the bank for the terms." in desk.text
        assert "TAGS  ports  transport" in desk.text
        assert "$420mn" in desk.text
        await desk.press("j")
        assert "Ask the bank" not in desk.text
        assert "Lena Horvat" in desk.text

    walk(library, script)


def test_tab_moves_to_the_preview_and_back(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("tab", "j")
        assert under_cursor(desk) == "Harbour"
        await desk.press("shift+tab", "j")
        assert under_cursor(desk) == "Steel"

    walk(library, script)


def test_on_a_narrow_screen_one_pane_shows_at_a_time(library: Library) -> None:
    async def script(desk: Desk) -> None:
        assert "AT A GLANCE" not in desk.text
        assert "1/5" in desk.text
        await desk.press("tab")
        assert "AT A GLANCE" in desk.text
        assert "Steel group" not in desk.text
        await desk.press("tab")
        assert "Steel group" in desk.text

    walk(library, script, size=(80, 24))


@pytest.mark.parametrize(
    ("words", "found"), [("okafor", ["Harbour"]), ("wheat chicago", ["Grain"]), ("food", ["Grain"])]
)
def test_the_filter_finds_words_in_titles_texts_and_tags(library: Library, words: str, found: list[str]) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("slash", *("space" if letter == " " else letter for letter in words))
        assert first_words(desk) == found
        assert f"{len(found)} of 5 shown" in desk.text
        await desk.press("escape")
        assert first_words(desk) == FIRST
        assert "shown" not in desk.text

    walk(library, script)


def test_enter_in_the_filter_gives_the_keys_to_the_list_and_keeps_the_words(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("slash", "p", "l", "a", "n", "t", "enter", "j")
        assert first_words(desk) == ["Steel", "Chipmaker"]
        assert under_cursor(desk) == "Chipmaker"
        assert "2 of 5 shown" in desk.text

    walk(library, script)


def test_a_filter_that_finds_nothing_says_so(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("slash", "q", "q", "q")
        assert first_words(desk) == []
        assert "0 of 5 shown" in desk.text
        assert "Nothing has these words" in desk.text

    walk(library, script)


def test_s_sorts_by_one_column_after_the_other_and_says_by_which(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("s")
        assert first_words(desk) == ["Steel", "Harbour", "Grain", "Rivers", "Chipmaker"]
        await desk.press("s")
        assert first_words(desk) == sorted(FIRST)
        assert "by title" in desk.text
        await desk.press("s", "s", "s")
        assert first_words(desk)[0] == "Harbour"
        assert "most notes first" in desk.text
        await desk.press("s")
        assert first_words(desk)[0] == "Grain"
        await desk.press("s")
        assert first_words(desk) == FIRST

    walk(library, script)


def test_the_cursor_stays_on_its_article_when_the_order_changes(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("j", "j", "s", "s")
        assert under_cursor(desk) == "Grain"

    walk(library, script)


def test_a_star_is_set_shown_and_taken_away(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("asterisk")
        assert states(library)["Harbour"][1]
        assert "★ Harbour" in desk.text
        await desk.press("asterisk")
        assert not states(library)["Harbour"][1]
        assert "★ Harbour" not in desk.text

    walk(library, script)


def test_r_marks_read_and_unread(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("r")
        assert not states(library)["Harbour"][0]
        assert "1 unread" in desk.text
        await desk.press("r")
        assert states(library)["Harbour"][0]
        assert "2 unread" in desk.text

    walk(library, script)


def test_what_follows_acts_on_all_selected(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("space", "j", "space")
        assert desk.text.count("✓") == 2
        await desk.press("asterisk")
        starred = [name for name, (_, star, _) in states(library).items() if star]
        assert sorted(starred) == ["Grain", "Harbour"]
        await desk.press("u")
        assert not states(library)["Harbour"][1]

    walk(library, script)


def test_a_range_is_selected_and_esc_forgets_it(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("j", "space", "j", "V")
        assert [row.head.title.split()[0] for row in articles(desk).chosen_rows] == ["Steel", "Grain", "Rivers"]
        await desk.press("escape")
        assert articles(desk).chosen_rows == []

    walk(library, script)


def test_trash_and_undo_and_redo(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("d")
        assert "Harbour" not in first_words(desk)
        assert "in the trash" in desk.told[-1]
        await desk.press("u")
        assert first_words(desk) == FIRST
        assert desk.told[-1].startswith("Undid:")
        await desk.press("ctrl+r")
        assert "Harbour" not in first_words(desk)
        assert desk.told[-1].startswith("Done again:")

    walk(library, script)


def test_undo_with_nothing_to_undo_says_so(empty_library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("u")
        assert len(desk.told) == 1

    walk(empty_library, script)


def test_fields_are_corrected_in_a_new_version(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("E")
        await desk.press("tab", "end", "exclamation_mark", "enter")
        assert "new version" in desk.told[-1]
        assert library.rows()[0].head.title.endswith("fill up!")
        assert library.rows()[0].head.version == 2

    walk(library, script)


def test_a_date_that_is_none_keeps_the_dialog_open(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("E", "tab", "tab", "tab", "tab", "tab", "tab", "x", "enter")
        assert "is not a date" in desk.text
        await desk.press("escape")
        assert library.rows()[0].head.version == 1

    walk(library, script)


def test_notes_are_exported_to_the_folder_that_is_asked_for(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "out"

    async def script(desk: Desk) -> None:
        await desk.press("x", "tab", "tab", "ctrl+u")
        await desk.paste(str(folder))
        await desk.press("enter")
        assert len(list(folder.iterdir())) == 1
        assert "Ask the bank for the terms." in next(folder.iterdir()).read_text(encoding="utf-8")
        assert "1 file written" in desk.told[-1]

    walk(library, script)


def test_everything_shown_can_be_exported(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "out"

    async def script(desk: Desk) -> None:
        await desk.press("x", "right", "tab", "tab", "ctrl+u")
        await desk.paste(str(folder))
        await desk.press("enter")
        assert len(list(folder.iterdir())) == 5

    walk(library, script)


def test_nothing_in_the_way_is_overwritten_unasked(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "out"

    async def script(desk: Desk) -> None:
        await desk.press("x", "tab", "tab", "ctrl+u")
        await desk.paste(str(folder))
        await desk.press("enter")
        file = next(folder.iterdir())
        file.write_text("mine", encoding="utf-8")
        await desk.press("x")
        assert "! harbour-city" in desk.text
        await desk.press("enter")
        assert "Overwrite them" in desk.text
        await desk.press("enter")
        assert file.read_text(encoding="utf-8") == "mine"
        await desk.press("x", "enter", "y")
        assert file.read_text(encoding="utf-8") != "mine"

    walk(library, script)


def test_exporting_twice_writes_nothing_the_second_time(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "out"

    async def script(desk: Desk) -> None:
        await desk.press("x", "tab", "tab", "ctrl+u")
        await desk.paste(str(folder))
        await desk.press("enter", "x", "enter")
        assert "0 files written" in desk.told[-1]
        assert "1 there already and up to date" in desk.told[-1]

    walk(library, script)


def test_what_is_selected_is_counted_and_so_is_nothing(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("space", "space")
        assert "2 of 5 selected" in desk.text
        await desk.press("escape")
        assert "selected" not in desk.text
        await desk.press("slash", "z", "z", "z", "z")
        assert "0/0" in desk.text

    walk(library, script, size=(80, 24))


def test_the_order_is_named_where_no_border_names_it(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("s")
        assert "Library · newest first" in desk.text.split("\n")[0]

    walk(library, script, size=(80, 24))


def test_tags_put_on_and_taken_off_are_told(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("t", "ctrl+u", "s", "e", "a", "enter")
        assert desk.told[-1].startswith("sea put on; ports, transport taken off: “Harbour city")

    walk(library, script)
