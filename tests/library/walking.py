"""A person at work at random on a library, for tests of undo, redo and the trash."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import TypeAlias, TypeVar

from reader.domain.span import Span
from reader.library.library import Library
from reader.settings import Folders

START = datetime(2024, 3, 14, 9, 0, tzinfo=UTC)
TEXT = """The {name} bridge opens again

By Lena Fuchs in Shkoder

The bridge at {name} opened on Friday after repairs that cost \\$14mn, the ministry said.

Sign up for our newsletter

Drivers said that it was “as good as new”. The mayor said the same.
"""
NAMES = ("Drin", "Buna", "Valbona", "Mat", "Shala")
WORDS = ("ask", "check the cost", "compare", "two lines\nof a note", "é ü [b] *")
TAGS = ("roads", "iran", "to read")
T = TypeVar("T")

Kind: TypeAlias = Callable[["Walk"], object]


class NothingThere(Exception):
    """There is nothing to choose from."""


class Walk:
    """A person at work at random, in a library that is opened anew now and then."""

    def __init__(self, folders: Folders, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - a walk at random, no secret
        self._folders, self._ticks, self._keys = folders, count(), count(1 << 60)
        self.library = self.open()

    def open(self) -> Library:
        """The library as a new start finds it."""
        return Library(
            self._folders, now=lambda: START + timedelta(seconds=next(self._ticks)), new_key=lambda: next(self._keys)
        )

    @property
    def article(self) -> str:
        return self.some([row.head.id for row in self.library.rows()])[0]

    @property
    def note(self) -> int:
        return self.some([note.key for note in self.library.notes()])[0]

    def some(self, things: Sequence[T], most: int = 1) -> list[T]:
        """One of these things at least, and no more than `most`."""
        if not things:
            raise NothingThere
        return self.random.sample(things, self.random.randint(1, min(most, len(things))))

    def span(self, article: str) -> Span:
        text = self.library.open(article).article.text
        start = self.random.randrange(len(text) - 9)
        return Span(start, start + self.random.randrange(3, 9))

    def add(self) -> object:
        text = TEXT.format(name=self.random.choice(NAMES))
        return self.library.add(self.library.preview(text), text, tags=self.random.sample(TAGS, 1))

    def annotate(self) -> object:
        article = self.article
        return self.library.annotate(article, self.random.choice(WORDS), self.random.choice((None, self.span(article))))

    def highlight(self) -> object:
        article = self.article
        return self.library.annotate(article, "", self.span(article))

    def edit_note(self) -> object:
        return self.library.edit_note(self.note, self.random.choice(WORDS))

    def trash_notes(self) -> None:
        here = self.library.notes(self.library.shelf.notes.note(self.note).article)
        self.library.trash_note(*(one.key for one in self.some(here, 3)))

    def tag(self) -> object:
        return self.library.tag(self.article, self.random.sample(TAGS, 1), self.random.sample(TAGS, 1))

    def star(self) -> object:
        return self.library.mark(self.article, starred=self.random.random() < 0.5)

    def mark(self) -> object:
        return self.library.mark(self.article, unread=self.random.random() < 0.5)

    def read(self) -> object:
        return self.library.mark(self.article, progress=self.random.random())

    def correct(self) -> object:
        return self.library.edit_fields(self.article, {"title": f"Title {self.random.randrange(99)}"})

    def undo_repair(self) -> object:
        return self.library.undo_repair(self.revisable(lambda one: len(self.library.intake(one).repairs)), 0)

    def restore_line(self) -> object:
        return self.library.restore_line(self.revisable(lambda one: len(self.library.intake(one).set_aside)), 0)

    def revisable(self, pieces: Callable[[str], int]) -> str:
        return self.some([row.head.id for row in self.library.rows() if pieces(row.head.id)])[0]

    def trash(self) -> None:
        self.library.trash(self.some([row.head.id for row in self.library.rows()], 2))

    def restore(self) -> object:
        return self.library.wastebasket.restore(self.some(self.library.wastebasket.contents(), 3))

    def reopen(self) -> None:
        if self.random.random() < 0.5:  # else as a program that was killed
            self.library.shelf.notes.close()
        self.library = self.open()

    def fold(self) -> None:
        self.library.shelf.notes.compact(always=True)


KINDS: tuple[Kind, ...] = (
    Walk.add, Walk.add, Walk.annotate, Walk.annotate, Walk.highlight, Walk.edit_note, Walk.trash_notes, Walk.tag,
    Walk.star, Walk.mark, Walk.read, Walk.correct, Walk.undo_repair, Walk.restore_line, Walk.trash, Walk.restore,
    Walk.reopen, Walk.fold,
)  # fmt: skip
