"""The labels that the tagger gives words, and the stretches they make: B-person begins a name, I-person goes on."""

from collections.abc import Iterable, Iterator, Sequence

from reader.recognition.found import Found
from reader.recognition.words import Word

OUTSIDE = "O"
_NONE = (OUTSIDE, "")
OTHER = "misc"
"""What is named and of none of our kinds (a law, a film): learned where a corpus marks it, and never shown."""


def stretches(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The names that `labels` mark, as (first word, word after the last, kind); an I without its B begins one."""
    start, kind = 0, ""
    for i, label in enumerate((*labels, OUTSIDE)):
        here = label[2:]
        if kind and (here != kind or label[0] == "B"):
            yield start, i, kind
            kind = ""
        if here and not kind:
            start, kind = i, here


def ruled(words: Sequence[Word], found: Iterable[Found]) -> list[tuple[str, str]]:
    """What the rules say of every word, short ("Bpe", "Ipe", "O"), and how surely ("pe3")."""
    labels = {}
    for one in found:
        sure = f"{one.kind[:2]}{'f' if one.formed else one.lead}"
        labels.update(dict.fromkeys(range(one.span.start, one.span.end), ("I" + one.kind[:2], sure)))
        labels[one.span.start] = ("B" + one.kind[:2], sure)
    return [labels.get(word.start, _NONE) for word in words]
