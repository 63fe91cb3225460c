"""Finding every figure of a text: numbers, what they are of, what belongs together, what surrounds them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reader.domain.analysis import Figure, FigureKind
from reader.domain.span import NOWHERE, Span
from reader.recognition.figures import parts, things, traps
from reader.recognition.figures.amounts import Amount, amount_at, is_time
from reader.recognition.figures.bounds import Bound, Frame, frame
from reader.recognition.figures.ranges import linked
from reader.recognition.figures.surroundings import Surroundings
from reader.text.dates import find_dates
from reader.text.numbers import Form, Numeral, numerals
from reader.text.sentences import sentences as sentences_of
from reader.text.wordlist import wordlist

_CASUALTIES = wordlist(
    "kill kills killed killing wound wounds wounded wounding injure injures injured injuring hurt hurts hurting "
    "arrested arrests detained kidnapped rescued leaving left"
)
_STRICKEN = wordlist("killed dead injured wounded missing arrested hurt hospitalised hospitalized detained rescued")
_WERE = wordlist("were are have had died remain remained")
_MORE = re.compile(
    r"\s+more(?=\s*(?:[.,;:)]|$|\s(?:in|to|for|on|at|from|by|a|per|each|were|are|have|had|will|was|fled|died)\b))"
)
_MORE_OF = re.compile(r"\s+more\s(?!than\b)")
_OF_TIME = re.compile(r"\s+of\s+(?:times|days|weeks|months|years|hours|minutes|seconds|decades|centuries)\b")
_POINTED = wordlist("the these those all both other")
_NOUNS = wordlist(
    "member page seat person man woman strong part point storey story bedroom nation country judge justice "
    "vehicle ship unit car vote match run goal stroke child engine wheel room volume item hole team state lane "
    "party acre"
) - frozenset({"state", "party", "wheel"})
_NO_NOUNS = wordlist("year something somethings fold way gauge calibre caliber magnitude under par over digit figure")
_ONE_THINGS = wordlist("person soldier civilian policeman officer seat vote goal passenger firefighter worker")


def find_figures(text: str, sentences: list[Span] | None = None) -> list[Figure]:
    """The amounts of `text` in order and apart: money, percentages, counts and quantities, as spans of code points.

    `sentences` are the spans of its sentences when they are known already. Numbers that only name or date something
    are not figures, nor are ages, durations and scores.
    """
    spans = sentences_of(text) if sentences is None else sentences
    starts = [span.start for span in spans]
    found = [figure for amount in _amounts(text) if (figure := _figure(text, amount))]
    return [replace(figure, sentence=_around(figure.span, spans, starts)) for figure in _apart(found)]


def _around(span: Span, spans: Sequence[Span], starts: Sequence[int]) -> Span:
    place = bisect_right(starts, span.start) - 1
    return spans[place] if place >= 0 and spans[place].overlaps(span) else NOWHERE


def _amounts(text: str) -> list[Amount]:
    """Every number that may be a figure, with its unit, joined to ranges."""
    taken = sorted([*traps.masks(text), *(mention.span for mention in find_dates(text, None))])
    portions = [
        one
        for one in [*parts.ratios(text), *parts.whole_points(text)]
        if not _is_taken(Span(one.start, one.end), taken)
    ]
    taken = sorted([*taken, *(Span(one.start, one.end) for one in portions)])
    around = Surroundings(text)
    found = [
        amount
        for numeral in _free(numerals(text), taken)
        if (amount := amount_at(text, numeral, around)) and not _is_tail(text, amount)
    ]
    whole = linked(text, found) + [_of_portion(one) for one in portions]
    return sorted(whole, key=lambda amount: amount.start)


def _of_portion(portion: parts.Portion) -> Amount:
    numeral = Numeral(Span(portion.start, portion.end), Form.PART, portion.value)
    return Amount(portion.start, portion.end, numeral, FigureKind.PERCENT, portion.value, unit=portion.unit)


def _free(found: Sequence[Numeral], taken: Sequence[Span]) -> Iterator[Numeral]:
    """The numerals outside every taken span; both in order."""
    place = 0
    for numeral in found:
        while place < len(taken) and taken[place].end <= numeral.span.start:
            place += 1
        if place == len(taken) or not _is_taken(numeral.span, taken[place : place + 4]):
            yield numeral


def _is_taken(span: Span, taken: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in taken)


def _is_tail(text: str, amount: Amount) -> bool:
    """Whether a number goes on from letters before it: G7, Su-35, COVID-19, mid-40s."""
    start = amount.start
    if start and not amount.signed and text[start - 1].isalpha():
        return True
    if amount.numeral.form is Form.WORDS and start > 1 and text[start - 1] == "-" and text[start - 2].isdecimal():
        return True
    return (
        amount.kind is None
        and start > 1
        and text[start - 1] in "-‐‑–&'’_*"
        and text[start - 2].isalpha()
        and not text[: start - 1].endswith((" to", "-to", " or", "-or"))
    )


def _apart(figures: Sequence[Figure]) -> list[Figure]:
    found: list[Figure] = []
    for figure in figures:
        if not found or found[-1].span.end <= figure.span.start:
            found.append(figure)
    return found


def _figure(text: str, amount: Amount) -> Figure | None:
    """The figure that an amount is in its surroundings; None when it is none."""
    start, end, odd = _with_tail(text, amount)
    around = frame(text, amount.start, end)
    kind = amount.kind or FigureKind.COUNT
    of = _of(text, amount, end, kind)
    if amount.kind is None and not _is_count(text, amount, around, of):
        return None
    value, low, high = _limits(amount, around, odd)
    more = _MORE.match(text, end) is not None or (of[0] != "" and _MORE_OF.match(text, end) is not None)
    return Figure(
        Span(start, end),
        kind,
        value,
        low,
        high,
        unit=amount.unit,
        currency=amount.currency,
        approximate=around.approximate or amount.about or bool(odd),
        qualifier=around.qualifier or ("more" if more else ""),
        of=of[0],
        per=of[1],
    )


def _with_tail(text: str, amount: Amount) -> tuple[int, int, str]:
    """The span with a glued -odd, -plus or +, and which."""
    rest = text[amount.end : amount.end + 5].lower()
    for tail, name in (("-odd", "odd"), ("-plus", "plus"), ("+", "plus")):
        if rest.startswith(tail) and not rest[len(tail) : len(tail) + 1].isalnum():
            return amount.start, amount.end + len(tail), name
    return amount.start, amount.end, ""


def _limits(amount: Amount, around: Frame, odd: str) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Value, low and high as the conventions want them: a bound is open on one side, an approximation has neither."""
    value, low, high = (_plain(one) for one in (amount.value, amount.low, amount.high))
    if value is None:
        return None, low, high
    if around.bound is Bound.LEAST or odd == "plus":
        return value, value, None
    if around.bound is Bound.MOST:
        return value, None, value
    return (value, None, None) if around.about or amount.about or odd else (value, value, value)


def _plain(value: Decimal | None) -> Decimal | None:
    """A whole number without decimals, any other without zeros behind."""
    if value is None:
        return None
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def _of(text: str, amount: Amount, end: int, kind: FigureKind) -> tuple[str, str]:
    """What the amount is of, and what it is per."""
    if kind is FigureKind.COUNT:
        if noun := things.compound(text, end):
            return ("" if noun == "strong" else noun), ""
        of = things.counted(text, end)
        return of, things.per(text, _place_after(text, end, of))[0]
    first, after = things.per(text, end)
    of, place = things.paid_for(text, after, kind)
    if kind is FigureKind.PERCENT and amount.numeral.form is Form.PART and not of:
        of = things.whole_of(text, end) or things.counted(text, end)
    return of, first or (things.per(text, place)[0] if of else "")


def _place_after(text: str, end: int, of: str) -> int:
    place = text.find(of, end) if of else -1
    return place + len(of) if 0 <= place < end + 30 else end


def _is_count(text: str, amount: Amount, around: Frame, of: tuple[str, str]) -> bool:
    """Whether a bare number counts something."""
    numeral, start, end = amount.numeral, amount.start, amount.end
    if is_time(text, end) or _OF_TIME.match(text, end):
        return False
    if numeral.form is Form.VAGUE or amount.value is None:
        return numeral.form is not Form.VAGUE or _is_vague_count(text, amount)
    if numeral.form is Form.WORDS:
        return not traps.is_name(text, start, end) and _is_count_in_words(text, amount, around, of[0])
    if traps.is_designator(text, start, end) or traps.is_age(text, start, end) or traps.is_score(text, start, end):
        return False
    printed = text[start:end]
    if printed.startswith("0") and printed[1:2].isdecimal():
        return False
    if amount.value < 10 and printed.isdecimal():
        return _is_small_count(text, amount, around, of[0])
    return _is_plain_count(text, amount, around, of[0])


def _is_vague_count(text: str, amount: Amount) -> bool:
    written = amount.numeral.span.of(text).lower()
    return written not in {"scores", "tens"} or text[amount.end : amount.end + 4] == " of "


def _is_plain_count(text: str, amount: Amount, around: Frame, of: str) -> bool:
    """A number in digits from ten on: any whole one, others only with what they count."""
    whole = amount.value is not None and amount.value == amount.value.to_integral_value()
    noun = things.compound(text, amount.end)
    whole = whole and (amount.scale > 1 or "." not in amount.numeral.span.of(text))
    return bool(of and not noun) or (whole and noun not in _NO_NOUNS and not _is_loose(text, amount, around))


def _is_loose(text: str, amount: Amount, around: Frame) -> bool:
    """Whether a number with nothing to count is more likely something else: "8K", "at 11", "50 Cent"."""
    if text[amount.end - 1] in "kKM" and not around.approximate:
        return True
    last = around.before[-1] if around.before else ""
    if last in {"at", "by", "until", "before", "after"} and amount.value is not None and amount.value <= 12:
        return not around.approximate
    return text[amount.end : amount.end + 5] == " Cent"


def _is_small_count(text: str, amount: Amount, around: Frame, of: str) -> bool:
    """Numbers under ten count when a plural follows, or words around them say so."""
    if noun := things.compound(text, amount.end):
        return noun in _NOUNS
    if of:
        return amount.value != 1
    words = text[amount.end : amount.end + 12].split()
    last = around.before[-1] if around.before else ""
    if words and words[0].strip(".,;") in _WERE | _STRICKEN:
        return last not in _POINTED
    return last in _CASUALTIES or around.bound is not None or around.about


def _is_count_in_words(text: str, amount: Amount, around: Frame, of: str) -> bool:
    if amount.value == 0:
        return False
    if amount.value == 1:
        words = text[amount.end : amount.end + 20].split()
        return bool(words) and words[0].strip(".,") in _ONE_THINGS and around.bound is not None
    if (noun := things.compound(text, amount.end)) and noun not in {"odd", "plus"}:
        return noun in _NOUNS or amount.scale > 1
    if of or amount.scale > 1:
        return True
    if amount.value is not None and amount.value > 10:
        return text[amount.end : amount.end + 1] != "-"
    return _is_small_count(text, amount, around, of)
