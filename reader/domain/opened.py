"""An article opened for reading, with all that belongs to it."""

from dataclasses import dataclass

from reader.domain.analysis import Analysis
from reader.domain.article import Article
from reader.domain.kept import KeptArticle
from reader.domain.notes import ArticleState, Note


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """Everything that reading one article needs.

    `fault` says why `analysis` is not by the recogniser that the settings ask for, "" where it is.
    """

    kept: KeptArticle
    analysis: Analysis
    state: ArticleState
    notes: tuple[Note, ...]
    fault: str = ""

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.kept.article
