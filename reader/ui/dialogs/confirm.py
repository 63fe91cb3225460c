"""Asks before something that cannot be undone; the safe answer is the default."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button

from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.words import Words, literal


class ConfirmDialog(Dialog[bool | None]):
    """Returns True only when the person chose `yes`; Esc and Enter alone are safe."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", id="confirm.yes"),
        Binding("n,escape", "answer(False)", "No", id="confirm.no"),
        Binding("left,right,h,l", "app.focus_next", "The other answer", id="confirm.other"),
    ]

    def __init__(self, question: str, *, yes: str, no: str) -> None:
        super().__init__()
        self._question = question
        self._answers = (yes, no)

    def compose(self) -> ComposeResult:
        """The question, and the two answers, the safe one first."""
        yes, no = self._answers
        with Vertical(classes="dialog -small"):
            yield Words(self._question)
            with Horizontal(id="answers"):
                yield Button(literal(f"{no} (n)", multiline=False), id="no", variant="primary")
                yield Button(literal(f"{yes} (y)", multiline=False), id="yes")

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_answer(yes=event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:  # noqa: FBT001 - Textual's actions take positional arguments
        """Return the answer."""
        self.dismiss(yes)
