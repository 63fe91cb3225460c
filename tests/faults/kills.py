"""kill -9 while saving: `python -m tests.faults.kills STORE FOLDER KILLS SEED [until-lost]` prints the cost as JSON.

A forked child saves notes without end, some larger and some smaller than before, tells over a pipe which save it
begins and which has returned, and now and then tidies up. The parent kills it: every other time at a random moment,
else within two milliseconds of a system call that changes a file. Then it looks whether everything is there that was
acknowledged, whether the next save works, and whether anything is left lying about.
"""

import json
import os
import random
import signal
import struct
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from reader.domain.errors import ReaderError
from tests.faults.calls import Call, watching
from tests.faults.stores import ACCIDENTS, NOTES, STORES, Store, Texts, filled, found_in, litter

COUNT = 40
"""How many notes there are."""
SIZES = (10, 100, 1_000, 20_000)
LONGEST = 0.030
"""Seconds until a kill at a random moment."""
AIM = 0.002
"""Seconds within which an aimed kill follows the call."""

_RECORD = struct.Struct("<cII")
BEGUN, SAVED, CALLING, READY = b"B", b"S", b"C", b"R"


@dataclass
class Toll:
    """What the kills cost."""

    kills: int = 0
    acknowledged: int = 0
    unopenable: int = 0
    lost: int = 0
    littered: int = 0
    slowest: float = 0.0
    seconds: float = 0.0
    said: list[str] = field(default_factory=list)


def text_of(seed: int, turn: int, size: int) -> str:
    """A text that says when it was written, and where a part of another would show."""
    return f"{seed}:{turn}:{chr(97 + turn % 26) * size}"


def save_without_end(store: Store, pipe: int, seed: int) -> None:
    """Save and tell, until somebody ends it."""
    chance = random.Random(seed)  # noqa: S311 - a test repeats itself
    os.write(pipe, _RECORD.pack(READY, 0, 0))
    turn = 0
    while True:
        turn += 1
        number = chance.randint(1, COUNT)
        os.write(pipe, _RECORD.pack(BEGUN, number, turn))
        store.save(number, text_of(seed, turn, chance.choice(SIZES)))
        os.write(pipe, _RECORD.pack(SAVED, number, turn))
        if turn % 7 == 0:
            store.compact()


def child(kind: type[Store], path: Path, pipe: int, seed: int, *, aimed: bool) -> None:
    """Open the store and save; where the kill is aimed, announce each call that changes a file."""

    def announce(call: Call) -> None:
        if call.changes:
            os.write(pipe, _RECORD.pack(CALLING, 0, 0))

    if not aimed:
        save_without_end(kind(path), pipe, seed)
        return
    with watching(path.parent, announce):
        save_without_end(kind(path), pipe, seed)


def killed(kind: type[Store], path: Path, seed: int, chance: random.Random) -> Iterator[tuple[bytes, int, int]]:
    """Start a child, kill it, and give back all that it told."""
    reading, writing = os.pipe()
    aimed = seed % 2 == 0
    process = os.fork()
    if not process:
        os.close(reading)
        try:
            child(kind, path, writing, seed, aimed=aimed)
        except BrokenPipeError:
            os._exit(0)
        except (ReaderError, *ACCIDENTS):
            traceback.print_exc()
        os._exit(1)
    os.close(writing)
    told = b""
    if aimed:
        wanted = chance.randint(1, 60)
        while told[:: _RECORD.size].count(CALLING) < wanted and (part := os.read(reading, _RECORD.size)):
            told += part
        _wait(chance.uniform(0, AIM))
    else:
        _wait(chance.uniform(0.001, LONGEST))
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    while part := os.read(reading, 65_536):
        told += part
    os.close(reading)
    yield from _RECORD.iter_unpack(told[: len(told) // _RECORD.size * _RECORD.size])


def _wait(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


@dataclass
class Campaign:
    """Kills one after the other on one store."""

    kind: type[Store]
    path: Path
    chance: random.Random
    toll: Toll = field(default_factory=Toll)

    def run(self, kills: int, *, until_lost: bool) -> Toll:
        """Kill so many times, or until something is lost."""
        started = time.monotonic()
        self.known = {number: text_of(0, number, 5_000) for number in range(1, COUNT + 1)}
        filled(self.kind, self.path, self.known)
        for seed in range(1, kills + 1):
            self._kill(seed)
            if self.toll.unopenable or (until_lost and self.toll.lost):
                break
        self.toll.seconds = time.monotonic() - started
        return self.toll

    def _kill(self, seed: int) -> None:
        saved: dict[int, int] = {}
        begun: dict[int, int] = {}
        for what, number, turn in killed(self.kind, self.path, seed, self.chance):
            if what == SAVED:
                saved[number] = turn
                self.toll.acknowledged += 1
            elif what == BEGUN:
                begun[number] = turn
        self.toll.kills += 1
        before = time.monotonic()
        found = found_in(self.kind, self.path)
        self.toll.slowest = max(self.toll.slowest, time.monotonic() - before)
        if isinstance(found, str):
            self.toll.unopenable += 1
            self.toll.said.append(found[:300])
            return
        self._compare(found, seed, saved, begun)
        self.known = found | {1: text_of(seed, 0, 10)}
        filled(self.kind, self.path, {1: self.known[1]})
        self.toll.littered += len(litter(self.path.parent))

    def _compare(self, found: Texts, seed: int, saved: dict[int, int], begun: dict[int, int]) -> None:
        for number, before in self.known.items():
            wanted = [f"{seed}:{saved[number]}:"] if number in saved else [before]
            if begun.get(number, 0) > saved.get(number, 0):
                wanted.append(f"{seed}:{begun[number]}:")
            text = found.get(number, "")
            if not any(text == each or (each.count(":") == 2 and _is_whole(text, each)) for each in wanted):
                self.toll.lost += 1
                self.toll.said.append(
                    f"note {number} is {text[:20]!r}, and should be one of {[each[:20] for each in wanted]}"
                )
        if found.keys() != self.known.keys():
            self.toll.lost += 1
            self.toll.said.append(f"there are {len(found)} notes")


def _is_whole(text: str, start: str) -> bool:
    """Whether a text is the one that was written at this turn, from its first to its last character."""
    seed, turn, _ = start.split(":", 2)
    return any(text == text_of(int(seed), int(turn), size) for size in SIZES)


def main(kind: str, folder: str, kills: str, seed: str, until_lost: str = "") -> None:
    """Run one campaign and print its toll."""
    path = Path(folder) / NOTES
    campaign = Campaign(STORES[kind], path, random.Random(int(seed)))  # noqa: S311 - a test repeats itself
    toll = campaign.run(int(kills), until_lost=bool(until_lost))
    print(json.dumps(asdict(toll)))  # noqa: T201 - for the test that started this


if __name__ == "__main__":
    main(*sys.argv[1:])
