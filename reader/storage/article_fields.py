"""The front matter of an article file: what a kept article says there, and what is read from it.

The body is the authority for the words. Title, kicker, standfirst, captions and the count of words are written for
lists and for other programs; only the title and the count are ever read.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any, TypeAlias

from reader.domain.article import Article, Block, Caption, Link
from reader.domain.kept import ArticleHead, KeptArticle

Content: TypeAlias = tuple[str, tuple[Block, ...], tuple[Link, ...]]
"""The text, blocks and links of an article."""

FORMAT = 1
"""The format of an article file; a file with a higher number is left alone."""


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
        "added": _moment(kept.added),
        "language": article.language,
        "words": article.words,
        "captions": [_caption(caption) for caption in article.captions],
        "layout": layout,
        "format": FORMAT,
    }
    return {name: value for name, value in fields.items() if value not in ("", (), [])}


def head_of(fields: Mapping[str, Any]) -> ArticleHead:
    """What a list needs to know. Raises ValueError naming the field that does not fit."""
    return ArticleHead(
        id=_text(fields, "id"),
        version=_number(fields, "version"),
        title=_text(fields, "title"),
        authors=_texts(fields, "authors"),
        source=_text(fields, "source"),
        published=_day(fields, "published"),
        added=_added(fields),
        words=_number(fields, "words"),
        language=_text(fields, "language"),
        url=_text(fields, "url"),
    )


def article_of(fields: Mapping[str, Any], content: Content) -> Article:
    """The article whose text, blocks and links are `content`. Raises ValueError naming the field that does not fit."""
    text, blocks, links = content
    return Article(
        text=text,
        blocks=blocks,
        links=links,
        authors=_texts(fields, "authors"),
        contributors=_texts(fields, "contributors"),
        dateline=_text(fields, "dateline"),
        published=_day(fields, "published"),
        published_text=_text(fields, "published_text"),
        source=_text(fields, "source"),
        url=_text(fields, "url"),
        language=_text(fields, "language"),
    )


def _caption(caption: Caption) -> dict[str, str]:
    return {name: part for name, part in (("text", caption.text), ("credit", caption.credit)) if part}


def _moment(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name, "")
    if isinstance(value, str | int | float | date):  # a title such as 1984 may have lost its quotes by hand
        return str(value)
    raise ValueError(f"“{name}” is not a text")


def _texts(fields: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = fields.get(name, ())
    listed = value if isinstance(value, list | tuple) else [value]
    return tuple(_text({name: each}, name) for each in listed)


def _number(fields: Mapping[str, Any], name: str) -> int:
    value = fields.get(name)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise ValueError(f"“{name}” is not a number")


def _day(fields: Mapping[str, Any], name: str) -> date | None:
    value = fields.get(name)
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    raise ValueError(f"“{name}” is not a date")


def _added(fields: Mapping[str, Any]) -> datetime:
    value = fields.get("added")
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return datetime.combine(value, time(), UTC)
    raise ValueError("“added” is not a date")
