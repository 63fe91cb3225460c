"""What every test stands on: no network, no home folder."""

import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The machines are shared: how long one example takes says nothing about the code.
settings.register_profile("reader", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("reader")

LOOPBACK = ("127.", "::1", "localhost")


class NetworkForbiddenError(AssertionError):
    """A test tried to leave this machine."""


def _is_near(address: object) -> bool:
    if isinstance(address, tuple):
        return str(address[0]).startswith(LOOPBACK)
    return isinstance(address, str | bytes)  # a Unix socket


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the loopback interface may be reached."""
    connect = socket.socket.connect
    connect_ex = socket.socket.connect_ex

    def guarded(self: socket.socket, address: tuple[str, int]) -> None:
        if not _is_near(address):
            raise NetworkForbiddenError(f"a connection to {address} was tried")
        connect(self, address)

    def guarded_ex(self: socket.socket, address: tuple[str, int]) -> int:
        if not _is_near(address):
            raise NetworkForbiddenError(f"a connection to {address} was tried")
        return connect_ex(self, address)

    def no_lookup(host: str | None, *_: object, **__: object) -> list[object]:
        raise NetworkForbiddenError(f"the name {host} was looked up")

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)
    monkeypatch.setattr(socket, "getaddrinfo", no_lookup)


@pytest.fixture(autouse=True)
def no_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """HOME and Reader's own folders lie in a temporary place."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("READER_HOME", str(home / "reader"))
    for name in ("READER_LIBRARY", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return home
