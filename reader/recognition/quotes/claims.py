"""Claims: what somebody said, told without quotation marks."""

import re
from collections.abc import Sequence
from functools import cache

from reader.domain.span import Span
from reader.recognition.quotes.attributions import Saying
from reader.recognition.quotes.datelines import past_dateline
from reader.recognition.quotes.finite import FINITES, is_finite, is_verb
from reader.recognition.quotes.frame import BLANK, CLOSE, OPEN, Sentence
from reader.recognition.quotes.openings import adverbials, denied, listener, outlet, proper, that, that_at_once
from reader.recognition.quotes.page import Page
from reader.recognition.quotes.verbs import CLAIMING, DENYING, LOOSE, MUTE, PARTICIPLES, TELLING
from reader.text.wordlist import wordlist

_NEVER_FIRST = FINITES | wordlist(
    "nothing so no yes goodbye little much to of about by for as with and or but hello on at from during after before "
    "sorry farewell why how what whether who where when if"
)
_PREPOSITIONS = wordlist(
    "in on at during after before for by with to from since until under over amid despite like as when if"
)
_SUBJECTS = wordlist("he she it they we i you there")
_CUTTING = frozenset({"that", "which", "who", ",", "to", "of", "for"})
_JOINING = PARTICIPLES | _PREPOSITIONS | wordlist("a an who which citing and but")
_JOINTS = (", and ", ", but ", "; ", ", while ")
_REACTING = frozenset({"replied", "responded", "answered"})
_CONJUNCTIONS = wordlist("when while as and but though although that where whereas because if since so")
"""One of these alone between commas opens the clause of the verb behind ("when, in fact, he ...")."""

_SUBORDINATING = wordlist("although though while because since until unless once after before whereas")
_NO_PARTICIPLES = wordlist("nothing something anything everything morning evening building housing")
_NOT_DENIED = frozenset({",", "to", "and", "or", "but", "about", "of"})
_SHORT = 4
"""More words than these before a closing attribution are a clause, whatever their verb."""

_FAR = 250
"""How far into a sentence is looked for its verb, in characters."""


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"[\w’'-]+|[,{OPEN}{CLOSE}.{BLANK}]")


@cache
def _bare_words() -> re.Pattern[str]:
    return re.compile(r"[\w’'-]+")


@cache
def _joint() -> re.Pattern[str]:
    """What stands between a claim and another attribution that is not part of it."""
    return re.compile(r"(?:[,;]\s*(?:and|but|while|though|although|as|whereas|yet)?|\s[—–])\s*$")


@cache
def _own_words() -> re.Pattern[str]:
    """What the writer sets against a claim."""
    return re.compile(r"[—–]\s*(?:but|though|although|yet|even though|despite)\b(?!\s+that\b)")


@cache
def _commas() -> re.Pattern[str]:
    return re.compile(rf"[,{CLOSE}]\s+")


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"[()\[\]]")


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}?")


def claimed(page: Page, sentence: Sentence, every: Sequence[Saying], at: int) -> tuple[Span, ...]:
    """The words of the sentence that attribution `at` of `every` tells of without quotation marks; mostly one span."""
    saying, frame = every[at], page.frame
    if saying.word not in CLAIMING:
        return ()
    begin = _complement(page, saying, sentence.span.end)
    end = _bare_end(frame, sentence.span)
    if begin is not None:
        until = _until(frame, every[at + 1 :], begin, end)
        until = _clause_end(frame, saying, begin, until) if saying.beside else until
        return _kept(frame, (Span(begin, max(begin, until)),))
    if saying.word in MUTE:
        return ()
    floor = _floor(page, sentence, every, at)
    if saying.according and not frame[floor : saying.start].strip(" ,“\"'"):
        comma = frame.find(", ", saying.end, min(end, saying.end + 120))
        return _kept(frame, (Span(comma + 2, end),)) if comma >= 0 else ()
    return () if _tells_manner(frame, saying) else _around(frame, saying, floor, end)


def _tells_manner(frame: str, saying: Saying) -> bool:
    """Whether somebody reacted in some way and nothing was said ("he responded quickly")."""
    return saying.word in _REACTING and re.compile(r"\s+[a-z]+ly\b").match(frame, saying.verb.end) is not None


def _complement(page: Page, saying: Saying, end: int) -> int | None:
    """Where what was said begins behind its verb, or None where nothing follows that was said."""
    if saying.according or saying.inverted:
        return None
    place = saying.verb.end
    pattern = that() if saying.word in LOOSE | TELLING else that_at_once()
    after = pattern.match(page.frame, place, end)
    if saying.word in TELLING and not (after and after.group().strip(" ,") == "that"):
        heard = _past_listener(page, place, end)
        if heard is None:
            return _said_from(page.frame, after.end(), end) if after else None
        place = heard
        after = pattern.match(page.frame, place, end)
    if after:
        return _said_from(page.frame, after.end(), end)
    return _clause(page, saying.word, place, end)


def _said_from(frame: str, place: int, end: int) -> int | None:
    """The place behind a "that", unless this is a relative pronoun ("in a letter that took a year")."""
    word = _bare_words().match(frame, place, end)
    related = word is not None and is_finite([word.group()])
    return place if end - place > 3 and not related else None


def _past_listener(page: Page, place: int, end: int) -> int | None:
    """Where the words that name a listener end, or None where none is named."""
    heard = listener().match(page.frame, place, end)
    if heard:
        return heard.end()
    bare = re.compile(r"\s+(?:the\s+)?").match(page.frame, place, end)
    mention = page.at(bare.end()) if bare else None
    if mention:
        medium = outlet().match(page.frame, mention.end, end)
        return medium.end() if medium else mention.end
    name = proper().match(page.frame, place, end)
    return name.end() if name else None


def _clause(page: Page, word: str, place: int, end: int) -> int | None:
    """Where a clause without "that" begins, past when and where it was said; None where none begins."""
    when = adverbials().match(page.frame, place, end)
    place = when.end() if when else place
    while place < end and page.frame[place].isspace():
        place += 1
    if word in DENYING and denied().match(page.frame, place, end):
        return place
    return place if _is_clause(page, place, end, strict=word not in LOOSE) else None


def _is_clause(page: Page, place: int, end: int, *, strict: bool) -> bool:
    """Whether the words from `place` on make a clause; a `strict` one begins with a pronoun, or a name and its verb."""
    words = _words().findall(page.frame, place, min(end, place + _FAR))
    if len(words) < 2 or not words[0][0].isalnum() or words[0].lower() in _NEVER_FIRST:
        return len(words) > 1 and _denies(words)
    if words[0].lower() in _SUBJECTS:
        return True
    if not strict:
        return is_finite(words[1:])
    named = words[0] == "the" or page.at(place) is not None
    verb = next((at for at, word in enumerate(words[1:7], 1) if word in FINITES), 0)
    return named and verb > 0 and _CUTTING.isdisjoint(words[1:verb])


def _denies(words: Sequence[str]) -> bool:
    """Whether the words are a clause that begins with "no" ("no letter had come"), unlike "no to the plan"."""
    return words[0].lower() in {"no", "nothing"} and is_finite(words[1:6]) and _NOT_DENIED.isdisjoint(words[1:6])


def _floor(page: Page, sentence: Sentence, every: Sequence[Saying], at: int) -> int:
    """Where what stands before an attribution begins: its sentence, or what joins it to another one's."""
    if not at or every[at - 1].inverted:
        return past_dateline(page, sentence.span.start, sentence.span.end)
    ends = (page.frame.rfind(joint, every[at - 1].end, every[at].start) + len(joint) for joint in _JOINTS)
    return max(sentence.span.start, *(end for end in ends if end > every[at - 1].end), 0)


def _around(frame: str, saying: Saying, floor: int, end: int) -> tuple[Span, ...]:
    """What was said before an attribution, and behind it where it stands in the middle."""
    before = frame[floor : saying.start].rstrip()
    bare = before.rstrip(", \n")
    if not bare or not (before.endswith((",", CLOSE)) or saying.according):
        return ()
    first = Span(floor, floor + len(bare))
    words = _bare_words().findall(bare)
    if not words:
        return ()
    if _hangs(words, bare):
        behind = _rest(frame, saying.end, end)
        return _kept(frame, (behind,)) if behind else ()
    if len(words) > 2 and is_finite(words[frame[floor] != OPEN :]):
        return _kept(frame, (first,))
    rest, adverbial = _rest(frame, saying.end, end), words[0].lower() in _PREPOSITIONS
    if rest is None:
        return (first,) if len(words) > _SHORT and not adverbial and saying.end == end else ()
    return () if is_finite(words) else _kept(frame, (rest,) if adverbial else (first, rest))


def _rest(frame: str, place: int, end: int) -> Span | None:
    """The words behind a comma at `place` that go on with a claim."""
    comma = re.compile(r"\s*,\s+(?=[\w“])").match(frame, place, end)
    if comma is None:
        return None
    words = _bare_words().findall(frame, comma.end(), min(end, comma.end() + _FAR))
    return Span(comma.end(), end) if words and words[0] not in _JOINING and is_finite(words) else None


def _hangs(words: Sequence[str], bare: str) -> bool:
    """Whether words hang on another clause ("Asked whether ...", "As ...", "Although ..." without its main clause)."""
    parts = bare.split(", ")
    first = words[0].lower()
    if {parts[-1], parts[-2] if len(parts) > 1 else ""} & _CONJUNCTIONS:
        return True
    if first in _SUBORDINATING and not (len(parts) > 1 and is_finite(_bare_words().findall(parts[-1]))):
        return True
    if first == "as" and words[1:2] == ["of"]:
        return False
    return first in {"as", "when", "if", "asked", "pressed", "questioned"} or (
        first.endswith("ing") and len(first) > 6 and first not in _NO_PARTICIPLES
    )


def _until(frame: str, later: Sequence[Saying], begin: int, end: int) -> int:
    """Where a claim ends: before the next attribution that is not part of it, or with its sentence."""
    for saying in later:
        joint = _joint().search(frame, max(begin, saying.start - 12), saying.start)
        if joint:
            return joint.start()
    dash = _own_words().search(frame, begin, end)
    return begin + len(frame[begin : dash.start()].rstrip()) if dash else end


def _clause_end(frame: str, saying: Saying, begin: int, end: int) -> int:
    """Where a claim told in a clause between commas ends: before the verb that the sentence goes on with."""
    if not _commas().search(frame, saying.start, saying.verb.start):
        return end
    for comma in _commas().finditer(frame, begin, end):
        following = _bare_words().match(frame, comma.end())
        if following and is_verb(following.group()) and is_finite(_bare_words().findall(frame, begin, comma.start())):
            return comma.start() + comma.group().startswith(CLOSE)
    return end


def _bare_end(frame: str, span: Span) -> int:
    """The end of a sentence without its stop."""
    end = span.end
    while end > span.start and frame[end - 1] in ".!?… ":
        end -= 1
    return end


def _kept(frame: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, unless nearly all of them is in quotation marks or they are but one word."""
    spans = tuple(_within_brackets(frame, span) for span in spans)
    words = " ".join(span.of(frame) for span in spans)
    return spans if len(_bare_words().findall(_quotation().sub(" ", words))) > 1 else ()


def _within_brackets(frame: str, span: Span) -> Span:
    """The span up to a bracket or a mark that closes what opened before it, and without the stop left there."""
    end, depth = span.end, 0
    for sign in _brackets().finditer(frame, span.start, span.end):
        depth += 1 if sign.group() in "([" else -1
        if depth < 0:
            end = sign.start()
            break
    while end > span.start and (frame[end - 1] in ".!?… ," or _closes_alone(frame, span.start, end)):
        end -= 1
    return Span(span.start, end) if end < span.end else span


def _closes_alone(frame: str, start: int, end: int) -> bool:
    """Whether a closing mark stands at `end` that nothing in the span opens."""
    return frame[end - 1] == CLOSE and OPEN not in frame[start:end]
