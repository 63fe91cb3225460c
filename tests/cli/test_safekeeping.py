"""Backup, restore and check as a person types them: what is said, and with which exit code."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]
HOUSE = Path(__file__).parents[2]


def process(*words: str, stdin: bytes = b"", **environment: str) -> "subprocess.CompletedProcess[str]":
    """`reader WORDS` in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "reader", *words],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=HOUSE,
        env={**os.environ, **environment},
    )
    return CompletedProcess(words, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def noted(reader: Run, added: str) -> str:
    """An article with a note on a passage of it."""
    reader("note", added, "Ask.", "--quote", "Anna Berg")
    return added


def notes(reader: Run, *words: str) -> list[str]:
    return [note["text"] for note in json.loads(reader("notes", "--json", *words).stdout)]


def damaged_notes(home: Path, raw: bytes) -> None:
    """Leave nothing of the notes but a notes.json that holds `raw`."""
    library = home / "reader" / "library"
    for path in library.glob("notes.*"):
        path.unlink()
    (library / "notes.json").write_bytes(raw)
    (library / "notes.json").chmod(0o600)


def test_a_backup_is_made_named_and_counted(reader: Run, noted: str, tmp_path: Path) -> None:
    said = reader("backup", "b.zip")
    assert (said.returncode, said.stdout) == (0, "b.zip\n")
    assert "1 article and 1 note" in said.stderr
    told = json.loads(reader("backup", "c.zip", "--json").stdout)
    assert (told["articles"], told["notes"], told["left_out"]) == (1, 1, [])
    assert told["bytes"] == (tmp_path / "c.zip").stat().st_size


def test_a_file_in_the_way_is_left_unless_it_may_be_replaced(reader: Run, noted: str, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"mine")
    said = reader("backup", "b.zip")
    assert (said.returncode, said.stdout) == (73, "")
    assert "`--overwrite` replaces it" in said.stderr
    assert (tmp_path / "b.zip").read_bytes() == b"mine"
    assert reader("backup", "b.zip", "--overwrite").returncode == 0
    assert zipfile.is_zipfile(tmp_path / "b.zip")


def test_a_backup_in_the_library_is_refused(reader: Run, noted: str, no_home: Path) -> None:
    said = reader("backup", str(no_home / "reader" / "library" / "b.zip"))
    assert said.returncode == 73
    assert "keep a backup elsewhere" in said.stderr


def test_a_backup_into_nowhere_is_told(reader: Run, noted: str) -> None:
    assert reader("backup", "no/such/folder/b.zip").returncode == 73
    assert reader("backup", ".").returncode == 73


def test_a_whole_library_goes_and_comes_back(reader: Run, noted: str, tmp_path: Path) -> None:
    reader("backup", "b.zip")
    there = ("--library", str(tmp_path / "there"))
    said = reader("restore", "b.zip", *there)
    assert said.returncode == 0, said.stderr
    assert "Added: 1 version of an article." in said.stdout
    assert notes(reader, *there) == ["Ask."]
    assert json.loads(reader("check", "--json", *there).stdout)["ok"]
    told = json.loads(reader("restore", "b.zip", "--json", *there).stdout)
    assert (told["added"], told["kept"], told["merged"]) == ([], 1, 0)


def test_processes_of_their_own_agree_with_each_other(article: str, tmp_path: Path) -> None:
    process("add", "-", stdin=article.encode())
    assert process("backup", str(tmp_path / "b.zip")).returncode == 0
    there = ("--library", str(tmp_path / "there"))
    assert process("restore", str(tmp_path / "b.zip"), *there).returncode == 0
    assert process("check", *there).returncode == 0
    assert process("list", *there).stdout.split()[1:] == process("list").stdout.split()[1:]


def test_a_snapshot_can_be_restored(reader: Run, noted: str, no_home: Path, tmp_path: Path) -> None:
    (snapshot,) = (no_home / "reader" / "state" / "snapshots").rglob("notes-*.json")
    said = reader("restore", str(snapshot), "--library", str(tmp_path / "there"))
    assert said.returncode == 0, said.stderr
    assert "brought back: 1." in said.stdout
    said = reader("restore", str(snapshot), "--library", str(tmp_path / "there"))
    assert "what is here is the same or newer" in said.stdout


def test_a_file_that_is_not_there_is_told(reader: Run) -> None:
    assert reader("restore", "nowhere.zip").returncode == 66
    assert reader("restore", ".").returncode == 66


@pytest.mark.parametrize("raw", [b"", b"text", b"PK\x03\x04", b"[]"])
def test_a_file_of_another_kind_is_refused(reader: Run, tmp_path: Path, no_home: Path, raw: bytes) -> None:
    (tmp_path / "other").write_bytes(raw)
    said = reader("restore", "other")
    assert said.returncode == 65
    assert "Nothing was restored" in said.stderr
    assert ("is neither a backup nor a notes.json" in said.stderr) != raw.startswith(b"PK")
    assert not (no_home / "reader" / "library").exists()


def test_a_hostile_name_is_told_without_commanding_the_terminal(reader: Run, noted: str, tmp_path: Path) -> None:
    reader("backup", "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip", "a") as archive:
        archive.writestr("articles/\x1b]0;title\x07.md", b"x")
    said = reader("restore", "b.zip")
    assert said.returncode == 1
    assert "nothing that Reader put there" in said.stderr
    assert "\x1b" not in said.stderr + said.stdout


def test_a_damaged_article_is_found_repaired_and_kept(reader: Run, noted: str, no_home: Path) -> None:
    library = no_home / "reader" / "library"
    (library / "articles" / f"{noted}.md").write_bytes(b"scribble")
    said = reader("check")
    assert said.returncode == 1
    assert "reader check --repair" in said.stdout
    said = reader("check", "--repair")
    assert said.returncode == 1  # the note on it has lost its article, which no repair brings back
    assert "Repaired:" in said.stdout
    assert (library / "aside" / f"{noted}.md").read_bytes() == b"scribble"
    (hint,) = [one for one in json.loads(reader("check", "--json").stdout)["found"] if one["kind"] == "note"]
    assert f"originals/{noted}.txt" in hint["sentence"]


def test_what_is_repaired_wholly_ends_well(reader: Run, noted: str, no_home: Path) -> None:
    (no_home / "reader" / "library" / "articles" / f"{noted}.md").chmod(0o644)
    assert reader("check").returncode == 1
    said = reader("check", "--repair")
    assert (said.returncode, "All is well now." in said.stdout) == (0, True)
    assert "reader undo" not in said.stdout  # it would take back the note
    assert reader("check").returncode == 0


def test_undo_is_named_where_a_repair_changed_notes(reader: Run, noted: str, no_home: Path) -> None:
    reader("edit", noted, "--source", "The Post")
    (no_home / "reader" / "library" / "articles" / f"{noted}.v2.md").unlink()
    assert "reader undo" not in reader("check").stdout
    assert "`reader undo` takes back" in reader("check", "--repair").stdout


def test_what_no_repair_mends_names_the_restore(reader: Run, noted: str, no_home: Path) -> None:
    damaged_notes(no_home, b"{scribble")
    for words in (["check"], ["check", "--repair"]):
        last = reader(*words).stdout.splitlines()[-1]
        assert "`reader restore FILE`" in last
        assert "--repair" not in last


def test_what_a_later_version_wrote_names_the_update(reader: Run, noted: str, no_home: Path) -> None:
    damaged_notes(no_home, b'{"format": {"1": {"version": 99}}}')
    last = reader("check").stdout.splitlines()[-1]
    assert "update Reader" in last
    assert "--repair" not in last
    assert "restore" not in last


def test_a_journal_that_cannot_be_read_names_what_helps(reader: Run, noted: str, no_home: Path) -> None:
    (journal,) = (no_home / "reader" / "library").glob("notes.*.journal")
    journal.write_bytes(b"scribble\n")
    told = json.loads(reader("check", "--json").stdout)["found"]
    assert ["`reader check --repair`" in one["sentence"] for one in told if one["kind"] == "journal"] == [True]
    assert reader("tag", noted, "+sea").returncode == 0  # as the sentence says
    assert reader("check", "--repair").returncode == 0
    assert reader("check").returncode == 0


def test_a_backup_without_whole_notes_says_so(reader: Run, noted: str, tmp_path: Path) -> None:
    reader("backup", "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as whole, zipfile.ZipFile(tmp_path / "part.zip", "w") as part:
        for name in set(whole.namelist()) - {"notes.json"}:
            part.writestr(name, whole.read(name))
    said = reader("restore", "part.zip")
    assert said.returncode == 1
    assert "there are none in it that can be read" in said.stdout


def test_a_backup_brings_back_what_was_emptied_out_of_the_trash(reader: Run, noted: str) -> None:
    reader("backup", "b.zip")
    reader("rm", noted)
    reader("trash", "--empty", "--yes")
    assert reader("restore", "b.zip").returncode == 0
    assert reader("show", noted).returncode == 0
    assert notes(reader) == ["Ask."]


def test_what_json_tells_is_what_was_found(reader: Run, noted: str, no_home: Path) -> None:
    (no_home / "reader" / "library" / "articles" / f"{noted}.md").chmod(0o644)
    said = reader("check", "--json")
    told = json.loads(said.stdout)
    assert (said.returncode, told["ok"], [one["kind"] for one in told["found"]]) == (1, False, ["mode"])
    assert (told["articles"], told["versions"], told["notes"], told["anchors"]) == (1, 1, 1, 1)


def test_looking_makes_no_folder(reader: Run, no_home: Path) -> None:
    assert reader("check").returncode == 0
    assert list(no_home.iterdir()) == []


def test_the_quick_look_points_to_the_long_one(reader: Run) -> None:
    assert "reader check" in reader("doctor").stdout


def test_notes_that_cannot_be_read_name_the_last_snapshot(reader: Run, noted: str, no_home: Path) -> None:
    (snapshot,) = (no_home / "reader" / "state" / "snapshots").rglob("notes-*.json")
    damaged_notes(no_home, b"{scribble")
    for words in (["list"], ["tag", noted, "+sea"], ["check"]):
        said = reader(*words)
        assert said.returncode in {1, 65}
        assert f"`reader restore {snapshot}`" in said.stdout + said.stderr, words
    assert reader("restore", str(snapshot)).returncode == 0
    assert reader("check").returncode == 0


def test_where_ways_out_are_shut_nothing_goes_out_or_comes_in(
    reader: Run, noted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader("backup", "b.zip")
    monkeypatch.setenv("READER_SECURE", "1")
    assert [reader(verb, "b.zip").returncode for verb in ("backup", "restore")] == [77, 77]
    assert reader("check").returncode == 0


def test_much_work_tells_how_far_it_is(reader: Run, noted: str, tmp_path: Path, no_home: Path) -> None:
    articles = no_home / "reader" / "library" / "articles"
    raw = (articles / f"{noted}.md").read_text(encoding="utf-8")
    for number in range(500):
        name = f"{number:08d}"
        (articles / f"{name}.md").write_text(raw.replace(f"id: {noted}", f"id: '{name}'"), encoding="utf-8")
        (articles / f"{name}.md").chmod(0o600)
    said = reader("check")
    assert (said.returncode, said.stderr.count("Looking: ")) == (0, 9), said.stdout + said.stderr
    said = reader("backup", "b.zip", "--json")
    assert said.stderr.count("Writing and reading back: ") == 9
    assert json.loads(said.stdout)["articles"] == 501
