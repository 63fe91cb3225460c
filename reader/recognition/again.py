"""Names found once are found again where the place alone told too little, as at the head of a sentence."""

from collections.abc import Iterator, Sequence

from reader.domain.span import Span
from reader.recognition.found import Found
from reader.recognition.gazetteer import in_one_line
from reader.recognition.words import Line, lower_words

_LONGEST = 5
"""How many words of a sentence are tried as one name."""


def again(text: str, lines: Sequence[Line], found: Sequence[Found]) -> Iterator[Found]:
    """The places that repeat a name of `found` word for word and were not taken for one.

    A name that the text also writes in lower case ("Shell", "shell") is not looked for.
    """
    lower = lower_words(lines)
    names = {one.name: one for one in found if one.name[0].isupper() and one.name.lower() not in lower}
    taken = {place for one in found for place in range(one.span.start, one.span.end)}
    for line in lines:
        for i, word in enumerate(line.words):
            if word.cap and word.start not in taken:
                one = _named(text, line, i, names)
                if one and one.span.end - 1 not in taken:
                    yield one
                    taken.update(range(one.span.start, one.span.end))


def _named(text: str, line: Line, i: int, names: dict[str, Found]) -> Found | None:
    """The longest name that the words from `i` on repeat."""
    start = line.words[i].start
    for word in reversed(line.words[i : i + _LONGEST]):
        known = names.get(in_one_line(text[start : word.end]))
        if known:
            return Found(Span(start, word.end), known.name, known.kind, known.canonical)
    return None
