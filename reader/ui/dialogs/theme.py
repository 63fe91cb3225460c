"""Asks for the colours, each theme seen as the cursor reaches it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.choices import Choices
from reader.ui.widgets.words import Words, literal


class ThemeDialog(Dialog[None]):
    """A list of themes; Enter keeps the one that is seen, Esc brings back the one before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "down", "Down", id="theme.down"),
        Binding("k", "up", "Up", id="theme.up"),
        Binding("escape", "leave", "As before", id="theme.leave"),
    ]

    def __init__(self, names: Sequence[str], current: str) -> None:
        super().__init__()
        self._names = list(names)
        self._before = current
        self._list = Choices(*(Option(literal(name, multiline=False)) for name in names), markup=False)

    def compose(self) -> ComposeResult:
        """The names."""
        with Vertical(classes="dialog -narrow") as box:
            box.border_title = Content("Theme")
            yield self._list
            yield Words("⏎ keep   esc as before", id="keys")

    def on_mount(self) -> None:
        """Start where one is."""
        self._list.highlighted = self._names.index(self._before) if self._before in self._names else 0

    @on(OptionList.OptionHighlighted)
    def _seen(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.app.theme = self._names[event.option_index]

    @on(OptionList.OptionSelected)
    def _kept(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(None)

    def action_down(self) -> None:
        """The next theme."""
        self._list.action_cursor_down()

    def action_up(self) -> None:
        """The theme before."""
        self._list.action_cursor_up()

    def action_leave(self) -> None:
        """Bring back the theme there was."""
        self.app.theme = self._before
        self.dismiss(None)
