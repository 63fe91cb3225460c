"""Finding names: candidates in every sentence, then one decision for each name of the document."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition.evidence import clues
from reader.recognition.found import Found
from reader.recognition.gazetteer import Gazetteer, in_one_line
from reader.recognition.lexicon import is_common
from reader.recognition.lexicon import words as listed
from reader.recognition.pieces import Piece, pieces, together
from reader.recognition.runs import Scene, runs, scene
from reader.recognition.titles import title_end
from reader.recognition.words import Line

LEAST = 1.0
"""The least weight of evidence with which a name that no list and no form explains is kept."""


_CODE = re.compile(r"[A-Z]{2,}s|[A-Z][\w-]*\d[\w-]*|[A-Z]+[$£€]")
"""Plurals of abbreviations ("NGOs"), codes with numbers and signs of currencies: not names unless a list knows them."""


_QUOTES = frozenset("\"“”‘’'«»")
_MONEY = frozenset(
    "dollar dollars pound pounds rupee rupees peso pesos yuan yen won franc francs shilling shillings dinar dinars riyal "
    "riyals krone krona real reais rand naira cedi lira hryvnia rouble roubles ruble rubles".split()
)
"""A nationality or a state before one of these names the money."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that may name something; `kind` is None until the document has decided."""

    span: Span
    name: str
    kind: EntityKind | None
    canonical: str
    clues: Counter[EntityKind]
    titled: bool = False


def names(text: str, lines: Iterable[Line], known: Gazetteer) -> list[Found]:
    """The names in all lines whose capitals can be trusted, in the order of the text."""
    lines = list(lines)
    lower = lower_words(lines)
    every = [candidate for line in lines for candidate in _candidates(scene(text, line, known), lower)]
    return decided(every)


def lower_words(lines: Iterable[Line]) -> frozenset[str]:
    """The words that the document writes in lower case."""
    return frozenset(word.text for line in lines for word in line.words if word.text.islower())


def _candidates(here: Scene, lower: frozenset[str]) -> Iterator[Candidate]:
    """The candidates of one sentence."""
    for i, j in runs(here):
        start = _past_plain(here, i, j, lower)
        if start < j:
            for piece in together(here, pieces(here, start, j)):
                candidate = _candidate(here, piece, lower)
                if candidate:
                    yield candidate


def _past_plain(here: Scene, i: int, j: int, lower: frozenset[str]) -> int:
    """The index after the words that are capitalised only because the sentence begins with them."""
    place = i
    while place < j and here.words[place].first and place not in here.known:
        word = here.words[place].text
        if word.lower() in listed("function_words") and not _is_given(here, place, j):
            place += 1
            continue
        single = place + 1 >= j
        if single and (is_common(word) or word.lower() in lower):
            place += 1
        elif not single and _is_only_first(here, place, j, lower):
            place += 1
        else:
            break
        break
    while place < j and place > i and not here.words[place].cap:
        place += 1
    return place


def _is_given(here: Scene, place: int, j: int) -> bool:
    """Whether a word such as "Will" is a first name here."""
    if here.words[place].text not in listed("first_names") or place + 1 >= j or place + 1 in here.known:
        return False
    return not is_common(here.words[place + 1].text)


def _is_only_first(here: Scene, place: int, j: int, lower: frozenset[str]) -> bool:
    """Whether the first of several capitalised words belongs to the sentence and not to the name."""
    word = here.words[place].text
    if word in listed("first_names") or word in listed("titles") or not here.words[place + 1].cap:
        return False
    if not (is_common(word) or word.lower() in lower):
        return False
    if any(part.text in listed("org_heads") for part in here.words[place + 1 : j]):
        return False
    return place + 1 in here.known or here.words[place + 1].text in listed("first_names") or word.lower() in lower


def _candidate(here: Scene, piece: Piece, lower: frozenset[str]) -> Candidate | None:
    """What a piece may name, or None when it is an ordinary word."""
    a, b = piece.start, piece.end
    span = Span(here.words[a].start, here.words[b - 1].end)
    name = in_one_line(span.of(here.text))
    weights = clues(here, a, b, piece.titled)
    if _is_quoted(here, a, b):
        weights[EntityKind.ORGANISATION] -= 2
        weights[EntityKind.PERSON] -= 1
    if piece.entry:
        if b - a == 1 and here.words[a].first and not name.isupper() and (is_common(name) or name.lower() in lower):
            return None
        if b < len(here.words) and here.words[b].text in _MONEY:
            return None
        if piece.titled and piece.entry.kind is EntityKind.PLACE and b - a == 1:
            return Candidate(span, name, None, "", weights, titled=True)
        name = piece.entry.name if name.isupper() else name
        return Candidate(span, name, piece.entry.kind, piece.entry.canonical, weights)
    if here.words[b - 1].text in listed("not_names"):
        return None
    if piece.kind is None and _is_office_of(here, a, b):
        return None
    if all(word.text.isupper() and is_common(word.text) for word in here.words[a:b]):
        return None
    if piece.kind:
        return Candidate(span, name, piece.kind, "", weights)
    if b - a == 1 and _is_nothing(here, a, lower, titled=piece.titled):
        return None
    return Candidate(span, name, None, "", weights, titled=piece.titled)


def _is_quoted(here: Scene, a: int, b: int) -> bool:
    """Whether the words fill a pair of quotation marks, as the title of a work does."""
    if a == 0 or b >= len(here.words) or here.words[a - 1].text not in _QUOTES:
        return False
    return (
        here.words[b].text in _QUOTES
        or here.words[b].text in {",", "."}
        and b + 1 < len(here.words)
        and (here.words[b + 1].text in _QUOTES)
    )


def _is_office_of(here: Scene, a: int, b: int) -> bool:
    """Whether the words only tell what a minister is minister of ("Foreign Affairs" in "Foreign Affairs Minister")."""
    return (
        b < len(here.words)
        and title_end(here.words, b, b + 3) > b
        and all(word.text in listed("departments") or not word.cap for word in here.words[a:b])
    )


def _is_nothing(here: Scene, a: int, lower: frozenset[str], *, titled: bool) -> bool:
    """Whether one capitalised word is an ordinary word, or no word at all."""
    word = here.words[a].text
    if len(word.rstrip(".")) == 1 or not word[0].isalpha() or word in listed("not_names") | listed("abbreviations"):
        return True
    if _CODE.fullmatch(word):
        return True
    if titled:
        return word.lower() in listed("function_words")
    if word.isupper() and len(word) > 1:
        return word.lower() in listed("function_words") or (len(word) > 3 and is_common(word))
    return word.lower() in lower or is_common(word) or word in listed("titles") or word in listed("org_heads")


def decided(every: list[Candidate]) -> list[Found]:
    """What every candidate names, judged over the document; candidates without evidence are dropped."""
    by_name: dict[str, Counter[EntityKind]] = {}
    for candidate in every:
        by_name.setdefault(candidate.name, Counter()).update(candidate.clues)
    people = _people(every, by_name)
    found = []
    for candidate in every:
        kind = candidate.kind
        if kind is EntityKind.PLACE and candidate.name in people and candidate.canonical:
            weights = by_name[candidate.name]
            place = candidate.clues[EntityKind.PLACE] >= 1
            kind = kind if place or weights[EntityKind.PLACE] > weights[EntityKind.PERSON] + 2 else EntityKind.PERSON
        kind = kind or _kind(candidate, by_name[candidate.name], people)
        if kind:
            found.append(Found(candidate.span, candidate.name, kind, candidate.canonical))
    return found


def _people(every: list[Candidate], by_name: dict[str, Counter[EntityKind]]) -> frozenset[str]:
    """The single words by which the people of the document may be called: parts of their full names."""
    parts: set[str] = set()
    for candidate in every:
        if " " in candidate.name and candidate.kind in {None, EntityKind.PERSON}:
            best = candidate.kind or _best(by_name[candidate.name])
            if best is EntityKind.PERSON:
                spelt = candidate.name.split(" ")
                parts.update((spelt[0], spelt[-1]))
                parts.add(" ".join(spelt[1:]))
                parts.add(" ".join(spelt[-2:]))
    return frozenset(parts)


def _best(weights: Counter[EntityKind]) -> EntityKind | None:
    """The kind with the most evidence, if that is enough."""
    kind, weight = max(weights.items(), key=lambda item: item[1], default=(None, 0.0))
    return kind if weight >= LEAST else None


def _kind(candidate: Candidate, weights: Counter[EntityKind], people: frozenset[str]) -> EntityKind | None:
    """The kind of a candidate that neither a list nor its form explains."""
    if candidate.name in people:
        return EntityKind.PERSON
    return _best(weights)
