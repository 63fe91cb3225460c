"""What the tests of drafts share: the end of a process, however it came, and what lies on the disk then."""

import errno
import os
from pathlib import Path

import pytest

from reader.library.library import Library
from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.words import Words
from tests.ui.conftest import Clock, Desk, walk

ARTICLE = "Lighthouse keepers of Ostwick strike\n\nBy Una Pell\n\n9 March 2026\n\nThe lamps stay dark, a keeper said.\n"


def again(library: Library, clock: Clock) -> Library:
    """The library as another process finds it after this one has ended, however it ended."""
    lock = library.drafts._sessions._lock
    if lock is not None:
        lock.release()  # type: ignore[attr-defined]  # the lock of the process, which only storage knows as one
    return Library(library.folders, now=clock, new_key=library.shelf.new_key)


def save(desk: Desk) -> None:
    """Do what happens at the end of a process that is told to end."""
    for screen in desk.app.screen_stack:
        if isinstance(screen, Dialog):
            screen.save_draft()


def kept(library: Library) -> list[Path]:
    """The files of the drafts."""
    folder = library.folders.state / "drafts"
    return sorted(folder.glob("*.json")) if folder.exists() else []


def by_title(library: Library, words: str) -> str:
    """The id of the article with these words in its title."""
    return next(row.head.id for row in library.rows() if words in row.head.title)


def keys(words: str) -> list[str]:
    """The keys that type these words."""
    return ["space" if letter == " " else letter for letter in words]


def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No write gets to the disk."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)


def top(desk: Desk) -> type:
    """What kind of screen lies on top."""
    return type(desk.app.screen)


def fault(desk: Desk) -> str:
    """The sentence that a dialog says of what is in it."""
    return str(desk.app.screen.query_one("#fault", Words).content)


def crashed_note(library: Library) -> None:
    """Type into a note on a passage and on an existing note, and end without keeping them."""
    harbour = by_title(library, "Harbour")

    async def passage(desk: Desk) -> None:
        await desk.press("right_curly_bracket", "n", *keys("ask her again"))
        save(desk)

    walk(library, passage, start=harbour)
