"""The dateline that a story opens with: "WASHINGTON, Dec 9 (Outlet) -", "LONDON —", "Kyiv, Ukraine (Outlet) —"."""

import re
from dataclasses import dataclass

from reader.ingest.names import in_normal_case
from reader.ingest.vocabulary import LABELS, words

_CAPITALS = r"[A-Z][A-ZÀ-Þ.'’]+(?:[ /-](?:[A-ZÀ-Þ][A-ZÀ-Þ.'’]*|de|la|do))*"
_REGION = r"(?:, (?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,3})"
_MIXED = r"[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){0,3}"
_DATE = (
    r"(?P<date>(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? \d{1,2}|\d{1,2} "
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)(?:,? (?:19|20)\d\d)?)"
)
_OUTLET = r"\((?P<outlet>dpa|[A-Z][\w.&'’/ -]{1,40})\)"
_DASH = r"\s*(?:--|[-–—])\s*"
_FORMS = (
    re.compile(
        rf"(?P<place>{_CAPITALS}{_REGION}?)(?:,? {_DATE})?(?:,? {_OUTLET})?(?:\s+(?:--|[-–])\s+|\s*—\s*|:\s+)"
        r"(?=[“\"‘'(\w$€£])"
    ),
    re.compile(rf"(?P<place>{_MIXED}{_REGION}?)(?:,? {_DATE})?,? {_OUTLET}{_DASH}"),
    re.compile(rf"(?P<place>{_MIXED}{_REGION}?), {_DATE}{_DASH}(?=[“\"‘'\w])"),
    re.compile(rf"(?P<place>{_MIXED}{_REGION})\s+[–—]\s+(?=[“\"‘A-Z])"),
    re.compile(rf"(?P<place>){_DATE} {_OUTLET}{_DASH}"),
    re.compile(
        r"(?P<place>(?:[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){0,3})?) ?"
        r"\((?P<outlet>(?:[A-Z]{2,5}|Reuters|Bloomberg)(?: [A-Z]\w+)?)\)(?=[A-Z“\"])"
    ),
)
_LABELS = words(LABELS)
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a story was filed, and for which agency; each may be empty."""

    place: str
    outlet: str = ""
    date: str = ""


def parse_dateline(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph opens with, or None."""
    head = paragraph[:_LONGEST]
    for form in _FORMS:
        found = form.match(head)
        if found and _is_place(found):
            groups = found.groupdict()
            place = in_normal_case(groups["place"].split(",")[0]) + "".join(groups["place"].partition(",")[1:])
            return Dateline(place, groups.get("outlet") or "", groups.get("date") or "")
    return None


def _is_place(found: re.Match[str]) -> bool:
    """Whether what the paragraph opens with is no label; an abbreviation needs an agency or a date behind it."""
    place = found["place"].split(",")[0].strip(".")
    groups = found.groupdict()
    return (
        place not in _LABELS
        and not place.startswith("DEAR ")
        and bool(len(place) > 3 or groups.get("outlet") or groups.get("date"))
    )
