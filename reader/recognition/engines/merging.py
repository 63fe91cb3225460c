"""What another engine finds, made into what our own finder of names gives."""

import re
from collections.abc import Sequence

from reader.domain.span import Span
from reader.recognition.engines.labels import kind_of
from reader.recognition.engines.protocol import Engine
from reader.recognition.found import Found
from reader.recognition.gazetteer import Gazetteer, gazetteer, in_one_line
from reader.recognition.zones import Zone, is_in

_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)


def found_by(engine: Engine, text: str, parts: Sequence[Zone]) -> list[Found]:
    """The names that `engine` finds inside one of `parts`, which are in the order of the text; surest first.

    Their boundaries are ours: without the article and the possessive that some models count in. What is nowhere
    capitalised ("officials") is no name, whatever a model takes it for.
    """
    known = gazetteer()
    found: dict[Span, Found] = {}
    for spotted in sorted(engine(text), key=lambda spotted: -spotted.score):
        kind = kind_of(spotted.label)
        span = _name_alone(text, spotted.span, known)
        if kind and span not in found and is_in(span, parts) and _is_capitalised(span.of(text)):
            name = in_one_line(span.of(text))
            found[span] = Found(span, name, kind, known.canonical(name, kind))
    return list(found.values())


def _name_alone(text: str, given: Span, known: Gazetteer) -> Span:
    """`given` without the white space, the article and the possessive that are no part of a name ("the EU's")."""
    span = _stripped(text, given)
    article = _ARTICLE.match(span.of(text))
    if article and not known.get(in_one_line(span.of(text))):
        span = Span(span.start + article.end(), span.end)
    possessive = _POSSESSIVE.search(span.of(text))
    if possessive and not known.get(in_one_line(span.of(text))):
        span = Span(span.start, span.start + possessive.start())
    return span


def _stripped(text: str, span: Span) -> Span:
    """`span` without white space at its ends; a span that leaves the text stays as it is, to be seen as false."""
    words = span.of(text)
    if len(words) < len(span):
        return span
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _is_capitalised(name: str) -> bool:
    return any(map(str.isupper, name))
