"""What a person writes about an article: notes and the passages they are anchored to, tags and reading state."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeAlias

from reader.domain.span import Span

CONTEXT = 32
"""How many code points of context an anchor keeps on each side (as Hypothesis does)."""

EMPTIED = datetime(1970, 1, 1, tzinfo=UTC)
"""The `trashed` of a record that was emptied out of the trash: it stays, without its words.

Only restoring a backup brings those back.
"""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a note belongs: a quote with its context, and where that stood in one version of the article.

    `placed` is False when the quote could not be found in the current version; the note stays and says so.
    """

    version: int
    span: Span
    quote: str
    before: str
    after: str
    placed: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """A note in Markdown on an article, or on a passage of it.

    `key` is a positive integer below 2^63 with at least 53 random bits. `trashed` is when it went to the trash.
    """

    key: int
    article: str
    text: str
    created: datetime
    modified: datetime
    anchor: Anchor | None = None
    trashed: datetime | None = None


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What the person did with an article: tags, reading state, the version in use, whether it lies in the trash.

    `progress` is the share of the text that was read, in [0, 1]; `opened` is when it was last read.
    """

    article: str
    version: int = 1
    tags: tuple[str, ...] = ()
    unread: bool = True
    starred: bool = False
    progress: float = 0.0
    opened: datetime | None = None
    trashed: datetime | None = None


Record: TypeAlias = Note | ArticleState
"""The kinds of records that can change; a later kind is added here and nowhere else in the domain."""


def emptied(record: Record) -> Record:
    """What stays of a record that is emptied out of the trash: its name, so that no change brings the rest back."""
    if isinstance(record, Note):
        return replace(record, text="", anchor=None, trashed=EMPTIED)
    return ArticleState(record.article, trashed=EMPTIED)


def is_emptied(record: Record | None) -> bool:
    """Whether this is what stays of a record that was emptied out of the trash."""
    return record is not None and record.trashed == EMPTIED
