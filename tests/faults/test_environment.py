"""R2 and R4: full disks, folders that are none, links, pipes and clocks that run backwards."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from reader.domain.errors import CannotWrite, ReaderError
from tests.faults.actions import LONG
from tests.faults.calls import Call, watching
from tests.faults.stores import HOUSE, NOTES, STORES, STUCK, ReaderStore, found_in, on_linux, unclosed

pytestmark = on_linux

LIMITED = """
import resource, signal, sys
from pathlib import Path
from tests.faults.stores import ACCIDENTS, STORES
kind, path, length = STORES[sys.argv[1]], Path(sys.argv[2]), int(sys.argv[3])
store = kind(path)
store.load()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (length, resource.RLIM_INFINITY))
from reader.domain.errors import ReaderError
try:
    store.save(2, "long " * 20_000)
    print("saved")
except ReaderError as error:
    print(error.sentence)
except ACCIDENTS as error:
    print("traceback", type(error).__name__)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
if sys.argv[1] == "reader":
    store.save(3, "after all")
"""


def limited(kind: str, folder: Path) -> str:
    """What a program says that saves more than a file may hold."""
    store = STORES[kind](folder / NOTES)
    store.save(1, "what was there before")
    store.close()
    largest = max(each.stat().st_size for each in folder.iterdir())
    command = [sys.executable, "-c", LIMITED, kind, str(folder / NOTES), str(largest + 1_000)]
    process = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, timeout=STUCK, check=False)
    assert process.stderr == ""
    return process.stdout.strip()


def test_a_file_that_may_not_grow_is_told_and_costs_nothing(tmp_path: Path) -> None:
    said = limited("reader", tmp_path)
    assert str(tmp_path) in said
    assert os.strerror(27) in said
    assert found_in(STORES["reader"], tmp_path / NOTES) == {1: "what was there before", 3: "after all"}


@unclosed
def test_a_file_that_may_not_grow_costs_stock_tinydb_its_content(tmp_path: Path) -> None:
    assert limited("stock", tmp_path).startswith("traceback")
    assert isinstance(found_in(STORES["stock"], tmp_path / NOTES), str)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with a quarter of a megabyte."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if not mount or subprocess.run([mount, *options], capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_told_and_takes_the_next_save_when_there_is_room(small_disk: Path) -> None:
    store = ReaderStore(small_disk / NOTES)
    store.save(1, "what was there before")
    ballast = small_disk / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4_096))
    with pytest.raises(CannotWrite, match=f"{re.escape(str(small_disk))}.*No space"):
        store.save(2, LONG)
    assert store.load() == {1: "what was there before"}
    assert found_in(STORES["reader"], small_disk / NOTES) == {1: "what was there before"}
    ballast.unlink()
    store.save(2, LONG)
    store.close()
    assert found_in(STORES["reader"], small_disk / NOTES) == {1: "what was there before", 2: LONG}


def test_a_folder_that_is_read_only_opens_and_refuses_to_save(tmp_path: Path) -> None:
    store = ReaderStore(tmp_path / NOTES)
    store.save(1, "what was there before")
    store.close()

    def read_only(call: Call) -> None:
        if call.changes:
            raise OSError(30, os.strerror(30), call.path)

    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    with watching(tmp_path, read_only):
        store = ReaderStore(tmp_path / NOTES)
        assert store.load() == {1: "what was there before"}
        with pytest.raises(CannotWrite, match="Read-only"):
            store.save(2, "new")
        store.close()
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before


def test_a_link_to_the_notes_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / NOTES
    link.symlink_to(tmp_path / "elsewhere" / "real.json")
    store = ReaderStore(link)
    for number in range(1, 4):
        store.save(number, "by the link")
        store.compact()
    store.close()
    assert link.is_symlink()
    assert not (tmp_path / "notes.local.journal").exists()
    assert len(ReaderStore(tmp_path / "elsewhere" / "real.json").load()) == 3


@pytest.mark.parametrize("made", [os.mkdir, os.mkfifo], ids=["a folder", "a pipe"])
@pytest.mark.parametrize("name", [NOTES, "notes.local.journal", "notes.local.bak", "notes.json.lock"])
def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path, name: str, made: Callable[[Path], None]) -> None:
    store = ReaderStore(tmp_path / NOTES)
    store.save(1, "what was there before")
    store.compact()
    store.close()
    (tmp_path / name).unlink(missing_ok=True)
    made(tmp_path / name)
    with waited_for_at_most(STUCK):
        store = ReaderStore(tmp_path / NOTES)
        try:
            store.load()
            store.save(2, "new")
        except ReaderError as error:
            assert str(tmp_path) in error.sentence  # noqa: PT017 - it may work as well
        store.close()


@contextmanager
def waited_for_at_most(seconds: int) -> Iterator[None]:
    """A block that fails when it takes so long that it is stuck."""

    def fail(*_: object) -> None:
        raise TimeoutError("stuck")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_a_clock_that_runs_backwards_hides_nothing_and_loses_nothing(tmp_path: Path) -> None:
    idle, busy = ReaderStore(tmp_path / NOTES), ReaderStore(tmp_path / NOTES)
    for number in range(1, 41):
        busy.save(number, "new")
        if number % 5 == 0:
            busy.compact()
        earlier = 2_000_000_000 - number * 86_400
        for each in (*tmp_path.iterdir(), tmp_path):
            os.utime(each, (earlier, earlier))
        assert len(idle.load()) == 2 * number - 1
        idle.save(100 + number, "new")
        assert len(busy.load()) == 2 * number
        busy.notes.undo()
        idle.save(100 + number, "again")
        assert idle.load() == ReaderStore(tmp_path / NOTES).load()
