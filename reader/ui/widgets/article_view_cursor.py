"""Selecting by keys: a passage with one end that stands and one that words, sentences and paragraphs move."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.domain.span import Span

_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")
_NEAR = 400
"""How far, in code points, the next word is looked for; a longer word counts as several."""


@dataclass(frozen=True, slots=True)
class Selecting:
    """A passage being selected; `fixed` is the end that stands, `moving` the other, in either order."""

    fixed: int
    moving: int

    @property
    def span(self) -> Span:
        """The passage."""
        return Span(min(self.fixed, self.moving), max(self.fixed, self.moving))

    def by_word(self, text: str, by: int) -> "Selecting":
        """The moving end one word further, or back where `by` is negative."""
        low = max(0, self.moving - _NEAR)
        found = [Span(word.start(), word.end()) for word in _WORD.finditer(text, low, self.moving + _NEAR)]
        return self.by_piece(found, by)

    def by_piece(self, pieces: Sequence[Span], by: int) -> "Selecting":
        """The moving end at the next edge of `pieces` (in order, apart), or the one before where `by` is negative.

        A passage that grows to the right ends where a piece ends; one that grows to the left begins where one begins.
        It never becomes empty: passing the end that stands turns the passage round.
        """
        starts = [piece.start for piece in pieces]
        ends = [piece.end for piece in pieces]
        if by > 0:
            return self._further(starts, ends)
        return self._back(starts, ends)

    def _further(self, starts: list[int], ends: list[int]) -> "Selecting":
        if self.moving < self.fixed:
            at = bisect_right(starts, self.moving)
            if at < len(starts) and starts[at] < self.fixed:
                return replace(self, moving=starts[at])
        at = bisect_right(ends, max(self.moving, self.fixed))
        return replace(self, moving=ends[at]) if at < len(ends) else self

    def _back(self, starts: list[int], ends: list[int]) -> "Selecting":
        if self.moving > self.fixed:
            at = bisect_left(ends, self.moving) - 1
            if at >= 0 and ends[at] > self.fixed:
                return replace(self, moving=ends[at])
        at = bisect_left(starts, min(self.moving, self.fixed)) - 1
        return replace(self, moving=starts[at]) if at >= 0 else self


def piece_at(pieces: Sequence[Span], offset: int) -> Span | None:
    """The piece that `offset` lies in, else the next one, else the last."""
    if not pieces:
        return None
    at = bisect_right([piece.end for piece in pieces], offset)
    return pieces[min(at, len(pieces) - 1)]
