"""Packages with the interfaces of the real ones, for machines on which those are not installed."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType, SimpleNamespace
from typing import Any

from reader.domain.span import Span
from reader.recognition.engines.protocol import Engine, Spotted

READ = 384
"""How many words a model of GLiNER reads; it leaves the rest."""

Known = Mapping[str, tuple[str, float]]
"""For the words of a name its label and its score."""


class FakeModel:
    """What GLiNER.from_pretrained gives; it finds the names it is told of, if their labels are asked for."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.asked: list[str] = []

    def predict_entities(self, text: str, labels: Sequence[str], *, threshold: float = 0.5) -> list[dict[str, Any]]:
        self.asked.append(text)
        words = list(re.finditer(r"\w+(?:[-_]\w+)*|\S", text))
        read = text[: words[READ - 1].end()] if len(words) > READ else text
        return [
            {"start": at.start(), "end": at.end(), "text": at.group(), "label": label, "score": score}
            for name, (label, score) in self.known.items()
            for at in re.finditer(re.escape(name), read)
            if label in labels and score >= threshold
        ]


def gliner(models: Mapping[str, Any], seen: list[Mapping[str, Any]] | None = None) -> ModuleType:
    """A package `gliner` with these models on the disk; `seen` gets how each was asked for.

    A model that is an error is one that cannot be loaded.
    """

    def from_pretrained(model_id: str, **options: Any) -> Any:
        if seen is not None:
            seen.append({"model": model_id, "offline": os.environ.get("HF_HUB_OFFLINE"), **options})
        if model_id not in models:
            raise FileNotFoundError(f"Cannot find {model_id} in the cache and outgoing traffic is off.")
        if isinstance(models[model_id], Exception):
            raise models[model_id]
        return models[model_id]

    package = ModuleType("gliner")
    package.__dict__["GLiNER"] = SimpleNamespace(from_pretrained=from_pretrained)
    return package


def spacy(load: Callable[[Any], Any], packages: Sequence[str] = ()) -> ModuleType:
    """A package `spacy` that loads so, and finds these packages installed."""
    package = ModuleType("spacy")
    package.__dict__.update(load=load, util=SimpleNamespace(is_package=lambda name: name in packages))
    return package


def spotting(*spotted: tuple[int, int, str, float]) -> Engine:
    """An engine that finds these, whatever the text: start, end, label, score."""
    return lambda _: [Spotted(Span(start, end), label, score) for start, end, label, score in spotted]


def knowing(text: str, **labels: str) -> Engine:
    """An engine that finds these words of `text` at their first places, an underscore for a space."""
    names = {name.replace("_", " "): label for name, label in labels.items()}
    return spotting(*((text.index(name), text.index(name) + len(name), label, 0.9) for name, label in names.items()))
