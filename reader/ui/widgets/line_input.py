"""An input of one line that lets nothing pasted reach the terminal unclean."""

from textual import events
from textual.suggester import Suggester
from textual.widgets import Input

from reader.text.screen import clean


class LineInput(Input):
    """One line of text; its cursor stands still."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        suggester: Suggester | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(
            clean(value, multiline=False),
            placeholder=clean(placeholder, multiline=False),
            suggester=suggester,
            compact=True,
            select_on_focus=False,
            id=id,
        )
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Put the first line of what was pasted in the place of what is selected."""
        event.prevent_default()
        event.stop()
        lines = [line for line in clean(event.text).splitlines() if line.strip()]
        if lines:
            self.replace(lines[0], *self.selection)
