"""Entities and figures of one article."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]


FIGURE = {
    "text", "kind", "value", "low", "high", "unit", "currency", "approximate", "qualifier", "of", "per", "start",
    "end", "sentence", "says",
}  # fmt: skip


def text_of(reader: Run, one: str) -> str:
    text: str = json.loads(reader("show", one, "--json").stdout)["text"]
    return text


def test_entities_are_spans_of_the_text_of_show(reader: Run, added: str) -> None:
    found = json.loads(reader("entities", added, "--json").stdout)
    text = text_of(reader, added)
    assert all(set(one) >= {"name", "kind", "salience", "mentions"} for one in found)
    assert [one["salience"] for one in found] == sorted((one["salience"] for one in found), reverse=True)
    (berg,) = [one for one in found if one["name"] == "Anna Berg"]
    assert berg["kind"] == "person"
    assert [mention["text"] for mention in berg["mentions"]] == ["Anna Berg", "Berg"]
    assert all(text[mention["start"] : mention["end"]] == mention["text"] for mention in berg["mentions"])


def test_figures_have_numbers_and_nulls(reader: Run, added: str) -> None:
    found = json.loads(reader("figures", added, "--json").stdout)
    text = text_of(reader, added)
    assert all(set(one) >= FIGURE for one in found)
    (money,) = [one for one in found if one["kind"] == "money"]
    assert (money["text"], money["value"], money["currency"], money["per"]) == ("$2.5mn", 2500000, "USD", "day")
    assert isinstance(money["value"], int)
    assert money["qualifier"] is None
    assert text[money["start"] : money["end"]] == "$2.5mn"
    assert money["sentence"].endswith("cost $2.5mn a day.")


def test_people_get_tables(reader: Run, added: str) -> None:
    assert "Anna Berg" in reader("entities", added).stdout
    assert "2,500,000 USD" in reader("figures", added).stdout


def test_an_article_without_figures_is_no_failure(reader: Run) -> None:
    one = json.loads(reader("add", "-", "--json", stdin=b"A quiet day\n\nNothing happened.").stdout)["added"][0]["id"]
    assert reader("figures", one, "--json").stdout == "[]\n"
    said = reader("figures", one)
    assert (said.returncode, said.stdout) == (0, "")


@pytest.mark.parametrize("verb", ["entities", "figures"])
def test_an_article_that_is_not_there(reader: Run, verb: str, tmp_path: Path) -> None:
    assert reader(verb, "zzzz").returncode == 1
