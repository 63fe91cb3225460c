"""The frame of a text: its words outside the quotations, place for place, so that a quotation is one blank in it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reader.domain.span import Span
from reader.recognition.quotes.marks import Quoted
from reader.recognition.quotes.verbs import FINITE
from reader.text.sentences import sentences

OPEN, CLOSE, BLANK = "“", "”", "\ue000"
"""What stands in the frame for the marks and the words of a quotation; its last stop is kept."""

_STOPS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the frame with the quotations that begin in it."""

    span: Span
    quoted: tuple[Quoted, ...]


@cache
def _speaker() -> re.Pattern[str]:
    """A short name and a verb of speaking, as they follow a quoted question."""
    verbs = "|".join(sorted(FINITE))
    return re.compile(
        rf"\s+(?!(?:The|An?|His|Her|Its|Their|One|Some|Many|But|And|He|She|It|They|We)\b)(?:(?:[A-Z][\w.’'-]*|the|an?|of|de|al|his|her|their|one)\s+){{1,6}}(?:{verbs})\b"
    )


def frame_of(text: str, marked: Sequence[Quoted]) -> str:
    """`text` with every quotation blanked, as long as `text`."""
    pieces, place = [], 0
    for one in marked:
        pieces.append(text[place : one.outer.start])
        blanks = one.inner.end - one.outer.start - len(OPEN) - 1
        pieces.append(OPEN + BLANK * blanks + _last(text, one) + CLOSE * (one.outer.end - one.inner.end))
        place = one.outer.end
    return "".join((*pieces, text[place:]))


def _last(text: str, one: Quoted) -> str:
    """The last sign of a quotation as the frame has it: its stop, but a comma where the sentence goes on after it."""
    last = text[one.inner.end - 1]
    if last not in _STOPS:
        return BLANK
    return "," if last != "." and _speaker().match(text, one.outer.end) else "."


def sentences_of(
    frame: str, paragraphs: Sequence[Span], marked: Sequence[Quoted], verbs: Sequence[int]
) -> Iterator[Sentence]:
    """The sentences of all paragraphs in order; a paragraph without marks and `verbs` counts as one sentence."""
    starts = [one.outer.start for one in marked]
    for part in paragraphs:
        speaks = _any_in(starts, part) or _any_in(verbs, part)
        for span in sentences(part.of(frame)) if speaks else (Span(0, len(part)),):
            here = span.shifted(part.start)
            yield Sentence(here, tuple(marked[bisect_left(starts, here.start) : bisect_left(starts, here.end)]))


def _any_in(places: Sequence[int], part: Span) -> bool:
    """Whether one of the ordered `places` lies in `part`."""
    return bisect_left(places, part.start) < bisect_left(places, part.end)
