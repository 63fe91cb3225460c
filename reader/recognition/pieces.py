"""A run of capitalised words cut into names: titles left out, several names set apart, kinds told where form tells."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.domain.analysis import EntityKind
from reader.recognition.gazetteer import Entry
from reader.recognition.lexicon import is_common
from reader.recognition.lexicon import words as listed
from reader.recognition.runs import DAYS, FORMS, MONTHS, Scene
from reader.recognition.titles import title_end

_SURNAMES_TOO = frozenset(
    "King Prince Bishop Pope Major Marshal Judge Dean Baron Earl Duke Count Cardinal Sheikh Chancellor Sultan Coach "
    "Pastor Chief Head Lord Shah Khan".split()
)
_PERSON_OR_PLACE = frozenset(
    "Park Hill Woods Banks Lane Field Fields Rivers Forest Lake Wells Marsh Stone Bridges Bridge Ford Waters West North "
    "Glen Street Ward Heath Cliff Dale Brooks Point Peak Page Gates Rock South East Church Temple Day Castle Hall Gardens "
    "Ridge Pond Range Camp Farm Way Coast Fort Port Road House Beach".split()
)
_DIRECTIONS = frozenset(
    "North South East West Northern Southern Eastern Western Central Greater Upper Lower Inner Outer Northeast Northwest "
    "Southeast Southwest North-East North-West South-East South-West Downtown Mainland Occupied Old New".split()
)
_STORMS = frozenset("Hurricane Cyclone Typhoon Storm Operation".split())
_GOVERNMENTS = frozenset("Administration Government Presidency Cabinet".split())


@dataclass(frozen=True, slots=True)
class Piece:
    """Words [start, end) of a sentence that may be a name.

    `kind` is told where the form alone tells it, else None; `entry` is what the gazetteer says of the whole piece.
    `titled` says that a title such as "President" stands before it.
    """

    start: int
    end: int
    kind: EntityKind | None = None
    entry: Entry | None = None
    titled: bool = False


def pieces(here: Scene, i: int, j: int) -> Iterator[Piece]:
    """The names that the run [i, j) may hold, in order."""
    start, titled, place = i, False, i
    while place < j:
        end = _title_here(here, i, place, j, start)
        if end > place:
            yield from _resolved(here, start, place, titled)
            start = place = _past_office(here, end, j)
            titled = start == end
        elif here.words[place].text in DAYS | MONTHS and place not in here.known and place > start and start == i:
            yield from _resolved(here, start, place, titled)
            start = place = place + 1
            titled = False
        elif here.words[place].text in FORMS and place not in here.known and place > start:
            yield from _resolved(here, start, place + 1, titled)
            start = place = place + 1
            titled = False
        else:
            place = here.known[place][0] if place in here.known else place + 1
    yield from _resolved(here, start, j, titled)


def _title_here(here: Scene, i: int, place: int, j: int, start: int) -> int:
    """The index after a title at `place`, or `place` when the words there are no title but part of a name."""
    end = title_end(here.words, place, j)
    if end == place:
        return place
    if place in here.known and here.known[place][0] >= end and end - place == here.known[place][0] - place:
        return place
    if place in here.known and here.known[place][0] > end:
        return place
    single = end == place + 1
    if single and end < j and here.words[end].text in listed("org_heads"):
        return place
    if single and place > start and here.words[place].text in _SURNAMES_TOO and end == j:
        return place
    return end


def _past_office(here: Scene, end: int, j: int) -> int:
    """The index after what a minister is minister of ("Minister of Foreign Affairs and Trade")."""
    if end >= j or here.words[end].text not in {"of", "for"}:
        return end
    place = end + 1
    while place < j and (here.words[place].text in listed("departments") or not here.words[place].cap):
        place += 1
    return place


def _resolved(here: Scene, a: int, b: int, titled: bool) -> Iterator[Piece]:
    """The names in words [a, b), which hold no title."""
    while a < b and not here.words[a].cap and a not in here.known:
        a += 1
    match = here.known.get(a)
    if a < b and match and match[0] == b:
        yield Piece(a, b, match[1].kind, match[1], titled)
        return
    while b > a and not here.words[b - 1].cap and not here.words[b - 1].text[-1].isdigit():
        b -= 1
    if a >= b:
        return
    kind = kind_by_form(here, a, b)
    if kind:
        yield Piece(a, b, kind, None, titled)
        return
    yield from _cut_at_known(here, a, b, titled)


def kind_by_form(here: Scene, a: int, b: int) -> EntityKind | None:
    """What the words [a, b) name, if their heads tell it: "... Ministry", "University of ...", "Mount ..."."""
    if b - a < 2:
        return None
    texts = [word.text for word in here.words[a:b]]
    heads = listed("org_heads")
    named = texts[0] in listed("first_names")
    for small in ("of", "for", "on"):
        if small in texts[1:-1]:
            before = texts[texts.index(small) - 1]
            if before in heads:
                return EntityKind.ORGANISATION
            if before in listed("place_heads"):
                return EntityKind.PLACE
    last = texts[-1]
    if last in _GOVERNMENTS and a in here.known and here.known[a][1].kind is EntityKind.PERSON:
        return None
    if last in heads:
        return EntityKind.ORGANISATION
    if last in listed("events") or texts[0] in _STORMS:
        return EntityKind.EVENT
    if last in listed("place_heads") and not (named and b - a == 2 and last in _PERSON_OR_PLACE):
        return EntityKind.PLACE
    if texts[0] in listed("place_first") and b - a <= 3:
        return EntityKind.PLACE
    return None


def _cut_at_known(here: Scene, a: int, b: int, titled: bool) -> Iterator[Piece]:
    """Words [a, b) cut around the known names in them; unknown words together stay together."""
    start = a
    place = a
    while place < b:
        match = here.known.get(place)
        if match is None or match[0] > b or not _stands_alone(here, match, place, start, a, b):
            place = match[0] if match and match[0] <= b else place + 1
            continue
        if start < place and here.words[place - 1].text in _DIRECTIONS and match[1].kind is EntityKind.PLACE:
            begin = place - 1
            if start < begin:
                yield Piece(start, begin, None, None, titled)
            yield Piece(begin, match[0], EntityKind.PLACE)
        else:
            if start < place:
                yield from _resolved(here, start, place, titled)
            yield Piece(place, match[0], match[1].kind, match[1])
        start = place = match[0]
        titled = False
    if start == a:
        yield Piece(a, b, None, None, titled)
    elif start < b:
        yield from _resolved(here, start, b, titled)


def _stands_alone(here: Scene, match: tuple[int, Entry], place: int, start: int, a: int, b: int) -> bool:
    """Whether a known name inside a longer run is a name of its own there."""
    end, entry = match
    first = here.words[place].text
    if end < b and here.known.get(end, (0, entry))[0] == b and here.known[end][1].kind is EntityKind.GROUP:
        return True
    if end - place == 1 and (first in listed("first_names") or first in listed("surnames")):
        return False
    if entry.kind is EntityKind.GROUP:
        return place == start or (end == b and start in here.known and here.known[start][0] == place)
    if place > start and here.words[place - 1].text in listed("first_names"):
        return False
    if end < b and place == start and entry.kind is EntityKind.PLACE:
        following = here.words[end].text
        return following in listed("first_names") or not is_common(following)
    return True


def together(here: Scene, every: Iterator[Piece]) -> Iterator[Piece]:
    """The same pieces, with two groups in a row made one ("British Muslims") and "party" taken in after its name."""
    waiting: Piece | None = None
    for piece in every:
        if waiting and waiting.kind is piece.kind is EntityKind.GROUP and waiting.end == piece.start:
            waiting = Piece(waiting.start, piece.end, EntityKind.GROUP)
            continue
        if waiting:
            yield waiting
        waiting = _party(here, piece)
    if waiting:
        yield waiting


def _party(here: Scene, piece: Piece) -> Piece:
    """A party of adherents named with a small letter ("the Communist party"), or the piece as it is."""
    follows = piece.end < len(here.words) and here.words[piece.end].text == "party"
    if follows and all(word.text in listed("party_words") for word in here.words[piece.start : piece.end]):
        return Piece(piece.start, piece.end + 1, EntityKind.ORGANISATION)
    return piece
