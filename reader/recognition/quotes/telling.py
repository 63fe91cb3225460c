"""Who gives a figure: the speaker of the words it stands in."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.domain.analysis import Figure, Quote


def told(figures: Iterable[Figure], quotes: Sequence[Quote]) -> tuple[Figure, ...]:
    """The same figures, each with who said it where a quotation or claim holds it; of several the innermost tells."""
    return tuple(_with_speaker(figure, quotes) for figure in figures)


def _with_speaker(figure: Figure, quotes: Sequence[Quote]) -> Figure:
    holding = [quote for quote in quotes if any(span.contains(figure.span) for span in quote.spans)]
    inmost = min(holding, key=lambda quote: sum(map(len, quote.spans)), default=None)
    return replace(figure, says=inmost.who) if inmost and inmost.who else figure
