"""Amounts that belong together: ranges, and second amounts that leave their currency or unit out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reader.domain.analysis import FigureKind
from reader.recognition.figures.amounts import Amount, is_time
from reader.recognition.figures.bounds import frame
from reader.recognition.figures.things import counted
from reader.text.numbers import Form
from reader.text.wordlist import wordlist

_JOINTS = {
    **dict.fromkeys(("-", "–", "—", "‐", "‑", "−"), "-"),
    **dict.fromkeys(("-to", "-to-", "to-", "- to"), "to"),
    **dict.fromkeys(("-or-", "- or"), "or"),
    **dict.fromkeys(("-and-", "- and"), "and"),
}
_WORDS_BETWEEN = frozenset(
    {
        *("to", "from", "and", "or", "against", "versus", "vs", "not", "after", "then"),
        *("compared with", "compared to", "up from", "down from", "rather than", "instead of"),
    }
)
_LOOSE = re.compile(
    r"(?:\s*(?:about|around|roughly|nearly|almost|perhaps|as (?:much|many|high|low) as|more than|over|some|up to|just"
    r"|only|an?|even|approximately|possibly|maybe|at least|an estimated))+$"
)
_RANGING = wordlist("range ranges ranged ranging vary varies varied varying anywhere somewhere estimates priced")
_CHANGE = wordlist(
    "rose rise rises risen fell fall falls fallen up down gained gain lost lose added jumped dropped drop slipped "
    "climbed advanced declined shed dipped soared tumbled slid plunged surged grew edged increased decreased "
    "higher lower by"
)
_LIST_BEFORE = re.compile(r"(?<![\w,.])\d[\d.]{0,4}, \Z")
_REACH = 40
"""The most code points between two amounts that belong together."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two neighbouring amounts, and what stands around them.

    `link` is what joins them ("-", "to", "and", "up from"; "" for anything else), `loose` whether a word such as
    "about" stands between as well, `before` the words before the first.
    """

    text: str
    one: Amount
    other: Amount
    link: str
    loose: bool
    before: tuple[str, ...]

    @property
    def last(self) -> str:
        """The word just before the first amount, or nothing."""
        return self.before[-1] if self.before else ""

    @property
    def ranges(self) -> bool:
        """Whether the words before say that what follows is a range: "ranging from"."""
        return self.last in _RANGING or (
            self.last == "from" and self.before[-2:-1] != () and self.before[-2] in _RANGING
        )


def linked(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts in order, with ranges joined to one and elliptical ones completed from their neighbour."""
    found: list[Amount] = []
    for amount in amounts:
        if found and found[-1].end <= amount.start and (pair := _pair(text, found[-1], amount)):
            found[-1:] = _joined(pair)
        else:
            found.append(amount)
    return _with_series(text, found)


def _with_series(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts with the bare ones of a list completed from its end: 10, 15 and 25 per cent."""
    found = amounts[:]
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], found[place + 1]
        bare = one.kind is None and one.value is not None and one.end == one.numeral.span.end
        if bare and _ends_series(other) and text[one.end : other.start] == ", ":
            found[place] = _in_terms_of(one, other)
    return found


def _ends_series(amount: Amount) -> bool:
    """Whether an amount has its unit from the one behind it, so that one before it in a list has it too."""
    told = amount.kind is not None and not amount.signed and amount.value is not None
    return told and amount.scale == 1 and amount.end == amount.numeral.span.end


def _pair(text: str, one: Amount, other: Amount) -> Pair | None:
    """The two as a pair, when nothing but a link lies between."""
    between = text[one.end : other.start]
    if len(between) > _REACH or "\n\n" in between:
        return None
    bare = " ".join(between.lower().split()).strip(" ,(\\")
    link = _JOINTS.get(bare, bare)
    tight = _LOOSE.sub("", link).strip(" ,")
    if link not in _WORDS_BETWEEN and link != "-" and tight not in _WORDS_BETWEEN:
        return None
    loose = link != "-" and link not in _WORDS_BETWEEN
    return Pair(text, one, other, tight if loose else link, loose, frame(text, one.start, one.start).before)


def _joined(pair: Pair) -> list[Amount]:
    """What the two are together: one range, both completed, or nothing where they count nothing (18-to-24)."""
    whole = _range(pair)
    if whole is not None:
        return [whole]
    bare = pair.one.kind is None and pair.other.kind is None
    if bare and pair.text[pair.one.end : pair.other.start] == "-to-":
        return []
    return _completed(pair)


def _range(pair: Pair) -> Amount | None:
    """One amount from the low end to the high one; None when the two are no range."""
    if pair.loose or pair.link not in {"-", "to", "and", "or"} or not _may_range(pair):
        return None
    alike = _alike(pair.one, pair.other)
    if alike is None:
        return None
    low, high = alike
    if low.value is None or high.value is None or low.value >= high.value:
        return None
    if (low.kind is None and not _counts(pair)) or (pair.link == "to" and _is_change(pair, low.value, high.value)):
        return None
    return replace(high, start=low.start, value=None, low=low.value, high=high.value, signed=low.signed)


def _may_range(pair: Pair) -> bool:
    """Whether the words before allow a range: "and" needs "between", and "from" speaks of a change."""
    if pair.link == "and":
        return pair.last == "between"
    if pair.link == "or" and _LIST_BEFORE.search(pair.text, max(0, pair.one.start - 8), pair.one.start):
        return False
    if pair.last == "from" and pair.link in {"to", "or"}:
        return pair.ranges
    return True


def _is_change(pair: Pair, low: Decimal, high: Decimal) -> bool:
    """Whether "rose $3 to $45" tells a change and the level it led to."""
    told = (pair.one.kind is None) == (pair.other.kind is None)
    return told and pair.last in _CHANGE and high >= 3 * abs(low)


def _counts(pair: Pair) -> bool:
    """Whether two bare numbers are a range of things counted, and not a score, a vote or odds."""
    if pair.last == "between" or pair.ranges or frame(pair.text, pair.one.start, pair.other.end).approximate:
        return True
    if is_time(pair.text, pair.other.end) or counted(pair.text, pair.other.end):
        return True
    return pair.link != "-" and pair.one.scale > 1


def _alike(one: Amount, other: Amount) -> tuple[Amount, Amount] | None:
    """The two in the same terms, a missing unit, currency or magnitude taken from the other; None when they differ."""
    if other.kind is None and one.signed:
        other = replace(other, kind=one.kind, currency=one.currency)
    elif one.kind is None and other.kind is not None and not other.signed:
        one = _in_terms_of(one, other)
    if (one.kind, one.unit, one.currency) != (other.kind, other.unit, other.currency):
        return None
    return _scaled(one, other), other


def _in_terms_of(bare: Amount, other: Amount) -> Amount:
    """A bare number with the unit and currency of another amount."""
    return replace(bare.times(Decimal(1), other.factor), kind=other.kind, unit=other.unit, currency=other.currency)


def _scaled(one: Amount, other: Amount) -> Amount:
    """The first in the magnitude of the second, when it has none and is not much larger: $3-4bn, 6.5 to 7 million."""
    if one.scale != 1 or other.scale <= 1 or one.value is None or other.value is None:
        return one
    base = other.value / other.scale
    near = one.value < 100 and base >= 1 and one.value <= base * 10
    return one.times(other.scale) if one.value <= base or near else one


def _completed(pair: Pair) -> list[Amount]:
    """Both amounts, the one without a unit completed: "from $12 to 11.9", "from 25 to 100 per cent"."""
    one, other = pair.one, pair.other
    if pair.link == "-":
        return [one, other]
    if other.kind is None and _carries_on(pair):
        return [one, _in_terms_of(other, replace(one, factor=Decimal(1)) if _changes_unit(pair) else one)]
    if one.kind is None and other.kind is not None and not other.signed and _carries_back(pair):
        return [_scaled(_in_terms_of(one, other), other), other]
    return [one, other]


def _changes_unit(pair: Pair) -> bool:
    """Whether small coins lead to a rate in the main unit: fell 19 paise to 82.31."""
    one, other = (amount.numeral.span.of(pair.text) for amount in (pair.one, pair.other))
    return pair.one.factor != 1 and "." in other and "." not in one


def _carries_on(pair: Pair) -> bool:
    """Whether a bare second amount is of the first one's kind: money always, a percentage where the words say so."""
    text, one, other = pair.text, pair.one, pair.other
    if other.value is None or counted(text, other.end) or is_time(text, other.end):
        return False
    if one.kind is FigureKind.MONEY:
        spelt = other.numeral.form is Form.WORDS and other.scale == 1  # "$3m from one trade"
        return not spelt or (pair.link == "to" and pair.last == "from")
    decimal = "." in other.numeral.span.of(text) and pair.link not in {"to", "and", "or", "not"}
    return one.kind is FigureKind.PERCENT and (decimal or (pair.link == "to" and pair.last == "from"))


def _carries_back(pair: Pair) -> bool:
    """Whether a bare first amount is of the second one's kind."""
    if pair.link == "to":
        return pair.last == "from" or pair.one.value is None
    return pair.link in {"and", "or"}
