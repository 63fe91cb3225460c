"""Captions and credits made blocks of their own, the credit right after its caption."""

from dataclasses import replace
from itertools import pairwise

from reader.domain.article import SEPARATOR, BlockKind, is_copyright
from reader.domain.repairs import SetAside
from reader.ingest.byline import parse_byline
from reader.ingest.credits import caption_end, find_credit, label_of, starts_caption
from reader.ingest.draft import Draft, Piece, Replacement, apply
from reader.ingest.names import is_agency
from reader.ingest.story import ends_sentence

_REPAIR = "photo credit"
_MOST_WORDS = 60


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
    return _credits_after(apply(replace(draft, pieces=tuple(pieces)), changes)) if changes else draft


def _credits_after(draft: Draft) -> Draft:
    """A labelled credit that stands before its caption changes places with it."""
    pieces = list(draft.pieces)
    changes: list[Replacement] = []
    for n, (first, second) in enumerate(pairwise(draft.pieces)):
        if (first.kind, second.kind) != (BlockKind.CREDIT, BlockKind.CAPTION):
            continue
        credit, caption = draft.of(first), draft.of(second)
        changes.append(Replacement(first.start, second.end, f"{caption}{SEPARATOR}{credit}", _REPAIR))
        middle = first.start + len(caption)
        pieces[n] = replace(second, start=first.start, end=middle)
        pieces[n + 1] = replace(first, start=middle + len(SEPARATOR), end=second.end)
    return apply(replace(draft, pieces=tuple(pieces)), changes)


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
    """A short line without a stop, or one high up, that a credit follows on a line of its own is its caption."""
    pieces = list(draft.pieces)
    texts = draft.texts
    stories = [n for n, text in enumerate(texts) if len(text.split()) >= 25 and ends_sentence(text)]
    first_story = stories[0] if stories else len(texts)
    for n in range(1, len(pieces)):
        if (
            pieces[n].kind is None
            and is_agency(texts[n])
            and not parse_byline(texts[n - 1])
            and n < first_story + 3
            and n + 1 < len(pieces)
        ):
            pieces[n] = replace(pieces[n], kind=BlockKind.CREDIT)
        if pieces[n].kind is not BlockKind.CREDIT or pieces[n - 1].kind is not None:
            continue
        words = len(texts[n - 1].split())
        if (
            n > 2
            and not parse_byline(texts[n - 1])
            and 4 <= words <= _MOST_WORDS
            and (not ends_sentence(texts[n - 1]) or n <= first_story)
        ):
            pieces[n - 1] = replace(pieces[n - 1], kind=BlockKind.CAPTION)
    return replace(draft, pieces=tuple(pieces))


def _trimmed(text: str, piece: Piece) -> Piece:
    """The piece without the line breaks that were put in at its edge."""
    words = text[piece.start : piece.end]
    start = piece.start + len(words) - len(words.lstrip("\n"))
    return replace(piece, start=start, end=max(start, piece.end - (len(words) - len(words.rstrip("\n")))))
