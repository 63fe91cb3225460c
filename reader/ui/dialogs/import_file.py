"""Asks for a file to import, with completion of its path."""

import os
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input

from reader.text.screen import clean
from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.words import Words

MOST_SHOWN = 8


class PathSuggester(Suggester):
    """Completes a path by the first entry of its folder that begins so."""

    def __init__(self, folder: Path) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._folder = folder

    async def get_suggestion(self, value: str) -> str | None:
        """The whole path, or None."""
        found = matches(value, self._folder)
        return found[0] if found else None


class ImportFileDialog(Dialog[Path | None]):
    """Returns the path of a file that is there, or None; relative paths count from `folder`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete", id="import_file.complete"),
        Binding("escape", "leave", "Cancel", id="import_file.leave"),
    ]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._matches = Words(id="matches")
        self._fault = Words(id="fault")
        self._line = LineInput(placeholder="path of a text or Markdown file", suggester=PathSuggester(folder))

    def compose(self) -> ComposeResult:
        """The path, what begins so, and what is wrong with it."""
        with Vertical(classes="dialog -small") as box:
            box.border_title = Content("Import a file")
            yield self._line
            yield self._matches
            yield self._fault
            yield Words("⏎ preview   tab complete   esc cancel", id="keys")

    def on_mount(self) -> None:
        """Show what there is."""
        self._show_matches("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._fault.say("")
        self._show_matches(event.value)

    @on(Input.Submitted)
    def _chosen(self, event: Input.Submitted) -> None:
        event.stop()
        path = whole_path(event.value.strip(), self._folder)
        fault = fault_of(path) if event.value.strip() else "Type the path of a file."
        if fault:
            self._fault.say(fault)
        else:
            self.dismiss(path)

    def action_complete(self) -> None:
        """Take the completion that is shown."""
        found = matches(self._line.value, self._folder)
        if found:
            self._line.value = found[0]
            self._line.cursor_position = len(found[0])

    def action_leave(self) -> None:
        """Leave without a file."""
        self.dismiss(None)

    def _show_matches(self, typed: str) -> None:
        found = matches(typed, self._folder)
        more = [f"… {len(found) - MOST_SHOWN} more"] if len(found) > MOST_SHOWN else []
        self._matches.say("\n".join([*found[:MOST_SHOWN], *more]))


def whole_path(typed: str, folder: Path) -> Path:
    """The path that was typed: "~" is the home folder, a relative path counts from `folder`."""
    home = typed == "~" or typed.startswith("~/")
    return Path.home() / typed[2:] if home else folder / typed


def fault_of(path: Path) -> str:
    """Why this path cannot be imported, in a sentence; nothing where it can."""
    try:
        if path.is_dir():
            return f"{path} is a folder; type the name of a file in it."
        return "" if path.is_file() else f"There is no file {path}."
    except OSError as error:
        return f"{path} cannot be read: {error.strerror}."


def matches(typed: str, folder: Path) -> list[str]:
    """The entries that begin as typed, in order, folders with a slash.

    Hidden ones only where a dot was typed; none whose name could not be shown as it is.
    """
    before, slash, name = typed.rpartition("/")
    try:
        place = whole_path(f"{before}{slash}", folder)
        entries = sorted(place.iterdir(), key=lambda path: path.name.casefold())
    except (OSError, ValueError):  # no folder, or a name that no file can have
        return []
    return [
        f"{before}{slash}{entry.name}" + ("/" if os.path.isdir(entry) else "")  # noqa: PTH112 - Path may raise
        for entry in entries
        if entry.name.startswith(name)
        and (name.startswith(".") or not entry.name.startswith("."))
        and entry.name == clean(entry.name, multiline=False)
    ]
