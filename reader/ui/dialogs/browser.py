"""Hands an address of the web to the person's browser: a list of arguments, never a line for a shell."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from threading import Thread

from reader.domain.doors import is_secure
from reader.ui.dialogs.address import plain_address

IN_THE_TERMINAL = frozenset({"w3m", "lynx", "links", "links2", "elinks", "www-browser", "browsh", "carbonyl", "chawan"})
"""Browsers that would take over the terminal that Reader has; they count as none."""

OPENERS = {
    "darwin": (("open",),),
    "win32": (("rundll32", "url.dll,FileProtocolHandler"),),
}
OTHER_OPENERS = (("xdg-open",), ("gio", "open"), ("wslview",))
"""What opens an address with the program that the person chose for it. None of them understands "--" before it, and
none needs it: an address that is handed over begins with "http"."""

Find = Callable[[str], str | None]


def find_browser(environment: Mapping[str, str]) -> Callable[[str], object] | None:
    """What opens an address in a window of its own; None where there is no screen for one, as over ssh.

    None also where READER_SECURE is set.

    What is returned raises OSError where the program cannot be started, and opens nothing but addresses of the web.
    """
    if is_secure(environment):
        return None
    has_screen = sys.platform in OPENERS or bool({"DISPLAY", "WAYLAND_DISPLAY"} & environment.keys())
    if "SSH_CONNECTION" in environment or not (has_screen or environment.get("BROWSER")):
        return None
    command = browser_command(environment)
    return (lambda url: _start([*command, plain_address(url)])) if command else None


def browser_command(
    environment: Mapping[str, str], *, platform: str = sys.platform, find: Find = shutil.which
) -> list[str]:
    """The program with its first arguments, to which the address is added; [] where there is none.

    BROWSER goes first, where it names a program that is there: several stand apart by colons, and "%s" at the end is
    where the address goes in any case. One that wants the address in the middle of something is passed over.
    """
    for command in (*_wished(environment.get("BROWSER", "")), *OPENERS.get(platform, OTHER_OPENERS)):
        found = find(command[0])
        if found and PurePath(command[0]).name not in IN_THE_TERMINAL:
            return [found, *command[1:]]
    return []


def _wished(line: str) -> Iterator[Sequence[str]]:
    for one in line.split(os.pathsep):
        try:
            words = shlex.split(one, posix=os.name != "nt")
        except ValueError:  # a quote is left open
            continue
        command = words[:-1] if words[-1:] == ["%s"] else words
        if command and command[-1] != "&" and not any("%" in word for word in command):
            yield command


def _start(command: Sequence[str]) -> None:
    """Start a program that lives on its own; nothing it says reaches the screen. Raises OSError."""
    if not command[-1]:
        return
    process = subprocess.Popen(  # noqa: S603 - a list of arguments, the last an address in ASCII that begins with http
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    Thread(target=process.wait, daemon=True).start()
