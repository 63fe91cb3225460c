"""The head of an article: which of its first lines is kicker, headline, standfirst, byline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.article import BlockKind
from reader.ingest.byline import Byline, parse_byline
from reader.ingest.dateline import parse_dateline
from reader.ingest.draft import Piece
from reader.ingest.joining import ends_sentence
from reader.ingest.names import begins_with_given_name, is_agency, is_role
from reader.ingest.printed import is_date_line, printed_dates
from reader.ingest.vocabulary import CONNECTING, SECTIONS, VERBS, words

_LOOKED_AT = 40
_STORY_WORDS = 25
_LONG_WORDS = 45
_HEADLINE_WORDS = 30
_SECTIONS = words(SECTIONS)
_VERBS = words(VERBS)
_CONNECTING = words(CONNECTING, "|") | {"|"}


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines are: the kind of each line that is furniture, and what the bylines among them say."""

    kinds: dict[int, BlockKind]
    bylines: tuple[Byline, ...]
    end: int


def is_story(text: str) -> bool:
    """Whether a line can only be a paragraph of a story: long, and ending as a sentence does."""
    words = len(text.split(None, _LONG_WORDS + 1))
    return (
        words > _LONG_WORDS
        or (words >= _STORY_WORDS and ends_sentence(text))
        or (words >= 10 and parse_dateline(text) is not None)
    )


def read_head(pieces: Sequence[Piece], texts: Sequence[str]) -> Head:
    """The head of an article in pieces, of which captions, lists, code and the like are known already."""
    story = next((n for n, text in enumerate(texts) if pieces[n].kind is None and is_story(text)), len(texts))
    marks, credits = _told_apart(_marks(pieces, texts, story))
    first, last = min(marks, default=story), max(marks, default=-1)
    kinds: dict[int, BlockKind] = dict.fromkeys(marks, BlockKind.BYLINE) | dict.fromkeys(credits, BlockKind.CREDIT)
    over = [n for n in range(first) if _is_wordy(pieces[n]) and n not in kinds]
    if not marks:
        kinds |= _titles_alone(pieces, texts, over, story)
    else:
        under = [n for n in range(first, story) if _is_wordy(pieces[n]) and n not in kinds]
        kinds |= _titles_with_byline(pieces, texts, over, under, last)
    lines = sorted(n for n, kind in kinds.items() if kind is BlockKind.BYLINE)
    bylines = tuple(byline for n in lines if (byline := marks[n] if n in marks else parse_byline(texts[n])))
    return Head(kinds, bylines, max([last + 1, *(n + 1 for n in kinds)]))


def _told_apart(marks: dict[int, Byline | None]) -> tuple[dict[int, Byline | None], set[int]]:
    """The lines of the author, without those that name a photographer and an agency beside a real one."""
    written = any(byline and byline.marked and byline.authors for byline in marks.values())
    credits = {
        n
        for n, byline in marks.items()
        if written
        and byline
        and not byline.marked
        and byline.authors
        and is_agency(byline.outlet)
        and not (byline.dates or byline.place or byline.role)
    }
    return {n: byline for n, byline in marks.items() if n not in credits}, credits


def _is_wordy(piece: Piece) -> bool:
    return piece.kind in {None, BlockKind.HEADING}


def _marks(pieces: Sequence[Piece], texts: Sequence[str], story: int) -> dict[int, Byline | None]:
    """The lines of the author and the date; None for a word such as "By" that stands alone."""
    region = range(_region_end(pieces, texts, story))
    read = {n: _read(texts, n) for n in region if _is_wordy(pieces[n]) or pieces[n].kind is BlockKind.LIST_ITEM}
    marks: dict[int, Byline | None] = {
        n: b for n, b in read.items() if b and (b.certain or _is_dated(b)) and _may_stand(b, n, story)
    }
    for n in [n for n in region if texts[n].casefold().strip(":") in _CONNECTING]:
        if any(read.get(m) and m not in marks for m in (n - 1, n + 1)) or {n - 1, n + 1} & marks.keys():
            marks |= {m: read[m] for m in (n - 1, n, n + 1) if m == n or (m == n + 1 and read.get(m))}
    return _with_neighbours(pieces, texts, read, marks, story)


def _region_end(pieces: Sequence[Piece], texts: Sequence[str], story: int) -> int:
    """Where the head must have ended: at the story, or behind one sentence that may be the standfirst."""
    if 0 < story < len(texts) - 1 and len(texts[story].split()) <= _LONG_WORDS and parse_dateline(texts[story]) is None:
        titles = [n for n in range(story) if _is_wordy(pieces[n])]
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
    read: dict[int, Byline | None],
    marks: dict[int, Byline | None],
    story: int,
) -> dict[int, Byline | None]:
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
    pieces: Sequence[Piece], texts: Sequence[str], n: int, byline: Byline, found: dict[int, Byline | None]
) -> bool:
    """Whether a line that could be names must be the headline, because no other line is left for it."""
    before = [m for m in range(n) if _is_wordy(pieces[m]) and m not in found]
    return not before or (
        len(before) == 1 and not byline.authors and not is_role(texts[n]) and len(texts[before[0]].split()) <= 2
    )


def _lone_names(
    pieces: Sequence[Piece], texts: Sequence[str], read: dict[int, Byline | None], story: int
) -> dict[int, Byline | None]:
    """A line of names alone right before the story, or names that begin with a known given name, under a headline."""
    for n in sorted(read):
        byline = read[n]
        if not byline or not byline.authors or not 0 < n < story:
            continue
        titles = [m for m in range(n) if _is_wordy(pieces[m])]
        if titles and max(len(texts[m].split()) for m in titles) >= 4 and begins_with_given_name(byline.authors[0]):
            return {n: byline}
    return {}


def _titles(pieces: Sequence[Piece], texts: Sequence[str], titles: Sequence[int]) -> dict[int, BlockKind]:
    """Kicker, headline and standfirst among the lines that stand over a byline."""
    main = _headline(pieces, texts, titles)
    kinds: dict[int, BlockKind] = {}
    for n in titles:
        if n < main:
            kinds[n] = BlockKind.KICKER if len(texts[n].split()) <= 12 else BlockKind.PARAGRAPH
        elif n == main:
            kinds[n] = BlockKind.HEADLINE
        elif BlockKind.STANDFIRST not in kinds.values() and len(texts[n].split()) <= _LONG_WORDS + 15:
            kinds[n] = BlockKind.STANDFIRST
        else:
            kinds[n] = BlockKind.PARAGRAPH
    return kinds


def _headline(pieces: Sequence[Piece], texts: Sequence[str], titles: Sequence[int]) -> int:
    """Which of the title lines is the headline: the one marked so, else the first that is no kicker."""
    marked = [n for n in titles if pieces[n].kind is BlockKind.HEADING]
    if marked:
        return min(marked, key=lambda n: (pieces[n].level, n))
    likely = [n for n in titles if len(texts[n].split()) >= 4 and _reads_like_headline(texts[n])]
    named = [n for n in titles if not _is_section(texts[n].split())]
    main = likely[0] if likely and len(texts[titles[0]].split()) < 4 else (named or titles)[0]
    under = [n for n in titles if n > main]
    if under and is_kicker(texts[main], texts[under[0]], followed=len(under) > 1):
        return under[0]
    return main


def _reads_like_headline(line: str) -> bool:
    """Whether a line is short enough for a headline and one sentence at most, without its stop."""
    words = line.split()
    if len(words) > 20:
        return False
    in_capitals = sum(word[0].isupper() for word in words if len(word) > 3) >= sum(len(word) > 3 for word in words)
    return in_capitals or (not line.endswith(".") and not re.search(r"[^\W\d_]{3}[.;] [A-Z]", line))


def is_kicker(line: str, following: str, *, followed: bool) -> bool:
    """Whether a title line is a kicker for the one under it; `followed` says that a third comes, which may be a standfirst."""
    words = line.split()
    if ends_sentence(line.rstrip(":")) or len(words) > 6 or len(line) > 48 or not _reads_like_headline(following):
        return False
    if line.endswith(":") or (line.isupper() and not following.isupper()):
        return True
    if len(words) >= len(following.split()) or _has_verb(words):
        return False
    named = bool({word.casefold().strip(",:|") for word in words} & _SECTIONS)
    return named or len(words) <= (4 if followed else 3)


def _has_verb(words: Sequence[str]) -> bool:
    """Whether a short line reads like a sentence: a common verb in it, or a small word with a verb's ending."""
    return any(
        word.casefold() in _VERBS
        or (n and word.islower() and len(word) > 4 and word.endswith(("es", "ed", "ing", "ts", "ls", "ms", "ks")))
        for n, word in enumerate(words)
    )


def _titles_with_byline(
    pieces: Sequence[Piece], texts: Sequence[str], over: Sequence[int], under: Sequence[int], last: int
) -> dict[int, BlockKind]:
    """The titles where lines of the author are known: over them, or between and under them where nothing over them will do.

    `last` is the last of those lines.
    """
    later = [n for n in under if not texts[n].endswith(".") and 3 < len(texts[n].split()) <= _HEADLINE_WORDS]
    marked = [n for n in later if pieces[n].kind is BlockKind.HEADING and pieces[n].level == 1]
    if later and (marked or not any(_will_do(texts, n) for n in over)):
        main = (marked or later)[0]
        names = [n for n in over if (byline := parse_byline(texts[n])) and byline.authors]
        kinds = (
            dict.fromkeys(over, BlockKind.KICKER) | dict.fromkeys(names, BlockKind.BYLINE) | {main: BlockKind.HEADLINE}
        )
        between = [n for n in under if main < n < last]
    else:
        kinds = _titles(pieces, texts, over) if over else {}
        between = [n for n in under if n < last]
    if BlockKind.STANDFIRST not in kinds.values():
        kinds |= {n: BlockKind.STANDFIRST for n in between[:1] if 4 <= len(texts[n].split()) <= _LONG_WORDS}
    return kinds


def _will_do(texts: Sequence[str], n: int) -> bool:
    """Whether a line over the byline can be the headline: more than a name or the name of a section."""
    words = texts[n].split()
    byline = parse_byline(texts[n])
    return not (byline and byline.authors) and (len(words) > 2 or not _is_section(words))


def _is_section(words: Sequence[str]) -> bool:
    return len(words) == 1 or all(word.casefold().strip(",:|&") in _SECTIONS | {"", "and"} for word in words)


def _titles_alone(
    pieces: Sequence[Piece], texts: Sequence[str], titles: Sequence[int], story: int
) -> dict[int, BlockKind]:
    """Kicker, headline and standfirst where nothing but the story marks where the head ends."""
    lines = [n for n in titles if n < story]
    blocked = next(
        (
            n
            for n in range(story)
            if pieces[n].kind in {BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CODE, BlockKind.TABLE}
        ),
        story,
    )
    lines = [n for n in lines if n < blocked]
    stop = next(
        (at for at, n in enumerate(lines) if texts[n].endswith((".", ".”", '."')) and len(texts[n].split()) >= 6),
        len(lines),
    )
    lines = lines[:stop]
    if not lines or len(texts[lines[0]].split()) > _HEADLINE_WORDS or lines[0] > 3:
        return {}
    main = _headline(pieces, texts, lines[:3])
    kinds: dict[int, BlockKind] = {n: BlockKind.KICKER for n in lines if n < main}
    kinds[main] = BlockKind.HEADLINE
    under = next((n for n in lines if n > main), None)
    if under is not None and story < len(texts) and _is_standfirst(pieces[under], texts[under], texts[main]):
        kinds[under] = BlockKind.STANDFIRST
    return kinds


def _is_standfirst(piece: Piece, text: str, headline: str) -> bool:
    return (
        piece.kind is None
        and not ends_sentence(text)
        and len(text.split()) >= max(6, len(headline.split()) // 2)
        and not re.match(r"Q\b", text)
    )
