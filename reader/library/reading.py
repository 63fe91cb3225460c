"""Reading what is kept: an article with its analysis and notes."""

from functools import lru_cache

from reader.domain.analysis import Analysis
from reader.domain.errors import BadSettings
from reader.domain.kept import KeptArticle
from reader.domain.notes import Note
from reader.domain.opened import OpenArticle
from reader.library.shelf import Shelf
from reader.recognition import analyse
from reader.recognition.engines.choosing import engine
from reader.settings import Folders, Recognition, recognition

ANALYSES_KEPT = 64
"""How many analyses stay in memory, so that going back and forth in a list costs nothing."""


def open_article(shelf: Shelf, article: str, version: int | None = None) -> OpenArticle:
    """One article with all that reading it needs; the version in use unless another is asked for."""
    kept = shelf.current(article, version)
    notes = tuple(sorted(shelf.notes.notes(article), key=_place))
    found, fault = analysed(kept, shelf.folders)
    return OpenArticle(kept, found, shelf.state(article), notes, fault)


def analysed(kept: KeptArticle, folders: Folders) -> tuple[Analysis, str]:
    """What is recognised in an article as the settings ask for; where that cannot be, by our own tagger, and why."""
    try:
        return analysis(kept, recognition(folders)), ""
    except BadSettings as fault:
        return analysis(kept, Recognition()), fault.sentence


@lru_cache(maxsize=ANALYSES_KEPT)
def analysis(kept: KeptArticle, chosen: Recognition) -> Analysis:
    """What is recognised in one version of an article, against the day it was published, else the day it came in.

    Raises EngineMissing.
    """
    article = kept.article
    day = article.published or kept.added.date()
    return analyse(article.text, article.blocks, day, article.language, engine(chosen.engine, chosen.model))


def _place(note: Note) -> tuple[int, int, str]:
    """Notes on the article first, then by place in the text, then by age."""
    at = note.anchor.span.start if note.anchor else -1
    return (at, note.anchor.span.end if note.anchor else -1, note.created.isoformat())
