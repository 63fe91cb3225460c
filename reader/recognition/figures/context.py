"""The words just before and just behind a number."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

_REACH = 70
_MOST = 5
_SHORTENED = frozenset({"c.", "ca.", "approx."})


class Following(NamedTuple):
    """A word, sign or symbol of a unit after a number.

    `gap` is what parts it from what stands before: "" when they touch, " " for white space, "-" for a hyphen.
    """

    text: str
    low: str
    gap: str
    start: int
    end: int


@cache
def _follows() -> re.Pattern[str]:
    return re.compile(
        r"(?P<gap>[^\S\n]++(?:\n[^\S\n]*+)?|\n[^\S\n]*+|[-‐‑])?"
        r"(?P<word>(?:[^\W\d_]\.){2,}|(?:sq|cu)\.|°\s?[CFK]?\b|[^\W\d_]+[²³23]?(?:/[^\W\d_]+[²³23]?)?|[%‰¢°€£$¥₽₹])"
    )


def following(text: str, place: int, most: int) -> list[Following]:
    """Up to `most` words (five at the most) from `place` on that only space, one line break or a hyphen parts."""
    return list(_behind(text, place)[:most])


@lru_cache(maxsize=256)
def _behind(text: str, place: int) -> tuple[Following, ...]:
    """The words behind a place; kept for a while, since many rules ask at the same place."""
    found: list[Following] = []
    while len(found) < _MOST and (match := _follows().match(text, place)):
        gap, word = match["gap"] or "", match["word"]
        if found and not gap:
            break
        joint = "-" if gap and not gap.isspace() else gap and " "
        found.append(Following(word, word.lower(), joint, match.start("word"), match.end()))
        place = match.end()
    return tuple(found)


def preceding(text: str, place: int) -> list[str]:
    """The words before `place` in lower case, nearest last; none across a mark or a blank line."""
    chunk = text[max(0, place - _REACH) : place]
    if "\n" in chunk and (cut := re.search(r"\n[^\S\n]*\n(?!.*\n[^\S\n]*\n)", chunk, re.DOTALL)):
        chunk = chunk[cut.end() :]
    if not chunk or not chunk[-1].isspace():
        return []
    words = chunk.split()
    found: list[str] = []
    for word in reversed(words[-8:]):
        bare = word.lstrip("\"'“‘([—–*_")
        bare = bare[:-1] if bare in _SHORTENED else bare
        if not bare or not bare[-1].isalnum():
            break
        found.append(bare.lower())
        if bare != word:
            break
    return found[::-1]
