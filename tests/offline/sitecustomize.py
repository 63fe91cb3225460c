"""Loaded first by every Python process that a test starts: nothing beyond the loopback interface is reached.

Whatever is tried is written down, so that a try which somebody catches and hides is counted all the same.
"""

import os
import sys

TRIES = "READER_TEST_TRIES"
"""The variable that names the file in which tries are written down."""

LOOPBACK = ("127.", "::1", "localhost")
LOOKUPS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"})
SENDS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})


class NetworkForbiddenError(AssertionError):
    """A test tried to leave this machine."""


def is_near(address: object) -> bool:
    """Whether an address is on this machine: a Unix socket, the loopback interface, or that of the call before."""
    if isinstance(address, tuple):
        return str(address[0]).startswith(LOOPBACK)
    return address is None or isinstance(address, str | bytes)


def refuse(what: str) -> None:
    """Write a try down and raise NetworkForbiddenError."""
    if place := os.environ.get(TRIES):
        with open(place, "a", encoding="utf-8") as file:  # noqa: PTH123 - pathlib would be loaded into every process
            file.write(f"{os.getpid()}: {what}\n")
    raise NetworkForbiddenError(what)


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Look at what Python is about to do (PEP 578)."""
    if event in SENDS and not is_near(arguments[1]):
        refuse(f"a connection to {arguments[1]!r} was tried")
    elif event in LOOKUPS and arguments[0] is not None and not is_near((_host(arguments[0]),)):
        refuse(f"the name {arguments[0]!r} was looked up")


def _host(given: object) -> object:
    if isinstance(given, tuple):
        return given[0]
    return given.decode("ascii", "replace") if isinstance(given, bytes) else given


if __name__ == "sitecustomize":
    sys.addaudithook(watch)
