"""Finding every date of a text: which rules to ask at which word, and which of their answers to keep."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from reader.domain.analysis import DateMention
from reader.domain.span import Span
from reader.text.dates import absolute, eras, relative, stretches
from reader.text.dates.calendar import MONTHS, NUMBERS, ORDINALS, SEASONS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from reader.text.dates.words import Named, Rule, Words, words_of
from reader.text.wordlist import wordlist

_DIGITS: tuple[Rule, ...] = (
    absolute.numeric,
    absolute.day_then_month,
    absolute.year,
    eras.decade,
    eras.century,
    relative.ago,
)

_AMOUNTS = frozenset({*NUMBERS, "few", "several", "some", "many"})
_REACH = 8
"""How many words an amount of time before "ago" may have, and some more."""

_SHADES = frozenset({"early", "mid", "late"})
_PARTS = ORDINALS.keys() | wordlist("the last final end start beginning middle close")


@cache
def _alone() -> Mapping[str, tuple[Rule, ...]]:
    """The rules that stand on their own, by the word at which they begin."""
    named: tuple[tuple[Rule, Iterable[str]], ...] = (
        (absolute.month_then_day, MONTHS | SHORT_MONTHS | WEEKDAYS | SHORT_WEEKDAYS),
        (absolute.day_then_month, WEEKDAYS | SHORT_WEEKDAYS),
        (absolute.month_alone, MONTHS | SHORT_MONTHS),
        (absolute.season, SEASONS),
        (absolute.coded, ("q", "h", "fy")),
        (eras.century, (*ORDINALS, *(numeral.lower() for numeral in eras.ROMAN))),
        (eras.spelt_decade, eras.DECADES),
        (relative.weekday, WEEKDAYS),
        (relative.near, ("yesterday", "today", "tonight", "tomorrow")),
        (relative.stepped, ("last", "this", "next")),
        (relative.passing, ("the", "past", "last", "next", "coming")),
        (relative.ago, (*NUMBERS, "few", "several", "some", "many")),
        (relative.shaded, ("earlier", "later")),
        (relative.weekend, ("the",)),
    )
    return _by_word(named)


@cache
def _triggers() -> frozenset[str]:
    """The words, but for digits, with which a date may begin."""
    return frozenset({*_alone(), *_SHADES, *_PARTS, "since", "between", "from"})


@cache
def _after_the() -> frozenset[str]:
    """The words with which a date that begins with "the" goes on."""
    return frozenset({*_PARTS, "past", "last", "next", "coming", "weekend"})


@cache
def _after_digits() -> frozenset[str]:
    """The words with which a date that begins with one or two digits goes on, if not with more digits."""
    return frozenset({*MONTHS, *SHORT_MONTHS, *wordlist("st nd rd th s to and or of")})


def _may_begin(lows: Sequence[str], place: int) -> bool:
    """Whether a date may begin at a common word, by the words behind it; a quick look before the rules are asked."""
    low, behind = lows[place], lows[place + 1] if place + 1 < len(lows) else ""
    if low == "the":
        return behind in _after_the()
    if low[0].isdecimal():
        return len(low) == 4 or behind in _after_digits() or behind.isdecimal() or _is_ago(lows, place)
    return low not in _AMOUNTS or _is_ago(lows, place)


def _is_ago(lows: Sequence[str], place: int) -> bool:
    return "ago" in lows[place + 1 : place + _REACH]


def _by_word(named: tuple[tuple[Rule, Iterable[str]], ...]) -> Mapping[str, tuple[Rule, ...]]:
    found: dict[str, tuple[Rule, ...]] = {}
    for rule, beginnings in named:
        for word in beginnings:
            found[word] = (*found.get(word, ()), rule)
    return found


def _plain(words: Words, index: int) -> Named | None:
    """The longest date at this word that stands on its own."""
    word = words.at(index)
    rules = _DIGITS if word.text[:1].isdecimal() else _alone().get(word.low, ())
    return _longest([rule(words, index) for rule in rules])


def _simple(words: Words, index: int) -> Named | None:
    """A date that stands on its own, or is early, late or in the middle of one."""
    alone = _plain(words, index)
    if words.at(index).low not in _SHADES:
        return alone
    return _longest([alone, stretches.early(words, index, _plain)])


def _partial(words: Words, index: int) -> Named | None:
    """A simple date, or a part of one."""
    alone = _simple(words, index)
    if words.at(index).low not in _PARTS:
        return alone
    return _longest([alone, stretches.part(words, index, _simple)])


def _whole(words: Words, index: int) -> Named | None:
    """The longest date at this word, however it is built; one that goes on to another included."""
    low = words.at(index).low
    if low == "since":
        return stretches.since(words, index, _partial)
    if low in {"between", "from"}:
        return stretches.between(words, index, _partial)
    found = _partial(words, index)
    return found and (stretches.run(words, found, _partial) or found)


def _longest(found: Iterable[Named | None]) -> Named | None:
    """The date that ends last; of those the one that begins first."""
    return max((named for named in found if named), key=lambda named: (named.end, -named.begin), default=None)


def named_dates(words: Words) -> list[Named]:
    """All dates in order; where two overlap, the one that begins first stands."""
    found: list[Named] = []
    index = 0
    triggers, lows = _triggers(), words.all.lows
    likely = [place for place, low in enumerate(lows) if low in triggers or low[0].isdecimal()]
    for place in likely:
        if place < index or not _may_begin(lows, place):
            continue
        named = _whole(words, place)
        if named is None:
            continue
        if found and found[-1].end > named.begin:
            found.pop()
        found.append(named)
        index = named.end
    return found


def find_dates(text: str, day: date | None) -> list[DateMention]:
    """All dates and stretches of time that `text` names, in order and apart, as spans of code points.

    `day` is the day from which the text speaks; without it only dates that carry their year are resolved.
    Weekdays and months mean the nearest one behind, or ahead where the verb around them says so.
    """
    words = words_of(text, day)
    return [
        DateMention(Span(words.at(named.begin).start, words.at(named.end - 1).end), named.days.first, named.days.last)
        for named in named_dates(words)
    ]
