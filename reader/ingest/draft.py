"""A text on its way to being an article: the words as they now stand, and everything said about them.

Every position is in the current text. A step looks at the text and proposes replacements; applying them moves
whatever was said before, so that no step needs to know what the others did.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reader.domain.article import BlockKind, Link
from reader.domain.repairs import Repair, SetAside
from reader.domain.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Replacement:
    """A change that a step proposes: `after` instead of what stands in [start, end).

    `kind` names the repair. `url` is where the new words lead, if it was a link that was rewritten.
    """

    start: int
    end: int
    after: str
    kind: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block to be. `kind` is None while only its words can tell what it is; `aside` says why it is no block."""

    start: int
    end: int
    kind: BlockKind | None = None
    level: int = 0
    ordinal: int | None = None
    aside: str = ""

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Draft:
    """The current text and what has been said about it; `set_aside` counts in pieces."""

    text: str
    repairs: tuple[Repair, ...] = ()
    links: tuple[Link, ...] = ()
    pieces: tuple[Piece, ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    def of(self, piece: Piece) -> str:
        """The words of one piece."""
        return self.text[piece.start : piece.end]

    @property
    def texts(self) -> list[str]:
        """The words of every piece, in order."""
        return [self.of(piece) for piece in self.pieces]


class _Shift:
    """Where a position of the old text lies in the new one."""

    def __init__(self, changes: Sequence[Replacement]) -> None:
        self._changes = changes
        self._starts = [change.start for change in changes]
        self._ends = [change.end for change in changes]
        self._grown = [0, *accumulate(len(change.after) - (change.end - change.start) for change in changes)]

    def __call__(self, position: int) -> int:
        """The new position; one inside a replaced stretch keeps its distance from the beginning, if that still fits."""
        passed = bisect_right(self._ends, position)
        moved = position + self._grown[passed]
        if passed == len(self._changes) or self._starts[passed] >= position:
            return moved
        change = self._changes[passed]
        return change.start + self._grown[passed] + min(position - change.start, len(change.after))

    def before(self, position: int) -> int:
        """The new position, left of anything that was put in exactly here."""
        passed = bisect_left(self._ends, position)
        if passed < len(self._changes) and self._starts[passed] == self._ends[passed] == position:
            return position + self._grown[passed]
        return self(position)


def apply(draft: Draft, proposed: Iterable[Replacement]) -> Draft:
    """The draft with every replacement made; of two that overlap the first is made."""
    changes = _apart(draft.text, proposed)
    if not changes:
        return draft
    shift = _Shift(changes)
    made = [Link(Span(shift.before(c.start), shift.before(c.start) + len(c.after)), c.url) for c in changes if c.url]
    moved = [Link(Span(shift(link.span.start), shift(link.span.end)), link.url) for link in draft.links]
    return replace(
        draft,
        text=_rewritten(draft.text, changes),
        repairs=_rebased(draft, changes, shift),
        links=_linked(made, moved),
        pieces=tuple(replace(p, start=shift.before(p.start), end=shift(p.end)) for p in draft.pieces),
    )


def _linked(made: Sequence[Link], moved: Sequence[Link]) -> tuple[Link, ...]:
    """All links in the order of the text; where two lie over one another the one just made stands."""
    ranked = sorted(
        [(link.span, 0, link) for link in made if link.span] + [(link.span, 1, link) for link in moved if link.span],
        key=lambda entry: entry[:2],
    )
    kept: list[tuple[Span, int, Link]] = []
    for entry in ranked:
        while kept and kept[-1][0].overlaps(entry[0]) and kept[-1][1] > entry[1]:
            kept.pop()
        if not kept or not kept[-1][0].overlaps(entry[0]):
            kept.append(entry)
    return tuple(link for _, _, link in kept)


def undone(draft: Draft, start: int, end: int, kinds: frozenset[str] | None = None) -> str:
    """[start, end) of the text with the repairs in it taken back, all or only those of some kinds."""
    first = bisect_left(draft.repairs, start, key=lambda repair: repair.start)
    last = bisect_right(draft.repairs, end, key=lambda repair: repair.start)
    within = (
        repair
        for repair in draft.repairs[first:last]
        if repair.start + len(repair.after) <= end and (kinds is None or repair.kind in kinds)
    )
    return _with_before(draft.text, start, end, within)


def _apart(text: str, proposed: Iterable[Replacement]) -> list[Replacement]:
    kept: list[Replacement] = []
    for change in sorted(proposed):
        if kept and _clash(change, kept[-1]):
            continue
        if text[change.start : change.end] != change.after:
            kept.append(change)
    return kept


def _clash(change: Replacement, earlier: Replacement) -> bool:
    return change.start < earlier.end or (change.start, change.end) == (earlier.start, earlier.end)


def _rewritten(text: str, changes: Sequence[Replacement]) -> str:
    parts: list[str] = []
    done = 0
    for change in changes:
        parts += (text[done : change.start], change.after)
        done = change.end
    return "".join((*parts, text[done:]))


def _with_before(text: str, start: int, end: int, repairs: Iterable[Repair]) -> str:
    parts: list[str] = []
    done = start
    for repair in repairs:
        parts += (text[done : repair.start], repair.before)
        done = repair.start + len(repair.after)
    return "".join((*parts, text[done:end]))


@dataclass(slots=True)
class _Cluster:
    """Replacements and earlier repairs that touch the same letters: together they become one repair."""

    start: int
    end: int
    changes: list[Replacement]
    repairs: list[Repair]

    def take(self, item: Repair | Replacement) -> None:
        """Adds one more that shares letters with those before."""
        if isinstance(item, Repair):
            self.repairs.append(item)
        else:
            self.changes.append(item)

    def repair(self, text: str, shift: _Shift) -> Repair:
        """What all of it together changed."""
        before = _with_before(text, self.start, self.end, self.repairs)
        moved = [
            replace(change, start=change.start - self.start, end=change.end - self.start) for change in self.changes
        ]
        after = _rewritten(text[self.start : self.end], moved)
        return Repair(self._kind, shift.before(self.start), before, after)

    @property
    def _kind(self) -> str:
        """What changed the most letters gives the name."""
        named = [(len(r.before), r.kind) for r in self.repairs] + [(c.end - c.start, c.kind) for c in self.changes]
        return max(named, key=lambda pair: pair[0])[1]


def _rebased(draft: Draft, changes: Sequence[Replacement], shift: _Shift) -> tuple[Repair, ...]:
    kept: list[Repair] = []
    for cluster in _clusters(draft.repairs, changes):
        if not cluster.changes:
            kept += (replace(repair, start=shift(repair.start)) for repair in cluster.repairs)
            continue
        repair = cluster.repair(draft.text, shift)
        if repair.before != repair.after:
            kept.append(repair)
    return tuple(sorted(kept, key=lambda repair: repair.start))


def _clusters(repairs: Sequence[Repair], changes: Sequence[Replacement]) -> list[_Cluster]:
    """Repairs and replacements in the order of the text, those that share letters together."""
    found: list[_Cluster] = []
    items: list[tuple[int, int, Repair | Replacement]] = []
    items += ((repair.start, repair.start + len(repair.after), repair) for repair in repairs)
    items += ((change.start, change.end, change) for change in changes)
    for start, end, item in sorted(items, key=lambda entry: (entry[0], entry[1])):
        cluster = found[-1] if found and _shares(found[-1], start, end) else None
        if cluster is None:
            cluster = _Cluster(start, end, [], [])
            found.append(cluster)
        cluster.end = max(cluster.end, end)
        cluster.take(item)
    return found


def _shares(cluster: _Cluster, start: int, end: int) -> bool:
    """Whether a stretch reaches into the cluster; one that only touches its edge does not."""
    return start < cluster.end and (start > cluster.start or end > start)
