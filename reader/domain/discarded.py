"""What lies in the trash."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from reader.domain.notes import Note, Record

KEPT = timedelta(days=30)
"""How long what was deleted is kept."""


@dataclass(frozen=True, slots=True)
class Discarded:
    """An article or a note in the trash.

    `title` is that of the article, or of the one the note is on. `notes` counts what goes and comes back with an
    article. `days_left` is how many days it is kept for sure, from 30 down to 0.
    """

    record: Record
    title: str
    trashed: datetime
    days_left: int
    notes: int = 0

    @property
    def note(self) -> Note | None:
        """The note, where it is one."""
        return self.record if isinstance(self.record, Note) else None


def days_left(trashed: datetime, now: datetime) -> int:
    """How many days are left of the time that something is kept, a day begun counted whole; a clock may run back."""
    left = KEPT - (now - trashed)
    return max(0, min(KEPT.days, -(-left // timedelta(days=1))))
