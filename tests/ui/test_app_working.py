"""Work in threads: one piece after the other, and of questions only the last."""

import asyncio
import threading
from collections.abc import Awaitable, Callable

from textual.app import App

from reader.domain.errors import Busy
from reader.ui.messages import Told
from reader.ui.widgets.working import InTurn, Latest


class Bench(App[None]):
    """An app that remembers what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def on_told(self, message: Told) -> None:
        self.told.append(message.sentence)


def on_bench(script: Callable[[Bench], Awaitable[None]]) -> None:
    async def run() -> None:
        bench = Bench()
        async with bench.run_test():
            await script(bench)

    asyncio.run(run())


async def finished(bench: Bench) -> None:
    await bench.workers.wait_for_complete()


def test_pieces_of_work_are_done_in_the_order_given() -> None:
    async def script(bench: Bench) -> None:
        turn, done, gate = InTurn(bench), list[int](), threading.Event()
        turn.do(lambda: gate.wait(10), lambda _: done.append(1))
        turn.do(lambda: None, lambda _: done.append(2))
        turn.do(lambda: None, lambda _: done.append(3))
        gate.set()
        await finished(bench)
        assert done == [1, 2, 3]

    on_bench(script)


def test_an_expected_error_is_told_and_the_next_piece_is_done() -> None:
    def busy() -> None:
        raise Busy("Another Reader is writing.")

    async def script(bench: Bench) -> None:
        turn, done = InTurn(bench), list[int]()
        turn.do(busy, lambda _: done.append(1))
        turn.do(lambda: None, lambda _: done.append(2))
        await finished(bench)
        assert done == [2]
        assert bench.told == ["Another Reader is writing."]

    on_bench(script)


def test_an_error_goes_to_who_wants_to_show_it() -> None:
    def busy() -> None:
        raise Busy("Another Reader is writing.")

    async def script(bench: Bench) -> None:
        failed: list[str] = []
        InTurn(bench).do(busy, lambda _: None, lambda error: failed.append(error.sentence))
        await finished(bench)
        assert failed == ["Another Reader is writing."]
        assert bench.told == []

    on_bench(script)


def test_of_questions_that_wait_only_the_last_is_answered() -> None:
    async def script(bench: Bench) -> None:
        asked: list[int] = []
        shown: list[tuple[int, int]] = []
        begun, gate = threading.Event(), threading.Event()

        def answer(question: int) -> int:
            asked.append(question)
            begun.set()
            gate.wait(10)
            return question * 10

        latest = Latest(bench, answer, lambda question, found: shown.append((question, found)))
        latest.ask(1)
        await asyncio.to_thread(begun.wait, 10)
        for question in (2, 3, 4):
            latest.ask(question)
        gate.set()
        await finished(bench)
        assert asked == [1, 4]
        assert shown == [(4, 40)]

    on_bench(script)


def test_a_question_that_fails_leaves_the_next_one_its_answer() -> None:
    def answer(question: int) -> int:
        if question == 1:
            raise Busy("Another Reader is writing.")
        return question

    async def script(bench: Bench) -> None:
        shown: list[int] = []
        latest = Latest(bench, answer, lambda _, found: shown.append(found))
        latest.ask(1)
        await finished(bench)
        latest.ask(2)
        await finished(bench)
        assert shown == [2]
        assert bench.told == ["Another Reader is writing."]

    on_bench(script)
