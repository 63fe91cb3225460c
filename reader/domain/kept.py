"""An article as the library keeps it."""

from dataclasses import dataclass
from datetime import datetime

from reader.domain.article import Article
from reader.domain.repairs import Repair, SetAside


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """One immutable version of an article.

    `version` counts from 1. `added` is when the article first came in, which every later version repeats, so that an
    edit moves it nowhere in a list or an export.
    """

    id: str
    version: int
    added: datetime
    article: Article
    repairs: tuple[Repair, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
