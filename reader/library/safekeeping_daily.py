"""The notes, with a snapshot of them for each day on which they change."""

import threading
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from reader.domain.changes import Change
from reader.domain.errors import ReaderError
from reader.storage.devices import Device
from reader.storage.notes import NotesStore
from reader.storage.snapshots import Snapshots


class DailyNotes(NotesStore):
    """The notes; after the first change of a day that is on the disk, a snapshot is kept.

    It is made after the change and not before, so that no save waits for it or fails with it; what was there before the
    change is in its history, and is in the snapshot with it. Every change passes here, by whichever road it comes.
    """

    in_background = False
    """Whether a thread makes the snapshot, for those who must not wait."""

    def __init__(self, path: Path, device: Device, snapshots: Snapshots, now: Callable[[], datetime]) -> None:
        super().__init__(path, device)
        self.snapshots = snapshots
        self._writer.rescue = snapshots.rescue
        self.troubles: list[str] = []
        """Why there is no snapshot of today, once."""
        self._now = now
        self._seen_to: date | None = None

    def apply(self, change: Change) -> None:
        """As in the store."""
        super().apply(change)
        self._see_to_today()

    def undo(self) -> Change:
        """As in the store."""
        change = super().undo()
        self._see_to_today()
        return change

    def redo(self) -> Change:
        """As in the store."""
        change = super().redo()
        self._see_to_today()
        return change

    @property
    def is_whole(self) -> bool:
        """Whether notes.json is as Reader wrote it, and no copy of it waits to be put aside. Raises Damaged."""
        with self._guard:
            return self._writer.unfolded() >= 0

    def join(self, raw: bytes) -> int:
        """As in the store."""
        changed = super().join(raw)
        self._see_to_today()
        return changed

    def snapshot(self) -> Path | None:
        """Keep the notes as they are now as the snapshot of today; None where there are none yet.

        Raises CannotWrite, Damaged.
        """
        return self.snapshots.keep(self._today(), self.folded())

    def _see_to_today(self) -> None:
        """Have a snapshot of today, in one try; costs a look at one name, and later nothing."""
        today = self._today()
        if self._seen_to == today:
            return
        self._seen_to = today
        if self.snapshots.path(today).exists():
            return
        if self.in_background:
            threading.Thread(target=self._try_snapshot, name="snapshot").start()
        else:
            self._try_snapshot()

    def _try_snapshot(self) -> None:
        try:
            self.snapshot()
        except (ReaderError, OSError) as error:
            why = str(error)
            self.troubles.append(f"Your change is saved, but today's snapshot of the notes could not be kept: {why}")

    def _today(self) -> date:
        return self._now().astimezone().date()
