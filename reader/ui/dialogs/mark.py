"""Tells all about one mark."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from reader.ui.dialogs.dialog import Dialog
from reader.ui.looks import Looks
from reader.ui.widgets.mark_list import MarkList, Row
from reader.ui.widgets.words import Words, literal


class MarkDialog(Dialog[int | None]):
    """Shows what is known of a mark and the rows of its mentions; returns the number of the chosen one, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Down", id="mark.down"),
        Binding("k,up", "move(-1)", "Up", id="mark.up"),
        Binding("enter", "choose", "Go there", id="mark.choose"),
        Binding("escape,left,q", "leave", "Close", id="mark.leave"),
    ]

    def __init__(self, title: str, facts: Sequence[str], mentions: Sequence[Row], looks: Looks) -> None:
        super().__init__()
        self._title = title
        self._facts = tuple(facts)
        self._mentions = tuple(mentions)
        self._list = MarkList(looks)

    def compose(self) -> ComposeResult:
        """The facts, the places, the keys."""
        with Vertical(id="box", classes="dialog -small") as box:
            box.border_title = literal(self._title, multiline=False)
            yield Words("\n".join(self._facts), id="facts")
            yield self._list
            yield Words("⏎ go there   esc close", id="keys")

    def on_mount(self) -> None:
        """Fill the list."""
        self._list.styles.height = max(1, min(len(self._mentions), 12))
        self._list.show(self._mentions)
        self._list.focus()

    @on(MarkList.Chosen)
    def _chosen(self, message: MarkList.Chosen) -> None:
        message.stop()
        self.dismiss(message.target[1])

    def action_move(self, by: int) -> None:
        """Move in the list."""
        self._list.move(by)

    def action_choose(self) -> None:
        """Return the place under the cursor."""
        self._list.choose()

    def action_leave(self) -> None:
        """Go nowhere."""
        self.dismiss(None)
