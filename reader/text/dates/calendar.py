"""Names of the calendar, and stretches of days on it."""

from datetime import date, timedelta
from typing import NamedTuple

from reader.text import numbers_words
from reader.text.wordlist import listed, wordlist


class Stretch(NamedTuple):
    """The days from `first` to `last`, both inclusive; None where a side is not known."""

    first: date | None
    last: date | None


UNKNOWN = Stretch(None, None)

_MONTHS = listed("january february march april may june july august september october november december")
_WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")

MONTHS = {name: number for number, name in enumerate(_MONTHS, 1)}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items() if name != "may"} | {"sept": 9}
WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAYS)}
SHORT_WEEKDAYS = {name[:3]: number for name, number in WEEKDAYS.items()} | {"tues": 1, "thur": 3, "thurs": 3}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month in which each begins, as meteorologists of the northern hemisphere count."""

ORDINALS = {
    name: number
    for number, name in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        1,
    )
}
NUMBERS = {name: int(value) for name, value in (numbers_words.UNITS | numbers_words.TENS).items() if value}
NUMBERS |= {"a": 1, "an": 1}
UNITS = wordlist("day week fortnight month quarter year decade century")
"""The stretches that are counted in days or more."""


def on(year: int, month: int, day: int) -> Stretch:
    """One day, or nothing known when there is no such day."""
    try:
        there = date(year, month, day)
    except ValueError:
        return UNKNOWN
    return Stretch(there, there)


def days(first: date, last: date) -> Stretch:
    """The days between the two."""
    return Stretch(first, last)


def length(year: int, month: int) -> int:
    """How many days a month has, by the Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def month_of(year: int, month: int) -> Stretch:
    """A whole month; `month` may run over either end of the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return UNKNOWN
    return Stretch(date(year, month, 1), date(year, month, length(year, month)))


def months_of(year: int, month: int, count: int) -> Stretch:
    """`count` whole months from this one on."""
    return Stretch(month_of(year, month).first, month_of(year, month + count - 1).last)


def year_of(year: int, count: int = 1) -> Stretch:
    """`count` whole years from this one on."""
    return months_of(year, 1, 12 * count)


def season_of(year: int, name: str) -> Stretch:
    """The season that begins in `year`."""
    return months_of(year, SEASONS[name], 3)


def week_of(day: date) -> Stretch:
    """The week that holds `day`, from Monday to Sunday."""
    return Stretch(shifted(day, "day", -day.weekday()), shifted(day, "day", 6 - day.weekday()))


def weekend_of(day: date) -> Stretch:
    """The Saturday and Sunday of the week that holds `day`."""
    return Stretch(shifted(day, "day", 5 - day.weekday()), shifted(day, "day", 6 - day.weekday()))


def shifted(day: date, unit: str, by: int) -> date | None:
    """The day `by` units later (or earlier, when negative); None beyond the calendar."""
    try:
        if unit in {"day", "week", "fortnight"}:
            return day + timedelta({"day": 1, "week": 7, "fortnight": 14}[unit] * by)
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit] * by
        place = day.year * 12 + day.month - 1 + months
        year, month = place // 12, place % 12 + 1
        return date(year, month, min(day.day, length(year, month)))
    except (OverflowError, ValueError):
        return None


def unit_of(day: date, unit: str, by: int = 0) -> Stretch:
    """The calendar unit that holds `day`, or the one `by` units on: this week, last month, next year."""
    there = shifted(day, unit, by)
    if there is None:
        return UNKNOWN
    if unit == "week":
        return week_of(there)
    if unit == "month":
        return month_of(there.year, there.month)
    if unit == "quarter":
        return months_of(there.year, (there.month - 1) // 3 * 3 + 1, 3)
    if unit in {"year", "decade", "century"}:
        span = {"year": 1, "decade": 10, "century": 100}[unit]
        return year_of(there.year if span == 1 else there.year // span * span, span)
    return Stretch(there, there)


def joined(one: Stretch, other: Stretch) -> Stretch:
    """From the beginning of the one to the end of the other; nothing when they lie the wrong way round."""
    if one.first and other.last and one.first > other.last:
        return UNKNOWN
    return Stretch(one.first, other.last)


def part_of(whole: Stretch, number: int, of: int) -> Stretch:
    """The `number`th (from 1) of `of` equal parts, in whole months where they fit; a third of a month has ten days."""
    if whole.first is None or whole.last is None:
        return UNKNOWN
    months = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
    if months % of == 0 and whole.first.day == 1:
        size = months // of
        return months_of(whole.first.year, whole.first.month + size * (number - 1), size)
    length = (whole.last - whole.first).days + 1
    begin = whole.first + timedelta(length // of * (number - 1))
    return Stretch(begin, whole.last if number == of else begin + timedelta(length // of - 1))
