"""What is recognised in an article, in the shapes that --json prints."""

from decimal import Decimal

from reader.cli.shapes import Shape, ends
from reader.domain.analysis import Analysis, DateMention, Entity, Figure, Quote
from reader.domain.span import Span

FINE = 4
"""How many decimals of a salience are told."""


def entity_shape(entity: Entity, text: str) -> Shape:
    """One entity of `entities`."""
    return {
        "name": entity.name,
        "kind": entity.kind.value,
        "salience": round(entity.salience, FINE),
        "mentions": [_piece(span, text) for span in entity.mentions],
        "reasons": list(entity.reasons),
    }


def figure_shape(figure: Figure, text: str) -> Shape:
    """One figure of `figures`."""
    return {
        "text": figure.span.of(text),
        "kind": figure.kind.value,
        "value": number(figure.value),
        "low": number(figure.low),
        "high": number(figure.high),
        "unit": figure.unit or None,
        "currency": figure.currency or None,
        "approximate": figure.approximate,
        "qualifier": figure.qualifier or None,
        "of": figure.of or None,
        "per": figure.per or None,
        **ends(figure.span),
        "sentence": figure.sentence.of(text) or None,
        "says": figure.says or None,
    }


def date_shape(date: DateMention, text: str) -> Shape:
    """One date of `analyse`; `from` and `to` are inclusive."""
    return {
        **_piece(date.span, text),
        "from": date.first.isoformat() if date.first else None,
        "to": date.last.isoformat() if date.last else None,
    }


def quote_shape(quote: Quote, text: str) -> Shape:
    """One quotation or claim of `analyse`; `who` is the fullest name or the description of who said it."""
    return {
        "pieces": [_piece(span, text) for span in quote.spans],
        "direct": quote.direct,
        "speaker": _piece(quote.speaker, text) if quote.speaker else None,
        "verb": _piece(quote.verb, text) if quote.verb else None,
        "who": quote.who or None,
    }


def analysis_shape(analysis: Analysis, text: str) -> Shape:
    """All that `analyse` prints of one text."""
    return {
        "entities": [entity_shape(entity, text) for entity in analysis.entities],
        "figures": [figure_shape(figure, text) for figure in analysis.figures],
        "dates": [date_shape(date, text) for date in analysis.dates],
        "quotes": [quote_shape(quote, text) for quote in analysis.quotes],
    }


def number(value: Decimal | None) -> int | float | None:
    """A JSON number, an integer when whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _piece(span: Span, text: str) -> Shape:
    return {**ends(span), "text": span.of(text)}
