"""Waits for the label of one of the marks and links that are labelled on the screen below."""

from collections.abc import Collection
from itertools import product
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.words import Words

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Letters for labels, the easiest to reach first."""


def labels_for(number: int) -> list[str]:
    """So many labels of one letter each, or of two where one does not suffice; none begins another."""
    if number <= len(LETTERS):
        return list(LETTERS[:number])
    return ["".join(pair) for pair in product(LETTERS, repeat=2)][:number]


class LabelsDialog(Dialog[str | None]):
    """Returns the label that was typed; None for Esc, or for letters that are no label. What is below stays seen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Cancel", id="labels.leave")]

    def __init__(self, labels: Collection[str]) -> None:
        super().__init__()
        self._labels = frozenset(labels)
        self._typed = ""

    def compose(self) -> ComposeResult:
        """One line that says what to do."""
        yield Words("Type a label to go there; esc cancels.", id="ask")

    def on_key(self, event: events.Key) -> None:
        """Take a letter."""
        if event.character and event.character.isalpha():
            event.stop()
            self._typed += event.character.lower()
            if self._typed in self._labels:
                self.dismiss(self._typed)
            elif not any(label.startswith(self._typed) for label in self._labels):
                self.dismiss(None)

    def action_leave(self) -> None:
        """Go nowhere."""
        self.dismiss(None)
