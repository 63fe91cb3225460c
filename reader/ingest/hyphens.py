"""Words that a line end has cut in two, and whether the hyphen between the halves was their own."""

import re
from collections import Counter

from reader.ingest.vocabulary import ENDINGS, HYPHENATED_FIRSTS, PREFIXES, words

_LONGEST = 60
_CUT = re.compile(r"(?<![\w-])[^\W_]+(?:-[^\W_]+)*-$")
_REST = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIRSTS = words(HYPHENATED_FIRSTS)
_PREFIXES = words(PREFIXES)
_SECONDS = frozenset({"old", "based", "led", "backed", "level", "owned", "general", "elect", "minded", "friendly"})
_ENDINGS = words(ENDINGS)


def cut_word(left: str, right: str) -> tuple[str, str] | None:
    """The halves of the word that ends the one line and begins the other, the first with its hyphen, or None."""
    first = _CUT.search(left[-_LONGEST:])
    second = _REST.match(right[:_LONGEST])
    return (first[0], second[0]) if first and second else None


def vocabulary(text: str) -> Counter[str]:
    """How often the text has each word, in small letters, compounds whole."""
    return Counter(found.casefold() for found in _WORD.findall(text))


def keeps_hyphen(first: str, second: str, known: Counter[str]) -> bool:
    """Whether two halves ("trans-", "formers") make a word that is written with a hyphen.

    The other words of the text tell it, then the halves themselves; else the hyphen was the printer's.
    """
    half = first[:-1].casefold()
    if half + second.casefold() in known:
        return False
    if known[f"{half}-{second.casefold()}"] or not second.islower() or not half.isalpha():
        return True
    if second in _ENDINGS:
        return False
    return half in _FIRSTS or second in _SECONDS or (half in _PREFIXES and known[second] > 1)
