"""Words, numbers and marks of an English text, each with its place."""

import re
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


@cache
def token_pattern() -> re.Pattern[str]:
    """What one token looks like; everything that is not white space belongs to some token."""
    return re.compile(
        r"""
          https?://[^\s<>"]*[^\s<>".,;:!?)\]'’”] | www\.[^\s<>"]*[^\s<>".,;:!?)\]'’”]   # addresses
        | [\w.+-]{1,64}@[\w-]+(?:\.\w+)+ | [@\#]\w+
        | (?:[^\W\d_]\.){2,}                                        # U.S., a.m.
        | (?:US|AU|A|CA|C|HK|NZ|NT|S|R)?[$£€¥₹₽₩₺₪₴₦₱]               # signs of currencies
        | \d+(?:[.,:]\d+)*(?:\w+)?(?:[-‐‑]\w+)*                     # numbers, with what is glued to them
        | \w+(?:[-‐‑]\w+)*?(?=['’](?:s|S|re|ve|ll|d|m)\b)           # the word before a clitic
        | ['’](?:s|S|re|ve|ll|d|m|t)\b
        | \w+(?:[-‐‑&]\w+|['’]\w+)*
        | \.{2,} | [-–—]{2,} | \S
        """,
        re.VERBOSE,
    )


def tokens(text: str) -> list[Token]:
    """The tokens of `text` in order; they never overlap, and only white space lies between them.

    A stop that belongs to its word ("Mr.", "Inc.", "J.") stays with it; "Iran’s" is two tokens, "full-scale" one.
    """
    found: list[Token] = []
    pattern = token_pattern()
    place = 0
    while match := pattern.search(text, place):
        place = match.end()
        if text.startswith(".", place) and keeps_stop(text, match.start(), place):
            place += 1
        found.append(Token(Span(match.start(), place), text[match.start() : place]))
    return found


def keeps_stop(text: str, start: int, end: int) -> bool:
    """Whether the stop at `end` belongs to the word at [start, end), as in "Mr." or "J. Smith"."""
    word = text[start:end]
    if not word.isalpha():
        return False
    if len(word) == 1:
        return word.isupper() and text[end + 1 : end + 2].isspace()
    return word in SMALL - {"no", "al"} or (word[0].isupper() and word.lower() in TITLES | SHORTENED)
