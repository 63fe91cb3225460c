"""The date that stands over an article, in the forms in which outlets print it."""

import re
from datetime import date, timedelta

from reader.text.dates.absolute import day_then_month, month_then_day, readings
from reader.text.dates.calendar import NUMBERS, on, shifted
from reader.text.dates.finding import named_dates
from reader.text.dates.words import Words, words_of

_SHORT_UNITS = {
    unit: whole
    for whole, units in {
        "": "now moments moment second seconds sec secs s minute minutes min mins m hour hours hr hrs h",
        "day": "day days d",
        "week": "week weeks wk wks w",
        "month": "month months mo mos",
        "year": "year years yr yrs y",
    }.items()
    for unit in units.split()
}
_COMPACT = re.compile(r"\b(\d{4})(\d\d)(\d\d)(?:T?\d{4,6})?\b")
_STAMP = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)(?=T|\b)")
_SLASHED = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/.-])")
_FRESH = timedelta(7)


def published_date(printed: str, day: date | None) -> date | None:
    """The day that a printed date line means, or None where that is not sure.

    `day` is the day on which the line was read: relative ones count from it, and a date without a year is the latest
    one not after it. Where a line tells when it was published and when updated, the first counts.
    """
    line = _published_part(printed)
    return _stamped(line) or _relative(words_of(line, day)) or _slashed(line, day) or _spelt(line, day)


def _published_part(printed: str) -> str:
    """The part of the line that follows "published" or the like; the line itself when there is none."""
    lowered = printed.casefold()
    for cue in ("first published", "published", "posted", "created"):
        place = lowered.find(cue)
        if place >= 0 and any(mark.isdigit() for mark in printed[place:]):
            return printed[place + len(cue) :]
    return printed


def _stamped(line: str) -> date | None:
    match = _STAMP.search(line) or _COMPACT.search(line)
    return on(*(int(part) for part in match.groups()[:3])).first if match else None


def _relative(words: Words) -> date | None:
    """2 HOURS AGO; 3d ago; YESTERDAY; just now."""
    if words.day is None:
        return None
    for place, word in enumerate(words.all):
        if word.low in {"yesterday", "today", "tonight", "now"}:
            return shifted(words.day, "day", -1 if word.low == "yesterday" else 0)
        if word.low == "ago":
            return _back(words, place)
    if (
        len(words.all) == 2
        and words.all[0].text.isdecimal()
        and words.all[1].text in {"h", "m", "d", "hrs", "min", "mins"}
    ):
        return _back(words, 2)
    return None


def _back(words: Words, place: int) -> date | None:
    """The day that the amount before `place` counts back to."""
    unit = _SHORT_UNITS.get(words.at(place - 1).low)
    amount = words.at(place - 2)
    if unit is None or words.day is None:
        return None
    if not unit:
        return words.day
    count = words.number(place - 2, 400) if amount.text.isdecimal() else NUMBERS.get(amount.low)
    return shifted(words.day, unit, -count) if count is not None else None


def _slashed(line: str, day: date | None) -> date | None:
    """09/12/2022: the reading that is possible, or that lies in the week before `day`; None when both might be."""
    match = _SLASHED.search(line)
    if not match:
        return None
    found = readings(int(match[1]), int(match[3]), int(match[4]))
    if len(found) > 1 and day is not None:
        found = [one for one in found if timedelta(0) <= day - one <= _FRESH] or [one for one in found if one <= day]
    return found[0] if len(found) == 1 else None


def _spelt(line: str, day: date | None) -> date | None:
    """A date in words, or a weekday alone; the latest one not after `day`."""
    words = words_of(line.title() if line.isupper() or line.islower() else line, day)
    behind = words.seen_from(day, ahead=False)
    for place in range(len(words.all)):
        found = day_then_month(behind, place) or month_then_day(behind, place)
        if found and found.days.first:
            return found.days.first
    alone = [named.days for named in named_dates(behind)]
    return next((one.first for one in alone if one.first and one.first == one.last), None)
