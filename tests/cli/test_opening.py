"""What `reader WORD` opens."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from reader.__main__ import main

Run = Callable[..., "CompletedProcess[str]"]


class Terminal(io.StringIO):
    """A stream with a person at its end."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """What the app was asked to open, instead of opening it."""
    import reader.ui.app  # noqa: PLC0415 - only here is the toolkit loaded

    asked: list[str | None] = []

    def run_app(_: object, start: str | None = None) -> int:
        asked.append(start)
        return 0

    monkeypatch.setattr(reader.ui.app, "run_app", run_app)
    return asked


def test_no_word_opens_the_library(reader: Run, opened: list[str | None]) -> None:
    assert reader().returncode == 0
    assert opened == [None]


def test_a_file_goes_before_an_id(reader: Run, added: str, opened: list[str | None], tmp_path: Path) -> None:
    (tmp_path / added).write_text("A file\n\nNamed like an article.", encoding="utf-8")
    reader(added)
    reader("./" + added)
    (tmp_path / added).unlink()
    reader(added[:6])
    assert opened == [str(tmp_path / added), str(tmp_path / added), added]


def test_a_verb_goes_before_a_file(reader: Run, opened: list[str | None], tmp_path: Path) -> None:
    (tmp_path / "list").write_text("A file\n\nNamed like a verb.", encoding="utf-8")
    assert reader("list", "--json").stdout == "[]\n"
    assert opened == []
    assert reader("./list").returncode == 0
    assert opened == [str(tmp_path / "list")]


def test_a_word_that_is_nothing_is_not_found(reader: Run, opened: list[str | None], tmp_path: Path) -> None:
    said = reader("lsit")
    assert said.returncode == 1
    assert "Did you mean `reader list`?" in said.stderr
    (tmp_path / "folder").mkdir()
    assert reader("folder").returncode == 1
    assert opened == []


def test_a_file_that_is_no_article_opens_no_screen(reader: Run, opened: list[str | None], tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert reader("picture.png").returncode == 65
    assert opened == []


@pytest.mark.parametrize("words", [["--json"], ["-"], ["one", "two"], ["--no-such-option"]])
def test_what_opens_nothing_is_wrong_usage(reader: Run, opened: list[str | None], words: list[str]) -> None:
    assert reader(*words).returncode == 2
    assert opened == []


def test_the_library_may_be_named_before_the_word(reader: Run, added: str, opened: list[str | None]) -> None:
    assert reader("--library", "elsewhere", added).returncode == 1
    assert reader("--library=elsewhere").returncode == 0
    assert opened == [None]


def test_without_a_terminal_no_screen_opens(reader: Run) -> None:
    said = reader()
    assert said.returncode == 2
    assert "terminal" in said.stderr


def test_the_sample_is_opened_where_a_person_sits(
    reader: Run, opened: list[str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = json.loads(reader("sample", "--json").stdout)["added"][0]["id"]
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("sys.stdout", Terminal())
    assert main(["sample"]) == 0
    assert opened == [one]


def test_keys_are_printed(reader: Run) -> None:
    assert "Find any command by its name." in reader("keys").stdout
    assert {"id", "keys", "name", "sentence"} <= set(json.loads(reader("keys", "--json").stdout)[0])
