"""A note in the person's own editor: it is changed only by an editor that ended well with other words."""

import os
import stat
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from reader.ui.dialogs.own_editor import Run, edit, editor_command, run_in_terminal


def leaving(content: bytes | None, code: int = 0) -> Run:
    """An editor that leaves these bytes, or no file."""

    def run(command: Sequence[str]) -> int:
        path = Path(command[-1])
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)
        return code

    return run


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*")) if folder.exists() else []


def test_other_words_become_the_note_and_no_file_stays(tmp_path: Path) -> None:
    result = edit("before", tmp_path / "state", ["ed"], leaving("nach her – ✎\r\n".encode()))
    assert result.text == "nach her – ✎"
    assert result.sentence == ""
    assert files(tmp_path / "state") == []


def test_the_editor_gets_the_note_in_a_file_of_its_own_that_only_its_owner_reads(tmp_path: Path) -> None:
    seen: list[tuple[str, int, Sequence[str]]] = []

    def run(command: Sequence[str]) -> int:
        path = Path(command[-1])
        seen.append((path.read_text(encoding="utf-8"), stat.S_IMODE(path.stat().st_mode), command))
        return 0

    edit("before", tmp_path / "state", ["ed", "-x"], run)
    text, mode, command = seen[0]
    assert text == "before"
    assert mode == 0o600
    assert command[:2] == ["ed", "-x"]
    assert Path(command[2]).parent == tmp_path / "state"


@pytest.mark.parametrize(
    ("run", "words", "stays"),
    [
        (leaving(b"before"), "", 0),
        (leaving(b"before\n", code=1), "", 0),
        (leaving(b"after", code=1), "ended with an error", 1),
        (leaving(None), "no file", 0),
        (leaving(b"\xff\xfe\x00broken"), "not text", 1),
        (leaving(b"nul\x00byte"), "no note", 1),
        (leaving(b""), "empty text", 0),
        (leaving(b"x" * (4 * 1024 * 1024 + 1)), "no note", 1),
    ],
)
def test_the_note_stays_as_it_was_else(tmp_path: Path, run: Run, words: str, stays: int) -> None:
    result = edit("before", tmp_path, ["ed"], run)
    assert result.text is None
    assert words in result.sentence
    assert len(files(tmp_path)) == stays
    if stays:
        assert str(files(tmp_path)[0]) in result.sentence


def test_an_editor_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    def run(command: Sequence[str]) -> int:
        raise FileNotFoundError(2, "No such file or directory", command[0])

    result = edit("before", tmp_path, ["nosuch"], run)
    assert result.text is None
    assert "nosuch" in result.sentence
    assert files(tmp_path) == []


def test_no_editor_at_all_is_told(tmp_path: Path) -> None:
    assert "EDITOR" in edit("before", tmp_path, [], leaving(b"")).sentence


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"VISUAL": "vim -n", "EDITOR": "ed"}, ["vim", "-n"]),
        ({"VISUAL": " ", "EDITOR": "ed"}, ["ed"]),
        ({"EDITOR": "'/opt/my editor/run' --wait"}, ["/opt/my editor/run", "--wait"]),
        ({"EDITOR": "broken 'quote"}, ["broken 'quote"]),
        ({}, ["vi"]),
    ],
)
def test_the_editor_is_the_one_the_person_named(environment: dict[str, str], command: list[str]) -> None:
    find: Callable[[str], str | None] = {"vi": "/usr/bin/vi"}.get
    assert editor_command(environment, find) == command


def test_no_shell_sees_the_command(tmp_path: Path) -> None:
    script = "import sys, pathlib; pathlib.Path(sys.argv[-1]).write_text(sys.argv[1])"
    command = [sys.executable, "-c", script, "$HOME; touch owned"]
    result = edit("before", tmp_path, command, run_in_terminal(os.environ))
    assert result.text == "$HOME; touch owned"
    assert files(tmp_path) == []
