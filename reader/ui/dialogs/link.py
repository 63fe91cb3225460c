"""Shows where a link leads before it is opened."""

import sys
import webbrowser
from collections.abc import Callable, Mapping
from typing import ClassVar, Literal
from urllib.parse import urlsplit

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.words import Words

LinkChoice = Literal["open", "copy"]


def can_open(url: str) -> bool:
    """Whether this is an address of the web that names a host; nothing else is ever handed to another program."""
    try:
        parts = urlsplit(url)
        return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def plain_host(url: str) -> str:
    """The host in plain letters where it has others ("xn--…"), for a letter that only looks like another; else ""."""
    host = urlsplit(url).hostname or ""
    if host.isascii():
        return ""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return "a host that is not valid"


def find_browser(environment: Mapping[str, str]) -> Callable[[str], bool] | None:
    """What opens an address in a window of its own; None where there is no screen for one, as over ssh.

    A browser that would take over the terminal counts as none. No shell is involved.
    """
    has_screen = sys.platform in {"win32", "darwin"} or bool({"DISPLAY", "WAYLAND_DISPLAY"} & environment.keys())
    if "SSH_CONNECTION" in environment or not (has_screen or "BROWSER" in environment):
        return None
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return None
    is_in_terminal = isinstance(browser, webbrowser.GenericBrowser) and not isinstance(
        browser, webbrowser.BackgroundBrowser
    )
    return None if is_in_terminal else browser.open


class LinkDialog(Dialog[LinkChoice | None]):
    """Returns what to do with a link: open it, copy its address, or None. `opens` is False where no browser is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,o", "choose('open')", "Open", id="link.open"),
        Binding("y", "choose('copy')", "Copy", id="link.copy"),
        Binding("escape,left,q", "leave", "Cancel", id="link.leave"),
    ]

    def __init__(self, url: str, *, opens: bool) -> None:
        super().__init__()
        self._url = url
        self._opens = opens
        host = plain_host(url)
        self._fault = Words(f"Its host has letters beyond the English alphabet: {host}" if host else "", id="fault")
        self._fault.display = bool(host)

    def compose(self) -> ComposeResult:
        """The whole address, what is odd about it, the keys."""
        with Vertical(id="box", classes="dialog -small") as box:
            box.border_title = Content("Link")
            yield Words(self._url)
            yield self._fault
            no_browser = "No browser can be opened from here.   " if not self._opens else "⏎ open in the browser   "
            yield Words(f"{no_browser}y copy the address   esc cancel", id="keys")

    def action_choose(self, choice: LinkChoice) -> None:
        """Return the choice; opening is none where it cannot be done."""
        if choice == "copy" or self._opens:
            self.dismiss(choice)

    def action_leave(self) -> None:
        """Do nothing."""
        self.dismiss(None)
