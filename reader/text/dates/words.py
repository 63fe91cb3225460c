"""A text as the rules for dates see it: runs of letters and of digits, and what lies between them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from reader.text.dates.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS, Stretch
from reader.text.wordlist import wordlist

SPACED = frozenset({" "})
LISTED = frozenset({" ", ", ", ". ", "., ", "."})
HYPHENS = frozenset({"-", "‐", "‑"})
DASHES = HYPHENS | {"–", "—", "−", "– ", "- ", "— "}
PARAGRAPH = "¶"

_WORD = re.compile(r"([^\W\d_]+|\d+)")
_WORD_OR_ADDRESS = re.compile(r"((?:https?://|www\.)\S+|[^\W\d_]+|\d+)")
"""An address counts as one word, so that no date is seen inside it."""

_AHEAD = wordlist(
    "will would shall ll may might can could should must due expected scheduled plans plan planned planning "
    "set slated hopes aims intends forthcoming upcoming until till"
)
_BEHIND = wordlist(
    "said says told was were had did has have announced reported added wrote asked happened began came went took made "
    "killed found died fell rose won lost since became got met sent held gave broke brought bought caught chose drew "
    "drove fled fought forgot grew knew led paid ran sank sold shook spent spoke stole stood struck swore taught threw "
    "tore understood woke"
)
_BE = wordlist("be been being")
_OPEN = wordlist(
    "allowed postponed delayed rescheduled adjourned deferred extended promised vowed agreed fixed booked billed "
    "invited tipped poised based named called united aged advanced proposed limited"
)
"""Words in -ed that do not say that what the date tells is over."""

_MOVED = wordlist("postponed delayed rescheduled adjourned deferred moved switched")
_FIXTURES = wordlist(
    "face faces play plays host hosts visit visits travel travels welcome welcomes entertain entertains meet meets"
)
"""What teams do in the present on a day to come: Arsenal visit Leicester on Saturday."""

_RELATIVE = wordlist("which who whom whose where")
_STARTING = wordlist(
    "open available valid effective effect force compulsory mandatory legal illegal free payable bookable permitted "
    "allowed barred banned eligible closed shut sale stream"
)
"""What holds from a day to come: open from 1 March."""

_SCHEDULED = wordlist(
    "starts begins opens closes ends expires runs resumes returns meets hosts launches debuts premieres tours sits "
    "convenes visits retires lapses kicks arrives matures departs"
)
"""Verbs that in the present tell what a timetable has: the tour begins in May."""

_SETTLED = {
    "effect": wordlist("take takes taking"),
    "force": wordlist("into"),
    "to": wordlist("is are"),
}
"""Words that speak of what is to come when one of these stands before: takes effect, comes into force, is to close."""

_WAS = wordlist("was were been had remained stayed")
_REACH = 12
_FAR_BACK = 26


class Word(NamedTuple):
    """A run of letters or of digits. `low` is it in lower case.

    `gap` is what parts it from the word before: the marks, then one space if there is white space ("" when they
    touch, ", " for a comma), or PARAGRAPH across a blank line.
    """

    start: int
    end: int
    text: str
    low: str
    gap: str


@dataclass(frozen=True, slots=True)
class Named:
    """A date that a rule saw: the words [begin, end) of the text, and the days they name."""

    begin: int
    end: int
    days: Stretch


@dataclass(frozen=True, slots=True)
class Run:
    """The words of a text, each made only when it is asked for: most never are.

    `parts` are what lies before the first word, that word, what lies between it and the second, and so on; `ends` where
    each of them ends, and `lows` the words in lower case.
    """

    parts: Sequence[str]
    ends: Sequence[int]
    lows: Sequence[str]
    made: dict[int, Word] = field(default_factory=dict, compare=False)

    def __len__(self) -> int:
        return len(self.lows)

    def __iter__(self) -> Iterator[Word]:
        return (self[index] for index in range(len(self.lows)))

    def __getitem__(self, index: int) -> Word:
        word = self.made.get(index)
        if word is None:
            low, place = self.lows[index], 2 * index
            gap = _gap(self.parts[place]) if index else PARAGRAPH
            word = Word(self.ends[place], self.ends[place + 1], self.parts[place + 1], low, gap)
            self.made[index] = word
        return word


NOTHING = Word(0, 0, "", "", PARAGRAPH)
"""What stands before the first word and after the last."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, the day from which it speaks, and whether it looks ahead (None: its verbs tell)."""

    text: str
    all: Run
    day: date | None
    direction: bool | None = None

    def at(self, index: int) -> Word:
        """The word there, or NOTHING."""
        run = self.all
        return run.made.get(index) or (run[index] if 0 <= index < len(run.lows) else NOTHING)

    def low(self, index: int, gaps: frozenset[str] = SPACED) -> str:
        """The word there in lower case if only one of `gaps` parts it from the one before, else nothing."""
        word = self.at(index)
        return word.low if word.gap in gaps else ""

    def before(self, index: int) -> str:
        """The word before this one in lower case if only space or a hyphen parts them, else nothing."""
        gap = self.at(index).gap
        return self.at(index - 1).low if gap == " " or gap in HYPHENS else ""

    def number(self, index: int, most: int = 9999) -> int | None:
        """The number there, if it is a run of at most four digits that is not part of a longer number."""
        word = self.at(index)
        if not word.text.isdecimal() or len(word.text) > 4 or self._is_piece(index):
            return None
        value = int(word.text)
        return value if value <= most else None

    def _is_piece(self, index: int) -> bool:
        """Whether the digits are glued to others by a stop, a comma or a colon: 1,500 or 3.5."""
        here, following = self.at(index), self.at(index + 1)
        return (here.gap in {",", ".", ":"} and self.at(index - 1).text.isdecimal()) or (
            following.gap in {",", ":"} and following.text.isdecimal()
        )

    def month(self, index: int) -> int | None:
        """The month that a capitalised word or abbreviation names, without looking around it."""
        word = self.at(index)
        if not word.text[:1].isupper():
            return None
        return MONTHS.get(word.low) or SHORT_MONTHS.get(word.low)

    def weekday(self, index: int) -> int | None:
        """The weekday that a capitalised word or abbreviation names, Monday 0."""
        word = self.at(index)
        if not word.text[:1].isupper():
            return None
        return WEEKDAYS.get(word.low, SHORT_WEEKDAYS.get(word.low))

    def year(self, index: int) -> int | None:
        """The year from 1000 to 2199 that four digits there may name, seen without context."""
        value = self.number(index)
        return value if value is not None and len(self.at(index).text) == 4 and 1000 <= value < 2200 else None

    def looks_ahead(self, index: int) -> bool:
        """Whether the nearest verb around this word, in its own sentence, speaks of what is to come."""
        if self.direction is not None:
            return self.direction
        if self.before(index) == "from" and self.before(index - 1) in _STARTING:
            return self.before(index - 2) not in _WAS
        leaning = self._leaning_before(index)
        return self._leaning_after(index) is True if leaning is None else leaning

    def _leaning_before(self, index: int) -> bool | None:
        """What the nearest verb on the left says; False within a relative clause whose verb tells nothing."""
        if self.before(index) in {"to", "for", "until"} and self.before(index - 1) in _MOVED:
            return True
        for place in range(index - 1, index - _FAR_BACK, -1):
            if _ends_sentence(self.at(place + 1).gap):
                return None
            if (leaning := self._leaning(place)) is not None:
                return leaning
            if self.at(place).low in _RELATIVE:
                return False
        return None

    def _leaning_after(self, index: int) -> bool | None:
        """What the nearest verb on the right says."""
        for place in range(index + 1, index + _REACH):
            if _ends_sentence(self.at(place).gap):
                return None
            if (leaning := self._leaning(place)) is not None:
                return leaning
        return None

    def _leaning(self, index: int) -> bool | None:
        """Whether one word speaks of what is to come (True) or has been (False); None for most words."""
        word = self.at(index)
        if word.low != word.text:
            return None
        if word.low == "won" and self.at(index + 1).low == "t":
            return True
        if word.low in _SCHEDULED or (word.low in _SETTLED and self.before(index) in _SETTLED[word.low]):
            return True
        if word.low in _FIXTURES and self._is_fixture(index):
            return True
        if word.low in _AHEAD:
            return None if self._describes(index) else True
        return False if self._is_past(index) else None

    def _is_fixture(self, index: int) -> bool:
        """Whether a team plays another: a name on either side of the verb, or they or we before it."""
        before, behind = self.at(index - 1), self.at(index + 1)
        if self.at(index).gap != " " or behind.gap != " ":
            return False
        named = before.text[:1].isupper() or before.low in {"they", "we", "who", "side", "team", "champions", "city"}
        return named and (behind.text[:1].isupper() or behind.low in {"at", "away", "on", "to", "host", "each"})

    def _describes(self, index: int) -> bool:
        """Whether a word such as "planned" goes with the noun behind it: four rounds of planned outages."""
        behind = self.at(index + 1)
        if self.at(index).low not in {"planned", "expected", "scheduled", "due"} or behind.gap != " ":
            return False
        return self.before(index) in {"of", "the", "a", "in", "for", "with"} and behind.low not in {
            "to",
            "for",
            "on",
            "in",
        }

    def _is_past(self, index: int) -> bool:
        """Whether a word is a verb in the past, and not a participle after "be"."""
        low = self.at(index).low
        if self.before(index) in _BE or low in _OPEN:
            return False
        return low in _BEHIND or (
            low.endswith("ed") and len(low) > 4 and not low.endswith("eed") and not self._is_adjective(index)
        )

    def _is_adjective(self, index: int) -> bool:
        """Whether a word in -ed stands between a determiner and a noun."""
        return self.before(index) in {"a", "an", "the", "of", "its", "his", "her", "their", "and", "in", "with", "for"}

    def seen_from(self, day: date | None, *, ahead: bool) -> "Words":
        """The same words, read as if spoken on another day, looking forward or back."""
        return Words(self.text, self.all, day, ahead)


Rule: TypeAlias = Callable[[Words, int], Named | None]
"""What looks whether a date of one form begins at a word."""


def words_of(text: str, day: date | None) -> Words:
    """The words of a text that speaks from `day`."""
    parts = (_WORD_OR_ADDRESS if "://" in text or "www." in text else _WORD).split(text)
    ends, lows = list(accumulate(map(len, parts))), list(map(str.lower, parts[1::2]))
    return Words(text, Run(parts, ends, lows), day)


def _gap(between: str) -> str:
    if len(between) <= 1 and between != "\n":
        return between
    if between.count("\n") > 1 and re.search(r"\n[^\S\n]*\n", between):
        return PARAGRAPH
    bare = between.strip()
    return bare + " " if bare != between else bare


def _ends_sentence(gap: str) -> bool:
    return gap == PARAGRAPH or any(mark in gap for mark in "!?;…") or gap in {". ", ".” ", '." '}
