"""The one door to everything a person can do; each use case lives in its own file beside this one.

Reading foreign text and recognition are imported when they are first needed: a command that lists needs neither.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from reader.domain.added import Added
from reader.domain.changes import Change
from reader.domain.heads import ArticleRow
from reader.domain.intake import Intake
from reader.domain.notes import ArticleState, Note
from reader.domain.opened import OpenArticle
from reader.domain.reports import ExportReport
from reader.domain.span import Span
from reader.library.safekeeping import Safekeeping
from reader.library.shelf import Shelf, utc_now
from reader.library.wastebasket import Wastebasket
from reader.settings import Folders
from reader.storage.drafts import DraftStore
from reader.storage.keys import new_key as random_key


class Library:
    """All articles of a person and what they wrote on them.

    Nothing on the disk is touched until it is used. Every method may raise a ReaderError, whose sentence is for the
    person. Methods may be called from any thread.
    """

    def __init__(
        self,
        folders: Folders,
        *,
        now: Callable[[], datetime] = utc_now,
        new_key: Callable[[], int] = random_key,
    ) -> None:
        self.folders = folders
        self.shelf = Shelf(folders, now, new_key)
        self.drafts = DraftStore(folders.state / "drafts", folders.library, now)
        self.wastebasket = Wastebasket(self.shelf)
        self.safekeeping = Safekeeping(self.shelf)

    # -- adding

    def preview(self, raw: bytes | str, *, published: date | None = None, source: str = "") -> Intake:
        """What an input would become; nothing is kept. Raises InputRefused."""
        from reader.library import adding  # noqa: PLC0415 - only adding reads foreign text

        return adding.preview(self.shelf, raw, published=published, source=source)

    def add(self, intake: Intake, original: bytes | str, *, tags: Sequence[str] = ()) -> Added:
        """Keep what was taken in, with the bytes it came from."""
        from reader.library import adding, annotating  # noqa: PLC0415 - only adding reads foreign text

        raw = original.encode("utf-8", "surrogatepass") if isinstance(original, str) else original
        return adding.add(self.shelf, intake, raw, [name for tag in tags if (name := annotating.plain_tag(tag))])

    def sample(self) -> Added:
        """Add the bundled sample article, or find it where it was added before."""
        from reader.library import adding  # noqa: PLC0415 - only adding reads foreign text

        raw = adding.sample()
        return adding.add(self.shelf, adding.preview(self.shelf, raw), raw, ["sample"])

    # -- correcting what was understood

    def intake(self, article: str) -> Intake:
        """The version in use, as it came in: its repairs and what was set aside."""
        from reader.library import revising  # noqa: PLC0415 - only revising needs ingest

        return revising.intake(self.shelf, article)

    def original(self, article: str) -> str:
        """The text that the article came from, before anything was repaired or set aside."""
        from reader.library import revising  # noqa: PLC0415 - only revising needs ingest

        return revising.original_text(self.shelf, article)

    def undo_repair(self, article: str, number: int) -> Added:
        """Make a new version in which one repair, counted from 0, is undone."""
        from reader.library import revising  # noqa: PLC0415 - only revising needs ingest

        return revising.undo_repair(self.shelf, article, number)

    def restore_line(self, article: str, number: int) -> Added:
        """Make a new version in which one line that was set aside, counted from 0, is back in the text."""
        from reader.library import revising  # noqa: PLC0415 - only revising needs ingest

        return revising.restore_line(self.shelf, article, number)

    def edit_fields(self, article: str, fields: Mapping[str, str]) -> Added:
        """Make a new version with fields as a person typed them (lists by semicolons, dates as ISO dates)."""
        from reader.library import revising  # noqa: PLC0415 - only revising needs ingest

        return revising.edit_fields(self.shelf, article, fields)

    # -- finding and reading

    def rows(self, words: str = "") -> list[ArticleRow]:
        """The articles not in the trash, newest first; with `words`, those that hold all in title, text or tags."""
        return self.shelf.rows(words)

    def identify(self, typed: str) -> str:
        """The id that `typed` begins. Raises NotFound, Ambiguous."""
        return self.shelf.identify(typed)

    def identify_note(self, typed: str) -> int:
        """The key of the note whose id `typed` begins. Raises NotFound, Ambiguous."""
        return self.shelf.identify_note(typed)

    def open(self, article: str, version: int | None = None) -> OpenArticle:
        """An article with its analysis, state and notes."""
        from reader.library import reading  # noqa: PLC0415 - a plain list needs no recognition

        return reading.open_article(self.shelf, article, version)

    def notes(self, article: str | None = None) -> list[Note]:
        """The notes on one article, or on all; none from the trash; oldest first."""
        return self.shelf.notes_on(article)

    def tags(self) -> dict[str, int]:
        """Every tag, and how many articles carry it."""
        return self.shelf.notes.tags()

    # -- writing; every change goes through `apply`

    def apply(self, change: Change) -> None:
        """Make a change, wholly or not at all; it is on the disk when this returns, and can be undone."""
        self.shelf.notes.apply(change)

    def undo(self) -> Change:
        """Take back the last change, and return it. Raises NothingToUndo."""
        from reader.library import undoing  # noqa: PLC0415 - reading verbs write nothing

        return undoing.undo(self.shelf)

    def redo(self) -> Change:
        """Make the change again that was taken back last, and return it. Raises NothingToUndo."""
        from reader.library import undoing  # noqa: PLC0415 - reading verbs write nothing

        return undoing.redo(self.shelf)

    def annotate(self, article: str, text: str, span: Span | None = None) -> Note:
        """Write a note on an article or a passage; without text the passage is highlighted."""
        from reader.library import annotating  # noqa: PLC0415 - reading verbs write nothing

        return annotating.annotate(self.shelf, article, text, span)

    def edit_note(self, key: int, text: str) -> Note:
        """Change the text of a note."""
        from reader.library import annotating  # noqa: PLC0415 - reading verbs write nothing

        return annotating.edit_note(self.shelf, key, text)

    def trash_note(self, *keys: int) -> None:
        """Put notes in the trash, together."""
        from reader.library import annotating  # noqa: PLC0415 - reading verbs write nothing

        annotating.trash_notes(self.shelf, keys)

    def tag(self, article: str, add: Collection[str] = (), remove: Collection[str] = ()) -> ArticleState:
        """Put tags on an article and take others off."""
        from reader.library import annotating  # noqa: PLC0415 - reading verbs write nothing

        return annotating.tag(self.shelf, article, add, remove)

    def mark(
        self,
        article: str,
        *,
        unread: bool | None = None,
        starred: bool | None = None,
        progress: float | None = None,
    ) -> ArticleState:
        """Set what is given of the reading state."""
        from reader.library import annotating  # noqa: PLC0415 - reading verbs write nothing

        return annotating.mark(self.shelf, article, unread=unread, starred=starred, progress=progress)

    def trash(self, articles: Sequence[str]) -> None:
        """Put articles in the trash."""
        from reader.library import annotating  # noqa: PLC0415 - reading verbs write nothing

        annotating.trash(self.shelf, articles)

    def export(
        self, articles: Sequence[str], folder: Path, *, whole_text: bool = False, overwrite: bool = False
    ) -> ExportReport:
        """Write one Markdown file per article into `folder`."""
        from reader.library import exporting  # noqa: PLC0415 - only exporting writes Markdown

        return exporting.export(self.shelf, articles, folder, whole_text=whole_text, overwrite=overwrite)
