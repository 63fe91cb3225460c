"""Marks: the entities, figures and dates of one text as pieces of it that can be lit, walked and told in words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from reader.domain.analysis import Analysis, EntityKind
from reader.domain.opened import OpenArticle
from reader.domain.span import Span
from reader.render.words import date_mark_words, entity_words, figure_words


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
_CLASS_OF = {kind: MarkClass[kind.name] for kind in EntityKind}


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


def class_of(kind: EntityKind) -> MarkClass:
    """The class that marks entities of one kind."""
    return _CLASS_OF[kind]


def marks_of(opened: OpenArticle) -> tuple[Mark, ...]:
    """All marks of an open article, in the order of its text."""
    return marks_in(opened.analysis, opened.article.text)


def marks_in(analysis: Analysis, text: str) -> tuple[Mark, ...]:
    """All marks of a text in its order; where two overlap, a figure goes before an entity and an entity before a date.

    Without the overlaps, since one piece of text can show one class.
    """
    kept: list[tuple[Span, MarkClass, str, int, str, bool]] = []
    starts: list[int] = []
    for found in (_figures(analysis, text), _entities(analysis), _dates(analysis, text)):
        for one in found:
            _keep(one, kept, starts)
    return tuple(
        Mark(number, span, cls, kind, index, words, first)
        for number, (span, cls, kind, index, words, first) in enumerate(kept)
    )


def shown(marks: Sequence[Mark], level: MarkLevel, only: MarkClass | None = None) -> tuple[Mark, ...]:
    """The marks that are lit at `level`; with `only`, every mark of that class and none else."""
    if only is not None:
        return tuple(mark for mark in marks if mark.cls is only)
    if level is MarkLevel.ALL:
        return tuple(marks)
    if level is MarkLevel.OFF:
        return ()
    return tuple(mark for mark in marks if mark.is_first and mark.cls is not MarkClass.DATE)


Found = tuple[Span, MarkClass, str, int, str, bool]


def _keep(one: Found, kept: list[Found], starts: list[int]) -> None:
    """Put one mark in its place unless it is empty or touches what is kept already."""
    span = one[0]
    at = bisect_left(starts, span.start)
    free = not kept or (
        (at == 0 or kept[at - 1][0].end <= span.start) and (at == len(kept) or span.end <= kept[at][0].start)
    )
    if len(span) and free:
        kept.insert(at, one)
        starts.insert(at, span.start)


def _figures(analysis: Analysis, text: str) -> Iterator[Found]:
    for index, figure in enumerate(analysis.figures):
        words = f"{figure.kind.upper()} {figure_words(figure, text)}"
        yield figure.span, MarkClass.FIGURE, figure.kind.value, index, words, True


def _dates(analysis: Analysis, text: str) -> Iterator[Found]:
    for index, day in enumerate(analysis.dates):
        yield day.span, MarkClass.DATE, "date", index, f"DATE {date_mark_words(day, text)}", True


def _entities(analysis: Analysis) -> Iterable[Found]:
    found = []
    for index, entity in enumerate(analysis.entities):
        words = f"{entity.kind.upper()} {entity_words(entity)}"
        for place, span in enumerate(sorted(entity.mentions)):
            found.append((span, _CLASS_OF[entity.kind], entity.kind.value, index, words, place == 0))
    return found
