"""The front matter of an article file: what a kept article says there, and what is read from it.

The body is the authority for the words. Title, kicker, standfirst, captions and the count of words are written for
lists and for other programs; only the title and the count are ever read.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from reader.domain.article import Article, Block, Caption, Link
from reader.domain.kept import KeptArticle
from reader.storage.head_fields import FORMAT, day, moment, text, texts

Content: TypeAlias = tuple[str, tuple[Block, ...], tuple[Link, ...]]
"""The text, blocks and links of an article."""


def fields_of(kept: KeptArticle, layout: str) -> dict[str, object]:
    """The front matter of one version of an article, in the order it is written; what is empty is left out."""
    article = kept.article
    fields: dict[str, object] = {
        "id": kept.id,
        "version": kept.version,
        "title": article.title,
        "kicker": article.kicker,
        "standfirst": article.standfirst,
        "authors": article.authors,
        "contributors": article.contributors,
        "dateline": article.dateline,
        "published": article.published,
        "published_text": article.published_text,
        "source": article.source,
        "url": article.url,
        "added": moment(kept.added),
        "language": article.language,
        "words": article.words,
        "captions": [_caption(caption) for caption in article.captions],
        "layout": layout,
        "format": FORMAT,
    }
    return {name: value for name, value in fields.items() if value not in ("", (), [])}


def article_of(fields: Mapping[str, Any], content: Content) -> Article:
    """The article whose text, blocks and links are `content`. Raises ValueError naming the field that does not fit."""
    words, blocks, links = content
    return Article(
        text=words,
        blocks=blocks,
        links=links,
        authors=texts(fields, "authors"),
        contributors=texts(fields, "contributors"),
        dateline=text(fields, "dateline"),
        published=day(fields, "published"),
        published_text=text(fields, "published_text"),
        source=text(fields, "source"),
        url=text(fields, "url"),
        language=text(fields, "language"),
    )


def _caption(caption: Caption) -> dict[str, str]:
    return {name: part for name, part in (("text", caption.text), ("credit", caption.credit)) if part}
