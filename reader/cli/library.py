"""The library that a command line names, and what only the command line asks of it."""

from argparse import Namespace

from reader.domain.kept import KeptArticle
from reader.library.library import Library
from reader.settings import folders


def library_of(given: Namespace) -> Library:
    """The library in the folder that --library names, or in the usual one; nothing on the disk is touched yet."""
    return Library(folders(given.library))


def kept(library: Library, article: str, version: int | None = None) -> KeptArticle:
    """One version of an article without its analysis, which takes far longer. Raises NotFound, Damaged."""
    return library.shelf.current(article, version)


def damage(library: Library) -> list[str]:
    """A sentence for everything that the last list had to leave out because it cannot be read."""
    files = [f"{path} is damaged and was left out; its bytes are untouched." for path in library.shelf.articles.damaged]
    return [*files, *library.shelf.notes.damaged]
