"""Correcting what was understood of an article: each correction is a new version, and the old one stays."""

from collections.abc import Mapping
from datetime import date

from reader import ingest
from reader.domain.added import Added
from reader.domain.errors import InputRefused, NotFound
from reader.domain.intake import Intake
from reader.ingest.decode import decode
from reader.library.adding import new_version
from reader.library.shelf import Shelf

LISTS = frozenset({"authors", "contributors"})
FIELDS = (
    "kicker",
    "title",
    "standfirst",
    "authors",
    "contributors",
    "dateline",
    "published",
    "published_text",
    "source",
    "url",
    "language",
)
"""The fields a person can edit, in the order in which they are asked for."""


def intake(shelf: Shelf, article: str) -> Intake:
    """The version in use, as it came in, to be revised."""
    kept = shelf.current(article)
    return Intake(kept.article, kept.repairs, kept.set_aside)


def original_text(shelf: Shelf, article: str) -> str:
    """The bytes an article came from, decoded and otherwise untouched; a refusal of them is told in their place.

    What cannot be read as text was never taken in, but the file may have changed since.
    """
    try:
        return decode(shelf.articles.original(article)).text
    except InputRefused as refused:
        return refused.sentence


def undo_repair(shelf: Shelf, article: str, number: int) -> Added:
    """Put back what one repair took away. Raises NotFound when there is no such repair."""
    before = intake(shelf, article)
    if not 0 <= number < len(before.repairs):
        raise NotFound(f"The article {article} has {len(before.repairs)} repairs; there is no number {number + 1}.")
    return new_version(shelf, article, ingest.undo_repair(before, number), None, "undo a repair in")


def restore_line(shelf: Shelf, article: str, number: int) -> Added:
    """Put a line that was set aside back into the text. Raises NotFound when there is no such line."""
    before = intake(shelf, article)
    if not 0 <= number < len(before.set_aside):
        raise NotFound(f"{len(before.set_aside)} lines of {article} were set aside; there is no number {number + 1}.")
    return new_version(shelf, article, ingest.restore_line(before, number), None, "restore a line of")


def edit_fields(shelf: Shelf, article: str, fields: Mapping[str, str]) -> Added:
    """Set fields to what a person typed. Raises InputRefused where that is not what the field holds."""
    return new_version(shelf, article, with_fields(intake(shelf, article), fields), None, "correct")


def fields_of(before: Intake) -> dict[str, str]:
    """The editable fields as a person would type them: lists separated by semicolons, dates as ISO dates."""
    article = before.article
    shown = {name: getattr(article, name) for name in FIELDS if name != "title"} | {"title": article.headline}
    return {name: _as_typed(shown[name]) for name in FIELDS}


def with_fields(before: Intake, fields: Mapping[str, str]) -> Intake:
    """`before` with the fields a person typed. Raises InputRefused."""
    unknown = sorted(set(fields) - set(FIELDS))
    if unknown:
        raise InputRefused(f"An article has no field “{unknown[0]}”; it has {', '.join(FIELDS)}.")
    return ingest.with_fields(before, **{name: _value(name, typed) for name, typed in fields.items()})


def restored(before: Intake, numbers: list[int]) -> Intake:
    """`before` with these set-aside lines back in the text; numbers count from 0 in `before.set_aside`."""
    for number in sorted(numbers, reverse=True):
        before = ingest.restore_line(before, number)
    return before


def a_day(typed: str) -> date:
    """An ISO date as a person typed it. Raises InputRefused."""
    try:
        return date.fromisoformat(typed.strip())
    except ValueError as error:
        raise InputRefused(f"“{typed}” is not a date. Write it as year-month-day, such as 2022-12-09.") from error


def _value(name: str, typed: str) -> str | tuple[str, ...] | date | None:
    if name in LISTS:
        return tuple(part.strip() for part in typed.split(";") if part.strip())
    if name == "published":
        return a_day(typed) if typed.strip() else None
    return typed.strip()


def _as_typed(value: str | tuple[str, ...] | date | None) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)
