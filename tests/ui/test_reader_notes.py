"""The reader's notes: written, listed, edited, deleted; highlights, tags, copies, links, revisions, own editor."""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

import pytest

from reader.domain.notes import Note
from reader.library.library import Library
from reader.ui.dialogs.own_editor import Run
from reader.ui.screens.reader import ReaderScreen
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


def quotes(notes: list[Note]) -> list[str]:
    """What the notes are anchored to."""
    return [note.anchor.quote if note.anchor else "" for note in notes]


async def write(desk: Desk, words: str) -> None:
    """Type into the dialog that is open, and leave it."""
    await desk.press(*("space" if letter == " " else letter for letter in words), "escape")


def test_n_writes_a_note_at_the_paragraph_and_it_is_kept_at_once(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("right_curly_bracket", "n")
        assert "“This is the day the tide" in desk.text
        await write(desk, "ask her")
        notes = known.notes(article)
        assert [note.text for note in notes] == ["ask her"]
        assert quotes(notes)[0].startswith("“This is the day the tide began")
        assert "▸✎▎ “This is the day" in desk.text
        assert "NOTE ask her" in desk.text

    walk(known, script, start=article)
    assert [note.text for note in known.notes(article)] == ["ask her"]


def test_a_note_without_words_is_none(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("n", "escape")
        assert known.notes(article) == []

    walk(known, script, start=article)


def test_what_was_typed_can_be_thrown_away(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("n", "o", "o", "p", "s", "tab", "enter")
        assert isinstance(desk.app.screen, ReaderScreen)
        assert known.notes(article) == []

    walk(known, script, start=article)


def test_capital_n_writes_a_note_on_the_article(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("N")
        assert "Note on the article" in desk.text
        await write(desk, "keep")
        assert quotes(known.notes(article)) == [""]

    walk(known, script, start=article)


def test_u_takes_a_note_back_and_redo_brings_it_again(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("n")
        await write(desk, "hm")
        await desk.press("u")
        assert known.notes(article) == []
        assert "hm" not in desk.text.split("NOTES")[1]
        await desk.press("ctrl+r")
        assert [note.text for note in known.notes(article)] == ["hm"]

    walk(known, script, start=article)


def test_a_second_note_on_just_this_passage_edits_the_first(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("n")
        await write(desk, "one")
        await desk.press("n")
        await write(desk, "two")
        assert [note.text for note in known.notes(article)] == ["onetwo"]

    walk(known, script, start=article)


def test_blanking_a_note_removes_it(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("n")
        await write(desk, "x")
        await desk.press("n", "backspace", "escape")
        assert known.notes(article) == []
        assert desk.told[-1] == "Note deleted. u brings it back; D shows the trash."

    walk(known, script, start=article)


def test_h_highlights_the_sentence_and_again_takes_it_away(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("right_curly_bracket", "h")
        notes = known.notes(article)
        assert [note.text for note in notes] == [""]
        assert quotes(notes)[0].endswith("signed the paper in the harbour office.")
        assert "▎" in desk.text
        await desk.press("h")
        assert known.notes(article) == []

    walk(known, script, start=article)


def test_v_selects_the_sentence_and_keys_grow_and_shrink_it(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        view = reader(desk).reading.view
        await desk.press("right_curly_bracket", "right_curly_bracket", "v")

        def selected() -> str:
            return view.selected.of(view.text) if view.selected else ""

        assert selected().endswith("without a failure.")
        assert "SELECTED 18 words" in desk.text
        assert "sentence" in desk.text.split("\n")[-1]
        await desk.press("w")
        assert selected().endswith("failure. Each")
        await desk.press("b", "b")
        assert selected().endswith("without a")
        await desk.press("right_parenthesis", "right_parenthesis")
        assert selected().endswith("over six years.")
        await desk.press("left_parenthesis")
        assert selected().endswith("without a failure.")
        await desk.press("right_curly_bracket", "right_curly_bracket")
        assert selected().endswith("What the fishermen fear")
        await desk.press("left_curly_bracket")
        assert selected().endswith("over six years.")
        await desk.press("escape")
        assert selected() == ""
        assert "next mark" in desk.text.split("\n")[-1]
        assert isinstance(desk.app.screen, ReaderScreen)

    walk(known, script, start=article)


def test_a_note_goes_on_what_is_selected(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("v", *["b"] * 29, "enter")
        await write(desk, "who")
        assert quotes(known.notes(article)) == ["The Islands Energy Authority on Tuesday"]
        await desk.press("v", *["b"] * 33, "h")
        assert quotes(known.notes(article))[-1] == "The Islands"

    walk(known, script, start=article)


def test_what_the_mouse_selects_is_the_articles_own_text(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        view = reader(desk).reading.view
        await desk.press("m", "M")
        line = next(number for number, line in enumerate(view.lines) if "Skerry Soundᴸ, ending" in line.text)
        left = view.margin + 4 + view.lines[line].text.index("Skerry")
        await desk.pilot.mouse_down(view, offset=(left, line))
        await desk.pilot.hover(view, offset=(left + 8, line))
        await desk.pilot.hover(view, offset=(left + 8, line + 1))
        await desk.pilot.mouse_up(view, offset=(left + 8, line + 1))
        await desk.settle()
        copied = desk.app.screen.get_selected_text()
        assert copied is not None
        assert copied.startswith("Skerry Sound, ending nine")
        assert copied in view.text
        assert view.selected is not None
        assert view.selected.of(view.text) == copied
        await desk.press("h")
        assert quotes(known.notes(article)) == [copied]

    walk(known, script, start=article)


def test_the_list_of_notes_leads_edits_and_deletes(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("A")
        assert desk.told[-1].startswith("There is no note")
        await desk.press("n")
        await write(desk, "one")
        await desk.press("G", "n")
        await write(desk, "two")
        await desk.press("A", "down")
        assert "Notes on this article" in desk.text
        assert "written Thu 12 Mar 2026" in desk.text
        await desk.press("up", "enter")
        first = known.notes(article)[0].anchor
        assert first is not None
        assert reader(desk).reading.view.is_in_sight(first.span.start)
        await desk.press("A", "n", "exclamation_mark", "escape")
        assert [note.text for note in known.notes(article)] == ["one!", "two"]
        await desk.press("A", "d")
        assert [note.text for note in known.notes(article)] == ["two"]
        await desk.press("u")
        assert [note.text for note in known.notes(article)] == ["one!", "two"]

    walk(known, script, start=article, size=(80, 24))


def test_the_articles_note_is_written_in_the_persons_own_editor(
    known: Library, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run_in_terminal(environment: Mapping[str, str]) -> Run:
        def run(command: Sequence[str]) -> int:
            path = Path(command[-1])
            path.write_text(path.read_text(encoding="utf-8") + "more ", encoding="utf-8")
            return 0

        return run

    monkeypatch.setenv("VISUAL", "an-editor")
    monkeypatch.setattr("reader.ui.dialogs.own_editor.run_in_terminal", run_in_terminal)

    async def script(desk: Desk) -> None:
        await desk.press("ctrl+e")
        assert "cannot be lent" in desk.told[-1]
        monkeypatch.setattr(type(desk.app), "suspend", lambda _: nullcontext())
        await desk.press("ctrl+e")
        assert [(note.text, note.anchor) for note in known.notes(article)] == [("more", None)]
        await desk.press("ctrl+e")
        assert [note.text for note in known.notes(article)] == ["moremore"]

    walk(known, script, start=article)
