"""The currency of an amount: the sign, abbreviation or code before it, or the name behind it."""

from dataclasses import dataclass
from decimal import Decimal

from reader.recognition.figures.context import Following, following
from reader.recognition.figures.currency_names import (
    BEHIND,
    ISO,
    LEAD_NEEDED,
    LETTERED,
    MINOR,
    SIGNS,
    WORDS_TOO,
    abbreviations,
    countries,
    letters_before_sign,
    names,
)
from reader.recognition.figures.surroundings import Surroundings
from reader.text.numbers import Form, Numeral

_SPACES = " \xa0\u2009\u202f"


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
    if end and text[end - 1] in "-−" and text[end - 2 : end - 1] in SIGNS:
        end -= 1
    if end and text[end - 1] in _SPACES:
        end -= 1
    if not end:
        return None
    if text[end - 1] in SIGNS:
        return _sign(text, end - 1, around)
    if numeral.form is Form.WORDS or not (text[end - 1].isalpha() or text[end - 1] in "./"):
        return None
    return _abbreviation(text, end, numeral, around)


def _sign(text: str, place: int, around: Surroundings) -> Currency:
    """A sign, with the letters that touch it: $, US$, HK$, £."""
    sign = text[place]
    begin = place
    while begin and (text[begin - 1].isalpha() or text[begin - 1] == ".") and place - begin < 5:
        begin -= 1
    letters = text[begin:place]
    if not letters and text[place - 1 : place] == " " and text[max(0, place - 4) : place - 1].strip(" (") in {"US", "U.S."}:
        return Currency("USD", place - 3 if text[place - 3 : place - 1] == "US" else place - 5) if sign == "$" else Currency(
            meaning(SIGNS[sign], place, around), place
        )
    code = letters_before_sign(sign).get(letters)
    if code:
        return Currency(code, begin)
    return Currency(meaning(SIGNS[sign], place, around), place)


def _abbreviation(text: str, end: int, numeral: Numeral, around: Surroundings) -> Currency | None:
    begin = end
    while begin and (text[begin - 1].isalpha() or text[begin - 1] in "./") and end - begin < 6:
        begin -= 1
    word = text[begin:end]
    name = abbreviations().get(word)
    if name is None or (begin and (text[begin - 1].isalnum() or text[begin - 1] in "-&'’")):
        return None
    if not _is_money(text, begin, word, name, numeral, around):
        return None
    return Currency(meaning(name, begin, around), begin)


def _is_money(text: str, begin: int, word: str, name: str, numeral: Numeral, around: Surroundings) -> bool:
    """Whether an abbreviation that might mean something else is a currency here."""
    spaced = numeral.span.start > begin + len(word)
    printed = text[numeral.span.start : numeral.span.end]
    large = numeral.scale > 1 or "," in printed or numeral.glued in {"m", "b", "k", "M", "B", "K"}
    if name in LETTERED and len(word) == 1:
        if name == "R":
            return (large or bool(around.nearest(begin, LETTERED["R"]))) and not (spaced and not large)
        return bool(around.nearest(begin, LETTERED[name])) or (name == "N" and large)
    if word in WORDS_TOO:
        if (spaced or word in {"COP", "SDG"}) and not large and numeral.value is not None and numeral.value < 100:
            return False
        line = text[text.rfind("\n", 0, begin) + 1 : begin]
        return not (line.strip() and line.isupper())
    return len(word) > 2 or not word.isupper() or word == "RM" or large


def behind(text: str, numeral: Numeral, end: int, around: Surroundings) -> Currency | None:
    """The currency whose name or code follows a number: dollars, Swiss francs, pence, USD, 35p."""
    words = following(text, end, 4)
    if not words:
        return None
    first = words[0]
    if not first.gap:
        return _glued(text, first, around)
    if first.text in ISO and not (first.text in WORDS_TOO and first.gap == "-"):
        return Currency(first.text, first.end)
    if first.text in BEHIND:
        return Currency(meaning(abbreviations()[first.text], first.start, around), first.end)
    for count in (3, 2, 1, 0):
        if count < len(words) and (found := _named(words[: count + 1], numeral, around)):
            return found
    return None


def _glued(text: str, first: Following, around: Surroundings) -> Currency | None:
    """35p; 50¢; 12CUP; 100€."""
    if first.text == "p":
        return Currency("GBP", first.end, 100)
    if first.text in {"¢", "c"} and (first.text == "¢" or text[first.end : first.end + 3] in {" a ", "/lb", "/li"}):
        return Currency(meaning("cent", first.start, around) or "USD", first.end, 100)
    if first.text in ISO:
        return Currency(first.text, first.end)
    if first.text in SIGNS:
        return Currency(meaning(SIGNS[first.text], first.start, around), first.end)
    return None


def _named(words: list[Following], numeral: Numeral, around: Surroundings) -> Currency | None:
    """The currency that exactly these words name: "euros", "US dollars", "New Taiwan dollars", "US cents"."""
    last = words[-1]
    if last.low not in names() and last.low not in MINOR:
        return None
    small, share = MINOR.get(last.low, (last.low, 1))
    lead = " ".join(word.low for word in words[:-1])
    country = countries().get(lead, "") if lead else ""
    end = last.end
    if (lead and not country) or (not country and not _is_plain_name(last, numeral)):
        return None
    if small == "cent" and not country:
        return Currency(meaning("cent", last.start, around) or "USD", end, 100)
    default, codes = names()["dollar" if small == "cent" else small]
    if country:
        code = codes.get(country) or ("EUR" if country == "EU" else "")
        return Currency(code or default, end, share) if code or country in {"GB", "CN", "JP"} else None
    return Currency(meaning(small, last.start, around), end, share)


def _is_plain_name(name: Following, numeral: Numeral) -> bool:
    """Whether a name without its country is money here: in lower case, and no common word after a small number."""
    if name.text[0].isupper() and not name.text.isupper():
        return False
    if name.low not in LEAD_NEEDED:
        return True
    return numeral.scale > 1 or (name.low in {"won", "dong"} and numeral.value is not None and numeral.value >= 100)


def meaning(name: str, place: int, around: Surroundings) -> str:
    """The code of a sign, abbreviation or name as the text makes it plain; nothing when it does not."""
    if name in ISO or len(name) == 3 and name.isupper() and name not in LETTERED:
        return name
    if name in LETTERED:
        found = around.nearest(place, LETTERED[name])
        return found or ("JPY" if name == "yen or yuan" else "")
    default, codes = names()[name]
    if name == "dollar" or default == "USD":
        return around.dollar
    if not default:
        return around.nearest(place, codes)
    return (around.named(name, codes) if codes else "") or default


def in_main_unit(value: Decimal | None, currency: Currency) -> Decimal | None:
    """An amount in the main unit of its currency."""
    return None if value is None else value / currency.share
