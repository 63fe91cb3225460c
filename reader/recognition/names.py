"""Finding names: candidates in every sentence, then one decision for each name of the document."""

from collections.abc import Iterable, Sequence

from reader.domain.analysis import EntityKind
from reader.recognition.candidates import Candidate, candidates
from reader.recognition.evidence import Clue
from reader.recognition.found import Found
from reader.recognition.joints import LEGAL_FORMS
from reader.recognition.lexicon import is_common
from reader.recognition.lexicon import words as listed
from reader.recognition.scenes import Scene
from reader.recognition.shortening import first_alone
from reader.recognition.words import Line, lower_words, without_article

LEAST = 1.0
"""The least weight of evidence with which a name that no list and no form explains is kept."""

MOST_LEAD = 6.0
"""The most that evidence counts for one kind above another."""

_SURE_OF_PERSON = 2.0
"""By how much a place must lead a person of the same name ("Jordan") in the document to be kept everywhere."""

_NAMESAKES = frozenset({EntityKind.PLACE, EntityKind.ORGANISATION})
"""The kinds of known things that a person of the document may share a name with."""

Weights = dict[EntityKind, float]


def names(scenes: Iterable[Scene], lines: Iterable[Line]) -> list[Found]:
    """The names in `scenes`, which are those of `lines`, in the order of the text."""
    lower = lower_words(lines)
    return decided([candidate for here in scenes for candidate in candidates(here, lower)])


def decided(every: Sequence[Candidate]) -> list[Found]:
    """What every candidate names, judged over the document; candidates without evidence are dropped."""
    told: dict[str, list[Clue]] = {}
    for candidate in every:
        own = candidate.own if candidate.name.isupper() or candidate.name not in told else ()
        told.setdefault(candidate.name, []).extend((*own, *candidate.clues))
    weights = {name: weighed(clues) for name, clues in told.items()}
    people, bodies = called(every, weights), shortened(every)
    kinds = ((candidate, _kind(candidate, weights[candidate.name], people, bodies)) for candidate in every)
    return [
        Found(
            one.span,
            one.name,
            kind,
            one.canonical,
            one.kind is kind and not one.canonical,
            _lead(weights[one.name], kind, formed=one.kind is kind),
        )
        for one, kind in kinds
        if kind
    ]


def _lead(weights: Weights, kind: EntityKind, *, formed: bool) -> int:
    """By how much the evidence for `kind` outweighs that for any other, between -MOST_LEAD and MOST_LEAD.

    Where the form of the name tells its kind, only people rival it: they bear names of every form ("Marco Villa").
    """
    rivals = {EntityKind.PERSON} if formed else set(weights)
    rival = max((weights.get(other, 0.0) for other in rivals - {kind}), default=0.0)
    return round(max(-MOST_LEAD, min(MOST_LEAD, weights.get(kind, 0.0) - rival)))


def weighed(clues: Iterable[Clue]) -> Weights:
    """The sum of the evidence for every kind."""
    total: Weights = {}
    for kind, weight in clues:
        total[kind] = total.get(kind, 0.0) + weight
    return total


def called(every: Iterable[Candidate], weights: dict[str, Weights]) -> frozenset[str]:
    """What the people of the document may be called for short: the first and the last words of their full names."""
    parts: set[str] = set()
    for candidate in every:
        spelt = candidate.name.split(" ")
        if len(spelt) > 1 and (candidate.kind or _best(weights[candidate.name])) is EntityKind.PERSON:
            parts.update((spelt[0], spelt[-1], " ".join(spelt[1:]), " ".join(spelt[-2:]), without_article(spelt[-1])))
    return frozenset(parts)


def shortened(every: Iterable[Candidate]) -> frozenset[str]:
    """What the organisations of the document may be called for short: their names without heads at the end."""
    heads = listed("org_heads") | LEGAL_FORMS
    parts: set[str] = set()
    for candidate in every:
        if candidate.kind is EntityKind.ORGANISATION and not candidate.canonical:
            spelt = candidate.name.split(" ")
            while len(spelt) > 1 and spelt[-1].rstrip(",") in heads:
                spelt.pop()
                parts.add(" ".join(spelt))
            parts.update(first_alone(spelt))
    return frozenset(part for part in parts if not is_common(part))


def _kind(candidate: Candidate, weights: Weights, people: frozenset[str], bodies: frozenset[str]) -> EntityKind | None:
    """What kind of thing a candidate names, or None."""
    if candidate.kind in _NAMESAKES and candidate.canonical and candidate.name in people:
        return EntityKind.PERSON if _is_person(candidate, weights) else candidate.kind
    if candidate.kind:
        return candidate.kind
    if candidate.name in people:
        return EntityKind.PERSON
    return EntityKind.ORGANISATION if candidate.name in bodies else _best(weights)


def _is_person(candidate: Candidate, weights: Weights) -> bool:
    """Whether a name that a list knows and a person of this document has ("Hamilton") is the person's here."""
    rival = candidate.kind or EntityKind.PLACE
    known, person = weights.get(rival, 0.0), weights.get(EntityKind.PERSON, 0.0)
    return weighed(candidate.clues).get(rival, 0.0) < 1 and known <= person + _SURE_OF_PERSON


def _best(weights: Weights) -> EntityKind | None:
    """The kind with the most evidence, if that is enough."""
    kind = max(weights, key=lambda one: weights[one], default=None)
    return kind if kind and weights[kind] >= LEAST else None
