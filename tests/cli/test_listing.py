"""Listing articles and notes."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]


ROW = {"id", "title", "authors", "source", "published", "added", "words", "unread", "starred", "tags", "notes"}
NOTE = {"id", "article", "text", "quote", "start", "end", "created", "modified"}


def test_an_empty_library_is_no_failure(reader: Run) -> None:
    said = reader("list")
    assert (said.returncode, said.stdout) == (0, "")
    assert "empty" in said.stderr
    assert (reader("list", "--json").stdout, reader("notes", "--json").stdout) == ("[]\n", "[]\n")


def test_a_row_has_every_key(reader: Run, added: str) -> None:
    reader("note", added, "Ask.")
    (row,) = json.loads(reader("list", "--json").stdout)
    assert set(row) >= ROW
    assert row["id"] == added
    assert row["authors"] == ["Per Dahl"]
    assert row["source"] is None
    assert row["published"] == "2024-05-02"
    assert (row["unread"], row["starred"], row["tags"], row["notes"]) == (True, False, [], 1)
    assert isinstance(row["words"], int)


def test_a_list_for_people_names_the_article(reader: Run, added: str) -> None:
    reader("tag", added, "+sea")
    line = reader("list").stdout
    assert line.startswith(f"{added}  •")
    assert "Ferries to the islands stop for a week" in line
    assert "#sea" in line


def test_words_and_tags_narrow_the_list(reader: Run, added: str) -> None:
    reader("tag", added, "+sea")
    assert added in reader("list", "islands", "crews").stdout
    assert added in reader("list", "--tag", "Sea").stdout
    assert added in reader("list", "--unread").stdout
    for words in (["volcano"], ["--tag", "land"], ["--starred"]):
        said = reader("list", *words)
        assert (said.returncode, said.stdout) == (1, "")


def test_nothing_found_is_still_json(reader: Run, added: str) -> None:
    said = reader("list", "volcano", "--json")
    assert (said.returncode, said.stdout) == (1, "[]\n")


def test_a_note_has_every_key(reader: Run, added: str) -> None:
    reader("note", added, "On the whole.")
    reader("note", added, "On a passage.", "--quote", "the strike would cost")
    told = {note["text"]: note for note in json.loads(reader("notes", added, "--json").stdout)}
    whole, passage = told["On the whole."], told["On a passage."]
    text = json.loads(reader("show", added, "--json").stdout)["text"]
    assert set(whole) >= NOTE
    assert (whole["article"], whole["quote"]) == (added, None)
    assert (whole["start"], whole["end"]) == (None, None)
    assert passage["quote"] == text[passage["start"] : passage["end"]] == "the strike would cost"


def test_notes_for_people_show_quote_and_text(reader: Run, added: str) -> None:
    reader("note", added, "Two\nlines", "--quote", "the strike would cost")
    out = reader("notes").stdout
    assert "“the strike would cost”" in out
    assert "  Two\n  lines\n" in out


def test_notes_of_no_article_are_not_found(reader: Run, tmp_path: Path) -> None:
    assert reader("notes", "zzzz").returncode == 1


@pytest.mark.parametrize("hostile", ["\x1b]0;owned\x07", "\x9b31m", "\u202egnp"])
def test_nothing_that_was_stored_commands_the_terminal(reader: Run, article: str, hostile: str) -> None:
    reader("add", "-", "--source", hostile, "--tag", hostile, stdin=article.replace("week", f"week{hostile}").encode())
    (row,) = json.loads(reader("list", "--json").stdout)
    reader("note", row["id"], f"a {hostile} note")
    for words in (["list"], ["notes"], ["list", "--json"], ["notes", "--json"], ["show", row["id"]]):
        assert hostile not in reader(*words).stdout
