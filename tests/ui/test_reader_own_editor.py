"""A note in the person's own editor: it is changed only by an editor that ended well with other words."""

import os
import signal
import stat
import sys
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

import pytest

from reader.domain.errors import CannotWrite
from reader.ui.dialogs.own_editor import Edited, Run, edit, editor_command, run_in_terminal


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


def replacing(put: Callable[[Path], object]) -> Run:
    """An editor that puts something else in the place of its file."""

    def run(command: Sequence[str]) -> int:
        path = Path(command[-1])
        path.unlink()
        put(path)
        return 0

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file for the editor, in a folder that is not there yet."""
    return tmp_path / "state" / "drafts" / "a-b.md"


def slowly() -> Callable[[], float]:
    """A clock by which everything takes a minute."""
    minutes = count()
    return lambda: next(minutes) * 60.0


def by_hand(text: str, file: Path, run: Run) -> Edited:
    """Have a text edited by somebody who takes their time."""
    return edit(text, file, ["ed"], run, slowly())


def files(file: Path) -> list[Path]:
    """What lies in the folder of the editor's file."""
    return sorted(file.parent.glob("*")) if file.parent.exists() else []


def test_other_words_become_the_note_and_no_file_stays(file: Path) -> None:
    assert by_hand("before", file, leaving("nach her – ✎\r\n".encode())) == Edited("nach her – ✎")
    assert files(file) == []


def test_the_editor_gets_the_note_in_a_file_of_its_own_that_only_its_owner_reads(file: Path) -> None:
    seen: list[tuple[str, int, int, Sequence[str]]] = []

    def run(command: Sequence[str]) -> int:
        path = Path(command[-1])
        modes = [stat.S_IMODE(one.stat().st_mode) for one in (path, path.parent)]
        seen.append((path.read_text(encoding="utf-8"), modes[0], modes[1], command))
        return 0

    before = os.umask(0)
    try:
        edit("before", file, ["ed", "-x"], run)
    finally:
        os.umask(before)
    assert seen == [("before", 0o600, 0o700, ["ed", "-x", str(file)])]


@pytest.mark.parametrize(
    ("run", "words", "stays"),
    [
        (leaving(b"before"), "", False),
        (leaving(b"before\n", code=1), "ended with an error (1)", False),
        (leaving(b"after", code=1), "ended with an error (1)", True),
        (leaving(b"after", code=-signal.SIGKILL), "was ended by SIGKILL", True),
        (leaving(b"before", code=-signal.SIGTERM), "was ended by SIGTERM", False),
        (leaving(b"", code=-99), "was ended by signal 99", False),
        (leaving(None), "no file", False),
        (leaving(b"\xff\xfe\x00broken"), "not text", True),
        (leaving(b"nul\x00byte"), "no note", True),
        (leaving(b""), "empty text", False),
        (leaving(b" \n"), "empty text", False),
        (leaving(b"x" * (4 * 1024 * 1024 + 1)), "no note", True),
        (replacing(lambda path: path.mkdir()), "no file to read", True),
    ],
)
def test_the_note_stays_as_it_was_else(file: Path, run: Run, words: str, stays: bool) -> None:  # noqa: FBT001 - a case
    result = by_hand("before", file, run)
    assert result.text is None
    assert words in result.sentence
    assert len(files(file)) == stays
    if stays:
        assert str(files(file)[0]) in result.sentence
        assert files(file)[0].name.startswith("note-")


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")
def test_a_link_and_a_pipe_in_the_place_of_the_file_are_neither_followed_nor_waited_for(file: Path) -> None:
    secret = file.parent.parent / "secret"
    for put in (lambda path: path.symlink_to(secret), os.mkfifo):
        file.parent.mkdir(parents=True, exist_ok=True)
        secret.write_text("not for the note", encoding="utf-8")
        result = by_hand("before", file, replacing(put))
        assert result.text is None
        assert "no file to read" in result.sentence
        assert secret.read_text(encoding="utf-8") == "not for the note"


def test_a_link_that_lies_there_before_is_not_written_through(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.symlink_to(file.parent / "elsewhere")
    with pytest.raises(CannotWrite):
        by_hand("before", file, leaving(b"after"))
    assert not (file.parent / "elsewhere").exists()


def test_what_an_editor_left_is_told_by_a_name_that_the_next_one_does_not_take(file: Path) -> None:
    told = [by_hand("before", file, leaving(b"after", code=1)).sentence for _ in range(2)]
    assert len(files(file)) == len(set(told)) == 2


def test_an_editor_that_is_back_at_once_may_still_have_the_text(file: Path) -> None:
    result = edit("before", file, ["a-window"], leaving(b"before"))
    assert result.text is None
    assert result.is_out
    assert "“a-window” was back at once" in result.sentence
    assert files(file) == []


def test_lone_surrogates_do_not_count_as_a_change(file: Path) -> None:
    def run(command: Sequence[str]) -> int:
        assert Path(command[-1]).read_bytes() == b"a ? b"
        return 0

    assert by_hand("a \ud800 b", file, run) == Edited(None)


def test_an_editor_that_cannot_be_started_is_told(file: Path) -> None:
    def run(command: Sequence[str]) -> int:
        raise FileNotFoundError(2, "No such file or directory", command[0])

    result = edit("before", file, ["nosuch"], run)
    assert result.text is None
    assert "nosuch" in result.sentence
    assert files(file) == []


def test_no_editor_at_all_is_told(file: Path) -> None:
    assert "EDITOR" in edit("before", file, [], leaving(b"")).sentence
    assert files(file) == []


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


def test_no_shell_sees_the_command(file: Path) -> None:
    script = "import sys, pathlib; pathlib.Path(sys.argv[-1]).write_text(sys.argv[1])"
    command = [sys.executable, "-c", script, "$HOME; touch owned"]
    result = edit("before", file, command, run_in_terminal(os.environ))
    assert result.text == "$HOME; touch owned"
    assert files(file) == []
