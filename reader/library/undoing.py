"""Undo and redo: what the history of the notes does, and what it must not bring back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from reader.domain.changes import Change, Step
from reader.domain.errors import NotFound, NothingToUndo
from reader.domain.notes import Note, Record, emptied, is_emptied
from reader.library.shelf import Shelf

LATE = timedelta(days=1)
"""By how much the moment of a deletion may be older than the undo or redo that makes it again."""


def undo(shelf: Shelf) -> Change:
    """Take back the last change and return it. Raises NothingToUndo, also where all it was about is gone for good."""
    return _checked(shelf, shelf.notes.undo(), "It stays done", "undo again takes back the change before")


def redo(shelf: Shelf) -> Change:
    """Make the change again that was taken back last, and return it. Raises NothingToUndo."""
    return _checked(shelf, shelf.notes.redo(), "It cannot be done again", "redo again makes the change after")


def _checked(shelf: Shelf, change: Change, stays: str, further: str) -> Change:
    """A change just turned; where all it was about is gone for good, NothingToUndo says what `stays`, and what next."""
    gone = _settled(shelf, change)
    if change.steps and gone == len(change.steps):
        raise NothingToUndo(f"{stays}: {change.what}. That was emptied out of the trash for good; {further}.")
    return _told(_turned(shelf, change), gone)


def _turned(shelf: Shelf, change: Change) -> Change:
    """The change, unless turning it changed nothing because another device wrote over it meanwhile."""
    if shelf.notes.has_turned:
        return change
    raise NothingToUndo(f"It stays as it is now: {change.what}. Another device changed it since.")


def _told(change: Change, gone: int) -> Change:
    """The change, with a word on what of it was emptied out of the trash."""
    if not gone:
        return change
    return replace(change, what=f"{change.what} ({gone} of {len(change.steps)} emptied out of the trash for good)")


def _settled(shelf: Shelf, change: Change) -> int:
    """Put right what the history knows nothing of, and count the records of `change` that are gone for good.

    A note on an article that was emptied out goes with it; what went to the trash does so now, and not when it first
    went there, so that it is kept as long as anything else.
    """
    now = shelf.now()
    gone, steps = 0, []
    for record in _present(shelf, change.steps):
        if is_emptied(record) or is_emptied(shelf.notes.state(record.article)):
            gone += 1
            steps += [] if is_emptied(record) else [Step(record, emptied(record))]
        elif record.trashed is not None and record.trashed < now - LATE:
            steps.append(Step(record, replace(record, trashed=now)))
    shelf.notes.apply(Change("settle", tuple(steps), undoable=False))
    return gone


def _present(shelf: Shelf, steps: Sequence[Step]) -> list[Record]:
    """The records of these steps as they are stored now, as far as they exist."""
    found: list[Record] = []
    for step in steps:
        record = step.after or step.before
        try:
            if isinstance(record, Note):
                found.append(shelf.notes.note(record.key))
            elif record is not None:
                found.append(shelf.notes.state(record.article))
        except NotFound:
            continue
    return found
