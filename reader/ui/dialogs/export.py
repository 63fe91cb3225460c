"""Asks where to and how much to export, and shows the files that this would write."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input

from reader.text.screen import clean
from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.choice import Choice
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.words import Words, literal

MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An article that can go out, and the name of the file it would get."""

    article: str
    file: str


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be exported, and where to."""

    articles: tuple[str, ...]
    folder: Path
    whole_text: bool


class ExportDialog(Dialog[ExportWish | None]):
    """Returns the wish, or None; `scopes` are the articles of each scope by its name, in the order of the choice."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "write", "Export", id="export.write"),
        Binding("down", "app.focus_next", "Next line", id="export.next"),
        Binding("up", "app.focus_previous", "Line before", id="export.previous"),
        Binding("escape", "leave", "Cancel", id="export.leave"),
    ]

    def __init__(self, scopes: Mapping[str, tuple[Outgoing, ...]], folder: Path) -> None:
        super().__init__()
        self._scopes = dict(scopes)
        self._files = Words(id="files")
        self._offered = folder
        self._folder = LineInput(_short(folder), placeholder="a folder; it is made where there is none")
        names = [f"{name} ({len(files)})" for name, files in self._scopes.items()]
        at = list(self._scopes).index("selected") if "selected" in self._scopes else 0
        self._scope = Choice(names, at)
        self._text = Choice(["notes, key entities and figures", "the whole text too"], 0)

    def compose(self) -> ComposeResult:
        """Scope, contents, folder, and what would be written."""
        with Vertical(classes="dialog -small") as box:
            box.border_title = Content("Export to Markdown")
            for label, part in (("Articles", self._scope), ("What", self._text), ("Folder", self._folder)):
                with Horizontal(classes="field"):
                    yield Words(label, classes="label")
                    yield part
            yield self._files
            yield Words("⏎ export   ←→ choose   tab next   esc cancel", id="keys")

    def on_mount(self) -> None:
        """Show what would be written."""
        self._show_files()

    @on(Choice.Changed)
    @on(Input.Changed)
    def _show_files(self) -> None:
        folder = self._chosen_folder
        files = self._chosen
        present = [one.file for one in files if os.path.lexists(folder / one.file)]
        lines = [
            literal(f"{'!' if one.file in present else '+'} {one.file}", multiline=False) for one in files[:MOST_SHOWN]
        ]
        if len(files) > MOST_SHOWN:
            lines.append(literal(f"… {len(files) - MOST_SHOWN} more"))
        if present:
            lines.append(literal(f"! {len(present)} there already: you are asked before anything else is overwritten."))
        self._files.say(Content("\n").join(lines))

    @on(Choice.Submitted)
    @on(Input.Submitted)
    def action_write(self) -> None:
        """Return the wish."""
        if self._folder.value.strip():
            articles = tuple(one.article for one in self._chosen)
            self.dismiss(ExportWish(articles, self._chosen_folder, self._text.at == 1))

    def action_leave(self) -> None:
        """Write nothing."""
        self.dismiss(None)

    @property
    def _chosen(self) -> tuple[Outgoing, ...]:
        return list(self._scopes.values())[self._scope.at]

    @property
    def _chosen_folder(self) -> Path:
        typed = self._folder.value.strip()
        if typed == clean(_short(self._offered), multiline=False).strip():
            return self._offered  # whatever letters are in its name
        return Path.home() / typed[2:] if typed == "~" or typed.startswith("~/") else Path.cwd() / typed


def _short(folder: Path) -> str:
    """A folder as people write it, with "~" for the home folder."""
    home = Path.home()
    return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
