"""What a store does while it is broken: save, delete, undo, fold, migrate, each with the state before and after."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.domain.errors import ReaderError
from tests.faults.calls import watching
from tests.faults.stores import NOTES, STORES, Store, Texts, filled, in_format_1

LONG = "a page of a long note " * 1_000
BEFORE: Texts = {number: f"what stood in note {number} before " * 20 for number in range(1, 7)}


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do with a store that holds `before`, after which it holds `after`."""

    act: Callable[[Store], None]
    after: Texts
    before: Texts
    prepare: Callable[[type[Store], Path], None]
    starts: bool = False
    """Whether the program has yet to read what is there; elsewhere it is running already."""

    def opened(self, kind: type[Store], path: Path) -> Store:
        """The store to act on."""
        store = kind(path)
        if not self.starts:
            store.load()
        return store

    def verdict(self, found: Texts | str, *, done: bool) -> str:
        """What was found: "old", "new", or what is wrong; `done` where the action was acknowledged."""
        if found == self.after:
            return "new"
        if found == self.before:
            return "lost although acknowledged" if done else "old"
        return f"does not open: {found}" if isinstance(found, str) else f"mixed: {found}"


def _as_left(kind: type[Store], path: Path) -> None:
    """A library that was closed cleanly."""
    path.parent.mkdir(parents=True)
    filled(kind, path, BEFORE)


def _as_running(kind: type[Store], path: Path) -> None:
    """A library that a program left open, so that nothing is tidied up."""
    path.parent.mkdir(parents=True)
    store = kind(path)
    for number, text in BEFORE.items():
        store.save(number, f"first {text}")
        store.save(number, text)


def _as_damaged(kind: type[Store], path: Path) -> None:
    """A library whose notes.json is damaged, with all beside it that it takes to restore it."""
    path.parent.mkdir(parents=True)
    store = kind(path)
    for number, text in BEFORE.items():
        store.save(number, text)
        store.compact()
    path.write_bytes(path.read_bytes()[:-100])


def _as_of_format_1(_: type[Store], path: Path) -> None:
    """A library of the first format."""
    path.parent.mkdir(parents=True)
    path.write_bytes(in_format_1(BEFORE))


def _nothing(_: type[Store], path: Path) -> None:
    """A folder in which nothing was saved yet."""
    path.parent.mkdir(parents=True)


def _saving(number: int, text: str) -> Callable[[Store], None]:
    return lambda store: store.save(number, text)


def _closing(store: Store) -> None:
    store.save(2, "s")
    store.close()


ACTIONS: dict[str, Action] = {
    "a new note": Action(_saving(7, "new"), BEFORE | {7: "new"}, BEFORE, _as_left),
    "a longer note": Action(_saving(2, LONG), BEFORE | {2: LONG}, BEFORE, _as_running),
    "a shorter note": Action(_saving(2, "s"), BEFORE | {2: "s"}, BEFORE, _as_running),
    "the first note": Action(_saving(1, "first"), {1: "first"}, {}, _nothing),
    "deleting": Action(
        lambda store: store.delete(2), {key: text for key, text in BEFORE.items() if key != 2}, BEFORE, _as_running
    ),
    "undoing": Action(lambda store: store.undo(), BEFORE | {6: f"first {BEFORE[6]}"}, BEFORE, _as_running),
    "folding": Action(lambda store: store.compact(), BEFORE, BEFORE, _as_running),
    "closing": Action(_closing, BEFORE | {2: "s"}, BEFORE, _as_running),
    "starting": Action(_saving(2, LONG), BEFORE | {2: LONG}, BEFORE, _as_running, starts=True),
    "starting anew": Action(_saving(2, "s"), BEFORE | {2: "s"}, BEFORE, _as_left, starts=True),
    "restoring": Action(_saving(2, "s"), BEFORE | {2: "s"}, BEFORE, _as_damaged, starts=True),
    "migrating": Action(_saving(2, LONG), BEFORE | {2: LONG}, BEFORE, _as_of_format_1, starts=True),
}
FOR_STOCK = {name: ACTIONS[name] for name in ("a longer note", "a shorter note", "deleting")}
"""What the control can do too."""


def main(kind: str, name: str, folder: str) -> None:
    """Do one thing with the library in a folder; print what was said and which calls were seen, as JSON."""
    action, told = ACTIONS[name], ""
    with watching(Path(folder)) as watch:
        store = action.opened(STORES[kind], Path(folder) / NOTES)
        try:
            action.act(store)
        except ReaderError as error:
            told = error.sentence
    print(json.dumps({"told": told, "calls": [call.name for call in watch.made]}))  # noqa: T201 - for who started this


if __name__ == "__main__":
    main(*sys.argv[1:])
