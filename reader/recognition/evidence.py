"""What the words of a name, and the words around it, tell of its kind: weights that add up over the document."""

from collections import Counter
from collections.abc import Iterator

from reader.domain.analysis import EntityKind
from reader.recognition.lexicon import words as listed
from reader.recognition.runs import Scene
from reader.recognition.words import Word

PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE
Clue = tuple[EntityKind, float]
_NAME_PARTS = frozenset("bin ibn bint van von der den de da dos del di ten ter la le al el ben".split())


def clues(here: Scene, a: int, b: int, titled: bool) -> Counter[EntityKind]:
    """The weight of evidence for each kind of the words [a, b)."""
    total: Counter[EntityKind] = Counter()
    for kind, weight in (*_within(here.words[a:b]), *_before(here, a, b), *_after(here, a, b)):
        total[kind] += weight  # type: ignore[assignment] # typeshed knows Counters of int only
    if titled:
        total[PERSON] += 4
    return total


def _within(words: tuple[Word, ...]) -> Iterator[Clue]:
    """What the name itself tells."""
    texts = [word.text for word in words]
    first, last = texts[0], texts[-1]
    if len(texts) == 1:
        yield from _single(first)
        return
    given, family = listed("first_names"), listed("surnames")
    if first in given or first.split("-")[0] in given:
        yield PERSON, 4 if len(texts) < 5 else 2
    if last in family:
        yield PERSON, 2
    if any(text in _NAME_PARTS or (len(text) == 2 and text[1] == "." and text[0].isupper()) for text in texts[:-1]):
        yield PERSON, 2
    ordinary = sum(text.lower() in listed("common_words") for text in texts)
    if ordinary:
        yield PERSON, -2
    if ordinary == len(texts):
        yield ORGANISATION, 0.3
    elif ordinary * 2 >= len(texts):
        yield ORGANISATION, 0.8
    elif not ordinary and 2 <= len(texts) <= 4 and all(text.isalpha() or "-" in text for text in texts):
        yield PERSON, 1.5
    if any(text in listed("org_heads") for text in texts):
        yield ORGANISATION, 2
    if "&" in texts:
        yield ORGANISATION, 3


def _single(word: str) -> Iterator[Clue]:
    """What a name of one word tells."""
    if len(word) > 1 and word.isupper():
        yield ORGANISATION, 0.9
        return
    if word in listed("first_names"):
        yield PERSON, 1
    if word in listed("surnames"):
        yield PERSON, 1
    if word in listed("org_heads"):
        yield ORGANISATION, 0.5
    if word[1:].lower() != word[1:] and not word.startswith(("Mc", "Mac", "O'", "O’", "D'", "D’")) and "-" not in word:
        yield ORGANISATION, 1.5


def _before(here: Scene, a: int, b: int) -> Iterator[Clue]:
    """What the words before the name tell."""
    if a == 0:
        return
    before = here.words[a - 1].text
    single = b - a == 1
    earlier = here.words[a - 2].text if a > 1 else ""
    if before in listed("person_before"):
        yield PERSON, 2.5
    elif before in listed("org_before"):
        yield ORGANISATION, 2
    elif before in listed("place_before"):
        yield PLACE, {"in": 1.5, "near": 1.5}.get(before, 0.7) * (1 if single else 0.7)
    elif before in {"the", "The"}:
        yield PERSON, -1.5
        yield ORGANISATION, 0.5
    elif before in {"of"} and earlier in listed("place_after"):
        yield PLACE, 2.5
    elif before in {"by", "with", "told", "than", "and"}:
        yield PERSON, 0.3
    elif before in listed("said"):
        yield PERSON, 1.5
    if before in {"in", "near"} and earlier in {
        "based",
        "headquartered",
        "born",
        "lives",
        "living",
        "lived",
        "arrived",
        "held",
    }:
        yield PLACE, 1.5


def _after(here: Scene, a: int, b: int) -> Iterator[Clue]:
    """What the words after the name tell."""
    if b >= len(here.words):
        return
    after = here.words[b].text
    later = here.words[b + 1].text if b + 1 < len(here.words) else ""
    the = a > 0 and here.words[a - 1].text in {"the", "The"}
    if after in listed("said"):
        yield (ORGANISATION, 0.7) if the else (PERSON, 1.5)
    elif after in listed("person_acts"):
        yield PERSON, 0.7
    elif after in listed("place_after"):
        yield PLACE, 1.5
    elif after in listed("org_after"):
        yield ORGANISATION, 1
    elif after == ",":
        yield from _after_comma(here, b, later)
    elif after == "(" and later.isupper() and 1 < len(later) < 8:
        yield ORGANISATION, 3
    elif after == "(" and later[:1].isdigit():
        yield PERSON, 0.7


def _after_comma(here: Scene, b: int, later: str) -> Iterator[Clue]:
    """What stands in apposition to the name."""
    last = here.words[b + 2].text if b + 2 < len(here.words) else ""
    if later.isdigit() and len(later) == 2 and last in {",", ".", ")"}:
        yield PERSON, 3
    elif later in {"who", "whose"}:
        yield PERSON, 1.5
    elif b + 1 in here.known and here.known[b + 1][1].kind is PLACE:
        yield PLACE, 2.5
    elif later in {"a", "an", "the"} and any(
        word.text in listed("person_before") for word in here.words[b + 2 : b + 6]
    ):
        yield PERSON, 1.5
    elif later in {"a", "an", "the"} and any(word.text in listed("org_before") for word in here.words[b + 2 : b + 6]):
        yield ORGANISATION, 1.5
    elif later in listed("person_before"):
        yield PERSON, 2
