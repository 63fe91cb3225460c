"""Whether everything is well."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]


def test_a_fresh_machine_is_well(reader: Run) -> None:
    said = reader("doctor")
    assert said.returncode == 0, said.stdout
    assert "All is well." in said.stdout
    told = json.loads(reader("doctor", "--json").stdout)
    assert told["ok"]
    assert told["library"]["articles"] == 0
    assert told["versions"]["python"].startswith("3.")


def test_looking_makes_no_folder(reader: Run, no_home: Path) -> None:
    reader("doctor")
    assert list(no_home.iterdir()) == []


def test_what_is_there_is_counted(reader: Run, added: str) -> None:
    reader("note", added, "Ask.")
    told = json.loads(reader("doctor", "--json").stdout)["library"]
    assert (told["articles"], told["notes"]) == (1, 1)


def test_a_damaged_library_is_told(reader: Run, added: str, no_home: Path) -> None:
    notes = no_home / "reader" / "library" / "notes.json"
    notes.write_bytes(b'{"notes": ')
    for backup in notes.parent.glob("notes.json.*"):
        backup.unlink()
    said = reader("doctor")
    assert said.returncode == 1
    assert "Something is wrong." in said.stdout
    assert notes.read_bytes() == b'{"notes": '


def test_a_folder_that_cannot_be_made_is_told(reader: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    said = reader("doctor", "--library", str(tmp_path / "file" / "library"))
    assert said.returncode == 1
    assert "cannot be written to" in said.stdout


@pytest.mark.parametrize(
    ("environment", "depth"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "16 million"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "dumb"}, "none"),
        ({}, "none"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "none"),
    ],
)
def test_colours_are_told_as_the_terminal_names_them(environment: dict[str, str], depth: str) -> None:
    from reader.cli.doctor import colour_depth  # noqa: PLC0415 - no other test needs it

    assert colour_depth(environment) == depth
