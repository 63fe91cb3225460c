"""What the reader does with the article: tags, star, trash, copies, links, revisions, export."""

from pathlib import Path

import pytest

from reader.library.library import Library
from reader.ui.screens.library import LibraryScreen
from tests.ui.conftest import Clock, Desk, walk
from tests.ui.reader_article import URL, add_barrage, known_library, reader


@pytest.fixture
def known(tmp_path: Path, clock: Clock) -> Library:
    """A library that recognises what the article's own table says."""
    return known_library(tmp_path, clock)


@pytest.fixture
def article(known: Library) -> str:
    """The id of the article that is read."""
    return add_barrage(known)


def test_tags_are_typed_with_completion(known: Library, article: str, clock: Clock) -> None:
    known.tag(article, add=["energy"])
    known.tag(article, remove=["energy"])
    other = known.add(known.preview("Another text of some words.\n\nIt goes on here."), "x").id
    known.tag(other, add=["islands", "tides"])

    async def script(desk: Desk) -> None:
        await desk.press("t", "t", "i")
        assert "tides" in desk.text
        await desk.press("tab", *"new", "enter")
        assert known.shelf.state(article).tags == ("new", "tides")
        assert "TAGS  new  tides" in desk.text
        await desk.press("t", *["backspace"] * 7, "enter")
        assert known.shelf.state(article).tags == ("new",)
        await desk.press("t", "x", "escape")
        assert known.shelf.state(article).tags == ("new",)

    walk(known, script, start=article)


def test_the_star_comes_and_goes(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("asterisk")
        assert "★" in desk.text
        assert known.rows()[0].state.starred
        await desk.press("asterisk")
        assert "★" not in desk.text

    walk(known, script, start=article)


def test_having_opened_an_article_is_no_step_for_u_to_take_back(known: Library, article: str) -> None:
    known.tag(article, add=["energy"])

    async def script(desk: Desk) -> None:
        assert not known.rows()[0].state.unread
        await desk.press("u")
        assert known.shelf.state(article).tags == ()

    walk(known, script, start=article)


def test_d_puts_the_article_in_the_trash_and_goes_back(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("d")
        assert isinstance(desk.app.screen, LibraryScreen)
        assert known.rows() == []
        await desk.press("u")
        assert [row.head.id for row in known.rows()] == [article]

    walk(known, script, start=article)


def test_y_copies_the_paragraph_with_its_citation_and_capital_y_the_citation(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("m", "M", "right_curly_bracket", "y")
        title = "Tidal barrage at Skerry Sound wins licence after nine years of doubt"
        citation = f"Ailsa Drummond, “{title}”, Northline, 10 Mar 2026"
        assert desk.app.clipboard.startswith("““This is the day")
        assert desk.app.clipboard.endswith(f"2029.”\n— {citation}")
        await desk.press("v", "b", "y")
        assert desk.app.clipboard.split("\n")[0].endswith("the harbour office”")
        assert reader(desk).reading.view.selected is None
        await desk.press("Y")
        assert desk.app.clipboard == citation

    walk(known, script, start=article)


def test_capital_o_shows_where_the_link_leads_and_opens_it_only_then(
    known: Library, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def browser(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("reader.ui.screens.reader_notes.find_browser", lambda _: browser)

    async def script(desk: Desk) -> None:
        await desk.press("O")
        assert "no link" in desk.told[-1]
        view = reader(desk).reading.view
        reader(desk).reading.go_to(view.text.index("The licence sets"))
        await desk.press("O")
        assert URL in desk.text
        assert opened == []
        await desk.press("escape", "O", "y")
        assert desk.app.clipboard == URL
        await desk.press("O", "enter")
        assert opened == [URL]
        reader(desk).reading.go_to_place(view.text.index("published in full"))
        await desk.press("enter", "enter")
        assert opened == [URL, URL]

    walk(known, script, start=article)


def test_o_shows_the_text_as_it_came_and_takes_things_back(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("o")
        assert "Sign up for our evening letter" in desk.text
        assert "split paragraph" in desk.text
        assert "AS IT CAME IN" in desk.text
        await desk.press("escape", "o", "enter")
        assert known.shelf.state(article).version == 2
        assert "Sign up for our evening letter" in known.open(article).article.text
        assert "in a new version" in desk.told[-1]
        await desk.press("u")
        assert "Sign up for our evening letter" not in reader(desk).reading.view.text

    walk(known, script, start=article)


def test_fields_are_corrected_in_a_new_version(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("E")
        assert "Edit fields" in desk.text
        await desk.press(*"Sea", "enter")
        assert known.open(article).article.kicker.endswith("Sea")
        assert known.open(article).kept.version == 2

    walk(known, script, start=article)


def test_x_asks_where_to_export_to(known: Library, article: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("x")
        assert "Export to Markdown" in desk.text
        assert "tidal-barrage-at-skerry-sound" in desk.text

    walk(known, script, start=article)


def test_nothing_on_the_screen_is_ever_read_as_markup(known: Library) -> None:
    text = "Odd [/] signs [red]here[/red]\n\nBy A [b]Writer\n\nThe body says [link=http://x]this[/] and \\[that]."
    odd = known.add(known.preview(text), text).id
    known.annotate(odd, "a [/] note [bold")
    known.tag(odd, add=["[x]"])

    async def script(desk: Desk) -> None:
        assert "[red]here[/red]" in desk.text
        assert "a [/] note [bold" in desk.text
        await desk.press("A", "escape", "o", "escape", "t", "escape", "E", "escape", "x", "escape", "question_mark")

    walk(known, script, start=odd)
