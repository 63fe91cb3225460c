"""How the reader looks, at 80x24, 120x40 and 200x60: pictures, to be looked at before they are accepted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.domain.span import Span
from reader.library.library import Library
from reader.ui.app import ReaderApp
from tests.ui.conftest import Clock, Compare, Desk
from tests.ui.reader_article import add_barrage, known_library

SIZES = [(80, 24), (120, 40), (200, 60)]


def doing(app: ReaderApp, *keys: str) -> Callable[[Pilot[None]], object]:
    """A function that presses these keys in the running app before its picture is taken."""

    async def run(pilot: Pilot[None]) -> None:
        desk = Desk(app, pilot)
        await desk.settle()
        await desk.press(*keys)
        await desk.settle()

    return run


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Each of the three sizes."""
    columns, lines = request.param
    return columns, lines


@pytest.fixture
def known(tmp_path: Path, clock: Clock) -> Library:
    """A library that recognises what the article's own table says."""
    return known_library(tmp_path, clock)


@pytest.fixture
def article(known: Library) -> str:
    """An article with a note, a highlight and tags."""
    article = add_barrage(known)
    known.tag(article, add=["energy", "tides"])
    text = known.open(article).article.text
    for quote, words in (("will be paid £540mn over six years", "Compare with 2014."), ("Nobody laughed.", "")):
        start = text.index(quote)
        known.annotate(article, words, Span(start, start + len(quote)))
    return article


def test_an_article(snap_compare: Compare, known: Library, article: str, size: tuple[int, int]) -> None:
    app = ReaderApp(known, start=article)
    assert snap_compare(app, terminal_size=size, run_before=doing(app))


def test_all_marks_and_the_current_one(
    snap_compare: Compare, known: Library, article: str, size: tuple[int, int]
) -> None:
    app = ReaderApp(known, start=article)
    before = doing(app, "m", *["full_stop"] * 8)
    assert snap_compare(app, terminal_size=size, run_before=before)


def test_a_passage_being_selected(snap_compare: Compare, known: Library, article: str, size: tuple[int, int]) -> None:
    app = ReaderApp(known, start=article)
    before = doing(app, "right_curly_bracket", "right_curly_bracket", "v", "w", "w")
    assert snap_compare(app, terminal_size=size, run_before=before)


def test_the_panel_with_the_keys(snap_compare: Compare, known: Library, article: str, size: tuple[int, int]) -> None:
    app = ReaderApp(known, start=article)
    assert snap_compare(app, terminal_size=size, run_before=doing(app, "tab", "j", "j"))


def test_only_the_text(snap_compare: Compare, known: Library, article: str) -> None:
    app = ReaderApp(known, start=article)
    assert snap_compare(app, terminal_size=(120, 40), run_before=doing(app, "z"))


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("note", ("n", *"ask")),
        ("tags", ("t", "t", "i")),
        ("notes", ("A",)),
        ("mark", ("1", "full_stop", "full_stop", "enter")),
        ("original", ("o",)),
        ("labels", ("f",)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_dialog(snap_compare: Compare, known: Library, article: str, name: str, keys: tuple[str, ...]) -> None:
    app = ReaderApp(known, start=article)
    assert snap_compare(app, terminal_size=(80, 24), run_before=doing(app, *keys))


@pytest.mark.parametrize("theme", ["textual-light", "nord", "solarized-light"])
def test_a_theme(snap_compare: Compare, known: Library, article: str, theme: str) -> None:
    app = ReaderApp(known, start=article)
    app.theme = theme
    assert snap_compare(app, terminal_size=(120, 40), run_before=doing(app, "m"))


def test_sixteen_colours(snap_compare: Compare, known: Library, article: str) -> None:
    app = ReaderApp(known, start=article, colour="16")
    assert snap_compare(app, terminal_size=(120, 40), run_before=doing(app, "m", "full_stop"))


def test_no_colour(snap_compare: Compare, known: Library, article: str) -> None:
    app = ReaderApp(known, start=article, colour="none")
    assert snap_compare(app, terminal_size=(120, 40), run_before=doing(app, "m", "full_stop"))
