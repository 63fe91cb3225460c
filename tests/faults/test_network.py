"""Reader reaches nothing beyond the loopback interface: what the kernel sees of it, and what the tests catch."""

import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.offline.sitecustomize import TRIES

HOUSE = Path(__file__).parents[2]
STUCK = 60
"""Seconds after which a process is taken to be stuck; strace is slow."""

CALLS = "connect,sendto,sendmsg,sendmmsg"
ARTICLE = (
    b"Ferries to the islands stop for a week\n\nBy Per Dahl in Vardo\n\nAnna Berg said on Tuesday that the strike "
    b"would cost $2.5mn a day. More on https://192.0.2.1/ferries and at [the board](https://192.0.2.2/strike).\n"
)
TO_NOWHERE = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 9))"
"""A datagram socket only notes the address: nothing is sent. The address is kept for documents (RFC 5737)."""


def outside(trace: str) -> list[str]:
    """The calls of a trace that name an address elsewhere, or ask a name server wherever it is."""
    calls = [line for line in trace.splitlines() if "sa_family=AF_INET" in line]
    near = re.compile(r'inet_addr\("127\.|inet_pton\(AF_INET6, "::1"')
    return [line for line in calls if not near.search(line) or "htons(53)" in line]


@pytest.fixture
def traced(tmp_path: Path) -> list[str]:
    """The command that traces what is added to it into the file `trace`."""
    strace = shutil.which("strace")
    if not strace:
        pytest.skip("strace is not here")
    command = [strace, "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(tmp_path / "trace")]
    tried = subprocess.run([*command, "true"], capture_output=True, check=False, timeout=STUCK)
    if tried.returncode:
        pytest.skip(f"nothing can be traced here: {tried.stderr.decode()[:200]}")
    return command


@pytest.fixture
def unguarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The processes that are started run without the guard, as on the person's machine."""
    monkeypatch.setenv("PYTHONPATH", str(HOUSE))


def run(command: list[str], stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end."""
    return subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=HOUSE, timeout=STUCK)


@pytest.mark.usefixtures("unguarded")
def test_no_verb_calls_anybody(traced: list[str], tmp_path: Path) -> None:
    reader = [sys.executable, "-m", "reader"]
    added = json.loads(run([*traced, *reader, "add", "-", "--json"], ARTICLE).stdout)["added"][0]["id"]
    seen = (tmp_path / "trace").read_text(encoding="utf-8")
    verbs = [
        ["add", "https://192.0.2.1/ferries"], ["list"], ["show", added], ["entities", added], ["analyse", "-"],
        ["note", added, "https://192.0.2.1"], ["export", "--all", "--text", "-o", str(tmp_path / "out")],
        ["backup", str(tmp_path / "out.zip")], ["check"], ["doctor"], ["sample"],
    ]  # fmt: skip
    for words in verbs:
        done = run([*traced, *reader, *words], ARTICLE)
        assert done.returncode == (1 if words[-1].startswith("https:") and words[0] == "add" else 0), done.stderr
        seen += (tmp_path / "trace").read_text(encoding="utf-8")
    assert outside(seen) == []


@pytest.mark.usefixtures("unguarded")
def test_the_app_calls_nobody(traced: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    run([sys.executable, "-m", "reader", "add", "-"], ARTICLE)
    for keys in walked([*traced, sys.executable, "-m", "reader"]):
        keys("Ferries", b"\r")
        keys("marks: ", b"h")
        keys("Highlighted", b"q")
    assert outside((tmp_path / "trace").read_text(encoding="utf-8")) == []


class Walk:
    """A process on a terminal of its own: waits for words on the screen, then presses keys."""

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self._seen = b""

    def __call__(self, words: str, keys: bytes) -> None:
        """Wait until words were drawn since the keys before, then press keys."""
        end = time.monotonic() + STUCK
        while words.encode() not in self._seen:
            self._seen += self._read(words, end)
        self._seen = b""
        os.write(self._terminal, keys)

    def drain(self) -> None:
        """Read what is left, until the other end is closed."""
        end = time.monotonic() + STUCK
        with suppress(OSError):  # EIO: nobody is there any more
            while self._read("the end", end):
                pass

    def _read(self, awaited: str, end: float) -> bytes:
        if not select.select([self._terminal], [], [], max(0, end - time.monotonic()))[0]:
            raise AssertionError(f"{awaited} never came; this did: {self._seen[-2000:]!r}")
        return os.read(self._terminal, 65536)


def walked(command: list[str]) -> Iterator[Walk]:
    """Start a command on a terminal, let it be walked through, and wait for its end."""
    process, terminal = pty.fork()
    if not process:
        os.chdir(HOUSE)
        os.execvp(command[0], command)  # noqa: S606 - a list of arguments
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        walk = Walk(terminal)
        yield walk
        walk.drain()
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
        process = 0
    finally:
        os.close(terminal)
        if process:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


# -- that it would be seen


@pytest.mark.usefixtures("unguarded")
def test_a_connection_would_be_seen_by_the_trace(traced: list[str], tmp_path: Path) -> None:
    assert run([*traced, sys.executable, "-c", TO_NOWHERE]).returncode == 0
    assert len(outside((tmp_path / "trace").read_text(encoding="utf-8"))) == 1


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ('1 connect(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = 0', 0),
        ('1 connect(3, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("127.0.0.53")}, 16) = 0', 1),
        ('1 sendto(3, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("192.0.2.1")}, 16) = 1', 1),
        ('1 connect(3, {sa_family=AF_INET6, inet_pton(AF_INET6, "::1", &sin6_addr)}, 28) = 0', 0),
        ('1 connect(3, {sa_family=AF_INET6, inet_pton(AF_INET6, "2001:db8::1", &sin6_addr)}, 28) = -1', 1),
        ('1 connect(3, {sa_family=AF_UNIX, sun_path="/run/x"}, 110) = 0', 0),
    ],
)
def test_only_what_leaves_this_machine_counts(line: str, count: int) -> None:
    assert len(outside(line)) == count


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('192.0.2.1', 80), 5)",
        "import socket; socket.socket().connect_ex(('192.0.2.1', 80))",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 9))",
        "import socket; socket.getaddrinfo('post.example', 80)",
        "import _socket; _socket.socket().connect(('192.0.2.1', 80))",
        "import urllib.request; urllib.request.urlopen('http://192.0.2.1/', timeout=5)",
        TO_NOWHERE,
    ],
)
def test_a_process_that_a_test_starts_is_caught_and_counted(code: str, tries: Path) -> None:
    hiding = f"try:\n    {code}\nexcept BaseException:\n    pass"
    assert b"NetworkForbiddenError" in run([sys.executable, "-c", code]).stderr
    assert run([sys.executable, "-c", hiding]).returncode == 0
    assert len(tries.read_text(encoding="utf-8").splitlines()) == 2


def test_a_process_that_a_test_starts_may_talk_to_this_machine(tries: Path) -> None:
    code = (
        "import socket; here = socket.create_server(('127.0.0.1', 0)); "
        "socket.create_connection(here.getsockname(), 5); socket.socketpair(); socket.getaddrinfo('localhost', 80)"
    )
    assert run([sys.executable, "-c", code]).stderr == b""
    assert not tries.exists()


def test_a_run_of_tests_in_which_something_tried_fails_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(TRIES)
    monkeypatch.setenv("PYTHONPATH", str(HOUSE))
    (tmp_path / "tests").mkdir()
    shutil.copy(HOUSE / "tests" / "conftest.py", tmp_path / "tests")
    (tmp_path / "tests" / "test_hidden.py").write_text(
        "import subprocess, sys\n\n"
        "def test_it():\n"
        f"    subprocess.run([sys.executable, '-c', {TO_NOWHERE!r}], capture_output=True)\n",
        encoding="utf-8",
    )
    done = run([sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path)])
    assert b"1 passed" in done.stdout
    assert b"connections beyond the loopback interface: 1" in done.stdout
    assert done.returncode == 1
