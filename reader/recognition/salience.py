"""How much an article is about each thing it names.

The weights are those of the best hand-made row measured on news with human salience: headline 2, lead 1, the logarithm
of the number of mentions, less the place of the first one; kicker and standfirst count half.
"""

from bisect import bisect_right
from collections.abc import Sequence
from math import log1p

from reader.domain.analysis import EntityKind
from reader.domain.article import BODY_KINDS, BlockKind
from reader.domain.span import Span
from reader.recognition.zones import Zone

HEADLINE, LEAD, KICKER, STANDFIRST = 2.0, 1.0, 0.5, 0.5
SHORTEST_LEAD = 60
"""How many code points a first paragraph has at least."""

LEAST = 0.85
"""The weight that counts as nothing is minus this: a nationality named once, in the last line."""

_ASIDE = frozenset({BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.TAIL, BlockKind.CORRECTION})


def salience(
    kind: EntityKind, spans: Sequence[Span], zones: Sequence[Zone], length: int
) -> tuple[float, tuple[str, ...]]:
    """The salience in [0, 1] of a thing named at `spans` of a text of `length` code points, and why, in words."""
    places = [_zone(span, zones) for span in spans]
    if all(zone.kind in _ASIDE for zone in places):
        return 0.0, (f"only in the {places[0].kind.value}",)
    lead = next((zone for zone in zones if _may_lead(zone)), None)
    weight = log1p(len(spans)) - spans[0].start / max(1, length)
    reasons: list[str] = []
    for worth, words, here in (
        (HEADLINE, "in the headline", any(zone.kind is BlockKind.HEADLINE for zone in places)),
        (KICKER, "in the kicker", any(zone.kind is BlockKind.KICKER for zone in places)),
        (STANDFIRST, "in the standfirst", any(zone.kind is BlockKind.STANDFIRST for zone in places)),
        (LEAD, "in the first paragraph", lead in places),
    ):
        if here:
            weight += worth
            reasons.append(words)
    reasons.append("named once" if len(spans) == 1 else f"named {len(spans)} times")
    if kind is EntityKind.GROUP:
        weight -= STANDFIRST
    return round(squashed(weight), 4), tuple(reasons)


def _may_lead(zone: Zone) -> bool:
    """Whether a zone can be the first paragraph: a date line or a subheading is not."""
    return zone.kind in BODY_KINDS and zone.kind is not BlockKind.HEADING and len(zone.span) >= SHORTEST_LEAD


def squashed(weight: float) -> float:
    """A weight as a number in [0, 1): near 0.2 for what is named once and late, above 0.7 for what it is all about."""
    positive = max(0.0, weight + LEAST)
    return positive / (positive + 2.5)


def _zone(span: Span, zones: Sequence[Zone]) -> Zone:
    """The zone that `span` begins in."""
    return zones[max(0, bisect_right(zones, span.start, key=lambda zone: zone.span.start) - 1)]
