"""How drafts are offered, and how an editor says that it could not keep what is in it: pictures."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from reader.domain.drafts import Draft, DraftKind, DraftState
from reader.domain.errors import CannotWrite
from reader.library.library import Library
from reader.ui.app import ReaderApp
from tests.ui.conftest import Clock, Compare, Desk
from tests.ui.drafts import again, by_title, keys

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def interrupted(library: Library, clock: Clock) -> Library:
    """A library whose process ended with a note and an article unfinished, and fields thrown away."""
    harbour = by_title(library, "Harbour")
    title = "Harbour city weighs $420mn tunnel as ferries fill up"
    pasted = "Lighthouse keepers of Ostwick strike\n\nBy Una Pell\n\nThe lamps stay dark, a keeper said.\n"
    note = "Who asked for the tolls?\n\nThe council’s own figures say 18 per cent; [b]the union[/b] says less."
    for draft in (
        Draft("000000000001", DraftKind.FIELDS, article=harbour, title=title, fields=(("source", "Northline"),)),
        Draft("000000000002", DraftKind.PASTE, pasted),
        Draft("000000000003", DraftKind.NOTE, note, article=harbour, title=title),
    ):
        library.drafts.keep(draft)
    thrown = Draft("000000000004", DraftKind.NOTE, "oops", article=harbour, title=title, state=DraftState.THROWN)
    library.drafts.keep(thrown)
    return again(library, clock)


def doing(app: ReaderApp, *pressed: str) -> Callable[[Pilot[None]], object]:
    """What happens before the picture is taken."""

    async def run(pilot: Pilot[None]) -> None:
        desk = Desk(app, pilot)
        await desk.settle()
        await desk.press(*pressed)

    return run


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_what_was_not_finished_is_offered(snap_compare: Compare, interrupted: Library, size: tuple[int, int]) -> None:
    app = ReaderApp(interrupted)
    assert snap_compare(app, terminal_size=size, run_before=doing(app))


def test_the_list_of_all_drafts_without_colours(snap_compare: Compare, interrupted: Library) -> None:
    app = ReaderApp(interrupted, colour="none")
    assert snap_compare(app, terminal_size=(80, 24), run_before=doing(app, "escape", "W", "down"))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_note_that_could_not_be_kept(
    snap_compare: Compare, library: Library, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    def full(*_: object) -> None:
        raise CannotWrite("notes.json could not be written: No space left on device. What was there is untouched.")

    monkeypatch.setattr(library, "annotate", full)
    app = ReaderApp(library)
    assert snap_compare(app, terminal_size=size, run_before=doing(app, "n", *keys("Ask the bank"), "escape"))
