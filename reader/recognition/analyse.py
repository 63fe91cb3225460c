"""A text becomes an Analysis: the recognisers one after the other, each of which can be replaced."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from reader.domain.analysis import Analysis, Entity
from reader.domain.article import Block, BlockKind
from reader.domain.span import Span
from reader.recognition.again import again
from reader.recognition.bylines import byline_names
from reader.recognition.capitals import plain
from reader.recognition.chains import chains
from reader.recognition.figures import find_figures
from reader.recognition.found import Found
from reader.recognition.gazetteer import gazetteer
from reader.recognition.names import names
from reader.recognition.offices import offices
from reader.recognition.overlaps import apart, beside, without
from reader.recognition.products import designated, weapons
from reader.recognition.salience import salience
from reader.recognition.vessels import vessels
from reader.recognition.words import lines, recased
from reader.recognition.zones import Zone, zones
from reader.text.dates import find_dates

_SPOKEN = frozenset({"en", "und"})
_SILENT = frozenset({BlockKind.TAIL, BlockKind.CODE})
"""Blocks that nobody reads for what they name: copyright lines, and programs."""


def analyse(text: str, blocks: tuple[Block, ...] = (), day: date | None = None, language: str = "en") -> Analysis:
    """The entities, figures and dates of `text`; `blocks` as ingest found them, `day` the article's date.

    In another language than English only figures and dates are looked for, and `figures_only` says so.
    """
    every = zones(text, blocks)
    parts = tuple(part for part in every if part.kind not in _SILENT)
    figures = [figure for figure in find_figures(text) if _is_in(figure.span, parts)]
    dates = [mention for mention in find_dates(text, day) if _is_in(mention.span, parts)]
    if language not in _SPOKEN:
        return Analysis((), tuple(figures), tuple(dates), figures_only=True)
    found = without(named(text, parts), (*figures, *dates))
    spans = [one.span for one in found]
    return Analysis(_entities(text, found, parts), beside(figures, spans), beside(dates, spans))


def named(text: str, parts: tuple[Zone, ...]) -> list[Found]:
    """Every place of `parts` that names something, apart from one another and in the order of the text."""
    known = gazetteer()
    read = lines(text, parts, known.knows)
    written = [one for line in read if line.kind is BlockKind.BYLINE for one in byline_names(text, line, known)]
    printed = [line for line in read if line.kind is not BlockKind.BYLINE]
    restored = plain(text, printed, known)
    body = [recased(line, restored) if line.titled else line for line in printed]
    plainly = weapons(restored, (word.text for line in body for word in line.words))
    found = [
        *written,
        *designated(restored),
        *vessels(restored),
        *names(restored, body, known),
        *offices(restored),
        *plainly,
    ]
    sure = apart(one for one in found if _is_in(one.span, parts))
    return apart([*sure, *again(restored, body, sure)])


def _entities(text: str, found: Sequence[Found], parts: Sequence[Zone]) -> tuple[Entity, ...]:
    """The things that `found` names, most salient first."""
    entities = []
    for chain in chains(text, found):
        weight, reasons = salience(chain.kind, chain.spans, parts, len(text))
        entities.append(Entity(chain.name, chain.kind, weight, tuple(chain.spans), reasons))
    return tuple(sorted(entities, key=lambda entity: (-entity.salience, entity.mentions[0])))


def _is_in(span: Span, parts: Sequence[Zone]) -> bool:
    """Whether `span` lies in one of `parts`, which are in the order of the text."""
    place = bisect_right(parts, span.start, key=lambda part: part.span.start) - 1
    return place >= 0 and parts[place].span.contains(span)
