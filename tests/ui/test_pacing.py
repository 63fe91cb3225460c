"""Keys given to the app one after the other, and what that needs of Textual and asyncio beyond what they promise."""

import asyncio

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input, Label

from reader.ui.terminal.pacing import Pacer, is_idle


class Two(App[None]):
    """Two lines to type into; a key leads from the first to the second, and another keeps the app busy."""

    BINDINGS = [("f1", "over", "Over"), ("f2", "rest", "Rest")]  # noqa: RUF012 - Textual declares it so

    def __init__(self) -> None:
        super().__init__()
        self.may_go_on = asyncio.Event()

    def compose(self) -> ComposeResult:
        """The two lines."""
        yield Input(id="one")
        yield Input(id="two")

    def action_over(self) -> None:
        """Go to the second line."""
        self.query_one("#two", Input).focus()

    async def action_rest(self) -> None:
        """Do nothing until told to go on."""
        await self.may_go_on.wait()

    @property
    def typed(self) -> list[str]:
        """What stands in the lines."""
        return [one.value for one in self.query(Input)]


def keys(*names: str) -> list[events.Key]:
    """Keys, as the keyboard makes them."""
    return [events.Key(name, name if len(name) == 1 else None) for name in names]


async def all_given(pacer: Pacer) -> None:
    """Wait until a pacer has nothing left to give."""
    assert pacer._pacing is not None
    await pacer._pacing


def test_a_key_goes_where_the_one_before_it_leads() -> None:
    async def run() -> None:
        app = Two()
        async with app.run_test() as pilot:
            pacer = Pacer(app)
            for key in keys("a", "f1", "b", "c"):
                pacer.give(key)
            assert pacer._pacing is not None
            await pacer._pacing
            await pilot.pause()
            assert app.typed == ["a", "bc"]

    asyncio.run(run())


def test_given_at_once_it_goes_where_that_one_went() -> None:
    async def run() -> None:
        app = Two()
        async with app.run_test() as pilot:
            for key in keys("a", "f1", "b", "c"):
                app.post_message(key)
            await pilot.pause()
            assert app.typed == ["abc", ""]

    asyncio.run(run())


def test_an_app_that_rests_holds_no_key_back_for_ever() -> None:
    async def run() -> None:
        app = Two()
        async with app.run_test() as pilot:
            pacer = Pacer(app)
            for key in keys("f2", "a", "b"):
                pacer.give(key)
            assert pacer._pacing is not None
            await pacer._pacing
            assert not pacer._waiting
            app.may_go_on.set()
            await pilot.pause()
            assert app.typed == ["ab", ""]

    asyncio.run(run())


def test_a_pump_is_idle_while_it_has_nothing_to_do() -> None:
    async def run() -> None:
        app = Two()
        async with app.run_test() as pilot:
            await pilot.pause()
            line = app.query_one("#one")
            assert is_idle(line)
            line.post_message(events.Blur())
            assert not is_idle(line)
            await pilot.pause()
            assert is_idle(line)
            gone = Label()
            assert not is_idle(gone)
            await app.mount(gone)
            await gone.remove()
            assert is_idle(gone)

    asyncio.run(run())
