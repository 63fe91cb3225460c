"""What is written to a terminal, a pipe, and an old machine."""

import io
import json
import sys

import pytest

from reader.cli import out
from reader.text.cells import width


class Terminal(io.StringIO):
    """A stdout that a person watches."""

    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal of 40 columns, from now on."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", "40")
    return screen


ROWS = [("ab12", "A headline that is much longer than it should be", "The Post"), ("cd34", "新聞" * 20, "")]


def test_a_table_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    out.say_table(ROWS, giving=1)
    first, second = terminal.getvalue().splitlines()
    assert first == "ab12  A headline that is much…  The Post"
    assert width(second) <= 40


def test_a_table_in_a_pipe_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    out.say_table(ROWS, giving=1)
    assert "much longer than it should be" in capsys.readouterr().out


def test_cells_hold_no_line_end_and_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    out.say_table([("a\nb", "\x1b[31mred", "\u202ex")], giving=0)
    assert capsys.readouterr().out == "a b  ␛[31mred  \ufffdx\n"


@pytest.mark.parametrize(
    ("text", "most", "kept"), [("abcdef", 6, "abcdef"), ("abcdef", 4, "abc…"), ("新聞新聞", 5, "新聞…")]
)
def test_text_is_cut_to_cells(text: str, most: int, kept: str) -> None:
    assert out.cut(text, most) == kept


def test_json_is_ascii_whatever_it_holds(capsys: pytest.CaptureFixture[str]) -> None:
    value = {"text": "é \x1b \x9b \u202e \ud800 \U0001f6a2"}
    out.say_json(value)
    printed = capsys.readouterr().out
    assert printed.isascii()
    assert printed.count("\n") == 1
    assert json.loads(printed) == value


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "iso-8859-1", "utf-8"])
def test_no_encoding_is_too_poor(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    stdout = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    monkeypatch.setattr(sys, "stdout", stdout)
    out.prepare()
    out.say("“It’s 5–6%…” • 新 \U0001f6a2")
    stdout.flush()
    assert raw.getvalue().decode(encoding).replace("“", '"').replace("’", "'").startswith("\"It's 5")


def test_ascii_gets_the_nearest_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    stdout = io.TextIOWrapper(raw, encoding="ascii", newline="\n")
    monkeypatch.setattr(sys, "stdout", stdout)
    out.prepare()
    out.say("“It’s 5–6%…” · 新")
    stdout.flush()
    assert raw.getvalue() == b'"It\'s 5-6%..." - ?\n'


@pytest.mark.parametrize(("number", "words"), [(0, "0 notes"), (1, "1 note"), (1200, "1,200 notes")])
def test_a_number_has_its_noun(number: int, words: str) -> None:
    assert out.counted(number, "note") == words
