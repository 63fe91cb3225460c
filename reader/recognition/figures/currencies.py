"""The currency of an amount: the sign, abbreviation or code before it, or the name behind it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.recognition.figures.context import Following, following
from reader.recognition.figures.countries import countries
from reader.recognition.figures.currency_names import (
    BEHIND,
    ISO,
    LEAD_NEEDED,
    LETTERED,
    MINOR,
    SIGNS,
    WORDS_TOO,
    abbreviations,
    letters_before_sign,
    names,
)
from reader.recognition.figures.surroundings import Surroundings
from reader.text.numbers import Form, Numeral
from reader.text.numbers_words import SCALES
from reader.text.wordlist import wordlist

_SPACES = " \xa0\u2009\u202f"
_UNITED_STATES = re.compile(r"(?<!\w)U\.?S\.? \Z")
_WRITTEN = re.compile(r"(?<![\w&'’-])[^\W\d_]+(?:\.[^\W\d_]+)*[./]{0,2}\Z")
_SPELT = re.compile(r"(?<!\d )(?<!\w)(?:US (?P<us>(?=[Dd]ollars)))?(?P<name>(?(us)[Dd]|D)ollars|[Rr]upees?|[Nn]aira)\Z")
"""A currency that is spelt out before its amount: US dollars 5,000, Rupees 500."""

_LETTERS_AFTER = re.compile(r"\$(US|A|AU|NZ|C|CAN|HK|S|NT|F|T)\Z")
"""The letters that Australia and its neighbours print behind the sign: $US40."""

_REACH = 80
_LARGE = frozenset("mbkMBK")


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency written at an amount: its code ("" when it cannot be known), and where it stands.

    `place` is where the sign begins, or where the name ends; `share` is how many make one of the main unit.
    """

    code: str
    place: int
    share: int = 1


def before(text: str, numeral: Numeral, around: Surroundings) -> Currency | None:
    """The currency whose sign or abbreviation stands before a number."""
    end = numeral.span.start
    if text[end - 1 : end] in {"-", "−"} and text[end - 2 : end - 1] in SIGNS:
        end -= 1
    if text[end - 1 : end] and text[end - 1] in _SPACES:
        end -= 1
    if not end:
        return None
    if text[end - 1] in SIGNS:
        return _sign(text, end - 1, around)
    if lettered := _LETTERS_AFTER.search(text, max(0, end - 5), end):
        code = letters_before_sign("$").get(lettered[1])
        return Currency(code, lettered.start()) if code else None
    if text.endswith("GH¢", max(0, end - 3), end):
        return Currency("GHS", end - 3)
    if (spelt := _SPELT.search(text, max(0, end - 16), end)) and end < numeral.span.start:
        return Currency(meaning(spelt["name"].lower(), spelt.start(), around), spelt.start())
    if numeral.form is Form.WORDS or not (text[end - 1].isalpha() or text[end - 1] in "./"):
        return None
    return _abbreviation(text, end, numeral, around)


def _sign(text: str, place: int, around: Surroundings) -> Currency:
    """A sign, with the letters that touch it: $, US$, HK$, £; also "US $"."""
    sign = text[place]
    begin = place
    while begin and (text[begin - 1].isalpha() or text[begin - 1] == ".") and place - begin < 5:
        begin -= 1
    if sign == "$" and (apart := _UNITED_STATES.search(text, max(0, place - 5), place)):
        return Currency("USD", apart.start())
    if code := letters_before_sign(sign).get(text[begin:place]):
        return Currency(code, begin)
    return Currency(meaning(SIGNS[sign], place, around), place)


def _abbreviation(text: str, end: int, numeral: Numeral, around: Surroundings) -> Currency | None:
    """An ISO code or an abbreviation before a number: CHF3bn, Rs 500, RM50."""
    match = _WRITTEN.search(text, max(0, end - 7), end)
    name = abbreviations().get(match.group()) if match else None
    if match is None or name is None:
        return None
    code = meaning(name, match.start(), around)
    if not code and name == "rupee" and _in_lakhs(numeral):
        code = "INR"
    large = numeral.scale > 1 or "," in numeral.span.of(text) or numeral.glued in _LARGE
    apart = numeral.span.start > end
    if not _is_money(match.group(), code, large=large, apart=apart):
        return None
    if match.group() in WORDS_TOO and _is_in_capitals(text, match.start()):
        return None
    small = numeral.value is not None and numeral.value < 100
    if match.group() in WORDS_TOO and small and not large and (apart or match.group() in {"COP", "SDG"}):
        return None
    return Currency(code, match.start())


def _in_lakhs(numeral: Numeral) -> bool:
    """Whether a number is counted as India counts: in lakhs or crores."""
    return numeral.scale in {SCALES["lakh"], SCALES["crore"], SCALES["lakh"] * SCALES["crore"]}


def _is_money(written: str, code: str, *, large: bool, apart: bool) -> bool:
    """Whether an abbreviation that may mean something else is money: a single letter needs its country."""
    if len(written) == 1:
        return (bool(code) and (large or not apart)) or (written in {"R", "N"} and large)
    return large or len(written) > 2 or not written.isupper() or written == "RM"


def _is_in_capitals(text: str, place: int) -> bool:
    """Whether the line before `place` has capitals only, so that a code may be a word."""
    start = max(0, place - _REACH)
    return text[max(start, text.rfind("\n", start, place)) : place].isupper()


def behind(text: str, numeral: Numeral, end: int, around: Surroundings) -> Currency | None:
    """The currency whose name or code follows a number: dollars, Swiss francs, pence, USD, 35p."""
    words = following(text, end, 4)
    if not words:
        return None
    first = words[0]
    if not first.gap:
        return _glued(text, first, around)
    if first.text in ISO and (first.text not in WORDS_TOO or first.gap == " "):
        return Currency(first.text, first.end)
    if first.text in BEHIND:
        return Currency(meaning(abbreviations()[first.text], first.start, around), first.end)
    found = (_named(words[:count], numeral, around) for count in range(len(words), 0, -1))
    return next((currency for currency in found if currency), None)


def _glued(text: str, first: Following, around: Surroundings) -> Currency | None:
    """35p; 50¢; 85c a share; 12CUP; 100€."""
    if first.text == "p":
        return Currency("GBP", first.end, 100)
    if first.text == "¢" or (first.text == "c" and text[first.end : first.end + 3] in {" a ", "/lb", "/li"}):
        return Currency(meaning("cent", first.start, around), first.end, 100)
    if first.text in ISO:
        return Currency(first.text, first.end)
    if first.text in SIGNS:
        return Currency(meaning(SIGNS[first.text], first.start, around), first.end)
    return None


def _named(words: Sequence[Following], numeral: Numeral, around: Surroundings) -> Currency | None:
    """The currency that exactly these words name: "euros", "US dollars", "New Taiwan dollars", "US cents"."""
    last = words[-1]
    if last.low not in names() and last.low not in MINOR:
        return None
    name, share = MINOR.get(last.low, (last.low, 1))
    if len(words) == 1:
        if not _is_plain_name(last, numeral):
            return None
        code = meaning(name, last.start, around)
        if code == "GBP" and last.low in _POUNDS:
            code = around.nearest(last.start, _POUNDS_ABROAD) or code if around.is_abroad else code
        return Currency(code, last.end, share)
    if not all(word.text[0].isupper() for word in words[:-1]):
        return None
    lead = " ".join(word.low for word in words[:-1])
    return Currency(_code_of(lead, name, last.start, around), last.end, share)


def _code_of(lead: str, name: str, place: int, around: Surroundings) -> str:
    """The currency of a country: "swiss", "franc" is CHF; nothing when we do not know what that country pays with."""
    if lead == "cfa":
        return meaning("CFA", place, around)
    default, codes = names()["dollar" if name == "cent" else name]
    country = countries().get(lead, "")
    if country == "EU":
        return "EUR"
    return codes.get(country) or (default if not codes or default in _SOLE else "")


_OF_A_REGION = frozenset({"AED", "SAR", "TRY"})
"""Currencies whose name neighbours use for their own, so that a country named nearby decides."""

_POUNDS = frozenset({"pound", "pounds", "piastres"})
_POUNDS_ABROAD = {"EG": "EGP", "LB": "LBP", "SY": "SYP", "SD": "SDG", "SS": "SSP"}
"""Whose pounds are meant where nothing in the text speaks of Britain."""

_AMBIGUOUS = wordlist(
    "pound pounds real rand lira dollar buck bucks sole soles som manat kina pula cedi escudo lei mark"
)
"""Names that in capitals may name something else: 40 Pounds, the Rand Corporation."""

_SOLE = frozenset({"RUB", "KRW"})
"""Currencies whose name is hardly ever another country's, so that any country before it means them."""


def _is_plain_name(name: Following, numeral: Numeral) -> bool:
    """Whether a name without its country is money here: in lower case, and no common word after a small number."""
    if (
        name.text[0].isupper()
        and not name.text.isupper()
        and (name.low in MINOR or name.low in _AMBIGUOUS | LEAD_NEEDED)
    ):
        return False
    if name.low not in LEAD_NEEDED:
        return True
    return (
        numeral.scale > 1
        or numeral.glued in _LARGE
        or (name.low in {"won", "dong"} and numeral.value is not None and numeral.value >= 100)
    )


def meaning(name: str, place: int, around: Surroundings) -> str:
    """The code of a sign, abbreviation or name as the text makes it plain; nothing when it does not."""
    if name in LETTERED:
        default = {"yen or yuan": "JPY", "cent": around.dollar}.get(name, "")
        return around.nearest(place, LETTERED[name]) or default
    if name not in names():
        return name
    default, codes = names()[name]
    if default == "USD":
        return around.dollar
    if not default:
        return around.nearest(place, codes)
    called = around.named(name, codes)
    return called or (around.nearest(place, codes) if default in _OF_A_REGION else "") or default
