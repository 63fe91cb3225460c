"""Chains: all the places that name one thing, whether in full, by a surname, a short form or an acronym."""

import re
from collections.abc import Iterable

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition.found import Found
from reader.recognition.lexicon import words as listed
from reader.text.wordlist import wordlist

_FORMS = wordlist("Inc Inc. Ltd Ltd. Limited plc PLC LLC Corp Corp. Corporation Co Co. Company AG SA NV SE AB ASA")
_SMALL = wordlist("of the and for on in to a & de la del des du et")
_SUFFIXES = wordlist("Jr Jr. Sr Sr. II III IV")


class Chain:
    """One thing of the document with the places that name it, while chains are being made."""

    def __init__(self, first: Found) -> None:
        self.kind = first.kind
        self.names = [first.name]
        self.canonicals = {first.canonical} - {""}
        self.spans = [first.span]

    def add(self, found: Found) -> None:
        """Takes one more place in."""
        if found.name not in self.names:
            self.names.append(found.name)
        self.canonicals |= {found.canonical} - {""}
        self.spans.append(found.span)

    @property
    def name(self) -> str:
        """The fullest name; of equally full ones the first."""
        return max(self.names, key=lambda name: (_fullness(name, self.kind), -self.names.index(name)))


def _fullness(name: str, kind: EntityKind) -> int:
    """How much a name tells: its words, its letters where those are equal; a noun of the weapons list counts alike."""
    if kind in {EntityKind.GROUP, EntityKind.PRODUCT}:
        return 0
    return len(name.split()) * 100 + len(name)


def chains(text: str, found: Iterable[Found]) -> list[Chain]:
    """The things that `found` names, each once, in the order of their first mention."""
    ordered = sorted(found, key=lambda one: one.span)
    ordered = _bound(text, ordered)
    made: list[Chain] = []
    for one in sorted(ordered, key=_rank):
        chain = _of(one, made)
        if chain:
            chain.add(one)
        else:
            made.append(Chain(one))
    for chain in made:
        chain.spans.sort()
    return sorted(made, key=lambda chain: chain.spans[0])


def _rank(one: Found) -> tuple[int, Span]:
    """Full names before short ones, so that a short one finds its full one; otherwise the order of the text."""
    words = len(one.name.split())
    full = one.kind is EntityKind.PERSON and words > 1
    acronym = one.kind is EntityKind.ORGANISATION and words == 1
    return (0 if full else 2 if acronym or one.kind is EntityKind.PERSON else 1), one.span


def _bound(text: str, found: list[Found]) -> list[Found]:
    """Acronyms given in brackets after a name take that name's kind and stand for it throughout."""
    meanings: dict[str, Found] = {}
    ends = {one.span.end: one for one in found}
    for one in found:
        if _is_acronym(one.name) and text[one.span.start - 2 : one.span.start] in {" (", " ["}:
            owner = ends.get(one.span.start - 2)
            if owner and owner.name != one.name and _abbreviates(one.name, owner.name):
                meanings[one.name] = owner
    return [_as_bound(one, meanings.get(one.name)) for one in found]


def _as_bound(one: Found, owner: Found | None) -> Found:
    """An acronym with the kind and the identity of what it stands for."""
    if owner is None:
        return one
    return Found(one.span, one.name, owner.kind, owner.canonical or owner.name)


def _of(one: Found, made: list[Chain]) -> Chain | None:
    """The chain that `one` belongs to, if there is one."""
    same_kind = [chain for chain in made if chain.kind is one.kind]
    for chain in same_kind:
        if one.name in chain.names or (one.canonical and one.canonical in chain.canonicals | set(chain.names)):
            return chain
    if one.kind is EntityKind.PERSON:
        return _person(one, same_kind)
    if one.kind is EntityKind.ORGANISATION:
        return _organisation(one, same_kind)
    return None


def _person(one: Found, people: list[Chain]) -> Chain | None:
    """The person whose fuller name this is part of; of several, the one named last before this place."""
    fitting = [chain for chain in people if any(_is_part(one.name, name) for name in chain.names)]
    if not fitting:
        return None
    before = [chain for chain in fitting if chain.spans[0] < one.span]
    return max(before, key=lambda chain: max(span for span in chain.spans if span < one.span)) if before else fitting[0]


def _is_part(short: str, full: str) -> bool:
    """Whether one can be called `short` whose name is `full`."""
    few = [word for word in short.split(" ") if word not in _SUFFIXES]
    many = [word for word in full.split(" ") if word not in _SUFFIXES]
    if not few or len(few) > len(many):
        return False
    if len(few) == 1:
        return _bare(many[-1]) == _bare(few[0]) or (len(many) > 1 and many[0] == few[0])
    ends_alike = many[0] == few[0] and many[-1] == few[-1]
    return ends_alike or few in (many[-len(few) :], many[: len(few)])


def _bare(surname: str) -> str:
    """A surname without the Arabic article that papers leave out after the first mention."""
    return surname.lower().removeprefix("al-").removeprefix("el-")


def _organisation(one: Found, bodies: list[Chain]) -> Chain | None:
    """The organisation that this short form, acronym or turned-round name stands for."""
    for chain in bodies:
        for name in chain.names:
            if _is_acronym(one.name) and _abbreviates(one.name, name):
                return chain
            if _is_short_form(one.name, name) or _is_short_form(name, one.name) or _turned(one.name) == _turned(name):
                return chain
    return None


def _is_acronym(name: str) -> bool:
    """Whether a name may be made of the first letters of another."""
    bare = name.replace(".", "")
    return 1 < len(bare) < 8 and bare[:1].isupper() and sum(letter.isupper() for letter in bare) >= len(bare) / 2


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of `acronym` begin the words of `name`, small words counted or not."""
    letters = acronym.replace(".", "").lower()
    words = [word for word in re.split(r"[\s\-–’'/]+", name) if word]
    if len(words) < 2:
        return False
    every = "".join(word[0].lower() for word in words)
    main = "".join(word[0].lower() for word in words if word.lower() not in _SMALL)
    return letters in {every, main} or (len(main) > 2 and letters == main[:-1] and words[-1] in _FORMS)


def _is_short_form(short: str, full: str) -> bool:
    """Whether `short` is `full` without its legal form or its common last words ("Acme" of "Acme Steel Ltd")."""
    if not full.startswith(short + " ") or short.rsplit(" ", 1)[-1] in listed("org_heads"):
        return False
    rest = full[len(short) + 1 :].replace(",", "").split()
    return all(word in _FORMS or word in listed("org_heads") for word in rest)


def _turned(name: str) -> str:
    """One form for "Ministry of Finance" and "finance ministry"; other names are their own."""
    words = [word.lower() for word in name.replace(",", " ").split() if word.lower() not in _SMALL]
    for head in ("ministry", "department"):
        if head in words and len(words) > 1:
            return " ".join([head, *sorted(word.rstrip("s") for word in words if word != head)])
    return name
