"""Work in threads, so that keys are answered while the disk is busy."""

import asyncio
import inspect
from collections.abc import Callable
from typing import Generic, TypeVar

from textual.dom import DOMNode

from reader.domain.errors import ReaderError
from reader.ui.messages import Told

T = TypeVar("T")
Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class InTurn:
    """Pieces of work done in threads, one after the other in the order given.

    A ReaderError is told to the person; every other error ends the app, as it should.
    """

    def __init__(self, node: DOMNode) -> None:
        self._node = node
        self._lock = asyncio.Lock()

    def do(
        self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[ReaderError], object] | None = None
    ) -> None:
        """Run `work` in a thread when its turn comes, then `done` with its result on the interface's own thread.

        `done` may be a coroutine function. `failed` gets the error where it is to be shown in another way than as a
        passing message.
        """
        self._node.run_worker(self._do(work, done, failed or self._tell), group="in turn")

    async def _do(
        self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[ReaderError], object]
    ) -> None:
        async with self._lock:
            try:
                result = await asyncio.to_thread(work)
            except ReaderError as error:
                failed(error)
            else:
                then = done(result)
                if inspect.iscoroutine(then):
                    await then

    def _tell(self, error: ReaderError) -> None:
        self._node.post_message(Told(error.sentence, "error"))


class Latest(Generic[Asked, Answer]):
    """Questions answered in a thread, one at a time: of those that come meanwhile, only the last is answered.

    So holding a key down costs one answer at a time, however slow an answer is. An answer that comes when `node` has
    gone is not shown.
    """

    def __init__(
        self, node: DOMNode, answer: Callable[[Asked], Answer], show: Callable[[Asked, Answer], object]
    ) -> None:
        self._node = node
        self._answer = answer
        self._show = show
        self._waiting: list[Asked] = []
        self._busy = False

    def ask(self, asked: Asked) -> None:
        """Have `asked` answered, and forget any question that still waits."""
        self._waiting = [asked]
        if not self._busy:
            self._busy = True
            self._node.run_worker(self._work(), group="latest", exclusive=False)

    def forget(self) -> None:
        """Forget the question that waits, if any."""
        self._waiting = []

    async def _work(self) -> None:
        try:
            while self._waiting:
                asked = self._waiting.pop()
                try:
                    answer = await asyncio.to_thread(self._answer, asked)
                except ReaderError as error:
                    self._node.post_message(Told(error.sentence, "error"))
                    continue
                if not self._waiting and self._node.is_attached:
                    self._show(asked, answer)
        finally:
            self._busy = False
