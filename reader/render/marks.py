"""Marks: pieces of a text that can be lit, walked and told in words, by their class and in how much is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from reader.domain.span import Span


class MarkClass(IntEnum):
    """The classes of marks, numbered as their keys are."""

    PERSON = 1
    ORGANISATION = 2
    PLACE = 3
    GROUP = 4
    PRODUCT = 5
    EVENT = 6
    FIGURE = 7
    DATE = 8


class MarkLevel(StrEnum):
    """How much is marked: nothing, figures and the first mention of each entity, or everything."""

    OFF = "off"
    CALM = "calm"
    ALL = "all"

    @property
    def following(self) -> "MarkLevel":
        """The level that comes next when one goes round."""
        levels = list(MarkLevel)
        return levels[(levels.index(self) + 1) % len(levels)]


class Letters(StrEnum):
    """Whether the class of a mark is told by a letter behind it, and in which alphabet."""

    NONE = "none"
    RAISED = "raised"
    ASCII = "ascii"


PLURALS = {
    MarkClass.PERSON: "people",
    MarkClass.ORGANISATION: "organisations",
    MarkClass.PLACE: "places",
    MarkClass.GROUP: "groups",
    MarkClass.PRODUCT: "products",
    MarkClass.EVENT: "events",
    MarkClass.FIGURE: "figures",
    MarkClass.DATE: "dates",
}
"""What several of a class are called."""

_RAISED = dict(zip(MarkClass, "ᴾᴼᴸᴳᵂᴱ#ᴰ", strict=True))
_ASCII = dict(zip(MarkClass, "POLGWE#D", strict=True))


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of the text that can be lit.

    `number` is its place among the marks of the text, from 0. `kind` is the kind as recognition says it ("person",
    "money", "date"). `index` points into `Analysis.entities`, `.figures` or `.dates`, as `cls` says. `words` tell all
    about it in one line. `is_first` is True for the first mention of an entity, and for every figure and date.
    """

    number: int
    span: Span
    cls: MarkClass
    kind: str
    index: int
    words: str
    is_first: bool

    @property
    def entity(self) -> int | None:
        """The index in `Analysis.entities`, or None for a figure or a date."""
        return self.index if self.cls < MarkClass.FIGURE else None

    def is_same_thing(self, other: "Mark") -> bool:
        """Whether both name one entity, or are one figure or date."""
        return (self.cls, self.index) == (other.cls, other.index)


def letter(cls: MarkClass, letters: Letters) -> str:
    """The letter of a class as it is written behind a mark; nothing when letters are off."""
    if letters is Letters.RAISED:
        return _RAISED[cls]
    return f"[{_ASCII[cls]}]" if letters is Letters.ASCII else ""


def shown(marks: Sequence[Mark], level: MarkLevel, only: MarkClass | None = None) -> tuple[Mark, ...]:
    """The marks that are lit at `level`; with `only`, every mark of that class and none else."""
    if only is not None:
        return tuple(mark for mark in marks if mark.cls is only)
    if level is MarkLevel.ALL:
        return tuple(marks)
    if level is MarkLevel.OFF:
        return ()
    return tuple(mark for mark in marks if mark.is_first and mark.cls is not MarkClass.DATE)
