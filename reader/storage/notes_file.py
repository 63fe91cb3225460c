"""What a person wrote, read from notes.json and the journals beside it, without TinyDB; `saving` writes it."""

import os
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from reader import files
from reader.domain.errors import Damaged, NewerFormat, ReaderError
from reader.storage import arriving
from reader.storage.arriving import Arrived
from reader.storage.devices import Device
from reader.storage.format_1 import HISTORY, past_of
from reader.storage.indexes import Plans
from reader.storage.journal import FORMAT, Commit, Json, Lines, is_device, read_lines
from reader.storage.notes_json import Base, PlainBase, read_base, read_plain
from reader.storage.places import Places, Stamp, folder_stamp, places_of, stamp_of
from reader.storage.replica import Both, Replica, join, the_other

__all__ = ["FORMAT", "NotesFile"]


@dataclass(eq=False, repr=False)
class Journal:
    """One journal as far as it was read: which file, up to where, and what of it waits."""

    path: str
    inode: int
    end: int
    waiting: Arrived
    damaged: int = 0
    unfolded: int = 0
    """How many bytes of commits are not in notes.json yet."""
    past: list[bytes] = field(default_factory=list)
    """Lines that are kept for undo."""
    last: int = 0
    """The highest number of a commit that it knows of its device."""
    size: int = 0
    """How many bytes the file had at the last look; more than `end` where a save was not finished."""


@dataclass(eq=False, repr=False)
class Loaded:
    """What was read, and by what it is known whether that is still so."""

    replica: Replica
    base_stamp: Stamp | None
    folder_stamp: int
    journals: dict[str, Journal] = field(default_factory=dict)
    is_restored: bool = False
    """Whether notes.json is damaged, and the documents come from what lies beside it."""
    copies: list[Path] = field(default_factory=list)
    """Files that a sync tool left, all of whose content is in the replica."""
    strangers: list[Path] = field(default_factory=list)
    """Conflicted copies that another program wrote; they are brought in with the next save."""


BOTH_KEPT = "A note was changed in two places at once; both texts are kept in it, one below the other."


class NotesFile:
    """The documents in the file `path` and the journals beside it; for one thread at a time.

    Nothing is read before it is asked for, and reading writes nothing. `generation` grows when all was read anew.
    `tell` is called with sentences for the person.
    """

    def __init__(
        self,
        path: Path,
        device: Device = Device(),  # noqa: B008 - it is frozen
        *,
        plans: Plans = {},  # noqa: B006 - likewise
        both: Both = the_other,
        tell: Callable[[str], object] = lambda _: None,
    ) -> None:
        self.places: Places = places_of(path)
        self.device = device
        self.generation = 0
        self._plans, self._both, self.tell = plans, both, tell
        self.rescue: Callable[[], str] = str
        """Gives a sentence on where else a good copy lies, or nothing; asked for where notes.json is damaged."""
        self._base_path = str(self.places.base)
        self._folder_path = str(self.places.base.parent)
        self._loaded: Loaded | None = None

    @property
    def path(self) -> Path:
        """Where notes.json lies."""
        return self.places.base

    def replica(self) -> Replica:
        """The documents as they are on the disk now. Raises Damaged, NewerFormat."""
        return self.refreshed().replica

    def refreshed(self) -> Loaded:
        """What was read, after a look whether anybody changed it. Raises Damaged, NewerFormat."""
        loaded = self._loaded
        grown = None if loaded is None else self._grown(loaded)
        if loaded is None or grown is None:
            return self._load()
        for device in grown:
            self._read_on(loaded, loaded.journals[device])
        return self._loaded or loaded

    def forget(self) -> None:
        """Read everything anew when it is asked for next."""
        self._loaded = None

    def _grown(self, loaded: Loaded) -> list[str] | None:
        """The devices whose journals have grown; None where files are no longer those that were read."""
        if folder_stamp(self._folder_path) != loaded.folder_stamp or stamp_of(self._base_path) != loaded.base_stamp:
            return None
        own = loaded.replica.device
        if own and own not in loaded.journals and stamp_of(self.places.journal(own)):
            return None  # it was made in the same tick of the folder's clock in which the folder was read
        grown: list[str] = []
        for device, journal in loaded.journals.items():
            stamp = stamp_of(journal.path)
            if stamp is None or stamp[0] != journal.inode or stamp[2] < journal.end:
                return None
            journal.size = stamp[2]
            if journal.size > journal.end:
                grown.append(device)
        return grown

    def _load(self) -> Loaded:
        self._loaded = None
        folder = folder_stamp(self._folder_path)
        journals, copies = self.places.found()
        raws = [(path, *_read(path)) for path in journals]  # before the base: folding replaces that one first
        device = self.device.known()
        heads = [self._lines(path, raw[: raw.find(b"\n") + 1], {}) for path, _, raw in raws]
        has_all = _hold_all(heads)
        stamp, base, is_restored = self._read_base(device, has_all=has_all)
        if stamp is None and not is_restored and not has_all and (rescue := self.rescue()):
            self.tell(f"{self.path} is gone.{rescue}")
        replica = Replica(base, device, self._plans, self._both_told)
        if not base.is_ours:
            _take_over(replica, base)
        loaded = Loaded(replica, stamp, folder, is_restored=is_restored)
        if _begins_at(heads, device) > base.seen.get(device, 0) and stamp is not None:
            loaded.is_restored = True
            self.tell(f"{self.path} is older than what was saved here; what it lacked came from the files beside it.")
        if loaded.is_restored:
            self._join_those_before(replica)
        for path in copies:
            self._join(loaded, path)
        self._fold_journals(loaded, raws)
        self.generation += 1
        self._loaded = loaded
        return loaded

    def _read_base(self, device: str, *, has_all: bool) -> tuple[Stamp | None, Base, bool]:
        """The documents of notes.json, by what the file is known, and whether they come from elsewhere.

        `has_all` says that the journals go back to the beginning. Raises Damaged, NewerFormat.
        """
        stamp, path = stamp_of(self.places.base), self.places.base
        raw = _bytes(path) if stamp else None
        if raw is None:
            last = self._last_good(device)
            if last:
                self.tell(
                    f"{path} is gone; what you wrote was restored from the one before and the journals beside it."
                )
            return stamp, last or PlainBase({}), last is not None
        try:
            base = read_base(raw)
            last = None if base.is_ours or base.seen else self._last_good(device)
            if last is not None and last.is_ours:
                raise Damaged("another program put a file of its own in its place")  # noqa: TRY301 - told below
            return stamp, base, False  # noqa: TRY300 - likewise
        except NewerFormat as error:
            raise _newer(path, error) from error
        except Damaged as error:
            return stamp, self._restored(raw, error, device, has_all=has_all), True

    def _restored(self, raw: bytes, why: Damaged, device: str, *, has_all: bool) -> Base:
        """The last good documents where notes.json is damaged. Raises Damaged where there are none to be had."""
        last = self._last_good(device)
        if last is None and not has_all:
            try:
                return read_plain(raw)
            except Damaged as error:
                raise _damaged(self.places, error, self.rescue()) from error
        self.tell(
            f"{self.places.base} is damaged: {why}. What you wrote was restored from "
            f"{'the one before and ' if last else ''}the journals beside it; "
            f"the damaged file is kept in {self.places.aside} with the next save."
        )
        return last or PlainBase({})

    def _last_good(self, device: str) -> Base | None:
        raw = _bytes(self.places.before(device)) if device else None
        try:
            return None if raw is None else read_base(raw)
        except Damaged:
            return None

    def _join_those_before(self, replica: Replica) -> None:
        """Bring in what every device kept of the base before its last folding: together they know the most."""
        for path in self.places.all_before():
            with suppress(ReaderError):
                if (before := read_base(_bytes(path) or b"")).is_ours:
                    join(replica, before)

    def _join(self, loaded: Loaded, path: Path) -> None:
        """Take in what another device wrote into a copy of notes.json, if it is one."""
        try:
            other = read_base(_bytes(path) or b"")
        except ReaderError:
            return
        if other.is_ours:
            join(loaded.replica, other)
            loaded.copies.append(path)
            self.tell(f"{path.name}, a copy of {self.path.name} that another device left, was merged.")
        elif "conflict" in path.name.casefold():
            loaded.strangers.append(path)
            self.tell(f"{path.name}, a copy that another program wrote, is merged with the next save.")

    def _fold_journals(self, loaded: Loaded, raws: list[tuple[Path, int, bytes]]) -> None:
        known = loaded.replica.seen
        copies: list[tuple[Path, Lines]] = []
        true: dict[str, Lines] = {}
        is_plain = all(is_device(self.places.device_of(path)) for path, _, _ in raws)
        for path, inode, raw in raws:
            lines = self._lines(path, raw, known if is_plain else {})
            device = _writer_of(lines)
            if not device or path != self.places.journal(device):
                copies.append((path, lines))
                continue
            true[device] = lines
            loaded.replica.contexts[device] = dict(lines.start)
            waiting = Arrived(deque(_ordered(lines.commits)), begun=_is_begun(lines, known.get(device, 0)))
            loaded.journals[device] = Journal(
                str(path), inode, lines.end, waiting, len(lines.damaged), lines.fresh, lines.past, lines.last, len(raw)
            )
        arrived = {device: journal.waiting for device, journal in loaded.journals.items()}
        for path, lines in copies:
            self._take_copy(loaded, path, lines, true, arrived)
        self._fold(loaded, arrived)

    def _take_copy(
        self, loaded: Loaded, path: Path, copy: Lines, true: dict[str, Lines], waiting: dict[str, Arrived]
    ) -> None:
        """Take in the commits of a conflicted copy of a journal that the true one lacks."""
        if not copy.device:
            return
        of_true = true.get(copy.device, Lines())
        fork = arriving.forked(copy, of_true, loaded.replica.seen)
        if fork:
            waiting[fork[0].device] = Arrived(deque(fork), begun=True)
        else:
            arrived = waiting.setdefault(copy.device, Arrived())
            arrived.commits += arriving.behind(copy, of_true)
        loaded.copies.append(path)

    def _fold(self, loaded: Loaded, waiting: dict[str, Arrived]) -> None:
        lacking = arriving.fold_all(loaded.replica, waiting)
        for device in {*lacking, *(name for name, journal in loaded.journals.items() if journal.damaged)}:
            self.tell(
                f"Some changes in {self.places.journal(device).name} could not be read and were left out; "
                "`reader check` tells more. What else you wrote is there."
            )
        for device, arrived in waiting.items():
            if arrived.commits:
                self.tell(
                    f"What {device}, another device, wrote builds upon changes that the sync has not brought yet."
                )

    def _read_on(self, loaded: Loaded, journal: Journal) -> None:
        """Fold what was added to a journal since."""
        with Path(journal.path).open("rb") as file:
            if os.fstat(file.fileno()).st_ino != journal.inode:  # another process folded since the look at it
                self._load()
                return
            file.seek(journal.end)
            raw = file.read()
        lines = self._lines(Path(journal.path), raw, loaded.replica.seen)
        journal.end += lines.end
        journal.unfolded += lines.fresh
        journal.damaged += len(lines.damaged)
        journal.last = max(journal.last, lines.last)
        journal.waiting.commits += _ordered(lines.commits)
        self._fold(loaded, {name: each.waiting for name, each in loaded.journals.items()})

    def _lines(self, path: Path, raw: bytes, known: dict[str, int]) -> Lines:
        try:
            return read_lines(raw, known)
        except NewerFormat as error:
            raise _newer(path, error) from error

    def _both_told(self, table: str, key: str, first: Json, second: Json) -> Json:
        """One document of two writings; said where it holds two texts now."""
        made = self._both(table, key, first, second)
        if made.get("text") not in (first.get("text"), second.get("text")):
            self.tell(BOTH_KEPT)
        return made


def _take_over(replica: Replica, base: Base) -> None:
    """Bring the history of a file of format 1 into a replica, as commits that this device made."""
    replica.past = past_of(base)
    replica.names.discard(HISTORY if replica.past else "")
    if replica.past and replica.device:
        replica.seen.setdefault(replica.device, len(replica.past))


def _begins_at(heads: list[Lines], device: str) -> int:
    """The number upon which the journal of a device builds; 0 where it has none."""
    return max((head.start.get(device, 0) for head in heads if device and head.device == device), default=0)


def _hold_all(heads: list[Lines]) -> bool:
    """Whether the journals hold every commit from the first on; so they do until notes.json was folded twice."""
    return bool(heads) and all(head.device and not any(head.start.values()) for head in heads)


def _writer_of(lines: Lines) -> str:
    """The device of a journal: that of its commits where they agree, for a head may be damaged or another's."""
    writers = {commit.device for commit in lines.commits}
    return writers.pop() if len(writers) == 1 else lines.device


def _ordered(commits: list[Commit]) -> list[Commit]:
    """The commits by their numbers; a line that was moved by accident is no loss."""
    return sorted({commit.number: commit for commit in reversed(commits)}.values(), key=lambda commit: commit.number)


def _is_begun(lines: Lines, known: int) -> bool:
    """Whether a journal goes back to what is folded already, so that nothing of it can be still to come."""
    return any(commit.number <= known + 1 for commit in lines.commits) or lines.start.get(lines.device, 0) <= known


def _read(path: Path) -> tuple[int, bytes]:
    """The inode and the bytes of a journal. Raises Damaged."""
    stamp = stamp_of(path)  # before reading: a journal that takes this one's place is noticed by it
    return (stamp[0] if stamp else 0), _bytes(path) or b""


def _bytes(path: Path) -> bytes | None:
    """The bytes of a file, or None where there is none. Raises Damaged."""
    try:
        return files.read_plain(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Damaged(f"{path} cannot be read: {error.strerror}. It was left as it is.") from error


def _newer(path: Path, why: NewerFormat) -> NewerFormat:
    return NewerFormat(f"{path}: {why}. It was left as it is; update Reader to use it.")


def _damaged(places: Places, why: Damaged, rescue: str) -> Damaged:
    return Damaged(
        f"{places.base} is damaged: {why}. It was left as it is, and nothing will be written over it: "
        f"`reader restore FILE` takes a backup or a snapshot in its place, or move it away to begin anew.{rescue}"
    )
