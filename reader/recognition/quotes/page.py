"""A text laid out for finding who speaks: its frame, and the places outside quotations that name an entity."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.domain.analysis import Entity, EntityKind
from reader.domain.span import Span
from reader.recognition.quotes.frame import BLANK

_POSSESSIVE = ("’s", "'s")


class Mention(NamedTuple):
    """One place that names an entity."""

    start: int
    end: int
    entity: Entity

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.start, self.end)

    @property
    def is_person(self) -> bool:
        """Whether it names a person."""
        return self.entity.kind is EntityKind.PERSON

    @property
    def can_be_called(self) -> bool:
        """Whether it names somebody or something that a description can introduce ("the mayor, Anna Holm")."""
        return self.entity.kind in {EntityKind.PERSON, EntityKind.ORGANISATION}


class Page:
    """The frame of a text with its mentions in order."""

    def __init__(self, frame: str, entities: Iterable[Entity]) -> None:
        self.frame = frame
        places = ((span.start, span.end, entity) for entity in entities for span in entity.mentions)
        outside = (one for one in places if frame[one[0]] != BLANK and frame[one[1] - 1] != BLANK)
        self.mentions = [Mention(*one) for one in sorted(outside, key=lambda one: one[:2])]
        self._starts = [one.start for one in self.mentions]
        self._at = {one.start: one for one in self.mentions}

    def at(self, place: int) -> Mention | None:
        """The mention that begins at `place`."""
        return self._at.get(place)

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin in [start, end)."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def owns(self, end: int) -> bool:
        """Whether the words that end at `end` own what follows ("Ukraine's")."""
        return self.frame.startswith(_POSSESSIVE, end)
