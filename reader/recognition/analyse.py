"""A text becomes an Analysis: the recognisers one after the other, each of which can be replaced."""

from collections.abc import Sequence
from datetime import date

from reader.domain.analysis import Analysis, DateMention, Entity, Figure
from reader.domain.article import Block, BlockKind
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
from reader.recognition.words import lines, recased
from reader.recognition.zones import Zone, zones
from reader.text.dates import find_dates

_SPOKEN = frozenset({"en", "und"})


def analyse(text: str, blocks: tuple[Block, ...] = (), day: date | None = None, language: str = "en") -> Analysis:
    """The entities, figures and dates of `text`; `blocks` as ingest found them, `day` the article's date.

    In another language than English only figures and dates are looked for, and `figures_only` says so.
    """
    parts = zones(text, blocks)
    loud = [part for part in parts if part.kind is not BlockKind.TAIL]
    figures = [figure for figure in find_figures(text) if _is_in(figure, loud)]
    dates = [mention for mention in find_dates(text, day) if _is_in(mention, loud)]
    if language not in _SPOKEN:
        return Analysis((), tuple(figures), tuple(dates), figures_only=True)
    found = entities_in(text, tuple(loud), (*figures, *dates))
    spans = [one.span for one in found]
    entities = []
    for chain in chains(text, found):
        weight, reasons = salience(chain.kind, chain.spans, parts, len(text))
        entities.append(Entity(chain.name, chain.kind, weight, tuple(chain.spans), reasons))
    entities.sort(key=lambda entity: (-entity.salience, entity.mentions[0]))
    return Analysis(tuple(entities), beside(figures, spans), beside(dates, spans))


def entities_in(text: str, parts: tuple[Zone, ...], claims: Sequence[Figure | DateMention]) -> list[Found]:
    """Every place of `parts` that names something, apart from one another and from what `claims` cover."""
    known = gazetteer()
    read = lines(text, parts, known.knows)
    restored = plain(text, read, known)
    read = [recased(line, restored) if line.titled else line for line in read]
    found = [
        *designated(restored),
        *names(restored, [line for line in read if line.kind is not BlockKind.BYLINE], known),
        *offices(restored),
        *weapons(restored, (word.text for line in read for word in line.words)),
    ]
    written = [one for line in read if line.kind is BlockKind.BYLINE for one in byline_names(restored, line, known)]
    sure = apart([*written, *found])
    repeated = again(restored, (line for line in read if line.kind is not BlockKind.BYLINE), sure)
    return without(apart([*sure, *repeated]), claims)


def _is_in(mention: Figure | DateMention, parts: Sequence[Zone]) -> bool:
    """Whether a mention stands in one of `parts`."""
    return any(part.span.contains(mention.span) for part in parts)
