"""A file is either as it was or wholly new, nobody else may read it, and no litter is left."""

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.domain.errors import CannotWrite, WouldOverwrite
from reader.files import make_folder, new_file, opened, remove_litter, sweep, write_atomically

if sys.platform != "win32":
    import fcntl

HOUSE = Path(__file__).parents[1]

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="this is about POSIX")


@pytest.fixture(params=[0o000, 0o022, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Three umasks in turn."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("overwrite", [True, False])
def test_what_is_written_is_there_and_nothing_else(tmp_path: Path, overwrite: bool) -> None:  # noqa: FBT001 - a case
    write_atomically(tmp_path / "a.md", b"one\r\ntwo\n\x00\xff", overwrite=overwrite)
    assert (tmp_path / "a.md").read_bytes() == b"one\r\ntwo\n\x00\xff"
    assert names(tmp_path) == ["a.md"]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old and longer")
    write_atomically(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_file_in_the_way_stays_unless_overwriting_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    with pytest.raises(WouldOverwrite, match=r"a\.md"):
        write_atomically(tmp_path / "a.md", b"new", overwrite=False)
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert names(tmp_path) == ["a.md"]


@on_posix
def test_our_own_files_are_for_the_owner_alone(tmp_path: Path, umask: int) -> None:
    write_atomically(make_folder(tmp_path / "a" / "b") / "c.md", b"")
    assert [mode(path) for path in (tmp_path / "a", tmp_path / "a/b", tmp_path / "a/b/c.md")] == [0o700, 0o700, 0o600]


@on_posix
def test_an_exported_file_follows_the_umask(tmp_path: Path, umask: int) -> None:
    write_atomically(tmp_path / "a.md", b"", mode=None)
    assert mode(tmp_path / "a.md") == 0o666 & ~umask


@on_posix
@pytest.mark.parametrize("overwrite", [True, False])
def test_a_link_is_never_followed(tmp_path: Path, overwrite: bool) -> None:  # noqa: FBT001 - a case
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "a.md").symlink_to(tmp_path / "secret")
    if overwrite:
        write_atomically(tmp_path / "a.md", b"new")
        assert not (tmp_path / "a.md").is_symlink()
    else:
        with pytest.raises(WouldOverwrite):
            write_atomically(tmp_path / "a.md", b"new", overwrite=False)
    assert (tmp_path / "secret").read_bytes() == b"secret"


@pytest.mark.parametrize("name", ["漢" * 80, "a" * 240])
def test_a_long_name_is_no_trouble(tmp_path: Path, name: str) -> None:
    write_atomically(tmp_path / name, b"new")
    assert names(tmp_path) == [name]


@on_posix
def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        write_atomically(tmp_path / ("a" * 300), b"new")
    assert names(tmp_path) == []


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_folder_that_is_not_there_is_told(tmp_path: Path, overwrite: bool) -> None:  # noqa: FBT001 - a case
    with pytest.raises(CannotWrite):
        write_atomically(tmp_path / "none" / "a.md", b"new", overwrite=overwrite)


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"file")
    for folder in (tmp_path / "a", tmp_path / "a" / "b"):
        with pytest.raises(CannotWrite):
            make_folder(folder)
    with pytest.raises(CannotWrite):
        write_atomically(tmp_path / "a" / "b.md", b"new")
    assert (tmp_path / "a").read_bytes() == b"file"


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir(mode=0o755)
    before = mode(tmp_path / "shared")
    assert make_folder(tmp_path / "shared") == tmp_path / "shared"
    assert mode(tmp_path / "shared") == before


def failing(number: int) -> object:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_call_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    with monkeypatch.context() as patched:
        patched.setattr(os, call, failing(number))
        with pytest.raises(CannotWrite, match="untouched"):
            write_atomically(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert names(tmp_path) == ["a.md"]


def test_the_litter_of_killed_writers_is_removed_and_nothing_else(tmp_path: Path) -> None:
    others = [
        ".a.md.0123456789abcdef.tmp.txt",
        ".a.md.tmp",
        ".b.md.0123456789abcdef.tmp",
        "a.md",
        "a.md.0123456789abcdef.tmp",
    ]
    for name in (*others, ".a.md.0123456789abcdef.tmp"):
        (tmp_path / name).write_bytes(b"")
    remove_litter(tmp_path / "a.md")
    remove_litter(tmp_path / "none" / "a.md")
    assert names(tmp_path) == sorted(others)


def test_an_interrupted_write_leaves_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_atomically(tmp_path / "a.md", b"new")
    assert names(tmp_path) == []


@pytest.mark.parametrize("taken", [True, False])
def test_a_disk_without_hard_links_serves(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    taken: bool,  # noqa: FBT001 - a case
) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    if taken:
        (tmp_path / "a.md").write_bytes(b"old")
        with pytest.raises(WouldOverwrite):
            write_atomically(tmp_path / "a.md", b"new", overwrite=False)
    else:
        write_atomically(tmp_path / "a.md", b"new", overwrite=False)
    assert (tmp_path / "a.md").read_bytes() == (b"old" if taken else b"new")
    assert names(tmp_path) == ["a.md"]


@on_posix
@pytest.mark.parametrize("number", [errno.EINVAL, errno.EIO])
def test_a_folder_that_the_disk_cannot_confirm_is_told_unless_it_never_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    fsync = os.fsync

    def no_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", no_folders)
    if number == errno.EIO:
        with pytest.raises(CannotWrite, match="did not confirm"):
            write_atomically(tmp_path / "a.md", b"new")
    else:
        write_atomically(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"new"


@on_posix
def test_a_sweep_takes_the_litter_of_killed_writers_and_nothing_else(tmp_path: Path) -> None:
    others = ["a.md", ".a.md.tmp", "a.md.0123456789abcdef.tmp", ".a.md.0123456789abcdef.tmp.txt"]
    for name in (*others, ".a.md.0123456789abcdef.tmp", ".漢.md.00000000000000ff.tmp"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / ".link.0123456789abcdef.tmp").symlink_to(tmp_path / "a.md")
    os.mkfifo(tmp_path / ".pipe.0123456789abcdef.tmp")
    sweep(tmp_path)
    sweep(tmp_path / "none")
    assert names(tmp_path) == sorted([*others, ".link.0123456789abcdef.tmp"])


@on_posix
def test_a_sweep_leaves_a_file_that_is_being_written(tmp_path: Path) -> None:
    with new_file(tmp_path / "a.md") as file:
        sweep(tmp_path)
        file.write(b"new")
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert names(tmp_path) == ["a.md"]


@on_posix
def test_what_a_killed_writer_left_is_swept(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from reader.files import new_file\n"
        "with new_file(Path(sys.argv[1])) as file:\n"
        "    file.write(b'half'); file.flush(); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.md")], check=False, cwd=HOUSE)
    assert killed.returncode == -signal.SIGKILL
    assert len(names(tmp_path)) == 1
    sweep(tmp_path)
    assert names(tmp_path) == []


@on_posix
def test_a_writer_whose_new_file_was_taken_for_litter_makes_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flock, seen = fcntl.flock, []

    def quicker(descriptor: int, how: int) -> None:
        seen.extend(names(tmp_path))
        if len(seen) == 1:
            (tmp_path / seen[0]).unlink()
        flock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", quicker)
    write_atomically(tmp_path / "a.md", b"new")
    assert len(set(seen)) == 2
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert names(tmp_path) == ["a.md"]


@on_posix
@pytest.mark.parametrize("overwrite", [True, False])
def test_a_folder_that_is_swapped_meanwhile_gets_nothing(tmp_path: Path, overwrite: bool) -> None:  # noqa: FBT001 - a case
    (tmp_path / "chosen").mkdir()
    (tmp_path / "other").mkdir()
    with (
        opened(tmp_path / "chosen") as folder,
        new_file(tmp_path / "chosen" / "a.md", overwrite=overwrite, folder=folder) as file,
    ):
        (tmp_path / "chosen").rename(tmp_path / "moved")
        (tmp_path / "chosen").symlink_to(tmp_path / "other")
        file.write(b"new")
    assert names(tmp_path / "other") == []
    assert names(tmp_path / "moved") == ["a.md"]


@on_posix
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT])
@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_a_refusal_names_the_file_and_the_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, call, failing(number))
        with pytest.raises(CannotWrite) as caught:
            write_atomically(tmp_path / "a.md", b"new")
    assert str(tmp_path / "a.md") in caught.value.sentence
    assert os.strerror(number) in caught.value.sentence


@on_posix
def test_the_name_of_a_new_folder_is_put_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync, synced = os.fsync, []

    def watched(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_ino)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    make_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path.stat().st_ino, (tmp_path / "a").stat().st_ino]


@pytest.mark.skipif(sys.platform != "linux", reason="only there is a folder made that takes no files")
def test_a_folder_that_cannot_be_is_told() -> None:
    with pytest.raises(CannotWrite, match="/proc/self/none"):
        make_folder(Path("/proc/self/none"))
