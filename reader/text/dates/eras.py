"""Decades and centuries."""

from reader.text import numbers_words
from reader.text.dates.calendar import ORDINALS, year_of
from reader.text.dates.words import HYPHENS, SPACED, Named, Words


def decade(words: Words, index: int) -> Named | None:
    """1990s; the '90s; the 80s (but neither "in his 80s" nor "temperatures in the 80s")."""
    digits, following = words.at(index), words.at(index + 1)
    if following.low != "s" or following.gap not in {"", "'", "’"} or not digits.text.endswith("0"):
        return None
    value = words.year(index)
    if value is None:
        if len(digits.text) != 2 or not _is_short_decade(words, index):
            return None
        value = int(digits.text) + (1900 if int(digits.text) >= 20 else 2000)
    return Named(index, index + 2, year_of(value, 10))


DECADES = {name.replace("y", "ies"): 1900 + int(value) for name, value in numbers_words.TENS.items()}


def spelt_decade(words: Words, index: int) -> Named | None:
    """The eighties; late nineties (but neither "in her nineties" nor "in the high eighties")."""
    first = DECADES.get(words.at(index).low)
    before = words.before(index)
    if first is None or before not in {"the", "early", "mid", "late"}:
        return None
    place = index if before == "the" else index - 1
    if words.before(place) in {"his", "her", "their", "my", "your", "our"}:
        return None
    return Named(index, index + 1, year_of(first, 10))


def _is_short_decade(words: Words, index: int) -> bool:
    before = words.text[words.at(index).start - 1 : words.at(index).start]
    if before in {"'", "’", "‘"}:
        return True
    place = index - 1 if words.before(index) in {"early", "mid", "late"} else index
    if words.before(place) in {"and", "or", "to"} and words.at(place - 2).low == "s":
        return words.at(place - 3).text.isdecimal()
    return (words.before(place) == "the" and words.before(place - 1) != "in") or words.before(place - 1) == "back"


ROMAN = {"XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21}
"""Centuries as they are numbered where Romance languages are spoken."""


def century(words: Words, index: int) -> Named | None:
    """The 19th century; 21st-century; the eighteenth century."""
    if words.at(index).text.isdecimal():
        number, place = words.number(index, 30), index + 2
        if words.at(index + 1).low not in {"st", "nd", "rd", "th"} or words.at(index + 1).gap:
            return None
    else:
        word = words.at(index)
        number, place = ORDINALS.get(word.low) or (ROMAN.get(word.text)), index + 1
    if not number or words.low(place, SPACED | HYPHENS) not in {"century", "centuries"}:
        return None
    return Named(index, place + 1, year_of(number * 100 - 99, 100))
