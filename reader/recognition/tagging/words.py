"""What a word tells by itself, as features: its form, its ends, and the lists it stands in.

Feature strings are short because the model stores every one of them; the prefixes are `w` word, `h` shape, `s` last
letters, `l` lists. Those of the words beside it begin with the distance.
"""

from collections.abc import Container
from functools import cache, lru_cache

from reader.recognition.lexicon import words as listed

LISTS = {
    "f": "first_names",
    "s": "surnames",
    "o": "org_heads",
    "P": "place_heads",
    "1": "place_first",
    "t": "titles",
    "c": "common_words",
    "F": "function_words",
    "y": "said",
    "b": "person_before",
    "B": "org_before",
    "a": "abbreviations",
    "r": "party_words",
    "e": "events",
    "n": "weapon_nouns",
    "x": "not_names",
}
"""The lists of the lexicon by the letter that a feature names them with."""

_MOST = 12
_CACHE = 5_000


def shape(word: str) -> str:
    """The word as capitals, small letters and digits, runs of three and more drawn together ("Su-35" is "Xx-dd")."""
    drawn: list[str] = []
    for sign in word[:_MOST]:
        kind = "X" if sign.isupper() else "x" if sign.islower() else "d" if sign.isdigit() else sign
        if drawn[-2:] != [kind, kind]:
            drawn.append(kind)
    return "".join(drawn)


@lru_cache(_CACHE)
def lists(word: str) -> str:
    """The letters of the lists that hold a word, as it is written or in lower case."""
    lowered = word.lower().rstrip(".")
    return "".join(sign for sign, names in _lists() if word in names or lowered in names)


@cache
def _lists() -> tuple[tuple[str, Container[str]], ...]:
    return tuple((sign, listed(name)) for sign, name in LISTS.items())


@lru_cache(_CACHE)
def own(word: str) -> tuple[str, ...]:
    """The features of a word at its own place."""
    lowered = word.lower()
    found = ["w" + lowered, "h" + shape(word)]
    found += [f"s{lowered[-n:]}" for n in (1, 2, 3, 4) if len(lowered) > n]
    found += ["l" + sign for sign in lists(word)]
    if word[0].isupper():
        found.append("C")
    if len(word) > 1 and word.isupper():
        found.append("CC")
    if "-" in word[1:-1]:
        first, _, last = lowered.partition("-")
        found += ["-<" + first, "->" + last.rpartition("-")[2]]
    return tuple(found)


@lru_cache(_CACHE)
def beside(word: str, distance: int) -> tuple[str, ...]:
    """The features of a word for the place that lies `distance` words from it."""
    lowered = word.lower()
    found = [f"{distance}w{lowered}"]
    if abs(distance) == 1:
        found += [f"{distance}h{shape(word)}", f"{distance}s{lowered[-3:]}"]
    found += [f"{distance}l{sign}" for sign in lists(word)]
    return tuple(found)
