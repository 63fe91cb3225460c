"""What the words of a name, and the words around it, tell of its kind: weights that add up over the document.

The weights were set by hand: a form that only people have (a first name) counts 4, a word beside the name that nearly
always goes with one kind ("spokesman", "company") about 2, a hint that often misleads less than 1.
"""

from collections.abc import Iterator

from reader.domain.analysis import EntityKind
from reader.recognition.lexicon import words as listed
from reader.recognition.scenes import Scene
from reader.text.wordlist import wordlist

PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE
Clue = tuple[EntityKind, float]
_NAME_PARTS = wordlist("bin ibn bint van von der den de da dos del di ten ter la le al el ben")
_SURNAME_STARTS = ("Mc", "Mac", "O'", "O’", "D'", "D’")
_JOINED_STARTS = ("De", "Di", "Da", "Du", "La", "Le", "Van", "Von", "Fitz", "Al", "El", "Ab")
_DWELLING = wordlist("based headquartered born lives living lived arrived held")
_CLOSING = frozenset(",”\"’'")
"""Marks before "said" after which the speaker comes: “No,” said Berg."""

_MANY_WORDS = 5
_POSTAL = wordlist(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK NSW QLD"
)
"""Post office letters of states and provinces, for what stands behind a town ("Raleigh, NC")."""
_SETTING_OUT = wordlist(
    "left leave leaves leaving head heads headed heading bound sail sails sailed sailing depart departs departed "
    "departing made off out"
)
"""Words before "for" after which the end of a journey comes."""

_SITES = wordlist(
    "airfield airport base port harbour harbor station stations plant plants factory factories refinery mine pit mill "
    "yard depot terminal dock docks shipyard works camp barracks prison jail court college school hospital studio "
    "stadium racecourse ground lab laboratory junction crossing"
)
"""Nouns of things that stand "at" a town."""

_PLACED = wordlist(
    "council streets outskirts suburbs centre center north south east west north-east north-west south-east "
    "south-west coast shores skies beaches inhabitants siege battle parish diocese shelling bombing outside waters "
    "harbour harbor seaport"
)
"""Nouns that the name of a place follows after "of"."""


def clues(here: Scene, a: int, b: int, *, titled: bool) -> tuple[Clue, ...]:
    """What the words around [a, b) tell of its kind; `titled` when a title stands before them."""
    title: tuple[Clue, ...] = ((PERSON, 4.0),) if titled else ()
    if b - a > 1 and b - 1 in here.known and here.known[b - 1][1].kind in {PLACE, ORGANISATION}:
        title += ((ORGANISATION, 1.0), (PERSON, -1.0))
    return (*_before(here, a, b), *_after(here, a, b), *title)


def own_clues(texts: list[str]) -> tuple[Clue, ...]:
    """What the words of a name tell by themselves; of several words once, however often the document repeats them."""
    return tuple(_of_one(texts[0]) if len(texts) == 1 else _of_several(texts))


def _of_one(word: str) -> Iterator[Clue]:
    """What a name of one word tells."""
    if len(word) > 1 and word.isupper():
        yield ORGANISATION, 0.9
        return
    for names in ("first_names", "surnames"):
        if word in listed(names):
            yield PERSON, 1
    if word in listed("org_heads"):
        yield ORGANISATION, 0.5
    if word[1:].lower() != word[1:] and not word.startswith(_SURNAME_STARTS) and "-" not in word:
        yield ORGANISATION, 1.5


def _of_several(texts: list[str]) -> Iterator[Clue]:
    """What a name of several words tells."""
    if texts[0] in listed("first_names") or texts[0].split("-", 1)[0] in listed("first_names"):
        yield PERSON, 4 if len(texts) < _MANY_WORDS else 2
    if texts[-1] in listed("surnames"):
        yield PERSON, 2
    if any(text in _NAME_PARTS or _is_initial(text) for text in texts[:-1]):
        yield PERSON, 2
    yield from _of_ordinary(texts)
    if any(text in listed("org_heads") for text in texts):
        yield ORGANISATION, 2
    if "&" in texts:
        yield ORGANISATION, 3


def _of_ordinary(texts: list[str]) -> Iterator[Clue]:
    """What it tells how many words of a name are ordinary words: people's names have none."""
    main = [text for text in texts if not text.islower()]
    ordinary = sum(text.lower() in listed("common_words") for text in main)
    if ordinary:
        yield PERSON, (-4 if ordinary == len(main) > 2 else -2)
    if ordinary == len(main):
        yield ORGANISATION, 0.3
    elif ordinary * 2 >= len(main):
        yield ORGANISATION, 0.8
    elif not ordinary and len(texts) < _MANY_WORDS and all(map(_may_be_of_person, texts)):
        yield PERSON, 1.5


def _may_be_of_person(text: str) -> bool:
    """Whether people are called so: letters alone, no abbreviation and no trade mark such as "AirGlow"."""
    inner = text[1:].lower() != text[1:] and not text.startswith((*_SURNAME_STARTS, *_JOINED_STARTS))
    return "-" in text or (text.isalpha() and (not inner or len(text) < 3))


def _is_initial(text: str) -> bool:
    """Whether a word is the initial of a name."""
    return len(text) == 2 and text[1] == "." and text[0].isupper()


def _before(here: Scene, a: int, b: int) -> Iterator[Clue]:
    """What the words before the name tell."""
    if a == 0:
        return
    before = here.words[a - 1].text
    earlier = here.words[a - 2].text if a > 1 else ""
    if before in listed("person_before"):
        yield PERSON, 2.5
    elif before in listed("org_before"):
        yield ORGANISATION, 2
    elif before in listed("place_before"):
        yield PLACE, (1.5 if before in {"in", "near"} else 0.7) * (1 if b - a == 1 else 0.7)
    elif before == "(" and b < len(here.words) and here.words[b].text == ")" and _is_acronym_of(here, a, earlier):
        yield ORGANISATION, 1
    elif before == "," and here.words[a].text in _POSTAL and b == a + 1 and _ends_place(here, a - 1):
        yield PLACE, 3
    elif before in {"the", "The"}:
        yield from ((PERSON, -1.5), (ORGANISATION, 0.5))
    elif before == "of" and (earlier in listed("place_after") or earlier in _PLACED):
        yield PLACE, 2.5
    elif before == "for" and earlier in _SETTING_OUT:
        yield PLACE, 1.5
    elif before == "," and b < len(here.words) and here.words[b].text == ",":
        yield from _in_apposition(earlier)
    elif before in {"by", "with", "told", "than", "and"}:
        yield PERSON, 0.3
    elif before in listed("said") and earlier in _CLOSING:
        yield PERSON, 1.5
    if (before in {"in", "near"} and earlier in _DWELLING) or (before == "at" and earlier in _SITES):
        yield PLACE, 1.5


def _ends_place(here: Scene, end: int) -> bool:
    """Whether a known place ends before word `end`."""
    return any(
        k in here.known and here.known[k][0] == end and here.known[k][1].kind is PLACE
        for k in range(max(0, end - _MANY_WORDS), end)
    )


def _is_acronym_of(here: Scene, a: int, last: str) -> bool:
    """Whether word `a`, in brackets, ends in the letter that the name before the brackets has for its last word."""
    word = here.words[a].text
    return len(word) > 1 and word.isupper() and last[:1] == word[-1]


def _in_apposition(noun: str) -> Iterator[Clue]:
    """What the noun tells that a name between commas follows ("the owner, ..., said")."""
    if noun in listed("person_before"):
        yield PERSON, 2
    elif noun in listed("org_before"):
        yield ORGANISATION, 2


def _after(here: Scene, a: int, b: int) -> Iterator[Clue]:
    """What the words after the name tell."""
    after, later = (here.words[k].text if k < len(here.words) else "" for k in (b, b + 1))
    if after in listed("said"):
        definite = a > 0 and here.words[a - 1].text in {"the", "The"}
        yield (ORGANISATION, 0.7) if definite else (PERSON, 1.5)
    elif after in listed("person_acts"):
        yield PERSON, 0.7
    elif after in listed("place_after"):
        yield PLACE, 1.5
    elif after in listed("org_after"):
        yield ORGANISATION, 1
    elif after == ",":
        yield from _after_comma(here, b + 1)
    elif after == "(" and later.isupper() and len(later) > 1:
        yield ORGANISATION, 3
    elif after == "(" and later[:1].isdigit():
        yield PERSON, 0.7


def _after_comma(here: Scene, k: int) -> Iterator[Clue]:
    """What stands in apposition to the name, from word `k` on."""
    texts: tuple[str, ...] = tuple(word.text for word in here.words[k : k + 5])
    following = texts[0] if texts else ""
    if following.isdigit() and len(following) == 2 and texts[1:2] in {(",",), (".",), (")",)}:
        yield PERSON, 3
    elif following in {"who", "whose"}:
        yield PERSON, 1.5
    elif k in here.known and here.known[k][1].kind is PLACE:
        yield PLACE, 2.5
    elif following in listed("person_before"):
        yield PERSON, 2
    elif following in {"a", "an", "the"}:
        if not listed("person_before").isdisjoint(texts):
            yield PERSON, 1.5
        elif not listed("org_before").isdisjoint(texts):
            yield ORGANISATION, 3
