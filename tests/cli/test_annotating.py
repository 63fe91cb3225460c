"""Writing notes and tags."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]


def notes(reader: Run) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(reader("notes", "--json").stdout)
    return found


def test_a_note_is_written_and_its_id_printed(reader: Run, added: str) -> None:
    said = reader("note", added, "Ask the desk.")
    assert said.returncode == 0
    (note,) = notes(reader)
    assert (note["id"], note["text"]) == (said.stdout.strip(), "Ask the desk.")


def test_a_note_from_standard_input(reader: Run, added: str) -> None:
    reader("note", added, "-", stdin="Zeile eins\nZeile zwei: ä\n".encode())
    assert notes(reader)[0]["text"] == "Zeile eins\nZeile zwei: ä"


def test_a_note_that_begins_like_an_option(reader: Run, added: str) -> None:
    assert reader("note", added, "- a list").returncode == 0
    assert reader("note", added, "--", "--json").returncode == 0
    assert {note["text"] for note in notes(reader)} == {"- a list", "--json"}


def test_a_note_at_a_paragraph(reader: Run, added: str) -> None:
    reader("note", added, "Here.", "--at", "2")
    told = json.loads(reader("show", added, "--json").stdout)
    assert notes(reader)[0]["quote"] == told["paragraphs"][1]


def test_a_quote_alone_is_a_highlight(reader: Run, added: str) -> None:
    assert reader("note", added, "--quote", "the strike would cost").returncode == 0
    assert notes(reader)[0]["text"] == ""


def test_a_note_without_text_or_passage_is_wrong_usage(reader: Run, added: str) -> None:
    assert reader("note", added, "  ").returncode == 2
    assert reader("note", added).returncode == 2
    assert notes(reader) == []


def test_a_quote_that_is_nowhere_is_bad_data(reader: Run, added: str) -> None:
    said = reader("note", added, "Ask.", "--quote", "no such words")
    assert said.returncode == 65
    assert "no such words" in said.stderr
    assert notes(reader) == []


def test_a_quote_met_twice_is_bad_data_and_its_places_are_named(reader: Run, added: str) -> None:
    said = reader("note", added, "Ask.", "--quote", "no choice")
    text = json.loads(reader("show", added, "--json").stdout)["text"]
    assert said.returncode == 65
    assert f"at {text.index('no choice')}" in said.stderr
    assert f"at {text.rindex('no choice')}" in said.stderr


def test_a_paragraph_tells_apart_a_quote_met_twice(reader: Run, added: str) -> None:
    assert reader("note", added, "Ask.", "--quote", "no choice", "--at", "3").returncode == 0
    text = json.loads(reader("show", added, "--json").stdout)["text"]
    assert notes(reader)[0]["start"] == text.rindex("no choice")
    assert reader("note", added, "Ask.", "--quote", "no choice", "--at", "1").returncode == 65


@pytest.mark.parametrize(("at", "code"), [("4", 1), ("0", 2), ("x", 2)])
def test_a_paragraph_that_is_not_there(reader: Run, added: str, at: str, code: int) -> None:
    assert reader("note", added, "Ask.", "--at", at).returncode == code


def test_a_note_is_changed_and_deleted(reader: Run, added: str) -> None:
    one = reader("note", added, "First.").stdout.strip()
    assert reader("note", "edit", one[:6], "Second.").returncode == 0
    assert notes(reader)[0]["text"] == "Second."
    assert reader("note", "rm", one).returncode == 0
    assert notes(reader) == []
    assert reader("note", "rm", one).returncode == 1
    assert reader("undo").returncode == 0
    assert len(notes(reader)) == 1


def test_a_note_as_json_is_the_note(reader: Run, added: str) -> None:
    told = json.loads(reader("note", added, "Ask.", "--json").stdout)
    assert told == notes(reader)[0]


def test_tags_are_put_on_and_taken_off(reader: Run, added: str) -> None:
    assert json.loads(reader("tag", "--json", added, "+sea", "+Norway", "+draft").stdout)["tags"] == [
        "draft",
        "norway",
        "sea",
    ]
    said = reader("tag", added, "-draft", "+boats")
    assert (said.returncode, said.stdout) == (0, "#boats #norway #sea\n")


def test_a_tag_may_look_like_an_option(reader: Run, added: str) -> None:
    reader("tag", added, "+h", "+o", "+json")
    assert reader("tag", added, "-h", "-o").stdout == "#json\n"


@pytest.mark.parametrize("operation", ["sea", "+", "-", "--json", "+ "])
def test_what_is_no_tag_operation_changes_nothing(reader: Run, added: str, operation: str) -> None:
    said = reader("tag", added, "+sea", operation)
    assert said.returncode == 2
    assert json.loads(reader("list", "--json").stdout)[0]["tags"] == []


def test_a_library_may_be_named_before_the_article(reader: Run, added: str, tmp_path: Path) -> None:
    elsewhere = str(tmp_path / "elsewhere")
    assert reader("tag", "--library", elsewhere, added, "+sea").returncode == 1
    assert reader("--library", elsewhere, "tag", added, "+sea").returncode == 1
    assert reader("tag", added, "+sea").returncode == 0
