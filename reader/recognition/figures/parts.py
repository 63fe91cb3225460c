"""Fractions as shares of a whole: a third, half, one in five, three-quarters of a percentage point."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from reader.recognition.figures.context import following, preceding
from reader.recognition.figures.units import TIMES, Unit, share
from reader.text.numbers import Numeral
from reader.text.numbers_words import TENS, UNITS
from reader.text.wordlist import wordlist

_POINT = re.compile(r"\b[Aa]\s(?:(?:full|whole)\s)?percentage[\s-]point\b(?!s)")
_HUNDREDTH = Decimal("0.01")
_OF_ALL = wordlist("the its his her their our your my all those these that this of it them")
_VERBS = wordlist("were was are is have had has said did would will believe think say want do")
_MORE = wordlist(
    "less more lower higher fewer cheaper smaller larger bigger faster below above longer shorter slower dearer "
    "pricier greater heavier lighter poorer weaker"
)
_SHARED = wordlist(
    "pay pays paid paying lose loses lost losing cut cuts cutting shed sheds "
    "save saves saved saving fall falls fell fallen falling drop drops dropped "
    "rise rises rose risen grow grows grew grown shrink shrinks shrank shrunk reduce reduces reduced slash slashes "
    "slashed contribute contributes contributed spend spends spent "
    "decline declines declined increase increases increased plunged tumbled dropping"
)
"""What is done to or with a share of something: Northern Ireland is to pay a third."""

_LEVELS = wordlist("share shares proportion from up down half quarter quarters fifth tenth close equal amounts")
_BEFORE = wordlist(
    "between about nearly almost over than by only just some roughly least around up exactly approximately in"
)


@dataclass(frozen=True, slots=True)
class Portion:
    """A fraction at [start, end) as a percentage (`unit` "%") or as a part of a percentage point ("pp")."""

    start: int
    end: int
    value: Decimal
    unit: str = "%"


def portion(text: str, numeral: Numeral) -> Portion | None:
    """The share that a fraction names; None where its words mean something else (a third term, half an hour)."""
    if numeral.value is None:
        return None
    start, end = numeral.span.start, numeral.span.end
    if point := _of_a_point(text, end):
        if text[end] == "-":
            start = end - len(re.split(r"\s", numeral.span.of(text))[-1])
        return Portion(start, point.end, numeral.value, point.symbol)
    if not _is_share(text, numeral):
        return None
    return Portion(start, end, percent(numeral.value))


def percent(ratio: Decimal) -> Decimal:
    """A ratio in percent: exact when it has at most two decimals, else rounded to two."""
    whole = ratio * 100
    return whole.quantize(_HUNDREDTH)


def _of_a_point(text: str, end: int) -> Unit | None:
    """Half a percentage point; a quarter of a per cent; a half-point; one-tenth of 1 per cent."""
    words = following(text, end, 4)
    place, skipped = end, 0
    if words and words[0].low == "of":
        place, skipped = words[0].end, 1
    rest = words[skipped:]
    if rest and rest[0].low in {"a", "one"}:
        place = rest[0].end
    elif number := re.compile(r"\s+1(?![\d.,])").match(text, place):
        place = number.end()
    elif skipped:
        return None
    if unit := share(text, place):
        return unit
    first = following(text, place, 1)
    if first and first[0].low in {"point", "points"} and (first[0].gap == "-" or place > end):
        return Unit("pp", first[0].end)
    return None


def _is_share(text: str, numeral: Numeral) -> bool:
    """Whether a fraction stands for a share of something."""
    written = numeral.span.of(text).lower()
    words = following(text, numeral.span.end, 3)
    before = preceding(text, numeral.span.start)
    last = before[-1] if before else ""
    if last in {"first", "second", "other", "latter", "opening", "closing"} and (words or not before):
        return False
    if last in {"last", "final"} and words and written in {"half", "quarter"}:
        return False
    if words and words[0].low == "of":
        return not (len(words) > 1 and words[-1].low in TIMES | {"way"})
    if last in {"bottom", "top", "last", "final", "third"} or (words and words[0].gap == "-"):
        return (
            bool(words)
            and words[0].low in {"majority", "stake", "share", "majorities"}
            and last not in {"first", "second"}
        )
    if any(mark in written for mark in "½⅓⅔¼¾/") and not words:
        return any(mark in written for mark in "½⅓⅔¼¾")
    if words and words[0].low in {"majority", "stake", "share"} and not written.startswith(("a ", "quarter")):
        return True
    return _stands_alone(written, before, words[0].low if words else "", words[1].low if len(words) > 1 else "")


def _stands_alone(written: str, before: Sequence[str], following_word: str, second: str) -> bool:
    """Whether a fraction without "of" is a share: by a third, half the voters, about half, two-thirds."""
    last = before[-1] if before else ""
    if written == "half":
        if following_word in _OF_ALL:
            return second not in {"time", "way", "past"}
        return following_word in _VERBS or (last in _BEFORE and following_word in _VERBS | _MORE | _ENDS | {""})
    if written == "quarter" or following_word in TIMES:
        return False
    if written.startswith(("a ", "an ")):
        return following_word in _MORE or (following_word in _ENDS | {""} and _leads_to_a_share(before))
    if written in {"one quarter", "one third", "one half", "one fourth"}:
        return following_word in _MORE | _ENDS | _VERBS | {""}
    return following_word in _MORE | _ENDS | _VERBS | _OF_ALL | {""} or "-" in written


def _leads_to_a_share(before: Sequence[str]) -> bool:
    """Whether the words before "a third" tell of a share: nearly, pay, accounts for, rose to."""
    last = before[-1] if before else ""
    if last in {"to", "from"}:
        return bool((_SHARED | _LEVELS) & set(before[-7:]))
    if last == "for":
        return before[-2:-1] in (["account"], ["accounts"], ["accounted"], ["accounting"])
    return last in _BEFORE | _SHARED


_ENDS = wordlist(
    "off and or but to in on at from since by for with as when while this last compared after before over during"
)


_MANY = 100


@cache
def _ratio() -> re.Pattern[str]:
    words = "|".join([*UNITS, *TENS])
    number = rf"(?:\d{{1,3}}(?:,\d{{3}})*|(?:a\s)?(?:hundred|thousand|million)|{words})"
    return re.compile(
        rf"(?<![\w$£€.,/-])(?P<part>\d{{1,2}}|{words})(?:\s+|-)(?:in|out\s+of)(?:\s+(?:every\s+)?|-)(?P<whole>{number})(?![\w,.]?\d)(?![-\w%])",
        re.IGNORECASE,
    )


def ratios(text: str, numbers: Sequence[Numeral]) -> list[Portion]:
    """The shares written as "one in five", "three out of 10", in order and apart; each begins with a number."""
    found: list[Portion] = []
    for number in numbers:
        match = _ratio().match(text, number.span.start) if number.value is not None and number.value < _MANY else None
        if match is None or (found and match.start() < found[-1].end):
            continue
        part, whole = _number(match["part"]), _number(match["whole"])
        if part is None or whole is None or not 0 < part < whole:
            continue
        words = following(text, match.end(), 2)
        if words and (words[0].low in TIMES | {"stars", "hundred", "thousand", "million", "per", "percent", "%"}):
            continue
        if text[match.end("part") :].lstrip(" -\n").startswith("in") and not _is_round(part, whole):
            continue
        found.append(Portion(match.start(), match.end(), percent(part / whole)))
    return found


def whole_points(text: str) -> list[Portion]:
    """The single percentage points written without a number: a percentage point, a full percentage point."""
    found = _POINT.finditer(text) if "percentage" in text else ()
    return [Portion(match.start(), match.end(), Decimal(1), "pp") for match in found]


def _is_round(part: Decimal, whole: Decimal) -> bool:
    """Whether "x in y" is likely a share: of at most twenty, or of a round number."""
    return whole <= 20 or (part <= 10 and whole % 5 == 0) or part == 1


def _number(word: str) -> Decimal | None:
    low = " ".join(word.lower().split()).removeprefix("a ")
    large = {"hundred": Decimal(100), "thousand": Decimal(1000), "million": Decimal(1_000_000)}
    bare = low.replace(",", "")
    return Decimal(bare) if bare.isdecimal() else {**UNITS, **TENS, **large}.get(low)
