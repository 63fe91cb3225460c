"""The trained tagger at work: what the rules found goes in as evidence, what the words name comes out.

The model is a linear-chain conditional random field, trained by the averaged perceptron and decoded by Viterbi's
algorithm in python-crfsuite; `python -m reader.recognition.training` makes it anew. It is loaded when first asked for.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition.found import Found
from reader.recognition.gazetteer import gazetteer, in_one_line
from reader.recognition.scenes import Scene
from reader.recognition.tagging.document import evidence
from reader.recognition.tagging.features import Window, features
from reader.recognition.tagging.labels import OTHER, ruled, stretches
from reader.recognition.words import Line

WRAPPED = 50
"""A line of more code points than this may have been broken in the middle of a name."""
MODEL = Path(__file__).parents[1] / "models" / "news.crf"


class Decoder(Protocol):
    """What python-crfsuite's tagger can do, as far as it is used here."""

    def tag(self, rows: list[list[str]], /) -> list[str]:
        """The labels of a sentence whose words have these features."""


@cache
def _model() -> Decoder:
    import pycrfsuite  # type: ignore[import-untyped]  # noqa: PLC0415 - 15 ms that only recognising pays

    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    decoder: Decoder = tagger
    return decoder


def evident(lines: Sequence[Line], scenes: Sequence[Scene], found: Sequence[Found]) -> Iterator[list[Window]]:
    """The features of every line where it may name something, with `found` for what the rules say."""
    document = evidence(lines)
    labels = iter(ruled([word for line in lines for word in line.words], found))
    for line, here in zip(lines, scenes, strict=True):
        yield list(features(line, here.known, [next(labels) for _ in line.words], document))


def tagged(text: str, lines: Sequence[Line], scenes: Sequence[Scene], found: Sequence[Found]) -> Iterator[Found]:
    """What the words of `lines` name, in the order of the text; `found` is what the rules found."""
    model = _model()
    canonical = {one.span: one for one in found}
    for line, windows in zip(lines, evident(lines, scenes, found), strict=True):
        for first, rows in windows:
            words = line.words[first : first + len(rows)]
            for start, end, kind in stretches(model.tag(rows)):
                if kind != OTHER:
                    for span in in_lines(text, Span(words[start].start, words[end - 1].end)):
                        yield _found(text, span, EntityKind(kind), canonical.get(span))


def in_lines(text: str, span: Span) -> Iterator[Span]:
    """The parts of `span` that stand in lines of their own, as in a table or a list; a wrapped line ends no name."""
    start = span.start
    while (cut := text.find("\n", start, span.end)) >= 0:
        if cut - text.rfind("\n", 0, cut) > WRAPPED:
            break
        yield Span(start, start + len(text[start:cut].rstrip()))
        start = span.end - len(text[cut : span.end].lstrip())
    yield Span(start, span.end)


def _found(text: str, span: Span, kind: EntityKind, rule: Found | None) -> Found:
    """A name with what the rules or the lists know of it."""
    name = in_one_line(span.of(text))
    if rule and rule.kind is kind:
        return rule
    return Found(span, name, kind, gazetteer().canonical(name, kind))
