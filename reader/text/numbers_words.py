"""Numbers that are spelt out: twenty-one, two and a half million, half a dozen, several hundred, tens of thousands."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from reader.text.wordlist import listed

_SMALL = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
UNITS = {name: Decimal(number) for number, name in enumerate(_SMALL)}
TENS = {
    name: Decimal(10 * number)
    for number, name in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
SCALES = {
    "dozen": Decimal(12),
    "hundred": Decimal(100),
    "thousand": Decimal(1_000),
    "lakh": Decimal(100_000),
    "lac": Decimal(100_000),
    "million": Decimal(1_000_000),
    "crore": Decimal(10_000_000),
    "billion": Decimal(1_000_000_000),
    "trillion": Decimal(1_000_000_000_000),
    "quadrillion": Decimal(1_000_000_000_000_000),
}
PLURAL_SCALES = {"tens": Decimal(10), "scores": Decimal(20)} | {name + "s": scale for name, scale in SCALES.items()}
PARTS = {
    "half": Decimal(2),
    "halves": Decimal(2),
    "third": Decimal(3),
    "quarter": Decimal(4),
    "fourth": Decimal(4),
    "fifth": Decimal(5),
    "sixth": Decimal(6),
    "seventh": Decimal(7),
    "eighth": Decimal(8),
    "ninth": Decimal(9),
    "tenth": Decimal(10),
    "twelfth": Decimal(12),
    "twentieth": Decimal(20),
    "hundredth": Decimal(100),
    "thousandth": Decimal(1000),
}
PARTS |= {name + "s": number for name, number in PARTS.items() if not name.startswith("hal")}
_JOINTS = frozenset({" ", "-"})
_PIECE = re.compile(r"(?P<gap>[^\S\n]++(?:\n[^\S\n]*+)?|\n[^\S\n]*+|[-‐‑])?(?P<word>[^\W\d_]+)")


Step: TypeAlias = tuple[Decimal | None, Decimal, int]
"""A number so far: the group below the next magnitude (None when none is open), what stands above it, and the place."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a spelt number in lower case; `gap` is " ", "-" or, for the first, "". [start, end) is its place."""

    word: str
    gap: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Spelt:
    """A spelt number up to `end`: exact with `value`, or vague from `low` to `high`.

    `part` tells that it is a fraction, `about` that its words make it inexact ("a couple of hundred"), `scale` which
    magnitude ends it.
    """

    end: int
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    part: bool = False
    about: bool = False
    scale: Decimal = Decimal(1)


def pieces(text: str, start: int, most: int = 12) -> list[Piece]:
    """The words from `start` on that only white space (at most one line break) or a hyphen parts."""
    found: list[Piece] = []
    place = start
    while len(found) < most and (match := _PIECE.match(text, place)):
        gap = match["gap"] or ""
        if (found and not gap) or (not found and gap):
            break
        joint = "-" if gap and not gap.isspace() else gap and " "
        found.append(Piece(match["word"].lower(), joint, match.start("word"), match.end()))
        place = match.end()
    if found and text[found[-1].end : found[-1].end + 1].isdecimal():
        found.pop()
    return found


def spelt(text: str, start: int) -> Spelt | None:
    """The longest spelt number or fraction that begins at `start`, where a word begins; None when there is none."""
    words = pieces(text, start)
    if not words:
        return None
    found = [_vague(words), _fraction(words), _cardinal(words)]
    return max((one for one in found if one), key=lambda one: one.end, default=None)


def _word(words: list[Piece], index: int) -> str:
    return words[index].word if index < len(words) else ""


def _vague(words: list[Piece]) -> Spelt | None:
    """Several hundred; a few thousand; a couple of hundred; hundreds of thousands; dozens."""
    place = 0
    if _word(words, 0) == "a" and _word(words, 1) in {"few", "couple"}:
        place = 1
    if _word(words, place) in {"several", "few", "many", "couple"}:
        of = 2 if _word(words, place + 1) == "of" else 1
        unit, end = _unit(words, place + of)
        if unit is None:
            return None
        if _word(words, place) == "couple":
            return Spelt(words[end - 1].end, 2 * unit, about=True, scale=unit)
        return _some(unit, words[end - 1].end)
    if _word(words, 0) not in PLURAL_SCALES:
        return None
    unit, end = _unit(words, 0)
    return _some(unit, words[end - 1].end) if unit is not None else None


def _unit(words: list[Piece], place: int) -> tuple[Decimal | None, int]:
    """The unit that a vague number counts, and the place after it: hundred, tens of thousands, hundred thousand."""
    unit, end = None, place
    while (name := _word(words, end)) in SCALES or name in PLURAL_SCALES:
        scale = SCALES.get(name) or PLURAL_SCALES[name]
        if unit is not None and (scale < 100 or words[end].gap == ""):
            break
        unit = scale if unit is None else unit * scale
        end += 1
        if _word(words, end) == "of" and _word(words, end + 1) in PLURAL_SCALES.keys() | SCALES.keys():
            end += 1
    if end > place and _word(words, end - 1) == "of":
        end -= 1
    return unit, end


def _some(unit: Decimal, end: int) -> Spelt:
    """From two to just under ten of a unit; dozens and scores stop under a hundred."""
    high = Decimal(99) if unit in {Decimal(12), Decimal(20)} else 10 * unit - 1
    return Spelt(end, None, 2 * unit, high)


def _fraction(words: list[Piece]) -> Spelt | None:
    """A third; two-thirds; three quarters; half; one-tenth. Half a million and the like are numbers, not fractions."""
    first = _word(words, 0)
    if first == "half":
        return _half(words)
    if first in {"a", "an"}:
        count = Decimal(1)
    elif first in UNITS and UNITS[first] > 0:
        count = UNITS[first]
    elif first == "quarter":
        return _of_scale(words, Decimal("0.25"), 1) or Spelt(words[0].end, Decimal("0.25"), part=True)
    else:
        return None
    part = PARTS.get(_word(words, 1))
    if part is None or (count > 1) != _word(words, 1).endswith("s") or count >= part + (first in {"a", "an", "one"}):
        return None
    return _of_scale(words, count / part, 2) or Spelt(words[1].end, count / part, part=True)


def _half(words: list[Piece]) -> Spelt:
    """Half; half a million; half-million; half a dozen."""
    return _of_scale(words, Decimal("0.5"), 1) or Spelt(words[0].end, Decimal("0.5"), part=True)


def _of_scale(words: list[Piece], share: Decimal, place: int) -> Spelt | None:
    """A share of a magnitude: half a million, a quarter of a billion, a half-dozen."""
    for skip in (("of", "a"), ("a",), ()):
        end = place + len(skip)
        if tuple(_word(words, place + step) for step in range(len(skip))) == skip and _word(words, end) in SCALES:
            scale = SCALES[_word(words, end)]
            return Spelt(words[end].end, share * scale, scale=scale)
    return None


def _cardinal(words: list[Piece]) -> Spelt | None:
    """Twenty-one; two hundred and fifty; three and a half million; a hundred; a million and a half."""
    place, group, total, end = 0, None, Decimal(0), 0
    if _word(words, 0) in {"a", "an"}:
        if _word(words, 1) not in SCALES:
            return None
        group, place = Decimal(1), 1
    while place < len(words):
        step = _next(words, place, group, total)
        if step is None:
            break
        group, total, place = step
        end = words[place - 1].end
    if not end:
        return None
    return Spelt(end, total + (group or 0), scale=SCALES.get(words[place - 1].word, Decimal(1)))


def _next(words: list[Piece], place: int, group: Decimal | None, total: Decimal) -> Step | None:
    """What a number amounts to with its next word; None when that word does not belong to it."""
    word = words[place].word
    if word in SCALES:
        return _scaled(word, place, group, total)
    if word == "and":
        return _and(words, place, group, total)
    if word in TENS and (group is None or group % 100 == 0):
        return (group or Decimal(0)) + TENS[word], total, place + 1
    if word in UNITS:
        room = 100 if UNITS[word] > 9 else 10
        after_tens = group is not None and group % 100 >= 20
        if group is None or (group % room == 0 and group > 0 and (group % 100 == 0 or after_tens) and UNITS[word] > 0):
            return (group or Decimal(0)) + UNITS[word], total, place + 1
    return None


def _scaled(word: str, place: int, group: Decimal | None, total: Decimal) -> Step | None:
    """What a magnitude makes of the words before it; larger magnitudes come first, but for "thousand billion"."""
    scale = SCALES[word]
    if not group:
        return (None, total * scale, place + 1) if group is None and 0 < total < 10**6 <= scale else None
    if scale <= 100:
        return (group * scale, total, place + 1) if group < 100 else None
    return (None, total + group * scale, place + 1) if total % (scale * 100) == 0 else None


def _and(words: list[Piece], place: int, group: Decimal | None, total: Decimal) -> Step | None:
    """And within a number: two hundred and five; three and a half; a million and a half."""
    following = _word(words, place + 1)
    if following in {"a", "three"} and (part := PARTS.get(_word(words, place + 2))) and part in {2, 3, 4}:
        share = (Decimal(1) if following == "a" else Decimal(3)) / part
        if group is None:
            last = words[place - 1].word
            return None, total + share * SCALES.get(last, Decimal(0)), place + 3
        return group + share, total, place + 3
    if following not in UNITS and following not in TENS:
        return None
    if (group is not None and group >= 100 and group % 100 == 0) or (group is None and total >= 1000):
        return _next(words, place + 1, group, total)
    return None
