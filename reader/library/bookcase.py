"""Whole articles, to read and no more: the catalogue, and what it leads to."""

from reader.domain.errors import Damaged
from reader.domain.heads import ArticleRow
from reader.domain.kept import KeptArticle
from reader.library.catalogue import Catalogue, notes_file_in
from reader.settings import Folders
from reader.storage.articles import ArticleStore
from reader.storage.notes_reader import NotesReader


class Bookcase(Catalogue):
    """The articles of a library, with their texts."""

    articles: ArticleStore

    def __init__(self, articles: ArticleStore, notes: NotesReader) -> None:
        super().__init__(articles, notes)
        self.folded: dict[tuple[str, int], str] = {}
        """Folded texts of (id, version), for the filter; versions never change, so it is never stale."""

    def current(self, article: str, version: int | None = None) -> KeptArticle:
        """The version in use, or the one asked for. Raises NotFound, Damaged."""
        return self.articles.read(article, version or self.state(article).version)

    def rows(self, words: str = "") -> list[ArticleRow]:
        """The articles not in the trash, newest first; with `words`, those that hold all in title, text or tags."""
        wanted = words.casefold().split()
        return [row for row in super().rows() if not wanted or self._holds(row, wanted)]

    def _holds(self, row: ArticleRow, wanted: list[str]) -> bool:
        known = (row.head.id, row.head.version)
        if known not in self.folded:
            self.folded[known] = self._text(row)
        tags = (f"#{tag}" for tag in row.state.tags)
        haystack = "\n".join((row.head.title.casefold(), *tags, self.folded[known]))
        return all(word in haystack for word in wanted)

    def _text(self, row: ArticleRow) -> str:
        """The folded text; nothing where the file is damaged, so that the others can still be found."""
        try:
            return self.articles.read(row.head.id, row.head.version).article.text.casefold()
        except Damaged:
            return ""


def bookcase_in(folders: Folders) -> Bookcase:
    """The articles of the library in these folders."""
    return Bookcase(ArticleStore(folders.library), NotesReader(notes_file_in(folders)))
