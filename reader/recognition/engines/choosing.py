"""The engine that the settings name, loaded when it is first asked for."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from threading import Lock

from reader.recognition.engines import gliner_engine, spacy_engine
from reader.recognition.engines.protocol import Engine

OWN = "own"
LOADERS: Mapping[str, Callable[[str], Engine]] = {"spacy": spacy_engine.load, "gliner": gliner_engine.load}
"""How each engine but our own is loaded, given the name of its model."""

_ONE_AT_A_TIME = Lock()


def engine(name: str, model: str) -> Engine | None:
    """The engine called `name` with this model, None for our own; the last one asked for stays loaded.

    May be called from any thread. Raises EngineMissing.
    """
    if name == OWN:
        return None
    with _ONE_AT_A_TIME:  # two panes that open articles at once shall not load two models
        return _loaded(name, model)


@lru_cache(maxsize=1)
def _loaded(name: str, model: str) -> Engine:
    return LOADERS[name](model)
