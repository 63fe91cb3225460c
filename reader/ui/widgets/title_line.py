"""The line at the head of a screen: where one is, and the numbers of the place."""

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from reader.ui.widgets.words import literal


class TitleLine(Widget):
    """Two texts at the two ends of a line; the left one gives way."""

    DEFAULT_CSS = """
    TitleLine {
        dock: top; height: 1; padding: 0 1; background: $surface; color: $foreground;
        &:ansi { background: ansi_default; color: ansi_default; }
    }
    """

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self._left = literal(left, multiline=False)
        self._right = literal(right, multiline=False)

    def say(self, *, left: str | None = None, right: str | None = None) -> None:
        """Show another text at one end or at both."""
        self._left = self._left if left is None else literal(left, multiline=False)
        self._right = self._right if right is None else literal(right, multiline=False)
        self.refresh()

    def render(self) -> RenderResult:
        """The line; its left end is cut with an ellipsis where both do not fit."""
        width = self.content_size.width
        right = self._right.truncate(width)
        room = max(0, width - right.cell_length - 2)
        left = self._left.truncate(room, ellipsis=True).stylize("bold")
        return Content.assemble(left, " " * max(0, width - left.cell_length - right.cell_length), right)
