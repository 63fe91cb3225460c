"""What the tests of the interface share: a library on a temporary folder, with a clock that stands still."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Protocol, TypeAlias

import pytest
from textual import events
from textual.app import App
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from reader.domain.span import Span
from reader.library.library import Library
from reader.settings import Folders
from reader.ui.app import Colour, ReaderApp

HARBOUR = """\
Ports

Harbour city weighs $420mn tunnel as ferries fill up

Council says crossings rose 18 per cent in a year and warns of queues by summer

By Ines Calder and Tomas Wray in Port Ellery

9 March 2026

The harbour tunnel at Port Ellery, first drawn in 1998. Photograph: Mara Finch/Northline

Port Ellery’s council will vote on Friday on a $420mn road tunnel under the harbour, after a year in which its ferries \
carried a record 6.3mn passengers.

“We cannot keep adding boats,” said Ruth Okafor, the mayor, who came to office in 2023. Okafor called the tunnel “the \
one crossing that does not care about fog”.

The Northern Development Bank has offered to lend $250mn at 3.1 per cent, according to two people who have seen the \
terms. The rest would come from tolls of about $4 a car.

Opponents, among them the Ellery Ferrymen’s Union, say the council’s figures are too bright. Its secretary, Paul \
Hendry, said that several hundred jobs were at stake.

A decision by the government in Calder Bay is expected in June.

Additional reporting by Sam Lowe
"""

BEARINGS = """\
Steel group Varga halts bearings plant after third fire

By Lena Horvat | Northline

10 March 2026

Varga Steel has stopped work at its bearings plant in Dorn after the third fire in six weeks, idling 1,150 people.

Chief executive Marta Ruiz said on Tuesday that the plant would stay shut “for at least a fortnight”. Shares in Varga \
fell 7.4 per cent to €31.20.

The plant makes a fifth of the bearings used in European wind turbines. Ruiz said that customers including Aeolis and \
Nordvind had been told of delays.

Inspectors from the labour ministry arrived in Dorn on Monday.
"""

GRAIN = """\
Grain corridor reopens as Brask and Tolland sign rail deal

TOLLAND CITY, March 4 (Northline) - Brask and Tolland signed an agreement on Wednesday that lets grain trains cross \
their border again after a closure of two years.

Some 2.4mn tonnes of wheat wait in silos on the Brask side, said transport minister Edda Moor.

Prices of wheat for May delivery fell 2 per cent to $214 a tonne in Chicago.
"""

FLOODS = """\
Floods

Rivers fall in the Marn valley but thousands stay away from home

By Jonas Feld in Lower Marn

2 March 2026

Rivers in the Marn valley fell below their banks on Sunday for the first time in nine days, but about 12,000 people \
were still in shelters.

“The water is gone; the mud is not,” said Adela Brandt, who leads the valley’s emergency office.

The government has set aside €85mn for repairs. Insurers expect claims of between €300mn and €450mn.
"""

CHIPS = """\
Chipmaker Ostrava Micro to build second plant

By Wen Li

27 February 2026

Ostrava Micro said on Friday that it would spend $3.6bn on a second plant, its largest investment so far.

The plant, in the Sudenberg region, is to open in 2028 and employ 2,000 people. President Karel Novy called it “a vote \
for the region”.
"""

ARTICLES = (CHIPS, FLOODS, GRAIN, BEARINGS, HARBOUR)
"""Five articles of our own, oldest first."""


STUCK = 2000
"""How often the state of the app is looked at before a test says that it is stuck."""


class Clock:
    """A clock that stands still until it is set forward."""

    def __init__(self, start: datetime) -> None:
        self.moment = start

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, by: timedelta) -> None:
        """Set the clock forward."""
        self.moment += by


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the person's terminal changes what is drawn."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "COLORTERM", "FORCE_COLOR", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture
def clock() -> Clock:
    """Noon on 12 March 2026."""
    return Clock(datetime(2026, 3, 12, 12, 0, tzinfo=UTC))


@pytest.fixture
def empty_library(tmp_path: Path, clock: Clock) -> Library:
    """A library with nothing in it, on a temporary folder."""
    keys: Iterator[int] = count(1 << 60)
    folders = Folders(tmp_path / "library", tmp_path / "config", tmp_path / "state", tmp_path / "cache")
    return Library(folders, now=clock, new_key=lambda: next(keys))


@pytest.fixture
def library(empty_library: Library, clock: Clock) -> Library:
    """Five articles, one a day until yesterday; two are read, one is starred, one begun, one has notes and tags."""
    noon = clock.moment
    clock.forward(timedelta(days=-len(ARTICLES) - 1))
    ids = []
    for text in ARTICLES:
        clock.forward(timedelta(days=1))
        ids.append(empty_library.add(empty_library.preview(text), text).id)
    clock.moment = noon
    chips, floods, grain, _, harbour = ids
    empty_library.mark(chips, unread=False, progress=1.0)
    empty_library.mark(floods, unread=False, progress=0.4)
    empty_library.mark(grain, unread=False, starred=True, progress=1.0)
    empty_library.tag(harbour, add=["transport", "ports"])
    empty_library.tag(grain, add=["food"])
    empty_library.annotate(harbour, "Ask the bank for the terms.")
    text = empty_library.open(harbour).article.text
    empty_library.annotate(harbour, "Compare with the 2019 estimate.", _span(text, "$420mn road tunnel"))
    return empty_library


def _span(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


class Compare(Protocol):
    """pytest-textual-snapshot's fixture."""

    def __call__(
        self,
        app: App[None],
        *,
        terminal_size: tuple[int, int],
        run_before: Callable[[Pilot[None]], object],
    ) -> bool: ...


class Desk:
    """The running app as a person meets it: keys in, a screen of text out."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the one before has done its work."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            self.app.post_message(events.Key(name, key if len(key) == 1 else key_to_character(key)))
            await self._work()
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste as a terminal does."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is at work any more, and everything is drawn."""
        await self._work()
        await self.pilot.pause()
        await self._work()

    async def _work(self) -> None:
        """Wait until every message is handled and every worker is done."""
        quiet = 0
        for _ in range(STUCK):
            await self.pilot._wait_for_screen()
            quiet = quiet + 1 if all(worker.is_finished for worker in self.app.workers) else 0
            if quiet == 3:
                return
            await asyncio.sleep(0 if quiet else 0.002)
        raise AssertionError("the app is stuck")

    @property
    def text(self) -> str:
        """Every line of the screen on top."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(line.text.rstrip() for line in lines)

    @property
    def told(self) -> list[str]:
        """The sentences told so far, oldest first."""
        return [one.message for one in self.app._notifications]


Script: TypeAlias = Callable[[Desk], Awaitable[None]]


def walk(
    library: Library,
    script: Script,
    *,
    size: tuple[int, int] = (120, 40),
    start: str | None = None,
    colour: Colour = "full",
) -> None:
    """Run the app on `library` and walk through it."""

    async def run() -> None:
        app = ReaderApp(library, start=start, colour=colour)
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot)
            await desk.settle()
            await script(desk)

    asyncio.run(run())
