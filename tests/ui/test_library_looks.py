"""How the library looks, at 80x24, 120x40 and 200x60: pictures, to be looked at before they are accepted."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from textual.pilot import Pilot

from reader.domain.analysis import Analysis, Entity, EntityKind, Figure, FigureKind
from reader.domain.span import Span
from reader.library import reading
from reader.library.library import Library
from reader.ui.app import ReaderApp
from tests.ui.conftest import Compare, Desk

SIZES = [(80, 24), (120, 40), (200, 60)]

PASTED = """\
Energy

Wind farm off Cape Sorrel wins approval

By Nora Villeneuve in Sorrel

YESTERDAY

Turbines off Cape Sorrel in January. Photograph: Ada Brink/Northline

A wind farm of 80 turbines off Cape Sorrel won approval on Monday, at a cost of \\$2.1bn.

Stay across every story with our newsletter

“It took nine years,” said Ilse Maren, who leads the company, which expects to sell power from 2029.

Share
"""


NAMES = {
    "Ruth Okafor": EntityKind.PERSON,
    "Paul Hendry": EntityKind.PERSON,
    "Northern Development Bank": EntityKind.ORGANISATION,
    "Port Ellery": EntityKind.PLACE,
    "Calder Bay": EntityKind.PLACE,
    "Ostrava Micro": EntityKind.ORGANISATION,
    "Karel Novy": EntityKind.PERSON,
}
"""What the pictures light: so a better recognition changes none of them."""

AMOUNT = re.compile(r"[$€](\d+(?:\.\d+)?)(?:mn|bn)?")


def known(text: str, *_: object) -> Analysis:
    """An analysis by hand: the names above, and amounts of money."""
    found = [
        Entity(name, kind, 0.5, tuple(Span(*match.span()) for match in re.finditer(name, text)))
        for name, kind in NAMES.items()
        if name in text
    ]
    figures = [
        Figure(Span(*match.span()), FigureKind.MONEY, Decimal(match[1]), Decimal(match[1]), Decimal(match[1]))
        for match in AMOUNT.finditer(text)
    ]
    return Analysis(tuple(found), tuple(figures))


@pytest.fixture(autouse=True)
def known_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Recognition by hand, and no analysis kept from a test before."""
    reading.analysis.cache_clear()
    monkeypatch.setattr(reading, "analyse", known)
    yield
    reading.analysis.cache_clear()


def doing(app: ReaderApp, *keys: str, paste: str = "") -> Callable[[Pilot[None]], object]:
    """A function that does this in the running app before its picture is taken."""

    async def run(pilot: Pilot[None]) -> None:
        desk = Desk(app, pilot)
        await desk.settle()
        if paste:
            await desk.paste(paste)
        await desk.press(*keys)
        await desk.settle()

    return run


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Each of the three sizes."""
    columns, lines = request.param
    return columns, lines


def test_an_empty_library(snap_compare: Compare, empty_library: Library, size: tuple[int, int]) -> None:
    app = ReaderApp(empty_library)
    assert snap_compare(app, terminal_size=size, run_before=doing(app))


def test_a_library_of_five_articles(snap_compare: Compare, library: Library, size: tuple[int, int]) -> None:
    app = ReaderApp(library)
    assert snap_compare(app, terminal_size=size, run_before=doing(app))


def test_a_library_filtered_and_chosen_from(snap_compare: Compare, library: Library, size: tuple[int, int]) -> None:
    app = ReaderApp(library)
    before = doing(app, "j", "space", "slash", *"plant")
    assert snap_compare(app, terminal_size=size, run_before=before)


def test_the_import_dialog(snap_compare: Compare, library: Library, size: tuple[int, int]) -> None:
    app = ReaderApp(library)
    assert snap_compare(app, terminal_size=size, run_before=doing(app, paste=PASTED))


def test_help(snap_compare: Compare, library: Library, size: tuple[int, int]) -> None:
    app = ReaderApp(library)
    assert snap_compare(app, terminal_size=size, run_before=doing(app, "question_mark"))


def test_the_export_dialog(snap_compare: Compare, library: Library, size: tuple[int, int]) -> None:
    app = ReaderApp(library)
    assert snap_compare(app, terminal_size=size, run_before=doing(app, "x"))


def test_the_palette(snap_compare: Compare, library: Library, size: tuple[int, int]) -> None:
    app = ReaderApp(library)
    assert snap_compare(app, terminal_size=size, run_before=doing(app, "colon"))


def test_a_light_theme(snap_compare: Compare, library: Library) -> None:
    app = ReaderApp(library)
    app.theme = "textual-light"
    assert snap_compare(app, terminal_size=(120, 40), run_before=doing(app))


def test_sixteen_colours(snap_compare: Compare, library: Library) -> None:
    app = ReaderApp(library, colour="16")
    assert snap_compare(app, terminal_size=(120, 40), run_before=doing(app))
