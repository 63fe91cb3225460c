"""Dates that only the day of the article settles: yesterday, Friday, last month, three weeks ago."""

from reader.text.dates.calendar import (
    NUMBERS,
    SEASONS,
    UNITS,
    UNKNOWN,
    WEEKDAYS,
    Stretch,
    month_of,
    season_of,
    shifted,
    unit_of,
    weekend_of,
    year_of,
)
from reader.text.dates.words import HYPHENS, SPACED, Named, Words
from reader.text.wordlist import wordlist

_NEAR = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_TIMES = wordlist("morning afternoon evening night lunchtime midnight noon")
_STEPS = {"last": -1, "this": 0, "next": 1}
_BACK = frozenset({"past", "last"})
_LASTING = wordlist("to will would could can may might should must not typically usually normally often generally")
"""Words before "last" that make it a verb: a ban that is to last 18 months."""

_WITHIN = wordlist("over in within for during through throughout of by until")
_BACK_REACH = 30
"""How many words back a year may stand from which "the next year" is told."""

_ON = frozenset({"next", "coming"})
_SOME = wordlist("few several many couple recent")
_SHADES = wordlist("full more straight consecutive or calendar successive long trading working business")
_PERIODS = UNITS | SEASONS.keys() | {"weekend"}
_NAMED_DAYS = wordlist(
    "black good super bloody cyber ash palm easter holy fat shrove maundy giving freaky sheffield manic"
)
_PRINTED = wordlist("publication edition editions delivery deliveries newspaper newspapers opening openings")
"""What goes on week by week: no more Saturday publication."""

_POINTED = wordlist("on last next this since until from by")
_AFTER_DAYS = wordlist("times telegraph mirror mail express post world herald night mass school service roast")


def near(words: Words, index: int) -> Named | None:
    """Yesterday; today; tomorrow morning; the day before yesterday."""
    word = words.at(index)
    step = _NEAR.get(word.low)
    if step is None or _is_title(words, index):
        return None
    begin, end = index, index + 1
    if words.low(end) in _TIMES:
        end += 1
    if (
        step in {-1, 1}
        and words.before(index) == ("before" if step < 0 else "after")
        and words.before(index - 1) == "day"
    ):
        begin, step = index - (3 if words.before(index - 2) == "the" else 2), 2 * step
    return Named(begin, end, _in_days(words, step))


def _is_title(words: Words, index: int) -> bool:
    """Whether "Today" is a newspaper or a programme."""
    word = words.at(index)
    before = words.at(index - 1)
    if word.text == "TODAY" and before.text == "USA":
        return True
    if word.text != "Today":
        return False
    return (word.gap == " " and before.text[:1].isupper()) or words.low(index + 1) in {"programme", "program", "show"}


def _in_days(words: Words, step: int) -> Stretch:
    there = shifted(words.day, "day", step) if words.day else None
    return Stretch(there, there)


def weekday(words: Words, index: int) -> Named | None:
    """Friday; Friday morning; but neither Black Friday nor the Sunday Times."""
    name = words.at(index)
    number = WEEKDAYS.get(name.low)
    if number is None or not name.text[0].isupper() or words.before(index) in _NAMED_DAYS:
        return None
    following = words.at(index + 1)
    if following.gap == " " and not name.text.isupper():
        if following.text[:1].isupper() and following.low in _AFTER_DAYS:
            return None
        if following.low in _PRINTED and words.before(index) not in _POINTED:
            return None
    if words.low(index + 1) == "week" and not words.before(index).isdecimal():
        return Named(index, index + 2, _in_a_week(words, number))
    end = index + 2 if words.low(index + 1) in _TIMES else index + 1
    return Named(index, end, _weekday(words, number, ahead=words.looks_ahead(index)))


def _in_a_week(words: Words, number: int) -> Stretch:
    """Saturday week: a week after the one to come."""
    return UNKNOWN if words.day is None else _in_days(words, (number - words.day.weekday() - 1) % 7 + 8)


def _weekday(words: Words, number: int, *, ahead: bool) -> Stretch:
    """The nearest day of this name: the article's own day, else one of the six before it (or after it)."""
    if words.day is None:
        return UNKNOWN
    gap = (number - words.day.weekday()) % 7 if ahead else -((words.day.weekday() - number) % 7)
    return _in_days(words, gap)


def stepped(words: Words, index: int) -> Named | None:
    """Last month; this week; next Friday; last December; last summer; last night; this weekend."""
    step = _STEPS.get(words.at(index).low)
    if step is None:
        return None
    place = index + 1
    if step == 0 and words.low(place) in {"past", "coming"}:
        step, place = (-1 if words.low(place) == "past" else 1), place + 1
    name = words.low(place)
    if not name or (place > index + 1 and name not in WEEKDAYS | SEASONS):
        return None
    days = _named_step(words, place, name, step)
    if days is None:
        return None
    end = place + 1
    if name in WEEKDAYS and words.low(end) in _TIMES:
        end += 1
    return Named(index, end, days)


def _named_step(words: Words, place: int, name: str, step: int) -> Stretch | None:
    """The days of one named unit, `step` such units from now; None when the word names none."""
    here = words.day
    if name in WEEKDAYS and words.at(place).text[0].isupper():
        return _weekday_step(words, WEEKDAYS[name], step)
    if (month := words.month(place)) and len(name) > 2:
        return _month_step(words, month, step)
    if name == "day":
        return None
    if name in _TIMES and step < 1:
        return _in_days(words, step)
    if name not in _PERIODS:
        return None
    if here is None:
        return UNKNOWN
    if name == "weekend":
        there = shifted(here, "week", step)
        return weekend_of(there) if there else UNKNOWN
    if name in SEASONS:
        return _season_step(words, name, step)
    return unit_of(here, name, step)


def _weekday_step(words: Words, number: int, step: int) -> Stretch:
    if words.day is None:
        return UNKNOWN
    if step == 0:
        return _in_days(words, number - words.day.weekday())
    gap = (number - words.day.weekday()) * step % 7 or 7
    return _in_days(words, gap * step)


def _month_step(words: Words, month: int, step: int) -> Stretch:
    """Last December is the latest one that is over, this December the one of this year, next December to come."""
    here = words.day
    if here is None:
        return UNKNOWN
    if step == 0:
        return month_of(here.year, month)
    if step < 0:
        return month_of(here.year if month < here.month else here.year - 1, month)
    return month_of(here.year if month > here.month else here.year + 1, month)


def _season_step(words: Words, name: str, step: int) -> Stretch:
    """The latest such season that is over, the one of now or nearest to it, or the next to begin."""
    here = words.day
    if here is None:
        return UNKNOWN
    near = [season_of(here.year + by, name) for by in (-2, -1, 0, 1, 2)]
    if step < 0:
        return next((days for days in reversed(near) if days.last and days.last < here), UNKNOWN)
    if step > 0:
        return next((days for days in near if days.first and days.first > here), UNKNOWN)
    return next((days for days in near if days.last and days.last >= here), UNKNOWN)


def passing(words: Words, index: int) -> Named | None:
    """The past several months; the next three years; the coming weeks."""
    begin, place = (index, index + 1) if words.at(index).low == "the" else (index, index)
    side = words.low(place) if place > index else words.at(place).low
    if side not in _BACK | _ON or (side == "last" and words.before(place) in _LASTING):
        return None
    count, place = _count(words, place + 1)
    unit = words.low(place, SPACED | HYPHENS)
    singular = unit.removesuffix("s")
    if singular not in UNITS | {"weekend", "night"} or (begin == place - 1 and count is None):
        return None
    if singular == "day" and count is None and unit == "day":
        return None
    if count is None and unit.endswith("s"):
        count = 0
    if count is None and unit == "year" and (days := _year_after(words, begin)):
        return Named(begin, place + 1, days)
    return Named(begin, place + 1, _passage(words, singular, 1 if count is None else count, back=side in _BACK))


def _year_after(words: Words, index: int) -> Stretch | None:
    """The year after the one named before, in a story of the past: August 2016. The next year, he left."""
    if (
        words.at(index).low != "the"
        or words.low(index + 1) != "next"
        or words.before(index) in _WITHIN
        or not words.day
    ):
        return None
    years = (words.year(place) for place in range(index - 1, max(-1, index - _BACK_REACH), -1))
    told = next((year for year in years if year), None)
    return year_of(told + 1) if told and 1800 < told < words.day.year - 1 else None


def _count(words: Words, index: int) -> tuple[int | None, int]:
    """How many units a passage has, and the place of the unit; 0 when it says only some, None when it says nothing."""
    place, count = index, None
    low = words.low(place)
    if low in _SOME:
        count, place = 0, place + (2 if words.low(place + 1) == "of" else 1)
    elif low == "a" and words.low(place + 1) in _SOME:
        count, place = 0, place + (3 if words.low(place + 2) == "of" else 2)
    elif low in NUMBERS:
        count, place = NUMBERS[low], place + 1
    elif words.number(place, 999) is not None:
        count, place = words.number(place, 999), place + 1
    while words.low(place) in _SHADES and words.low(place):
        place += 1
    return count, place


def _passage(words: Words, unit: str, count: int, *, back: bool) -> Stretch:
    """The stretch of `count` units up to the article's day, or from it on; its far end is unknown when count is 0."""
    here = words.day
    if here is None or unit in {"weekend", "night"}:
        return UNKNOWN
    if unit == "quarter" and count == 1:
        return unit_of(here, unit, -1 if back else 1)
    far = shifted(here, unit, -count if back else count) if count else None
    return Stretch(far, here) if back else Stretch(here, far)


def ago(words: Words, index: int) -> Named | None:
    """Three days ago; a year ago; two and a half years ago; a few weeks ago."""
    count, place = _amount(words, index)
    unit = words.low(place).removesuffix("s")
    if place == index or unit not in UNITS or words.low(place + 1) != "ago":
        return None
    return Named(index, place + 2, _ago(words, unit, count))


def _amount(words: Words, index: int) -> tuple[int | None, int]:
    """A small number of units and the place after it; None for a number that is not exact."""
    low = words.at(index).low
    if low in {"a", "several", "few"} and words.low(index + 1) in _SOME | {"dozen", "half"}:
        return None, index + (3 if words.low(index + 2) == "of" else 2)
    if low in {"several", "few", "some", "many"}:
        return None, index + 1
    value = NUMBERS.get(low) or (words.number(index, 999) if words.at(index).text.isdecimal() else None)
    if not value:
        return None, index
    if words.low(index + 1, SPACED | HYPHENS) == "and" and words.low(index + 3, SPACED | HYPHENS) == "half":
        return None, index + 4
    return value, index + 1


def _ago(words: Words, unit: str, count: int | None) -> Stretch:
    """The day, week, month or year that lies this far back; a decade or more back is too coarse to be placed."""
    here = words.day
    if here is None or not count or unit in {"decade", "century", "fortnight", "quarter"}:
        return UNKNOWN
    return unit_of(here, unit, -count)


def shaded(words: Words, index: int) -> Named | None:
    """Earlier this month; later this year; later on Friday."""
    word = words.at(index).low
    if word not in {"earlier", "later"}:
        return None
    place = index + 2 if words.low(index + 1) in {"on", "in"} else index + 1
    inner = stepped(words, place) or near(words, place) or weekday(words, place)
    if inner is None or inner.begin != place or words.at(place).gap != " ":
        return None
    return Named(index, inner.end, _shade(words, inner.days, later=word == "later"))


def _shade(words: Words, days: Stretch, *, later: bool) -> Stretch:
    """The part of a stretch that lies before or after the article's day, when that day lies in it."""
    here = words.day
    if here is None or days.first is None or days.last is None or not days.first <= here <= days.last:
        return days
    return Stretch(here, days.last) if later else Stretch(days.first, here)


def weekend(words: Words, index: int) -> Named | None:
    """The weekend: the one that is under way, else the one the sentence looks to."""
    if words.at(index).low != "the" or words.low(index + 1) != "weekend":
        return None
    here = words.day
    if here is None:
        return Named(index, index + 2, UNKNOWN)
    back = here.weekday() < 5 and not words.looks_ahead(index)
    there = shifted(here, "week", -1) if back else here
    return Named(index, index + 2, weekend_of(there) if there else UNKNOWN)
