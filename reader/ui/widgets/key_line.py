"""The line at the foot of a screen: the keys that are most useful here."""

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from reader.ui.commands import Command, footer_of, key_name

MOST_WIDE = 7
MOST_NARROW = 5
WIDE = 100
"""From this width on there is room for more keys."""


class KeyLine(Widget):
    """The first key and the name of each command that leads the footer of `place`; commands and help always show.

    `say` puts other hints in their place for a while, as long as another thing has the keys.
    """

    COMPONENT_CLASSES = {"key-line--key", "key-line--name"}  # noqa: RUF012 - Textual's own shape
    DEFAULT_CSS = """
    KeyLine {
        dock: bottom; height: 1; padding: 0 1; background: $surface; color: $foreground;
        &:ansi { background: ansi_default; color: ansi_default; }
        & > .key-line--key { text-style: bold; color: $text-primary; }
        & > .key-line--name { color: $foreground; }
        &:ansi > .key-line--key { text-style: bold; color: ansi_default; }
        &:ansi > .key-line--name { color: ansi_default; }
    }
    """

    def __init__(self, place: str) -> None:
        super().__init__()
        self._commands = footer_of(place)
        self._hints: tuple[tuple[str, str], ...] = ()

    def say(self, *hints: tuple[str, str]) -> None:
        """Show these pairs of key and what it does; none brings the commands of the place back."""
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def render(self) -> RenderResult:
        """The line, the commands that count everywhere at its right end."""
        most = MOST_WIDE if self.size.width >= WIDE else MOST_NARROW
        everywhere = [command for command in self._commands if command.place == "app"]
        here = [command for command in self._commands if command.place != "app"][: most - len(everywhere)]
        left = self._line(self._hints or [_shown(command) for command in here])
        right = self._line([_shown(command) for command in everywhere])
        gap = max(2, self.content_size.width - left.cell_length - right.cell_length)
        return Content.assemble(left, " " * gap, right)

    def _line(self, pairs: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> Content:
        key = self.get_visual_style("key-line--key", partial=True)
        name = self.get_visual_style("key-line--name", partial=True)
        return Content("  ").join(Content.assemble((shown, key), " ", (what, name)) for shown, what in pairs)


def _shown(command: Command) -> tuple[str, str]:
    return key_name(command.keys.split(",")[0]), command.name.lower()
