"""A run of capitalised words cut into names: titles left out, several names set apart, kinds told where form tells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.domain.analysis import EntityKind
from reader.recognition.calendar import is_date_word
from reader.recognition.forms import kind_by_form
from reader.recognition.gazetteer import Entry
from reader.recognition.joints import LEGAL_FORMS
from reader.recognition.lexicon import is_common
from reader.recognition.lexicon import words as listed
from reader.recognition.scenes import Scene
from reader.recognition.titles import title_end
from reader.text.wordlist import wordlist

_SURNAMES_TOO = wordlist(
    "King Prince Bishop Pope Major Marshal Judge Dean Baron Earl Duke Count Cardinal Sheikh Chancellor Sultan Coach "
    "Pastor Chief Head Lord Shah Khan"
)
_DIRECTIONS = wordlist(
    "North South East West Northern Southern Eastern Western Central Greater Upper Lower Inner Outer Northeast "
    "Northwest Southeast Southwest North-East North-West South-East South-West Downtown Mainland Occupied Old New"
)


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
        end = _past_title(here, start, place, j)
        if end > place:
            yield from _resolved(here, start, place, titled=titled)
            start = place = _past_office(here, end, j)
            titled = start == end
        elif place > start and _ends_name(here, place):
            kept = place + (here.words[place].text in LEGAL_FORMS)
            yield from _resolved(here, start, kept, titled=titled)
            start = place = place + 1
            titled = False
        else:
            place = here.known[place][0] if place in here.known else place + 1
    yield from _resolved(here, start, j, titled=titled)


def _past_title(here: Scene, start: int, place: int, j: int) -> int:
    """The index after a title at `place`, or `place` when the words there are no title but part of a name."""
    end = title_end(here.words, place, j)
    if end == place or (place in here.known and here.known[place][0] >= end):
        return place
    if end > place + 1:
        return end
    before_head = end < j and here.words[end].text in listed("org_heads")
    surname = place > start and end == j and here.words[place].text in _SURNAMES_TOO
    return place if before_head or surname else end


def _past_office(here: Scene, end: int, j: int) -> int:
    """The index after what a minister is minister of ("Minister of Foreign Affairs and Trade")."""
    if end >= j or here.words[end].text not in {"of", "for"}:
        return end
    place = end + 1
    while place < j and (here.words[place].text in listed("departments") or not here.words[place].cap):
        place += 1
    return place


def _ends_name(here: Scene, place: int) -> bool:
    """Whether a name ends here whatever follows: at a legal form such as "Ltd", or before a day or month."""
    return place not in here.known and (here.words[place].text in LEGAL_FORMS or is_date_word(here, place))


def _resolved(here: Scene, a: int, b: int, *, titled: bool) -> Iterator[Piece]:
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
    if b - a > 2 and _is_badge(here, a):
        a += 1
    kind = kind_by_form(here, a, b)
    if kind:
        yield Piece(a, b, kind, None, titled)
    else:
        yield from _cut_at_known(here, a, b, titled=titled)


def _is_badge(here: Scene, a: int) -> bool:
    """Whether word `a` is an abbreviated part or rank before a full name ("QB Sam Example")."""
    word = here.words[a].text
    return a not in here.known and len(word) < 4 and word.isupper() and here.words[a + 1].text in listed("first_names")


def _cut_at_known(here: Scene, a: int, b: int, *, titled: bool) -> Iterator[Piece]:
    """Words [a, b) cut around the known names in them; unknown words together stay together."""
    start = place = a
    while place < b:
        end, entry = here.known.get(place, (place + 1, None))
        if entry and end <= b and _stands_alone(here, place, start, b):
            begin = place
            if start < place and entry.kind is EntityKind.PLACE and here.words[place - 1].text in _DIRECTIONS:
                begin -= 1
            if start < begin:
                yield from _resolved(here, start, begin, titled=titled)
            yield Piece(begin, end, entry.kind, entry if begin == place else None)
            start, titled = end, False
        place = min(end, b)
    if start == a:
        yield Piece(a, b, None, None, titled)
    elif start < b:
        yield from _resolved(here, start, b, titled=False)


def _stands_alone(here: Scene, place: int, start: int, b: int) -> bool:
    """Whether the known name at `place` is a name of its own in the words [start, b)."""
    end, entry = here.known[place]
    following, before = here.known.get(end), here.words[place - 1].text if place > start else ""
    if end < b and following and following[0] == b and following[1].kind is EntityKind.GROUP:
        return True
    first = here.words[place].text
    if end == place + 1 and (first in listed("first_names") or first in listed("surnames")):
        return False
    if entry.kind is EntityKind.GROUP:
        return place == start or (end == b and start in here.known and here.known[start][0] == place)
    if before in listed("first_names") or (before and end == b == place + 1 and before not in _DIRECTIONS):
        return False
    if (
        end < b
        and end == place + 1
        and entry.theme == "companies"
        and is_common(first)
        and is_common(here.words[end].text)
    ):
        return False
    if end < b and place == start and entry.kind is EntityKind.PLACE:
        return here.words[end].text in listed("first_names") or not is_common(here.words[end].text)
    return True


def together(here: Scene, every: Iterable[Piece]) -> Iterator[Piece]:
    """The same pieces, with two groups in a row made one ("British Muslims") and "party" taken in after its name."""
    waiting: Piece | None = None
    for piece in every:
        if waiting and waiting.kind is piece.kind is EntityKind.GROUP and waiting.end == piece.start:
            waiting = Piece(waiting.start, piece.end, EntityKind.GROUP)
            continue
        if waiting:
            yield waiting
        waiting = _with_party(here, piece)
    if waiting:
        yield waiting


def _with_party(here: Scene, piece: Piece) -> Piece:
    """A party of adherents named with a small letter ("the Communist party"), or the piece as it is."""
    follows = piece.end < len(here.words) and here.words[piece.end].text == "party"
    if follows and all(word.text in listed("party_words") for word in here.words[piece.start : piece.end]):
        return Piece(piece.start, piece.end + 1, EntityKind.ORGANISATION)
    return piece
