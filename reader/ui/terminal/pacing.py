"""Gives the app one key after the other, each when the one before has done its work.

Textual hands a key to what has the keys when it is read, and moves the keys elsewhere in messages of its own: of two
keys that come at once, the second goes where the first did, not where the first leads.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any

from textual.app import App, ScreenStackError
from textual.events import Key, Paste
from textual.message import Message
from textual.message_pump import MessagePump

PATIENCE = 0.5
"""How many seconds a key holds back those behind it at most; after that they go on, until the app is quiet again."""
FINDING = 5.0
"""How many seconds Enter waits at most for what it is to take; it would take nothing, or something else."""
TURNS = 200
"""So many turns of the loop a key may take before the app counts as waiting for something else than itself."""
PAUSE = 0.002
"""How many seconds lie between two looks at an app that waits."""


class Pacer:
    """Passes messages on to an app, on its loop, in the order they came."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[Message] = deque()
        self._pacing: asyncio.Task[None] | None = None

    def give(self, message: Message) -> None:
        """Pass a message on as soon as those before it are done with."""
        self._waiting.append(message)
        if self._pacing is None or self._pacing.done():
            self._pacing = asyncio.create_task(self._pace())
            self._pacing.add_done_callback(self._ended)

    def _ended(self, pacing: asyncio.Task[None]) -> None:
        """An error of our own ends the app as any other would."""
        if not pacing.cancelled() and isinstance(error := pacing.exception(), Exception):
            self._app._handle_exception(error)  # noqa: SLF001 - as for all others

    async def _pace(self) -> None:
        is_quiet = True
        while self._waiting:
            message = self._waiting.popleft()
            if isinstance(message, Key) and message.key == "enter":  # it takes what was found, so that must be there
                await self._until(lambda: not self._is_finding and self._is_quiet, FINDING)
            self._app.post_message(message)
            if isinstance(message, Key | Paste):
                is_quiet = await self._until(lambda: self._is_quiet, PATIENCE if is_quiet else 0)

    async def _until(self, is_so: Callable[[], bool], patience: float) -> bool:
        """Let the app work until it is so; tell whether it is. What a few turns of the loop do may take long.

        `patience` is in seconds.
        """
        turns, loop = 0, asyncio.get_running_loop()
        end = loop.time() + patience
        while not is_so():
            if turns > TURNS and loop.time() > end:
                return False
            turns += 1
            await asyncio.sleep(0 if turns < TURNS else PAUSE)
        return True

    @property
    def _is_quiet(self) -> bool:
        """Whether nobody who could get the next key, or lead it elsewhere, has anything to do."""
        try:
            first: Any = self._app.focused or self._app.screen
        except ScreenStackError:  # there is no screen yet
            first = self._app
        return all(is_idle(pump) for pump in first.ancestors_with_self)

    @property
    def _is_finding(self) -> bool:
        """Whether the screen on top looks for something, in a thread or between the keys."""
        at_work = [worker.node for worker in self._app.workers if not worker.is_finished]
        return any(screen in node.ancestors_with_self for screen in self._app.screen_stack[-1:] for node in at_work)


def is_idle(pump: MessagePump) -> bool:
    """Whether a pump waits for its next message, or for none any more: it has none, and is not at work on one."""
    queue: Any = pump._message_queue  # noqa: SLF001 - this and what follows is pinned in tests/ui
    waits = bool(queue.ready_event._waiters) and not queue.ready_event.is_set()  # noqa: SLF001 - asyncio tells it nowhere else
    return waits or pump._closing or pump._closed  # noqa: SLF001 - as above
