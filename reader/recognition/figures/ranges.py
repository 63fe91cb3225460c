"""Amounts that belong together: ranges, and second amounts that leave their currency or unit out."""

import re
from dataclasses import replace
from decimal import Decimal

from reader.domain.analysis import FigureKind
from reader.recognition.figures.amounts import Amount, is_time
from reader.recognition.figures.bounds import frame
from reader.recognition.figures.things import counted
from reader.text.wordlist import wordlist

_DASHES = frozenset({"-", "–", "—", "‐", "‑", "−"})
_LOOSE = re.compile(
    r"\s*(?:about|around|roughly|nearly|almost|perhaps|as (?:much|many|high|low) as|more than|over|some|up to|just|only|an?|even|"
    r"approximately|possibly|maybe|at least|an estimated)$"
)
_RANGING = wordlist("range ranges ranged ranging vary varies varied varying anywhere somewhere estimates priced")
_CHANGE = wordlist(
    "rose rise rises risen fell fall falls fallen up down gained gain lost lose added jumped dropped drop slipped "
    "climbed advanced declined shed dipped soared tumbled slid plunged surged grew edged increased decreased "
    "higher lower"
)
_CARRIES = frozenset(
    {
        "to",
        "from",
        "and",
        "or",
        "against",
        "versus",
        "vs",
        "compared with",
        "compared to",
        "up from",
        "down from",
        "rather than",
        "not",
        "after",
        "instead of",
        "then",
    }
)


def linked(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts in order, with ranges joined to one and elliptical ones completed from their neighbour."""
    found: list[Amount] = []
    for amount in amounts:
        last = found[-1] if found else None
        if last is None or last.end > amount.start:
            found.append(amount)
            continue
        if _is_refused(text, last, amount):
            found.pop()
            continue
        link = _link(text, last, amount)
        whole = _range(text, last, amount, link) if link else None
        if whole is not None:
            found[-1:] = whole
        else:
            found[-1:] = _carried(text, last, amount, link)
    return found


def _is_refused(text: str, one: Amount, other: Amount) -> bool:
    """Whether two bare numbers are tied by hyphens without counting anything: the 18-to-24 age group."""
    tied = one.kind is None and other.kind is None and text[one.end : other.start] == "-to-"
    return tied and not counted(text, other.end) and not is_time(text, other.end)


def _link(text: str, one: Amount, other: Amount) -> str:
    """What joins two amounts: "-", "to", "and", ...; nothing when more than that lies between."""
    between = text[one.end : other.start]
    if len(between) > 40 or "\n\n" in between:
        return ""
    bare = " ".join(between.lower().split()).strip(" ,(\\")
    bare = {
        "-to": "to",
        "-to-": "to",
        "to-": "to",
        "- to": "to",
        "- or": "or",
        "- and": "and",
        "-or-": "or",
        "-and-": "and",
    }.get(bare, bare)
    if bare in _DASHES:
        return "-"
    if bare in _CARRIES:
        return bare
    loose = _LOOSE.sub("", bare)
    loose = _LOOSE.sub("", loose).strip(" ,")
    return loose + "~" if loose in _CARRIES else ""


def _range(text: str, one: Amount, other: Amount, link: str) -> list[Amount] | None:
    """One amount from the low end to the high one; None when the two are no range."""
    if link not in {"-", "to", "and", "or"} or one.value is None or other.value is None or _is_joined(one):
        return None
    before = frame(text, one.start, one.start).before
    if not _may_range(before, link, one):
        return None
    pair = _alike(one, other)
    if pair is None:
        return None
    low, high = pair
    if low.value is None or high.value is None or low.value >= high.value:
        return None
    if low.kind is None and not _counts(text, one, other, link, before):
        return None
    if link == "to" and _is_change(one, other, low.value, high.value, before):
        return None
    return [replace(high, start=one.start, value=None, low=low.value, high=high.value, signed=low.signed)]


def _is_joined(amount: Amount) -> bool:
    return amount.value is None


def _may_range(before: tuple[str, ...], link: str, one: Amount) -> bool:
    """Whether the words before allow a range: "and" needs "between", and "from" speaks of a change."""
    last = before[-1] if before else ""
    if link == "and":
        return last == "between"
    if link == "to" and last == "from":
        return len(before) > 1 and before[-2] in _RANGING
    return last != "from" or link != "or"


def _is_change(one: Amount, other: Amount, low: Decimal, high: Decimal, before: tuple[str, ...]) -> bool:
    """Whether "rose $3 to $45" tells a change and the level it led to."""
    last = before[-1] if before else ""
    told = (one.kind is None) == (other.kind is None)
    return told and last in _CHANGE | {"by"} and high >= 3 * abs(low)


def _counts(text: str, one: Amount, other: Amount, link: str, before: tuple[str, ...]) -> bool:
    """Whether two bare numbers are a range of things counted, and not a score, a vote or odds."""
    if is_time(text, other.end):
        return True
    around = frame(text, one.start, other.end)
    if around.approximate or (before and before[-1] in {"between", *_RANGING}):
        return True
    if before and before[-1] == "from" and len(before) > 1 and before[-2] in _RANGING:
        return True
    return bool(counted(text, other.end)) or (link != "-" and one.scale > 1)


def _alike(one: Amount, other: Amount) -> tuple[Amount, Amount] | None:
    """The two in the same terms: a missing unit, currency or magnitude is taken from the other."""
    if other.kind is None and one.signed:
        other = replace(other, kind=one.kind, currency=one.currency)
    elif one.kind is None and other.kind is not None and not other.signed:
        one = replace(one.times(Decimal(1), other.factor), kind=other.kind, unit=other.unit, currency=other.currency)
    if (one.kind, one.unit) != (other.kind, other.unit) or (one.currency != other.currency):
        return None
    return _scaled(one, other), other


def _scaled(one: Amount, other: Amount) -> Amount:
    """The first in the magnitude of the second, when it has none and is not larger: $3-4bn, 6.5 to 7 million."""
    if one.scale != 1 or other.scale <= 1 or one.value is None or other.value is None:
        return one
    base = other.value / other.scale
    return (
        one.times(other.scale)
        if one.value <= base or (one.value < 100 and base >= 1 and one.value <= base * 10)
        else one
    )


def _carried(text: str, one: Amount, other: Amount, link: str) -> list[Amount]:
    """Both amounts, the one without a unit completed: "from $12 to 11.9", "from 25 to 100 per cent"."""
    bare = link.removesuffix("~")
    if not bare or bare == "-":
        return [one, other]
    if other.kind is None and one.kind is FigureKind.MONEY and _stands_bare(text, other):
        return [one, replace(other.times(Decimal(1), one.factor), kind=one.kind, currency=one.currency)]
    if other.kind is None and one.kind is FigureKind.PERCENT and _stands_bare(text, other):
        before = frame(text, one.start, one.start).before
        decimal = "." in other.numeral.span.of(text) and bare not in {"to", "and", "or", "not"}
        if decimal or (bare == "to" and before and before[-1] == "from"):
            return [one, replace(other, kind=one.kind, unit=one.unit)]
    if one.kind is None and other.kind not in {None, FigureKind.COUNT} and not other.signed:
        before = frame(text, one.start, one.start).before
        if bare in {"to", "and", "or"} and (bare != "to" or (before and before[-1] == "from") or one.value is None):
            return [_completed(one, other), other]
    return [one, other]


def _completed(one: Amount, other: Amount) -> Amount:
    filled = replace(one.times(Decimal(1), other.factor), kind=other.kind, unit=other.unit, currency=other.currency)
    return _scaled(filled, other)


def _stands_bare(text: str, amount: Amount) -> bool:
    """Whether nothing is counted by a bare number, and it is not a stretch of time."""
    return amount.value is not None and not counted(text, amount.end) and not is_time(text, amount.end)
