"""R2, by strace: what the kernel sees is what the other harnesses watch, and real errors are met as the made ones."""

import errno
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.actions import ACTIONS
from tests.faults.damage import JOURNAL
from tests.faults.stores import FULL, NOTES, STORES, filled, found_in, litter, on_linux, printed_by

pytestmark = on_linux

NAMES = {
    "write": "write",
    "pwrite64": "write",
    "writev": "write",
    "fsync": "fsync",
    "fdatasync": "fsync",
    "ftruncate": "truncate",
    "truncate": "truncate",
    "rename": "rename",
    "renameat": "rename",
    "renameat2": "rename",
    "link": "link",
    "linkat": "link",
    "unlink": "unlink",
    "unlinkat": "unlink",
    "mkdir": "mkdir",
    "mkdirat": "mkdir",
}
"""The system calls that change what lies on a disk, and what the watch calls them."""
WATCHED = list(ACTIONS) if FULL else ["a longer note", "closing", "restoring"]
FAILING = list(ACTIONS) if FULL else ["a shorter note"]
ERRORS = ["ENOSPC", "EIO", "EROFS", "EDQUOT"] if FULL else ["ENOSPC"]


@pytest.fixture
def strace(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The command; skips where there is none, or where no process may trace another."""
    command = shutil.which("strace")
    if not command:
        pytest.skip("strace is not installed (apt-get install strace)")
    tried = subprocess.run([command, "-qq", "-o", "/dev/null", "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"strace does not work here: {tried.stderr.strip()[:100]}")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    return [command, "-f", "-qq", "-y"]


def seen_by_kernel(log: Path, folder: Path) -> Iterator[str]:
    """What the watch should have called each call on the files of a folder that succeeded."""
    for line in log.read_text(errors="replace").splitlines():
        found = re.match(r"\d+ +(\w+)\((.*)\) += (-?\d+)", line)
        if found and found[1] in NAMES and str(folder) in found[2] and int(found[3]) >= 0:
            yield NAMES[found[1]]


@pytest.mark.parametrize("action", WATCHED)
def test_the_watch_sees_every_call_that_the_kernel_sees(tmp_path: Path, strace: list[str], action: str) -> None:
    folder, log = tmp_path / "library", tmp_path / "log"
    ACTIONS[action].prepare(STORES["reader"], folder / NOTES)
    under = [*strace, "-e", f"trace={','.join(NAMES)}", "-o", str(log)]
    done = printed_by("actions", "reader", action, folder, under=under)
    seen = list(seen_by_kernel(log, folder))
    assert [name for name in done["calls"] if name in NAMES.values()] == seen
    assert "fsync" in seen


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("action", FAILING)
@pytest.mark.parametrize("call", ["?write", "?fsync", "?rename,?renameat,?renameat2", "?link,?linkat"])
def test_a_call_that_the_kernel_fails_leaves_the_old_or_the_new(
    tmp_path: Path, strace: list[str], action: str, call: str, error: str
) -> None:
    doing, log, reason = ACTIONS[action], tmp_path / "log", os.strerror(getattr(errno, error))
    doing.prepare(STORES["reader"], tmp_path / "start" / NOTES)
    for place in range(1, 100):
        folder = tmp_path / str(place)
        shutil.copytree(tmp_path / "start", folder)
        only = ["-P", str(folder / JOURNAL), "-P", str(folder / NOTES)] if call == "?write" else []
        under = [*strace, *only, "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={place}"]
        told = printed_by("actions", "reader", action, folder, under=[*under, "-o", str(log)])["told"]
        if "INJECTED" not in log.read_text(errors="replace"):
            return
        assert not told or (str(folder) in told and reason in told)
        assert doing.verdict(found_in(STORES["reader"], folder / NOTES), done=not told) in {"old", "new"}
        filled(STORES["reader"], folder / NOTES, {99: "the next one"})
        assert litter(folder) == set()
