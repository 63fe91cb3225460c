"""The line of the author: names, places, outlet, role and date, in the forms of the English-language papers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from reader.ingest.names import (
    begins_with_given_name,
    in_normal_case,
    is_name,
    is_outlet,
    is_plainly_name,
    is_role,
    splits_before_role,
)
from reader.ingest.printed import Printed, printed_dates, without_dates
from reader.ingest.vocabulary import SECTIONS, TWO_WORD_PLACES, words

_BY = re.compile(
    r"By(?=(?-i:[A-Z][a-z]))|(?:(?:written|posted|published|reported|words|text|story|report|reporting|interview|interviewed|review|reviewed|"
    r"analysis|opinion|commentary|exclusive|compiled|updated|created|special report|as told to|essay|column|"
    r"perspective|"
    r"news analysis|guest essay|a? ?review|by)\s+)?by\b\s*:?\s+|(?:author|authors|reporter|writer)s?\s*:\s*",
    re.IGNORECASE,
)
_FAINT = re.compile(r"(?:from|von|par|por|di|door|av|af)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_FAINT_WORDS = 7
_CONTACT = re.compile(r"[<(\[]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)\]]?|@\w+")
_ASIDE = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_SEGMENTS = re.compile(r"\s*[|•·;]\s*|\s+[–—-]\s+|\s+/\s+|\s{2,}")
_FOR = re.compile(r",?\s+(?:for|special to|special for|exclusive to)\s+(?=(?:the\s+)?[A-Z])", re.IGNORECASE)
_LIST = re.compile(r"\s*,\s*(?:and\s+|&\s+|with\s+)?|\s+(?:and|with)\s+|\s*&\s*|\s*\+\s*", re.IGNORECASE)
_IN = re.compile(r"\s+(?:in|at|IN)\s+(?=[A-Z])")
_PLACE = re.compile(r"[A-Z][\w.'’-]*(?:[ /-](?:[A-Z][\w.'’-]*|de|of|la|el|al|the|do|da|am))*$")
_DEGREE = re.compile(r"(?:PhD|Ph\.D|MD|M\.D|MS|MA|MBA|RD|RDN|RN|JD|MP|OBE|CBE|MBE|KC|QC|Esq|DVM|DDS|MPH)\.?$")
_AGE = re.compile(r"\d{1,2} ?(?:min(?:ute)?s?|h|hours?|hrs?|d|days?|weeks?|months?)(?: read)?$", re.IGNORECASE)
_SECTIONS = words(SECTIONS)
_TWO_WORD_PLACES = words(TWO_WORD_PLACES, "|")
_LONGEST = 220


@dataclass(frozen=True, slots=True)
class Byline:
    """What one line says of who wrote the article, where, for whom and when.

    `marked` is True when the line says so itself ("By"); `certain` when its parts leave no doubt.
    """

    authors: tuple[str, ...] = ()
    place: str = ""
    outlet: str = ""
    role: bool = False
    dates: tuple[Printed, ...] = ()
    marked: bool = False

    @property
    def certain(self) -> bool:
        """Whether the line is a byline wherever it stands under a headline."""
        return self.marked or bool(self.authors and (self.dates or self.place or self.outlet or self.role))


@dataclass(slots=True)
class _Found:
    """What has been understood so far; `strange` holds what has not."""

    authors: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    outlet: str = ""
    role: bool = False
    strange: list[str] = field(default_factory=list)


@lru_cache(maxsize=256)  # several steps ask of the same few lines
def parse_byline(line: str) -> Byline | None:
    """The parts of a line of the author, or None if the line is something else."""
    if len(line) > _LONGEST:
        return None
    dates = printed_dates(line)
    told = line[: dates[-1].end] if dates and line[: dates[0].start].strip(" |,;:·•–—-") else line
    rest = _CONTACT.sub(" ", without_dates(told, dates)).strip(" |,;:·•–—-\t")
    mark = _BY.match(rest)
    faint = None if mark else _FAINT.match(rest)
    names = rest[mark.end() if mark else faint.end() if faint else 0 :]
    if not mark:
        names = re.sub(r"^(?:and|with|&)\s+", "", names)
    if dates and not mark and _is_place(rest) and not is_plainly_name(rest):
        return Byline(place=in_normal_case(rest), dates=dates)
    found = _Found()
    for segment in _SEGMENTS.split(_FOR.sub(" | ", _ASIDE.sub("", names))):
        _understand(segment.strip(" ,.:"), found, marked=bool(mark))
    if found.strange or not (found.authors or found.outlet or found.role):
        return None
    if not found.authors and not mark and line.endswith("."):
        return None
    if not mark and not all(map(is_plainly_name, found.authors)):
        return None
    if faint and not (found.authors and (found.places or len(rest.split()) <= _FAINT_WORDS)):
        return None
    return _as_byline(found, dates, marked=bool(mark or faint))


def _is_known_place(line: str) -> bool:
    """Whether two words that could be a name are a place's, or hold a word that is in no name."""
    return line.casefold().replace(".", "") in _TWO_WORD_PLACES or not is_plainly_name(line)


def _is_place(line: str) -> bool:
    spelt = [word.casefold() for word in line.split()]
    return bool(_PLACE.match(line)) and len(spelt) <= 3 and not is_outlet(line) and not _SECTIONS & set(spelt)


def _as_byline(found: _Found, dates: tuple[Printed, ...], *, marked: bool) -> Byline:
    authors = tuple(dict.fromkeys(in_normal_case(author) for author in found.authors))
    places = _listed([in_normal_case(place) for place in dict.fromkeys(found.places)])
    return Byline(authors, places, found.outlet, found.role, dates, marked)


def _listed(places: list[str]) -> str:
    return " and ".join(part for part in (", ".join(places[:-1]), *places[-1:]) if part)


def _understand(segment: str, found: _Found, *, marked: bool) -> None:
    """Takes in one stretch between strokes: names, with or without the places they write from."""
    if not segment or _AGE.match(segment):
        return
    named = (marked and is_name(segment)) or (begins_with_given_name(segment) and bool(_parted(segment)[0]))
    if is_outlet(segment) and (found.authors or not named):
        found.outlet = found.outlet or segment
        return
    first, *located = _IN.split(segment)
    _names(_LIST.split(first), found, marked=marked)
    for n, stretch in enumerate(located):
        _located(stretch, found, last=n == len(located) - 1, marked=marked)


def _located(stretch: str, found: _Found, *, last: bool, marked: bool) -> None:
    """Takes in what follows "in": a place, then the names that the next place belongs to."""
    if last and _PLACE.match(stretch):
        found.places.append(stretch)
        return
    place, *others = _LIST.split(stretch)
    found.places.append(place)
    names = [other for other in others if is_name(other) and not (last and _is_known_place(other))]
    rest = [other for other in others if other and other not in names]
    if last:
        _rest_of_place(rest, found)
    _names(names, found, marked=marked)


def _rest_of_place(parts: Iterable[str], found: _Found) -> None:
    """What follows the last place: a second place, its country, a role, an outlet."""
    for part in parts:
        if is_outlet(part):
            found.outlet = found.outlet or part
        elif is_role(part):
            found.role = True
        elif len(part) <= 4 and part.isupper() and found.places:
            found.places[-1] += f", {part}"
        elif _PLACE.match(part):
            found.places.append(part)
        else:
            found.strange.append(part)


def _names(parts: Iterable[str], found: _Found, *, marked: bool) -> None:
    for part in parts:
        if not part:
            continue
        name, rest = _parted(part)
        if name:
            found.authors.append(name)
        _take_rest(rest, found, marked=marked)


def _take_rest(rest: str, found: _Found, *, marked: bool) -> None:
    """Takes in what is no name: an outlet, a role, a place behind a name, a mononym after "By"."""
    if not rest:
        return
    if rest.casefold().strip(".") in {"jr", "sr"} and found.authors:
        found.authors[-1] += f", {rest}"
    elif found.authors and _DEGREE.match(rest):
        return
    elif is_role(rest):
        found.role = True
    elif is_outlet(rest):
        found.outlet = found.outlet or rest
    elif (found.authors or found.outlet) and _PLACE.match(rest) and len(rest.split()) <= 3:
        found.places.append(rest)
    elif marked and not found.authors and _PLACE.match(rest) and len(rest.split()) == 1 and len(rest) > 1:
        found.authors.append(rest)
    else:
        found.strange.append(rest)


def _parted(part: str) -> tuple[str, str]:
    """A name, and a role or outlet that stands before or behind it without a comma."""
    if is_name(part):
        return part, ""
    words = part.split()
    for size in (4, 3, 2):
        head, tail = " ".join(words[:size]), " ".join(words[size:])
        if tail and splits_before_role(head) and (is_role(tail) or is_outlet(tail)):
            return head, tail
        head, tail = " ".join(words[:-size]), " ".join(words[-size:])
        if head and is_name(tail) and is_role(head):
            return tail, head
    return "", part
