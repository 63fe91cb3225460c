"""From what was recognised in a text to its marks, each with the words that tell all about it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from reader.domain.analysis import Analysis, DateMention, Entity, EntityKind, Figure
from reader.domain.opened import OpenArticle
from reader.domain.span import Span
from reader.render.marks import Mark, MarkClass
from reader.render.words import BETWEEN, stretch_words
from reader.text.amounts import amount_words

_CLASS_OF = {kind: MarkClass[kind.name] for kind in EntityKind}


def class_of(kind: EntityKind) -> MarkClass:
    """The class that marks entities of one kind."""
    return _CLASS_OF[kind]


def marks_of(opened: OpenArticle) -> tuple[Mark, ...]:
    """All marks of an open article, in the order of its text."""
    return marks_in(opened.analysis, opened.article.text)


def marks_in(analysis: Analysis, text: str) -> tuple[Mark, ...]:
    """All marks of a text in its order; where two overlap, a figure goes before an entity and an entity before a date.

    Without the overlaps, since one piece of text can show one class.
    """
    kept: list[tuple[Span, MarkClass, str, int, str, bool]] = []
    starts: list[int] = []
    for found in (_figures(analysis, text), _entities(analysis), _dates(analysis, text)):
        for one in found:
            _keep(one, kept, starts)
    return tuple(
        Mark(number, span, cls, kind, index, words, first)
        for number, (span, cls, kind, index, words, first) in enumerate(kept)
    )


Found = tuple[Span, MarkClass, str, int, str, bool]


def _keep(one: Found, kept: list[Found], starts: list[int]) -> None:
    """Put one mark in its place unless it is empty or touches what is kept already."""
    span = one[0]
    at = bisect_left(starts, span.start)
    free = not kept or (
        (at == 0 or kept[at - 1][0].end <= span.start) and (at == len(kept) or span.end <= kept[at][0].start)
    )
    if len(span) and free:
        kept.insert(at, one)
        starts.insert(at, span.start)


def _figures(analysis: Analysis, text: str) -> Iterator[Found]:
    for index, figure in enumerate(analysis.figures):
        words = f"{figure.kind.upper()} {figure_words(figure, text)}"
        yield figure.span, MarkClass.FIGURE, figure.kind.value, index, words, True


def _dates(analysis: Analysis, text: str) -> Iterator[Found]:
    for index, day in enumerate(analysis.dates):
        yield day.span, MarkClass.DATE, "date", index, f"DATE {date_mark_words(day, text)}", True


def _entities(analysis: Analysis) -> Iterable[Found]:
    found = []
    for index, entity in enumerate(analysis.entities):
        words = f"{entity.kind.upper()} {entity_words(entity)}"
        for place, span in enumerate(sorted(entity.mentions)):
            found.append((span, _CLASS_OF[entity.kind], entity.kind.value, index, words, place == 0))
    return found


def figure_words(figure: Figure, text: str) -> str:
    """A figure as printed and what it says: "$275mn = 275,000,000 USD · lethal aid · additional · says John Kirby"."""
    says = f"says {figure.says}" if figure.says else ""
    per = f"a {figure.per}" if figure.per else ""
    amount = amount_words(figure) or "not known"
    parts = (f"{_one_line(figure.span.of(text))} = {amount}", per, figure.of, figure.qualifier, says)
    return BETWEEN.join(part for part in parts if part)


def entity_words(entity: Entity) -> str:
    """An entity and how often it is named: "John Kirby · 4 here"."""
    return f"{entity.name}{BETWEEN}{len(entity.mentions)} here"


def date_mark_words(mention: DateMention, text: str) -> str:
    """A date as printed and the days it means: "Friday = Fri 9 Dec 2022"."""
    printed = _one_line(mention.span.of(text))
    days = stretch_words(mention.first, mention.last)
    return f"{printed} = {days}" if days else f"{printed} · day unknown"


def _one_line(text: str) -> str:
    return " ".join(text.split())
