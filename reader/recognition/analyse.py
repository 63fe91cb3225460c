"""A text becomes an Analysis: the recognisers one after the other, each of which can be replaced."""

from collections.abc import Sequence
from datetime import date

from reader.domain.analysis import Analysis, Entity
from reader.domain.article import Block, BlockKind
from reader.recognition.chains import chains
from reader.recognition.engines.protocol import Engine
from reader.recognition.figures import find_figures
from reader.recognition.found import Found
from reader.recognition.naming import named
from reader.recognition.overlaps import beside, without
from reader.recognition.quotes import find_quotes, told
from reader.recognition.salience import salience
from reader.recognition.zones import Zone, is_in, zones
from reader.text.dates import find_dates

_SPOKEN = frozenset({"en", "und"})
_SILENT = frozenset({BlockKind.TAIL, BlockKind.CODE})
"""Blocks that nobody reads for what they name: copyright lines, and programs."""


def analyse(
    text: str,
    blocks: tuple[Block, ...] = (),
    day: date | None = None,
    language: str = "en",
    engine: Engine | None = None,
) -> Analysis:
    """The entities, figures, dates and quotes of `text`; `blocks` as ingest found them, `day` the article's date.

    Names are found by `engine`, or by our own tagger. In another language than English only figures and dates are
    looked for, and `figures_only` says so.
    """
    every = zones(text, blocks)
    parts = tuple(part for part in every if part.kind not in _SILENT)
    dates = find_dates(text, day)
    figures = [figure for figure in find_figures(text, dates=dates) if is_in(figure.span, parts)]
    dates = [mention for mention in dates if is_in(mention.span, parts)]
    if language not in _SPOKEN:
        return Analysis((), tuple(figures), tuple(dates), figures_only=True)
    found = without(named(text, parts, engine), (*figures, *dates))
    spans = [one.span for one in found]
    entities = _entities(text, found, parts)
    quotes = tuple(find_quotes(text, parts, entities))
    return Analysis(entities, told(beside(figures, spans), quotes), beside(dates, spans), quotes)


def _entities(text: str, found: Sequence[Found], parts: Sequence[Zone]) -> tuple[Entity, ...]:
    """The things that `found` names, most salient first."""
    entities = []
    for chain in chains(text, found):
        weight, reasons = salience(chain.kind, chain.spans, parts, len(text))
        entities.append(Entity(chain.name, chain.kind, weight, tuple(chain.spans), reasons))
    return tuple(sorted(entities, key=lambda entity: (-entity.salience, entity.mentions[0])))
