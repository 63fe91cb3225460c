"""Dates that say themselves which days they mean, or leave out the year at most."""

import re
from datetime import date, timedelta

from reader.text.dates.calendar import (
    MONTHS,
    SEASONS,
    UNKNOWN,
    WEEKDAYS,
    Stretch,
    joined,
    month_of,
    months_of,
    on,
    season_of,
    year_of,
)
from reader.text.dates.words import DASHES, HYPHENS, LISTED, SPACED, Named, Word, Words
from reader.text.wordlist import wordlist

SOON = timedelta(31)
"""A day without a year that lies this near ahead is the one to come."""
FAR = timedelta(300)
"""A day without a year would not lie this far ahead if it lay near behind: papers would say next year."""

_IN = wordlist(
    "in since last next this late early mid by until till from of during through throughout before after to "
    "between every past end beginning start middle"
)
_WAVERING = wordlist("may march april june august")
_MONTHLY = wordlist(
    "sales figures data survey report inflation elections election results quarter production exports imports "
    "earnings payrolls jobs meeting budget vote deadline summit temperatures rainfall prices protests uprising "
    "offensive"
)
_COUNTED = wordlist(
    "people troops soldiers workers jobs staff employees homes houses civilians refugees migrants students pupils "
    "members voters votes deaths cases patients police officers tonnes tons barrels miles metres meters "
    "kilometres kilometers km kg feet acres hectares square cubic dollars euros pounds yen rupees percent per "
    "points mw gw men women children families households companies firms units vehicles cars tanks drones rounds "
    "shells copies words pages seats megawatts passengers residents protesters fans spectators delegates guests "
    "participants respondents years hours days minutes calories beds flights schools villages prisoners bodies "
    "animals times rs"
)
_SURELY = frozenset({"in", "since", "circa", "until"})
_SIGNS = frozenset("%°$€£")
_UP_TO = frozenset({("up", "to"), ("as", "many"), ("as", "much")})
_OWN_YEARS = wordlist("fiscal financial tax academic school")
_NAMED_BY_YEAR = wordlist(
    "euro vision agenda windows russell expo horizon article page flight room section unit bus gate suite chapter "
    "route highway number box apartment lot channel resolution resolutions form psalm asteroid extension docket case "
    "peugeot mazda porsche tram"
)
_YEAR_CUES = wordlist("in since by until till from during before after between to the late early mid through")
_STREET = re.compile(
    r"(?:[ ][A-Z][\w.’'-]*){1,3}[ ](?:Street|Road|Avenue|Lane|Drive|Boulevard|Square|Place|Court|Way|St|Ave|Rd|Blvd)\b"
)
"""The rest of an address: 1995 Elm Street."""

_OF_A_YEAR = wordlist("its their his her our and or year")
_LAWS = wordlist(
    "act law bill code order regulations directive ordinance statute rules decree amendment convention treaty protocol"
)
_LIMITS = wordlist("until till since before")
_MANY = wordlist("least nearly some over approximately another almost many much fewer about roughly only")


def day_then_month(words: Words, index: int) -> Named | None:
    """9 December 2022; Friday, 9th of December; 9-12 December; 9 and 10 December."""
    place = _after_weekday(words, index)
    day, place = _day(words, place)
    if day is None or _is_glued(words, index):
        return None
    last_day, after = _second_day(words, place)
    place = after if last_day else place
    if words.low(place) == "of":
        place += 1
    month = words.month(place) if words.at(place).gap in LISTED | HYPHENS else None
    if month is None:
        return None
    year, end = year_after(words, place + 1)
    return Named(index, end, dated(words, index, (day, last_day or day), month, year))


def month_then_day(words: Words, index: int) -> Named | None:
    """December 9, 2022; Friday, Dec. 9; December 9-12; Dec 9 and 10."""
    place = _after_weekday(words, index)
    month = words.month(place)
    if (
        month is None
        or words.before(place) == "long"
        or words.at(place + 1).gap not in _gaps_after(words, place) | {", "}
    ):
        return None
    after_the = place + 2 if words.low(place + 1) == "the" else place + 1
    day, place = _day(words, after_the)
    if day is None or words.low(place) in {"percent", "per", "million", "billion"}:
        return None
    last_day, after = _second_day(words, place)
    if last_day and last_day > day and not words.month(after):
        place = after
    else:
        last_day = None
    year, end = year_after(words, place)
    return Named(index, end, dated(words, index, (day, last_day or day), month, year))


def month_alone(words: Words, index: int) -> Named | None:
    """December 2022; December of last year; December, when what stands around shows that it is the month."""
    month = words.month(index)
    if month is None:
        return None
    year, end = year_after(words, index + 1)
    if end > index + 1:
        return Named(index, end, month_of(year, month) if year else UNKNOWN)
    if not _is_month(words, index):
        return None
    return Named(index, index + 1, nearest_month(words, index, month))


def _is_month(words: Words, index: int) -> bool:
    """Whether a name of a month that stands alone is the month, and not a modal, a verb or a person."""
    word = words.at(index)
    before, following = words.before(index), words.at(index + 1)
    if before in _IN:
        return True
    if word.low not in MONTHS:
        return False
    if before == "and" or words.low(index + 1) in {"and", "to"}:
        other = index - 2 if before == "and" else index + 2
        if words.month(other):
            return True
    if word.low in _WAVERING:
        return _is_wavering_month(words, index)
    named = words.at(index - 1).text[:1].isupper() and word.gap == " " and words.weekday(index - 1) is None
    return not named and not (following.gap == " " and following.text[:1].isupper() and word.low != "december")


def _is_wavering_month(words: Words, index: int) -> bool:
    """Whether "May" or "March" names the month of something: the March survey, June inflation."""
    following = words.low(index + 1)
    if not following or words.at(index + 1).text[0].isupper():
        return False
    return following in _MONTHLY or (words.before(index) == "the" and following not in {"on", "for", "of", "to", "was"})


def numeric(words: Words, index: int) -> Named | None:
    """2022-12-09; 9/12/2022 and 9.12.2022, with the days unknown where day and month cannot be told apart."""
    parts = [words.at(index + step).text for step in range(3)]
    gap = words.at(index + 1).gap
    if gap not in {"-", "/", "."} or words.at(index + 2).gap != gap or not all(part.isdecimal() for part in parts):
        return None
    if _is_glued(words, index) or len(parts[0]) + len(parts[1]) + len(parts[2]) > 8:
        return None
    if words.at(index + 3).gap in {"-", "/", "."} and words.at(index + 3).text.isdecimal():
        return None
    if len(parts[0]) == 4 and len(parts[1]) == 2 == len(parts[2]) and gap != ".":
        days = on(int(parts[0]), int(parts[1]), int(parts[2]))
        return Named(index, index + 3, days) if days.first else None
    if len(parts[2]) not in {2, 4} or max(len(parts[0]), len(parts[1])) > 2 or (gap != "/" and len(parts[2]) == 2):
        return None
    found = readings(*(int(part) for part in parts))
    days = Stretch(found[0], found[0]) if len(found) == 1 else UNKNOWN
    return Named(index, index + 3, days) if found else None


def readings(one: int, other: int, year: int) -> list[date]:
    """The days that two numbers and a year may mean, day first and month first; one when they agree."""
    year += 0 if year > 99 else 2000
    both = [on(year, other, one).first, on(year, one, other).first]
    return list(dict.fromkeys(day for day in both if day))


def year(words: Words, index: int) -> Named | None:
    """2022; 2022-23; 1914-1918; 1995/96; a company's or a school's year has days that we do not know."""
    value = words.year(index)
    if value is None or not _is_year(words, index, value):
        return None
    own = words.before(index) == "fiscal" or (words.before(index) == "year" and words.before(index - 1) in _OWN_YEARS)
    last = _last_year(words, index, value)
    days = UNKNOWN if own else year_of(value, (last or value) - value + 1)
    return Named(index, index + (2 if last else 1), days)


def _last_year(words: Words, index: int, first: int) -> int | None:
    """The year that a stroke or dash adds: 2022-23, 1914-1918."""
    following = words.at(index + 1)
    if following.gap not in DASHES | {"/"} or not following.text.isdecimal() or len(following.text) not in {2, 4}:
        return None
    last = int(following.text) + (first // 100 * 100 if len(following.text) == 2 else 0)
    return last if first < last < first + 100 and words.at(index + 2).gap not in {"-", "/"} else None


def _is_year(words: Words, index: int, value: int) -> bool:
    """Whether four digits are a year, and neither an amount nor part of a name."""
    word, before = words.at(index), words.before(index)
    if _touches(words, index) or words.text[word.end : word.end + 1] in _SIGNS:
        return False
    if not 1500 <= value < 2100 and before not in _SURELY:
        return False
    if words.low(index + 1, SPACED | HYPHENS) in _COUNTED and before not in _YEAR_CUES:
        return False
    if value % 100 == 0 and before not in _YEAR_CUES | _OF_A_YEAR and _is_plural(words.at(index + 1)):
        return False
    if before in _MANY and _names_a_limit(words, index):
        return True
    if _STREET.match(words.text, word.end) or _names_a_law(words, index):
        return False
    compared = before == "than" or (words.before(index - 1), before) in _UP_TO
    return before not in _MANY | _NAMED_BY_YEAR and not (compared and value % 50 == 0)


def _is_plural(word: Word) -> bool:
    """Whether a word seems to be counted: protect 1500 elephants."""
    return (
        word.gap == " " and word.text.islower() and word.low.endswith("s") and not word.low.endswith(("ss", "us", "is"))
    )


def _names_a_law(words: Words, index: int) -> bool:
    """Whether a year belongs to the name of a law, or to the number of a suit: the Bribery Act 2010, HC/95/2018."""
    law, word = words.at(index - 1), words.at(index)
    if word.gap == "/":
        return law.gap == "/" and (
            not law.text.isdecimal() or len(law.text) > 2 or not words.at(index - 2).text.isdecimal()
        )
    named = law.text[:1].isupper() and law.low in _LAWS and word.gap in {" ", ", ", " ("}
    return named and words.at(index - 2).text[:1].isupper()


def _names_a_limit(words: Words, index: int) -> bool:
    """Whether a word such as "least" goes with a year, not an amount: until at least 2030; in about 1850."""
    place = index - 2 if words.before(index) == "least" and words.before(index - 1) == "at" else index - 1
    value = words.year(index) or 0
    return words.before(place) in _LIMITS or (words.before(place) == "from" and 1900 <= value < 2100)


def _touches(words: Words, index: int) -> bool:
    """Whether anything but a bracket, a quote or a dash touches the digits on either side."""
    following = words.at(index + 1)
    return _is_glued(words, index) or (following.gap == "" and following.text != "")


def coded(words: Words, index: int) -> Named | None:
    """Q3 2022; H1; FY23 (whose days are the company's own)."""
    letter, digits = words.at(index), words.at(index + 1)
    if letter.text not in {"Q", "H", "FY"} or digits.gap or words.number(index + 1) is None:
        return None
    if letter.text == "FY":
        last = words.number(index + 2) if words.at(index + 2).gap in DASHES | {"/"} else None
        return Named(index, index + (3 if last else 2), UNKNOWN) if len(digits.text) in {2, 4} else None
    number, parts = int(digits.text), 4 if letter.text == "Q" else 2
    if not 1 <= number <= parts:
        return None
    year, end = year_after(words, index + 2)
    size = 12 // parts
    return Named(index, end, months_of(year, size * (number - 1) + 1, size) if year else UNKNOWN)


def season(words: Words, index: int) -> Named | None:
    """Spring 2022; the summer of 1968."""
    name = words.at(index).low
    year, end = year_after(words, index + 1)
    if name not in SEASONS or not year:
        return None
    return Named(index, end, season_of(year, name))


def year_after(words: Words, index: int) -> tuple[int | None, int]:
    """The year that completes a date, and the place after it: 2022; of 2022; last year."""
    place = index + 1 if words.low(index) == "of" else index
    value = words.year(place)
    if value and words.at(place).gap in LISTED | HYPHENS and _is_year(words, place, value):
        return value, place + 1
    step = {"last": -1, "this": 0, "next": 1}.get(words.low(place))
    if step is not None and words.low(place + 1) == "year":
        return (words.day.year + step if words.day else None), place + 2
    return None, index


def dated(words: Words, index: int, days: tuple[int, int], month: int, year: int | None) -> Stretch:
    """Days of a month; without a year the nearest such day ahead or behind, as the sentence looks."""
    if year is None and words.day is not None:
        year = _year_of_day(words, index, month, days[0])
    if year is None:
        return UNKNOWN
    first, last = on(year, month, days[0]), on(year, month, days[1])
    return joined(first, last) if first.first and last.first else UNKNOWN


def _year_of_day(words: Words, index: int, month: int, day: int) -> int | None:
    here = words.day
    if here is None:
        return None
    ahead = next((y for y in range(here.year, here.year + 9) if (d := on(y, month, day).first) and d >= here), None)
    behind = next(
        (y for y in range(here.year, here.year - 9, -1) if (d := on(y, month, day).first) and d <= here), None
    )
    if ahead is None or behind is None:
        return None
    to_come, gone = date(ahead, month, day) - here, here - date(behind, month, day)
    if words.direction is None and to_come > FAR and gone < 2 * SOON:
        return behind
    soon = words.direction is None and to_come <= SOON
    return ahead if soon or words.looks_ahead(index) else behind


def nearest_month(words: Words, index: int, month: int) -> Stretch:
    """A month without a year: the latest that has begun, or the next to come when the sentence looks ahead."""
    here = words.day
    if here is None:
        return UNKNOWN
    behind = here.year if month <= here.month else here.year - 1
    recent = words.direction is None and 0 < (here.month - month) % 12 <= 2
    if month != here.month and not recent and words.looks_ahead(index):
        return month_of(behind + 1, month)
    return month_of(behind, month)


def _after_weekday(words: Words, index: int) -> int:
    """The place after a weekday that begins a date; the same place when there is none."""
    if words.weekday(index) is None or words.at(index + 1).gap not in _gaps_after(words, index) | {", "}:
        return index
    return index + 2 if words.low(index + 1, LISTED) == "the" else index + 1


def _gaps_after(words: Words, index: int) -> frozenset[str]:
    """What may part a weekday or month from what completes it: a stop only when the name is shortened."""
    low = words.at(index).low
    return SPACED if low in MONTHS or low in WEEKDAYS else LISTED


def _day(words: Words, index: int) -> tuple[int | None, int]:
    """The number of a day, with its ending if it has one, and the place after it."""
    value = words.number(index, 31)
    if not value:
        return None, index
    following = words.at(index + 1)
    if following.gap == "" and following.text:
        return (value, index + 2) if following.low in {"st", "nd", "rd", "th"} else (None, index)
    return value, index + 1


def _second_day(words: Words, index: int) -> tuple[int | None, int]:
    """The day that ends a stretch: -12, to 12, and 10."""
    if words.at(index).gap in DASHES:
        return _day(words, index)
    return _day(words, index + 1) if words.low(index) in {"to", "and", "or"} else (None, index)


def _is_glued(words: Words, index: int) -> bool:
    """Whether a sign or a letter touches the digits from the left, as in $1999, A-10 or 4.9."""
    start = words.at(index).start
    return start > 0 and not words.text[start - 1].isspace() and words.text[start - 1] not in "([{\"'“‘’—–-/*_|>"
