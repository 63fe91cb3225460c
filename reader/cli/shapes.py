"""Values of the domain in the shapes that --json prints; the keys and their types are a promise to other programs.

null stands where a field is not known; times are ISO 8601; `start` and `end` count code points of the text.
"""

from collections.abc import Sequence
from decimal import Decimal

from reader.cli.out import Json
from reader.domain.analysis import Analysis, DateMention, Entity, Figure
from reader.domain.article import Article
from reader.domain.heads import ArticleRow
from reader.domain.ids import note_id
from reader.domain.kept import KeptArticle
from reader.domain.notes import Note
from reader.domain.span import Span

Shape = dict[str, Json]
FINE = 4
"""How many decimals of a salience are told."""


def row_shape(row: ArticleRow) -> Shape:
    """One article of `list`."""
    head, state = row.head, row.state
    return {
        "id": head.id,
        "version": head.version,
        "title": head.title,
        "authors": list(head.authors),
        "source": head.source or None,
        "url": head.url or None,
        "published": head.published.isoformat() if head.published else None,
        "added": head.added.isoformat(),
        "words": head.words,
        "language": head.language,
        "unread": state.unread,
        "starred": state.starred,
        "progress": state.progress,
        "tags": list(state.tags),
        "notes": row.notes,
    }


def article_shape(kept: KeptArticle) -> Shape:
    """The article of `show`."""
    article = kept.article
    return {
        "id": kept.id,
        "version": kept.version,
        **_fields(article),
        "captions": [{"text": one.text or None, "credit": one.credit or None} for one in article.captions],
        "paragraphs": list(article.paragraphs),
        "text": article.text,
        "blocks": [{"kind": block.kind.value, **_ends(block.span)} for block in article.blocks],
        "links": [{**_ends(link.span), "url": link.url} for link in article.links],
        "repairs": [
            {"kind": one.kind, "start": one.start, "before": one.before, "after": one.after} for one in kept.repairs
        ],
        "set_aside": [{"text": one.text, "reason": one.reason} for one in kept.set_aside],
    }


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
        **_ends(figure.span),
        "sentence": figure.sentence.of(text) or None,
    }


def date_shape(date: DateMention, text: str) -> Shape:
    """One date of `analyse`; `from` and `to` are inclusive."""
    return {
        **_piece(date.span, text),
        "from": date.first.isoformat() if date.first else None,
        "to": date.last.isoformat() if date.last else None,
    }


def analysis_shape(analysis: Analysis, text: str) -> Shape:
    """All that `analyse` prints of one text."""
    return {
        "entities": [entity_shape(entity, text) for entity in analysis.entities],
        "figures": [figure_shape(figure, text) for figure in analysis.figures],
        "dates": [date_shape(date, text) for date in analysis.dates],
    }


def note_shape(note: Note) -> Shape:
    """One note of `notes`; a quote that is not in the present version keeps its words and has no place."""
    anchor = note.anchor
    place = anchor.span if anchor and anchor.placed else None
    return {
        "id": note_id(note.key),
        "article": note.article,
        "text": note.text,
        "quote": anchor.quote if anchor else None,
        "start": place.start if place else None,
        "end": place.end if place else None,
        "placed": anchor.placed if anchor else None,
        "created": note.created.isoformat(),
        "modified": note.modified.isoformat(),
    }


def added_shape(
    added: Sequence[tuple[str, str]], duplicates: Sequence[tuple[str, str]], failed: Sequence[tuple[str, str]]
) -> Shape:
    """What became of the inputs of `add`: (id, title), (id, input) and (input, sentence)."""
    return {
        "added": [{"id": one, "title": title} for one, title in added],
        "duplicates": [{"id": one, "input": name} for one, name in duplicates],
        "failed": [{"input": name, "error": sentence} for name, sentence in failed],
    }


def number(value: Decimal | None) -> int | float | None:
    """A JSON number, an integer when whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _fields(article: Article) -> Shape:
    return {
        "title": article.title,
        "kicker": article.kicker or None,
        "standfirst": article.standfirst or None,
        "authors": list(article.authors),
        "contributors": list(article.contributors),
        "dateline": article.dateline or None,
        "published": article.published.isoformat() if article.published else None,
        "published_text": article.published_text or None,
        "source": article.source or None,
        "url": article.url or None,
        "copyright": article.copyright or None,
        "language": article.language,
    }


def _ends(span: Span) -> Shape:
    return {"start": span.start, "end": span.end}


def _piece(span: Span, text: str) -> Shape:
    return {**_ends(span), "text": span.of(text)}
