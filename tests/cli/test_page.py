"""An article as a page of a terminal."""

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from reader.__main__ import main

Run = Callable[..., "CompletedProcess[str]"]
ESCAPE = re.compile(r"\x1b\[([0-9;]*)m")


class Terminal(io.StringIO):
    """A stdout that a person watches."""

    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch, *words: str, **environment: str) -> str:
    """What `reader WORDS` draws on a terminal of 80 columns."""
    screen = Terminal()
    for name in ("NO_COLOR", "PAGER", "LESS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"COLUMNS": "80", "TERM": "xterm-256color", **environment}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", screen)
    assert main(list(words)) == 0
    return screen.getvalue()


def codes(drawn: str) -> set[str]:
    """Every attribute that was asked of the terminal."""
    assert "\x1b" not in ESCAPE.sub("", drawn)
    return {code for found in ESCAPE.finditer(drawn) for code in found[1].split(";")}


def test_a_page_is_the_text_with_attributes(added: str, monkeypatch: pytest.MonkeyPatch, reader: Run) -> None:
    bare = reader("show", added).stdout
    drawn = watched(monkeypatch, "show", added)
    assert [line.rstrip() for line in ESCAPE.sub("", drawn).splitlines()] == bare.splitlines()
    assert {"1", "4", "94"} <= codes(drawn)


def test_figures_are_bold_and_people_underlined(added: str, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = watched(monkeypatch, "show", added)
    assert re.search(r"\x1b\[1m\$2\.5mn\x1b\[0m", drawn)
    assert re.search(r"\x1b\[4;94mAnna Berg\x1b\[0m", drawn)


def test_no_color_leaves_no_colour(added: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = codes(watched(monkeypatch, "show", added, NO_COLOR="1"))
    assert asked <= {"0", "1", "2", "3", "4", "7"}
    assert "4" in asked


def test_marks_can_be_turned_down_and_up(added: str, monkeypatch: pytest.MonkeyPatch) -> None:
    off, calm, everything = (
        watched(monkeypatch, "show", added, f"--marks={level}").count("94m") for level in ("off", "calm", "all")
    )
    assert off == 0 < calm < everything


def test_a_dumb_terminal_gets_plain_text(added: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes(watched(monkeypatch, "show", added, TERM="dumb")) == set()


def test_the_persons_pager_shows_the_page(added: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pager = tmp_path / "a pager"
    pager.write_text(f'#!/bin/sh\necho "$LESS $1" > "{tmp_path}/told"\ncat > "{tmp_path}/page"\n', encoding="utf-8")
    pager.chmod(0o700)
    assert watched(monkeypatch, "show", added, PAGER=f"'{pager}' --once") == ""
    assert (tmp_path / "told").read_text(encoding="utf-8") == "-FRX --once\n"
    assert "Anna Berg" in (tmp_path / "page").read_text(encoding="utf-8")


@pytest.mark.parametrize("pager", ["no-such-pager", "false", "'"])
def test_a_pager_that_fails_is_done_without(added: str, monkeypatch: pytest.MonkeyPatch, pager: str) -> None:
    assert "Anna Berg" in watched(monkeypatch, "show", added, PAGER=pager)
