"""A number with its currency, unit or sign of percentage: the amount before its surroundings are asked."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from reader.domain.analysis import FigureKind
from reader.domain.span import Span
from reader.recognition.figures import currencies, parts, units
from reader.recognition.figures.context import following, preceding
from reader.recognition.figures.currencies import Currency
from reader.recognition.figures.surroundings import Surroundings
from reader.recognition.figures.things import counted
from reader.text.numbers import Form, Numeral
from reader.text.wordlist import wordlist

_LETTERS = {"k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "b": 10**9, "B": 10**9, "t": 10**12, "T": 10**12}
_ALWAYS = frozenset({"k", "K", "M", "B"})
_METRES = wordlist(
    "tall high deep long wide away above below apart thick across race sprint hurdles freestyle backstroke "
    "breaststroke butterfly relay final dash heats record medley waves wave tower pool underwater downstream "
    "upstream"
)
_IN_FEET = re.compile(
    r"\s?\((?:about\s|around\s|nearly\s|roughly\s|some\s)?[\d.,]+[\s-]?(?:ft|feet|foot|in|inches|yd|yds|yards)\b|\sby\s[\d.]+m\b"
)
_EXTENTS = wordlist(
    "depth depths height heights length width distance altitude elevation radius diameter waves swells stands measuring"
)
_RACES = frozenset(map(Decimal, (50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000)))
_RUN_IN = wordlist("in at and or to but on with after for")
"""What follows "the 100m" where that is a race rather than a sum or a number of people."""

_RUNS = wordlist("race run runs walk swim")
_SHADES = wordlist(
    "more full straight consecutive calendar successive long trading working business extra additional short "
    "whole solid further school financial fiscal"
)
_O_CLOCK = re.compile(r"\so['’]clock")
_IN_KILOS = re.compile(r"\b(?:kg|kgs|kilos|kilograms?|tonnes?|tons?)\s\((?:about\s|around\s)?[\d,.]+\Z")
_GROUPS = re.compile(r"(?: \d{3})+(?![\d,])")
_HEAVY = wordlist("per heavier lighter overweight")
_TOO_HEAVY = ("illion", "rillion", "mn", "bn")
"""How numbers of pounds end that no single thing weighs: a million-pound prize."""

_PRICED = wordlist("fine note notes a deal prize bill fee bid")
_OF_ONE = re.compile(
    r"(?:\s+of)?\s+an?\s(?=[a-z])|-(?=(?:mile|inch|ounce|acre|tonne|kilo|metre|meter|pint|litre)\b)|\s(?=(?:mile|inch|ounce)\b)"
)
"""What stands between a fraction and the one unit that it is of."""

_NOUNS_TOO = frozenset({"bar", "pint", "stone", "degree", "foot", "yard"})
_ARTICLES = frozenset({"a", "an", "the", "its", "this", "that", "his", "her", "their"})
_ARTICLE = re.compile(r"[Aa]\s+")
_NOT_UNITS = wordlist("times digit digits figure figures fold x")
_NOT_MASS = wordlist(
    "debt debts damage aid investment investments savings cuts public taxpayers taxpayer money cash assets fraud "
    "funding funds spending tax taxes revenue income profit profits losses budget grants loans shares bonds "
    "business support subsidies compensation fines benefits wages exports imports trade contracts government "
    "state sales"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and what it is of, at [start, end). `kind` is None while it may be a count, or nothing.

    `value` (None when vague, between `low` and `high`) is in the main unit. `scale` is the magnitude multiplied in,
    `factor` what the unit multiplied in; `signed` tells that a currency stands before the number.
    """

    start: int
    end: int
    numeral: Numeral
    kind: FigureKind | None
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    currency: str = ""
    scale: Decimal = Decimal(1)
    factor: Decimal = Decimal(1)
    signed: bool = False

    @property
    def about(self) -> bool:
        """Whether the number itself is inexact."""
        return self.numeral.about

    def times(self, scale: Decimal, factor: Decimal = Decimal(1)) -> "Amount":
        """The same amount in another magnitude or unit."""
        if scale == factor == 1:
            return self
        value, low, high = (None if one is None else one * scale * factor for one in (self.value, self.low, self.high))
        return replace(self, value=value, low=low, high=high, scale=self.scale * scale, factor=self.factor * factor)


def amount_at(text: str, numeral: Numeral, around: Surroundings) -> Amount | None:
    """The amount that a number makes with what touches it; None for an ordinal, a duration or a name with digits."""
    if numeral.form is Form.PART:
        if (piece := _piece(text, numeral, around)) is not None:
            return piece
        found = parts.portion(text, numeral)
        return None if found is None else of_portion(found)
    start, end, value = numeral.span.start, numeral.span.end, numeral.value
    low, high = (numeral.low, numeral.high) if value is None else (None, None)
    if numeral.form is Form.WORDS and (article := _ARTICLE.match(text, start)) and text[end : end + 1] == "-":
        start = article.end()  # a million-dollar home: the article is the home's
    bare = Amount(start, end, numeral, None, value, low, high, scale=numeral.scale)
    whole = _money(text, bare, around) or _share(text, bare) or _quantity(text, bare) or _count(text, bare)
    return None if whole is None else _with_minus(text, whole)


def _piece(text: str, numeral: Numeral, around: Surroundings) -> Amount | None:
    """A part of one unit: half a cent, a quarter of a mile, half an inch, a half-mile; None for other fractions."""
    value, start = numeral.value, numeral.span.start
    one = _OF_ONE.match(text, numeral.span.end)
    if value is None or one is None:
        return None
    if one.group() == "-" and (article := _ARTICLE.match(text, start)):
        start = article.end()
    place = one.end() - 1
    bare = Amount(start, one.end(), numeral, None, value if value == round(value, 4) else round(value, 2))
    name = currencies.behind(text, numeral, place, around) if one.group() != "-" else None
    if name and not _is_mass(text, name, place):
        return _as_money(replace(bare, end=name.place), name)
    unit = units.measure(text, place) or _pounds(text, place)
    if unit is None or unit.symbol in {"points", "bar", "h"}:
        return None
    return replace(bare, end=unit.end, kind=FigureKind.QUANTITY, unit=unit.symbol)


def of_portion(portion: parts.Portion) -> Amount:
    """The percentage that a fraction is."""
    numeral = Numeral(Span(portion.start, portion.end), Form.PART, portion.value)
    return Amount(portion.start, portion.end, numeral, FigureKind.PERCENT, portion.value, unit=portion.unit)


def _money(text: str, bare: Amount, around: Surroundings) -> Amount | None:
    if sign := currencies.before(text, bare.numeral, around):
        return _signed(text, bare, sign, around)
    lettered = _with_letter(text, bare, spaced=False)
    for whole in [lettered, bare] if lettered else [bare]:
        end = _after_of(text, bare.end) if bare.numeral.form is Form.VAGUE else whole.end
        if name := currencies.behind(text, bare.numeral, end, around):
            return None if _is_mass(text, name, end) else _as_money(replace(whole, end=name.place), name)
    return None


def _signed(text: str, bare: Amount, sign: Currency, around: Surroundings) -> Amount | None:
    """The money that a sign before the number makes; a code or the same name behind belongs to it: $4bn USD."""
    whole = _with_letter(text, bare, spaced=True) or _with_groups(text, bare)
    if bare.numeral.glued and whole is bare:
        return None
    whole = replace(whole, start=sign.place, signed=True)
    name = currencies.behind(text, bare.numeral, whole.end, around)
    return _as_money(whole, name if name and _is_code(text, name) else sign)


def _is_code(text: str, name: Currency) -> bool:
    """Whether a currency behind a number is written as its code."""
    return text[name.place - 3 : name.place] == name.code != ""


def _with_groups(text: str, bare: Amount) -> Amount:
    """The amount with thousands parted by plain spaces, as South Africa prints them: R120 000."""
    printed = bare.numeral.span.of(text)
    groups = _GROUPS.match(text, bare.end)
    if groups is None or not printed.isdecimal() or len(printed) > 3:
        return bare
    return replace(bare, end=groups.end(), value=Decimal((printed + groups.group()).replace(" ", "")))


def _as_money(amount: Amount, currency: Currency) -> Amount:
    return replace(amount.times(Decimal(1), Decimal(1) / currency.share), kind=FigureKind.MONEY, currency=currency.code)


def _after_of(text: str, end: int) -> int:
    """The place after "of" where a vague number has one: millions of dollars."""
    words = following(text, end, 1)
    return words[0].end if words and words[0].low == "of" else end


def _is_mass(text: str, name: Currency, end: int) -> bool:
    """Whether pounds are a weight: 200 pounds of cocoa, a 500-pound bomb, weighing 12 pounds, 100kg (220 pounds)."""
    if "pound" not in text[end : name.place].lower():
        return False
    words = [word.low for word in following(text, name.place, 3)]
    if words[:1] == ["of"]:
        return len(words) > 1 and not _NOT_MASS & set(words[1:])
    if words and words[0] in _HEAVY:
        return True
    if text[end : end + 1] == "-":
        return bool(words) and words[0] not in _PRICED and not text.endswith(_TOO_HEAVY, 0, end)
    if _IN_KILOS.search(text, max(0, end - 40), end):
        return True
    return any(word.startswith(("weigh", "lift", "payload")) for word in preceding(text, end))


def _share(text: str, bare: Amount) -> Amount | None:
    unit = units.share(text, bare.end)
    return None if unit is None else replace(bare, end=unit.end, kind=FigureKind.PERCENT, unit=unit.symbol)


def _quantity(text: str, bare: Amount) -> Amount | None:
    """The number with a unit of measure; pounds that are no money are a weight."""
    glued = bare.numeral.glued
    if glued in _ALWAYS or (glued == "m" and not _are_metres(text, bare)):
        scaled = _with_letter(text, bare, spaced=False)
        return None if scaled is None else _quantity_of(text, scaled)
    return _quantity_of(text, bare)


def _quantity_of(text: str, bare: Amount) -> Amount | None:
    place = _after_of(text, bare.end) if bare.numeral.form is Form.VAGUE else bare.end
    unit = units.measure(text, place) or _pounds(text, place)
    if bare.numeral.form is Form.WORDS and text[place + 1 : place + 2].isupper():
        return None
    if unit is not None and _is_attributive(text, bare, place, unit):
        return None
    if unit is None or (unit.symbol == "points" and (text[place : place + 1] == "-" or bare.value == 1)):
        return None
    return replace(bare.times(Decimal(1), unit.factor), end=unit.end, kind=FigureKind.QUANTITY, unit=unit.symbol)


def _is_attributive(text: str, bare: Amount, place: int, unit: units.Unit) -> bool:
    """Whether what looks like a unit goes with the noun behind it: 40 foot soldiers, but "a 40 foot wall"."""
    if bare.value == 1 or text[place : unit.end].strip().lower() not in _NOUNS_TOO or text[place : place + 1] == "-":
        return False
    return bool(counted(text, unit.end)) and not _ARTICLES & set(preceding(text, bare.start)[-1:])


def _pounds(text: str, place: int) -> units.Unit | None:
    words = following(text, place, 1)
    return units.Unit("lb", words[0].end) if words and words[0].low in {"pound", "pounds"} else None


def _are_metres(text: str, bare: Amount) -> bool:
    """Whether a glued "m" is metres and not a million: 40m tall, the 100m hurdles."""
    words = following(text, bare.end + 1, 1)
    if (words and words[0].low in _METRES) or _IN_FEET.match(text, bare.end + 1):
        return True
    before = preceding(text, bare.start)
    if before[-1:] == ["the"] and bare.value in _RACES and text[bare.start : bare.end].isdecimal():
        return not words or words[0].low in _RUN_IN
    if before[-1:] in (["of"], ["is"], ["was"], ["about"], ["to"], ["measuring"], ["stands"]):
        return bool(_EXTENTS & set(before[-4:]))
    return before[-1:] == ["within"] and bool(words) and words[0].low == "of"


def _with_letter(text: str, bare: Amount, *, spaced: bool) -> Amount | None:
    """The number with a single letter that multiplies it: 5m, 3K, $2b; beside a sign also with a space, "$5 m"."""
    glued = bare.numeral.glued
    if glued in _LETTERS:
        return replace(bare.times(Decimal(_LETTERS[glued])), end=bare.end + 1)
    if glued or not spaced or bare.scale > 1:
        return None
    words = following(text, bare.end, 1)
    if words and words[0].gap == " " and words[0].text in {"m", "M", "B"}:
        return replace(bare.times(Decimal(_LETTERS[words[0].text])), end=words[0].end)
    return None


def _count(text: str, bare: Amount) -> Amount | None:
    """What may be a count: not a duration, an ordinal, a multiple, nor a name with digits."""
    glued = bare.numeral.glued
    whole: Amount | None = bare
    if glued:
        whole = _with_letter(text, bare, spaced=False) if glued in _ALWAYS | {"m"} else None
    if whole is None or is_time(text, whole.end):
        return None
    words = following(text, whole.end, 1)
    if words and (words[0].low in _NOT_UNITS or (glued in {"k", "K"} and words[0].low in _RUNS)):
        return None
    return whole


def is_time(text: str, end: int) -> bool:
    """Whether the number that ends here counts a stretch of time: three years, 10 straight days, 90-minute."""
    if _O_CLOCK.match(text, end):
        return True
    for word in following(text, end, 3):
        if word.low.rstrip(".") in units.TIMES or word.low == "years’":
            return True
        if word.low not in _SHADES:
            return False
    return False


def _with_minus(text: str, amount: Amount) -> Amount:
    """The amount with the minus that is written before it, as a sign or as a word."""
    start = amount.start
    if start and text[start - 1] in "-−–" and (start == 1 or text[start - 2] in " \n\t(\xa0\"“'"):
        return replace(_negative(amount), start=start - 1)
    if text[max(0, start - 6) : start].lower() == "minus " and not text[start - 7 : start - 6].isalnum():
        return replace(_negative(amount), start=start - 6)
    return amount


def _negative(amount: Amount) -> Amount:
    return replace(amount, value=None if amount.value is None else -amount.value)
