"""Articles that would act on the interface: their words are shown, and nothing else happens."""

import pytest

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
