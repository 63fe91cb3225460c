"""An input of one line that lets nothing pasted reach the terminal unclean."""

from textual import events
from textual.suggester import Suggester
from textual.widgets import Input

from reader.text.screen import clean, tidied


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
        put_line(self, event)


def put_line(line: Input, event: events.Paste) -> None:
    """Put the first line of what was pasted into `line`, in the place of what is selected there."""
    event.prevent_default()
    event.stop()
    lines = [one for one in tidied(event.text).splitlines() if one.strip()]
    if lines:
        line.replace(lines[0], *line.selection)
