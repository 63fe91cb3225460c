"""What every test stands on: no network, no home folder."""

import os
import socket
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.offline import sitecustomize
from tests.offline.sitecustomize import TRIES, is_near, refuse

# The machines are shared: how long one example takes says nothing about the code.
settings.register_profile("reader", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("reader")

OFFLINE = Path(sitecustomize.__file__).parent
"""The folder that makes every process of Python that a test starts load the guard first."""

_TRIES = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep the processes that tests start at home too, those of xdist among them; all tries go into one file."""
    if TRIES in os.environ:
        return
    descriptor, os.environ[TRIES] = tempfile.mkstemp(prefix="reader-tries-")
    os.close(descriptor)
    given = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(OFFLINE), *([given] if given else [])])
    config.stash[_TRIES] = Path(os.environ[TRIES])


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run where anything tried to leave this machine, though its test may have passed."""
    place = session.config.stash.get(_TRIES, None)
    if place and place.read_text(encoding="utf-8") and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Tell how often anything tried to leave this machine."""
    place = config.stash.get(_TRIES, None)
    if place:
        tries = place.read_text(encoding="utf-8").splitlines()
        terminalreporter.write_line(f"connections beyond the loopback interface: {len(tries)}")
        for line in tries:
            terminalreporter.write_line(f"  process {line}", red=True)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    place = config.stash.get(_TRIES, None)
    if place:
        place.unlink(missing_ok=True)
        del os.environ[TRIES]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the loopback interface may be reached."""
    connect = socket.socket.connect
    connect_ex = socket.socket.connect_ex

    def guarded(self: socket.socket, address: tuple[str, int]) -> None:
        if not is_near(address):
            refuse(f"a connection to {address} was tried")
        connect(self, address)

    def guarded_ex(self: socket.socket, address: tuple[str, int]) -> int:
        if not is_near(address):
            refuse(f"a connection to {address} was tried")
        return connect_ex(self, address)

    def no_lookup(host: str | None, *_: object, **__: object) -> None:
        refuse(f"the name {host} was looked up")

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)
    monkeypatch.setattr(socket, "getaddrinfo", no_lookup)


@pytest.fixture
def tries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of its own for the tries of a test that tries on purpose."""
    monkeypatch.setenv(TRIES, str(tmp_path / "tries"))
    return tmp_path / "tries"


@pytest.fixture(autouse=True)
def no_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """HOME and Reader's own folders lie in a temporary place, and every way out of Reader is open."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("READER_HOME", str(home / "reader"))
    names = ("READER_LIBRARY", "READER_SECURE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    for name in names:
        monkeypatch.delenv(name, raising=False)
    return home
