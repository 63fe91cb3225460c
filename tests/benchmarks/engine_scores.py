"""Other finders of names, to stand beside ours: spaCy's architecture trained on the same text, and en_core_web_sm.

The first is a blank English pipeline with spaCy's own entity recogniser (hash embeddings, a convolutional network,
transitions), in its default shape and with the batches and the dropout of spaCy's default configuration. It learns from
the texts and labels that our tagger learns from, for MINUTES of one core. It measures the architecture; what a person
can download is measured by the second, where that is installed.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from reader.domain.errors import EngineMissing
from reader.recognition.engines import spacy_engine
from reader.recognition.engines.loading import package
from reader.recognition.engines.merging import found_by
from reader.recognition.engines.protocol import Engine
from reader.recognition.naming import page
from reader.recognition.tagging.labels import stretches
from reader.recognition.training.corpora import Text, texts
from reader.recognition.training.examples import examples
from reader.recognition.zones import zones
from tests.benchmarks.entity_scores import Finder, Name

MINUTES = 8
DOWNLOADED = "en_core_web_sm"
_DROPOUT = 0.1
_FEWEST_WORDS, _MOST_WORDS, _GROWTH = 100, 1000, 1.001
"""The words of a batch at the beginning and at the end, and by how much each is larger than the last."""


def contenders(corpora: Path) -> dict[str, Finder]:
    """The finders that can be had here, by name; for every other one the reason is printed."""
    if not find_spec("spacy"):
        sys.stdout.write("spaCy does not stand beside Reader here: its extra is not installed\n")
        return {}
    ways: Mapping[str, Callable[[], Engine]] = {
        f"spaCy, {MINUTES} min": lambda: trained(corpora / "entities" / "train"),
        DOWNLOADED: lambda: spacy_engine.load(DOWNLOADED),
    }
    found: dict[str, Finder] = {}
    for name, load in ways.items():
        try:
            found[name] = finder(load())
        except EngineMissing as missing:
            sys.stdout.write(f"not measured: {name}: {missing}\n")
    return found


def finder(engine: Engine) -> Finder:
    """What an engine finds, with our labels, and without the articles and possessives that some count in."""

    def find(text: str) -> list[Name]:
        return [Name(one.span, one.kind) for one in found_by(engine, text, zones(text))]

    return find


def trained(folder: Path, minutes: float = MINUTES) -> Engine:
    """spaCy's recogniser after so many minutes of one core with our texts. Raises EngineMissing."""
    spacy = package("spacy", "spaCy")
    spacy.util.fix_random_seed(1)
    pipeline = spacy.blank("en")
    pipeline.add_pipe("ner")
    learned = [_example(spacy, pipeline, text) for text in texts(folder)]
    optimizer = pipeline.initialize(lambda: learned)
    until = time.process_time() + 60 * minutes
    for batch in _batches(learned):
        if time.process_time() > until:
            break
        pipeline.update(batch, sgd=optimizer, drop=_DROPOUT)
    return spacy_engine.SpacyEngine(pipeline)


def _example(spacy: Any, pipeline: Any, text: Text) -> Any:
    """A text as spaCy learns it; a name that ends inside one of spaCy's words loses that word."""
    marked = pipeline.make_doc(text.text)
    spans = (marked.char_span(*name, alignment_mode="contract") for name in _names(text))
    marked.set_ents(spacy.util.filter_spans([span for span in spans if span]))
    return spacy.training.Example(pipeline.make_doc(text.text), marked)


def _names(text: Text) -> Iterator[tuple[int, int, str]]:
    """The first and the last code point and the label of every name, as our own tagger is taught them."""
    lines = page(text.text, zones(text.text)).lines
    for line, (_, labels) in zip(lines, examples(text), strict=True):
        for start, end, kind in stretches(labels):
            yield line.words[start].start, line.words[end - 1].end, kind


def _batches(learned: list[Any]) -> Iterator[list[Any]]:
    """Batches of `learned`, each time through in another order, without end."""
    chance = random.Random(1)  # noqa: S311 - a run that can be made again is wanted
    most = float(_FEWEST_WORDS)
    while True:
        batch: list[Any] = []
        for one in chance.sample(learned, len(learned)):
            if batch and sum(map(len, batch)) + len(one) > most:
                yield batch
                batch, most = [], min(most * _GROWTH, _MOST_WORDS)
            batch.append(one)
        yield batch
