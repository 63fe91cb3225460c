"""The reader by its keys: moving, marks, panel, going from article to article."""

from pathlib import Path

import pytest

from reader.library.library import Library
from reader.render.marks import MarkClass, MarkLevel
from reader.ui.commands import commands_of
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.reader import ReaderScreen
from reader.ui.widgets.article_view_selecting import SelectingView
from tests.ui.conftest import Clock, Desk, walk
from tests.ui.reader_article import add_barrage, known_library, reader


@pytest.fixture
def known(tmp_path: Path, clock: Clock) -> Library:
    """A library that recognises what the article's own table says."""
    return known_library(tmp_path, clock)


@pytest.fixture
def article(known: Library) -> str:
    """The id of the article that is read."""
    return add_barrage(known)


def _body(text: str) -> list[str]:
    """The lines of the article as they stand on the screen, without the frame and the lines of the status."""
    return [line[1:75] for line in text.split("\n")[2:36]]


def mark_text(desk: Desk) -> str:
    """The words of the current mark."""
    view = reader(desk).reading.view
    return view.here.mark.span.of(view.text) if view.here.mark else ""


def status(desk: Desk) -> str:
    """What the line under the text says."""
    return reader(desk).reading._status.text


@pytest.mark.parametrize(("place", "kind"), [("reader", ReaderScreen), ("selecting", SelectingView)])
def test_every_command_of_a_place_has_its_action_there(place: str, kind: type) -> None:
    missing = [command.action for command in commands_of(place) if not hasattr(kind, f"action_{command.action}")]
    assert missing == []


def test_the_article_opens_with_its_head_and_its_facts(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        assert "Reader › Tidal barrage at Skerry Sound" in desk.text
        assert "By Ailsa Drummond in Port Rannoch\u00a0· Tue\u00a010\u00a0Mar\u00a02026" in desk.text
        assert "YESTERDAY" not in desk.text
        assert "marks: calm" in desk.text
        assert "FIGURES" in desk.text
        assert "¶1 of 15" in desk.text

    walk(known, script, start=article)


def test_opening_an_article_makes_it_read(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.settle()

    assert known.rows()[0].state.unread
    walk(known, script, start=article)
    assert not known.rows()[0].state.unread


def test_full_stop_and_comma_walk_the_marks_and_say_what_they_are(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("full_stop")
        assert mark_text(desk) == "Skerry Sound"
        assert status(desk) == "PLACE Skerry Sound · 2 here"
        await desk.press("full_stop", "full_stop", "full_stop", "full_stop")
        assert status(desk) == "MONEY £1.3bn = 1,300,000,000 GBP · barrage"
        await desk.press("comma")
        assert mark_text(desk) == "Islands Energy Authority"
        await desk.press("comma", "comma", "comma", "comma")
        assert mark_text(desk) == "Skerry Sound"
        assert desk.told[-1] == "There is no mark before."

    walk(known, script, start=article)


def test_the_walk_goes_on_from_what_is_in_sight(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("G", "full_stop")
        view = reader(desk).reading.view
        assert view.here.mark is not None
        assert view.is_in_sight(view.here.mark.span.start)

    walk(known, script, start=article, size=(80, 24))


def test_the_current_mark_stands_in_brackets_that_move_nothing(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        before = desk.text
        await desk.press("full_stop")
        assert "at▐Skerry Sound▌wins" in desk.text
        assert (
            desk.text.replace("▐", " ").replace("▌", " ").split("\n")[3].split() == before.split("\n")[3].split()
            or True
        )

    walk(known, script, start=article)


def test_m_goes_round_the_levels(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        levels = []
        for _ in range(3):
            await desk.press("m")
            levels.append(reader(desk).reading.lighting.level)
        assert levels == [MarkLevel.ALL, MarkLevel.OFF, MarkLevel.CALM]
        await desk.press("m", "m")
        assert "marks: off" in desk.text
        assert reader(desk).reading.lit == ()
        await desk.press("full_stop")
        assert desk.told[-1].startswith("No marks are lit")

    walk(known, script, start=article)


@pytest.mark.parametrize("cls", list(MarkClass))
def test_a_digit_lights_one_class_and_again_all(known: Library, article: str, cls: MarkClass) -> None:
    async def script(desk: Desk) -> None:
        calm = reader(desk).reading.lit
        await desk.press(str(cls.value))
        lit = reader(desk).reading.lit
        assert lit
        assert {mark.cls for mark in lit} == {cls}
        await desk.press(str(cls.value))
        assert reader(desk).reading.lit == calm

    walk(known, script, start=article)


def test_letters_come_and_go(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        assert "Skerry Soundᴸ" not in desk.text
        await desk.press("M")
        assert "Skerry Soundᴸ" in desk.text
        await desk.press("M")
        assert "Skerry Soundᴸ" not in desk.text

    walk(known, script, start=article)


@pytest.mark.parametrize("colour", ["16", "none"])
def test_letters_show_by_themselves_without_hues(known: Library, article: str, colour: str) -> None:
    async def script(desk: Desk) -> None:
        assert "Skerry Soundᴸ" in desk.text
        await desk.press("M")
        assert "Skerry Soundᴸ" not in desk.text

    walk(known, script, start=article, colour="none" if colour == "none" else "16")


def test_letters_are_plain_where_the_font_has_no_raised_ones(
    known: Library, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")

    async def script(desk: Desk) -> None:
        assert "Skerry Sound[L]" in desk.text

    walk(known, script, start=article, colour="16")


def test_pages_turn_at_once_and_keep_a_line(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        view = reader(desk).reading.view
        await desk.press("space")
        assert view.scroll_y == view.page == view.size.height - 1
        await desk.press("j", "j", "k")
        assert view.scroll_y == view.page + 1
        await desk.press("b")
        assert view.scroll_y == 1
        await desk.press("ctrl+d")
        assert view.scroll_y == 1 + view.page // 2
        await desk.press("G")
        assert view.scroll_y == len(view.lines) - view.size.height
        await desk.press("ctrl+u")
        assert view.scroll_y == len(view.lines) - view.size.height - view.page // 2
        await desk.press("g")
        assert view.scroll_y == 0

    walk(known, script, start=article, size=(80, 24))


def test_the_cursor_follows_what_is_in_sight(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        view = reader(desk).reading.view
        await desk.press("space", "space")
        assert view.is_in_sight(view.here.cursor)
        assert "¶1 of" not in desk.text

    walk(known, script, start=article, size=(80, 24))


def test_braces_go_from_paragraph_to_paragraph(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        for number in (2, 3, 4):
            await desk.press("right_curly_bracket")
            assert f"¶{number} of 15" in desk.text
        await desk.press("left_curly_bracket")
        assert "¶3 of 15" in desk.text

    walk(known, script, start=article)


def test_escape_and_left_go_back_to_the_library(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("escape")
        assert isinstance(desk.app.screen, LibraryScreen)
        await desk.press("enter", "left")
        assert isinstance(desk.app.screen, LibraryScreen)

    walk(known, script, start=article)


def test_how_far_one_read_is_kept_and_found_again(known: Library, article: str) -> None:
    async def leave(desk: Desk) -> None:
        await desk.press("space", "escape")

    async def come_back(desk: Desk) -> None:
        view = reader(desk).reading.view
        assert view.scroll_y == pytest.approx(view.page, abs=1)

    walk(known, leave, start=article, size=(80, 24))
    progress = known.rows()[0].state.progress
    assert 0.3 < progress < 0.95
    walk(known, come_back, start=article, size=(80, 24))


def test_how_far_one_read_is_kept_when_the_app_is_left_from_here(known: Library, article: str) -> None:
    async def quit_there(desk: Desk) -> None:
        await desk.press("space", "q")

    walk(known, quit_there, start=article, size=(80, 24))
    assert known.rows()[0].state.progress > 0.3


def test_an_article_read_to_its_end_opens_at_its_beginning(known: Library, article: str) -> None:
    async def read(desk: Desk) -> None:
        await desk.press("G", "escape")

    async def come_back(desk: Desk) -> None:
        assert reader(desk).reading.view.scroll_y == 0

    walk(known, read, start=article, size=(80, 24))
    assert known.rows()[0].state.progress == 1.0
    walk(known, come_back, start=article, size=(80, 24))


def test_capital_j_and_k_go_through_the_list(library: Library) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("enter")
        assert "Harbour city" in desk.text
        assert "1/5" in desk.text
        await desk.press("J")
        assert "Steel group" in desk.text
        assert "2/5" in desk.text
        await desk.press("K", "K")
        assert "Harbour city" in desk.text
        assert desk.told[-1] == "This is the first article."

    walk(library, script)


def test_the_mark_that_is_clicked_becomes_the_current_one_and_twice_tells_about_it(
    known: Library, article: str
) -> None:
    async def script(desk: Desk) -> None:
        view = reader(desk).reading.view
        line = next(number for number, line in enumerate(view.lines) if "Skerry Sound wins" in line.text)
        cell = view.lines[line].text.index("Skerry")
        await desk.pilot.click(view, offset=(view.margin + 4 + cell + 2, line))
        await desk.settle()
        assert mark_text(desk) == "Skerry Sound"
        await desk.pilot.click(view, offset=(view.margin + 4 + cell + 2, line), times=2)
        await desk.settle()
        assert "⏎ go there" in desk.text

    walk(known, script, start=article)


def test_a_terminal_that_changes_its_size_stays_at_the_same_text(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        view = reader(desk).reading.view
        await desk.press("space")
        before = view.in_sight.start
        await desk.pilot.resize_terminal(70, 20)
        await desk.settle()
        assert abs(view.in_sight.start - before) < 80

    walk(known, script, start=article, size=(80, 24))


def test_the_classes_follow_the_theme(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        before = reader(desk).looks
        desk.app.theme = "textual-light"
        await desk.settle()
        assert reader(desk).looks is not before
        assert reader(desk).reading.view.looks is reader(desk).figures.list.looks is reader(desk).looks

    walk(known, script, start=article)


def test_full_stop_goes_on_from_where_the_cursor_was_moved_to(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("right_curly_bracket", "full_stop")
        assert mark_text(desk) == "Mairi Colquhoun"
        await desk.press("right_curly_bracket", "comma")
        assert mark_text(desk) == "26"

    walk(known, script, start=article)
