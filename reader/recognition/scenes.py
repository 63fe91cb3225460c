"""One sentence together with the known names in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from reader.recognition.gazetteer import Entry, Gazetteer
from reader.recognition.lexicon import words as listed
from reader.recognition.words import Line, Word


@dataclass(frozen=True)
class Scene:
    """One sentence with what the gazetteer knows of it: for the index of a word, where a known name ends."""

    text: str
    words: tuple[Word, ...]
    known: Mapping[int, tuple[int, Entry]]


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
