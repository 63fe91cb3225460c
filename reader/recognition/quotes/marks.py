"""Quotation marks paired: which words of a text stand in quotation marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from reader.domain.span import Span
from reader.text.wordlist import wordlist

_SINGLE = frozenset("'‘’")
_OPENING = frozenset({"“", "„", "«", "‘", "``"})
_TYPED = frozenset({"''", "’’"})
"""Two single marks typed for a double one."""

_CLOSED_BY_TYPED = frozenset({"“", "``"})
"""What two single marks close."""

_BEFORE_OPENING = frozenset("([{-–—:/“‘\"'…>*_")
_AFTER_CLOSING = frozenset(")]},.;:!?-–—/”’\"'…<*_")
_STOPS = frozenset(".,!?…")
_ELIDED = wordlist("em til tis twas twere cause bout n round ere cos")
"""Words that begin with an apostrophe, which is no quotation mark."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between quotation marks.

    `outer` holds the marks too; `paragraph` is the place of its paragraph among all; `goes_on` tells that nothing
    closes it, since it goes on in the next paragraph.
    """

    inner: Span
    outer: Span
    paragraph: int
    goes_on: bool = False


class _Mark(NamedTuple):
    """One quotation mark, and what it may be here."""

    place: int
    end: int
    single: bool
    opens: bool
    closes: bool
    doubtful: bool


@cache
def _signs() -> re.Pattern[str]:
    return re.compile("``|[\"“”„«»'‘’]")


def quoted(text: str, paragraphs: Sequence[Span]) -> list[Quoted]:
    """The outermost quotations of each paragraph, in order; what they quote themselves is part of them.

    A mark that nothing closes counts only where the next paragraph begins with another one.
    """
    marks = [_marks(text, span) for span in paragraphs]
    found: list[Quoted] = []
    for place, span in enumerate(paragraphs):
        first = next(iter(marks[place + 1]), None) if place + 1 < len(paragraphs) else None
        goes_on = first and first.opens and first.place == paragraphs[place + 1].start
        found.extend(_paired(text, marks[place], span, place, first if goes_on else None))
    return found


def _marks(text: str, span: Span) -> list[_Mark]:
    """The marks of one paragraph that may open or close a quotation."""
    found: list[_Mark] = []
    place, opened = span.start, False
    for sign in _signs().finditer(text, span.start, span.end):
        start, typed = sign.start(), sign.group()
        if start < place:
            continue
        if opened and typed * 2 in _TYPED and text.startswith(typed * 2, start, span.end):
            typed *= 2
        place = start + len(typed)
        before = text[start - 1] if start > span.start else " "
        after = text[place] if place < span.end else " "
        mark = _read(text, typed, start, before, after)
        if mark.opens or mark.closes:
            found.append(mark)
            doubtful = mark.single or (mark.doubtful and typed in _TYPED)
            opened = opened if doubtful else mark.opens and typed in _CLOSED_BY_TYPED
    return found


def _read(text: str, sign: str, place: int, before: str, after: str) -> _Mark:
    """What one mark may be, seen by what stands before and after it."""
    free_before = before.isspace() or before in _BEFORE_OPENING
    free_after = after.isspace() or after in _AFTER_CLOSING
    end = place + len(sign)
    if sign in _TYPED:
        return _Mark(place, end, False, False, not before.isspace() and free_after, before not in _STOPS)
    if sign in _SINGLE:
        opens = sign != "’" and free_before and not free_after and not _is_elided(text, place)
        closes = sign != "‘" and free_after and not before.isspace()
        return _Mark(place, end, True, opens, closes, not opens and before not in _STOPS)
    if sign == '"':
        opens, closes = free_before and not after.isspace(), not before.isspace() and (free_after or not free_before)
        return _Mark(place, end, False, opens and not closes, closes, before.isdigit())
    opens = sign in _OPENING and not after.isspace()
    return _Mark(place, end, False, opens, not opens, False)


def _is_elided(text: str, place: int) -> bool:
    """Whether the mark at `place` stands for a left-out letter or century ("'em", "'90s")."""
    word = re.compile(r"\w+").match(text, place + 1)
    return word is not None and (word.group()[0].isdigit() or word.group().lower() in _ELIDED)


def _paired(text: str, marks: list[_Mark], span: Span, paragraph: int, following: _Mark | None) -> Iterator[Quoted]:
    """The quotations of one paragraph; `following` is the mark that the next one begins with."""
    single = following.single if following else None
    last = {mark.single: mark.place for mark in marks if mark.closes}
    opened: _Mark | None = None
    for at, mark in enumerate(marks):
        if opened is None:
            closable = last.get(mark.single, -1) > mark.place or single is mark.single
            opened = mark if mark.opens and closable else None
        elif mark.single is opened.single and mark.closes and not _is_inside(text, marks, at, span.end):
            if mark.place > opened.end:
                yield Quoted(Span(opened.end, mark.place), Span(opened.place, mark.end), paragraph)
            opened = None
        elif mark.single is opened.single and mark.opens and not mark.single:
            opened = mark
    if opened is not None and single is opened.single:
        end = span.start + len(span.of(text).rstrip())
        if end > opened.end:
            yield Quoted(Span(opened.end, end), Span(opened.place, end), paragraph, goes_on=True)


def _is_inside(text: str, marks: list[_Mark], at: int, end: int) -> bool:
    """Whether a mark that could close is an apostrophe ("the drivers' fault") or tells inches, and a later closes."""
    mark = marks[at]
    after = text[mark.end : min(mark.end + 2, end)]
    if not mark.doubtful or not (after[:1] == " " and after[1:].islower()):
        return False
    if mark.single and text[mark.place - 1] != "s":
        return False
    following = next((one for one in marks[at + 1 : at + 4] if one.single is mark.single), None)
    return following is not None and following.closes
