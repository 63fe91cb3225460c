"""Revisions of what was read: a repair undone, a line restored, a field put right. Each gives a new Intake.

All positions move along: those of blocks, of links, of the other repairs, and the places of lines set aside.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from reader.domain.article import SEPARATOR, Article, Block, BlockKind, Link
from reader.domain.errors import InputRefused
from reader.domain.intake import Intake
from reader.domain.repairs import Repair, SetAside
from reader.domain.span import Span
from reader.ingest import characters
from reader.ingest.assembly import packed
from reader.ingest.byline import parse_byline
from reader.ingest.characters import TRIMMED
from reader.ingest.draft import Draft, Piece, Replacement, apply
from reader.ingest.reading import INLINE

Field = str | tuple[str, ...] | date | None

_LINES = {
    "kicker": BlockKind.KICKER,
    "title": BlockKind.HEADLINE,
    "standfirst": BlockKind.STANDFIRST,
    "byline": BlockKind.BYLINE,
}
_WORDS = frozenset({"dateline", "published_text", "source", "url", "language"})
_PEOPLE = frozenset({"authors", "contributors"})
_HEAD_ORDER = (BlockKind.KICKER, BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BYLINE)
_BY_MARKS = frozenset({"heading mark", "list marker", "quote mark", "code fence"})
_MARKED = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CODE})
_OF_SEVERAL_LINES = frozenset({BlockKind.CODE, BlockKind.TABLE})
_UNDOING = "undoing"
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421", 0x09: "    ", 0x0A: "\n"}
_PICTURES |= dict.fromkeys(range(0x80, 0xA0), "\ufffd")


def undo_repair(intake: Intake, number: int) -> Intake:
    """The intake with repair `number` taken back: what stood before stands there again.

    A line break that comes back where a block holds none divides the block, and a control character comes back as
    its picture, because neither may be in the text. Marks that come back make their block a paragraph.
    Raises IndexError if there is no such repair.
    """
    repair = intake.repairs[number]
    others = tuple(other for n, other in enumerate(intake.repairs) if n != number)
    draft = replace(_as_draft(intake), repairs=others)
    start, end = repair.start, repair.start + len(repair.after)
    touched = [n for n, piece in enumerate(draft.pieces) if piece.start <= end and start <= piece.end]
    merged = _merged(draft, touched, repair)
    restored = apply(merged, [Replacement(start, end, repair.before.translate(_PICTURES), _UNDOING)])
    restored = replace(
        restored,
        repairs=_not_moved_over(restored.repairs, others[:number], start),
        links=tuple(_links_left(intake.article, restored, repair)),
    )
    return _as_intake(intake, _divided(restored, touched[0]))


def restore_line(intake: Intake, number: int) -> Intake:
    """The intake with line `number` of those set aside back in the article, as a paragraph where it stood.

    Raises IndexError if there is no such line.
    """
    line = intake.set_aside[number]
    left = tuple(
        replace(other, block=other.block + (other.block > line.block or (other.block == line.block and n > number)))
        for n, other in enumerate(intake.set_aside)
        if n != number
    )
    draft = _inserted(replace(_as_draft(intake), set_aside=()), line.block, _one_line(line.text), BlockKind.PARAGRAPH)
    return _as_intake(intake, replace(draft, set_aside=left))


def with_fields(intake: Intake, **fields: Field) -> Intake:
    """The intake with fields put right; "" (or None, or an empty tuple) removes one.

    `title`, `kicker`, `standfirst` and `byline` are lines of the text; `authors`, `contributors`, `dateline`,
    `published`, `published_text`, `source`, `url` and `language` are not. A new byline names its authors unless they
    are given too. Raises TypeError for another field, InputRefused where nothing of the article would be left.
    """
    unknown = fields.keys() - _LINES.keys() - _WORDS - _PEOPLE - {"published"}
    if unknown:
        raise TypeError(f"an article has no field called {', '.join(sorted(unknown))}")
    draft = _as_draft(intake)
    for name, kind in _LINES.items():
        if name in fields:
            draft = _with_line(draft, kind, _plain(fields[name]))
    if not draft.pieces:
        raise InputRefused("Nothing of the article would be left. It stays as it was; leave it its title or its text.")
    return _with_facts(_as_intake(intake, draft), fields)


def _as_draft(intake: Intake) -> Draft:
    article = intake.article
    pieces = tuple(Piece(b.span.start, b.span.end, b.kind, b.level, b.ordinal) for b in article.blocks)
    return Draft(article.text, intake.repairs, article.links, pieces, intake.set_aside)


def _as_intake(intake: Intake, draft: Draft) -> Intake:
    blocks = tuple(
        Block(piece.kind or BlockKind.PARAGRAPH, Span(piece.start, piece.end), piece.level, piece.ordinal)
        for piece in draft.pieces
    )
    article = replace(intake.article, text=draft.text, blocks=blocks, links=draft.links)
    return replace(intake, article=article, repairs=draft.repairs, set_aside=draft.set_aside)


def _merged(draft: Draft, touched: Sequence[int], repair: Repair) -> Draft:
    """The draft with the pieces that a repair touches as one; it is a paragraph if the repair had made it more."""
    first, last = touched[0], touched[-1]
    piece = replace(draft.pieces[first], end=draft.pieces[last].end)
    if piece.kind in _MARKED and repair.kind in _BY_MARKS:
        piece = replace(piece, kind=BlockKind.PARAGRAPH, level=0, ordinal=None)
    pieces = (*draft.pieces[:first], piece, *draft.pieces[last + 1 :])
    aside = tuple(
        replace(line, block=line.block if line.block <= first else max(first + 1, line.block - (last - first)))
        for line in draft.set_aside
    )
    return replace(draft, pieces=pieces, set_aside=aside)


def _not_moved_over(repairs: tuple[Repair, ...], before: Sequence[Repair], start: int) -> tuple[Repair, ...]:
    """The repairs without the one that undoing made; deletions that stood left of it at the same place stay there."""
    kept = [repair for repair in repairs if repair.kind != _UNDOING]
    still = sum(not repair.after and repair.start == start for repair in before)
    place = len([repair for repair in before if repair.start < start])
    return tuple(
        replace(repair, start=start) if place <= n < place + still else repair for n, repair in enumerate(kept)
    )


def _links_left(article: Article, draft: Draft, repair: Repair) -> Iterator[Link]:
    """The links whose words are still their own; those in the words of an undone link are marks again."""
    region = Span(repair.start, repair.start + len(repair.after))
    done = 0
    for old, new in zip(article.links, draft.links, strict=False):
        if not old.span.overlaps(region):
            yield new
        elif repair.kind not in {"markdown link", "picture"} and region.contains(old.span):
            at = repair.before.find(old.span.of(article.text), done)
            if at >= 0:
                done = at + len(old.span)
                yield Link(Span(repair.start + at, repair.start + done), old.url)


def _divided(draft: Draft, n: int) -> Draft:
    """The draft with piece n cut at its line breaks, where its kind has none, and trimmed."""
    piece = draft.pieces[n]
    if piece.kind in _OF_SEVERAL_LINES:
        return _recomposed(draft)
    parts = [
        replace(piece, start=piece.start + found.start(), end=piece.start + found.end())
        for found in re.finditer(r"[^\n]+", draft.text[piece.start : piece.end])
    ]
    kept = [trimmed for part in parts if (trimmed := _trimmed(draft.text, part)).start < trimmed.end]
    grown = len(kept) - 1
    aside = tuple(replace(line, block=line.block + grown if line.block > n else line.block) for line in draft.set_aside)
    return _recomposed(packed(draft, [*draft.pieces[:n], *kept, *draft.pieces[n + 1 :]], aside))


def _trimmed(text: str, piece: Piece) -> Piece:
    words = text[piece.start : piece.end]
    start = piece.start + len(words) - len(words.lstrip(TRIMMED))
    return replace(piece, start=start, end=max(start, piece.start + len(words.rstrip(TRIMMED))))


def _recomposed(draft: Draft) -> Draft:
    return apply(draft, characters.recomposed(draft.text))


def _one_line(text: str) -> Draft:
    """A line by itself, cleaned like every other."""
    draft = Draft(_plain(text))
    for step in INLINE:
        draft = step(draft)
    whole = _trimmed(draft.text, Piece(0, len(draft.text)))
    return packed(draft, [whole], ()) if whole.end > whole.start else Draft(_plain(text))


def _plain(words: Field) -> str:
    """What a person typed into a field, as it may stand in the text: one line, without control characters."""
    draft = Draft(" ".join(characters.settled(str(words or "")).split()))
    for step in (characters.controls, characters.odd_spaces, characters.recomposed):
        draft = apply(draft, step(draft.text))
    return " ".join(draft.text.split())


def _inserted(draft: Draft, n: int, line: Draft, kind: BlockKind) -> Draft:
    """The draft with a line as its piece n; lines set aside at that place stay in front of it."""
    end = len(draft.text) + len(SEPARATOR) if draft.pieces else 0
    at = draft.pieces[n].start if n < len(draft.pieces) else end
    by = len(line.text) + len(SEPARATOR)
    before, after = draft.text[: max(0, at - len(SEPARATOR))], draft.text[at:]
    new = replace(Draft(line.text), pieces=(Piece(at, at + len(line.text), kind),))
    return Draft(
        SEPARATOR.join(part for part in (before, line.text, after) if part),
        tuple(
            sorted(
                (*_shifted_repairs(draft.repairs, at, by), *_shifted_repairs(line.repairs, 0, at)),
                key=lambda r: r.start,
            )
        ),
        tuple(
            sorted(
                (*_shifted_links(draft.links, at, by), *_shifted_links(line.links, 0, at)), key=lambda link: link.span
            )
        ),
        (*draft.pieces[:n], *new.pieces, *(replace(p, start=p.start + by, end=p.end + by) for p in draft.pieces[n:])),
        tuple(replace(aside, block=aside.block + (aside.block > n)) for aside in draft.set_aside),
    )


def _shifted_repairs(repairs: Iterable[Repair], at: int, by: int) -> Iterable[Repair]:
    return (replace(repair, start=repair.start + by) if repair.start >= at else repair for repair in repairs)


def _shifted_links(links: Iterable[Link], at: int, by: int) -> Iterable[Link]:
    return (replace(link, span=link.span.shifted(by)) if link.span.start >= at else link for link in links)


def _without(draft: Draft, n: int) -> Draft:
    """The draft without piece n."""
    aside = tuple(SetAside(line.text, line.reason, line.block - (line.block > n)) for line in draft.set_aside)
    return packed(draft, [*draft.pieces[:n], *draft.pieces[n + 1 :]], aside)


def _with_line(draft: Draft, kind: BlockKind, words: str) -> Draft:
    """The draft with its first line of a kind replaced, added in its place in the head, or removed."""
    found = [n for n, piece in enumerate(draft.pieces) if piece.kind is kind]
    if found and draft.of(draft.pieces[found[0]]) == words:
        return draft
    for n in reversed(found if not words else found[:1]):
        draft = _without(draft, n)
    if not words:
        return draft
    place = found[0] if found else _place_of(draft, kind)
    return _inserted(draft, place, Draft(words), kind)


def _place_of(draft: Draft, kind: BlockKind) -> int:
    """Where a line of a kind belongs: behind the last line of the kinds that stand over it."""
    above = _HEAD_ORDER[: _HEAD_ORDER.index(kind)]
    return max((n + 1 for n, piece in enumerate(draft.pieces) if piece.kind in above), default=0)


def _with_facts(intake: Intake, fields: Mapping[str, Field]) -> Intake:
    """The intake with the fields that are no lines of the text."""
    article = intake.article
    byline = _plain(fields.get("byline"))
    read = (parse_byline(byline) or parse_byline(f"By {byline}")) if byline else None
    if read and read.authors:
        article = replace(article, authors=read.authors)
    day = fields.get("published", article.published)
    told = {name: _plain(fields[name]) for name in _WORDS & fields.keys()}
    article = replace(
        article,
        authors=_people(fields.get("authors", article.authors)),
        contributors=_people(fields.get("contributors", article.contributors)),
        dateline=told.get("dateline", article.dateline),
        published=day if isinstance(day, date) else None,
        published_text=told.get("published_text", article.published_text),
        source=told.get("source", article.source),
        url=told.get("url", article.url),
        language=told.get("language", article.language),
    )
    return replace(intake, article=article)


def _people(names: Field) -> tuple[str, ...]:
    """Names given one by one, or in one line with commas and "and"."""
    parts = names if isinstance(names, tuple) else re.split(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", _plain(names))
    return tuple(name for part in parts if (name := _plain(part)))
