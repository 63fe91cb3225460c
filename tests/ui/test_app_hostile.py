"""Articles that would act on the interface: their words are shown, and nothing else happens."""

import pytest
from textual.widgets import Input

from reader.library.library import Library
from reader.ui.screens.library import LibraryScreen
from tests.ui.conftest import Desk, walk

TITLES = [
    "a [/] b",
    "[b]x[/i]",
    "[@click=app.quit]read on[/]",
    "[link=http://example.org]x",
    "$primary [red]x[/red]",
    '[[nested] [a=b c="d"]',
]


def article(title: str) -> str:
    return f"{title}\n\nBy Wen Li\n\n9 March 2026\n\nThe harbour of Port Ellery was quiet on Monday {title}.\n"


@pytest.mark.parametrize("title", TITLES)
def test_markup_in_an_article_is_shown_as_it_stands(empty_library: Library, title: str) -> None:
    text = article(title)
    added = empty_library.add(empty_library.preview(text), text, tags=["[b]tag"])
    empty_library.annotate(added.id, f"note {title}")

    async def script(desk: Desk) -> None:
        shown = empty_library.rows()[0].head.title
        assert shown in desk.text
        assert f"note {title}"[:20] in desk.text
        assert "[b]tag" in desk.text
        await desk.press("colon", *"read")
        await desk.press("escape", "x")
        await desk.press("escape", "E", "escape")
        await desk.paste(text)
        assert title in desk.text
        await desk.press("escape", "d")
        assert shown[:20] in desk.told[-1]
        await desk.press("u")
        assert isinstance(desk.app.screen, LibraryScreen)

    walk(empty_library, script)


def test_a_click_on_markup_runs_no_action(empty_library: Library) -> None:
    text = article("[@click=app.quit]read on[/]")
    empty_library.add(empty_library.preview(text), text)

    async def script(desk: Desk) -> None:
        for y in (3, 4, 12):
            for x in (12, 80):
                await desk.pilot.click(offset=(x, y))
        assert desk.app.is_running

    walk(empty_library, script)


def test_escapes_of_an_article_reach_no_line_of_the_screen(empty_library: Library) -> None:
    title = "Ports \x1b]0;owned\x07\x9b31m \u202ereversed\u200b open again"
    text = article(title)
    added = empty_library.add(empty_library.preview(text), text)
    empty_library.annotate(added.id, "note \x1b[31m")

    async def script(desk: Desk) -> None:
        looks = [desk.text]
        await desk.paste(text)
        looks.append(desk.text)
        await desk.press("ctrl+t")
        looks.append(desk.text)
        await desk.press("escape", "E")
        looks.append(desk.text)
        await desk.press("escape", "slash")
        await desk.paste("\x1b[31mowned")
        looks.append(desk.text)
        await desk.press("escape", "d")
        looks.append(desk.told[-1])
        for look in looks:
            bad = [letter for letter in look if letter != "\n" and not letter.isprintable()]
            assert bad == []

    walk(empty_library, script)


HIDING = "a\x1b]0;owned\x07\u202eb\u200bc"


def test_what_is_pasted_into_any_line_is_clean(library: Library) -> None:
    async def script(desk: Desk) -> None:
        for opening in ("slash", "colon", "question_mark", "t", "i"):
            await desk.press(opening)
            await desk.paste(HIDING)
            line = desk.app.focused
            assert isinstance(line, Input)
            assert line.value.endswith("a␛]0;owned␇bc")
            await desk.press("escape", "escape")

    walk(library, script)


@pytest.mark.parametrize("tag", ["a\x1b[31m\u202eb\u200bc", "one, two; three"])
def test_a_tag_stays_as_it_was_written_where_the_tags_are_looked_at(library: Library, tag: str) -> None:
    article = library.rows()[0].head.id
    library.tag(article, add=[tag])

    async def script(desk: Desk) -> None:
        await desk.press("t", "enter")
        assert tag in library.tags()

    walk(library, script)


def test_a_tag_that_hides_something_stays_as_it_was_written_until_it_is_taken_off(library: Library) -> None:
    article = library.rows()[0].head.id
    tag = "a\x1b[31m\u202eb\u200bc"
    library.tag(article, add=[tag])

    async def script(desk: Desk) -> None:
        await desk.press("t", *"new", "enter")
        assert {tag, "new"} <= set(library.tags())
        await desk.press("t")
        line = desk.app.screen.query_one(Input)
        line.value = "a"
        await desk.press("tab")
        assert line.value == "a␛[31m\ufffdb\ufffdc, "

    walk(library, script)


def test_what_is_copied_has_nothing_in_it_that_acts_where_it_is_pasted(library: Library) -> None:
    async def script(desk: Desk) -> None:
        desk.app.copy_to_clipboard(f"{HIDING}\ud800\r")
        assert desk.app.clipboard == "a␛]0;owned␇bc\ufffd\n"

    walk(library, script)


def test_what_hides_in_an_article_is_told_where_its_repairs_are(empty_library: Library) -> None:
    text = article("Ports open\u202e again\u200e")
    empty_library.add(empty_library.preview(text), text)

    async def script(desk: Desk) -> None:
        await desk.press("enter", "o")
        assert "HIDDEN CHARACTERS IN THE TEXT" in desk.text
        assert "right-to-left override" in desk.text

    walk(empty_library, script)
