"""Correcting, deleting, and taking back."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]


def shown(reader: Run, one: str) -> dict[str, object]:
    told: dict[str, object] = json.loads(reader("show", one, "--json").stdout)
    return told


def test_fields_are_corrected_in_a_new_version(reader: Run, added: str) -> None:
    said = reader(
        "edit", added, "--title", "Ferries sail", "--authors", "Ida Ness; Per Dahl", "--published", "2024-05-01",
        "--source", "The Post", "--standfirst", "",
    )  # fmt: skip
    assert said.returncode == 0
    told = shown(reader, added)
    assert (told["title"], told["authors"], told["published"]) == (
        "Ferries sail",
        ["Ida Ness", "Per Dahl"],
        "2024-05-01",
    )
    assert (told["source"], told["standfirst"], told["version"]) == ("The Post", None, 2)


def test_a_field_that_cannot_be_is_bad_data(reader: Run, added: str) -> None:
    assert reader("edit", added, "--published", "soon").returncode == 65


def test_editing_nothing_is_wrong_usage(reader: Run, added: str) -> None:
    assert reader("edit", added).returncode == 2


def test_a_repair_is_undone_and_a_line_restored(reader: Run, article: str) -> None:
    text = article.replace("$2.5mn", r"\$2.5mn").replace("By Per", "Sign up for our newsletter\n\nBy Per")
    one = json.loads(reader("add", "-", "--json", stdin=text.encode()).stdout)["added"][0]["id"]
    kinds = [repair["before"] for repair in json.loads(reader("show", one, "--json").stdout)["repairs"]]
    assert reader("edit", one, "--undo-repair", str(kinds.index(r"\$") + 1)).returncode == 0
    assert r"\$2.5mn" in str(shown(reader, one)["text"])
    assert reader("edit", one, "--restore-line", "1").returncode == 0
    assert "Sign up for our newsletter" in str(shown(reader, one)["text"])
    assert reader("edit", one, "--restore-line", "7").returncode == 1


def test_a_deleted_article_comes_back(reader: Run, added: str) -> None:
    assert reader("rm", added).returncode == 0
    assert reader("list", "--json").stdout == "[]\n"
    assert reader("show", added).returncode == 1
    said = reader("undo")
    assert said.returncode == 0
    assert "delete" in said.stderr
    assert len(json.loads(reader("list", "--json").stdout)) == 1
    assert reader("redo").returncode == 0
    assert reader("list", "--json").stdout == "[]\n"


def test_undo_and_redo_say_what_as_json(reader: Run, added: str) -> None:
    reader("note", added, "Ask.")
    undone = json.loads(reader("undo", "--json").stdout)["undone"]
    assert json.loads(reader("redo", "--json").stdout)["redone"] == undone


def test_nothing_to_take_back_is_told(reader: Run) -> None:
    said = reader("undo")
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("reader: ")


def test_one_wrong_id_deletes_nothing(reader: Run, added: str, tmp_path: Path) -> None:
    assert reader("rm", added, "zzzz").returncode == 1
    assert len(json.loads(reader("list", "--json").stdout)) == 1


@pytest.mark.parametrize("verb", ["rm", "edit"])
def test_an_article_must_be_named(reader: Run, verb: str) -> None:
    assert reader(verb).returncode == 2
