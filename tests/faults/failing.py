"""System calls that fail: once, half done, or from one moment on, each with the error that a bad disk gives."""

import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.faults.calls import Call, Hook

FULL_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""What only a call that changes something meets."""


@dataclass
class Failing:
    """A hook that fails the call number `place`; `met` lists the calls that met it.

    `halves` lets a write write half of what it should, and fails the next call instead; `lasting` fails every call that
    changes something from there on; until it is `over`.
    """

    place: int
    error: int
    lasting: bool = False
    halves: bool = False
    seen: int = 0
    over: bool = False
    met: list[Call] = field(default_factory=list)

    def __str__(self) -> str:
        """Which call it was that failed first."""
        call = self.met[0] if self.met else Call("none", "")
        return f"{self.place}: {call.name} {call.path} {call.target}"

    def __call__(self, call: Call) -> int | None:
        """Fail, or let pass."""
        if self.over or not (self.error == errno.EIO or call.changes):
            return None
        self.seen += 1
        if self.halves and self.seen == self.place and call.name == "write":
            self.place, self.halves = self.place + 1, False
            return (len(call.data) + 1) // 2
        if self.seen == self.place or (self.lasting and self.seen > self.place and call.changes):
            self.met.append(call)
            raise OSError(self.error, os.strerror(self.error), call.path)
        return None


KINDS: dict[str, Callable[[int, int], Failing]] = {
    "once": Failing,
    "lasting": lambda place, error: Failing(place, error, lasting=True),
    "half": lambda place, error: Failing(place, error, lasting=True, halves=True),
}


def trials(kind: str, error: int, calls: list[Call]) -> Iterator[Failing]:
    """One failure for every call that can meet this error."""
    count = len([call for call in calls if error == errno.EIO or call.changes])
    for place in range(1, count + 1):
        yield KINDS[kind](place, error)


def short_writes() -> Hook:
    """Let every write write half, as the system may at any time."""
    return lambda call: (len(call.data) + 1) // 2 if call.name == "write" else None
