"""One of a few, side by side, chosen with the arrow keys."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from reader.ui.widgets.words import literal


class Choice(Widget, can_focus=True):
    """Names in a line; the chosen one stands in brackets and in reverse."""

    DEFAULT_CSS = """
    Choice { height: 1; width: 1fr; }
    Choice:focus { background-tint: $foreground 12%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,space", "choose(1)", "Next", id="choice.next"),
        Binding("left,h", "choose(-1)", "Before", id="choice.previous"),
        Binding("enter", "submit", "Go on", id="choice.submit"),
    ]
    at: reactive[int] = reactive(0, init=False)

    class Changed(Message):
        """Another one was chosen."""

    class Submitted(Message):
        """Enter was pressed here."""

    def __init__(self, names: Sequence[str], at: int) -> None:
        super().__init__()
        self._names = [literal(name, multiline=False) for name in names]
        self.set_reactive(Choice.at, at)

    def render(self) -> RenderResult:
        """The names."""
        style = "reverse" if self.has_focus else "bold"
        return Content(" ").join(
            Content.assemble("[", name, "]").stylize(style) if number == self.at else Content.assemble(" ", name, " ")
            for number, name in enumerate(self._names)
        )

    def watch_at(self) -> None:
        """Say that another one was chosen."""
        self.post_message(self.Changed())

    def action_choose(self, by: int) -> None:
        """Go on to another one, round and round."""
        self.at = (self.at + by) % len(self._names)

    def action_submit(self) -> None:
        """Go on."""
        self.post_message(self.Submitted())
