"""Bodies whose names hold commas, "and" or somebody's name ("the food, farming and fisheries ministry")."""

import re
from functools import cache

from reader.domain.span import Span
from reader.recognition.quotes.page import Mention, Page

_KINDS = (
    "ministry",
    "department",
    "office",
    "committee",
    "commission",
    "agency",
    "council",
    "directorate",
    "secretariat",
    "bureau",
    "authority",
    "board",
)
_NAMESAKES = (
    "administration government cabinet regime campaign team ministry office company firm group family estate "
    "foundation presidency leadership camp junta trust institute university hospital school club party movement"
)
_LONGEST = 100
"""How long the words of such a body are at most, in characters."""


@cache
def _joined_body() -> re.Pattern[str]:
    """The end of a clause that names what a body looks after one by one."""
    kinds = "|".join(_KINDS)
    return re.compile(rf"\b[Tt]he ((?:(?!the\b)[\w’'-]+,? ){{1,6}}and (?!the\b)(?:[\w’'-]+ ){{1,2}}(?:{kinds}))\s*$")


@cache
def _of_body() -> re.Pattern[str]:
    """What stands before a name that a body has ("the administration of President ")."""
    bodies = "|".join(_NAMESAKES.split())
    return re.compile(rf"\b(?:{bodies})s? of (?:(?:[A-Z][\w’'.-]*|president|prime minister|premier) ){{0,4}}$")


@cache
def _before_body() -> re.Pattern[str]:
    """What stands behind a name that a body has ("the Holt administration")."""
    return re.compile(rf"(?:[’']s?)? (?:{'|'.join(_NAMESAKES.split())})\b")


def joined_body(frame: str, start: int, end: int) -> Span | None:
    """The body with commas or "and" in its name that fills the end of [start, end), without "the"."""
    if not frame[max(start, end - 20) : end].rstrip().endswith(_KINDS):
        return None
    found = _joined_body().search(frame, max(start, end - _LONGEST), end)
    return Span(found.start(1), found.end(1)) if found else None


def names_body(page: Page, mention: Mention) -> bool:
    """Whether somebody is named only in the name of a body ("the administration of Anna Holm")."""
    if _before_body().match(page.frame, mention.end):
        return True
    return _of_body().search(page.frame, max(0, mention.start - _LONGEST), mention.start) is not None
