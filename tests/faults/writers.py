"""One of several writers: `python -m tests.faults.writers STORE FOLDER WRITER COUNT DEVICE` saves notes of its own.

It waits for a line, so that all begin at once, and prints the number of every note that was saved. Now and then it
tidies up, in the middle of what the others do.
"""

import sys
from pathlib import Path

from tests.faults.stores import NOTES, STORES

EACH = 1_000_000
"""How far the numbers of the notes of two writers lie apart."""
FOLD_EVERY = 97


def text_of(number: int) -> str:
    """What a note says, as long as a short note is."""
    return f"note {number} " * 5


def write(kind: str, path: Path, writer: int, count: int, device: str) -> None:
    """Save so many notes and print each number once it is saved."""
    store = STORES[kind](path, device)
    for turn in range(1, count + 1):
        number = writer * EACH + turn
        store.save(number, text_of(number))
        print(number, flush=True)  # noqa: T201 - for the test that started this
        if turn % FOLD_EVERY == 0:
            store.compact()
    store.close()


if __name__ == "__main__":
    sys.stdin.readline()
    write(sys.argv[1], Path(sys.argv[2]) / NOTES, int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
