"""Attributions: the verbs of saying of a sentence, each with its subject before or behind it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reader.domain.span import Span
from reader.recognition.quotes.datelines import past_dateline
from reader.recognition.quotes.finite import FINITES
from reader.recognition.quotes.frame import CLOSE, OPEN, Sentence
from reader.recognition.quotes.page import Page
from reader.recognition.quotes.phrases import Phrase, phrase_after, speaks
from reader.recognition.quotes.subjects import is_adverb, opening_subject, past_lead, relative, subject_before
from reader.recognition.quotes.verbs import ALL, FINITE, NEVER_BEFORE_SPEAKER, SPEAKING
from reader.text.wordlist import wordlist

_BASE = wordlist(
    "say argue insist claim warn believe reckon admit acknowledge confirm deny note suggest report call describe "
    "estimate forecast write tell predict contend"
)
"""These stand after a plural subject alone; after any other they are nouns, or follow "to"."""

_NOUNS_TOO = wordlist(
    "claims reports estimates notes forecasts calls demands cites reads hints promises vows pledges posts"
)
_UNDONE = wordlist("was were is are be been being to not never cannot get got")
_PLURAL = wordlist("police people men women staff they we i you some many others most both")
_AUXILIARY = wordlist(
    "has have had also then later once again now still even just simply further previously earlier recently first "
    "always often only would himself herself itself themselves did yesterday too repeatedly"
)
_OPENING_CLAUSE = wordlist("and but that as when while because after before since if where though although the so")
_NOT = ("n't", "n’t")
_MOST = 60
"""How many verbs of saying a sentence is looked through for; no sentence that anybody would read has more."""

_REACH = 300
"""How far from its verb a subject is looked for, in characters."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution: a verb of saying with its subject, reaching over [start, end).

    `inverted` tells that the subject follows the verb, so that nothing said can follow at once; `beside` that it stands
    in a clause beside that of the sentence ("who asked not to be named"). The word of "according to" is "according".
    """

    verb: Span
    word: str
    start: int
    end: int
    subject: Phrase
    inverted: bool = False
    beside: bool = False

    @property
    def according(self) -> bool:
        """Whether this is "according to"."""
        return self.word == "according"

    @property
    def speaks(self) -> bool:
        """Whether the verb is one of speaking, not one that labels a thing."""
        return self.word in SPEAKING


@dataclass(frozen=True, slots=True)
class _Verb:
    """One verb of saying in the stretch [floor, end) of its sentence, after the sayings `before` it."""

    span: Span
    word: str
    floor: int
    end: int
    before: Sequence[Saying]


@cache
def _words() -> re.Pattern[str]:
    """Words that are long enough for a verb of saying."""
    return re.compile("[A-Za-z]{3,}")


_ADVERB = r"(?:[a-z]+ly\s+|also\s+|then\s+|later\s+)?"


@cache
def _joined() -> re.Pattern[str]:
    """What joins a verb to the subject of the verb before ("smiled and said")."""
    return re.compile(rf"(?:.*\s)?(?:and|but)\s+{_ADVERB}$", re.DOTALL)


@cache
def _joined_behind_name() -> re.Pattern[str]:
    """The same where that subject stands behind its verb ("said Anna Holm, who added")."""
    return re.compile(rf"(?:[^,;]{{0,60}},?\s+who|(?:.*\s)?(?:and|but))\s+{_ADVERB}$", re.DOTALL)


@cache
def _quoting_relative() -> re.Pattern[str]:
    """A relative clause that ends with a few words in quotation marks."""
    return re.compile(
        rf",\s+(?:[^,;{OPEN}{CLOSE}]{{1,40}}\s)?(?:who|which|whose)\s[^,;{CLOSE}]{{1,60}}{OPEN}[^{CLOSE}]{{1,40}}{CLOSE}+(?:[^,;{OPEN}]{{0,60}},|)\s*$"
    )


@cache
def _further() -> re.Pattern[str]:
    """What parts the head of a description from the rest of it."""
    return re.compile(r"\s(?:of|at|in|for|from|with|to|on|near|close|familiar|briefed)\s")


@cache
def _quoting() -> re.Pattern[str]:
    """What stands before "saying" where somebody is quoted."""
    return re.compile(
        r"\s+(?:is|was|are|were|been)\s+(?:later\s+|also\s+)?(?:quoted|cited)\s+(?:by\s+[^,.;]{1,40}\s+)?as\s+$"
    )


def verbs(frame: str) -> list[re.Match[str]]:
    """Every word of the frame that may be a verb of saying."""
    return [word for word in _words().finditer(frame) if word[0] in ALL]


def sayings(page: Page, sentence: Sentence, words: Sequence[re.Match[str]]) -> list[Saying]:
    """The attributions of one sentence; `words` are its possible verbs of saying."""
    found: list[Saying] = []
    floor = past_dateline(page, sentence.span.start, sentence.span.end)
    for word in words[:_MOST]:
        if word.start() < floor:
            continue
        begin, end = max(floor, word.start() - _REACH), min(sentence.span.end, word.end() + _REACH)
        saying = _saying(page, _Verb(Span(*word.span()), word[0], begin, end, tuple(found)))
        if saying:
            found.append(saying)
            floor = floor if saying.beside else max(floor, saying.end)
    return found


def _saying(page: Page, verb: _Verb) -> Saying | None:
    """The attribution around one verb, if it is one."""
    frame, place = page.frame, verb.span.start
    if (verb.word != "saying" and frame.startswith(" by ", verb.span.end)) or frame.endswith(
        ("-", "’", "'"), verb.floor, place
    ):
        return None
    if verb.word in {"according", "According"}:
        return _according(page, verb)
    end = _without_auxiliaries(frame, verb.floor, place)
    if end is None:
        return None
    if verb.word.endswith("ing"):
        return _quoted_as(page, verb) or _participle(page, verb)
    shared = _shared_subject(frame, verb)
    if shared:
        return Saying(verb.span, verb.word, end, verb.span.end, shared)
    start = _clause_start(page, verb.floor, end)
    found = subject_before(page, start, end)
    return _plain(frame, verb, found, (start, end)) if found else _inverted(page, verb, start)


def _plain(frame: str, verb: _Verb, found: tuple[Phrase, int], clause: tuple[int, int]) -> Saying | None:
    """A verb after its subject, which is looked for in `clause`."""
    subject, start = found
    if not _agrees(subject.span.of(frame), verb.word, subject) or _is_object(frame, verb, subject, clause[0]):
        return None
    beside = relative().search(frame, *clause) is not None
    return Saying(verb.span, verb.word, start, verb.span.end, subject, beside=beside)


def _clause_start(page: Page, floor: int, end: int) -> int:
    """Where the clause whose subject ends at `end` begins at the earliest: after a quotation, colon or semicolon."""
    quoted = page.frame.rfind(CLOSE, floor, end)
    related = _quoting_relative().search(page.frame, floor, end) if quoted >= 0 else None
    quoted = page.frame.rfind(CLOSE, floor, related.start()) if related else quoted
    start = max(floor, quoted + 1, *(page.frame.rfind(mark, floor, end) + 1 for mark in (";", ": ")))
    return past_lead(page, start, end)


def _without_auxiliaries(frame: str, floor: int, end: int) -> int | None:
    """Where the subject of a verb at `end` ends, adverbs and auxiliaries left out; None where the verb says nothing."""
    place = end
    while place > floor:
        while place > floor and frame[place - 1].isspace():
            place -= 1
        begin = place
        while begin > floor and (frame[begin - 1].isalpha() or frame[begin - 1] in "’'"):
            begin -= 1
        word = frame[begin:place]
        if word.lower() in _UNDONE or word.endswith(_NOT):
            return None
        if not (word in _AUXILIARY or is_adverb(word)):
            return place
        place = begin
    return place


def _shared_subject(frame: str, verb: _Verb) -> Phrase | None:
    """The subject of the verb before, where this one is joined to it."""
    if not verb.before or verb.before[-1].according:
        return None
    after_name = verb.before[-1].inverted
    joined = (_joined_behind_name() if after_name else _joined()).match(frame, verb.floor, verb.span.start)
    return verb.before[-1].subject if joined and frame.count(",", verb.floor, verb.span.start) < 2 else None


def _agrees(words: str, verb: str, subject: Phrase) -> bool:
    """Whether a verb that may be a noun has a subject that it fits."""
    if verb in _NOUNS_TOO:
        return subject.mention is not None or not words.lower().endswith(("s", "police"))
    if verb not in _BASE:
        return True
    last = _further().split(words, 1)[0].split()[-1].lower()
    return last in _PLURAL or last.endswith("s") or " and " in words


def _is_object(frame: str, verb: _Verb, subject: Phrase, start: int) -> bool:
    """Whether a name and a word that may be a noun are the object of another verb ("beat City forecasts")."""
    before = frame[start : subject.span.start].split()
    if verb.word not in _NOUNS_TOO or subject.mention is None or not before:
        return False
    return before[-1].isalpha() and before[-1].islower() and not (before[-1] in _OPENING_CLAUSE or speaks(before[-1]))


def _inverted(page: Page, verb: _Verb, start: int) -> Saying | None:
    """A verb before its subject ("said John Harrow"), which follows a comma, a quotation or nothing."""
    before = page.frame[max(0, verb.span.start - 9) : verb.span.start].rstrip()
    opened = before.endswith((",", CLOSE)) or not page.frame[start : verb.span.start].strip()
    if not opened or verb.word in NEVER_BEFORE_SPEAKER or verb.word not in FINITE:
        return None
    found = phrase_after(page, verb.span.end, verb.end)
    if found is None or _goes_on(page.frame, found[1], verb.end):
        return None
    return Saying(verb.span, verb.word, verb.span.start, found[1], found[0], inverted=True)


def _goes_on(frame: str, place: int, end: int) -> bool:
    """Whether a finite verb follows at once, so that the words before are its subject and nobody who speaks."""
    words = frame[place:end].split(None, 1)
    return bool(words) and (words[0] in FINITES or words[0] in FINITE)


def _quoted_as(page: Page, verb: _Verb) -> Saying | None:
    """The words "was quoted as saying", whose subject stands before them."""
    passive = _quoting().search(page.frame, verb.floor, verb.span.start)
    found = subject_before(page, past_lead(page, verb.floor, passive.start()), passive.start()) if passive else None
    return Saying(verb.span, verb.word, found[1], verb.span.end, found[0]) if found else None


def _participle(page: Page, verb: _Verb) -> Saying | None:
    """A participle after a comma, whose subject is that of the verb before it or of the sentence."""
    if not page.frame[verb.floor : verb.span.start].rstrip().endswith((",", CLOSE)):
        return None
    opening = None if verb.before else opening_subject(page, verb.floor, verb.span.start)
    subject = verb.before[-1].subject if verb.before else opening
    return Saying(verb.span, verb.word, verb.span.start, verb.span.end, subject) if subject else None


def _according(page: Page, verb: _Verb) -> Saying | None:
    """The words "according to" with whom they name."""
    if not page.frame.startswith(" to ", verb.span.end):
        return None
    found = phrase_after(page, verb.span.end + len(" to "), verb.end)
    if found is None:
        return None
    return Saying(Span(verb.span.start, verb.span.end + 3), "according", verb.span.start, found[1], found[0])
