"""What counts in every screen: help, palette, theme, leaving; small terminals; terminals that are none."""

import pytest

from reader.library.library import Library
from reader.ui.app import DUMB_TERMINAL, NOT_A_TERMINAL, ReaderApp, colour_depth, refusal, run_app
from reader.ui.commands import COMMANDS
from reader.ui.dialogs.help import HelpDialog
from reader.ui.dialogs.theme import ThemeDialog
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.palette import Palette, found
from reader.ui.screens.too_small import TooSmall
from tests.ui.conftest import Desk, walk


@pytest.mark.parametrize("key", ["question_mark", "f1"])
def test_help_shows_the_keys_of_this_screen_first(library: Library, key: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press(key)
        assert isinstance(desk.app.screen, HelpDialog)
        lines = [line.strip("┃ ") for line in desk.text.splitlines()]
        assert lines.index("LIBRARY") < lines.index("MOVING") < lines.index("APP")
        assert "⏎ l → " in desk.text
        await desk.press("escape")
        assert isinstance(desk.app.screen, LibraryScreen)

    walk(library, script, size=(80, 60))


def test_help_is_searched_by_words(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("question_mark", *"trash")
        assert "Put the article in the trash" in desk.text
        assert "Sort by the next column" not in desk.text
        await desk.press(*"zzz")
        assert "Nothing here speaks of “trashzzz”." in desk.text

    walk(library, script)


def test_help_names_every_command_there_is(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("question_mark")
        screen = desk.app.screen
        assert isinstance(screen, HelpDialog)
        shown = {line.name for line in screen._help}
        assert shown >= {command.name for command in COMMANDS}

    walk(library, script)


def test_help_tells_what_the_signs_mean(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("question_mark", *["pagedown"] * 12)
        assert "unread, begun, read" in desk.text
        assert "organisations; 2 shows only these" in desk.text

    walk(library, script)


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
def test_the_palette_does_what_is_chosen(library: Library, key: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press(key)
        assert isinstance(desk.app.screen, Palette)
        await desk.press(*"star")
        assert "Star the article, or take the star away." in desk.text
        await desk.press("enter")
        assert isinstance(desk.app.screen, LibraryScreen)
        assert library.rows()[0].state.starred

    walk(library, script)


def test_the_palette_finds_articles_by_their_titles(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("colon", *"grain", "space", *"rail")
        assert "Grain corridor reopens as Brask and Tolland sign rail deal" in desk.text
        assert "Steel group" not in desk.text.split("article", 1)[0]

    walk(library, script)


def test_words_as_typed_come_before_scattered_letters() -> None:
    texts = [("Half a page up", 1), ("Harbour city", 2), ("The harbour", 3)]
    assert [thing for _, _, thing in found("harb", texts)] == [2, 3]
    assert [thing for _, _, thing in found("hpu", texts)] == [1]
    assert found("xyz", texts) == []
    assert found("", texts) == []


def test_the_theme_is_seen_as_the_cursor_reaches_it_and_esc_brings_the_old_one_back(library: Library) -> None:
    async def script(desk: Desk) -> None:
        before = desk.app.theme
        await desk.press("T")
        assert isinstance(desk.app.screen, ThemeDialog)
        await desk.press("k")
        assert desk.app.theme != before
        await desk.press("escape")
        assert desk.app.theme == before
        await desk.press("T", "up", "enter")
        assert desk.app.theme != before

    walk(library, script)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
def test_q_leaves(library: Library, key: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.pilot.press(key)
        await desk.pilot.pause()
        assert not desk.app.is_running

    walk(library, script)


def test_esc_never_leaves(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("escape", "escape", "escape")
        assert desk.app.is_running

    walk(library, script)


def test_ctrl_c_tells_how_to_leave(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("ctrl+c")
        assert desk.told == ["Press q to leave Reader. Everything is saved already."]

    walk(library, script)


def test_a_small_terminal_is_told_the_least_size_and_the_app_goes_on(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.pilot.resize_terminal(50, 10)
        await desk.settle()
        assert isinstance(desk.app.screen, TooSmall)
        assert "60 columns and 16 lines" in desk.text
        await desk.pilot.resize_terminal(80, 24)
        await desk.settle()
        assert isinstance(desk.app.screen, LibraryScreen)
        await desk.press("j")
        assert "2/5" in desk.text

    walk(library, script)


def test_starting_on_a_small_terminal_opens_the_library_when_it_grows(library: Library) -> None:
    async def script(desk: Desk) -> None:
        assert isinstance(desk.app.screen, TooSmall)
        await desk.pilot.resize_terminal(120, 40)
        await desk.settle()
        assert "Harbour city" in desk.text

    walk(library, script, size=(40, 8))


def test_nothing_moves_by_animation(library: Library) -> None:
    assert ReaderApp(library).animation_level == "none"


@pytest.mark.parametrize(
    ("environment", "depth"),
    [
        ({"TERM": "xterm-256color"}, "full"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "full"),
        ({"TERM": "xterm-16color"}, "16"),
        ({"TERM": "linux"}, "16"),
        ({"TERM": "vt100"}, "16"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "none"),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, "none"),
    ],
)
def test_the_colours_of_the_terminal_are_known_from_the_environment(environment: dict[str, str], depth: str) -> None:
    assert colour_depth(environment) == depth


@pytest.mark.parametrize("colour", ["16", "none"])
def test_without_all_colours_the_theme_is_the_terminals_own(library: Library, colour: str) -> None:
    async def script(desk: Desk) -> None:
        assert desk.app.theme == "ansi-dark"
        await desk.press("T")
        assert "nord" not in desk.text
        assert "ansi-light" in desk.text

    walk(library, script, colour=colour)  # type: ignore[arg-type]  # the two literals above


def test_without_colour_nothing_is_coloured(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("j", "slash", "a")
        for strip in desk.app.screen._compositor.render_strips():
            for segment in strip:
                style = segment.style
                assert style is None or style.color is None or style.color.is_default
                assert style is None or style.bgcolor is None or style.bgcolor.is_default

    walk(library, script, colour="none")


def test_what_is_no_terminal_is_sent_to_the_command_line(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(library) == 2
    assert "reader list" in capsys.readouterr().err


def test_a_dumb_terminal_is_refused() -> None:
    assert refusal({"TERM": "dumb"}, lambda: True) == DUMB_TERMINAL
    assert refusal({"TERM": "xterm"}, lambda: False) == NOT_A_TERMINAL
    assert refusal({"TERM": "xterm"}, lambda: True) == ""
