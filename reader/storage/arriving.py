"""Commits of several journals put in an order in which each is folded after all it builds upon."""

import zlib
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reader.storage.journal import Commit, Lines, Seen, commit_line
from reader.storage.replica import Replica


@dataclass(eq=False, repr=False)
class Arrived:
    """The commits of one device that are not folded yet, in rising order of their numbers.

    `begun` says that one of them was folded already, so that a number that is missing now will never come.
    """

    commits: deque[Commit] = field(default_factory=deque)
    begun: bool = False


def fold_all(replica: Replica, waiting: Mapping[str, Arrived]) -> list[str]:
    """Fold what can be; what builds upon commits that are not there yet waits. Gives the devices that lack some.

    This device's own commits wait for others only as long as others move: what they had seen was there when they were
    saved, and if it is gone now, they are not.
    """
    lacking: list[str] = []
    while True:
        for device, arrived in waiting.items():
            while arrived.commits and _may_come(replica, device, arrived):
                lacking += _fold_next(replica, device, arrived)
        if any(arrived.commits and _may_come(replica, device, arrived) for device, arrived in waiting.items()):
            continue
        own = waiting.get(replica.device)
        if own is None or not own.commits:
            return lacking
        saw = own.commits[0].saw
        lacking += [device for device, number in saw.items() if replica.seen.get(device, 0) < number]
        lacking += _fold_next(replica, replica.device, own)


def _fold_next(replica: Replica, device: str, arrived: Arrived) -> list[str]:
    """Fold one commit, unless it is folded already. Gives the device where some before it are missing."""
    commit = arrived.commits.popleft()
    known = replica.seen.get(device, 0)
    if commit.number <= known:
        return []
    replica.fold(commit)
    arrived.begun = True
    return [device] if commit.number > known + 1 else []


def _may_come(replica: Replica, device: str, arrived: Arrived) -> bool:
    """Whether the next commit can be folded.

    A device waits for the beginning of another's journal, which a sync tool may bring yet; never for its own.
    """
    commit = arrived.commits[0]
    is_next = commit.number <= replica.seen.get(device, 0) + 1
    return (is_next or arrived.begun or device == replica.device) and replica.is_ready(commit)


def forked(copy: Lines, true: Lines, known: Seen) -> list[Commit]:
    """The commits of a conflicted copy of a journal, as far as the true journal has others in their place.

    Two machines that took themselves for one device wrote them. They count as those of a device of their own, named
    after the first of them, so that every machine names it alike.
    """
    own = {commit.number: commit for commit in true.commits}
    first = min(own, default=known.get(copy.device, 0) + 1)
    differing = [one for one in copy.commits if one.number >= first and own.get(one.number, one) != one]
    if not differing:
        return []
    start = differing[0].number
    name = f"{copy.device}-{zlib.crc32(commit_line(differing[0])):08x}"
    later = [one for one in copy.commits if one.number >= start]
    return [_renamed(one, name, copy.device, start) for one in later]


def _renamed(commit: Commit, name: str, device: str, start: int) -> Commit:
    saw = {device: start - 1, **commit.saw} if commit.number == start else commit.saw
    return commit._replace(device=name, number=commit.number - start + 1, saw=saw)


def behind(copy: Lines, true: Lines) -> Iterable[Commit]:
    """The commits of a copy of a journal that lie behind the end of the true one, or of a journal that is not there."""
    last = max((commit.number for commit in true.commits), default=0)
    return (commit for commit in copy.commits if commit.number > last)
