"""Values of the domain in the shapes that --json prints; the keys and their types are a promise to other programs.

null stands where a field is not known; times are ISO 8601; `start` and `end` count code points of the text. Articles
have theirs in `shapes_article`, what is recognised in `shapes_analysis`.
"""

from collections.abc import Sequence

from reader.cli.out import Json
from reader.domain.heads import ArticleRow
from reader.domain.ids import note_id
from reader.domain.notes import Note
from reader.domain.span import Span

Shape = dict[str, Json]


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


def ends(span: Span) -> Shape:
    """Where a span begins and ends."""
    return {"start": span.start, "end": span.end}
