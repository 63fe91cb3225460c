"""The date as an outlet prints it over an article: where it stands in a line, and what label stands before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from reader.text.dates import published_date

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|fri|sun)(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|sat(?:urday)?)\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"
_YEAR = r"(?:(?:19|20)\d\d|['’]\d\d)(?!\d(?!\d?:\d\d))"
_ZONE = (
    r"(?:\(?(?:gmt|utc|bst|ist|cet|cest|eet|eest|msk|wat|cat|eat|sast|est|edt|et|cst|cdt|ct|mst|mdt|mt|pst|pdt|pt|akst|"
    r"hst|aest|aedt|awst|acst|nzst|nzdt|jst|kst|sgt|hkt|pkt|z|local time|"
    r"eastern(?: time)?|pacific(?: time)?|central(?: time)?)\b"
    r"(?: ?[+-]\d{1,2}(?::?\d\d)?)?\)?)"
)
_CLOCK = (
    r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?|"
    r"\d{4}(?= (?:gmt|utc|hkt|e[ds]t|bst)\b))"
)
_TIME = rf"(?:{_CLOCK}(?:,? ?{_ZONE})?(?: \(\d{{3,4}} [a-z]{{2,4}}\))?)"
_AMOUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_UNIT = r"(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y)"
_DATE = (
    rf"(?:(?:{_WEEKDAY},? ?)?(?:the )?{_DAY}(?: of)? ?{_MONTH},?(?: ?{_YEAR})?|"
    rf"(?:{_WEEKDAY},? ?)?{_MONTH} ?{_DAY}(?:,? ?{_YEAR})?|"
    r"\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:z|utc|[+-]\d\d:?\d\d))?)?|"
    r"\d{1,2}(?P<stroke>[/.-])\d{1,2}(?P=stroke)(?:19|20)?\d\d\b|"
    rf"{_AMOUNT} ?{_UNIT} ago\b|yesterday\b|(?<!usa )today\b|just now\b|moments ago\b|\d{{1,2}}[hd]\b(?= *$))"
)
_LABEL = (
    r"(?:(?:first |last |originally |date |re)?(?:published|updated|posted|modified|amended|created|edited|issued|"
    r"filed|original|date)"
    r"(?: (?:on|at|in))?(?: ?:)?(?: (?:on|at))?|on)"
)
_PRINTED = re.compile(
    rf"(?<![^\W\d])(?<![.])(?:(?P<label>{_LABEL})[ ,|–—-]*)?(?P<date>(?:{_TIME}(?: ?[,|·–—-])? ?(?:on )?)?{_DATE}"
    rf"(?:(?:,? (?:at )?| ?[|·•–—-] ?| ?/ ?|, ?){_TIME})?(?:, UK|, US)?)"
    r"(?:(?!\w)|(?=updated|published|posted|last|original|\d{1,2}:\d\d))",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(rf"(?:{_LABEL}[ :]*)?(?:{_TIME})?$", re.IGNORECASE)
_WEEKDAY_LINE = re.compile(
    rf"(?:{_LABEL} )?({_WEEKDAY},? (?:at )?{_TIME}|{_TIME},? (?:on )?{_WEEKDAY})$", re.IGNORECASE
)
_MONTH_LINE = re.compile(rf"(?:{_LABEL} )?({_MONTH},? {_YEAR})$", re.IGNORECASE)
_BETWEEN = " \t|,;:·•/()[]–—-"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed date: [start, end) of the line with its label, the words of the date, the label in small letters."""

    start: int
    end: int
    words: str
    label: str

    @property
    def is_update(self) -> bool:
        """Whether it says when the article was last changed, not when it appeared."""
        return any(word in self.label for word in ("updated", "modified", "amended", "edited"))


@lru_cache(maxsize=256)  # several steps ask of the same few lines
def printed_dates(line: str) -> tuple[Printed, ...]:
    """Every printed date of a line that is short enough to be furniture."""
    if len(line) > _LONGEST:
        return ()
    if whole := _WEEKDAY_LINE.match(line) or _MONTH_LINE.match(line):
        return (Printed(0, len(line), whole[1], line[: whole.start(1)].strip().casefold()),)
    return tuple(
        Printed(found.start(), found.end(), found["date"].strip(" ,|"), (found["label"] or "").casefold())
        for found in _PRINTED.finditer(line)
        if not _is_name_of_paper(line, found)
    )


def _is_name_of_paper(line: str, found: re.Match[str]) -> bool:
    """Whether the day is the last word of an outlet's name ("Riverside Today")."""
    before = line[: found.start()].rstrip().rsplit(None, 1)
    return found["date"] == "Today" and bool(before) and before[-1][:1].isupper() and before[-1].isalpha()


def without_dates(line: str, dates: Sequence[Printed]) -> str:
    """The line with an upright stroke in place of every date."""
    rest = line
    for printed in reversed(dates):
        rest = f"{rest[: printed.start]} | {rest[printed.end :]}"
    return rest


def is_date_line(line: str) -> bool:
    """Whether nothing but printed dates and their labels stands on the line."""
    dates = printed_dates(line)
    return bool(dates) and bool(_LEFT_OVER.match(without_dates(line, dates).strip(_BETWEEN)))


def first_published(dates: Sequence[Printed]) -> Printed | None:
    """Of several printed dates the one on which the article appeared."""
    return next((printed for printed in dates if not printed.is_update), dates[0] if dates else None)


def day_of(printed: str, day: date, year: int | None) -> date | None:
    """The day a printed date means, if the year that the copyright line claims agrees.

    A date without a year is taken for one of the claimed year; a relative one that falls into another year means
    that the text was copied long before `day`, so that nothing is known.
    """
    found = published_date(printed, day)
    if found is None or year is None or found.year == year or re.search(_YEAR, printed):
        return found
    return published_date(f"{printed.rstrip(',')}, {year}", day) if re.search(_MONTH, printed, re.IGNORECASE) else None
