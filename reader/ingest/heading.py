"""The head of an article: its first lines, and which of them are the author's, the date's and the titles."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reader.domain.article import BlockKind
from reader.ingest.byline import Byline, parse_byline
from reader.ingest.dateline import parse_dateline
from reader.ingest.draft import Piece
from reader.ingest.names import begins_with_given_name, is_agency, is_role
from reader.ingest.printed import is_date_line, printed_dates
from reader.ingest.story import is_story
from reader.ingest.titles import is_wordy, titles_alone, titles_with_byline
from reader.ingest.vocabulary import CONNECTING, words

Marks: TypeAlias = dict[int, Byline | None]
"""The lines of the author and the date, and what each says; None for a word such as "By" that stands alone."""

_ALSO = re.compile(r"(?:and|with|&)\s", re.IGNORECASE)
_LOOKED_AT = 40
_STANDFIRST_WORDS = 45
_HEADLINE_WORDS = 4
_KICKER_WORDS = 2
_MOST_TITLES = 3
_AFTER_STANDFIRST = 4
_CONNECTING = words(CONNECTING, "|") | {"|"}


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines are: the kind of each line that is furniture, and what the bylines among them say."""

    kinds: dict[int, BlockKind]
    bylines: tuple[Byline, ...]
    end: int


def read_head(pieces: Sequence[Piece], texts: Sequence[str]) -> Head:
    """The head of an article in pieces, of which captions, lists, code and the like are known already."""
    story = next((n for n, text in enumerate(texts) if pieces[n].kind is None and is_story(text)), len(texts))
    marks, pictures = _told_apart(texts, _marks(pieces, texts, story))
    first, last = min(marks, default=story), max(marks, default=-1)
    kinds: dict[int, BlockKind] = dict.fromkeys(marks, BlockKind.BYLINE) | dict.fromkeys(pictures, BlockKind.CREDIT)
    over = [n for n in range(first) if is_wordy(pieces[n]) and n not in kinds]
    if not marks:
        kinds |= titles_alone(pieces, texts, over, story)
    else:
        under = [n for n in range(first, story) if is_wordy(pieces[n]) and n not in kinds]
        kinds |= titles_with_byline(pieces, texts, over, under, last)
    kinds |= dict.fromkeys(_named_again(texts, kinds, marks), BlockKind.BYLINE)
    lines = sorted(n for n, kind in kinds.items() if kind is BlockKind.BYLINE)
    bylines = tuple(byline for n in lines if (byline := marks[n] if n in marks else parse_byline(texts[n])))
    return Head(kinds, bylines, max([last + 1, *(n + 1 for n in kinds)]))


def _named_again(texts: Sequence[str], kinds: Mapping[int, BlockKind], marks: Marks) -> list[int]:
    """Lines that say nothing but the name of an author once more."""
    authors = {author for byline in marks.values() if byline for author in byline.authors}
    small = [n for n, kind in kinds.items() if kind in {BlockKind.KICKER, BlockKind.STANDFIRST, BlockKind.PARAGRAPH}]
    return [
        n for n in small if (byline := parse_byline(texts[n])) and byline.authors and set(byline.authors) <= authors
    ]


def _told_apart(texts: Sequence[str], marks: Marks) -> tuple[Marks, set[int]]:
    """The lines of the author, without those that name a photographer and an agency or a paper beside a real one."""
    written = [n for n, byline in marks.items() if byline and byline.authors]
    pictures = {
        n
        for n, byline in marks.items()
        if byline and len(written) > 1 and n != min(written) and _names_photographer(texts[n], byline)
    }
    return {n: byline for n, byline in marks.items() if n not in pictures}, pictures


def _names_photographer(text: str, byline: Byline) -> bool:
    if byline.marked or not byline.authors or byline.dates or byline.place or byline.role:
        return False
    return is_agency(byline.outlet) or " for " in text.casefold()


def _marks(pieces: Sequence[Piece], texts: Sequence[str], story: int) -> Marks:
    """The lines of the author and the date within the head."""
    region = range(_region_end(pieces, texts, story))
    read = {n: _read(texts[n]) for n in region if is_wordy(pieces[n]) or pieces[n].kind is BlockKind.LIST_ITEM}
    sure: Marks = {n: byline for n, byline in read.items() if byline and _is_sure(byline, n, story)}
    sure |= _connected(texts, region, read, sure)
    return _with_neighbours(pieces, texts, read, sure, story)


def _region_end(pieces: Sequence[Piece], texts: Sequence[str], story: int) -> int:
    """Where the head must have ended: at the story, or behind one sentence that may be the standfirst."""
    end = min(story, _LOOKED_AT, len(texts))
    if not 0 < story < len(texts) - 1 or len(texts[story].split()) > _STANDFIRST_WORDS:
        return end
    if parse_dateline(texts[story]) or sum(is_wordy(piece) for piece in pieces[:story]) > _MOST_TITLES:
        return end
    return min(story + _AFTER_STANDFIRST, len(texts), _LOOKED_AT)


def _read(text: str) -> Byline | None:
    """What a line says of author and date, or None."""
    return Byline(dates=printed_dates(text)) if is_date_line(text) else parse_byline(text)


def _is_sure(byline: Byline, n: int, story: int) -> bool:
    """Whether the line is a byline by its own words; without "By" not in the first place, nor in the story."""
    if byline.dates and not byline.authors:
        return True
    return byline.certain and (byline.marked or 0 < n < story)


def _connected(texts: Sequence[str], region: range, read: Mapping[int, Byline | None], sure: Marks) -> Marks:
    """Words such as "By" and "and" on lines of their own, and the names they announce."""
    found: Marks = {}
    for n in region:
        if texts[n].casefold().strip(":") not in _CONNECTING:
            continue
        if read.get(n + 1):
            found |= {n: None, n + 1: read[n + 1]}
        elif read.get(n - 1) or {n - 1, n + 1} & sure.keys():
            found[n] = None
    return found


def _with_neighbours(
    pieces: Sequence[Piece], texts: Sequence[str], read: Mapping[int, Byline | None], sure: Marks, story: int
) -> Marks:
    """Bare names, roles and outlets count too: beside a line that is sure, or as names where a byline would stand."""
    found = _beside(pieces, texts, read, sure)
    if any(byline and byline.authors for byline in found.values()):
        return found
    lone = _lone_names(pieces, texts, read, story)
    return _beside(pieces, texts, read, found | lone) if lone else found


def _beside(pieces: Sequence[Piece], texts: Sequence[str], read: Mapping[int, Byline | None], sure: Marks) -> Marks:
    """The marks, and what stands beside them with no more than a picture between."""
    found = dict(sure)
    for n in (*sorted(read), *sorted(read, reverse=True)):
        byline = read[n]
        if n in found or not byline or not {_next(pieces, n, -1), _next(pieces, n, 1)} & found.keys():
            continue
        further = byline.authors and any(other and other.authors for other in found.values())
        further = further and not _ALSO.match(texts[n])
        if not further and not _is_title(pieces, texts, n, byline, found):
            found[n] = byline
    return found


def _next(pieces: Sequence[Piece], n: int, step: int) -> int:
    """The next piece in one direction that is no picture."""
    n += step
    while 0 <= n < len(pieces) and pieces[n].kind in {BlockKind.CAPTION, BlockKind.CREDIT}:
        n += step
    return n


def _is_title(pieces: Sequence[Piece], texts: Sequence[str], n: int, byline: Byline, found: Marks) -> bool:
    """Whether a line that could be names must be the headline, because no other line is left for it."""
    before = [m for m in range(n) if is_wordy(pieces[m]) and m not in found]
    if not before:
        return True
    only_kicker = len(before) == 1 and len(texts[before[0]].split()) <= _KICKER_WORDS
    return only_kicker and not byline.authors and not is_role(texts[n])


def _lone_names(pieces: Sequence[Piece], texts: Sequence[str], read: Mapping[int, Byline | None], story: int) -> Marks:
    """A line of names under a headline, with nothing to say so but that the first is a known given name."""
    for n in range(1, story):
        byline = read.get(n)
        if not byline or not byline.authors or not begins_with_given_name(byline.authors[0]):
            continue
        if any(is_wordy(pieces[m]) and len(texts[m].split()) >= _HEADLINE_WORDS for m in range(n)):
            return {n: byline}
    return {}
