"""Runs of capitalised words: where a name may begin, and how far it may reach."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.recognition.gazetteer import Entry, Gazetteer
from reader.recognition.lexicon import is_common
from reader.recognition.lexicon import words as listed
from reader.recognition.titles import title_end
from reader.recognition.words import Line, Word

DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
MONTHS = frozenset(
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.".split()
)
_OF_PLACE = frozenset(
    "Gulf Bay Strait Straits Isle Cape Sea Republic Kingdom Province State City Horn Rock Port".split()
)
_ON = frozenset(
    "Committee Commission Council Conference Institute Center Centre Office Panel Forum Group Force".split()
)
_OWNERS = frozenset(
    "People Women Men Children Workers Teachers Farmers Students Journalists Lawyers Minister President Governor "
    "Mayor King Queen Veterans Girls Boys Doctors Nurses Writers Peoples Fishermen Traders Employers".split()
)
FORMS = frozenset(
    "Inc Inc. INC INC. Ltd Ltd. LTD LTD. LLC LLP Corp Corp. CORP CORP. plc PLC Plc Co. CO. S.A. L.P. N.V. Limited GmbH".split()
)
_HOLDERS = frozenset("Minister Ministers Secretary Commissioner Director Head Chief".split())


@dataclass(frozen=True)
class Scene:
    """One sentence with what the gazetteer knows of it: for the index of a word, where a known name ends."""

    text: str
    words: tuple[Word, ...]
    known: dict[int, tuple[int, Entry]]


def scene(text: str, line: Line, names: Gazetteer) -> Scene:
    """A sentence with its known names marked, the longest first from left to right."""
    known: dict[int, tuple[int, Entry]] = {}
    i = 0
    while i < len(line.words):
        word = line.words[i]
        begins = word.cap or word.text[0].isdigit() or word.text in listed("particles")
        match = names.longest_at(text, line.words, i) if begins else None
        if match:
            known[i] = match
        i = match[0] if match else i + 1
    return Scene(text, line.words, known)


def runs(here: Scene) -> Iterator[tuple[int, int]]:
    """The runs of words that may hold names, as half-open ranges of word indices."""
    i = 0
    while i < len(here.words):
        if i in here.known or (here.words[i].cap and not is_date_word(here, i)):
            end = _end(here, i)
            yield i, end
            i = end
        else:
            i += 1


def is_date_word(here: Scene, i: int) -> bool:
    """Whether word `i` is a day or a month rather than a name."""
    word = here.words[i].text
    if word in DAYS:
        return True
    if word not in MONTHS:
        return False
    if word not in {"May", "April", "June", "August"}:
        return True
    after = here.words[i + 1].text if i + 1 < len(here.words) else "."
    before = here.words[i - 1].text if i else ""
    return not (here.words[i - 1].cap and i and before not in DAYS) and not (
        after[0].isalpha() and here.words[i + 1].cap
    )


def _end(here: Scene, i: int) -> int:
    """The index after the last word of the run that begins at `i`."""
    place = i
    while True:
        place = max(title_end(here.words, place, len(here.words)), here.known.get(place, (place + 1,))[0])
        following = _joined(here, i, place)
        if following is None:
            return place
        place = following


def _joined(here: Scene, i: int, k: int) -> int | None:
    """The index of the capitalised word with which the run [i, k) goes on, if it does."""
    if k >= len(here.words):
        return None
    word = here.words[k]
    if not here.text[here.words[k - 1].end : word.start].isspace():
        return _after_mark(here, i, k)
    if word.cap:
        return None if is_date_word(here, k) and k not in here.known else k
    if k + 1 >= len(here.words):
        return None
    following = k + 1
    if here.words[following].text == "the" and word.text in {"of", "for", "on"} and k + 2 < len(here.words):
        following += 1
    if not here.words[following].cap or is_date_word(here, following):
        return None
    return following if _connects(here, i, k, following) else None


def _after_mark(here: Scene, i: int, k: int) -> int | None:
    """The run's next word behind a comma ("Acme, Inc.") or an apostrophe ("Workers' Party")."""
    mark = here.words[k].text
    if k + 1 >= len(here.words):
        return None
    if mark == ",":
        return k + 1 if here.words[k + 1].text in FORMS or _is_listed_office(here, i, k) else None
    if mark in {"'s", "’s", "'", "’"} and here.words[k - 1].text in _OWNERS and here.words[k + 1].cap:
        return k + 1 if any(word.text in listed("org_heads") for word in here.words[k + 1 : k + 4]) else None
    return None


def _is_listed_office(here: Scene, i: int, k: int) -> bool:
    """Whether the comma at `k` stands between the subjects of one office ("Ministry of Trade, Energy and Mines")."""
    subjects = listed("departments")
    before = [word.text for word in here.words[i:k]]
    if before[-1] not in subjects or "of" not in before or listed("org_heads").isdisjoint(before):
        return False
    place = k + 1
    while place + 1 < len(here.words) and (here.words[place].text in subjects or here.words[place].text == ","):
        place += 1
    last = here.words[place]
    return place > k + 1 and last.text in {"and", "&"} and here.words[place + 1].text in subjects


def _connects(here: Scene, i: int, k: int, following: int) -> bool:
    """Whether the small word `k` joins the run [i, k) to the capitalised word `following`."""
    word, before, after = here.words[k].text, here.words[k - 1].text, here.words[following].text
    heads = listed("org_heads")
    if word in {"of", "for"} and before in _HOLDERS:
        return after in listed("departments")
    if word == "of":
        return before in heads or before in _OF_PLACE or before in {"Archdiocese", "Diocese"}
    if word == "for":
        return any(part.text in heads for part in here.words[i:k])
    if word == "on":
        return before in _ON
    if word == "&":
        return True
    if word == "and":
        return _and_connects(here, i, k, following)
    return word in listed("particles") and here.words[i].text not in listed("titles") and after not in heads


def _and_connects(here: Scene, i: int, k: int, following: int) -> bool:
    """Whether "and" stands inside a name ("Ministry of Health and Welfare") and not between two."""
    if following in here.known and here.known[following][0] - following > 1:
        return False
    before, after = here.words[k - 1].text, here.words[following].text
    if not (_is_subject(before) and _is_subject(after)):
        return False
    heads = listed("org_heads")
    words = [part.text for part in here.words[i:k]]
    if any(word in heads for word in words) and any(word in {"of", "for", "on"} for word in words):
        return True
    end = following
    while end < len(here.words) and here.words[end].cap:
        end += 1
    return end - following > 1 and here.words[end - 1].text in heads


def _is_subject(word: str) -> bool:
    """Whether a word may tell what an office is for."""
    if word in listed("departments"):
        return True
    return is_common(word) and word not in listed("org_heads") and word not in listed("titles")
