"""Folding: the base and all commits become a new notes.json, and the journal keeps what is still needed of it."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reader import files
from reader.domain.errors import CannotWrite
from reader.storage import past
from reader.storage.journal import Lines, Past, Seen, commit_line, head_line, past_line, read_lines
from reader.storage.notes_file import Loaded
from reader.storage.notes_json import Base, ascii_json, seen_at_least, write_base
from reader.storage.places import Places
from reader.storage.quarantine import Aside
from reader.storage.replica import Over, folded_dots, folded_rows

MOST_KEPT = 2 * 1024 * 1024
"""How many bytes of commits are kept for devices that may not have seen them; later ones find them in notes.json."""


@dataclass(frozen=True, slots=True)
class State:
    """The documents at one moment: nothing that is written later changes it."""

    base: Base
    over: Over
    names: frozenset[str]
    seen: Seen
    copies: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A new notes.json under another name, and of what it was made."""

    path: Path
    state: State


def state_of(loaded: Loaded) -> State:
    """The documents as they are now."""
    replica = loaded.replica
    return State(replica.base, replica.over.copy(), frozenset(replica.names), dict(replica.seen), tuple(loaded.copies))


def folded(state: State) -> bytes:
    """The notes.json that holds these documents."""
    tables = {name: folded_rows(state.base, state.over, name, ascii_json) for name in sorted(state.names)}
    return write_base(tables, folded_dots(state.base, state.over), state.seen)


def prepare(places: Places, state: State) -> Prepared:
    """Write the new notes.json beside the old one; it takes effect when it is put in place. Raises CannotWrite."""
    path = files.temporary_of(places.base)
    files.write_atomically(path, folded(state))
    return Prepared(path, state)


def put_in_place(places: Places, prepared: Prepared, loaded: Loaded) -> None:
    """Make the prepared file notes.json; the old one becomes the one before, the journal keeps what must be kept.

    The caller holds the lock. A crash between any two steps costs nothing: commits that are folded already are left out
    by their numbers. Raises CannotWrite.
    """
    try:
        if loaded.is_restored and loaded.base_stamp:
            Aside(places.base.parent).move(places.base)
        elif loaded.base_stamp:
            _keep_as(places.base, places.before(loaded.replica.device))
        prepared.path.replace(places.base)
    except OSError as error:
        raise CannotWrite(f"{places.base} could not be replaced: {error.strerror}. What you wrote is safe.") from error
    finally:
        with suppress(OSError):
            prepared.path.unlink(missing_ok=True)
    files.sync_folder_of(places.base)
    _shorten_journal(places, prepared.state.seen, loaded)
    for path in prepared.state.copies:
        Aside(places.base.parent).move(path)


def _keep_as(path: Path, kept: Path) -> None:
    """Give a file a second name, whatever had that name before."""
    temporary = files.temporary_of(kept)
    try:
        os.link(path, temporary)
    except OSError:  # a disk without hard links
        files.write_atomically(kept, path.read_bytes())
        return
    temporary.replace(kept)
    temporary.unlink(missing_ok=True)  # where both were names of one file, the system left both


def _shorten_journal(places: Places, seen: Seen, loaded: Loaded) -> None:
    """Leave in this device's journal what undo, another device or a damaged notes.json would need."""
    device = loaded.replica.device
    if device not in loaded.journals:
        return
    path = places.journal(device)
    try:
        raw = files.read_plain(path)
    except OSError as error:
        raise CannotWrite(f"{path} could not be read: {error.strerror}. What you wrote is safe.") from error
    lines = read_lines(raw, {})
    if lines.damaged or raw[lines.end :].strip(b"\0"):
        Aside(places.base.parent).keep(path.name, raw)
    files.write_atomically(path, _shortened(lines, device, _needed_from(places, loaded), seen, loaded.replica.past))


def _needed_from(places: Places, loaded: Loaded) -> int:
    """The number after which commits of this device must be kept."""
    device, replica = loaded.replica.device, loaded.replica
    for_before = replica.base.seen.get(device, 0)
    others = [replica.contexts.get(other, {}).get(device, 0) for other in loaded.journals if other != device]
    others += [seen_at_least(path).get(device, 0) for path in places.all_before() if path != places.before(device)]
    if loaded.journals[device].end > MOST_KEPT:
        return for_before
    return min(for_before, *others) if others else for_before


def _shortened(lines: Lines, device: str, last: int, seen: Seen, folded_since: Iterable[Past]) -> bytes:
    start = dict(lines.start)
    for commit in lines.commits:
        if commit.number <= last:
            start |= commit.saw
    start[device] = max(last, start.get(device, 0))
    since = [one for one in folded_since if one.number <= seen.get(device, 0)]
    for_undo = past.needed(past.history(lines.past, since))
    kept = [commit_line(commit) for commit in lines.commits if commit.number > last]
    return b"".join((head_line(device, start), *map(past_line, for_undo), *kept))
