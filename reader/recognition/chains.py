"""Chains: all the places that name one thing, whether in full, by a surname, a short form or an acronym."""

from collections.abc import Iterable, Sequence

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition.found import Found
from reader.recognition.lexicon import words as listed
from reader.recognition.shortening import (
    abbreviates,
    asked_names,
    is_acronym,
    is_part,
    part_keys,
    short_names,
    told_names,
)
from reader.text.wordlist import wordlist

_LONG = 3
"""A place of more letters than this, all capitals, is one that a dateline shouts, and no abbreviation."""


_MEN = wordlist("Mr Mr. Sir Lord King Prince Señor Monsieur Herr Brother Father")
_WOMEN = wordlist("Mrs Mrs. Ms Ms. Miss Lady Dame Queen Princess Madame Frau Sister")


def sex_of(text: str, one: Found) -> str:
    """The letter m or f where the title before a person or a first name tells it, else nothing."""
    title = text[max(0, one.span.start - len("Monsieur ")) : one.span.start].split(" ")[-2:-1]
    first, _, rest = one.name.partition(" ")
    for sex, titles, names in (("m", _MEN, "men"), ("f", _WOMEN, "women")):
        if title and title[0] in titles:
            return sex
        if rest and first in listed(names):
            return sex
    return ""


class Chain:
    """One thing of the document with the places that name it, while chains are being made."""

    def __init__(self, first: Found) -> None:
        self.kind = first.kind
        self.names = [first.name]
        self.spans = [first.span]
        self.sex = ""
        self._canonical = first.canonical

    def add(self, found: Found) -> None:
        """Takes one more place in."""
        self._canonical = self._canonical or found.canonical
        if found.name not in self.names:
            self.names.append(found.name)
        self.spans.append(found.span)

    @property
    def name(self) -> str:
        """The name that lists know it by where the text has it, else the fullest; of equally full ones the first."""
        if self._canonical in self.names and self.kind is EntityKind.ORGANISATION:
            return self._canonical
        return max(self.names, key=lambda name: _fullness(name, self.kind))

    def last_before(self, place: Span) -> Span:
        """The last place before `place` that names the thing, or the first of all when there is none."""
        return max((span for span in self.spans if span < place), default=self.spans[0])


def _fullness(name: str, kind: EntityKind) -> tuple[int, int]:
    """How much a name tells: its words, then its letters; all names of a group or a weapon tell alike."""
    if kind in {EntityKind.GROUP, EntityKind.PRODUCT}:
        return (0, 0)
    return len(name.split()), 2 * len(name) + (not name.isupper())


def chains(text: str, found: Iterable[Found]) -> list[Chain]:
    """The things that `found` names, each once, in the order of their first mention."""
    ordered = _bound(text, sorted(found, key=lambda one: one.span))
    register = _Register(text)
    for one in sorted(ordered, key=_rank):
        register.take(one)
    for chain in register.chains:
        chain.spans.sort()
    return sorted(register.chains, key=lambda chain: chain.spans[0])


def _rank(one: Found) -> tuple[int, Span]:
    """Full names before short ones, so that a short one finds its full one; otherwise the order of the text."""
    single = " " not in one.name
    if one.kind is EntityKind.PERSON:
        return 2 if single else 0, one.span
    return 2 if single and one.kind is EntityKind.ORGANISATION else 1, one.span


def _bound(text: str, found: Sequence[Found]) -> list[Found]:
    """Acronyms given in brackets after a name take that name's kind and stand for it throughout."""
    meanings: dict[str, Found] = {}
    ends = {one.span.end: one for one in found}
    for one in found:
        opened = text[max(0, one.span.start - 2) : one.span.start] in {" (", " ["}
        owner = ends.get(one.span.start - 2) if opened and is_acronym(one.name) else None
        if owner and abbreviates(one.name, owner.name):
            meanings[one.name] = owner
    return [_as_bound(one, meanings.get(one.name)) for one in found]


def _as_bound(one: Found, owner: Found | None) -> Found:
    """An acronym with the kind and the identity of what it stands for."""
    return Found(one.span, one.name, owner.kind, owner.canonical or owner.name) if owner else one


class _Register:
    """The chains made so far, found again by everything that a later mention may share with them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.chains: list[Chain] = []
        self._by_short: dict[str, Chain] = {}
        self._by_key: dict[tuple[EntityKind, str], Chain] = {}
        self._people: dict[str, list[Chain]] = {}

    def take(self, one: Found) -> None:
        """Adds a mention to the chain it belongs to, or begins one with it."""
        chain = self._of(one)
        if chain:
            chain.add(one)
        else:
            chain = Chain(one)
            self.chains.append(chain)
        self._note(one, chain)

    def _of(self, one: Found) -> Chain | None:
        """The chain that a mention belongs to, if there is one."""
        known = self._by_key.get((one.kind, one.canonical)) if one.canonical else None
        if known:
            return known
        if one.kind is EntityKind.PERSON:
            return self._person(one)
        shared = [one.name, *sorted(asked_names(one.name))] if one.kind is EntityKind.ORGANISATION else [one.name]
        known = next((chain for name in shared if (chain := self._by_key.get((one.kind, name)))), None)
        return known or (self._by_short.get(one.name) if one.kind is EntityKind.ORGANISATION else None)

    def _person(self, one: Found) -> Chain | None:
        """The person whose name this is a part of; of several, the one named last before this place."""
        near = {id(chain): chain for key in part_keys(one.name) for chain in self._people.get(key, ())}
        fitting = [chain for chain in near.values() if any(is_part(one.name, name) for name in chain.names)]
        sex = sex_of(self._text, one)
        fitting = [chain for chain in fitting if not sex or chain.sex in {"", sex}]
        before = [chain for chain in fitting if chain.spans[0] < one.span]
        if before:
            return max(before, key=lambda chain: chain.last_before(one.span))
        return min(fitting, key=lambda chain: chain.spans[0], default=None)

    def _note(self, one: Found, chain: Chain) -> None:
        """Remembers by what the mention's chain can be found again."""
        keys = {one.name, one.canonical} - {""}
        if one.kind is EntityKind.PLACE and one.name.isupper() and len(one.name) > _LONG:
            keys.add(one.name.title())
        if one.kind is EntityKind.ORGANISATION:
            keys.update(told_names(one.name))
            for name in short_names(one.name):
                self._by_short.setdefault(name, chain)
        if one.kind is EntityKind.PERSON:
            keys.discard(one.name)
            chain.sex = chain.sex or sex_of(self._text, one)
            for key in part_keys(one.name):
                known = self._people.setdefault(key, [])
                if chain not in known:
                    known.append(chain)
        for key in keys:
            self._by_key.setdefault((one.kind, key), chain)
