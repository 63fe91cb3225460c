"""An article as the library keeps it, and the short forms in which lists show it."""

from dataclasses import dataclass
from datetime import date, datetime

from reader.domain.analysis import Analysis
from reader.domain.article import Article
from reader.domain.intake import Repair, SetAside
from reader.domain.notes import ArticleState, Note


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """One immutable version of an article. `version` counts from 1; `added` is when this version came in."""

    id: str
    version: int
    added: datetime
    article: Article
    repairs: tuple[Repair, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What a list needs to know of one version of an article, without its text."""

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


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """Everything that reading one article needs."""

    kept: KeptArticle
    analysis: Analysis
    state: ArticleState
    notes: tuple[Note, ...]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.kept.article


@dataclass(frozen=True, slots=True)
class Added:
    """What adding one input gave; a duplicate is in the library already and changed nothing."""

    id: str
    title: str
    duplicate: bool = False
