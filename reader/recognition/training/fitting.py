"""Fits the tagger to texts: python-crfsuite's averaged perceptron, twice.

The averaged perceptron measured better than L-BFGS here, and ten rounds as well as more. The first fit tells which
features weigh most; the second one learns with those alone. That halves the model, and costs no accuracy that could be
measured on news held out.

The perceptron takes the sentences in an order that it draws with rand() of the C library. That begins anew for every
fit, so that the same texts make the same model wherever they stand in the life of a process.
"""

import ctypes
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.recognition.training.corpora import Text
from reader.recognition.training.examples import Example, examples

ROUNDS = 10
FEWEST = 3
"""How often a feature must be seen to be learned at all."""
SEED = 1
"""What rand() begins with in a process that never seeds it."""
MOST = 36_000
"""How many features the model keeps, which makes it smaller than 4 MB."""


def fit(learned: Iterable[Text], model: Path, most: int = MOST) -> int:
    """Write the model of what was `learned` with its `most` weighty features; tells how many words that were."""
    every = [example for text in learned for example in examples(text)]
    model.parent.mkdir(parents=True, exist_ok=True)
    ctypes.CDLL(None).srand(SEED)
    with TemporaryDirectory() as folder:
        first = Path(folder) / "first.crf"
        _train(every, first)
        _train(every, model, weightiest(first, most))
    return sum(len(labels) for _, labels in every)


def weightiest(model: Path, most: int) -> frozenset[str]:
    """The `most` features of a model that weigh most for any label."""
    import pycrfsuite  # type: ignore[import-untyped]  # noqa: PLC0415 - only training and recognising pay for it

    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    weights: dict[str, float] = defaultdict(float)
    for (feature, _), weight in tagger.info().state_features.items():
        weights[feature] = max(weights[feature], abs(weight))
    return frozenset(sorted(weights, key=lambda feature: (-weights[feature], feature))[:most])


def _train(every: Sequence[Example], model: Path, kept: Collection[str] | None = None) -> None:
    import pycrfsuite  # noqa: PLC0415 - as above

    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    for rows, labels in every:
        trainer.append(rows if kept is None else [[one for one in row if one in kept] for row in rows], labels)
    trainer.set_params({"feature.minfreq": FEWEST, "max_iterations": ROUNDS})
    trainer.train(str(model))
