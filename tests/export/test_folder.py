"""Writing into the folder that was named, and nowhere else."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.domain.errors import CannotWrite, TurnedOff
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


def test_the_folder_that_was_named_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "notes").symlink_to(tmp_path / "vault")
    assert write({"a.md": "one"}, tmp_path / "notes", overwrite=False).written == (tmp_path / "notes" / "a.md",)
    assert (tmp_path / "vault" / "a.md").read_text(encoding="utf-8") == "one"


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_folder_that_is_swapped_for_a_link_meanwhile_leads_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, overwrite: bool
) -> None:
    chosen, other = tmp_path / "chosen", tmp_path / "other"
    chosen.mkdir()
    other.mkdir()
    (chosen / "a.md").write_text("old", encoding="utf-8")
    (other / "a.md").write_text("mine", encoding="utf-8")
    fsync = os.fsync

    def swap(descriptor: int) -> None:
        if not (tmp_path / "moved").exists():
            chosen.rename(tmp_path / "moved")
            chosen.symlink_to(other)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", swap)
    write({"b.md": "two", "a.md": "one"}, chosen, overwrite=overwrite)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in other.iterdir()] == [("a.md", "mine")]
    assert (tmp_path / "moved" / "b.md").read_text(encoding="utf-8") == "two"


@pytest.mark.parametrize("what", ["link", "pipe", "file"])
def test_what_slips_in_after_the_look_is_neither_followed_nor_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("mine", encoding="utf-8")
    folder = tmp_path / "notes"
    folder.mkdir()
    fsync = os.fsync

    def slip(descriptor: int) -> None:
        if what == "link":
            (folder / "a.md").symlink_to(secret)
        elif what == "pipe":
            os.mkfifo(folder / "a.md")
        else:
            (folder / "a.md").write_text("theirs", encoding="utf-8")
        monkeypatch.setattr(os, "fsync", fsync)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", slip)
    assert write({"a.md": "one"}, folder, overwrite=True).refused == (folder / "a.md",)
    assert secret.read_text(encoding="utf-8") == "mine"
    assert [path.name for path in folder.iterdir()] == ["a.md"]


def test_a_link_that_takes_the_place_of_a_file_meanwhile_is_replaced_and_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("mine", encoding="utf-8")
    (tmp_path / "a.md").write_text("old", encoding="utf-8")
    fsync = os.fsync

    def swap(descriptor: int) -> None:
        (tmp_path / "a.md").unlink()
        (tmp_path / "a.md").symlink_to(secret)
        monkeypatch.setattr(os, "fsync", fsync)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", swap)
    write({"a.md": "one"}, tmp_path, overwrite=True)
    assert secret.read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "a.md").is_symlink()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT])
def test_a_disk_that_refuses_is_told_and_leaves_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    (tmp_path / "b.md").write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", fail)
    for name in ("a.md", "b.md"):
        with pytest.raises(CannotWrite) as caught:
            write({name: "one"}, tmp_path, overwrite=True)
        assert str(tmp_path / name) in caught.value.sentence
        assert os.strerror(number) in caught.value.sentence
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("b.md", "old")]


@pytest.mark.parametrize("where", ["/proc/self/notes", "/dev/null", "/dev/null/notes", "/proc/self/fd/notes", "/proc"])
@pytest.mark.skipif(sys.platform != "linux", reason="these are places of Linux")
def test_a_place_that_cannot_be_a_folder_is_told(where: str) -> None:
    with pytest.raises(CannotWrite, match=where):
        write({"a.md": "one"}, Path(where), overwrite=True)


@pytest.mark.parametrize("name", ["\0", "a\0b", "x" * 300])
def test_a_folder_of_an_impossible_name_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotWrite):
        write({"a.md": "one"}, tmp_path / name, overwrite=False)


def test_links_in_a_ring_are_told(tmp_path: Path) -> None:
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    with pytest.raises(CannotWrite, match="ring"):
        write({"a.md": "one"}, tmp_path / "ring", overwrite=False)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only to this user")
def test_a_folder_that_takes_no_files_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CannotWrite, match=r"a\.md"):
            write({"a.md": "one"}, tmp_path, overwrite=False)
    finally:
        tmp_path.chmod(0o700)


def test_nothing_goes_into_readers_own_folders(tmp_path: Path) -> None:
    library = tmp_path / "library"
    (library / "articles").mkdir(parents=True)
    (tmp_path / "link").symlink_to(library / "articles")
    ways = [library, library / "articles", library / "new" / "deep", tmp_path / "link", tmp_path / "x/../library"]
    for way in ways:
        with pytest.raises(CannotWrite, match="own folder"):
            write({"a.md": "one"}, way, overwrite=True, own=[library, tmp_path / "state"])
    with pytest.raises(CannotWrite, match="own folder"):
        write({"a.md": "one"}, tmp_path / "state" / "notes", overwrite=True, own=[library, tmp_path / "state"])
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["articles", "library", "link"]
    assert write({"a.md": "one"}, tmp_path / "library-notes", overwrite=False, own=[library]).written


def test_a_shut_door_lets_nothing_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_SECURE", "1")
    with pytest.raises(TurnedOff):
        write({"a.md": "one"}, tmp_path / "notes", overwrite=True)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def one_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a disk on which letters of both cases are the same, as the system calls show it."""

    def found(name: str, dir_fd: int | None) -> str:
        there = {path.name.casefold(): path.name for path in tmp_path.iterdir()} if dir_fd is not None else {}
        return there.get(str(name).casefold(), name)

    def folded(call: Callable[..., Any]) -> Callable[..., Any]:
        def stand_in(name: str, *rest: Any, **named: Any) -> Any:
            return call(found(name, named.get("dir_fd")), *rest, **named)

        return stand_in

    def naming(call: Callable[..., Any]) -> Callable[..., Any]:
        def stand_in(before: str, after: str, **named: Any) -> Any:
            return call(before, found(after, named.get("dst_dir_fd")), **named)

        return stand_in

    for name in ("open", "stat"):
        monkeypatch.setattr(os, name, folded(getattr(os, name)))
    for name in ("link", "replace"):
        monkeypatch.setattr(os, name, naming(getattr(os, name)))
    return tmp_path


def test_a_file_of_the_same_name_in_other_letters_is_left_unless_asked(one_case: Path) -> None:
    there = one_case / "A.MD"
    there.write_text("mine", encoding="utf-8")
    assert write({"a.md": "one"}, one_case, overwrite=False).refused == (one_case / "a.md",)
    assert there.read_text(encoding="utf-8") == "mine"
    assert write({"a.md": "one"}, one_case, overwrite=True).written == (one_case / "a.md",)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in one_case.iterdir()] == [("A.MD", "one")]
