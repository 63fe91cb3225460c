"""What a name of several words is, told by its own form: "... Ministry", "University of ...", "Mount ..."."""

from reader.domain.analysis import EntityKind
from reader.recognition.gazetteer import STATES
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

_BRANCHES = wordlist(
    "Environment Statistics Health Transport Parks Elections Sport Sports Tourism Destination Invest Enterprise "
    "Business Screen Film Trade Athletics Cricket Rugby Hockey Swimming Swim Netball Basketball Football "
    "Gymnastics Cycling Tennis Golf Rowing Sailing Innovation Research Science Investment Export Finance Energy "
    "Infrastructure Highways Rail Water Housing Education Skills Heritage Museums Arts Music Dance Culture Food "
    "Fisheries Forestry Farming Agriculture Police Prisons Revenue Customs Immigration Refugees Democracy Nature "
    "Wildlife Natural Historic Creative Digital Media Aviation Airservices Standards Consumers Citizens "
    "Volunteers Carers Mission Network"
)
"""Words that make the name of a national body together with the name of the country behind them."""

_LINES = frozenset({"Line", "Lines"})
_MEETINGS = wordlist("Congress Conference Convention Forum Symposium Fair Expo Assembly Carnival Show Festival")
_BEGINS = wordlist(
    "opens opened begins began starts started ends ended closes closed concludes concluded resumes resumed convenes"
)
"""What a meeting does, and no body that meets."""

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
    if is_branch(here, a, b) or _is_line(here, a, b):
        return EntityKind.ORGANISATION
    if last in _MEETINGS and b < len(here.words) and here.words[b].text in _BEGINS:
        return EntityKind.EVENT
    return _by_inner_head(texts) or _by_last(texts) or _by_first(texts)


def is_branch(here: Scene, a: int, b: int) -> bool:
    """Whether the words are a country's body for something: "Statistics Norway", "Sport England"."""
    known = here.known.get(a + 1)
    return (
        known is not None
        and known[0] == b
        and known[1].theme in STATES
        and here.words[a].text in _BRANCHES
        and here.text[here.words[a].end : here.words[a + 1].start] == " "
    )


def _is_line(here: Scene, a: int, b: int) -> bool:
    """Whether the words name a shipping line: a place or an unknown word before "Line" or "Lines", and no article."""
    after = here.words[b].text if b < len(here.words) else ""
    follows = here.words[b + 1].text if b + 1 < len(here.words) else ""
    bare = a == 0 or here.words[a - 1].text not in {"the", "The"}
    acts = after in listed("said") or after in {"has", "is", "was", "will", "operates", "runs", "'s", "’s"}
    return here.words[b - 1].text in _LINES and bare and (acts or (after == "," and follows in {"which", "whose"}))


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
    return EntityKind.PLACE if last in listed("place_heads") and not may_be_person(texts) else None


def may_be_person(texts: list[str]) -> bool:
    """Whether two words may be a first name and a surname, though the surname means a place ("Marsh", "Ward")."""
    if len(texts) != 2 or texts[1] not in _PERSON_OR_PLACE:
        return False
    return texts[0] in listed("first_names")


def _by_first(texts: list[str]) -> EntityKind | None:
    """The kind told by the first word."""
    if texts[0] in listed("place_first") and len(texts) <= _NAMED_AFTER_FIRST:
        return EntityKind.PLACE
    return None
