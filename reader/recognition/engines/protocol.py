"""What every engine is to the rest of recognition: a function from a text to labelled, scored places of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reader.domain.span import Span


@dataclass(frozen=True, slots=True)
class Spotted:
    """One place that an engine takes for a name; `label` is the engine's own word, `score` lies in [0, 1]."""

    span: Span
    label: str
    score: float


class Engine(Protocol):
    """Anything that finds names in a text; its spans are code points of that text."""

    def __call__(self, text: str, /) -> Sequence[Spotted]:
        """The names of `text`, in any order; they may overlap."""
