"""Titles and offices that stand before a name and do not belong to it."""

from collections.abc import Sequence
from functools import cache

from reader.recognition.lexicon import words as listed
from reader.recognition.words import Word


@cache
def _lengths() -> dict[str, int]:
    """For the first word of every title, how many words the longest title with it has."""
    longest: dict[str, int] = {}
    for title in listed("titles"):
        first, *rest = title.split(" ")
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return longest


def title_end(words: Sequence[Word], i: int, j: int) -> int:
    """The index after the longest title that begins at word `i` and ends by `j`, or `i` when there is none."""
    most = _lengths().get(words[i].text, 0)
    for end in range(min(j, i + most), i, -1):
        if " ".join(word.text for word in words[i:end]) in listed("titles"):
            return end
    return i
