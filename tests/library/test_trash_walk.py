"""Emptying the trash in the midst of all other work, undo, redo, crashes and other programs: nothing is ever half."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from reader.domain.errors import NothingToUndo
from reader.domain.notes import is_emptied
from reader.library.library import Library
from reader.settings import Folders
from tests.library.walking import KINDS, NothingThere, Walk

STEPS = 60


class Cut(BaseException):
    """The process ends here."""


def faults(library: Library) -> list[str]:
    """What is half in a library."""
    rows, ids, states = library.rows(), set(library.shelf.articles.ids()), library.shelf.notes.states()
    shown = {row.head.id for row in rows}
    found = [f"{one} is shown and was emptied out" for one in shown if is_emptied(states.get(one))]
    found += [
        f"{row.head.id} cannot be opened as it is in use" for row in rows if row.head.version != row.state.version
    ]
    found += [f"{one} has no files" for one, state in states.items() if not is_emptied(state) and one not in ids]
    listed = {note.article for note in library.shelf.notes.notes()}
    found += [f"a note lives on {one}" for one in listed if is_emptied(states.get(one))]
    tagged = {tag for row in rows for tag in row.state.tags}
    found += [f"the tag {tag} is of nothing" for tag in library.tags() if tag not in tagged]
    found += [
        f"{one.title} lies in the trash" for one in library.wastebasket.contents() if one.title.startswith("article")
    ]
    for one in shown:
        library.open(one)
    return found


def empty(walk: Walk) -> object:
    return walk.library.wastebasket.empty(walk.some(walk.library.wastebasket.contents(), 3))


def undo(walk: Walk) -> None:
    with suppress(NothingToUndo):
        walk.library.undo()


def redo(walk: Walk) -> None:
    with suppress(NothingToUndo):
        walk.library.redo()


def purge(walk: Walk) -> object:
    return walk.library.wastebasket.purge()


def by_another(walk: Walk) -> None:
    """What another program does at the same time."""
    mine, walk.library = walk.library, walk.open()
    with suppress(NothingThere):
        walk.random.choice((Walk.annotate, Walk.trash, Walk.restore, Walk.tag, empty, undo))(walk)
    walk.library = mine


MORE: tuple[Callable[[Walk], object], ...] = (*KINDS, empty, empty, undo, undo, undo, redo, redo, purge, by_another)


@pytest.mark.parametrize("seed", range(8))
def test_nothing_is_ever_half(seed: int, folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = Walk(folders, seed)
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as Path has it
        if path.parent.name in {"articles", "originals"} and walk.random.random() < 0.1:
            raise Cut
        real(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    for step in range(STEPS):
        try:
            with suppress(NothingThere):
                walk.random.choice(MORE)(walk)
        except Cut:
            walk.library = walk.open()
        assert faults(walk.library) == [], (seed, step)
    monkeypatch.undo()
    walk.library.wastebasket.empty(walk.library.wastebasket.contents())
    kept = {
        path.name.split(".")[0] for name in ("articles", "originals") for path in (folders.library / name).iterdir()
    }
    assert kept == {row.head.id for row in walk.library.rows()}
