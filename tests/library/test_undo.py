"""Undo and redo of every kind of change, across restarts: n undos make the world as it was n changes ago."""

from contextlib import suppress
from dataclasses import dataclass

import pytest

from reader.domain.errors import NothingToUndo
from reader.library.library import Library
from reader.settings import Folders
from tests.library.walking import KINDS, TEXT, Kind, NothingThere, Walk


@dataclass(frozen=True)
class World:
    """All that changes make: what is seen of articles and notes, and what lies in the trash."""

    articles: dict[str, tuple[object, ...]]
    notes: dict[int, tuple[object, ...]]
    trash: frozenset[tuple[str, int]]

    def is_as(self, then: "World") -> bool:
        """Whether it is as `then`; articles that did not exist then may lie in the trash."""
        known = {*then.articles, *(article for article, _ in then.trash)}
        trash = frozenset((article, note) for article, note in self.trash if article in known)
        return (self.articles, self.notes, trash) == (then.articles, then.notes, then.trash)


def world(library: Library) -> World:
    """The world as it is now."""
    shown = [(row.head, row.state, row.notes) for row in library.rows()]
    return World(
        {head.id: (head.title, one.version, one.tags, one.starred, one.unread, notes) for head, one, notes in shown},
        {one.key: (one.article, one.text, one.anchor) for one in library.notes()},
        frozenset((one.record.article, one.note.key if one.note else 0) for one in library.wastebasket.contents()),
    )


STEPS = 45


@pytest.mark.parametrize("seed", range(8))
def test_undo_and_redo_go_through_the_worlds_one_by_one(seed: int, folders: Folders) -> None:
    walk = Walk(folders, seed)
    past, future = [world(walk.library)], list[World]()
    for step in range(STEPS):
        if walk.random.random() < 0.3:
            turn(walk, past, future, undo=walk.random.random() < 0.6)
        else:
            do(walk, past, future)
        assert world(walk.library).is_as(past[-1]), (seed, step)
    walk.reopen()
    while len(past) > 1:
        turn(walk, past, future, undo=True)
        assert world(walk.library).is_as(past[-1])
    with pytest.raises(NothingToUndo):
        walk.library.undo()
    while future:
        turn(walk, past, future, undo=False)
        assert world(walk.library).is_as(past[-1])


def do(walk: Walk, past: list[World], future: list[World]) -> None:
    """Do one thing; where it changed anything that counts, what was undone is forgotten."""
    with suppress(NothingThere):
        walk.random.choice(KINDS)(walk)
    now = world(walk.library)
    if not now.is_as(past[-1]):
        past.append(now)
        future.clear()


def turn(walk: Walk, past: list[World], future: list[World], *, undo: bool) -> None:
    """Undo or redo once, where there is anything to."""
    if undo and len(past) > 1:
        assert walk.library.undo().what
        future.append(past.pop())
    elif not undo and future:
        assert walk.library.redo().what
        past.append(future.pop())
    else:
        with pytest.raises(NothingToUndo):
            (walk.library.undo if undo else walk.library.redo)()


@pytest.fixture
def walk(folders: Folders) -> Walk:
    """A library with one article, which has one note."""
    walk = Walk(folders, 1)
    text = TEXT.format(name="Drin")
    article = walk.library.add(walk.library.preview(text), text).id
    walk.library.annotate(article, "ask the ministry")
    return walk


BRIDGE = "“The Drin bridge opens again”"
CHANGES: tuple[tuple[str, Kind], ...] = (
    (f"write a note on {BRIDGE}", lambda walk: walk.library.annotate(walk.article, "x")),
    (f"highlight a passage of {BRIDGE}", Walk.highlight),
    (f"edit a note on {BRIDGE}", lambda walk: walk.library.edit_note(walk.note, "other")),
    (f"delete the note “ask the ministry” on {BRIDGE}", lambda walk: walk.library.trash_note(walk.note)),
    (f"put a, b on {BRIDGE}", lambda walk: walk.library.tag(walk.article, ["b", "a"])),
    (f"star {BRIDGE}", lambda walk: walk.library.mark(walk.article, starred=True)),
    (f"mark {BRIDGE} as read", lambda walk: walk.library.mark(walk.article, unread=False)),
    (f"delete {BRIDGE}", lambda walk: walk.library.trash([walk.article])),
    (f"correct {BRIDGE}", lambda walk: walk.library.edit_fields(walk.article, {"title": "Bridge"})),
    (f"undo a repair in {BRIDGE}", Walk.undo_repair),
    (f"restore a line of {BRIDGE}", Walk.restore_line),
    ("add “The Buna bridge opens again”", lambda walk: add(walk, "Buna")),
)


def add(walk: Walk, name: str) -> None:
    text = TEXT.format(name=name)
    walk.library.add(walk.library.preview(text), text)


@pytest.mark.parametrize(("what", "kind"), CHANGES, ids=[what.split(" “")[0] for what, _ in CHANGES])
def test_every_kind_of_change_is_undone_and_redone_by_its_name(walk: Walk, what: str, kind: Kind) -> None:
    before = world(walk.library)
    kind(walk)
    after = world(walk.library)
    walk.reopen()
    assert walk.library.undo().what == what
    assert world(walk.library).is_as(before)
    walk.reopen()
    assert walk.library.redo().what == what
    assert world(walk.library) == after


def test_an_addition_that_is_undone_lies_in_the_trash(walk: Walk) -> None:
    add(walk, "Buna")
    walk.library.undo()
    assert [one.title for one in walk.library.wastebasket.contents()] == ["The Buna bridge opens again"]


def test_tags_and_stars_taken_away_are_named(walk: Walk) -> None:
    article = walk.article
    walk.library.tag(article, ["a"])
    walk.library.tag(article, remove=["a"])
    assert walk.library.undo().what == f"take a off {BRIDGE}"
    walk.library.tag(article, ["c"], remove=["a"])
    assert walk.library.undo().what == f"change the tags of {BRIDGE}"
    walk.library.mark(article, starred=True)
    walk.library.mark(article, starred=False)
    assert walk.library.undo().what == f"take the star from {BRIDGE}"


def test_several_notes_go_and_come_back_together(walk: Walk) -> None:
    walk.library.annotate(walk.article, "second")
    walk.library.trash_note(*(note.key for note in walk.library.notes()))
    assert walk.library.notes() == []
    assert walk.library.undo().what == f"delete 2 notes on {BRIDGE}"
    assert len(walk.library.notes()) == 2


def test_a_new_change_after_an_undo_forgets_the_redo(walk: Walk) -> None:
    walk.library.undo()
    walk.library.mark(walk.article, starred=True)
    with pytest.raises(NothingToUndo):
        walk.library.redo()


def test_having_read_on_keeps_the_redo(walk: Walk) -> None:
    walk.library.undo()
    walk.library.mark(walk.article, progress=0.5)
    assert walk.library.redo().what == f"write a note on {BRIDGE}"
