"""Who keeps a place that two recognisers claim: names over figures, figures and dates over stray capitals."""

from collections.abc import Iterable
from typing import TypeVar

from reader.domain.analysis import DateMention, Figure
from reader.domain.span import NOWHERE, Span
from reader.recognition.found import Found

Spanned = TypeVar("Spanned", Figure, DateMention)


def apart(found: Iterable[Found]) -> list[Found]:
    """The longest of overlapping names, of equally long ones the first given; in the order of the text."""
    kept: list[Found] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda one: (-len(one.span), one.span.start)):
        if not (one.span.start in taken or one.span.end - 1 in taken):
            kept.append(one)
            taken.update(range(one.span.start, one.span.end))
    return sorted(kept, key=lambda one: one.span)


def without(found: Iterable[Found], claims: Iterable[Figure | DateMention]) -> list[Found]:
    """The names that no figure or date covers wholly, as a stray "Friday" or "US$" would be."""
    covers = {place: claim.span for claim in claims for place in range(claim.span.start, claim.span.end)}
    return [one for one in found if not covers.get(one.span.start, NOWHERE).contains(one.span)]


def beside(claims: Iterable[Spanned], names: Iterable[Span]) -> tuple[Spanned, ...]:
    """The figures or dates that no name overlaps."""
    taken = {place for name in names for place in range(name.start, name.end)}
    return tuple(claim for claim in claims if taken.isdisjoint(range(claim.span.start, claim.span.end)))
