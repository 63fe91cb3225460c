"""Pieces become blocks: what was set aside leaves the text, what is left gets its kind, and the furniture is read."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reader.domain.article import SEPARATOR, Article, Block, BlockKind, Link
from reader.domain.intake import Intake
from reader.domain.repairs import Repair, SetAside
from reader.domain.span import Span
from reader.ingest.byline import Byline, parse_byline
from reader.ingest.characters import TRIMMED
from reader.ingest.dateline import Dateline, parse_dateline
from reader.ingest.draft import Draft, Piece, undone
from reader.ingest.endings import (
    claimed_source,
    claimed_year,
    described_author,
    ending_kind,
    helpers,
    is_claim,
    is_print_note,
    named_source,
    reporters,
)
from reader.ingest.heading import Head, read_head
from reader.ingest.inline import MARKUP
from reader.ingest.printed import day_of, first_published, is_date_line, printed_dates
from reader.ingest.screening import ADDRESS, address_in
from reader.ingest.story import ends_sentence, is_story
from reader.text.language import language_of

_DATELINE_WITHIN = 8
_LANGUAGE_SAMPLE = 2500
_HEADING_WORDS = 9
_HEADING_LENGTH = 70
_WORD = re.compile(r"[^\W\d_]{3}")
_TWO_SENTENCES = re.compile(r"[^\W\d_]{2}[.!?] [A-Z“\"]")
_KNOWN_LANGUAGES = frozenset({"en", "und"})


def closed(draft: Draft) -> Draft:
    """The draft without what was set aside and without anything between its pieces but the separator."""
    pieces = [_trimmed(draft.text, piece) for piece in draft.pieces]
    kept: list[Piece] = []
    aside: list[SetAside] = []
    old: dict[int, list[SetAside]] = {line.block: [] for line in draft.set_aside}
    for line in draft.set_aside:
        old[line.block].append(line)
    for n, piece in enumerate(pieces):
        aside += (replace(line, block=len(kept)) for line in old.get(n, ()))
        if not piece.aside and piece.start < piece.end:
            kept.append(piece)
        elif raw := " ".join(undone(draft, piece.start, piece.end, MARKUP).split()):
            aside.append(SetAside(raw, piece.aside or "markup", len(kept)))
    aside += (replace(line, block=len(kept)) for line in old.get(len(pieces), ()))
    return packed(draft, kept, tuple(aside))


def _trimmed(text: str, piece: Piece) -> Piece:
    words = text[piece.start : piece.end]
    if piece.kind is BlockKind.CODE:
        return replace(piece, end=piece.start + len(words.rstrip(TRIMMED + "\n")))
    start = piece.start + len(words) - len(words.lstrip(TRIMMED + "\n"))
    return replace(piece, start=start, end=max(start, piece.start + len(words.rstrip(TRIMMED + "\n"))))


def packed(draft: Draft, kept: Sequence[Piece], aside: tuple[SetAside, ...]) -> Draft:
    """The kept pieces moved together, and with them the repairs and links that lie in them."""
    pieces: list[Piece] = []
    moves: list[int] = []
    at = 0
    for piece in kept:
        moves.append(at - piece.start)
        pieces.append(replace(piece, start=at, end=at + piece.end - piece.start))
        at = pieces[-1].end + len(SEPARATOR)
    starts = [piece.start for piece in kept]
    repairs = (_moved(repair, draft.text, kept, starts, moves) for repair in draft.repairs)
    return Draft(
        SEPARATOR.join(draft.text[piece.start : piece.end] for piece in kept),
        tuple(repair for repair in repairs if repair),
        tuple(_moved_links(draft.links, kept, starts, moves)),
        tuple(pieces),
        aside,
    )


def _moved(
    repair: Repair, text: str, kept: Sequence[Piece], starts: Sequence[int], moves: Sequence[int]
) -> Repair | None:
    """The repair where it now stands, if all its words are kept; it may reach over pieces that stayed together."""
    if _is_edge(repair, kept, starts):
        return None
    end = repair.start + len(repair.after)
    first = bisect_right(starts, repair.start) - 1
    last = max(first, bisect_right(starts, end) - 1)
    if first < 0 or repair.start > kept[first].end:
        return None
    over = text[kept[last].end : end]
    if over.strip(TRIMMED + "\n"):
        return None
    gaps = (text[kept[n].end : kept[n + 1].start] for n in range(first, last))
    if any(gap != SEPARATOR for gap in gaps):
        return None
    return replace(repair, start=repair.start + moves[first], after=repair.after[: len(repair.after) - len(over)])


def _is_edge(repair: Repair, kept: Sequence[Piece], starts: Sequence[int]) -> bool:
    """Whether it only took a space from the edge of a line, where none would stay."""
    if not kept or repair.after or repair.before.strip(TRIMMED):
        return False
    piece = kept[max(0, bisect_right(starts, repair.start) - 1)]
    return repair.start in {piece.start, piece.end}


def _moved_links(
    links: Sequence[Link], kept: Sequence[Piece], starts: Sequence[int], moves: Sequence[int]
) -> Iterator[Link]:
    for link in links:
        n = bisect_right(starts, link.span.start) - 1
        for at in range(max(n, 0), min(n + 2, len(kept))):
            start, end = max(link.span.start, kept[at].start), min(link.span.end, kept[at].end)
            if start < end:
                yield Link(Span(start + moves[at], end + moves[at]), link.url)
                break


@dataclass(frozen=True, slots=True)
class _Read:
    """The lines of an article with the kind of each, and what its head says."""

    kinds: tuple[BlockKind, ...]
    texts: tuple[str, ...]
    head: Head

    def lines(self, *kinds: BlockKind) -> list[str]:
        """The lines of some kinds, in order."""
        return [text for text, kind in zip(self.texts, self.kinds, strict=True) if kind in kinds]


def article_of(draft: Draft, day: date) -> Article:
    """The article that a closed draft amounts to. `day` is the one from which relative dates count."""
    texts = draft.texts
    head = read_head(draft.pieces, texts)
    kinds = tuple(_kinds(draft.pieces, texts, head))
    read = _Read(kinds, tuple(texts), head)
    blocks = tuple(
        Block(
            kind,
            Span(piece.start, piece.end),
            _level(kind, piece),
            piece.ordinal if kind is BlockKind.LIST_ITEM else None,
        )
        for kind, piece in zip(kinds, draft.pieces, strict=True)
    )
    tail = read.lines(BlockKind.TAIL, BlockKind.CORRECTION)
    dateline = next(
        (found for text in read.lines(BlockKind.PARAGRAPH)[:_DATELINE_WITHIN] if (found := parse_dateline(text))),
        Dateline(""),
    )
    authors = _authors(head.bylines, tail)
    printed = _published_text(head.bylines, dateline, tail)
    return Article(
        text=draft.text,
        blocks=blocks,
        links=draft.links,
        authors=authors,
        contributors=tuple(
            name for name in dict.fromkeys(n for line in tail for n in helpers(line)) if name not in authors
        ),
        dateline=dateline.place or next((byline.place for byline in head.bylines if byline.place), ""),
        published=day_of(printed, day, claimed_year(tail)) if printed else None,
        published_text=printed,
        source=_source(head.bylines, dateline, tail),
        language=language_of(("\n".join(read.lines(BlockKind.PARAGRAPH)) or draft.text)[:_LANGUAGE_SAMPLE]),
    )


def _level(kind: BlockKind, piece: Piece) -> int:
    return max(2, piece.level) if kind is BlockKind.HEADING else 0


def _kinds(pieces: Sequence[Piece], texts: Sequence[str], head: Head) -> list[BlockKind]:
    """The kind of every piece: known from its marks, or by its place in the head, or under the story, or as body."""
    stories = [
        n
        for n, text in enumerate(texts)
        if pieces[n].kind in {None, BlockKind.QUOTE, BlockKind.LIST_ITEM} and ends_sentence(text)
    ]
    last = max(
        (n for n in stories if ending_kind(texts[n], last=True) is None and not is_print_note(texts[n])), default=-1
    )
    known_author = any(byline.authors for byline in head.bylines)
    found: list[BlockKind] = []
    for n, piece in enumerate(pieces):
        kind = head.kinds.get(n) or piece.kind
        if kind in {None, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.QUOTE} and n >= min(head.end, 1):
            kind = ending_kind(texts[n], last=n > last and n > 1) or kind
        if kind is None and n > 1 and n >= len(pieces) - 4 and _is_bio(texts, n, known_author=known_author, last=last):
            kind = BlockKind.TAIL
        found.append(kind or _body_kind(pieces, texts, n, head))
    return found


def _is_bio(texts: Sequence[str], n: int, *, known_author: bool, last: int) -> bool:
    """Whether a line at the end describes who wrote the article."""
    return bool(described_author(texts[n])) and not known_author and n >= last and not is_story(texts[n])


def _body_kind(pieces: Sequence[Piece], texts: Sequence[str], n: int, head: Head) -> BlockKind:
    """HEADING for a short line that stands between whole paragraphs, else PARAGRAPH."""
    text = texts[n]
    short = len(text) <= _HEADING_LENGTH and len(text.split()) <= _HEADING_WORDS and not _TWO_SENTENCES.search(text)
    if not short or n + 1 >= len(pieces) or n < head.end or (ends_sentence(text) and not text.endswith(("?", "!"))):
        return BlockKind.PARAGRAPH
    byline = parse_byline(text)
    if not _WORD.search(text) or is_date_line(text) or (byline and byline.certain):
        return BlockKind.PARAGRAPH
    before = n == 0 or n <= head.end or ends_sentence(texts[n - 1]) or pieces[n - 1].kind is not None
    after = (
        pieces[n + 1].kind is not BlockKind.HEADING and len(texts[n + 1]) > len(text) and len(texts[n + 1].split()) >= 5
    )
    begins = not text[0].islower() and text[0] not in "—–-("
    return (
        BlockKind.HEADING if before and after and begins and not text.endswith((",", "-", "–")) else BlockKind.PARAGRAPH
    )


def _authors(bylines: Sequence[Byline], tail: Sequence[str]) -> tuple[str, ...]:
    """The names of the bylines; without one those who reported, or whom the last line describes."""
    named = dict.fromkeys(author for byline in bylines for author in byline.authors)
    if named:
        return tuple(named)
    reported = dict.fromkeys(name for line in tail for name in reporters(line))
    return tuple(reported) or tuple(name for line in tail[-2:] if (name := described_author(line)))[:1]


def _published_text(bylines: Sequence[Byline], dateline: Dateline, tail: Sequence[str]) -> str:
    """The date as printed: over the story, else in its dateline, else under it."""
    first = first_published([printed for byline in bylines for printed in byline.dates])
    if not first and not dateline.date:
        first = first_published([printed for line in tail if is_date_line(line) for printed in printed_dates(line)])
    return first.words if first else dateline.date


def _source(bylines: Sequence[Byline], dateline: Dateline, tail: Sequence[str]) -> str:
    """Whom the article is from: by the byline, else the dateline, else the claim of copyright, else the last line."""
    named = [byline.outlet for byline in bylines] + [dateline.outlet]
    claims = [claimed_source(line) for line in tail if is_claim(line)]
    return next((name for name in (*named, *claims, *(named_source(line) for line in tail)) if name), "")


def intake_of(draft: Draft, day: date, encoding: str, notices: tuple[str, ...]) -> Intake:
    """The whole result for a closed draft."""
    address = next(
        (found for line in draft.set_aside if line.reason == ADDRESS and (found := address_in(line.text))), ""
    )
    article = replace(article_of(draft, day), url=address)
    if article.language not in _KNOWN_LANGUAGES:
        notices = (*notices, "This text does not seem to be in English; only its figures and dates will be marked.")
    return Intake(article, draft.repairs, draft.set_aside, encoding, notices)
