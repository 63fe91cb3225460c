"""A text as the tagger learns it: for every sentence the features of its words and the labels they should get."""

from collections.abc import Iterator, Sequence

from reader.domain.analysis import EntityKind
from reader.recognition.found import Found
from reader.recognition.naming import by_rules, page
from reader.recognition.tagging.labels import OTHER, OUTSIDE
from reader.recognition.tagging.tagger import evident
from reader.recognition.training.annotated import Marked
from reader.recognition.training.corpora import Text
from reader.recognition.words import Word
from reader.recognition.zones import zones

Example = tuple[list[list[str]], list[str]]
"""The features of every word, and its label."""


def examples(text: Text) -> Iterator[Example]:
    """The stretches of a text that may name something."""
    here = page(text.text, zones(text.text))
    ruled = by_rules(here)
    kinds = _kinds(text, ruled)
    for line, windows in zip(here.lines, evident(here.lines, here.scenes, ruled), strict=True):
        told = labels(line.words, kinds)
        for first, rows in windows:
            yield rows, told[first : first + len(rows)]


def _kinds(text: Text, ruled: Sequence[Found]) -> dict[int, tuple[int, str]]:
    """For every marked code point the start and the kind of its name.

    Where the source marks no groups, those that the rules find stand in; a "misc" that is one of them is a group.
    """
    silver = () if EntityKind.GROUP in text.labels else (one for one in ruled if one.kind is EntityKind.GROUP)
    kinds: dict[int, tuple[int, str]] = {}
    for group in silver:
        kinds.update(dict.fromkeys(range(group.span.start, group.span.end), (group.span.start, group.kind.value)))
    for mark in text.marks:
        if mark.kind != OTHER or not _is_group(mark, kinds):
            kinds.update(dict.fromkeys(range(mark.start, mark.end), (mark.start, mark.kind)))
    return kinds


def _is_group(mark: Marked, kinds: dict[int, tuple[int, str]]) -> bool:
    return all(kinds.get(place, (0, ""))[1] == EntityKind.GROUP for place in range(mark.start, mark.end))


def labels(words: Sequence[Word], kinds: dict[int, tuple[int, str]]) -> list[str]:
    """The label of every word; one that a name takes up in part belongs to it."""
    found: list[str] = []
    before: tuple[int, str] | None = None
    for word in words:
        here = kinds.get(word.start) or kinds.get(word.end - 1)
        found.append(f"{'I' if here == before else 'B'}-{here[1]}" if here else OUTSIDE)
        before = here
    return found
