"""Help: the keys that count now, then all others, and what the signs mean."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from reader.render.marks import PLURALS, Letters, MarkClass, letter
from reader.ui.commands import COMMANDS, Command, key_name, key_names
from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.words import Words, literal

KEYS_WIDTH = 15
NAME_WIDTH = 18
LEAST_SENTENCE = 20
PLACES = {
    "library": "in the library",
    "reader": "in the reader",
    "wastebasket": "in the trash",
    "selecting": "while selecting in the reader",
}

SIGNS = (
    ("● ◐ ○", "unread, begun, read"),
    ("★", "starred"),
    ("✓", "selected, for what follows to act on"),
    ("✎", "a note; ▎ a highlight"),
)


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """One line of the help: keys as people read them, the name of what they do, a sentence, and its group."""

    keys: str
    name: str
    sentence: str
    group: str


def keys_of(screen: Screen[object]) -> tuple[KeyHelp, ...]:
    """The keys that count now on `screen`, read off its live bindings; then those that count in other places.

    Bindings without an id are Textual's own and left out.
    """
    known = {command.id: command for command in COMMANDS}
    live: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for key, active in screen.active_bindings.items():
        name = active.binding.id
        if name and active.enabled and (name not in known or known[name].is_offered):
            live.setdefault(name, []).append(key_name(key))
            names[name] = active.binding.description
    here = [_help(known.get(name), names[name], " ".join(keys)) for name, keys in live.items()]
    order = {command.group: number for number, command in enumerate(COMMANDS) if command.place != "app"}
    here.sort(key=lambda line: order.get(line.group, len(COMMANDS)))
    elsewhere = [_elsewhere(command) for command in COMMANDS if command.id not in live and command.is_offered]
    groups = list(dict.fromkeys(line.group for line in elsewhere))
    return (*here, *sorted(elsewhere, key=lambda line: groups.index(line.group)))


def _help(command: Command | None, description: str, keys: str) -> KeyHelp:
    if command is None:
        return KeyHelp(keys, description, "", "Here")
    return KeyHelp(keys, command.name, command.sentence, command.group)


def _elsewhere(command: Command) -> KeyHelp:
    group = command.group if command.place == "app" else f"{command.group} — {PLACES.get(command.place, command.place)}"
    return KeyHelp(key_names(command), command.name, command.sentence, group)


class HelpDialog(Dialog[None]):
    """The lines of help, those with the words that are typed; then the signs and letters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "leave", "Close", id="help.leave"),
        Binding("down", "scroll(1)", "Down", id="help.down"),
        Binding("up", "scroll(-1)", "Up", id="help.up"),
        Binding("pagedown", "scroll(10)", "Page down", id="help.page_down"),
        Binding("pageup", "scroll(-10)", "Page up", id="help.page_up"),
    ]

    def __init__(self, lines: Sequence[KeyHelp]) -> None:
        super().__init__()
        self._help = tuple(lines)
        self._input = LineInput(placeholder="type to search; esc closes")
        self._words = Words()
        self._scroll = VerticalScroll(self._words, id="lines", can_focus=False)

    def compose(self) -> ComposeResult:
        """The search, and the lines."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content("Help")
            yield self._input
            yield self._scroll

    def on_mount(self) -> None:
        """Show everything."""
        self._show()

    def on_resize(self) -> None:
        """Break the sentences anew."""
        self.call_after_refresh(self._show)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show()
        self._scroll.scroll_home(animate=False)

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self._scroll.scroll_to(y=self._scroll.scroll_target_y + by, animate=False, immediate=True)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

    def _show(self) -> None:
        wanted = self._input.value.casefold().split()
        room = max(LEAST_SENTENCE, self._words.size.width - KEYS_WIDTH - NAME_WIDTH)
        found = [line for line in self._help if _holds(line, wanted)]
        parts = list(_grouped(found, room)) or [literal(f"Nothing here speaks of “{self._input.value.strip()}”.")]
        self._words.say(Content("\n").join(parts if wanted else [*parts, *_legend()]))


def _holds(line: KeyHelp, wanted: Sequence[str]) -> bool:
    text = f"{line.keys} {line.name} {line.sentence} {line.group}".casefold()
    return all(word in text for word in wanted)


def _grouped(lines: Iterable[KeyHelp], room: int) -> Iterable[Content]:
    group = ""
    for line in lines:
        if line.group != group:
            group = line.group
            yield from _heading(group)
        yield _line(line, room)


def _line(line: KeyHelp, room: int) -> Content:
    """Keys, name and sentence beside each other, the sentence broken to its own column."""
    sentence = ("\n" + " " * (KEYS_WIDTH + NAME_WIDTH)).join(textwrap.wrap(line.sentence, room))
    return Content.assemble(
        (f"{line.keys:<{KEYS_WIDTH - 1}} ", "bold $text-primary"),
        (f"{line.name:<{NAME_WIDTH - 1}} ", "bold"),
        (sentence, "$foreground 80%"),
    )


def _heading(name: str) -> tuple[Content, Content]:
    return Content(""), literal(name.upper()).stylize("bold underline")


def _legend() -> Iterable[Content]:
    yield from _heading("Signs")
    for sign, meaning in SIGNS:
        yield Content.assemble((f"{sign:<{KEYS_WIDTH}} ", "bold"), meaning)
    yield from _heading("Letters of marks (M)")
    for cls in MarkClass:
        signs = f"{letter(cls, Letters.RAISED)}  {letter(cls, Letters.ASCII)}"
        yield Content.assemble((f"{signs:<{KEYS_WIDTH}} ", "bold"), f"{PLURALS[cls]}; {cls.value} shows only these")
