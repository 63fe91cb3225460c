"""Measuring side by side: rounds in turn, medians, and a table of ratios. Nothing here asserts anything about time."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

HOUSE = Path(__file__).parents[2]
ROUNDS = 15

Task = Callable[[], object]


def medians(tasks: Mapping[str, Task], rounds: int = ROUNDS) -> dict[str, float]:
    """The median time of each task in seconds; the tasks take turns, so that a busy machine is unfair to none."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for task in tasks.values():
        task()  # a first time for the caches
    for _ in range(rounds):
        for name, task in tasks.items():
            begun = time.perf_counter()
            task()
            times[name].append(time.perf_counter() - begun)
    return {name: statistics.median(taken) for name, taken in times.items()}


def command(words: Sequence[str], environment: Mapping[str, str]) -> Task:
    """A task that runs a command to its end, its output thrown away."""

    def run() -> object:
        return subprocess.run(
            words, env=dict(environment), cwd=HOUSE, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )

    return run


def python(*words: str) -> list[str]:
    """A command line of this Python."""
    return [sys.executable, *words]


def print_table(title: str, taken: Mapping[str, float], against: str, most: Mapping[str, float] | None = None) -> None:
    """Print milliseconds, and how many times as long as `against`; `most` tells what was promised."""
    wide = max(len(name) for name in taken)
    lines = ["", title, f"{'':{wide}}  {'ms':>9}  {'ratio':>7}"]
    for name, seconds in taken.items():
        promised = f"  at most {most[name]:g}" if most and name in most else ""
        lines.append(f"{name:{wide}}  {seconds * 1000:9.2f}  {seconds / taken[against]:7.2f}{promised}")
    sys.stdout.write("\n".join([*lines, ""]))
    sys.stdout.flush()
