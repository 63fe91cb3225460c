"""Pieces that belong together: lines wrapped at a column, words cut at a line end, paragraphs cut by a page."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.domain.article import BlockKind
from reader.ingest.draft import Draft, Piece, Replacement, apply
from reader.ingest.furniture import reason_of
from reader.ingest.vocabulary import ENDINGS, HYPHENATED_FIRSTS, LEADS_ON, PREFIXES, words

WIDEST = 130
"""The most columns at which anybody wraps lines."""

NARROWEST = 20
"""The fewest: a column of a newspaper page."""

WRAPPED = "wrapped lines"
HYPHENATED = "hyphenated word"
SPLIT = "split paragraph"

_CONTEXT = 5
_FLOWING = {None, BlockKind.QUOTE, BlockKind.LIST_ITEM}
_ENDS = re.compile(r"[.!?…:;]['\"’”»)\]]*$|['\"”»]$")
_CUT_WORD = re.compile(r"(?<![\w-])[^\W_]+(?:-[^\W_]+)*-$")
_FIRST_PART = re.compile(r"^[^\W_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIRST_LETTER = re.compile(r"[\"'“‘(\[]*([^\W\d_])")
_LONGEST_WORD = 60
_HYPHENATED_FIRSTS = words(HYPHENATED_FIRSTS)
"""First halves of compounds, which no longer word begins with unless an ending follows."""
_PREFIXES = words(PREFIXES)
"""Those that longer words begin with too, so that the second half has to be a word of its own."""
_HYPHENATED_SECONDS = frozenset(
    ["old", "based", "led", "backed", "level", "owned", "general", "elect", "minded", "friendly"]
)
_ENDINGS = words(ENDINGS)
_LEADS_ON = words(LEADS_ON)
"""Words after which no sentence stops, and hardly a headline."""


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
    words = joint.after.join((draft.text[start : pieces[0].end], *middle, draft.text[pieces[-1].start : end]))
    return Replacement(start, end, words, joint.kind)


def _last_words(text: str) -> str:
    """The last few words of the second half of a line."""
    half = text[len(text) // 2 :].split(" ")
    return " ".join(half[1:][-_CONTEXT:])


def _first_words(text: str) -> str:
    """The first few words of the first half of a line."""
    half = text[: len(text) // 2].split(" ")
    return " ".join(half[:-1][:_CONTEXT])


def _whole_word(draft: Draft, n: int, joint: Joint) -> Replacement:
    """The repair of a word that a line end had cut, with both its halves where they are no more than half a line each."""
    left, right = draft.pieces[n], draft.pieces[n + 1]
    first = _CUT_WORD.search(draft.text, max(left.start, left.end - _LONGEST_WORD), left.end)
    second = _FIRST_PART.match(draft.text[right.start : min(right.end, right.start + _LONGEST_WORD)])
    if (
        not first
        or not second
        or first.start() < (left.start + left.end) // 2
        or second.end() > (right.end - right.start) // 2
    ):
        return Replacement(left.end - 1, right.start, joint.after, joint.kind)
    word = first[0] if joint.after == "-" else first[0][:-1]
    return Replacement(first.start(), right.start + second.end(), word + second[0], joint.kind)


def without_wraps(draft: Draft) -> Draft:
    """Lines that were broken only because a column was full are made one again."""
    texts = draft.texts
    chunks = _chunks(draft)
    width = _column([[texts[n] for n in chunk] for chunk in chunks])
    joints: dict[int, Joint] = {}
    words: Counter[str] | None = None
    for chunk in chunks:
        for n in chunk[:-1]:
            if not _goes_on(draft, n, texts[n], texts[n + 1], width):
                continue
            if _is_cut_word(texts[n], texts[n + 1]):
                words = _vocabulary(draft.text) if words is None else words
                joints[n] = _hyphen_joint(texts[n], texts[n + 1], words)
            else:
                joints[n] = Joint(" ", WRAPPED)
    return joined(draft, joints)


def without_page_cuts(draft: Draft) -> Draft:
    """Paragraphs that a page break or an inset had cut in two are made one again."""
    texts = draft.texts
    joints: dict[int, Joint] = {}
    words: Counter[str] | None = None
    for n in range(len(texts) - 1):
        left, right = draft.pieces[n], draft.pieces[n + 1]
        if left.kind is not right.kind or left.kind not in {None, BlockKind.QUOTE}:
            continue
        if _is_cut_word(texts[n], texts[n + 1]) and len(texts[n]) >= NARROWEST:
            words = _vocabulary(draft.text) if words is None else words
            joints[n] = _hyphen_joint(texts[n], texts[n + 1], words)
        elif _is_cut(texts[n], texts[n + 1]):
            joints[n] = Joint(" ", SPLIT)
    return joined(draft, joints)


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does: with a stop, or with a closing quotation mark."""
    return bool(_ENDS.search(text[-8:]))


def _is_cut(left: str, right: str) -> bool:
    """Whether the sentence that `left` breaks off goes on in `right`."""
    if ends_sentence(left) or len(left) < 40:
        return False
    if _first_letter(right).islower() and not _is_branded(right) and len(left.split()) >= 5:
        return True
    last = left.rsplit(None, 1)[-1]
    return len(left) >= 60 and (last in _LEADS_ON or left.endswith(",")) and right[:1] not in "-–—•"


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
        pairs = list(zip(lines, lines[1:], strict=False))
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
    if len(line) > max(width, WIDEST) or _begins_anew(following):
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


def _begins_anew(line: str) -> bool:
    """Whether a line is surely the first of something: the line of the author, a dash of dialogue."""
    return bool(re.match(r"(?:By|BY) [A-Z]|[—–] ", line))


def _margin(text: str, piece: Piece) -> int:
    """How far the line of a piece is indented."""
    begin = max(text.rfind("\n", 0, piece.start), text.rfind("\f", 0, piece.start)) + 1
    return piece.start - begin


def _is_cut_word(left: str, right: str) -> bool:
    return bool(_CUT_WORD.search(left[-_LONGEST_WORD:])) and right[:1].isalnum()


def _vocabulary(text: str) -> Counter[str]:
    """How often the text has each word, in small letters, compounds whole."""
    return Counter(found.casefold() for found in _WORD.findall(text))


def _hyphen_joint(left: str, right: str, words: Counter[str]) -> Joint:
    """Whether the hyphen was the word's own: told by the text's other words, then by the two halves, else it was not."""
    cut = _CUT_WORD.search(left[-_LONGEST_WORD:])
    rest = _FIRST_PART.match(right)
    first = cut[0][:-1].casefold() if cut else ""
    second = rest[0] if rest else ""
    if first + second.casefold() in words:
        keep = False
    elif words[f"{first}-{second.casefold()}"] or not second.islower() or not first.isalpha():
        keep = True
    else:
        keep = _is_compound(first, second, words)
    return Joint("-" if keep else "", HYPHENATED)


def _is_compound(first: str, second: str, words: Counter[str]) -> bool:
    """Whether two halves make a word that English writes with a hyphen."""
    if first in _HYPHENATED_FIRSTS and second not in _ENDINGS:
        return True
    return second in _HYPHENATED_SECONDS or (first in _PREFIXES and words[second] > 1 and second not in _ENDINGS)
