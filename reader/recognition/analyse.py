"""A text becomes an Analysis: the recognisers one after the other."""

from datetime import date

from reader.domain.analysis import Analysis, Entity
from reader.domain.article import Block
from reader.domain.span import Span
from reader.recognition.gazetteer import gazetteer
from reader.recognition.names import names
from reader.recognition.words import lines
from reader.recognition.zones import zones


def analyse(text: str, blocks: tuple[Block, ...] = (), day: date | None = None, language: str = "en") -> Analysis:
    """The entities, figures and dates of `text`; `blocks` as ingest found them, `day` the article's date."""
    known = gazetteer()
    found = names(text, lines(text, zones(text, blocks), lambda name: known.get(name) is not None), known)
    by: dict[tuple[str, object], list[Span]] = {}
    for one in found:
        by.setdefault((one.canonical or one.name, one.kind), []).append(one.span)
    return Analysis(entities=tuple(Entity(name, kind, 0.0, tuple(spans)) for (name, kind), spans in by.items()))
