"""Shows where a link leads before it is opened."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from reader.text.screen import unseen
from reader.ui.dialogs.address import LONGEST, can_open, host_of, mixed_scripts, plain_host, user_of
from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.words import Words, literal

LinkChoice = Literal["open", "copy"]


class LinkDialog(Dialog[LinkChoice | None]):
    """Returns what to do with a link: open it, copy its address, or None. `opens` is False where no browser is.

    The whole address shows, however long it is, its host by itself, and what about it could lead elsewhere than a
    glance says. Only an address of the web can be opened.
    """

    DEFAULT_CSS = """
    LinkDialog #address { height: auto; max-height: 12; }
    LinkDialog #host { height: auto; margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,o", "choose('open')", "Open", id="link.open"),
        Binding("y", "choose('copy')", "Copy", id="link.copy"),
        Binding("down,j", "scroll(1)", "Down", id="link.down"),
        Binding("up,k", "scroll(-1)", "Up", id="link.up"),
        Binding("escape,left,q", "leave", "Cancel", id="link.leave"),
    ]

    def __init__(self, url: str, *, opens: bool) -> None:
        super().__init__()
        self._url = url
        self._can_open = can_open(url)
        self._opens = opens and self._can_open
        self._address = VerticalScroll(Words(url), id="address", can_focus=False)

    def compose(self) -> ComposeResult:
        """The host, the whole address, what is odd about it, the keys."""
        faults = list(faults_of(self._url))
        with Vertical(id="box", classes="dialog -small") as box:
            box.border_title = Content("Link")
            if host := host_of(self._url):
                yield Words(Content.assemble("leads to ", literal(host, multiline=False).stylize("bold")), id="host")
            yield self._address
            if faults:
                yield Words("\n".join(faults), id="fault")
            yield Words(f"{self._first_key}   y copy the address   esc cancel", id="keys")

    @property
    def _first_key(self) -> str:
        if not self._can_open:
            return "Only addresses of the web are opened."
        return "⏎ open in the browser" if self._opens else "No browser can be opened from here."

    def action_scroll(self, by: int) -> None:
        """Scroll a long address by so many lines."""
        self._address.scroll_to(y=self._address.scroll_target_y + by, animate=False, immediate=True)

    def action_choose(self, choice: LinkChoice) -> None:
        """Return the choice; opening is none where it cannot be done."""
        if choice == "copy" or self._opens:
            self.dismiss(choice)

    def action_leave(self) -> None:
        """Do nothing."""
        self.dismiss(None)


def faults_of(url: str) -> Iterator[str]:
    """What a glance at an address would miss, a sentence each."""
    if user := user_of(url):
        yield f"It is not {user.partition(':')[0]}: what stands before the “@” is a name to sign in with."
    if plain := plain_host(url):
        scripts = mixed_scripts(host_of(url))
        mixed = f" and mixes {' and '.join(scripts)}" if scripts else ""
        yield f"Its host has letters beyond the English alphabet{mixed}: {plain}"
    if hidden := unseen(url).total():
        yield f"It has {hidden} hidden character{'s' * (hidden != 1)} in it, and is not opened."
    if len(url) > LONGEST:
        yield f"It has {len(url):,} characters; more than {LONGEST:,} are not opened."
