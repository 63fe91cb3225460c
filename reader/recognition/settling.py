"""One name, one kind: what the tagger said of each place is settled over the document."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition.candidates import CODE, names_money
from reader.recognition.found import Found
from reader.recognition.gazetteer import STATES, gazetteer
from reader.recognition.lexicon import is_common
from reader.recognition.lexicon import words as listed
from reader.recognition.shortening import first_words

_DOUBTED = -3
"""From this lead of its rivals on, what the form of a name tells is no longer sure ("Marco Villa", no villa)."""
_PARTY = re.compile(r"[RDI]-(?=[A-Z][a-z])")
_HEAD = re.compile(r"(?:\A|[\n“\"]|[.!?:] )\Z")
_FIRMS = re.compile(r"(?<= )(?:Ltd|Inc|Corp|plc|PLC|LLC)\. (?!Ltd|Inc|Corp|plc|PLC|LLC|Co\b)(?=[A-Z])")
_INSIDE = re.compile(r"\b(?:in|near|at|around) \Z", re.IGNORECASE)
_NEXT = re.compile(r"[ \n](\w+)")
_MISTAKEN = frozenset({EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.PRODUCT})
"""The kinds that a surname alone is mistaken for."""
_MISTAKEN_BODY = frozenset({EntityKind.PERSON, EntityKind.PLACE, EntityKind.PRODUCT})
"""The kinds that the first word of an organisation is mistaken for."""
_LISTED = frozenset({EntityKind.EVENT, EntityKind.PRODUCT})
"""The kinds that the tagger saw least of, so that it may overlook what a list knows ("9/11")."""


def settled(text: str, tagged: Iterable[Found], rules: Sequence[Found]) -> list[Found]:
    """What was `tagged`, settled, together with what the `rules` know better.

    Titles are trimmed, money and codes left out, surnames of people made people, and each name gets one kind.
    """
    told = [one for one in rules if one.formed or (one.canonical and one.kind in _LISTED)]
    trimmed = [_begun(_without_title(one)) for one in firms_apart(tagged) if not _is_nothing(text, one)]
    certain = _not_inside(trimmed, [one for one in told if _is_certain(one)])
    named = [*certain, *_clear_of(certain, trimmed)]
    people, bodies = (
        {one.span for one in rules if one.kind is kind} for kind in (EntityKind.PERSON, EntityKind.ORGANISATION)
    )
    return _agreed(_called(_shortened(text, [*named, *_clear_of(named, told)], bodies), people))


def _is_certain(one: Found) -> bool:
    """Whether the rules are surer than the tagger: several words that their form or a list explains."""
    listed_so = bool(one.canonical) and one.kind in _LISTED
    told_so = one.formed and one.lead > _DOUBTED and one.kind is not EntityKind.PERSON
    return " " in one.name and (listed_so or told_so)


def _not_inside(longer: Iterable[Found], found: Sequence[Found]) -> list[Found]:
    """Those of `found` that are no part of a longer name of their kind ("Futures Commission" in a longer one)."""
    holders = {(place, one.kind): one for one in longer for place in (one.span.start, one.span.end - 1)}
    inside = {
        one.span
        for one in found
        for place in (one.span.start, one.span.end - 1)
        if (holder := holders.get((place, one.kind)))
        and len(holder.span) > len(one.span)
        and holder.span.contains(one.span)
    }
    return [one for one in found if one.span not in inside]


def _clear_of(claims: Iterable[Found], found: Iterable[Found]) -> list[Found]:
    """Those of `found` that neither begin nor end inside one of `claims`."""
    taken = {place for one in claims for place in range(one.span.start, one.span.end)}
    return [one for one in found if one.span.start not in taken and one.span.end - 1 not in taken]


def _is_nothing(text: str, one: Found) -> bool:
    """Whether what was tagged names nothing of ours: money, a code, an office, a bare "Street", a plan or a law."""
    return (
        _is_money(text, one)
        or _is_code(one)
        or _is_office(one)
        or _is_bare(one)
        or _is_plan(one)
        or _only_begins(text, one)
    )


def _only_begins(text: str, one: Found) -> bool:
    """Whether an ordinary word has its capital from the head of a sentence, and is written small elsewhere."""
    if " " in one.name or one.canonical or not is_common(one.name) or not _HEAD.search(text[: one.span.start][-3:]):
        return False
    return re.search(rf"\b{re.escape(one.name.lower())}\b", text) is not None


def _is_plan(one: Found) -> bool:
    """Whether an organisation is a plan, a law or a prize by its last word ("Green Growth Strategy")."""
    first, _, last = one.name.rpartition(" ")
    return bool(first) and one.kind is EntityKind.ORGANISATION and not one.canonical and last in listed("not_names")


def _is_office(one: Found) -> bool:
    """Whether an organisation is an office ("Head of Research", "Inspector-General of Police")."""
    first, of, _ = (*one.name.split(" ", 2), "", "")[:3]
    return one.kind is EntityKind.ORGANISATION and of in {"of", "for"} and first in listed("titles")


def _is_bare(one: Found) -> bool:
    """Whether a place is nothing but the noun of one ("Street")."""
    return one.kind is EntityKind.PLACE and not one.canonical and one.name in listed("place_heads")


def firms_apart(tagged: Iterable[Found]) -> Iterator[Found]:
    """Two firms that a full stop keeps apart ("Arlo Ltd. Lunar Corp"), each by itself."""
    for one in tagged:
        cut = _FIRMS.search(one.name) if one.kind is EntityKind.ORGANISATION else None
        if cut and len(one.name) == len(one.span) and not one.canonical:
            middle = one.span.start + cut.end()
            yield replace(one, span=Span(one.span.start, middle - 1), name=one.name[: cut.end() - 1])
            yield from firms_apart([replace(one, span=Span(middle, one.span.end), name=one.name[cut.end() :])])
        else:
            yield one


def _begun(one: Found) -> Found:
    """A name without what only stands before it ("accusing Big Machine", "US Chinook", "R-Texas")."""
    if _PARTY.match(one.name) and len(one.name) == len(one.span):
        return replace(one, span=Span(one.span.start + 2, one.span.end), name=one.name[2:], kind=EntityKind.PLACE)
    word, _, rest = one.name.partition(" ")
    if not rest or len(one.name) != len(one.span) or not (_is_small(word, rest) or _is_owner(one, word)):
        return one
    return _begun(replace(one, span=Span(one.span.end - len(rest), one.span.end), name=rest))


def _is_small(word: str, rest: str) -> bool:
    """Whether a word in small letters stands before the name `rest`, and is no part of it as "al" and "van" are."""
    small = word.islower() and not rest.islower() and word not in listed("particles")
    return small and (is_common(word) or word.endswith("ing"))


def _is_owner(one: Found, word: str) -> bool:
    """Whether the first word of a product is the state or the people that has it."""
    entry = gazetteer().get(word) if one.kind is EntityKind.PRODUCT and not one.canonical else None
    return entry is not None and entry.kind in {EntityKind.PLACE, EntityKind.GROUP}


def _is_money(text: str, one: Found) -> bool:
    """Whether a nationality or a state only tells whose money it is ("Canadian dollars")."""
    following = _NEXT.match(text, one.span.end)
    return following is not None and names_money(one.kind, following[1])


def _is_code(one: Found) -> bool:
    """Whether a name is a plural of letters or a code that no list knows ("NGOs", "B12", "Vitamin D")."""
    word, _, letter = one.name.partition(" ")
    is_code = CODE.fullmatch(one.name) or (len(letter) == 1 and letter.isupper() and is_common(word))
    return bool(is_code) and not one.canonical and not gazetteer().knows(one.name)


def _without_title(one: Found) -> Found:
    """A person without the titles that the tagger took in; a name that is nothing but titles stays."""
    if one.kind is not EntityKind.PERSON or len(one.name) != len(one.span):
        return one
    spelt = one.name.split(" ")
    title = next((n for n in (3, 2, 1) if len(spelt) > n and _is_title(" ".join(spelt[:n]))), 0)
    if not title:
        return one
    rest = " ".join(spelt[title:])
    return _without_title(Found(Span(one.span.end - len(rest), one.span.end), rest, one.kind))


def _is_title(words: str) -> bool:
    return words in listed("titles") or words.rstrip(".") in listed("titles")


def _called(found: Sequence[Found], people: Container[Span]) -> list[Found]:
    """The surnames that people of the document bear, taken for people.

    A name that a list knows for something else ("Ford") is a person's where the rules, at `people`, say so too.
    """
    full = [one.name.split(" ") for one in found if one.kind is EntityKind.PERSON and " " in one.name]
    parts = {part for name in full for part in name}
    found = [_as(one, EntityKind.PLACE) if one.name not in parts and _is_state(one) else one for one in found]
    surnames = {name[-1] for name in full} | {" ".join(name[-2:]) for name in full if len(name) > 2}
    return [
        _as(one, EntityKind.PERSON)
        if one.kind in _MISTAKEN and one.name in surnames and (one.span in people or not gazetteer().knows(one.name))
        else one
        for one in found
    ]


def _is_state(one: Found) -> bool:
    """Whether a person alone bears the name of a state or a capital, which then acts ("after Washington invaded")."""
    entry = gazetteer().get(one.name) if one.kind is EntityKind.PERSON else None
    return entry is not None and entry.theme in STATES


def _shortened(text: str, found: Sequence[Found], bodies: Container[Span]) -> list[Found]:
    """The first words that organisations of the document are called by ("Acme" of "Acme Steel Ltd"), taken for them.

    A university's town is no university: so the rules, at `bodies`, must say so too, and nothing may lie "in" it.
    """
    full = [one.name for one in found if one.kind is EntityKind.ORGANISATION and " " in one.name]
    short = {name for long in full for name in first_words(long)}
    towns = {one.name for one in found if one.name in short and _is_inside(text, one)}
    return [
        _as(one, EntityKind.ORGANISATION)
        if one.kind in _MISTAKEN_BODY and one.name in short - towns and one.span in bodies
        else one
        for one in found
    ]


def _is_inside(text: str, one: Found) -> bool:
    """Whether something lies in what is named ("in Kuramo")."""
    return _INSIDE.search(text[max(0, one.span.start - len(" around ")) : one.span.start]) is not None


def _agreed(found: Sequence[Found]) -> list[Found]:
    """Every name with the kind that most of its places have; of equally many, that of its first place.

    A town that a list knows stays one where it was taken for one ("Hamilton", and Margaret Hamilton).
    """
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for one in found:
        votes[one.name][one.kind] += 1
    kinds = {name: max(counts, key=lambda kind: counts[kind]) for name, counts in votes.items()}
    return [one if one.kind is kinds[one.name] or _is_town(one) else _as(one, kinds[one.name]) for one in found]


def _is_town(one: Found) -> bool:
    return one.kind is EntityKind.PLACE and bool(one.canonical)


def _as(one: Found, kind: EntityKind) -> Found:
    return replace(one, kind=kind, canonical="")
