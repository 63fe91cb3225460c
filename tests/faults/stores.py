"""The stores that the harnesses break, all with one interface; and the control, which must fail where ours must not."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import pytest

from reader.domain.changes import Change, Step
from reader.domain.errors import NotFound, ReaderError
from reader.domain.notes import Note
from reader.storage.devices import LOCAL
from reader.storage.notes import NotesStore

ARTICLE = "0a1b2c3d"
NOON = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)
NOTES = "notes.json"
Texts = dict[int, str]
"""What a store holds: the texts of its notes by number, from 1."""

ACCIDENTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    NameError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What Python raises where nobody saw a failure coming: a traceback for the person. ReaderError is none of them."""

FULL = os.environ.get("READER_FAULTS") == "full"
"""Whether everything is tried, and not what fits into the few minutes of the one check."""
STUCK = 600 if FULL else 120
"""Seconds after which a process counts as stuck."""
HOUSE = Path(__file__).parents[2]

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="this watches system calls, as Linux has them")


class Store(Protocol):
    """What a harness does with a store; `save`, `delete`, `undo` return only when all is on the disk."""

    def __init__(self, path: Path, device: str = LOCAL) -> None: ...

    def save(self, number: int, text: str) -> None:
        """Write a note, new or not."""

    def delete(self, number: int) -> None:
        """Remove a note."""

    def undo(self) -> None:
        """Take the last change back."""

    def load(self) -> Texts:
        """All notes as they are now."""

    def compact(self) -> None:
        """Tidy the files up, which changes no note."""

    def close(self) -> None:
        """End cleanly."""


class ReaderStore:
    """Ours."""

    def __init__(self, path: Path, device: str = LOCAL) -> None:
        self.notes = NotesStore(path, device)

    def save(self, number: int, text: str) -> None:
        """Write a note, new or not."""
        before = self._found(number)
        self.notes.apply(Change("write a note", (Step(before, Note(number, ARTICLE, text, NOON, NOON)),)))

    def delete(self, number: int) -> None:
        """Remove a note."""
        self.notes.apply(Change("remove a note", (Step(self._found(number), None),)))

    def undo(self) -> None:
        """Take the last change back."""
        self.notes.undo()

    def load(self) -> Texts:
        """All notes as they are now."""
        return {note.key: note.text for note in self.notes.notes()}

    def compact(self) -> None:
        """Fold the journal into notes.json."""
        self.notes.compact(always=True)

    def close(self) -> None:
        """End cleanly."""
        self.notes.close()

    def _found(self, number: int) -> Note | None:
        try:
            return self.notes.note(number)
        except NotFound:
            return None


class StockStore:
    """The control: TinyDB as its own README shows it."""

    def __init__(self, path: Path, device: str = LOCAL) -> None:  # noqa: ARG002 - it knows no devices
        from tinydb import Query, TinyDB  # noqa: PLC0415 - only the controls need it

        path.parent.mkdir(exist_ok=True)
        self._db = TinyDB(path)
        self._number = Query().number

    def save(self, number: int, text: str) -> None:
        """Write a note, new or not."""
        self._db.upsert({"number": number, "text": text}, self._number == number)

    def delete(self, number: int) -> None:
        """Remove a note."""
        self._db.remove(self._number == number)

    def undo(self) -> None:
        """Stock TinyDB has no such thing: the control is not asked."""
        raise NotImplementedError

    def load(self) -> Texts:
        """All notes as they are now."""
        return {document["number"]: document["text"] for document in self._db.all()}

    def compact(self) -> None:
        """Nothing: there is one file."""

    def close(self) -> None:
        """End cleanly."""
        self._db.close()


STORES: dict[str, type[Store]] = {"reader": ReaderStore, "stock": StockStore}


def filled(kind: type[Store], path: Path, texts: Mapping[int, str]) -> None:
    """Make a store at `path` that holds these notes."""
    store = kind(path)
    for number, text in texts.items():
        store.save(number, text)
    store.close()


def found_in(kind: type[Store], path: Path) -> Texts | str:
    """The notes that a fresh store finds, or what it says instead of opening."""
    try:
        store = kind(path)
        texts = store.load()
        store.close()
    except (ReaderError, *ACCIDENTS) as error:
        return f"{type(error).__name__}: {error}"
    return texts


def in_format_1(texts: Mapping[int, str]) -> bytes:
    """A notes.json as the first format had it: one JSON object, replaced whole with every change."""
    moment = NOON.isoformat()
    notes = {
        str(number): {
            "article": ARTICLE,
            "text": text,
            "created": moment,
            "modified": moment,
            "anchor": None,
            "trashed": None,
        }
        for number, text in texts.items()
    }
    history = {
        str(5_000_000_000 + place): {
            "number": place,
            "what": "write a note",
            "steps": [{"table": "notes", "key": int(key), "before": None, "after": note}],
            "undone": False,
        }
        for place, (key, note) in enumerate(notes.items(), 1)
    }
    return json.dumps({"format": {"1": {"version": 1}}, "notes": notes, "history": history}).encode("ascii")


def litter(folder: Path) -> set[str]:
    """The names of files that no one asked for: what a writer left on its way."""
    return {each.name for each in folder.rglob("*") if each.name.endswith((".tmp", ".new", "~")) or ".tmp" in each.name}


def printed_by(module: str, *arguments: object, under: Sequence[str] = ()) -> Any:
    """What a module of this folder prints as JSON when it runs as a process of its own, `under` another command."""
    command = [*under, sys.executable, "-m", f"tests.faults.{module}", *map(str, arguments)]
    process = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, timeout=STUCK, check=False)
    assert (process.returncode, process.stderr) == (0, "")
    return json.loads(process.stdout)


unclosed = pytest.mark.filterwarnings(
    "ignore:.*unclosed file:ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
"""The control is left open in the middle of its work, as a killed process leaves it; Python remarks upon it."""
