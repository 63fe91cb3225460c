"""Quotations paired with the attributions of their sentence."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reader.domain.span import Span
from reader.recognition.quotes.attributions import Saying
from reader.recognition.quotes.frame import Sentence
from reader.recognition.quotes.marks import Quoted
from reader.recognition.quotes.page import Page
from reader.recognition.quotes.phrases import Phrase, phrase
from reader.recognition.quotes.scare import is_scare, is_sentence
from reader.recognition.quotes.subjects import opening_subject
from reader.recognition.quotes.verbs import ADJACENT, LABELLING, NAMING

_NEAR_LABEL, _NEAR = 200, 400
"""How far behind its verb words can stand that it quotes, in characters."""

_SHORT = 60
"""How long a line that names who said what stands before it can be, in characters."""

_ENDS_BEFORE_SPEAKER = frozenset(",?!…—–")
_OPENING = frozenset({"the", "a", "an", "this", "these", "those"})
"""What opens a sentence before a term that is doubted (The “experts” ...)."""

_RELATED = ("that ", "which ", "what ")


class Told(NamedTuple):
    """One sentence with its number, its attributions, who speaks in each, and what each claims."""

    number: int
    sentence: Sentence
    sayings: Sequence[Saying]
    names: Sequence[str]
    claims: Sequence[tuple[Span, ...]]


@cache
def _manner() -> re.Pattern[str]:
    """What tells how somebody was when speaking."""
    return re.compile(
        r"\b(?:was|were|is|are|seems?|seemed|sounded|sounds|remains?|remained|had|has|put|agrees?|nods?|nodded|shrugs?|"
        r"shrugged|smiles?|smiled|laughs?|laughed|went|goes|recalls?|remembers?)\b"
    )


@cache
def _behind() -> re.Pattern[str]:
    """A dash or a colon between words said and the name of who said them."""
    return re.compile(r"(?:[ \t\n]*[—–-]{1,2}|:)[ \t]*")


def attribution(text: str, page: Page, told: Told, one: Quoted) -> int | None:
    """Which attribution of its sentence tells who said these words: one right behind, one before, one all around."""
    scare = is_scare(text, one)
    closing = None if scare else _right_behind(text, page, told, one)
    if closing is not None:
        return closing
    if scare and not is_sentence(text, one, told.sentence):
        return None
    last = sum(saying.verb.start < one.outer.start for saying in told.sayings) - 1
    if last >= 0 and _governs(page.frame, told.sayings[last], one):
        return last
    opening = page.frame[told.sentence.span.start : one.outer.start].strip().lower()
    if opening in _OPENING or (not opening and text[one.inner.start].isupper()):
        return None
    return next((at for at, spans in enumerate(told.claims) if any(span.contains(one.outer) for span in spans)), None)


def _right_behind(text: str, page: Page, told: Told, one: Quoted) -> int | None:
    """The attribution that follows the words at once."""
    for at, saying in enumerate(told.sayings):
        if saying.start < one.outer.end or not saying.speaks:
            continue
        if page.frame[one.outer.end : saying.start].strip(" ,\n"):
            return None
        return at if _closes(text, page.frame, one, saying) else None
    return None


def _closes(text: str, frame: str, one: Quoted, saying: Saying) -> bool:
    """Whether words end as they do before an attribution."""
    last = one.inner.of(text).rstrip("”’\"'")[-1:]
    return saying.inverted or saying.according or last in _ENDS_BEFORE_SPEAKER or frame.startswith(",", one.outer.end)


def _governs(frame: str, saying: Saying, one: Quoted) -> bool:
    """Whether an attribution tells of words that stand behind it in its sentence."""
    if one.outer.start - saying.end > (_NEAR_LABEL if saying.word in LABELLING else _NEAR):
        return False
    between = frame[saying.end : one.outer.start]
    if saying.inverted:
        return between.rstrip().endswith((",", ":")) or not between.strip()
    if saying.word in NAMING and not between.strip():
        return frame.endswith(_RELATED, 0, saying.start)
    return not (saying.word in ADJACENT and between.strip(" ,:"))


def by_mark(text: str, page: Page, sentence: Sentence, one: Quoted) -> Phrase | None:
    """Who speaks where a colon or a dash tells it ("Minister: ...", "... – Edith Crane")."""
    start, end = sentence.span.start, one.outer.start
    before = page.frame[start:end].rstrip()
    if before.endswith(":"):
        colon = start + len(before) - 1
        named = phrase(page, start, colon, strict=True)
        return named or (
            opening_subject(page, start, colon)
            if _manner().search(before) and text[one.inner.start].isupper()
            else None
        )
    behind = _behind().match(page.frame, one.outer.end)
    if behind is None or start != end:
        return None
    mention = page.at(behind.end())
    line = page.frame.find("\n", behind.end())
    line = len(page.frame.rstrip()) if line < 0 else line
    short = 0 < line - behind.end() < _SHORT and not behind.group().startswith(":")
    return (
        Phrase(mention.span, mention) if mention else phrase(page, behind.end(), line, strict=True) if short else None
    )


def is_said(text: str, page: Page, sentence: Sentence, one: Quoted) -> bool | None:
    """Whether words that nothing attributes were said; None where they may go on with what was said before."""
    if page.frame[sentence.span.start : one.outer.start].rstrip().endswith(":"):
        return is_sentence(text, one, None)
    if one.outer.start == sentence.span.start and page.frame.startswith(":", one.outer.end):
        return len(one.inner.of(text).split()) > 2
    return None if is_sentence(text, one, sentence) else False
