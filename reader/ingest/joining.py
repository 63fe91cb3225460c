"""Pieces that belong together: lines wrapped at a column, words cut at a line end, paragraphs cut by a page."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.domain.article import BlockKind
from reader.ingest.draft import Draft, Piece, Replacement, apply
from reader.ingest.furniture import reason_of
from reader.ingest.hyphens import cut_word, keeps_hyphen, vocabulary
from reader.ingest.story import ends_sentence
from reader.ingest.vocabulary import LEADS_ON, words

WIDEST = 130
"""The most columns at which anybody wraps lines."""

NARROWEST = 20
"""The fewest: a column of a newspaper page."""

WRAPPED = "wrapped lines"
HYPHENATED = "hyphenated word"
SPLIT = "split paragraph"

_CONTEXT = 5
_FLOWING = {None, BlockKind.QUOTE, BlockKind.LIST_ITEM}
_FIRST_LETTER = re.compile(r"[\"'“‘(\[]*([^\W\d_])")
_LEADS_ON = words(LEADS_ON)
_BEGINS_ANEW = re.compile(r"(?:By|BY) [A-Z]|[—–] ")
_SHORTEST_CUT = 40
_SHORTEST_CUT_AT_CAPITAL = 60


@dataclass(frozen=True, slots=True)
class Joint:
    """How a piece goes on into the next: what stands between them now, and the name of the repair."""

    after: str
    kind: str


def joined(draft: Draft, joints: Mapping[int, Joint]) -> Draft:
    """The draft with piece n made one with piece n + 1, for every n in `joints`.

    A hyphen that falls away takes the two halves of its word into the repair, so that it can be read there.
    """
    if not joints:
        return draft
    changes = [_seams(draft, run) for run in _runs(joints)]
    pieces: list[Piece] = []
    moved: list[int] = []
    for n, piece in enumerate(draft.pieces):
        if n - 1 in joints:
            pieces[-1] = replace(pieces[-1], end=piece.end)
        else:
            pieces.append(piece)
        moved.append(len(pieces) - 1)
    moved.append(len(pieces))
    aside = tuple(replace(line, block=moved[line.block] + (line.block - 1 in joints)) for line in draft.set_aside)
    return apply(replace(draft, pieces=tuple(pieces), set_aside=aside), changes)


def _runs(joints: Mapping[int, Joint]) -> list[list[tuple[int, Joint]]]:
    """The joints in order, those of one kind that follow one another together: a whole paragraph is one repair."""
    runs: list[list[tuple[int, Joint]]] = []
    for n, joint in sorted(joints.items()):
        if runs and runs[-1][-1] == (n - 1, joint) and joint.kind == WRAPPED:
            runs[-1].append((n, joint))
        else:
            runs.append([(n, joint)])
    return runs


def _seams(draft: Draft, run: Sequence[tuple[int, Joint]]) -> Replacement:
    """One repair for joints that follow one another, with a few words on either side so that it can be read."""
    (first, joint), (last, _) = run[0], run[-1]
    pieces = draft.pieces[first : last + 2]
    if joint.kind == HYPHENATED:
        return _whole_word(draft, first, joint)
    start = pieces[0].end - len(_last_words(draft.of(pieces[0])))
    end = pieces[-1].start + len(_first_words(draft.of(pieces[-1])))
    middle = [draft.of(piece) for piece in pieces[1:-1]]
    whole = joint.after.join((draft.text[start : pieces[0].end], *middle, draft.text[pieces[-1].start : end]))
    return Replacement(start, end, whole, joint.kind)


def _last_words(text: str) -> str:
    """The last few words of the second half of a line."""
    half = text[len(text) // 2 :].split(" ")
    return " ".join(half[1:][-_CONTEXT:])


def _first_words(text: str) -> str:
    """The first few words of the first half of a line."""
    half = text[: len(text) // 2].split(" ")
    return " ".join(half[:-1][:_CONTEXT])


def _whole_word(draft: Draft, n: int, joint: Joint) -> Replacement:
    """The repair of a word that a line end had cut, with both its halves if they are no more than half a line each."""
    left, right = draft.pieces[n], draft.pieces[n + 1]
    halves = cut_word(draft.of(left), draft.of(right))
    if not halves or max(len(halves[0]) / len(left), len(halves[1]) / len(right)) > 1 / 2:
        return Replacement(left.end - 1, right.start, joint.after, joint.kind)
    whole = halves[0].removesuffix("-") + joint.after + halves[1]
    return Replacement(left.end - len(halves[0]), right.start + len(halves[1]), whole, joint.kind)


def without_wraps(draft: Draft) -> Draft:
    """Lines that were broken only because a column was full are made one again."""
    texts = draft.texts
    chunks = _chunks(draft)
    width = _column([[texts[n] for n in chunk] for chunk in chunks])
    broken = [n for chunk in chunks for n in chunk[:-1] if _goes_on(draft, n, texts[n], texts[n + 1], width)]
    return joined(draft, _joints(draft, texts, broken, WRAPPED))


def without_page_cuts(draft: Draft) -> Draft:
    """Paragraphs that a page break or an inset had cut in two are made one again."""
    texts = draft.texts
    cut = [
        n
        for n, (left, right) in enumerate(pairwise(draft.pieces))
        if left.kind is right.kind and left.kind in {None, BlockKind.QUOTE} and _is_cut(texts[n], texts[n + 1])
    ]
    return joined(draft, _joints(draft, texts, cut, SPLIT))


def _joints(draft: Draft, texts: Sequence[str], places: Sequence[int], kind: str) -> dict[int, Joint]:
    """A joint for each of the places: a space, or the way the two halves of a word go together."""
    halves = {n: found for n in places if (found := cut_word(texts[n], texts[n + 1]))}
    known = vocabulary(draft.text) if halves else Counter()
    joints = {n: Joint(" ", kind) for n in places}
    joints |= {n: Joint("-" if keeps_hyphen(*found, known) else "", HYPHENATED) for n, found in halves.items()}
    return joints


def _is_cut(left: str, right: str) -> bool:
    """Whether the sentence that `left` breaks off goes on in `right`."""
    if cut_word(left, right) and len(left) >= NARROWEST:
        return True
    if ends_sentence(left) or len(left) < _SHORTEST_CUT:
        return False
    if _first_letter(right).islower() and not _is_branded(right) and len(left.split()) >= 5:
        return True
    last = left.rsplit(None, 1)[-1]
    return (
        len(left) >= _SHORTEST_CUT_AT_CAPITAL and (last in _LEADS_ON or left.endswith(",")) and right[0] not in "-–—•"
    )


def _first_letter(text: str) -> str:
    found = _FIRST_LETTER.match(text)
    return found[1] if found else ""


def _is_branded(text: str) -> bool:
    """Whether a small first letter is part of a name ("iPhone", "eBay")."""
    word = text.lstrip("\"'“‘(").split(None, 1)[0]
    return any(letter.isupper() for letter in word[1:])


def _chunks(draft: Draft) -> list[list[int]]:
    """The pieces that stand on lines directly under one another, without a blank line between."""
    chunks: list[list[int]] = []
    for n, piece in enumerate(draft.pieces):
        if not _flows(piece):
            continue
        before = draft.pieces[n - 1] if n else None
        if chunks and before and chunks[-1][-1] == n - 1 and _continues(draft.text, before, piece):
            chunks[-1].append(n)
        else:
            chunks.append([n])
    return [chunk for chunk in chunks if len(chunk) > 1]


def _flows(piece: Piece) -> bool:
    return piece.kind in _FLOWING and not piece.aside


def _continues(text: str, before: Piece, piece: Piece) -> bool:
    between = text[before.end : piece.start]
    same = piece.kind is before.kind is not BlockKind.LIST_ITEM or (
        piece.kind is None and before.kind is not BlockKind.QUOTE
    )
    return same and between.count("\n") == 1 and "\f" not in between


def _column(chunks: Sequence[Sequence[str]]) -> int:
    """The column at which the lines of a text were wrapped, or 0 if they were not."""
    breaks = forced = flowing = 0
    widest = 0
    for lines in chunks:
        width = max(map(len, lines))
        if len(lines) < 3 or not NARROWEST <= width <= WIDEST:
            continue
        pairs = list(pairwise(lines))
        inside = [pair for pair in pairs if not ends_sentence(pair[0])]
        full = [pair for pair in inside if _is_full(*pair, width)]
        if len(full) * 5 >= len(inside) * 4:
            widest = max(widest, width)
        breaks += len(inside)
        forced += len(full)
        flowing += sum(_first_letter(later).islower() for _, later in inside)
    return widest if breaks and forced * 3 >= breaks * 2 and flowing * 3 >= breaks else 0


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    first = following.split(None, 1)[0]
    return len(line) + 1 + len(first) > width or line.endswith("-")


def _goes_on(draft: Draft, n: int, line: str, following: str, width: int) -> bool:
    """Whether the line was broken in the middle of a paragraph."""
    if len(line) > max(width, WIDEST) or _BEGINS_ANEW.match(following):
        return False
    return _is_broken(draft, n, line, following, width) and not (reason_of(line) or reason_of(following))


def _is_broken(draft: Draft, n: int, line: str, following: str, width: int) -> bool:
    """Whether the line is full, or breaks off before a small letter."""
    left, right = draft.pieces[n], draft.pieces[n + 1]
    if width and _margin(draft.text, right) > _margin(draft.text, left) and left.kind is None and ends_sentence(line):
        return False
    if width and len(line) <= width and _is_full(line, following, width):
        return True
    small = _first_letter(following).islower() and not _is_branded(following)
    return small and not ends_sentence(line) and len(line) >= NARROWEST


def _margin(text: str, piece: Piece) -> int:
    """How far the line of a piece is indented."""
    begin = max(text.rfind("\n", 0, piece.start), text.rfind("\f", 0, piece.start)) + 1
    return piece.start - begin
