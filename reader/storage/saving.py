"""Saving: a commit appended to this device's journal, on the disk before it is acknowledged."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path

from reader import files
from reader.domain.errors import CannotWrite
from reader.storage import folding
from reader.storage.appending import Appender
from reader.storage.arriving import Arrived
from reader.storage.devices import Device
from reader.storage.indexes import Plans
from reader.storage.joined import brought
from reader.storage.journal import Changes, Commit, Json, Rows, Stored, commit_line, encoded, head_line
from reader.storage.locking import Lock
from reader.storage.notes_file import Journal, Loaded, NotesFile
from reader.storage.notes_json import read_plain
from reader.storage.places import Places, stamp_of
from reader.storage.quarantine import Aside
from reader.storage.replica import Both, Replica, the_other

PATIENCE = 10.0
"""How many seconds a save waits for another program that is writing."""


@dataclass(slots=True)
class Saving:
    """A commit in the making; see `Commit`."""

    what: str = ""
    turns: int = 0
    befores: dict[str, dict[str, Json]] = field(default_factory=dict)


class NotesWriter(NotesFile):
    """The documents in `path` and the journals beside it, to change; for one thread at a time."""

    def __init__(
        self,
        path: Path,
        device: Device,
        *,
        patience: float = PATIENCE,
        plans: Plans = {},  # noqa: B006 - it is read alone
        both: Both = the_other,
        tell: Callable[[str], object] = lambda _: None,
    ) -> None:
        super().__init__(path, device, plans=plans, both=both, tell=tell)
        self._lock = Lock(self.places.lock, patience)
        self._saving: Saving | None = None
        self.saved = 0
        """How many commits were made here."""
        self._appender = Appender(lambda sentence: self.tell(sentence))  # noqa: PLW0108 - `tell` is set later
        self._is_swept = False
        self._locked_at = -1
        """The generation of what was read when the lock was last seen to be the true one."""

    def changing(self) -> AbstractContextManager[Saving]:
        """Make all that is written inside one commit, which is on the disk afterwards; or nothing after an error.

        Raises Busy, CannotWrite, Damaged, NewerFormat.
        """
        return nullcontext(self._saving) if self._saving is not None else Changing(self)

    def begin(self) -> Saving:
        """Take the lock and begin a commit; `changing` does, and ends it."""
        self._make_folder()
        self._lock.acquire()
        try:
            self._ready().replica.staged = {}
            self._saving = Saving()
        finally:
            if self._saving is None:
                self._lock.release()
        return self._saving

    def end(self, *, keep: bool) -> None:
        """Put what was written on the disk, or forget it, and give the lock back."""
        saving, loaded = self._saving, self._loaded
        if saving is None or loaded is None:
            raise RuntimeError("a commit ends only once it was begun")
        changes, loaded.replica.staged = loaded.replica.staged or {}, None
        try:
            if keep and (changes or saving.turns):
                self._commit(loaded, saving, changes)
        finally:
            self._saving = None
            self._lock.release()

    def stage(self, table: str, rows: Mapping[str, Stored] | None) -> None:
        """Write documents into the commit in the making; None drops the table.

        They are kept as their JSON, so that whoever changes what he gave does not change what is saved.
        """
        staged = self.staging()
        if rows is None:
            staged[table] = None
            return
        written: Rows = {key: encoded(one) if isinstance(one, dict) else one for key, one in rows.items()}
        before = staged.pop(table, {})
        if before is None:  # it was dropped before: what it had is removed one by one
            before = dict.fromkeys(self.replica().keys(table))
        before.update(written)
        staged[table] = before

    def staging(self) -> Changes:
        """What the commit in the making has written so far. Raises RuntimeError outside `changing`."""
        if self._loaded is None or self._loaded.replica.staged is None:
            raise RuntimeError("documents are written inside `changing` only")
        return self._loaded.replica.staged

    def state(self) -> tuple[folding.State, object]:
        """The documents as they are now, and by what it is known whether notes.json is still the same then."""
        loaded = self.refreshed()
        return folding.state_of(loaded), loaded.base_stamp

    def make_ready(self) -> None:
        """Do what the first look under the lock does: sweep away what killed writers left, and begin where nobody did.

        Raises Busy, CannotWrite, Damaged, NewerFormat.
        """
        with self._locked():
            pass

    def put_in_place(self, prepared: folding.Prepared, before: object) -> bool:
        """Make folded documents the base, if that is still the one they were made of; holds the lock for a moment.

        Raises Busy, CannotWrite, Damaged, NewerFormat.
        """
        try:
            with self._locked() as loaded:
                if loaded.base_stamp != before or stamp_of(prepared.path) is None:
                    return False  # another process was quicker, or swept it
                self._put_in_place(prepared, loaded)
            return True
        finally:
            with suppress(OSError):
                prepared.path.unlink(missing_ok=True)

    def refreshed(self) -> Loaded:
        """As for those who only read; while this process holds the lock nobody else changes anything."""
        if self._saving is not None and self._loaded is not None:
            return self._loaded
        return super().refreshed()

    def unfolded(self) -> int:
        """How many bytes of this device's commits were not in notes.json when it was last looked at, or folded there.

        -1 where it must be written anyway.
        """
        loaded = self._loaded or self.refreshed()
        journal = loaded.journals.get(loaded.replica.device)
        if loaded.is_restored or loaded.copies:
            return -1
        return journal.unfolded if journal else 0

    def close(self) -> None:
        """Leave nothing open; it is opened again where it is needed again."""
        self._appender.close()
        self._lock.close()

    @contextmanager
    def _locked(self) -> Iterator[Loaded]:
        self._make_folder()
        with self._lock.held():
            yield self._ready()

    def _make_folder(self) -> None:
        if self._loaded is None or not self._loaded.folder_stamp:
            files.make_folder(self.places.base.parent)

    def _ready(self) -> Loaded:
        """What was read, after a look under the lock, and ready for a commit."""
        self._sweep()
        loaded = super().refreshed()
        while self.generation != self._locked_at:  # the folder has changed, and perhaps its lock file
            self._locked_at = self.generation
            if not self._lock.is_true():
                self._lock.release()
                self._lock.close()
                self._lock.acquire()
                loaded = self._load()
            elif _is_behind(loaded, self.device):
                self._leave_unreadable(loaded)
                self.device.renewed()
                loaded = self._load()
        if not loaded.replica.device or _must_be_written(self.places, loaded):
            loaded = self._begun(loaded)
        if loaded.strangers:
            self._take_in(loaded)
        return loaded

    def _sweep(self) -> None:
        """Remove once what writers that were killed left; what is being written just now is locked and stays."""
        if not self._is_swept:
            files.sweep(self.places.base.parent)
            files.sweep(self.places.aside)
            self._is_swept = True

    def _begun(self, loaded: Loaded) -> Loaded:
        """Make ready what the first save of this device needs: its name, and a notes.json of Reader's own."""
        if not loaded.replica.device:
            self.device.made()
            loaded = self._load()
        if _must_be_written(self.places, loaded):
            if loaded.replica.past:
                self._journal(loaded)  # the history of format 1 goes there
            self._put_in_place(folding.prepare(self.places, folding.state_of(loaded)), loaded)
            loaded = self._load()
            self._keep(loaded, _unclaimed(loaded.replica))
        return loaded

    def _take_in(self, loaded: Loaded) -> None:
        """Bring in what conflicted copies hold that another program wrote, and put them aside."""
        for path in loaded.strangers:
            other = read_plain(files.read_plain(path))
            changes: dict[str, Rows] = {}
            for table, key, document in brought(loaded.replica, other):
                changes.setdefault(table, {})[key] = encoded(document)
            self._keep(loaded, changes)
            Aside(path.parent).move(path)
        loaded.strangers.clear()

    def _keep(self, loaded: Loaded, changes: Mapping[str, Rows]) -> None:
        """Make documents that came by another road a commit of this device, which others can know of."""
        if changes:
            self._commit(loaded, Saving(), dict(changes))

    def _put_in_place(self, prepared: folding.Prepared, loaded: Loaded) -> None:
        self._appender.close()
        try:
            folding.put_in_place(self.places, prepared, loaded)
            self.device.remember(loaded.replica.seen.get(loaded.replica.device, 0))
        finally:
            self.forget()

    def _commit(self, loaded: Loaded, saving: Saving, changes: Changes) -> None:
        replica = loaded.replica
        context = replica.contexts.setdefault(replica.device, {})
        saw = {
            device: number
            for device, number in replica.seen.items()
            if device != replica.device and context.get(device, 0) < number
        }
        number = replica.seen.get(replica.device, 0) + 1
        commit = Commit(replica.device, number, saw, saving.what, saving.turns, changes, saving.befores)
        journal = self._journal(loaded)
        line = commit_line(commit)
        self._appender.append(journal, line)
        journal.end += len(line)
        journal.size = journal.end
        journal.last = number
        journal.unfolded += len(line)
        self.saved += 1
        replica.fold(commit)

    def _leave_unreadable(self, loaded: Loaded) -> None:
        """Put aside what lies in the place of this device's journal and is none."""
        path = self.places.journal(loaded.replica.device)
        if loaded.replica.device not in loaded.journals and stamp_of(path) is not None:
            kept = Aside(path.parent).move(path)
            self.tell(f"{path} could not be read at all; it is kept as {kept}, and a new one was begun.")

    def _journal(self, loaded: Loaded) -> Journal:
        """The journal of this device, made now where there is none."""
        device = loaded.replica.device
        if device not in loaded.journals:
            path, head = self.places.journal(device), head_line(device, loaded.replica.seen)
            self._leave_unreadable(loaded)
            try:
                files.write_atomically(path, head, overwrite=False)
            except CannotWrite:
                self.forget()  # what lies there now is not what was read
                raise
            stamp = stamp_of(path)
            inode = stamp[0] if stamp else 0
            loaded.journals[device] = Journal(str(path), inode, len(head), Arrived(begun=True))
            loaded.replica.contexts[device] = dict(loaded.replica.seen)
        return loaded.journals[device]


def _is_behind(loaded: Loaded, device: Device) -> bool:
    """Whether the journal of this device was lost, or is of an earlier state than what others may know of it.

    To go on under its name would give numbers twice, and one of two saves with one number would be lost.
    """
    name, base = loaded.replica.device, loaded.replica.base
    if device.file is None or not name or not base.is_ours:
        return False
    journal = loaded.journals.get(name)
    return max(base.seen.get(name, 0), device.last()) > (journal.last if journal else 0)


def _unclaimed(replica: Replica) -> dict[str, Rows]:
    """The documents that no commit wrote: those of format 1, and what another program added."""
    found: dict[str, Rows] = {}
    for table in replica.tables():
        rows: Rows = {key: replica.stored(table, key) for key in replica.keys(table) if not replica.dots(table, key)}
        if rows:
            found[table] = rows
    return found


def _must_be_written(places: Places, loaded: Loaded) -> bool:
    """Whether notes.json must be written anew before a commit: this device's journal builds upon it."""
    if not loaded.replica.base.is_ours or loaded.is_restored:
        return True
    return bool(loaded.copies) and places.journal(loaded.replica.device) in loaded.copies


class Changing:
    """What `with` enters while a commit is made: a class, because a generator costs every save more than the lock."""

    __slots__ = ("_writer",)

    def __init__(self, writer: NotesWriter) -> None:
        self._writer = writer

    def __enter__(self) -> Saving:
        """Begin the commit."""
        return self._writer.begin()

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        """Make it, or nothing after an error."""
        self._writer.end(keep=error is None)
