"""Captions and credits made blocks of their own, the credit right after its caption."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.domain.article import SEPARATOR, BlockKind, is_copyright
from reader.domain.repairs import SetAside
from reader.ingest.byline import parse_byline
from reader.ingest.credits import caption_end, find_credit, label_of, starts_caption
from reader.ingest.draft import Draft, Piece, Replacement, apply
from reader.ingest.names import is_agency
from reader.ingest.printed import is_date_line
from reader.ingest.story import ends_sentence, is_story

_REPAIR = "photo credit"
_FEWEST_WORDS = 4
_MOST_WORDS = 60
_TITLES = 2
_NEAR = 3


def with_captions(draft: Draft) -> Draft:
    """The draft with its captions and credits found."""
    return _unmarked_captions(_split(_labelled(draft)))


def _labelled(draft: Draft) -> Draft:
    """Pictures whose parts say what they are ("Image source, ...", "Image caption, ..."), the caption first."""
    changes: list[Replacement] = []
    pieces = list(draft.pieces)
    texts = draft.texts
    for n, piece in enumerate(draft.pieces):
        label = label_of(texts[n]) if piece.kind is None else None
        if not label:
            continue
        kind = BlockKind.CAPTION if label[0] == "caption" else BlockKind.CREDIT
        pieces[n] = replace(piece, kind=kind)
        changes.append(Replacement(piece.start, piece.start + label[1], "", "picture label"))
    if not changes:
        return draft
    labelled = apply(replace(draft, pieces=tuple(pieces)), changes)
    return _credits_after(labelled, _pairs(labelled))


def _credits_after(draft: Draft, first_of: Collection[int]) -> Draft:
    """The credits at these places, which stand before their captions, changed places with them."""
    pieces = list(draft.pieces)
    changes: list[Replacement] = []
    for n in first_of:
        first, second = draft.pieces[n], draft.pieces[n + 1]
        credit, caption = draft.of(first), draft.of(second)
        changes.append(Replacement(first.start, second.end, f"{caption}{SEPARATOR}{credit}", _REPAIR))
        middle = first.start + len(caption)
        pieces[n] = replace(second, start=first.start, end=middle)
        pieces[n + 1] = replace(first, start=middle + len(SEPARATOR), end=second.end)
    return apply(replace(draft, pieces=tuple(pieces)), changes)


def _pairs(draft: Draft) -> list[int]:
    """Where a credit is followed by a caption."""
    kinds = [piece.kind for piece in draft.pieces]
    return [n for n, pair in enumerate(pairwise(kinds)) if pair == (BlockKind.CREDIT, BlockKind.CAPTION)]


def _split(draft: Draft) -> Draft:
    """Lines that end with a credit are cut into caption and credit."""
    pieces: list[Piece] = []
    changes: list[Replacement] = []
    moved: list[int] = []
    texts = draft.texts
    last = max((n for n, text in enumerate(texts) if ends_sentence(text)), default=-1)
    for n, piece in enumerate(draft.pieces):
        moved.append(len(pieces))
        cut = _cut(piece, texts[n], is_last=n >= last)
        pieces += [part for part, _ in cut]
        changes += [change for _, change in cut if change]
    moved.append(len(pieces))
    aside = tuple(SetAside(line.text, line.reason, moved[line.block]) for line in draft.set_aside)
    changed = apply(replace(draft, pieces=tuple(pieces), set_aside=aside), changes)
    return replace(changed, pieces=tuple(_trimmed(changed.text, piece) for piece in changed.pieces))


def _cut(piece: Piece, text: str, *, is_last: bool) -> list[tuple[Piece, Replacement | None]]:
    """The piece, or the caption and the credit it is made of.

    An agency's bare name at the end is a credit in a short line only, and not where it signs off the story.
    """
    if piece.kind not in {None, BlockKind.CAPTION} or _is_claim(text):
        return [(piece, None)]
    credit = find_credit(text)
    if credit is None or not (credit.marked or (not is_last and len(text.split()) <= _MOST_WORDS // 2)):
        return [(replace(piece, kind=BlockKind.CAPTION), None)] if starts_caption(text) else [(piece, None)]
    end = caption_end(text, credit)
    if not end:
        return [(replace(piece, kind=BlockKind.CREDIT), None)]
    change = Replacement(piece.start + end, piece.start + credit.start, SEPARATOR, _REPAIR)
    return [
        (replace(piece, end=piece.start + end, kind=BlockKind.CAPTION), change),
        (replace(piece, start=piece.start + credit.start, kind=BlockKind.CREDIT), None),
    ]


def _is_claim(text: str) -> bool:
    """Whether a line claims the copyright of the article, not of a picture."""
    return is_copyright(text) and (
        any(map(str.isdigit, text)) or "rights reserved" in text.casefold() or text[:1].isalpha()
    )


def _unmarked_captions(draft: Draft) -> Draft:
    """A caption that only the credit on the line before or after it tells."""
    pieces = list(draft.pieces)
    texts = draft.texts
    story = next((n for n, text in enumerate(texts) if is_story(text)), len(texts))
    before: list[int] = []
    for n in range(1, len(pieces) - 1):
        alone = not any(parse_byline(text) or is_date_line(text) for text in (texts[n - 1], texts[n + 1]))
        if pieces[n].kind is None and alone and is_agency(texts[n]) and n < story + _NEAR:
            pieces[n] = replace(pieces[n], kind=BlockKind.CREDIT)
        if pieces[n].kind is not BlockKind.CREDIT or pieces[n - 1].kind is BlockKind.CAPTION:
            continue
        if pieces[n - 1].kind is None and _may_be_caption(texts, n - 1, story):
            pieces[n - 1] = replace(pieces[n - 1], kind=BlockKind.CAPTION)
        elif is_agency(texts[n]) and pieces[n + 1].kind is None and _is_bare_caption(texts, n + 1):
            pieces[n + 1] = replace(pieces[n + 1], kind=BlockKind.CAPTION)
            before.append(n)
    return _credits_after(replace(draft, pieces=tuple(pieces)), before)


def _may_be_caption(texts: Sequence[str], n: int, story: int) -> bool:
    """Whether the line that a credit follows is its caption: below the titles, and no paragraph of the story."""
    if parse_byline(texts[n]) or is_date_line(texts[n]) or not _FEWEST_WORDS <= len(texts[n].split()) <= _MOST_WORDS:
        return False
    below = n > _TITLES or any(is_date_line(text) or _is_byline(text) for text in texts[:n])
    return n > 1 and ((n < story and below) or (n > story and not ends_sentence(texts[n])))


def _is_byline(text: str) -> bool:
    byline = parse_byline(text)
    return bool(byline and byline.certain)


def _is_bare_caption(texts: Sequence[str], n: int) -> bool:
    """Whether a line under an agency's name is the caption: longer than a heading, and without a stop."""
    return (
        _FEWEST_WORDS < len(texts[n].split()) <= _MOST_WORDS // 2 and not ends_sentence(texts[n]) and n + 1 < len(texts)
    )


def _trimmed(text: str, piece: Piece) -> Piece:
    """The piece without the line breaks that were put in at its edge."""
    words = text[piece.start : piece.end]
    start = piece.start + len(words) - len(words.lstrip("\n"))
    return replace(piece, start=start, end=max(start, piece.end - (len(words) - len(words.rstrip("\n")))))
