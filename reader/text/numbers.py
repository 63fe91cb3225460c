"""Numbers as newspapers print them, in digits or in words, read to exact decimals."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache

from reader.domain.span import Span
from reader.text.numbers_words import PARTS, PLURAL_SCALES, SCALES, TENS, UNITS, spelt

VULGAR = {
    "½": "0.5",
    "¼": "0.25",
    "¾": "0.75",
    "⅓": "1/3",
    "⅔": "2/3",
    "⅛": "0.125",
    "⅜": "0.375",
    "⅝": "0.625",
    "⅞": "0.875",
}
"""Fractions that are one character."""

MAGNITUDES = {
    name: SCALES[scale]
    for names, scale in (
        ("dozen", "dozen"),
        ("hundred", "hundred"),
        ("thousand thousands k", "thousand"),
        ("lakh lakhs lac lacs", "lakh"),
        ("million millions mn mln mio mil", "million"),
        ("crore crores cr", "crore"),
        ("billion billions bn bln bil", "billion"),
        ("trillion trillions tn trn trln", "trillion"),
        ("quadrillion", "quadrillion"),
    )
    for name in names.split()
}
"""Words and abbreviations that multiply the number before them, in lower case."""


class Form(Enum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    VAGUE = "vague"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number in a text.

    `value` is exact but for a vague number, which has `low` and `high` instead. A part ("two-thirds", "half") has its
    share of one as value. `scale` is the magnitude that was multiplied in, `about` says that words make it inexact.
    `glued` are letters that touch digits from the right without being a magnitude beyond doubt ("m", "km", "nd").
    """

    span: Span
    form: Form
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    scale: Decimal = Decimal(1)
    about: bool = False
    glued: str = ""


@cache
def _start() -> re.Pattern[str]:
    """Where a number may begin."""
    ones = "|".join([*UNITS, *TENS])
    plurals = "|".join(PLURAL_SCALES)
    after_a = "|".join([*SCALES, *(name for name in PARTS if not name.endswith("s")), "few", "couple"])
    return re.compile(
        rf"(?P<digits>(?<!\d)[\d{''.join(VULGAR)}])"
        rf"|(?<!\w)(?:(?:{ones}|{plurals}|half|quarter|(?:several|few|many|couple|an?)(?=[\s-]+(?:of\s+)?(?:{after_a})))\b)",
        re.IGNORECASE,
    )


@cache
def _likely() -> re.Pattern[str]:
    """A digit, or a word in lower case that begins as numbers in words do; a quick look before `_start`."""
    begins: dict[str, set[str]] = {}
    for word in (*UNITS, *TENS, *PLURAL_SCALES, "half", "quarter", "several", "few", "many", "couple", "a", "an"):
        begins.setdefault(word[0], set()).add(word[1:4] if len(word) > 2 else word[1:] + r"\b")
    words = "|".join(f"{letter}(?:{'|'.join(sorted(rest))})" for letter, rest in sorted(begins.items()))
    return re.compile(rf"[\d{''.join(VULGAR)}]|\b(?:{words})")


def _lowered(text: str) -> str:
    """The text in lower case, every letter in its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(one if len(one.lower()) > 1 else one.lower() for one in text)


@cache
def _digits() -> re.Pattern[str]:
    """Digits with their grouping, decimals and fraction, then a magnitude, then the letters that touch them."""
    names = "|".join(sorted(MAGNITUDES, key=len, reverse=True))
    vulgar = "".join(VULGAR)
    return re.compile(
        rf"""
        (?P<number>
            (?:\d{{1,3}}(?:,\d{{3}})+ | \d{{1,2}}(?:,\d\d)+,\d{{3}})(?:\.\d+)?(?!,?\d)
          | \d{{1,3}}(?:[\u2009\u202f\xa0]\d{{3}})+(?!\d)
          | \d+(?:\.\d+)? )?
        (?P<vulgar>[{vulgar}] | (?:(?<=\d)[ ])?(?<![/\d])\d{{1,2}}/\d{{1,2}}(?![/\d]))?
        (?P<half>[ -]and[ -]a[ -]half(?![\w]))?
        (?: (?:[^\S\n]*+(?:\n[^\S\n]*+)?|[-‐‑]) (?P<scale>{names})(?:[ ](?P<scale2>crores?))?(?![\w]) )?
        (?P<glued>[^\W\d_]+[²³]?)?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def numerals(text: str) -> list[Numeral]:
    """The numbers of `text` in order and apart, also those of years, ordinals and names such as G7 or RM500."""
    found: list[Numeral] = []
    place = 0
    for likely in _likely().finditer(_lowered(text)):
        if likely.start() < place or not (match := _start().match(text, likely.start())):
            continue
        one = _in_digits(text, match.start()) if match["digits"] else _in_words(text, match.start())
        if one is None:
            place = match.end()
            continue
        found.append(one)
        place = max(one.span.end, match.end())
    return found


def number(text: str) -> Decimal | None:
    """The value of a text that is one exact number and nothing else; None for any other text."""
    bare = text.strip()
    found = numerals(bare)
    if len(found) != 1 or found[0].span != Span(0, len(bare)) or found[0].glued:
        return None
    return found[0].value


def _in_digits(text: str, start: int) -> Numeral | None:
    if _is_tail(text, start):
        return None
    match = _digits().match(text, start)
    if match is None or match.end() == start:
        return None
    value = _value(match)
    end = max(match.end(name) for name in ("number", "vulgar", "half", "scale", "scale2"))
    if value is None or re.match(r"[.,:/]\d", text[end : end + 2]):
        return None
    scale = MAGNITUDES[match["scale"].lower()] if match["scale"] else Decimal(1)
    if match["scale2"]:
        scale *= SCALES["crore"]
    form = Form.PART if match["number"] is None and scale == 1 else Form.DIGITS
    return Numeral(Span(start, end), form, value * scale, scale=scale, glued=match["glued"] or "")


def _is_tail(text: str, start: int) -> bool:
    """Whether these digits go on from others, across a stop, a comma, a colon or a stroke."""
    return start > 1 and text[start - 1] in ".,:/" and text[start - 2].isdecimal()


def _value(match: re.Match[str]) -> Decimal | None:
    value = Decimal(re.sub(r"[^\d.]", "", match["number"])) if match["number"] else Decimal(0)
    if match["vulgar"]:
        share = VULGAR.get(match["vulgar"], match["vulgar"].strip())
        over, _, under = share.partition("/")
        if under and Decimal(under) == 0:
            return None
        value += Decimal(over) / Decimal(under or 1)
    elif not match["number"]:
        return None
    return value + Decimal("0.5") if match["half"] else value


def _in_words(text: str, start: int) -> Numeral | None:
    found = spelt(text, start)
    if found is None:
        return None
    span = Span(start, found.end)
    if found.value is None:
        return Numeral(span, Form.VAGUE, None, found.low, found.high, about=True)
    form = Form.PART if found.part else Form.WORDS
    return Numeral(span, form, found.value, scale=found.scale, about=found.about)
