"""The features of every word of a sentence: itself, its neighbours, the known names, the rules, the document."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reader.recognition.gazetteer import Entry
from reader.recognition.lexicon import words as listed
from reader.recognition.tagging.document import Evidence
from reader.recognition.tagging.words import beside, lists, own
from reader.recognition.words import Line, Word

_GAP = 5
"""From this distance on, two words in capitals are no part of one name, whatever stands between them."""
_FAR = 8
"""How many words behind a comma are looked at."""
_TABLED = 3
"""Where one word in so many is a number, the line is one of a table, as of results."""
_JOINING = frozenset({"-", "‐", "‑", "'s", "’s"})
_POSSESSIVE = frozenset({"'s", "’s"})
Known = Mapping[int, tuple[int, Entry]]
"""For the index of a word, where a known name that begins there ends, and which."""


Window = tuple[int, list[list[str]]]
"""The index of a word in its line, and the features of that word and of those behind it."""


def features(line: Line, known: Known, ruled: Sequence[tuple[str, str]], document: Evidence) -> Iterator[Window]:
    """The features of the words of `line` that may name something, with those around them, stretch by stretch.

    `ruled` holds the label that the rules give each word, and how surely.
    """
    words = line.words
    texts = [word.text for word in words]
    places = _places(words, known)
    runs = _runs(words)
    last = len(words) - 1
    tabled = sum(text[0].isdigit() for text in texts) * _TABLED >= len(texts)

    def row(i: int) -> list[str]:
        text = texts[i]
        here = [*own(text), "R" + ruled[i][0], "S" + ruled[i][1]]
        here += beside(texts[i - 1], -1) if i else ("<",)
        here += beside(texts[i + 1], 1) if i < last else (">",)
        if i > 1:
            here += beside(texts[i - 2], -2)
        if i < last - 1:
            here += beside(texts[i + 2], 2)
        if i:
            here.append("-R" + ruled[i - 1][0])
            if places[i - 1]:
                here.append("-" + places[i - 1])
        if i < last:
            here.append("+R" + ruled[i + 1][0])
            if places[i + 1]:
                here.append("+" + places[i + 1])
        if places[i]:
            here.append(places[i])
        if words[i].first:
            here.append("1st")
        if words[i].cap:
            here += document.get(text, ("D-",))
            here += runs[i]
        if line.titled:
            here += ("T", "T" + lists(text))
        if tabled:
            here.append("N")
        return here

    handles = {i + 1 for i, text in enumerate(texts) if text == "@"}
    named = [words[i].cap or bool(places[i] or ruled[i][1]) or i in handles for i in range(last + 1)]
    for start, end in _windows(named):
        yield start, [row(i) for i in range(start, end)]


def _windows(named: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The stretches of a line around the words that may be `named`: most words of an article lie in none."""
    start = end = -1
    for i, may_name in enumerate(named):
        if may_name:
            if start >= 0 and i - end > _GAP:
                yield max(0, start - 1), end + 1
                start = -1
            start = i if start < 0 else start
            end = i
    if start >= 0:
        yield max(0, start - 1), min(len(named), end + 2)


def _places(words: Sequence[Word], known: Known) -> list[str]:
    """For every word where it stands in a known name, and of which kind and theme; "" outside."""
    places = [""] * len(words)
    for start, (end, entry) in known.items():
        for i in range(start, end):
            where = "1" if end - start == 1 else "B" if i == start else "I"
            places[i] = f"g{where}{entry.theme[:4]}{entry.kind[:2]}"
    return places


def _runs(words: Sequence[Word]) -> list[tuple[str, ...]]:
    """For every capitalised word where it stands in its run of them, how that ends, and what is around it."""
    found: list[tuple[str, ...]] = [()] * len(words)
    i = 0
    while i < len(words):
        j = i
        while j < len(words) and words[j].cap:
            j += 1
        if j > i:
            end, opening = words[j - 1].text, words[i].text
            around = [f"ue{end.lower()}", f"ul{lists(end)}", f"uo{lists(opening)}"]
            around += [f"ub{words[i - 1].text.lower()}"] if i else []
            around += [f"ua{words[j].text.lower()}", *_apposed(words, j)] if j < len(words) else []
            for k in range(i, j):
                found[k] = (f"u{min(k - i, 3)}{min(j - k, 5)}", *around)
        i = max(j, i + 1)
    return found


def _apposed(words: Sequence[Word], j: int) -> list[str]:
    """What the words behind the comma at word `j` call the name: a person, a body ("the company that runs it")."""
    if words[j].text != ",":
        return []
    called = []
    for word, following in pairwise(words[j + 1 : j + _FAR]):
        if following.text in _POSSESSIVE:
            continue  # it is the company's chief, not the company
        if word.text in listed("person_before"):
            called.append("uAp")
        elif word.text in listed("org_before"):
            called.append("uAo")
        if called or not (word.text[0].isalnum() or word.text in _JOINING):
            break
    return called
