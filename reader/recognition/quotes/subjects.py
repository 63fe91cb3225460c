"""Subjects: the noun phrase before a verb of saying, or at the head of a sentence."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise

from reader.domain.span import Span
from reader.recognition.lexicon import is_common
from reader.recognition.quotes.bodies import joined_body, names_body
from reader.recognition.quotes.datelines import past_dateline
from reader.recognition.quotes.finite import is_irregular, is_verb
from reader.recognition.quotes.frame import CLOSE
from reader.recognition.quotes.page import Page
from reader.recognition.quotes.phrases import PRONOUNS, Phrase, phrase, speaks
from reader.text.wordlist import wordlist

_LEADING = wordlist(
    "but and yet so however meanwhile later earlier still instead also then now today yesterday separately previously "
    "afterwards overall finally again nevertheless even perhaps or that as when while because although though"
)
_MARKS = frozenset(" \t\r\n,\"'“”’‘—–-")
_NOT_ADVERBS = wordlist(
    "family ally assembly reply supply july anomaly bully monopoly lily fly rally italy daily holly"
)
_LINKS = wordlist("of for with to by in from against about on and")
_SMALL = wordlist("the a an minister president")
_NEAR = 80
"""How far into a sentence its subject begins at most, in characters."""


@cache
def _boundary() -> re.Pattern[str]:
    """Where a clause may begin within a sentence."""
    return re.compile(
        r"[;:”“(\[]|\s[—–-]{1,2}\s|—|\b(?:and|but|that|as|when|while|because|after|before|since|if|where|which|until|"
        r"than|so|though|although|or|yet|what|whether|how|why)\b"
    )


@cache
def relative() -> re.Pattern[str]:
    """A relative pronoun right before its verb."""
    return re.compile(r"(?:,?\s+|\s+\()(?:who|which)\s*$")


@cache
def _adverbial() -> re.Pattern[str]:
    """The first word of what tells when and where something was said."""
    return re.compile(
        r"\s*(?:on|in|at|during|after|before|since|by|of|under|from|for|amid|last|this|that|next|earlier|later)\s",
        re.IGNORECASE,
    )


@cache
def _article() -> re.Pattern[str]:
    return re.compile(r"\s(the|an?|his|her|its|their)\s")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _any() -> re.Pattern[str]:
    return re.compile(r"[^\s,;:“”()]+")


def is_adverb(word: str) -> bool:
    """Whether a word is an adverb in -ly; one with a capital is rather a name."""
    return word.endswith("ly") and len(word) > 3 and word not in _NOT_ADVERBS and word[0].islower()


def past_lead(page: Page, start: int, end: int) -> int:
    """Where the words and marks before the subject of a clause end."""
    frame, place = page.frame, start
    while place < end:
        if frame[place] in _MARKS:
            place += 1
            continue
        word = _word().match(frame, place, end)
        if word is None or not _leads(page, word, end) or page.owns(word.end()):
            break
        place = word.end()
    return place


def _leads(page: Page, word: re.Match[str], end: int) -> bool:
    """Whether a word may stand before a subject; an adverb with a capital may, unless it is all the clause has."""
    lowered = word.group().lower()
    if lowered in _LEADING:
        return True
    if word.group().islower() or not is_adverb(lowered):
        return is_adverb(word.group())
    return page.at(word.start()) is None and is_common(lowered) and bool(page.frame[word.end() : end].strip())


def subject_before(page: Page, start: int, end: int) -> tuple[Phrase, int] | None:
    """The subject that ends at `end` before its verb, and where it begins; its clause begins at `start` or later."""
    frame = page.frame
    if end > start and frame[end - 1] in {",", CLOSE}:
        return _before_parenthesis(page, start, end - (frame[end - 1] == ","))
    pronoun = relative().search(frame, start, end)
    end = pronoun.start() if pronoun else end
    if end > start and frame[end - 1] in "—–":
        return None
    body = joined_body(frame, start, end)
    limit = body.start if body else end
    begin = max(start, *(frame.rfind(mark, start, limit) + 1 for mark in (",", "—", "– ")))
    if body:
        return _with_body(page, past_lead(page, begin, limit), body)
    for place in _beginnings(page, begin, end):
        subject = phrase(page, place, end)
        if subject:
            return subject, place
    behind = _behind_adverbial(page, begin, end)
    return behind or _closing_name(page, begin, end, related=pronoun is not None)


def _with_body(page: Page, begin: int, body: Span) -> tuple[Phrase, int]:
    """The subject that ends with the name of a body: whom it has sent ("a spokesman for ..."), or the body itself."""
    described = page.frame[begin : body.start].split()
    if len(described) > 2 and described[-2].lower() in _LINKS and speaks(described[-3]):
        return Phrase(Span(begin, body.end)), begin
    named = page.at(body.start)
    if named and named.end == body.end:
        return Phrase(body, named), body.start
    start = body.start - len("the ")
    return Phrase(Span(start, body.end)), start


def _beginnings(page: Page, start: int, end: int) -> Iterator[int]:
    """Where the subject may begin: at the head of [start, end), or of a clause within."""
    yield past_lead(page, start, end)
    for cut in _boundary().finditer(page.frame, start, end):
        yield past_lead(page, cut.end(), end)


def _behind_adverbial(page: Page, begin: int, end: int) -> tuple[Phrase, int] | None:
    """The description or body right behind when and where something was said ("On Monday the company said ...")."""
    if not _adverbial().match(page.frame, begin, end):
        return None
    places = [one.start for one in page.within(begin, end) if one.can_be_called and one.end == end]
    places += [article.start(1) for article in _article().finditer(page.frame, begin, end)]
    for place in reversed(places):
        before = page.frame[begin:place].split()
        if len(before) < 2 or before[-1].lower() in _LINKS or any(map(is_irregular, before)):
            continue
        subject = phrase(page, place, end, strict=True)
        if subject:
            return subject, place
    return None


def _closing_name(page: Page, begin: int, end: int, *, related: bool) -> tuple[Phrase, int] | None:
    """A person named right before the verb, after words that form no phrase; before a relative pronoun with "of"."""
    people = [one for one in page.within(begin, end) if one.is_person]
    if not people or not (people[-1].end == end or related):
        return None
    named = people[-1]
    if names_body(page, named):
        return None
    before, behind = page.frame[begin : named.start].split(), page.frame[named.end : end].split()
    if not related:
        return None if before and before[-1].lower() in _LINKS else (Phrase(named.span, named), named.start)
    return (Phrase(named.span, named), named.start) if not behind or behind[0] in _LINKS else None


def _before_parenthesis(page: Page, start: int, end: int) -> tuple[Phrase, int] | None:
    """The subject before what stands between commas ("Holt, who leads the party, said")."""
    cuts = [start - 1, *(place for place in range(start, end) if page.frame[place] == ","), end]
    parts = [(a + 1, b) for a, b in pairwise(cuts)]
    for part, following in pairwise(parts):
        for place in _beginnings(page, *part):
            subject = phrase(page, place, part[1], strict=True)
            if subject:
                return _named_next(page, subject, following), place
    return None


def _named_next(page: Page, subject: Phrase, part: tuple[int, int]) -> Phrase:
    """The name that stands between commas after a description, else the subject itself."""
    named = None if subject.mention else phrase(page, *part, strict=True)
    return named if named and named.mention and named.mention.can_be_called else subject


def opening_subject(page: Page, start: int, end: int) -> Phrase | None:
    """Who the first words of a sentence speak of: somebody named there, a pronoun or a description."""
    begin = past_lead(page, past_dateline(page, start, end), end)
    first = _word().match(page.frame, begin, end)
    if first and first.group().lower() in PRONOUNS - {"it"}:
        return Phrase(Span(*first.span()))
    for one in page.within(begin, min(end, begin + _NEAR)):
        before = page.frame[begin : one.start]
        if page.owns(one.end) or "," in before or len(before.split()) > 4:
            break
        if not any(word.islower() and word not in _SMALL for word in before.split()):
            return Phrase(one.span, one)
    return _opening_description(page, begin, end)


def _opening_description(page: Page, start: int, end: int) -> Phrase | None:
    """The description that a sentence begins with, right before its verb ("Harbour officials have dropped")."""
    for word, following in pairwise(islice(_any().finditer(page.frame, start, end), 7)):
        if is_verb(following.group()) and speaks(word.group()):
            return phrase(page, start, word.end(), strict=True)
    return None
