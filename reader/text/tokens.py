"""Words, numbers and marks of an English text, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.domain.span import Span
from reader.text.wordlist import wordlist

TITLES = wordlist(
    "mr mrs ms mx dr prof rev fr hon gen maj col lt cmdr capt sgt cpl pvt adm gov sen rep pres supt det insp st messrs "
    "mme mlle"
)
"""Words that are shortened with a stop before a name, with a capital; a sentence never ends after one."""

SHORTENED = wordlist(
    "inc corp co ltd llc plc bros assn dept univ jr sr no nos art sec ch fig vol jan feb mar apr jun jul aug sep sept "
    "oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd mt ft rs tk ala ariz ark calif colo conn del "
    "fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo"
)
"""Other words that are written with a capital and a stop; a sentence may end after one."""

SMALL = wordlist("approx vs etc al est vol pp no nos cf ca fig i.e e.g")
"""Words that are shortened without a capital."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark; `text` is what stands at `span`."""

    span: Span
    text: str


_SMALL = SMALL - {"no", "al"}
_CAPITAL = TITLES | SHORTENED
_ADDRESSES = r"""
          https?://[^\s<>"]*[^\s<>".,;:!?)\]'’”] | www\.[^\s<>"]*[^\s<>".,;:!?)\]'’”]
        | [\w.+-]{1,64}@[\w-]+(?:\.\w+)+ | [@\#]\w+ |
"""
_WORDS = r"""
          (?:[^\W\d_]\.){2,}                                        # U.S., a.m.
        | (?:US|AU|A|CA|C|HK|NZ|NT|S|R)?[$£€¥₹₽₩₺₪₴₦₱]               # signs of currencies
        | \d+(?:[.,:]\d+)*(?:\w+)?(?:[-‐‑]\w+)*                     # numbers, with what is glued to them
        | \w++(?:[-‐‑]\w++)*?(?=['’](?:s|S|re|ve|ll|d|m)\b)         # the word before a clitic
        | ['’](?:s|S|re|ve|ll|d|m|t)\b
        | \w++(?:[-‐‑&]\w++|['’]\w++)*
        | \.{2,} | [-–—]{2,} | \S
"""


@cache
def _pattern(*, addressed: bool) -> re.Pattern[str]:
    return re.compile(_ADDRESSES + _WORDS if addressed else _WORDS, re.VERBOSE)


def token_pattern(text: str) -> re.Pattern[str]:
    """What one token of `text` looks like; everything that is not white space belongs to some token.

    Addresses are looked for only where the text holds a sign of one: looking costs half as much again.
    """
    return _pattern(addressed="@" in text or "#" in text or "://" in text or "www." in text)


def tokens(text: str) -> list[Token]:
    """The tokens of `text` in order; they never overlap, and only white space lies between them.

    A stop that belongs to its word ("Mr.", "Inc.", "J.") stays with it; "Iran’s" is two tokens, "full-scale" one.
    """
    return [Token(Span(start, start + len(word)), word) for start, word in token_places(text)]


def token_places(text: str) -> Iterator[tuple[int, str]]:
    """The tokens of `text` as (start, text), for who goes through many of them."""
    search = token_pattern(text).search
    place = 0
    while match := search(text, place):
        start, place = match.span()
        if text.startswith(".", place) and keeps_stop(text, start, place):
            place += 1
        yield start, text[start:place]


def keeps_stop(text: str, start: int, end: int) -> bool:
    """Whether the stop at `end` belongs to the word at [start, end), as in "Mr." or "J. Smith"."""
    word = text[start:end]
    if not word.isalpha():
        return False
    if len(word) == 1:
        return word.isupper() and text[end + 1 : end + 2].isspace()
    return word in _SMALL or (word[0].isupper() and word.lower() in _CAPITAL)
