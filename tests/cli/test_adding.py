"""Adding articles: what is said, what is printed, and what the exit code is."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]


KEYS = {"added", "duplicates", "failed"}


def test_an_article_from_standard_input_is_added(reader: Run, article: str) -> None:
    said = reader("add", "-", stdin=article.encode())
    assert said.returncode == 0
    one, _, title = said.stdout.rstrip("\n").partition("  ")
    assert title == "Ferries to the islands stop for a week"
    assert reader("show", one, "--plain").returncode == 0


def test_what_was_understood_is_told_on_stderr(reader: Run, article: str) -> None:
    said = reader("add", "-", stdin=article.encode())
    assert "by Per Dahl" in said.stderr
    assert "3 paragraphs" in said.stderr


def test_adding_twice_is_no_failure_and_changes_nothing(reader: Run, article: str, added: str) -> None:
    said = reader("add", "-", "--json", stdin=article.encode())
    assert said.returncode == 0
    assert json.loads(said.stdout) == {"added": [], "duplicates": [{"id": added, "input": "-"}], "failed": []}


def test_one_bad_input_stops_no_other(reader: Run, tmp_path: Path, article: str) -> None:
    (tmp_path / "good.txt").write_text(article, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "folder").mkdir()
    said = reader("add", "missing.txt", "empty.txt", "picture.png", "folder", "good.txt", "--json")
    told = json.loads(said.stdout)
    assert said.returncode == 1
    assert set(told) == KEYS
    assert [one["title"] for one in told["added"]] == ["Ferries to the islands stop for a week"]
    assert [one["input"] for one in told["failed"]] == ["missing.txt", "empty.txt", "picture.png", "folder"]
    assert all(one["error"].endswith(".") for one in told["failed"])


def test_a_failure_is_told_by_a_sentence(reader: Run) -> None:
    said = reader("add", "missing.txt")
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("reader: There is no file missing.txt")


def test_an_address_is_not_fetched(reader: Run) -> None:
    said = reader("add", "https://post.example/ferries")
    assert said.returncode == 1
    assert "fetches no pages" in said.stderr


def test_standard_input_is_read_once(reader: Run, article: str) -> None:
    said = reader("add", "-", "-", "--json", stdin=article.encode())
    told = json.loads(said.stdout)
    assert said.returncode == 0
    assert (len(told["added"]), len(told["duplicates"]), len(told["failed"])) == (1, 1, 0)


def test_date_source_and_tags_go_before_what_is_printed(reader: Run, article: str) -> None:
    reader(
        "add",
        "-",
        "--date",
        "2024-05-02",
        "--source",
        "The Post",
        "--tag",
        "Sea",
        "--tag",
        "norway",
        stdin=article.encode(),
    )
    (row,) = json.loads(reader("list", "--json").stdout)
    assert (row["published"], row["source"], row["tags"]) == ("2024-05-02", "The Post", ["norway", "sea"])


def test_a_file_that_is_too_large_is_refused(reader: Run, tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(20 * 1024 * 1024 + 1)
    told = json.loads(reader("add", "large.txt", "--json").stdout)
    assert "20 MB" in told["failed"][0]["error"]


@pytest.mark.parametrize("day", ["yesterday", "2024-13-01", "02.05.2024"])
def test_a_date_that_is_none_is_wrong_usage(reader: Run, day: str) -> None:
    said = reader("add", "-", "--date", day, stdin=b"text")
    assert said.returncode == 2
    assert "is not a date" in said.stderr


def test_adding_nothing_is_wrong_usage(reader: Run) -> None:
    assert reader("add").returncode == 2


def test_the_sample_is_added_once(reader: Run) -> None:
    first, second = json.loads(reader("sample", "--json").stdout), json.loads(reader("sample", "--json").stdout)
    assert set(first) == KEYS
    assert first["added"][0]["id"] == second["duplicates"][0]["id"]
