"""The line under the article: in words, what the cursor is on."""

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from reader.ui.widgets.words import literal


class StatusLine(Widget):
    """A text whose first word stands out, and at the right end where one is."""

    DEFAULT_CSS = "StatusLine { height: 1; padding: 0 1; background: $background; color: $foreground; }"

    def __init__(self) -> None:
        super().__init__()
        self._left = Content("")
        self._right = Content("")

    def say(self, text: str, place: str = "") -> None:
        """Show this."""
        first, _, rest = text.partition(" ")
        left = Content.assemble(literal(first, multiline=False).stylize("bold"), " ", literal(rest, multiline=False))
        right = literal(place, multiline=False)
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    @property
    def text(self) -> str:
        """What is said, without where one is."""
        return self._left.plain.rstrip()

    def render(self) -> RenderResult:
        """The line; its text is cut with an ellipsis where both do not fit."""
        width = self.content_size.width
        room = max(0, width - self._right.cell_length - (2 if self._right.plain else 0))
        left = self._left.truncate(room, ellipsis=True)
        return Content.assemble(left, " " * max(0, width - left.cell_length - self._right.cell_length), self._right)
