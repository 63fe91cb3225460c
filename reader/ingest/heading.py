"""The head of an article: its first lines, and which of them are the author's, the date's and the titles."""

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

_LOOKED_AT = 40
_STANDFIRST_WORDS = 45
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
    marks, pictures = _told_apart(_marks(pieces, texts, story))
    first, last = min(marks, default=story), max(marks, default=-1)
    kinds: dict[int, BlockKind] = dict.fromkeys(marks, BlockKind.BYLINE) | dict.fromkeys(pictures, BlockKind.CREDIT)
    over = [n for n in range(first) if is_wordy(pieces[n]) and n not in kinds]
    if not marks:
        kinds |= titles_alone(pieces, texts, over, story)
    else:
        under = [n for n in range(first, story) if is_wordy(pieces[n]) and n not in kinds]
        kinds |= titles_with_byline(pieces, texts, over, under, last)
    lines = sorted(n for n, kind in kinds.items() if kind is BlockKind.BYLINE)
    bylines = tuple(byline for n in lines if (byline := marks[n] if n in marks else parse_byline(texts[n])))
    return Head(kinds, bylines, max([last + 1, *(n + 1 for n in kinds)]))


def _told_apart(marks: Marks) -> tuple[Marks, set[int]]:
    """The lines of the author, without those that name a photographer and an agency beside a real one."""
    written = any(byline and byline.marked and byline.authors for byline in marks.values())
    pictures = {
        n
        for n, byline in marks.items()
        if written
        and byline
        and not byline.marked
        and byline.authors
        and is_agency(byline.outlet)
        and not (byline.dates or byline.place or byline.role)
    }
    return {n: byline for n, byline in marks.items() if n not in pictures}, pictures


def _marks(pieces: Sequence[Piece], texts: Sequence[str], story: int) -> Marks:
    """The lines of the author and the date; None for a word such as "By" that stands alone."""
    region = range(_region_end(pieces, texts, story))
    read = {n: _read(texts, n) for n in region if is_wordy(pieces[n]) or pieces[n].kind is BlockKind.LIST_ITEM}
    marks: Marks = {
        n: b for n, b in read.items() if b and (b.certain or _is_dated(b)) and _may_stand(b, n, story)
    }
    for n in [n for n in region if texts[n].casefold().strip(":") in _CONNECTING]:
        if any(read.get(m) and m not in marks for m in (n - 1, n + 1)) or {n - 1, n + 1} & marks.keys():
            marks |= {m: read[m] for m in (n - 1, n, n + 1) if m == n or (m == n + 1 and read.get(m))}
    return _with_neighbours(pieces, texts, read, marks, story)


def _region_end(pieces: Sequence[Piece], texts: Sequence[str], story: int) -> int:
    """Where the head must have ended: at the story, or behind one sentence that may be the standfirst."""
    if 0 < story < len(texts) - 1 and len(texts[story].split()) <= _LONG_WORDS and parse_dateline(texts[story]) is None:
        titles = [n for n in range(story) if is_wordy(pieces[n])]
        if len(titles) <= 3:
            return min(story + 4, len(texts), _LOOKED_AT)
    return min(story, _LOOKED_AT, len(texts))


def _read(texts: Sequence[str], n: int) -> Byline | None:
    text = texts[n]
    if is_date_line(text):
        return Byline(dates=printed_dates(text))
    return parse_byline(text)


def _is_dated(byline: Byline) -> bool:
    """Whether the line holds nothing but a date."""
    return bool(byline.dates) and not byline.authors


def _may_stand(byline: Byline, n: int, story: int) -> bool:
    """Whether the line may be a byline where it stands: without "By" not in the first place, nor in the story."""
    return byline.marked or _is_dated(byline) or 0 < n < story


def _with_neighbours(
    pieces: Sequence[Piece],
    texts: Sequence[str],
    read: Marks,
    marks: Marks,
    story: int,
) -> Marks:
    """Bare names, roles and outlets count too: next to a line that is sure, or as a name where a byline would stand."""
    found = dict(marks)
    for order in (sorted(read), sorted(read, reverse=True)):
        for n in order:
            byline = read[n]
            if n in found or not byline or not n:
                continue
            near = _neighbour(pieces, n, -1) in found or _neighbour(pieces, n, 1) in found
            extra = byline.authors and any(other and other.authors for other in found.values())
            if near and not extra and not _is_title(pieces, texts, n, byline, found):
                found[n] = byline
    if any(byline and byline.authors for byline in found.values()):
        return found
    lone = _lone_names(pieces, texts, read, story)
    return _with_neighbours(pieces, texts, read, found | lone, story) if lone else found


def _neighbour(pieces: Sequence[Piece], n: int, step: int) -> int:
    """The next piece in one direction that is no picture."""
    n += step
    while 0 <= n < len(pieces) and pieces[n].kind in {BlockKind.CAPTION, BlockKind.CREDIT}:
        n += step
    return n


def _is_title(
    pieces: Sequence[Piece], texts: Sequence[str], n: int, byline: Byline, found: Marks
) -> bool:
    """Whether a line that could be names must be the headline, because no other line is left for it."""
    before = [m for m in range(n) if is_wordy(pieces[m]) and m not in found]
    return not before or (
        len(before) == 1 and not byline.authors and not is_role(texts[n]) and len(texts[before[0]].split()) <= 2
    )


def _lone_names(
    pieces: Sequence[Piece], texts: Sequence[str], read: Marks, story: int
) -> Marks:
    """A line of names alone right before the story, or names that begin with a known given name, under a headline."""
    for n in sorted(read):
        byline = read[n]
        if not byline or not byline.authors or not 0 < n < story:
            continue
        titles = [m for m in range(n) if is_wordy(pieces[m])]
        if titles and max(len(texts[m].split()) for m in titles) >= 4 and begins_with_given_name(byline.authors[0]):
            return {n: byline}
    return {}
