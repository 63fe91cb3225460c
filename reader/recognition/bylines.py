"""What a byline names: the people who wrote, the places they wrote from, the agencies they wrote for."""

from collections.abc import Iterator

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition.found import Found
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.lexicon import is_common
from reader.recognition.lexicon import words as listed
from reader.recognition.words import Line, Word
from reader.text.wordlist import wordlist

_FROM = wordlist("in at from IN AT FROM In")
_WRITTEN_BY = frozenset({"by", "By", "BY", "|", ";", "•", "·"})
_NO_NAME = wordlist(
    "by and with in at from yesterday today updated published posted am pm gmt est edt et bst hours ago minutes staff "
    "reporting editing additional writing monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
    "dec"
)
_JOBS = wordlist(
    "Editor Correspondent Reporter Reporters Writer Columnist Bureau Desk Staff Journalist Analyst Commentator Critic "
    "Team Agency Agencies Special Senior Deputy Chief"
)


def byline_names(text: str, line: Line, known: Gazetteer) -> Iterator[Found]:
    """The names in one line of a byline, in order; two words or more are a person unless a list knows better."""
    where = False
    i = 0
    while i < len(line.words):
        word = line.words[i]
        if word.text in _FROM:
            where = True
        elif word.text in _WRITTEN_BY:
            where = False
        end = _end(text, line.words, i)
        if end > i:
            found = _named(text, line.words[i:end], known, where=where)
            if found:
                yield found
        i = max(end, i + 1)


def _end(text: str, words: tuple[Word, ...], i: int) -> int:
    """The index after the name that may begin at word `i`, or `i`."""
    if not _may_name(words[i]):
        return i
    end = i + 1
    while end < len(words) and text[words[end - 1].end : words[end].start] == " ":
        particle = words[end].text in listed("particles") and end + 1 < len(words) and words[end + 1].cap
        if not (_may_name(words[end]) or particle):
            break
        end += 1
    return end


def _may_name(word: Word) -> bool:
    """Whether a word of a byline may be part of a name."""
    return word.cap and word.text.lower().rstrip(".") not in _NO_NAME


def _named(text: str, words: tuple[Word, ...], known: Gazetteer, *, where: bool) -> Found | None:
    """What a run of words of a byline names, if anything."""
    span = Span(words[0].start, words[-1].end)
    name = span.of(text)
    entry = known.get(name) or (known.get(name.title()) if name.isupper() else None)
    if where:
        return Found(span, entry.name if entry else _spelt(name), EntityKind.PLACE, entry.canonical if entry else "")
    if entry and entry.kind is not EntityKind.PERSON:
        return Found(span, entry.name, entry.kind, entry.canonical)
    if len(words) < 2 or _is_job(words):
        return None
    return Found(span, _spelt(name), EntityKind.PERSON)


def _is_job(words: tuple[Word, ...]) -> bool:
    """Whether words of a byline tell a job or a desk rather than a name ("Political Editor", "World News")."""
    spelt = [word.text.capitalize() for word in words]
    return not _JOBS.isdisjoint(spelt) or (spelt[0] not in listed("first_names") and all(map(is_common, spelt)))


def _spelt(name: str) -> str:
    """A name that was set in capitals, with capitals where they belong."""
    return name.title() if name.isupper() and len(name) > 3 else name
