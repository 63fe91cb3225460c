"""Exporting from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]


def test_an_article_with_its_notes_is_written(reader: Run, added: str, tmp_path: Path) -> None:
    reader("note", added, "Who counted?", "--quote", "the strike would cost")
    said = reader("export", added[:5], "-o", "notes")
    assert said.returncode == 0
    (file,) = (tmp_path / "notes").iterdir()
    assert Path(said.stdout.strip()) == Path("notes") / file.name
    text = file.read_text(encoding="utf-8")
    assert "> the strike would cost\n\nWho counted?\n" in text
    assert "Anna Berg" in text
    assert "## Text" not in text


def test_exporting_twice_changes_no_byte(reader: Run, added: str, tmp_path: Path) -> None:
    reader("export", "--all", "-o", "notes", "--text")
    (file,) = (tmp_path / "notes").iterdir()
    before = file.read_bytes(), file.stat().st_mtime_ns
    assert reader("export", "--all", "-o", "notes", "--text").returncode == 0
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_another_file_in_the_way_is_left_unless_asked(reader: Run, added: str, tmp_path: Path) -> None:
    reader("export", added, "-o", "notes")
    (file,) = (tmp_path / "notes").iterdir()
    file.write_text("my own words", encoding="utf-8")
    said = reader("export", added, "-o", "notes", "--json")
    assert said.returncode == 73
    assert json.loads(said.stdout) == {"written": [], "unchanged": [], "refused": [str(Path("notes") / file.name)]}
    assert file.read_text(encoding="utf-8") == "my own words"
    assert reader("export", added, "-o", "notes", "--overwrite").returncode == 0
    assert file.read_text(encoding="utf-8") != "my own words"


def test_a_tag_chooses(reader: Run, added: str, article: str, tmp_path: Path) -> None:
    reader("add", "-", stdin=article.replace("300", "500").encode())
    reader("tag", added, "+sea")
    assert reader("export", "--tag", "Sea", "-o", "notes").returncode == 0
    assert [added in path.name for path in (tmp_path / "notes").iterdir()] == [True]
    assert reader("export", "--tag", "land", "-o", "notes").returncode == 1


@pytest.mark.parametrize("words", [["-o", "notes"], ["--all"], ["--all", "--tag", "sea", "-o", "notes"]])
def test_what_and_where_must_be_said_once(reader: Run, words: list[str]) -> None:
    assert reader("export", *words).returncode == 2


def test_a_folder_that_cannot_be_is_told(reader: Run, added: str, tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("a file", encoding="utf-8")
    said = reader("export", added, "-o", "notes")
    assert (said.returncode, said.stdout) == (73, "")
