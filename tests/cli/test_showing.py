"""Showing one article."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]


KEYS = {
    "id", "title", "kicker", "standfirst", "authors", "contributors", "dateline", "published", "published_text",
    "source", "url", "copyright", "captions", "paragraphs", "text", "blocks", "links", "repairs", "set_aside",
}  # fmt: skip


def test_an_article_has_every_key(reader: Run, added: str) -> None:
    told = json.loads(reader("show", added, "--json").stdout)
    assert set(told) >= KEYS
    assert told["title"] == "Ferries to the islands stop for a week"
    assert told["standfirst"] == "Crews want more rest between shifts"
    assert told["authors"] == ["Per Dahl"]
    assert (told["kicker"], told["url"], told["copyright"], told["source"]) == (None, None, None, None)
    assert len(told["paragraphs"]) == 3
    kinds = [block["kind"] for block in told["blocks"]]
    assert kinds == ["headline", "standfirst", "byline", "paragraph", "paragraph", "paragraph"]
    assert [told["text"][block["start"] : block["end"]] for block in told["blocks"]][3:] == told["paragraphs"]


def test_what_was_repaired_and_set_aside_is_told(reader: Run, article: str) -> None:
    text = article.replace("$2.5mn", r"\$2.5mn").replace("By Per", "Sign up for our newsletter\n\nBy Per")
    one = json.loads(reader("add", "-", "--json", stdin=text.encode()).stdout)["added"][0]["id"]
    told = json.loads(reader("show", one, "--json").stdout)
    assert told["set_aside"][0]["text"] == "Sign up for our newsletter"
    assert all(set(repair) == {"kind", "start", "before", "after"} for repair in told["repairs"])
    assert all(told["text"].startswith(repair["after"], repair["start"]) for repair in told["repairs"])
    listed = reader("show", one, "--repairs").stdout
    assert "Sign up for our newsletter" in listed


def test_plain_is_a_line_for_each_paragraph(reader: Run, added: str) -> None:
    told = json.loads(reader("show", added, "--json").stdout)
    lines = reader("show", added, "--plain").stdout.splitlines()
    assert all(paragraph in lines for paragraph in told["paragraphs"])
    assert told["title"] in lines


def test_marks_are_written_out(reader: Run, added: str) -> None:
    out = reader("show", added, "--marks=words").stdout
    assert "[person] Anna Berg" in out
    assert "[money] $2.5mn" in out


def test_lines_for_people_are_no_wider_than_the_measure(
    reader: Run, added: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    said = reader("show", added)
    assert max(len(line) for line in said.stdout.splitlines()) <= 40
    monkeypatch.setenv("COLUMNS", "300")
    assert 60 < max(len(line) for line in reader("show", added).stdout.splitlines()) <= 72
    assert "\x1b" not in said.stdout


def test_an_earlier_version_can_be_shown(reader: Run, added: str) -> None:
    reader("edit", added, "--title", "Ferries sail again")
    assert json.loads(reader("show", added, "--json").stdout)["title"] == "Ferries sail again"
    earlier = json.loads(reader("show", added, "--json", "--version", "1").stdout)
    assert earlier["title"] == "Ferries to the islands stop for a week"
    assert earlier["version"] == 1
    assert reader("show", added, "--version", "9").returncode == 1


def test_a_beginning_of_an_id_is_enough_and_case_does_not_matter(reader: Run, added: str) -> None:
    assert reader("show", added[:4].upper(), "--plain").returncode == 0


def test_what_is_not_there_is_not_found(reader: Run) -> None:
    said = reader("show", "zzzz")
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("reader: ")


def test_an_ambiguous_id_is_bad_data(reader: Run, article: str) -> None:
    for number in range(33):
        reader("add", "-", stdin=article.replace("300", f"{number + 400}").encode())
    ids = [row["id"] for row in json.loads(reader("list", "--json").stdout)]
    shared = next(one[0] for one in ids if sum(other[0] == one[0] for other in ids) > 1)
    assert reader("show", shared).returncode == 65


def test_spaces_that_are_repaired_are_shown_as_codes(reader: Run, article: str, tmp_path: Path) -> None:
    one = json.loads(reader("add", "-", "--json", stdin=article.replace("40 per", "40\u00a0per").encode()).stdout)
    out = reader("show", one["added"][0]["id"], "--repairs").stdout
    assert r"\xa0" in out
