"""The box that an article is pasted into."""

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from reader.text.screen import clean, tidied


class PasteArea(TextArea):
    """A plain text area; the first thing pasted into it is handed on whole, not shown in it.

    So a paste of any size costs nothing here, and what is handed on is what the terminal sent.
    """

    class Pasted(Message):
        """A text was pasted into the empty box."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self._filled_with = ""
        self._shown_first = ""
        self.cursor_blink = False

    def fill(self, text: str) -> None:
        """Show this text, to be changed."""
        self._filled_with = text
        self.load_text(clean(text))
        self._shown_first = self.text
        self.move_cursor(self.document.end)

    @property
    def whole(self) -> str:
        """The text in the box; where nothing was changed, exactly as it was filled in."""
        return self._filled_with if self.text == self._shown_first else self.text

    def on_paste(self, event: events.Paste) -> None:
        """Hand the first paste on; put a later one where the cursor is."""
        event.prevent_default()
        event.stop()
        if not self.text.strip():
            self.post_message(self.Pasted(event.text))
        else:
            self.replace(tidied(event.text), *self.selection)
