"""What a list reads of the front matter of an article file, every field checked; `article_fields` reads the rest."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from reader.domain.heads import ArticleHead

FORMAT = 1
"""The format of an article file; a file with a higher number is left alone."""


def head_of(fields: Mapping[str, Any]) -> ArticleHead:
    """What a list needs to know. Raises ValueError naming the field that does not fit."""
    return ArticleHead(
        id=text(fields, "id"),
        version=_number(fields, "version"),
        title=text(fields, "title"),
        authors=texts(fields, "authors"),
        source=text(fields, "source"),
        published=day(fields, "published"),
        added=_added(fields),
        words=_number(fields, "words"),
        language=text(fields, "language"),
        url=text(fields, "url"),
    )


def text(fields: Mapping[str, Any], name: str) -> str:
    """A field that is a text, empty where there is none. Raises ValueError."""
    value = fields.get(name, "")
    if isinstance(value, str | int | float | date):  # a title such as 1984 may have lost its quotes by hand
        return str(value)
    raise ValueError(f"“{name}” is not a text")


def texts(fields: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """A field that is a list of texts, or one text. Raises ValueError."""
    value = fields.get(name, ())
    listed = value if isinstance(value, list | tuple) else [value]
    return tuple(text({name: each}, name) for each in listed)


def day(fields: Mapping[str, Any], name: str) -> date | None:
    """A field that is a day, or None where there is none. Raises ValueError."""
    value = fields.get(name)
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    raise ValueError(f"“{name}” is not a date")


def moment(value: datetime) -> datetime:
    """A moment in its time zone, which is UTC where none is told."""
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _number(fields: Mapping[str, Any], name: str) -> int:
    value = fields.get(name)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise ValueError(f"“{name}” is not a number")


def _added(fields: Mapping[str, Any]) -> datetime:
    value = fields.get("added")
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return datetime.combine(value, time(), UTC)
    raise ValueError("“added” is not a date")
