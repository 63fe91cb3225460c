"""What undo and redo can turn back: the commits of this device, and which of them were turned back already."""

from collections.abc import Iterable
from contextlib import suppress

from reader.storage.journal import Past, read_past

LONGEST = 200
"""How many changes can be taken back."""


def history(kept: Iterable[bytes], folded: Iterable[Past]) -> list[Past]:
    """All that is known of earlier commits, oldest first: lines kept for undo, and what was folded since."""
    found: dict[int, Past] = {}
    for line in kept:
        with suppress(ValueError):
            one = read_past(line)
            found[one.number] = one
    found |= {one.number: one for one in folded}
    return [found[number] for number in sorted(found)]


def stacks(known: Iterable[Past]) -> tuple[list[Past], list[Past]]:
    """The changes that stand, and those that were taken back; the last of each is turned next."""
    standing: list[Past] = []
    undone: list[Past] = []
    for one in known:
        if one.turns:
            source, target = (standing, undone) if one.turns > 0 else (undone, standing)
            _move(source, target, abs(one.turns))
        elif one.what:
            standing.append(one)
            undone.clear()
    return standing[max(0, len(standing) + len(undone) - LONGEST) :], undone


def needed(known: Iterable[Past]) -> list[Past]:
    """As much of the history as must be kept: the last changes, and what turned them back."""
    listed = list(known)
    standing, undone = stacks(listed)
    numbers = {one.number for one in (*standing, *undone)}
    return [one for one in listed if one.number in numbers or abs(one.turns) in numbers]


def _move(source: list[Past], target: list[Past], number: int) -> None:
    for at in range(len(source) - 1, -1, -1):
        if source[at].number == number:
            target.append(source.pop(at))
            return
