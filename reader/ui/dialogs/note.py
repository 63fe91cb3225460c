"""Asks for the words of a note."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, TextArea

from reader.domain.titles import shortened
from reader.text.screen import clean
from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.words import Words

QUOTE_LENGTH = 400


class NoteArea(TextArea):
    """A text area whose cursor stands still and into which nothing unclean is pasted."""

    def __init__(self, text: str) -> None:
        super().__init__(clean(text), soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Put what was pasted in the place of what is selected."""
        event.prevent_default()
        event.stop()
        self.replace(clean(event.text), *self.selection)


class NoteDialog(Dialog[str | None]):
    """Returns the text of the note, without space around it; None when it is as it was.

    `quote` is the passage it belongs to, "" for a note on the whole article; `text` what the note says so far. Leaving
    keeps what was written, for nothing that was typed may be lost; the button throws it away.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "keep", "Keep", id="note.keep", priority=True),
    ]

    def __init__(self, quote: str, text: str) -> None:
        super().__init__()
        self._quote = shortened(" ".join(quote.split()), QUOTE_LENGTH)
        self._passage = Words(f"“{self._quote}”" if self._quote else "", id="quote")
        self._passage.display = bool(self._quote)
        self._area = NoteArea(text)
        self._before = self._area.text.strip()

    def compose(self) -> ComposeResult:
        """The passage, the words, the keys."""
        with Vertical(id="box", classes="dialog -small") as box:
            box.border_title = Content("Note" if self._quote else "Note on the article")
            yield self._passage
            yield self._area
            with Horizontal(id="foot"):
                yield Words("esc keep   tab throw away", id="keys")
                yield Button(Content("Throw away"), id="discard", compact=True)

    def on_mount(self) -> None:
        """Put the cursor behind what is written."""
        self._area.move_cursor(self._area.document.end)
        self._area.focus()

    def action_keep(self) -> None:
        """Return what is written."""
        written = self._area.text.strip()
        self.dismiss(None if written == self._before else written)

    @on(Button.Pressed, "#discard")
    def _discard(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(None)
