"""GLiNER as an engine: a model that finds what it is asked for, and is asked for our six kinds."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reader.domain.span import Span
from reader.recognition.engines.labels import ASKED
from reader.recognition.engines.loading import FAILURES, folder_of, model_broken, model_missing, package
from reader.recognition.engines.pieces import pieces
from reader.recognition.engines.protocol import Engine, Spotted

MOST = 250
"""How many words are given at once: GLiNER's models read up to 384 and leave the rest of a longer text unread."""

THRESHOLD = 0.5
"""From which score on a name counts; GLiNER's own choice."""

_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1"}
_ON_THE_HUB = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class GlinerEngine:
    """A loaded model."""

    model: Any

    def __call__(self, text: str, /) -> Sequence[Spotted]:
        """The names of our six kinds that the model finds."""
        return [spotted for piece in pieces(text, MOST) for spotted in self._in(piece.of(text), piece.start)]

    def _in(self, words: str, start: int) -> Iterator[Spotted]:
        for entity in self.model.predict_entities(words, list(ASKED), threshold=THRESHOLD):
            first, end = int(entity["start"]), int(entity["end"])
            if 0 <= first < end <= len(words):
                yield Spotted(Span(first, end).shifted(start), str(entity["label"]), float(entity["score"]))


def load(model: str) -> Engine:
    """The engine with this model, a folder or a name on the hub that was downloaded before. Raises EngineMissing."""
    folder = folder_of(model)
    local = folder.is_dir()
    with _offline():
        gliner = package("gliner", "GLiNER")
        try:
            return GlinerEngine(gliner.GLiNER.from_pretrained(str(folder) if local else model, local_files_only=True))
        except FAILURES as error:
            if isinstance(error, OSError) and not local:
                raise model_missing("GLiNER", model, _remedy(model)) from error
            raise model_broken("GLiNER", model, error) from error


def _remedy(model: str) -> str:
    """How a model comes here: those with a name of the hub can be downloaded by GLiNER; Reader downloads nothing."""
    if _ON_THE_HUB.fullmatch(model):
        return f"""download it: python -c "from gliner import GLiNER; GLiNER.from_pretrained('{model}')\""""
    return "correct the name of the model there."


@contextmanager
def _offline() -> Iterator[None]:
    """Forbid the network to what GLiNER is made of, which reads these variables as it is imported.

    `local_files_only` alone does not reach the tokenizer in every version of GLiNER.
    """
    before: Mapping[str, str | None] = {name: os.environ.get(name) for name in _OFFLINE}
    os.environ.update(_OFFLINE)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
