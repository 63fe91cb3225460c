"""What every use case needs: the stores, the clock and the source of keys."""

from collections.abc import Callable
from datetime import UTC, datetime

from reader.library.bookcase import Bookcase
from reader.library.catalogue import NOTES
from reader.library.safekeeping_daily import DailyNotes
from reader.settings import Folders
from reader.storage.articles import ArticleStore
from reader.storage.devices import device_in
from reader.storage.snapshots import Snapshots


def utc_now() -> datetime:
    """The present moment, to the millisecond, so that what is written within one second keeps its order."""
    return to_the_millisecond(datetime.now(UTC))


def to_the_millisecond(moment: datetime) -> datetime:
    """A moment without the parts of a millisecond."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class Shelf(Bookcase):
    """The two stores of truth with the clock and the keys; made when the library is, touched when it is used."""

    notes: DailyNotes

    def __init__(self, folders: Folders, now: Callable[[], datetime], new_key: Callable[[], int]) -> None:
        snapshots = Snapshots(folders.state, folders.library)
        notes = DailyNotes(folders.library / NOTES, device_in(folders.state, folders.library), snapshots, now)
        super().__init__(ArticleStore(folders.library), notes)
        self.folders = folders
        self.now = now
        self.new_key = new_key
