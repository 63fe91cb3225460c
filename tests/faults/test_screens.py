"""S1: nothing that a text asks for reaches the terminal, from any screen, dialog, message, title or command.

Every byte of a real terminal is read and told apart as a terminal would. READER_FAULTS=full puts every text in every
place; READER_CORPORA names a folder with more texts.
"""

import json
import os
import sys
from collections import Counter
from pathlib import Path

import pytest

from reader.domain.ids import note_id
from reader.domain.notes import ArticleState, Note
from tests.faults.commands import commands, last
from tests.faults.escapes import escaped
from tests.faults.hostile_library import PLACES, fill, library_at, put_by
from tests.faults.payloads import ESC, MARKUP, SEQUENCES, everything
from tests.faults.recording import STUCK, Recording, record

ROOT = Path(__file__).parents[2]
FULL = os.environ.get("READER_FAULTS") == "full"
FEW = (
    "[@click=app.stolen]click [/] b",
    SEQUENCES["osc st 0;stolen777"] + "\x9b31m\x00\r",
    "\u0301a\u202eb\u200bc\ue000d\U000e0041e\u2028f",
)
"""What is typed and pasted at CI size, and shown by itself: a text of each class."""

ARTICLES = 12
"""So many articles hold the texts at CI size: all that were written for it, and as many again that chance made."""
STEP = 8
"""Of so many texts, one is put by at CI size."""
COLUMNS = {"listing": 164, "reading": 110}
"""For each part of the walk so many that all it has is shown."""


def run(folder: Path, module: str, *words: str, columns: int = 164) -> Recording:
    """One of the programs beside this file, on a terminal large enough for much at once."""
    environment = {
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "READER_HOME": str(folder / "home"),
        "READER_LIBRARY": str(folder / "library"),
        "EDITOR": "true",
        "PAGER": "",
    }
    command = [sys.executable, "-m", f"tests.faults.{module}", *words]
    patience = STUCK * (PLACES if FULL else 1)
    return record(command, environment=environment, folder=str(ROOT), rows=50, columns=columns, patience=patience)


def all_texts() -> list[str]:
    """As many texts as are asked for."""
    return everything() if FULL else everything()[: PLACES * ARTICLES]


def leaks(recording: Recording) -> Counter[str]:
    """What came out of texts, and how often."""
    return Counter(f"{one.kind} {one.token}" for one in escaped(recording.data))


def marks(recording: Recording) -> list[str]:
    """What the program said of itself between its screens."""
    pieces = recording.text.split(f"{ESC}]7999;")[1:]
    return [piece.split(ESC, 1)[0] for piece in pieces]


def end_of(recording: Recording) -> str:
    """The last that was written, where a traceback would stand."""
    return ascii(recording.text[-3000:]).replace("\\n", "\n")


# -- the screens


def walk(folder: Path, part: str, turn: int) -> None:
    """Walk one part of the way through a library of hostile texts; nothing of them may come out, or start anything."""
    texts = all_texts()
    library = library_at(folder)
    fill(library, texts, turn)
    put_by(library, texts[turn::PLACES] if FULL else texts[::STEP])
    (folder / "texts.json").write_text(json.dumps(texts[turn::PLACES] if FULL else FEW))
    walked = run(folder, "walking", str(folder), part, columns=COLUMNS[part])
    assert leaks(walked) == Counter()
    assert marks(walked)[-1:] == ["done 0 stolen"], end_of(walked)
    assert walked.code == 0, end_of(walked)


@pytest.mark.parametrize("turn", range(PLACES if FULL else 1))
def test_no_text_leaves_its_place_where_articles_are_read(tmp_path: Path, turn: int) -> None:
    walk(tmp_path, "reading", turn)


# -- the command line


def test_no_text_leaves_its_place_on_the_command_line(tmp_path: Path) -> None:
    texts = all_texts()
    library = library_at(tmp_path)
    fill(library, texts)
    put_by(library, texts if FULL else texts[::STEP])
    ids = [row.head.id for row in library.rows()]
    notes = [str(note.key) for note in library.notes()]
    asked = commands(ids, notes, texts if FULL else [*FEW, *MARKUP.values()][:8], tmp_path)
    lying = [_id(one.record) for one in library.wastebasket.contents()]
    asked += last(lying if FULL else lying[::STEP])
    given = "\n\n".join(texts if FULL else FEW)
    (tmp_path / "commands.json").write_text(json.dumps({"commands": asked, "given": given}))
    spoken = run(tmp_path, "speaking", str(tmp_path / "commands.json"))
    assert leaks(spoken) == Counter()
    assert len(marks(spoken)) == 2 * len(asked), end_of(spoken)
    assert spoken.code == 0, end_of(spoken)


def _id(record: ArticleState | Note) -> str:
    return note_id(record.key) if isinstance(record, Note) else record.article


# -- the harness finds what there is


@pytest.mark.parametrize("kind", ["static", "border", "area", "toast"])
def test_stock_widgets_let_texts_through(tmp_path: Path, kind: str) -> None:
    texts = [text[:200] for text in SEQUENCES.values()]
    (tmp_path / "texts.json").write_text(json.dumps(texts))
    shown = run(tmp_path, "stock", kind, str(tmp_path / "texts.json"))
    assert len(leaks(shown)) >= 30


def test_stock_widgets_end_at_a_text_that_looks_like_markup(tmp_path: Path) -> None:
    (tmp_path / "texts.json").write_text(json.dumps([MARKUP["closing nothing"], "never shown"]))
    shown = run(tmp_path, "stock", "markup", str(tmp_path / "texts.json"))
    assert "MarkupError" in shown.text
    assert "1" not in marks(shown)


@pytest.mark.parametrize(
    "written",
    [
        *(text for text in SEQUENCES.values()),
        "a\x9b31mb",
        "a\u202eb",
        "a\u200bb",
        "a\U000e0041b",
        "a\x00b",
        "a\x08b",
        "a\ue000b",
        "a\uffffb",
        "a\u200db",
        "x\ufe0f",
        f"{ESC}]52;c;G1szMW0=\x07",
        f"{ESC}]0;Reader{ESC}\\",
        f"{ESC}[38;5;201mred",
    ],
)
def test_what_is_none_of_ours_is_told(written: str) -> None:
    assert escaped(f"{ESC}[1;1H{written}".encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "written",
    [
        f"{ESC}[?1049h{ESC}[?25l{ESC}[1;1H{ESC}[38;2;1;2;3mReader{ESC}[0m\r\n",
        f"{ESC}]52;c;UmVhZGVy\x07",
        "\U0001f468\u200d\U0001f469 \u2764\ufe0f 1\ufe0f\u20e3 \u0645\u06cc\u200c\u062e",
        "␛[31m \ufffd",
    ],
)
def test_what_is_ours_passes(written: str) -> None:
    assert escaped(written.encode()) == []


# -- the other half of the walk; last, so that two workers share the two


@pytest.mark.parametrize("turn", range(PLACES if FULL else 1))
def test_no_text_leaves_its_place_where_articles_are_listed(tmp_path: Path, turn: int) -> None:
    walk(tmp_path, "listing", turn)
