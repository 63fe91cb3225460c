"""How much an article is about each thing it names.

The weights of count, spread, distance and late people are rounded from a pairwise logistic regression on the annotated
articles of `reader.recognition.training`: it tells what the headline names from what the body alone shows. It gives
1 : 0.8 : 1 : 0.9 of the weight of the count, and 1 : 0 : 0.8 : 0.6 without the spread; the spread is kept small because
it says much the same as the count. Headline, kicker, standfirst and lead are set by hand, after the best hand-made
ranking of news with human salience (GUM-SAGE, arXiv 2504.10792): anything from 1 to 3 for the headline ranks alike.
"""

from bisect import bisect_right
from collections.abc import Sequence
from math import exp, log1p
from typing import NamedTuple

from reader.domain.analysis import EntityKind
from reader.domain.article import BODY_KINDS, BlockKind
from reader.domain.span import Span
from reader.recognition.zones import Zone

HEADLINE, LEAD, KICKER, STANDFIRST = 2.0, 0.5, 0.5, 0.5
SPREAD = 0.25
"""For the logarithm of the number of paragraphs; that of the number of mentions counts 1, their distance minus 1."""

STEPS = 20
"""Into how many parts a text is cut to tell how far down it something is first named: a sentence or two each."""

LATE_PERSON = -0.75
"""For people who come up after the first paragraph: mostly those whom the article quotes, seldom those it is about."""

GROUP = -0.25
DATELINE = -0.5
"""For a place that the first paragraph begins with, mostly because the story was written there."""

CAPTION = -1.0
"""For what captions alone name."""

SHORTEST_LEAD = 60
"""How many code points a first paragraph has at least."""

MIDDLE, SLOPE = 0.5, 2.0
"""The weight that becomes one half, and how slowly others come nearer to nought and one."""

_ASIDE = frozenset({BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.TAIL, BlockKind.CORRECTION})
_WORTH = {
    BlockKind.HEADLINE: (HEADLINE, "in the headline"),
    BlockKind.KICKER: (KICKER, "in the kicker"),
    BlockKind.STANDFIRST: (STANDFIRST, "in the standfirst"),
}


class _Place(NamedTuple):
    """A mention and the zone that it begins in."""

    span: Span
    zone: Zone


_Reason = tuple[float, str]
"""By how much a weight changes, and why; no words where there is nothing to tell."""


def salience(
    kind: EntityKind, spans: Sequence[Span], zones: Sequence[Zone], length: int
) -> tuple[float, tuple[str, ...]]:
    """The salience in [0, 1] of a thing named at `spans` of a text of `length` code points, and why, in words."""
    every = [_Place(span, _zone(span, zones)) for span in spans]
    places = [place for place in every if place.zone.kind not in _ASIDE]
    if not places:
        return 0.0, (f"only in the {every[0].zone.kind.value}",)
    lead = next((zone for zone in zones if _may_lead(zone)), zones[0])
    told = [place for place in places if place.zone.kind is not BlockKind.CAPTION]
    reasons = [
        *_standing(kind, told, lead),
        *_counted(told or places, len(spans)),
        (-_distance((told or places)[0].span, lead, length), ""),
        *_of_kind(kind, told, lead),
        *(() if told else [(CAPTION, "only in a caption")]),
    ]
    return round(squashed(sum(weight for weight, _ in reasons)), 4), tuple(words for _, words in reasons if words)


def _standing(kind: EntityKind, places: Sequence[_Place], lead: Zone) -> list[_Reason]:
    """What the foremost parts of the article say for a thing that they name."""
    there = {place.zone.kind for place in places}
    found = [reason for block, reason in _WORTH.items() if block in there]
    inside = [place for place in places if place.zone == lead]
    if not inside:
        return found
    opens = kind is EntityKind.PLACE and not found and len(inside) == 1 and inside[0].span.start == lead.span.start
    return [
        *found,
        (LEAD + DATELINE, "at the start of the first paragraph") if opens else (LEAD, "in the first paragraph"),
    ]


def _counted(places: Sequence[_Place], mentions: int) -> list[_Reason]:
    """What the number of mentions says, and over how many paragraphs they are spread."""
    paragraphs = len({place.zone.span for place in places if place.zone.kind in BODY_KINDS})
    return [
        (log1p(len(places)), "named once" if mentions == 1 else f"named {mentions} times"),
        (SPREAD * log1p(paragraphs), f"in {paragraphs} paragraphs" if paragraphs > 1 else ""),
    ]


def _of_kind(kind: EntityKind, places: Sequence[_Place], lead: Zone) -> list[_Reason]:
    """What speaks against a nationality, and against a person who comes up late."""
    if kind is EntityKind.GROUP:
        return [(GROUP, "")]
    if kind is EntityKind.PERSON and places and places[0].span.start >= lead.span.end:
        return [(LATE_PERSON, "first named after the first paragraph")]
    return []


def _distance(first: Span, lead: Zone, length: int) -> float:
    """How far below the beginning of the lead a thing is first named, as a logarithm: the first lines differ most."""
    return log1p(STEPS * max(0, first.start - lead.span.start) / max(1, length))


def squashed(weight: float) -> float:
    """A weight as a number in (0, 1): about 0.2 for what is named once and late, above 0.7 for what it is all about."""
    return 1 / (1 + exp((MIDDLE - weight) / SLOPE))


def _may_lead(zone: Zone) -> bool:
    """Whether a zone can be the first paragraph: a date line or a subheading is not."""
    return zone.kind in BODY_KINDS and zone.kind is not BlockKind.HEADING and len(zone.span) >= SHORTEST_LEAD


def _zone(span: Span, zones: Sequence[Zone]) -> Zone:
    """The zone that `span` begins in."""
    return zones[max(0, bisect_right(zones, span.start, key=lambda zone: zone.span.start) - 1)]
