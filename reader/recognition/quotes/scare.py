"""Words in quotation marks that nobody said, such as titles and doubtful terms, and sentences, which somebody did."""

import re
from functools import cache

from reader.recognition.quotes.frame import Sentence
from reader.recognition.quotes.marks import Quoted

_LAST = frozenset(".!?…,")
_LONG = 3


@cache
def _naming() -> re.Pattern[str]:
    """What stands before a title, a nickname or a term."""
    return re.compile(
        r"(?:\b(?:so-called|known(?:\s\w+)?\s+as|nicknamed|dubbed|titled|entitled|named|termed|(?:word|term|phrase|name|"
        r"title|film|movie|book|song|novel|show|series|documentary|album|play|podcast|slogan|nickname|single|painting|"
        r"exhibition|poem|musical|opera|game|column|essay|programme|project|operation)s?),?|[’']s)\s*$",
        re.IGNORECASE,
    )


def is_scare(text: str, one: Quoted) -> bool:
    """Whether the words are a title, a nickname or a term that is doubted, and no quotation."""
    before = text[max(0, one.outer.start - 30) : one.outer.start]
    words = one.inner.of(text).split()
    if not words:
        return True
    naming = _naming().search(before)
    if naming and len(words) < 7 and words[-1][-1] not in _LAST:
        return True
    return words[-1][-1] not in _LAST and not before.rstrip().endswith((",", ":")) and _is_titled(words, before)


def _is_titled(words: list[str], before: str) -> bool:
    """Whether words are capitalised like a title, in the midst of a sentence."""
    long = [word for word in words if len(word) > _LONG] or words
    return bool(before.strip()) and all(word[0].isupper() for word in long) and words[0][0].isupper()


def is_sentence(text: str, one: Quoted, sentence: Sentence | None) -> bool:
    """Whether the words are a whole sentence, and alone in `sentence` if one is given."""
    words = one.inner.of(text).strip()
    first = re.search(r"\w", words)
    if first is None or not (first.group().isupper() or first.group().isdigit()):
        return False
    if not one.goes_on and words[-1] not in ".!?…”’\"'":
        return False
    if sentence is None:
        return True
    rest = text[one.outer.end : sentence.span.end].strip(" .!?…")
    alone = not rest or rest[0] in "“\"‘'"
    before = text[sentence.span.start : one.outer.start].strip()
    return alone and (not before or before[-1] in "”\"’'")
