"""spaCy as an engine: a pipeline that the person has installed as a package, or keeps in a folder."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reader.domain.span import Span
from reader.recognition.engines.loading import FAILURES, folder_of, model_broken, model_missing, package
from reader.recognition.engines.pieces import pieces
from reader.recognition.engines.protocol import Engine, Spotted

MOST = 5_000
"""How many words are given at once: less than spaCy refuses, more than nearly every article has."""

_PACKAGE = re.compile(r"[A-Za-z]\w*", re.ASCII)


@dataclass(frozen=True, slots=True)
class SpacyEngine:
    """A loaded pipeline; spaCy's entities carry no scores, so all are given as sure."""

    pipeline: Any

    def __call__(self, text: str, /) -> Sequence[Spotted]:
        """The entities of the pipeline's recognisers, statistical or by rules."""
        return [spotted for piece in pieces(text, MOST) for spotted in self._in(piece.of(text), piece.start)]

    def _in(self, words: str, start: int) -> Iterator[Spotted]:
        for entity in self.pipeline(words).ents:
            yield Spotted(Span(int(entity.start_char), int(entity.end_char)).shifted(start), str(entity.label_), 1.0)


def load(model: str) -> Engine:
    """The engine with this pipeline, the name of a package or the path of a folder. Raises EngineMissing."""
    spacy = package("spacy", "spaCy")
    folder = folder_of(model)
    packaged = spacy.util.is_package(model)
    if not packaged and not folder.is_dir():
        raise model_missing("spaCy", model, _remedy(model))
    try:
        return SpacyEngine(spacy.load(model if packaged else folder))
    except FAILURES as error:
        raise model_broken("spaCy", model, error) from error


def _remedy(model: str) -> str:
    """How a pipeline comes here: those with the name of a package can be downloaded by spaCy."""
    if _PACKAGE.fullmatch(model):
        return f"install it: python -m spacy download {model}"
    return "correct the name of the model there."
