"""One file, open to be read, that is not in the library until the person adds it."""

from pathlib import Path

from reader.domain.added import Added
from reader.domain.changes import Change
from reader.domain.errors import NotFound
from reader.domain.ids import content_id
from reader.domain.intake import Intake
from reader.domain.kept import KeptArticle
from reader.domain.notes import ArticleState, Note
from reader.domain.opened import OpenArticle
from reader.ingest.source import contents
from reader.library.library import Library


class Visit(Library):
    """The library as it is while a file is only visited: that file can be opened, and nothing is written on it."""

    def __init__(self, home: Library, raw: bytes) -> None:
        super().__init__(home.folders, now=home.shelf.now, new_key=home.shelf.new_key)
        self._raw = raw
        taken: Intake = home.preview(raw)
        self._taken = taken
        article = content_id(taken.article.text)
        self.kept = KeptArticle(article, 1, home.shelf.now(), taken.article, taken.repairs, taken.set_aside)

    @property
    def is_kept(self) -> bool:
        """Whether the same text is in the library already."""
        return any(row.head.id == self.kept.id for row in self.rows())

    def open(self, article: str, version: int | None = None) -> OpenArticle:
        """The file, with what is recognised in it."""
        from reader.library.reading import analysed  # noqa: PLC0415 - as in the library itself

        del article, version
        found, fault = analysed(self.kept, self.folders)
        return OpenArticle(self.kept, found, ArticleState(self.kept.id, unread=False), (), fault)

    def notes(self, article: str | None = None) -> list[Note]:
        """None: what is only visited carries no notes."""
        del article
        return []

    def mark(
        self,
        article: str,
        *,
        unread: bool | None = None,
        starred: bool | None = None,
        progress: float | None = None,
    ) -> ArticleState:
        """Nothing is remembered of a visit."""
        del unread, starred, progress
        return ArticleState(article, unread=False)

    def apply(self, change: Change) -> None:
        """Refuse. Raises NotFound."""
        del change
        raise NotFound("This file is only open, not in the library. a adds it.")

    def stay(self) -> Added:
        """Add the file to the library."""
        return self.add(self._taken, self._raw)


def visit(library: Library, path: Path) -> Visit:
    """A visit of the file at `path`. Raises TurnedOff, InputMissing, InputRefused."""
    return Visit(library, contents(path))
