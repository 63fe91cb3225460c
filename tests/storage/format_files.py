"""Write the files of a format: python -m tests.storage.format_files FOLDER, with the Reader that writes that format.

The folder then goes into tests/storage/formats under the number of the format, and never changes again.
"""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tinydb import TinyDB

from reader.domain.changes import Change, Step
from reader.domain.notes import Anchor, ArticleState, Note, Record
from reader.domain.span import Span
from reader.storage.notes import NotesStore

FERRY, MILL, CHOIR = "0f3rry7a", "1m1dam5z", "2ch0rf3s"


def at(minutes: int) -> datetime:
    return datetime(2024, 5, 6, 12, minutes, tzinfo=UTC)


PASSAGE = Note(
    1203847561203847561,
    FERRY,
    "Ask the harbour office *who* signs this.\n\nAnd when. Before June.",
    at(0),
    at(7),
    Anchor(1, Span(40, 67), "the last boat leaves at ten", "On weekdays ", ", an hour earlier than befor"),
)
HIGHLIGHT = Note(
    2340958671230495867,
    FERRY,
    "",
    at(1),
    at(1),
    Anchor(1, Span(120, 140), "forty-one passengers", "The ferry carried ", " on its last trip."),
)
LOST = Note(
    3459086712304958671,
    FERRY,
    "Which pier?",
    at(2),
    at(2),
    Anchor(2, Span(10, 18), "Pier Two", "Meet at ", ".", placed=False),
)
WHOLE = Note(
    4567890123456789012,
    MILL,
    "Für später: “der Damm” – 水車 \U0001f33e \ud83d half a character",
    at(3),
    at(3),
)
THROWN = Note(5678901234567890123, MILL, "A note that went to the trash.", at(4), at(4), trashed=at(8))
GONE = Note(6789012345678901234, MILL, "A note that was removed for good.", at(5), at(5))
TAKEN_BACK = Note(7890123456789012345, CHOIR, "A note whose writing was taken back.", at(6), at(6))
STATES = {
    FERRY: ArticleState(FERRY, 2, ("ferries", "Fares"), unread=False, starred=True, progress=0.75, opened=at(9)),
    MILL: ArticleState(MILL, tags=("water", "ferries"), unread=False, progress=0.5, opened=at(10)),
    CHOIR: ArticleState(CHOIR, tags=("songs",), trashed=at(11)),
}


def write(path: Path) -> None:
    """Make a library of everything: half of it folded, half of it in the journal, two changes taken back."""
    store = NotesStore(path)
    first = replace(PASSAGE, text=PASSAGE.text.removesuffix(" Before June."), modified=at(0))
    in_use = replace(THROWN, trashed=None)
    for note in (first, HIGHLIGHT, LOST, WHOLE, in_use, GONE):
        store.apply(_added(note))
    store.compact(always=True)
    store.close()
    _write_as_another_program(path)
    store.apply(Change("edit a note", (Step(first, PASSAGE),)))
    store.apply(Change("trash a note", (Step(in_use, THROWN),)))
    store.apply(Change("remove a note", (Step(GONE, None),)))
    further = replace(STATES[MILL], progress=1.0)
    store.apply(_added(STATES[FERRY], further, STATES[CHOIR]))
    store.compact(always=True)
    store.apply(Change("read", (Step(further, STATES[MILL]),), undoable=False))
    store.apply(_added(TAKEN_BACK))
    tags = ("ferries", "Fares", "Rates")
    store.apply(Change("tag", (Step(STATES[FERRY], replace(STATES[FERRY], tags=tags)),)))
    store.undo()
    store.undo()


def _added(*records: Record) -> Change:
    return Change("add", tuple(Step(None, record) for record in records))


def _write_as_another_program(path: Path) -> None:
    with TinyDB(path) as stock:
        stock.insert({"of": "another program"})
        stock.table("notes").update({"colour": "red"}, doc_ids=[HIGHLIGHT.key])


if __name__ == "__main__":
    write(Path(sys.argv[1]) / "notes.json")
