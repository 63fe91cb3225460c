"""How many terminal cells a text takes, from the standard library alone."""

import functools
import re
import unicodedata

_NARROW = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2012\u2018-\u2027\u20a0-\u20bf]*")
_NOTHING_OF_ITS_OWN = re.compile(
    "[\u1160-\u11ff\ud7b0-\ud7fb\u200b-\u200f\u202a-\u202e\u2060-\u206f\U0001f3fb-\U0001f3ff]"
)
"""Vowels and final consonants of Hangul, what is never seen, and skin tones, which colour the emoji before them."""

_WIDE_TO_COME = re.compile("[\U0001f000-\U0001faff\U00020000-\U0003fffd]")
"""Where Unicode puts the emoji and ideographs that the standard library does not know yet."""

_WIDE_SINCE = re.compile("[\u2630-\u2637\u268a-\u268f\u4dc0-\u4dff\U0001d300-\U0001d356\U0001d360-\U0001d376]")
"""Signs that became wide with Unicode 16, which the standard library may not know yet."""

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"


def width(text: str) -> int:
    """The cells of one line of clean text: 2 for wide characters and emoji, 0 for marks on a letter, else 1.

    Source of the widths: Unicode's East Asian Width (UAX #11). A sequence joined by U+200D takes the room of its first
    emoji, and a narrow sign with the emoji selector after it takes two cells.
    """
    if _NARROW.fullmatch(text):
        return len(text)
    cells = 0
    last = 0
    joined = False
    for character in text:
        if character == _EMOJI_STYLE:
            cells += last == 1
            last = 0
            continue
        taken = 0 if joined else _cells(character)
        joined = character == _JOINER
        cells += taken
        last = taken or last
    return cells


@functools.lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if _NOTHING_OF_ITS_OWN.match(character):
        return 0
    category = unicodedata.category(character)
    if category == "Cn":
        return 2 if _WIDE_TO_COME.match(character) else 1
    if category in {"Mn", "Me", "Mc", "Cc"}:
        return 0
    is_wide = unicodedata.east_asian_width(character) in {"W", "F"} or _WIDE_SINCE.match(character)
    return 2 if is_wide else 1
