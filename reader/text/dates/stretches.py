"""Stretches that are built on other dates: the first half of 2022, early next year, since August, between X and Y."""

from datetime import timedelta

from reader.text.dates.calendar import (
    NUMBERS,
    ORDINALS,
    UNITS,
    UNKNOWN,
    Stretch,
    joined,
    part_of,
    shifted,
    unit_of,
    year_of,
)
from reader.text.dates.words import DASHES, HYPHENS, SPACED, Named, Rule, Words
from reader.text.wordlist import wordlist

_THIRDS = {"early": 1, "mid": 2, "late": 3}
_EDGES = {"beginning": True, "start": True, "end": False, "close": False}
_RESULTS = wordlist("profit profits results earnings sales revenue revenues net loss losses operating gdp growth")


def early(words: Words, index: int, inner: Rule) -> Named | None:
    """Early 2023; mid-August; late last year; early on Friday."""
    third = _THIRDS.get(words.at(index).low)
    if third is None:
        return None
    place = index + 1
    if words.at(place).gap == "- ":  # early- to mid-2022
        return None
    if words.low(place) in {"to", "in", "on"}:
        place += 1
    if words.low(place, SPACED | HYPHENS) == "the":
        place += 1
    if words.at(place).gap not in SPACED | HYPHENS:
        return None
    found = inner(words, place)
    if found is None or found.begin != place:
        return None
    return Named(index, found.end, _third(found.days, third))


def _third(days: Stretch, number: int) -> Stretch:
    """The first, second or last third of a month or of a longer stretch; shorter ones stay whole."""
    if days.first is None or days.last is None or days.last - days.first < timedelta(27):
        return days
    if days.last - days.first > timedelta(3000):
        first = days.first.year + (0, 3, 7)[number - 1]
        return year_of(first, (3, 4, 3)[number - 1])
    return part_of(days, number, 3)


def part(words: Words, index: int, inner: Rule) -> Named | None:
    """The first half of 2022; the last two weeks of July; the end of the year; the start of 2020."""
    begin, place = index, index + 1 if words.at(index).low == "the" else index
    low = words.low(place) if place > index else words.at(place).low
    if low in _EDGES or low == "middle":
        whole = _whole(words, place + 1, inner)
        return Named(begin, whole.end, _edge(whole.days, low)) if whole else None
    number = ORDINALS.get(low, 0) if low not in {"last", "final"} else -1
    if not number:
        return None
    count, after = _few(words, place + 1)
    unit = words.low(after, SPACED | HYPHENS)
    if unit.removesuffix("s") not in {"half", "quarter", "month", "week", "day", "year", "trimester"}:
        return None
    whole = _whole(words, after + 1, inner)
    if whole is not None:
        return Named(begin, whole.end, _share(whole.days, unit.removesuffix("s"), number, count))
    if unit == "quarter" or (unit == "half" and words.low(after + 1) in _RESULTS):
        return Named(begin, after + 1, UNKNOWN)
    return None


def _few(words: Words, index: int) -> tuple[int, int]:
    """How many units, one when nothing is said, and the place of the unit."""
    low = words.low(index)
    value = NUMBERS.get(low) if low in NUMBERS else words.number(index, 999) if low.isdecimal() else None
    return (value, index + 1) if value else (1, index)


def _whole(words: Words, index: int, inner: Rule) -> Named | None:
    """What the part is a part of: of 2022, of last year, of the year, 2022."""
    place = index + 1 if words.low(index) == "of" else index
    unit = words.low(place + 1)
    if words.low(place) == "the" and unit in UNITS - {"day"} and place > index:
        return Named(place, place + 2, unit_of(words.day, unit) if words.day else UNKNOWN)
    if words.at(place).gap != " ":
        return None
    found = inner(words, place)
    if found is None or found.begin != place or (place == index and not words.year(place)):
        return None
    return found


def _edge(days: Stretch, edge: str) -> Stretch:
    if edge == "middle":
        return _third(days, 2)
    there = days.first if _EDGES[edge] else days.last
    return Stretch(there, there)


def _share(days: Stretch, unit: str, number: int, count: int) -> Stretch:
    """The `number`th run of `count` units of a stretch, from the end when it is negative."""
    first, last = days
    if first is None or last is None:
        return UNKNOWN
    parts = {"half": 2, "quarter": 4, "trimester": 3}.get(unit)
    if parts is not None:
        return part_of(days, parts if number < 0 else number, parts) if number <= parts else UNKNOWN
    if unit in {"week", "day", "month", "year"} and (number in {1, -1} or count == 1):
        return _run(days, unit, number, count)
    return UNKNOWN


def _run(days: Stretch, unit: str, number: int, count: int) -> Stretch:
    first, last = days
    if first is None or last is None:
        return UNKNOWN
    if number < 0:
        after = shifted(last, "day", 1)
        begin = shifted(after, unit, -count) if after else None
        return Stretch(begin, last) if begin and begin >= first else UNKNOWN
    begin, after = shifted(first, unit, count * (number - 1)), shifted(first, unit, count * number)
    if begin is None or after is None or after - timedelta(1) > last:
        return UNKNOWN
    return Stretch(begin, after - timedelta(1))


def since(words: Words, index: int, inner: Rule) -> Named | None:
    """Since August: from its first day to the article's."""
    if words.at(index).low != "since" or words.at(index + 1).gap != " ":
        return None
    place = index + 1
    found = inner(words, place)
    if found is None and words.low(place) == "the":
        place += 1
        found = inner(words, place)
    if found is None or found.begin != place:
        return None
    first = found.days.first
    known = first is not None and (words.day is None or first <= words.day)
    return Named(index, found.end, Stretch(first, words.day) if known else UNKNOWN)


def between(words: Words, index: int, inner: Rule) -> Named | None:
    """Between October and January 2016; from 2004 to 2009."""
    opening = words.at(index).low
    if opening not in {"between", "from"} or words.at(index + 1).gap != " ":
        return None
    place = _past_about(words, index + 1)
    found = inner(words, place)
    if found is None or found.begin != place:
        return None
    links = {"and"} if opening == "between" else {"to", "until", "through", "till"}
    whole = run(words, found, inner, links)
    return Named(index, whole.end, whole.days) if whole else None


def _past_about(words: Words, index: int) -> int:
    """The place of a year behind "at least" or "about"; the same place where there is none."""
    place = index + {"at": 2, "about": 1, "around": 1, "circa": 1}.get(words.low(index), 0)
    return place if words.year(place) and words.low(place - 1) in {"least", "about", "around", "circa"} else index


def run(
    words: Words, found: Named, inner: Rule, links: frozenset[str] | set[str] = frozenset({"to", "through"})
) -> Named | None:
    """A date that goes on to another: March to May; 9 December - 12 January 2023."""
    link = words.at(found.end)
    place = found.end + 1 if words.low(found.end) in links else found.end
    if place == found.end and link.gap not in DASHES:
        return None
    last = inner(words, place)
    if last is None or last.begin != place or (place > found.end and words.at(place).gap != " "):
        return None
    return Named(found.begin, last.end, _together(words, found, last, inner))


def _together(words: Words, found: Named, last: Named, inner: Rule) -> Stretch:
    """The days of both, each read from the other where it leaves its year open."""
    straight = joined(found.days, last.days)
    if _has_year(words, last) and not _has_year(words, found) and last.days.first:
        before = inner(words.seen_from(last.days.first, ahead=False), found.begin)
        return joined(before.days, last.days) if before else straight
    if found.days.first and not _has_year(words, last):
        after = inner(words.seen_from(found.days.first, ahead=True), last.begin)
        return joined(found.days, after.days) if after else straight
    return straight


def _has_year(words: Words, named: Named) -> bool:
    return any(words.year(place) for place in range(named.begin, named.end))
