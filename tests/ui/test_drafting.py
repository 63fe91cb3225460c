"""How often what is typed goes to the disk; with a clock and a disk of the test's own."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.app import App

from reader.domain.drafts import Draft, DraftKind, DraftState
from reader.domain.errors import CannotWrite
from reader.ui.messages import Told
from reader.ui.widgets.drafting import EVERY, SOON, Drafting

NOTE = Draft("0123456789ab", DraftKind.NOTE, "as it was")


class Disk:
    """A place for drafts that remembers what was put there, and may be full."""

    def __init__(self) -> None:
        self.kept: list[Draft] = []
        self.forgotten: list[str] = []
        self.is_full = False

    def keep(self, draft: Draft) -> None:
        """Remember it. Raises CannotWrite."""
        if self.is_full:
            raise CannotWrite("The disk is full.")
        self.kept.append(draft)

    def forget(self, key: str) -> None:
        """Remember that."""
        self.forgotten.append(key)

    def editor_file(self, key: str) -> Path:
        """A name."""
        return Path(key)


class Desk(App[None]):
    """An app whose timers are set off by the test, with one text that is typed."""

    def __init__(self) -> None:
        super().__init__()
        self.disk = Disk()
        self.now = 100.0
        self.timers: list[tuple[float, Callable[[], None]]] = []
        self.text = NOTE.text
        self.told: list[str] = []

    def start(self) -> Drafting:
        """A drafting that follows the text."""
        drafting = Drafting(self, self.disk, NOTE, later=self.later, clock=lambda: self.now)
        drafting.follow(lambda: replace(NOTE, text=self.text))
        return drafting

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        """Set a timer."""
        self.timers.append((self.now + seconds, call))

    async def go(self, seconds: float) -> None:
        """Let time pass, and all that is set off by it be done."""
        end = self.now + seconds
        while due := sorted((timer for timer in self.timers if timer[0] <= end), key=lambda timer: timer[0]):
            self.timers.remove(due[0])
            self.now = due[0][0]
            due[0][1]()
            await self.workers.wait_for_complete()
        self.now = end

    def on_told(self, message: Told) -> None:
        """Remember what is told."""
        self.told.append(message.sentence)

    @property
    def texts(self) -> list[str]:
        """What was put on the disk, oldest first."""
        return [draft.text for draft in self.disk.kept]


def walk(script: Callable[[Desk], object]) -> None:
    """Run a script on such an app."""

    async def run() -> None:
        app = Desk()
        async with app.run_test() as pilot:
            await script(app)  # type: ignore[misc]  # every script here is a coroutine function
            await pilot.pause()

    asyncio.run(run())


async def type_for(app: Desk, drafting: Drafting, seconds: float) -> None:
    """Type a letter every twentieth of a second."""
    for _ in range(round(seconds * 20)):
        app.text += "x"
        drafting.changed()
        await app.go(0.05)


def test_the_first_letter_is_on_the_disk_soon_and_ten_seconds_of_typing_cost_ten_writes() -> None:
    async def script(app: Desk) -> None:
        drafting = app.start()
        app.text += "x"
        drafting.changed()
        await app.go(SOON)
        assert app.texts == ["as it wasx"]
        await type_for(app, drafting, 10)
        assert 9 <= len(app.texts) <= 11

    walk(script)


def test_what_is_on_the_disk_is_never_older_than_a_second_and_in_the_end_it_is_all_there() -> None:
    async def script(app: Desk) -> None:
        drafting = app.start()
        for _ in range(50):
            await type_for(app, drafting, 0.1)
            assert len(app.text) - len(app.texts[-1] if app.texts else NOTE.text) <= 20 * EVERY + 1
        await app.go(EVERY)
        assert app.texts[-1] == app.text

    walk(script)


def test_nothing_is_written_where_nothing_was_typed() -> None:
    async def script(app: Desk) -> None:
        drafting = app.start()
        drafting.changed()
        drafting.save()
        await app.go(5)
        assert app.texts == []
        assert app.timers == []

    walk(script)


def test_saving_at_once_writes_before_it_returns_and_only_what_is_new() -> None:
    async def script(app: Desk) -> None:
        drafting = app.start()
        app.text = "new"
        drafting.save()
        drafting.save()
        assert app.texts == ["new"]

    walk(script)


def test_what_was_taken_earlier_never_lands_on_what_was_saved_since() -> None:
    async def script(app: Desk) -> None:
        drafting = app.start()
        app.text = "old"
        drafting._write_away()
        app.text = "new"
        drafting.save()
        await app.workers.wait_for_complete()
        assert app.texts[-1] == "new"

    walk(script)


@pytest.mark.parametrize("end", ["forget", "put_by"])
def test_nothing_is_written_once_it_is_done_with(end: str) -> None:
    async def script(app: Desk) -> None:
        drafting = app.start()
        app.text = "typed"
        drafting.changed()
        if end == "forget":
            drafting.forget()
        else:
            drafting.put_by(DraftState.THROWN)
        kept = list(app.disk.kept)
        app.text = "later"
        drafting.changed()
        drafting.save()
        await app.go(5)
        assert app.disk.kept == kept
        assert [draft.state for draft in kept] == ([] if end == "forget" else [DraftState.THROWN])
        assert app.disk.forgotten == (["0123456789ab"] if end == "forget" else [])

    walk(script)


def test_a_full_disk_is_told_once_and_tried_again_until_it_has_room() -> None:
    async def script(app: Desk) -> None:
        drafting = app.start()
        app.disk.is_full = True
        await type_for(app, drafting, 3)
        app.disk.is_full = False
        await app.go(2 * EVERY)
        assert app.texts[-1] == app.text
        await app.workers.wait_for_complete()
        assert len(app.told) == 1
        assert "The disk is full." in app.told[0]

    walk(script)


def test_where_an_editor_may_still_have_the_text_a_word_of_whose_it_is_stays() -> None:
    async def script(app: Desk) -> None:
        drafting = app.start()
        drafting.is_out = True
        app.text = "kept elsewhere"
        drafting.forget()
        assert [(draft.text, draft.state) for draft in app.disk.kept] == [("", DraftState.LATER)]

    walk(script)
