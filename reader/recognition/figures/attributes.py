"""The noun that an amount describes: a $20m contract, his £4m home, 25% tariffs."""

import re
from collections.abc import Sequence

from reader.recognition.figures import clause, subjects
from reader.recognition.figures.things import NOUNS_BEFORE_NOUNS, is_plural, phrase
from reader.text.wordlist import wordlist

_ARTICLES = wordlist("a an the its his her their our my your this that each every another no any one")
_BEFORE = wordlist("over with for of in on after from despite under via about through into without through as")
"""Prepositions after which an amount and a noun stand without an article, as in headlines: row over $5m tender."""

_SIZES = subjects.SIZES - _ARTICLES - {"over"}
_UNTOLD = wordlist(
    "mark level levels range sum figure amount total majority apiece extra upfront overnight net gross online"
)
_VERBAL = re.compile(
    r"\s(?:a|an|the|its|his|her|their|our|some|two|three|four|five|six|seven|eight|nine|ten|up|out|off|down|in|on|at|for|from|to|with|\d[\d,.]*|[A-Z]\w+)\b|[.,]|\Z"
)
"""What stands behind a verb in the present, but seldom behind the noun of a subject."""

_PAST = wordlist(
    "hurt beat cast split sold paid won lost sent spent bought built made hit set kept led met put ran shut cost left "
    "brought drew drove"
)
_HOME = re.compile(r"\s(home)\b")
"""A noun that is an adverb elsewhere."""

_CHANGES = re.compile(r"\s(?:in|of|to)\s(?:(?:the|its|his|her|their|our)\s)?(?=[^\W\d_])")


def modified(text: str, begin: int, start: int, end: int) -> str:
    """The noun behind the amount at [start, end) which the amount describes; nothing where it describes none."""
    if text[end : end + 1] not in {" ", "\n"} or not text[end + 1 : end + 2].isalpha():
        return ""
    before = _before(text, begin, start)
    determined = before in _ARTICLES or before.endswith(("'s", "’s", "s'", "s’"))
    if determined and (home := _HOME.match(text, end)):
        return home[1]
    found, after = _noun(
        phrase(text, end), singular=before in {"a", "an", "another", "each", "every", "one"}, sure=determined
    )
    if len(found) > 1 and before == "the" and is_plural(found[-1]) and _opens(text, begin, start, after):
        found = found[:-1]
    if not found or found[-1] in _UNTOLD or not (determined or _stands_bare(before, found)):
        return ""
    if found[-1] in clause.SHIFTS and (what := changing(text, after)):
        return what
    return " ".join(found[-clause.MOST :])


def _opens(text: str, begin: int, start: int, after: int) -> bool:
    """Whether the phrase with the amount is the subject and its last word the verb: the $5m order covers 60 trains."""
    words = clause.tokens(text, begin, start)
    first = len(words) < 2 or words[-2].kind == "mark" or words[-2].low in {"and", "but", "said", "that"}
    return first and _VERBAL.match(text, after) is not None


def changing(text: str, place: int) -> str:
    """What a rise or fall is in: a 3% rise in wages; nothing when it does not say."""
    link = _CHANGES.match(text, place)
    if link is None:
        return ""
    found, _ = _noun(phrase(text, link.end() - 1), singular=False, sure=True)
    told = " ".join(found[-clause.MOST :])
    return "" if not found or found[-1] in clause.VAGUE | clause.TIMES else told


def _before(text: str, begin: int, start: int) -> str:
    """The word before the amount, past words such as "about" and adjectives of size; nothing after a mark."""
    words = clause.tokens(text, begin, start)
    for token in reversed(words):
        if token.kind != "word":
            return ""
        if token.low not in _SIZES:
            return token.low
    return ""


def _noun(words: Sequence[tuple[str, int]], *, singular: bool, sure: bool) -> tuple[list[str], int]:
    """The words in lower case that make the noun phrase, and the place after it."""
    found: list[str] = []
    after = 0
    for word, place in words:
        if not word[0].islower() and not found:
            continue
        plural = is_plural(word)
        if not word[0].islower() or (found and is_plural(found[-1]) and found[-1] not in NOUNS_BEFORE_NOUNS):
            break
        if word.endswith("ed") and not word.endswith(("eed", "bed")) and not found and sure:
            continue
        if _ends_phrase(word, leading=not found, sure=sure) or (found and singular and plural):
            break
        found.append(word)
        after = place
    return found, after


def _ends_phrase(word: str, *, leading: bool, sure: bool) -> bool:
    if word.endswith("ly") or word in _PAST:
        return True
    if word.endswith("ed") and not word.endswith(("eed", "bed")):
        return True
    return word.endswith("ing") and word not in clause.GERUNDS and not (leading and sure)


def _stands_bare(before: str, found: Sequence[str]) -> bool:
    """Whether an amount without an article describes a noun: over Sh380m tender, imposed 25% tariffs."""
    head = found[-1]
    if before in _BEFORE:
        return not head.endswith(("er", "nt")) or is_plural(head) or head in {"tender", "order", "offer", "debt"}
    verbal = before.endswith("ed") or before in _PAST
    return verbal and is_plural(head) and before not in subjects.MOVING
