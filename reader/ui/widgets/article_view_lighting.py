"""Which marks are lit, and which comes next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.render.marks import PLURALS, Letters, Mark, MarkClass, MarkLevel, shown


@dataclass(frozen=True, slots=True)
class Lighting:
    """What is lit: a level or one class, besides that the one thing that is being followed; and the letters.

    `letters` None leaves it to the looks whether letters show.
    """

    level: MarkLevel = MarkLevel.CALM
    only: MarkClass | None = None
    followed: Mark | None = None
    letters: bool | None = None

    def lit(self, marks: Sequence[Mark]) -> tuple[Mark, ...]:
        """The marks that are lit, in the order of the text."""
        lit = shown(marks, self.level, self.only)
        if self.followed is None:
            return lit
        numbers = {mark.number for mark in lit}
        return tuple(mark for mark in marks if mark.number in numbers or mark.is_same_thing(self.followed))

    def with_next_level(self) -> "Lighting":
        """The next level, for all classes."""
        return replace(self, level=self.level.following, only=None, followed=None)

    def with_only(self, cls: MarkClass) -> "Lighting":
        """Only this class; every class again where it was the only one already."""
        return replace(self, only=None if self.only is cls else cls, followed=None)

    def with_letters(self, usual: Letters) -> "Lighting":
        """Letters where there were none, and the other way round; `usual` is what the looks show."""
        return replace(self, letters=not self.has_letters(usual))

    def has_letters(self, usual: Letters) -> bool:
        """Whether letters show."""
        return usual is not Letters.NONE if self.letters is None else self.letters

    @property
    def words(self) -> str:
        """What is lit, in a word: "calm", "people"."""
        return PLURALS[self.only] if self.only is not None else self.level.value


def next_mark(lit: Sequence[Mark], current: Mark | None, edges: tuple[int, int], by: int) -> Mark | None:
    """The mark after `current`, or before it where `by` is negative; None behind the last and before the first.

    Without a current mark the way on begins at the first of the `edges`, the way back at the last.
    """
    numbers = [mark.number for mark in lit]
    if current is not None and current.number in numbers:
        at = numbers.index(current.number) + (1 if by > 0 else -1)
        return lit[at] if 0 <= at < len(lit) else None
    if by > 0:
        return next((mark for mark in lit if mark.span.start >= edges[0]), None)
    return next((mark for mark in reversed(lit) if mark.span.end <= edges[1]), None)


def next_mention(marks: Sequence[Mark], cls: MarkClass, index: int, current: Mark | None) -> Mark | None:
    """The next mention of one thing, round and round; the first where the current mark is of another."""
    mentions = [mark for mark in marks if (mark.cls, mark.index) == (cls, index)]
    if not mentions:
        return None
    numbers = [mark.number for mark in mentions]
    at = numbers.index(current.number) + 1 if current is not None and current.number in numbers else 0
    return mentions[at % len(mentions)]
