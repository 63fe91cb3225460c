"""Writing into the folder that was named, and nowhere else."""

import os
from pathlib import Path

import pytest

from reader.domain.errors import CannotWrite
from reader.export.folder import write


def test_a_new_file_is_written_and_the_folder_made(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "notes"
    report = write({"a.md": "one\n"}, folder, overwrite=False)
    assert report.written == (folder / "a.md",)
    assert (folder / "a.md").read_bytes() == b"one\n"


def test_writing_twice_changes_no_byte(tmp_path: Path) -> None:
    write({"a.md": "one\n"}, tmp_path, overwrite=False)
    before = (tmp_path / "a.md").stat()
    report = write({"a.md": "one\n"}, tmp_path, overwrite=True)
    after = (tmp_path / "a.md").stat()
    assert report.unchanged == (tmp_path / "a.md",)
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize("there", ["other\n", "", "one\n and more"])
def test_another_file_in_the_way_is_left_unless_asked(tmp_path: Path, there: str) -> None:
    target = tmp_path / "a.md"
    target.write_text(there, encoding="utf-8")
    assert write({"a.md": "one\n"}, tmp_path, overwrite=False).refused == (target,)
    assert target.read_text(encoding="utf-8") == there
    assert write({"a.md": "one\n"}, tmp_path, overwrite=True).written == (target,)
    assert target.read_text(encoding="utf-8") == "one\n"


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_link_in_the_way_is_never_followed(tmp_path: Path, *, overwrite: bool) -> None:
    secret = tmp_path / "secret"
    secret.write_text("mine", encoding="utf-8")
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.md").symlink_to(secret)
    (folder / "b.md").symlink_to(tmp_path / "nowhere")
    report = write({"a.md": "one", "b.md": "two"}, folder, overwrite=overwrite)
    assert report.refused == (folder / "a.md", folder / "b.md")
    assert secret.read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_folder_or_a_pipe_in_the_way_is_left(tmp_path: Path, *, overwrite: bool) -> None:
    (tmp_path / "a.md").mkdir()
    os.mkfifo(tmp_path / "b.md")
    report = write({"a.md": "one", "b.md": "two"}, tmp_path, overwrite=overwrite)
    assert report.refused == (tmp_path / "a.md", tmp_path / "b.md")


@pytest.mark.parametrize("name", ["../out.md", "/out.md", "", ".", "..", "a/b.md", "a\\b.md", "c:d.md", "nul\0.md"])
def test_no_name_leads_elsewhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotWrite):
        write({"first.md": "one", name: "two"}, tmp_path / "notes", overwrite=True)
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("a file", encoding="utf-8")
    with pytest.raises(CannotWrite, match="notes"):
        write({"a.md": "one"}, tmp_path / "notes", overwrite=False)


def test_exported_files_have_the_persons_own_permissions(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write({"a.md": "one"}, tmp_path, overwrite=False)
        write({"a.md": "two"}, tmp_path, overwrite=True)
    finally:
        os.umask(before)
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o640


def test_nothing_is_left_beside_the_files(tmp_path: Path) -> None:
    write({"a.md": "one"}, tmp_path, overwrite=False)
    write({"a.md": "two"}, tmp_path, overwrite=True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
