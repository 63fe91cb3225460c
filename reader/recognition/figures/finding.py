"""Finding every figure of a text: numbers, what they are of, what belongs together, what surrounds them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import Enum
from functools import partial

from reader.domain.analysis import DateMention, Figure, FigureKind
from reader.domain.span import NOWHERE, Span
from reader.recognition.figures import attributes, parts, subjects, things, traps
from reader.recognition.figures.amounts import Amount, amount_at, of_portion
from reader.recognition.figures.bounds import Bound, Frame, frame
from reader.recognition.figures.counts import is_count
from reader.recognition.figures.ranges import linked
from reader.recognition.figures.surroundings import Surroundings
from reader.text.dates import find_dates
from reader.text.numbers import Form, numerals
from reader.text.sentences import sentences as sentences_of

_MORE = re.compile(
    r"\s+more(?=\s*(?:[.,;:)]|$|\s(?:in|to|for|on|at|from|by|a|per|each|were|are|have|had|will|was|fled|died)\b))"
)
_MORE_OF = re.compile(r"\s+more\s(?!than\b)")
_OF_IT = re.compile(r"(?:\s+(?:or\s+)?(?:more|less|so))?\s+(?:worth\s+)?of\s")
_NESTED = 4
"""How many spans on either side may overlap one that lies between them."""

_TIES = frozenset("-‐‑–&'’_*")
_LINKS = (" to", "-to", " or", "-or")


class Tail(Enum):
    """What may be glued to the end of a number, and make it inexact."""

    ODD = "-odd"
    PLUS = "-plus"


_TAILS = {"-odd": Tail.ODD, "-plus": Tail.PLUS, "+": Tail.PLUS}


def find_figures(
    text: str, sentences: list[Span] | None = None, dates: Sequence[DateMention] | None = None
) -> list[Figure]:
    """The amounts of `text` in order and apart: money, percentages, counts and quantities, as spans of code points.

    `sentences` are the spans of its sentences, and `dates` the dates in it, when they are known already. Numbers that
    only name or date something are not figures, nor are ages, durations and scores.
    """
    dated = find_dates(text, None) if dates is None else dates
    spans = sentences_of(text) if sentences is None else sentences
    starts = [span.start for span in spans]
    around = partial(_around, spans=spans, starts=starts)
    return _apart([figure for amount in _amounts(text, dated) if (figure := _figure(text, amount, around))])


def _around(span: Span, spans: Sequence[Span], starts: Sequence[int]) -> Span:
    place = bisect_right(starts, span.start) - 1
    return spans[place] if place >= 0 and spans[place].overlaps(span) else NOWHERE


def _amounts(text: str, dates: Sequence[DateMention]) -> list[Amount]:
    """Every number that may be a figure, with its unit, joined to ranges."""
    taken = sorted([*traps.masks(text), *(mention.span for mention in dates)])
    numbers = numerals(text)
    fractions = sorted([*parts.ratios(text, numbers), *parts.whole_points(text)], key=lambda portion: portion.start)
    portions = [of_portion(portion) for portion in fractions]
    free = [portion for portion in portions if not _is_taken(portion.numeral.span, taken)]
    taken = sorted([*taken, *(portion.numeral.span for portion in free)])
    around = Surroundings(text)
    found = [
        amount
        for numeral in numbers
        if not _is_taken(numeral.span, taken)
        and (amount := amount_at(text, numeral, around))
        and not _is_tail(text, amount)
    ]
    return sorted([*linked(text, found), *free], key=lambda amount: amount.start)


def _is_taken(span: Span, taken: Sequence[Span]) -> bool:
    """Whether any of the spans, in order, shares a code point with this one."""
    place = bisect_left(taken, span)
    return any(span.overlaps(other) for other in taken[max(0, place - _NESTED) : place + _NESTED])


def _is_tail(text: str, amount: Amount) -> bool:
    """Whether a number goes on from what touches it on the left: G7, Su-35, COVID-19, mid-40s, 7-Eleven."""
    start = amount.start
    if start == 0 or amount.signed:
        return False
    if text[start - 1].isalpha():
        return True
    if start == 1 or text[start - 1] not in _TIES:
        return False
    if amount.numeral.form is Form.WORDS and text[start - 2].isdecimal():
        return True
    return amount.kind is None and text[start - 2].isalpha() and not text.endswith(_LINKS, 0, start - 1)


def _apart(figures: Sequence[Figure]) -> list[Figure]:
    found: list[Figure] = []
    for figure in figures:
        if not found or found[-1].span.end <= figure.span.start:
            found.append(figure)
    return found


def _figure(text: str, amount: Amount, sentence: Callable[[Span], Span]) -> Figure | None:
    """The figure that an amount is in its surroundings; None when it is none."""
    end, tail = _with_tail(text, amount)
    around = frame(text, amount.start, end)
    kind = amount.kind or FigureKind.COUNT
    of, per = _of(text, amount, end, kind, partial(_beginning, text, sentence))
    if _has_nothing_to_count(around, kind):
        of = ""
    if amount.kind is None and not is_count(text, amount, around, of):
        return None
    value, low, high = _limits(amount, around, tail)
    more = kind is not FigureKind.PERCENT and (_MORE.match(text, end) or (of and _MORE_OF.match(text, end)))
    span = Span(amount.start, end)
    return Figure(
        span,
        kind,
        value,
        low,
        high,
        unit=amount.unit,
        currency=amount.currency,
        approximate=around.approximate or amount.about or tail is not None,
        qualifier=around.qualifier or ("more" if more else ""),
        of=of,
        per=per,
        sentence=sentence(span),
    )


def _has_nothing_to_count(around: Frame, kind: FigureKind) -> bool:
    """Whether what follows is not what the amount is of: within 50m of the village; a family of four pays."""
    if kind is FigureKind.QUANTITY:
        return around.last == "within"
    return kind is FigureKind.COUNT and around.before[-2:] in {("family", "of"), ("household", "of")}


def _with_tail(text: str, amount: Amount) -> tuple[int, Tail | None]:
    """Where the amount ends with a glued -odd, -plus or +, and which it is."""
    rest = text[amount.end : amount.end + 6].lower()
    for written, tail in _TAILS.items():
        if rest.startswith(written) and not rest[len(written) : len(written) + 1].isalnum():
            return amount.end + len(written), tail
    return amount.end, None


def _limits(amount: Amount, around: Frame, tail: Tail | None) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Value, low and high as the conventions want them: a bound is open on one side, an approximation has neither."""
    value, low, high = (_plain(one) for one in (amount.value, amount.low, amount.high))
    if value is None:
        return None, low, high
    if around.bound is Bound.LEAST or tail is Tail.PLUS:
        return value, value, None
    if around.bound is Bound.MOST:
        return value, None, value
    return (value, None, None) if around.about or amount.about or tail else (value, value, value)


def _plain(value: Decimal | None) -> Decimal | None:
    """A whole number without decimals, any other without zeros behind."""
    if value is None:
        return None
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def _beginning(text: str, sentence: Callable[[Span], Span], start: int) -> int:
    """Where the sentence around a place begins, at the earliest on its line."""
    return max(sentence(Span(start, start + 1)).start, text.rfind("\n\n", 0, start) + 1)


def _of(text: str, amount: Amount, end: int, kind: FigureKind, beginning: Callable[[int], int]) -> tuple[str, str]:
    """What the amount is of, and what it is per; `beginning` tells where the sentence of a place begins."""
    if kind is FigureKind.COUNT:
        if noun := things.compound(text, end):
            return ("" if noun == "strong" else things.in_plural(noun)), ""
        if amount.value == 1 and amount.numeral.form is Form.WORDS:
            return things.single(text, end), ""
        of, place = things.counted_to(text, end)
        return of, things.per(text, place)[0]
    first, after = things.per(text, end)
    of, place = things.paid_for(text, after, kind)
    if kind is FigureKind.PERCENT and amount.numeral.form is Form.PART and not of:
        of = things.whole_of(text, end) or things.without_verb(things.counted(text, end))
    per = first or (things.per(text, place)[0] if of else "")
    if kind is FigureKind.QUANTITY or (of and _OF_IT.match(text, after)):
        return of, per
    begin = beginning(amount.start)
    return attributes.modified(text, begin, amount.start, after) or subjects.measured(
        text, begin, amount.start, after
    ) or of, per
