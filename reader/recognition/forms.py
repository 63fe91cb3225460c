"""What a name of several words is, told by its own form: "... Ministry", "University of ...", "Mount ..."."""

from reader.domain.analysis import EntityKind
from reader.recognition.lexicon import words as listed
from reader.recognition.scenes import Scene
from reader.text.wordlist import wordlist

_PERSON_OR_PLACE = wordlist(
    "Banks Beach Bridge Bridges Brooks Camp Castle Church Cliff Coast Dale Day East Farm Field Fields Ford Forest Fort "
    "Gardens Gates Glen Hall Heath Hill House Lake Lane Marsh North Page Park Peak Point Pond Port Range Ridge Rivers "
    "Road Rock South Stone Street Temple Ward Waters Way Wells West Woods"
)
"""Heads of places that are surnames too, so that a first name before them makes a person."""

_GOVERNMENTS = wordlist("Administration Government Presidency Cabinet")
"""Heads behind which a person's name stays the person's ("the Obama Administration")."""

_NAMED_AFTER_FIRST = 3
"""The most words of a place that is told by its first word ("Mount ...", "Lake ...")."""


def kind_by_form(here: Scene, a: int, b: int) -> EntityKind | None:
    """The kind of the words [a, b) if their heads tell it, else None; one word tells nothing."""
    texts = [word.text for word in here.words[a:b]]
    if len(texts) < 2:
        return None
    last = texts[-1]
    if last in _GOVERNMENTS and a in here.known and here.known[a][1].kind is EntityKind.PERSON:
        return None
    if "&" in texts:
        return EntityKind.ORGANISATION
    return _by_inner_head(texts) or _by_last(texts) or _by_first(texts)


def _by_inner_head(texts: list[str]) -> EntityKind | None:
    """The kind told by the word before "of", "for" or "on": "Bank of ...", "Centre for ...", "Gulf of ..."."""
    for small in ("of", "for", "on"):
        if small in texts[1:-1]:
            before = texts[texts.index(small) - 1]
            if before in listed("org_heads"):
                return EntityKind.ORGANISATION
            if before in listed("place_heads"):
                return EntityKind.PLACE
    return None


def _by_last(texts: list[str]) -> EntityKind | None:
    """The kind told by the last word."""
    last = texts[-1]
    if last in listed("org_heads"):
        return EntityKind.ORGANISATION
    if last in listed("events") or texts[0] in listed("storms"):
        return EntityKind.EVENT
    person = texts[0] in listed("first_names") and len(texts) == 2 and last in _PERSON_OR_PLACE
    return EntityKind.PLACE if last in listed("place_heads") and not person else None


def _by_first(texts: list[str]) -> EntityKind | None:
    """The kind told by the first word."""
    if texts[0] in listed("place_first") and len(texts) <= _NAMED_AFTER_FIRST:
        return EntityKind.PLACE
    return None
