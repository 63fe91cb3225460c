"""An article in the short forms in which lists show it."""

from dataclasses import dataclass
from datetime import date, datetime

from reader.domain.notes import ArticleState


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What a list needs to know of one version of an article, without its text.

    `added` is when the article first came in, whichever version of it this is.
    """

    id: str
    version: int
    title: str
    authors: tuple[str, ...]
    source: str
    published: date | None
    added: datetime
    words: int
    language: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the library: the head, the person's state, and how many notes they wrote."""

    head: ArticleHead
    state: ArticleState
    notes: int
