"""What stands on a terminal that is too small for anything else."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import ModalScreen

from reader.ui.widgets.words import Words

SMALLEST = Size(60, 16)
"""The least that the other screens are drawn for."""


def fits(size: Size) -> bool:
    """Whether a terminal of this size can show the other screens."""
    return size.width >= SMALLEST.width and size.height >= SMALLEST.height


class TooSmall(ModalScreen[None]):
    """Names the least size; it goes away by itself when the terminal has grown."""

    DEFAULT_CSS = """
    TooSmall { align: center middle; background: $background; }
    TooSmall Words { width: auto; max-width: 100%; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,ctrl+q", "app.quit", "Quit", id="too_small.quit")]

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Words(f"Reader needs {SMALLEST.width} columns and {SMALLEST.height} lines. q leaves.")
