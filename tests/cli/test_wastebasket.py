"""The trash from the command line."""

import io
import json
import sys
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from reader.__main__ import main

Run = Callable[..., "CompletedProcess[str]"]


def lying(reader: Run) -> list[dict[str, object]]:
    told: list[dict[str, object]] = json.loads(reader("trash", "--json").stdout)
    return told


class Terminal(io.TextIOWrapper):
    """Standard input where a person sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def noted(reader: Run, added: str) -> str:
    """The id of a note on the article."""
    return reader("note", added, "Ask the board.").stdout.strip()


def test_what_was_deleted_is_listed_with_the_days_left(reader: Run, added: str, noted: str) -> None:
    assert reader("note", "rm", noted).returncode == 0
    said = reader("rm", added)
    assert f"{added} is in the trash; `reader trash --restore {added}` brings it back" in said.stderr
    listed = reader("trash").stdout.splitlines()
    assert [line.split()[0] for line in listed] == [added, noted]
    assert "30 d left" in listed[0]
    assert listed[1].endswith(f"note on {added}: Ask the board.")
    assert [(one["kind"], one["id"], one["days_left"]) for one in lying(reader)] == [
        ("article", added, 30),
        ("note", noted, 30),
    ]


def test_several_articles_are_told_with_one_way_back(reader: Run, added: str) -> None:
    other = json.loads(reader("add", "-", "--json", stdin=b"Harbour to close\n\nTwo quays of it.\n").stdout)
    one = other["added"][0]["id"]
    said = reader("rm", added, one)
    assert f"are in the trash; `reader trash --restore {added} {one}` brings them back" in said.stderr


def test_an_empty_trash_says_so(reader: Run) -> None:
    said = reader("trash")
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "reader: The trash is empty.\n")
    assert reader("trash", "--json").stdout == "[]\n"
    assert reader("trash", "--empty").returncode == 0


def test_articles_and_notes_are_brought_back_by_their_ids(reader: Run, added: str, noted: str) -> None:
    reader("note", "rm", noted)
    reader("rm", added)
    assert reader("trash", "--restore", "zzzz").returncode == 1
    said = reader("trash", "--restore", added[:4], noted)
    assert said.returncode == 0
    assert "bring back 1 article and 1 note" in said.stderr
    assert lying(reader) == []
    assert len(json.loads(reader("notes", "--json").stdout)) == 1
    assert reader("undo").returncode == 0
    assert len(lying(reader)) == 2
    assert json.loads(reader("trash", "--restore", added, "--json").stdout) == {"restored": [added]}


def test_an_article_in_the_trash_is_told_with_the_way_back(reader: Run, added: str) -> None:
    reader("rm", added)
    assert f"`reader trash --restore {added}`" in reader("show", added).stderr


def test_without_a_terminal_nothing_is_emptied_unless_told_twice(reader: Run, added: str) -> None:
    reader("rm", added)
    said = reader("trash", "--empty")
    assert said.returncode == 1
    assert "`reader trash --empty --yes`" in said.stderr
    assert len(lying(reader)) == 1
    assert reader("trash", "--empty", "--yes").returncode == 0
    assert lying(reader) == []
    assert "was emptied out" not in reader("show", added).stdout
    said = reader("undo")
    assert said.returncode == 1
    assert "emptied out of the trash" in said.stderr


@pytest.mark.parametrize(("answer", "left"), [("\n", 1), ("n\n", 1), ("what\n", 1), ("", 1), ("y\n", 0), ("YES\n", 0)])
def test_on_a_terminal_it_asks_and_only_a_yes_empties(
    reader: Run, added: str, monkeypatch: pytest.MonkeyPatch, answer: str, left: int
) -> None:
    reader("rm", added)
    monkeypatch.setattr(sys, "stdin", Terminal(io.BytesIO(answer.encode()), encoding="utf-8"))
    assert main(["trash", "--empty"]) == (1 if left else 0)
    assert len(lying(reader)) == left


def test_restoring_and_emptying_at_once_is_wrong_usage(reader: Run) -> None:
    assert reader("trash", "--empty", "--restore", "4kj2").returncode == 2


def test_emptying_tells_what_is_gone_as_json(reader: Run, added: str, noted: str) -> None:
    reader("note", "rm", noted)
    reader("rm", added)
    assert json.loads(reader("trash", "--empty", "--yes", "--json").stdout) == {"articles": 1, "notes": 1}
