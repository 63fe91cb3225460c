"""The words of an article as name finding sees them: sentence by sentence, hyphens weighed, capitals judged."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reader.domain.article import BlockKind
from reader.recognition.lexicon import words as listed
from reader.recognition.zones import Zone
from reader.text.sentences import sentences
from reader.text.tokens import token_places
from reader.text.wordlist import wordlist

_OPENING = frozenset("\"“‘'«(:;[—–*•-…")
_ARTICLE = re.compile(r"(?:al|el|an|as|ash|ad|ar|az|at|ul|ur)[-‐‑](?=\w)", re.IGNORECASE)
_INNER_CAPITAL = re.compile(r"(?:[a-z]{1,2}[A-Z]|[dlmo]['’][A-Z])")
_PREFIXES = wordlist("anti pro ex non post pre mid trans cross inter neo counter")
_SMALL = wordlist("a an the and but or nor for of to in on at by as with from vs v via per over into up off if so than")
"""Words that titles leave in lower case."""

TITLED = 0.7
"""From this share of capitalised words on, a line without a stop is set in title case."""


class Word(NamedTuple):
    """One word or mark. `cap` says that it is written like a name, `first` that any word would be written so here."""

    start: int
    end: int
    text: str
    cap: bool
    first: bool


class Line(NamedTuple):
    """One sentence. In a `titled` one capitals say nothing."""

    words: tuple[Word, ...]
    kind: BlockKind
    titled: bool


def lines(text: str, zones: tuple[Zone, ...], is_known: Callable[[str], bool]) -> list[Line]:
    """The sentences of all zones; `is_known` tells a known name, which hyphens do not cut."""
    found: list[Line] = []
    for zone in zones:
        piece = zone.span.of(text)
        every = list(token_places(piece))
        place = 0
        for sentence in sentences(piece):
            here: list[tuple[int, str]] = []
            while place < len(every) and every[place][0] < sentence.end:
                here.append(every[place])
                place += 1
            words = tuple(_words(here, zone.span.start, is_known))
            if words:
                found.append(Line(words, zone.kind, is_titled(words)))
    return found


def lower_words(lines: Iterable[Line]) -> frozenset[str]:
    """The words that `lines` write in lower case."""
    return frozenset(word.text for line in lines for word in line.words if word.text.islower())


def recased(line: Line, text: str) -> Line:
    """The same line as `text` writes it, which differs in capitals alone."""
    words = [word._replace(text=text[word.start : word.end]) for word in line.words]
    return Line(tuple(word._replace(cap=looks_named(word.text)) for word in words), line.kind, line.titled)


def _words(here: list[tuple[int, str]], offset: int, is_known: Callable[[str], bool]) -> Iterator[Word]:
    """The words of one sentence, hyphenated ones cut where two names or a name and a plain word meet."""
    first = True
    for place, token in here:
        start = offset + place
        if token.isalpha():  # most words: nothing to cut, and nothing opens behind them
            yield Word(start, start + len(token), token, looks_named(token), first)
            first = False
            continue
        for at, part in _parts(token, is_known):
            yield Word(start + at, start + at + len(part), part, looks_named(part), first)
        first = token[-1] in _OPENING or (first and not token[0].isalnum())


def looks_named(word: str) -> bool:
    """Whether a word is written like a name: with a capital, or like "al-Sadr", "d'Estaing" and "iPhone"."""
    if word[0].isupper():
        return True
    if word.islower() or not word[0].isalpha():
        return False
    article = _ARTICLE.match(word)
    return bool(_INNER_CAPITAL.match(word)) or (article is not None and word[article.end()].isupper())


def without_article(surname: str) -> str:
    """A surname without the Arabic article, which papers leave out after the first mention ("al-Sadr", "Sadr")."""
    return _ARTICLE.sub("", surname, count=1) if _ARTICLE.match(surname) else surname


def _parts(word: str, is_known: Callable[[str], bool]) -> list[tuple[int, str]]:
    """The pieces of a word with their places in it; most words are one piece."""
    if len(word) > 2 and word.endswith(("'s", "’s")):
        return [(0, word[:-2]), (len(word) - 2, word[-2:])]
    if "-" not in word[1:-1] or not word[0].isalpha() or is_known(word) or _ARTICLE.match(word) or "/" in word:
        return [(0, word)]
    pieces = list(re.finditer(r"[^-]+", word))
    if not _splits([piece.group() for piece in pieces], is_known):
        return [(0, word)]
    return [(piece.start(), piece.group()) for piece in pieces]


def _splits(pieces: list[str], is_known: Callable[[str], bool]) -> bool:
    """Whether hyphens join two names or a name and a plain word: "Iran-Russia", "US-led", "anti-Assad"."""
    named = [looks_named(piece) for piece in pieces]
    if not any(named) or any(piece.isdigit() for piece in pieces):
        return False
    if all(named):
        return pieces[0].lower() in _PREFIXES or all(is_known(piece) for piece in pieces)
    tail = pieces[-1]
    return not named[0] or tail in listed("glued") or is_known(pieces[0]) or tail in listed("common_words")


def is_titled(words: tuple[Word, ...]) -> bool:
    """Whether a line is set in title case or in capitals, so that capitals say nothing."""
    spelt = [word.text for word in words if word.text[0].isalpha()]
    if len(spelt) < 3:
        return False
    long = [word for word in spelt if len(word) > 3 or (word.islower() and word not in _SMALL)] or spelt
    if sum(word.isupper() for word in spelt) / len(spelt) > TITLED:
        return True
    capital = sum(word[0].isupper() for word in long) / len(long)
    return capital > TITLED and len(long) > 3 and words[-1].text not in {".", "?", "!", "”", '"', ","}
