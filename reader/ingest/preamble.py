"""The YAML front matter that a Markdown file may begin with: what it says, and the article after it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from reader.domain.errors import Damaged
from reader.domain.intake import Intake
from reader.domain.repairs import SetAside
from reader.ingest.characters import settled
from reader.ingest.revise import Field, with_fields
from reader.markup import front_matter
from reader.text.dates import published_date

REASON = "front matter"

_FIELDS = {
    "title": "title",
    "kicker": "kicker",
    "standfirst": "standfirst",
    "author": "authors",
    "authors": "authors",
    "published": "published",
    "date": "published",
    "source": "source",
    "site": "source",
    "publisher": "source",
    "url": "url",
    "link": "url",
}
_WIKILINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]")
_URL = re.compile(r"https?://\S+$")


@dataclass(frozen=True, slots=True)
class Preamble:
    """The lines between the fences, the fields of an article they name, and the text behind them."""

    lines: tuple[str, ...]
    fields: Mapping[str, Field]
    body: str


def read_preamble(text: str, day: date) -> Preamble:
    """The front matter of a text; without any, or where it is no YAML or nothing follows it, all of it is body."""
    whole = settled(text)
    try:
        found, body = front_matter.split(whole)
    except Damaged:
        return Preamble((), {}, text)
    if not found or not body.strip():
        return Preamble((), {}, text)
    lines = whole[: len(whole) - len(body)].split("\n")
    fields: dict[str, Field] = {}
    for name, value in found.items():
        _take(fields, name.casefold(), value, day)
    return Preamble(tuple(line for line in lines if line.strip(" -.")), fields, body)


def _take(fields: dict[str, Field], name: str, value: object, day: date) -> None:
    """Adds one field, if it is one that articles have; an address that stands for the source is the article's own."""
    known = _FIELDS.get(name, "")
    words = _words(value)
    if not known or not words:
        return
    if known == "source" and _URL.match(words[0]):
        known = "url"
    if known == "published":
        fields.setdefault(known, _day(value, day))
    elif known == "authors":
        fields.setdefault(known, words)
    else:
        fields.setdefault(known, words[0])


def _words(value: object) -> tuple[str, ...]:
    """The text of a field, or of every entry of a list, without the brackets of wiki links."""
    entries = value if isinstance(value, list | tuple) else [value]
    plain = (_WIKILINK.sub(r"\1", str(entry)).strip() for entry in entries if isinstance(entry, str | date))
    return tuple(entry for entry in plain if entry)


def _day(value: object, day: date) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else published_date(str(value), day)


def with_preamble(intake: Intake, preamble: Preamble) -> Intake:
    """The intake with what the front matter says wherever the article itself says nothing, its lines set aside."""
    article = intake.article
    known = {
        "title": article.headline,
        "kicker": article.kicker,
        "standfirst": article.standfirst,
        "authors": article.authors,
        "published": article.published,
        "source": article.source,
        "url": article.url,
    }
    missing = {name: value for name, value in preamble.fields.items() if value and not known[name]}
    told = with_fields(intake, **missing) if missing else intake
    lines = tuple(SetAside(line.strip(), REASON, 0) for line in preamble.lines)
    return replace(told, set_aside=(*lines, *told.set_aside))
