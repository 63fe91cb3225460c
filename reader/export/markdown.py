"""One article as a Markdown file: properties, the person's notes with their quotes, key entities and figures."""

from collections.abc import Iterator

from reader.domain.analysis import Analysis, Entity, EntityKind, Figure
from reader.domain.article import BODY_KINDS, Article
from reader.domain.notes import Anchor, Note
from reader.domain.opened import OpenArticle
from reader.export import body
from reader.export.front import front_matter
from reader.export.prose import inline, own_words, prose, quoted
from reader.text.amounts import amount_words

KEY_ENTITIES = 20
"""How many entities are told, the most salient first; the rest is in the article."""

HEADINGS = {
    EntityKind.PERSON: "People",
    EntityKind.ORGANISATION: "Organisations",
    EntityKind.PLACE: "Places",
    EntityKind.GROUP: "Groups",
    EntityKind.PRODUCT: "Products",
    EntityKind.EVENT: "Events",
}
UNTITLED = "Untitled"
UNPLACED = "*This passage is not in the present version of the article.*"


def note_file(open_article: OpenArticle, *, whole_text: bool) -> str:
    """The text of the file of one article; the same article, notes and analysis give the same bytes.

    What others wrote is escaped; what the person wrote stays the Markdown that it is.
    """
    parts = [
        properties(open_article),
        f"# {prose(open_article.article.title) or UNTITLED}",
        _origin(open_article.article),
        *_notes(open_article),
        *_entities(open_article.analysis),
        *_figures(open_article),
        *(_text(open_article.article) if whole_text else ()),
    ]
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"


def properties(open_article: OpenArticle) -> str:
    """The front matter; `created` is the day this version came in, `source` the outlet, else the address."""
    article = open_article.article
    return front_matter(
        {
            "title": article.title,
            "source": article.source or article.url,
            "url": article.url,
            "author": article.authors,
            "published": article.published,
            "created": open_article.kept.added.date(),
            "description": article.standfirst,
            "tags": tuple(sorted(open_article.state.tags)),
            "reader_id": open_article.kept.id,
        }
    )


def _origin(article: Article) -> str:
    """Who wrote it, where and when, on one line."""
    address = body.web_address(article.url)
    source = prose(article.source or ("original" if address else ""))
    printed = article.published.isoformat() if article.published else article.published_text
    parts = (
        prose(", ".join(article.authors)),
        f"[{source}](<{address}>)" if address else source,
        prose(printed),
    )
    return " · ".join(part for part in parts if part)


def _notes(open_article: OpenArticle) -> Iterator[str]:
    notes = sorted(open_article.notes, key=_place)
    if notes:
        yield "## Notes"
    for note in notes:
        yield f"### {_where(open_article.article, note.anchor)}"
        if note.anchor is not None:
            yield quoted(note.anchor.quote)
            yield "" if note.anchor.placed else UNPLACED
        yield own_words(note.text) if note.text.strip() else ""


def _place(note: Note) -> tuple[int, int, str, int]:
    """Notes on the article first, then those without a place, then by place and age."""
    anchor = note.anchor
    rank = -2 if anchor is None else anchor.span.start if anchor.placed else -1
    return (rank, anchor.span.end if anchor and anchor.placed else 0, note.created.isoformat(), note.key)


def _where(article: Article, anchor: Anchor | None) -> str:
    """The place of a note in words."""
    if anchor is None:
        return "On the article"
    if not anchor.placed:
        return "On a passage"
    paragraphs = (block for block in article.blocks if block.kind in BODY_KINDS)
    for number, block in enumerate(paragraphs, 1):
        if block.span.overlaps(anchor.span):
            return f"Paragraph {number}"
    kind = next((block.kind for block in article.blocks if block.span.overlaps(anchor.span)), "passage")
    return f"On the {kind}"


def _entities(analysis: Analysis) -> Iterator[str]:
    key = analysis.entities[:KEY_ENTITIES]
    if key:
        yield "## Entities"
    for kind, heading in HEADINGS.items():
        lines = [_entity(entity) for entity in key if entity.kind is kind]
        if lines:
            yield f"### {heading}"
            yield "\n".join(lines)


def _entity(entity: Entity) -> str:
    times = len(entity.mentions)
    return f"- {prose(entity.name)} ({times} {'mention' if times == 1 else 'mentions'})"


def _figures(open_article: OpenArticle) -> Iterator[str]:
    figures = open_article.analysis.figures
    if figures:
        yield "## Figures"
        yield "\n".join(_figure(open_article.article, figure) for figure in figures)


def _figure(article: Article, figure: Figure) -> str:
    """A figure as printed, what it comes to, what it counts, and the sentence it stands in."""
    per = f" a {figure.per}" if figure.per else ""
    told = ", ".join(part for part in (amount_words(figure) + per, figure.qualifier, figure.of) if part)
    sentence = prose(figure.sentence.of(article.text))
    printed = f"- **{prose(figure.span.of(article.text))}**"
    return printed + (f" ({inline(told)})" if told else "") + (f": {sentence}" if sentence else "")


def _text(article: Article) -> Iterator[str]:
    yield "## Text"
    yield body.whole_text(article)
