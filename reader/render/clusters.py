"""Which code points belong together on a screen, so that a line is never broken inside one character."""

import re
import unicodedata
from collections.abc import Iterator

JOINER = "\u200d"
_PLAIN = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u0556\u1d2c-\u1d6a\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
_EXTENDING = frozenset({"Mn", "Me", "Mc", "Cf"})


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """The characters as a reader sees them, as (start, end) code points that cover `text`.

    A base with the marks, selectors and tags behind it; what a joiner joins; two regional indicators; the parts of one
    Hangul syllable. A simplified form of the extended grapheme clusters of Unicode Standard Annex 29.
    """
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and _joins(text, start, end):
            end += 1
        yield start, end
        start = end


def is_plain(text: str) -> bool:
    """Whether every code point is a character of its own, one that no cleaning changes (Latin, Greek, Cyrillic)."""
    return (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text) is not None


def _joins(text: str, start: int, at: int) -> bool:
    """Whether the code point at `at` belongs to the cluster that began at `start`."""
    character, before = text[at], text[at - 1]
    if character < "\u0300" or before == "\n":
        return False
    if unicodedata.category(character) in _EXTENDING or "\U0001f3fb" <= character <= "\U0001f3ff":
        return True
    if before == JOINER:
        return True
    if _is_regional(character) and _is_regional(before):
        return (at - start) % 2 == 1
    return _is_jamo_tail(character) and _is_hangul(before)


def _is_regional(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_jamo_tail(character: str) -> bool:
    """A vowel or a final consonant of a Hangul syllable, as conjoining letters."""
    return "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb"


def _is_hangul(character: str) -> bool:
    return "\u1100" <= character <= "\u11ff" or "\uac00" <= character <= "\ud7fb"
