"""Which pronoun fits somebody: told by titles and roles, by first names, and by whether it is one or many."""

import re
from functools import cache

from reader.domain.analysis import Entity, EntityKind
from reader.recognition.lexicon import words as listed
from reader.text.wordlist import wordlist

_MAN = wordlist(
    "mr sir lord king prince pope father brother baron duke emperor sheikh imam ayatollah archbishop cardinal "
    "businessman chairman spokesman congressman policeman fisherman man boy husband son uncle actor waiter salesman "
    "gentleman grandfather nephew boyfriend statesman fireman postman craftsman sportsman"
)
_WOMAN = wordlist(
    "mrs ms miss lady dame queen princess mother sister baroness duchess empress businesswoman chairwoman spokeswoman "
    "congresswoman policewoman woman girl wife daughter aunt actress waitress grandmother niece girlfriend widow "
    "stateswoman sportswoman"
)
_BODIES = wordlist(
    "ministry government statement report letter study survey memo document court army navy council committee "
    "commission regulator watchdog parliament palace embassy office department force service team trust foundation "
    "institute federation association body panel inquiry jury paper email note filing prospectus release poll "
    "administration firm carmaker lender insurer drugmaker chipmaker charity group"
)
_SEVERAL = wordlist("police people men women staff others some many most both few several")
_MENTIONS = 6
"""How many places that name somebody are looked at for a title."""


@cache
def _apposed() -> re.Pattern[str]:
    """A role behind a name ("Karen Holt, the party's chairwoman")."""
    return re.compile(r", (?:\d+, )?(?:an?|the|his|her) (?:[\w’'-]+ ){0,3}?(\w+)")


@cache
def _further() -> re.Pattern[str]:
    return re.compile(r" (?:for|of|at|in|with|from|on|to|near|who) ")


def fits_entity(frame: str, entity: Entity) -> str:
    """The pronoun that fits an entity, "" where that is not known."""
    if entity.kind is not EntityKind.PERSON:
        return "it"
    for span in entity.mentions[:_MENTIONS]:
        before = frame[max(0, span.start - 20) : span.start].split()
        role = _apposed().match(frame, span.end)
        told = {before[-1].strip(".,").lower() if before else "", role.group(1).lower() if role else ""}
        if told & (_MAN | _WOMAN):
            return "he" if told & _MAN else "she"
    first = entity.name.split()[0]
    if first in listed("women"):
        return "she"
    return "he" if first in listed("men") else ""


def fits_description(words: str) -> str:
    """The pronoun that fits a description in small letters, "" for a person who may be a man or a woman."""
    head = _further().split(words, 1)[0].split()[-1]
    if head in _MAN or head in _WOMAN:
        return "he" if head in _MAN else "she"
    if head.endswith("s") or head in _SEVERAL:
        return "they"
    return "it" if head in _BODIES or head in listed("org_before") else ""
