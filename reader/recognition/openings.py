"""The head of a sentence, where any word is capitalised: which words there belong to the sentence alone."""

from reader.recognition.forms import is_branch
from reader.recognition.lexicon import is_common
from reader.recognition.lexicon import words as listed
from reader.recognition.scenes import Scene
from reader.text.wordlist import wordlist

_SINCE_OR_NOW = wordlist("Former Current Outgoing Incoming Retired Late Longtime Long-time Then")
"""Adjectives that tell when somebody held or holds an office; no body begins its name with one."""


def past_plain(here: Scene, i: int, j: int, lower: frozenset[str]) -> int:
    """The index in [i, j] after the words that are capitalised only because the sentence begins with them."""
    place = i
    while place < j and _is_small(here, place, j):
        place += 1
    if place < j and _is_plain(here, place, j, lower):
        place += 1
    while i < place < j and not here.words[place].cap:
        place += 1
    return place


def _is_small(here: Scene, place: int, j: int) -> bool:
    """Whether the word is one of the small words that hold sentences together, and no first name here."""
    word = here.words[place]
    if not word.first or place in here.known or word.text.lower() not in listed("function_words"):
        return False
    if word.text not in listed("first_names") or place + 1 >= j or place + 1 in here.known:
        return True
    return is_common(here.words[place + 1].text)


def _is_plain(here: Scene, place: int, j: int, lower: frozenset[str]) -> bool:
    """Whether a first word that may stand in names as well belongs to the sentence."""
    word = here.words[place]
    if not word.first or place in here.known or not (is_common(word.text) or word.text.lower() in lower):
        return False
    if place + 1 >= j:
        return True
    following = here.words[place + 1]
    if place + 1 in here.known and is_branch(here, place, here.known[place + 1][0]):
        return False
    if not following.cap or any(word.text in listed(one) for one in ("first_names", "titles", "storms")):
        return False
    if word.text in _SINCE_OR_NOW:
        return True
    if any(part.text in listed("org_heads") for part in here.words[place + 1 : j]):
        return False
    return place + 1 in here.known or following.text in listed("first_names") or word.text.lower() in lower
