"""The lines that were set aside from a text, each of which can be put back."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.domain.repairs import SetAside
from reader.ui.widgets.words import literal


class SetAsideList(OptionList, inherit_bindings=False):
    """One line for each; those put back bear a sign."""

    DEFAULT_CSS = """
    SetAsideList { height: auto; border: none; padding: 0; background: transparent; }
    SetAsideList:focus { border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_down", "Down", id="set_aside.down"),
        Binding("up,k", "cursor_up", "Up", id="set_aside.up"),
        Binding("space", "select", "Put back", id="set_aside.toggle"),
        Binding("enter", "screen.go_on", "Add", id="set_aside.go_on"),
    ]

    class Changed(Message):
        """Another line was put back, or aside again."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._aside: tuple[SetAside, ...] = ()
        self._back: set[int] = set()

    def show(self, lines: Sequence[SetAside], back: Sequence[int] = ()) -> None:
        """Show these lines, those of the numbers in `back` put back."""
        self._aside = tuple(lines)
        self._back = {number for number in back if number < len(self._aside)}
        self.clear_options()
        self.add_options([Option(self._line(number)) for number in range(len(self._aside))])

    def on_focus(self) -> None:
        """Show which line the keys are on."""
        if self.highlighted is None and self._aside:
            self.highlighted = 0

    @property
    def restored(self) -> list[int]:
        """The numbers of the lines that were put back."""
        return sorted(self._back)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Put a line back, or aside again."""
        event.stop()
        self._back ^= {event.option_index}
        self.replace_option_prompt_at_index(event.option_index, self._line(event.option_index))
        self.post_message(self.Changed())

    def _line(self, number: int) -> Content:
        line = self._aside[number]
        back = number in self._back
        sign = "✓ back in the text" if back else f"− {line.reason}"
        return Content.assemble((f"{sign:<20} ", "bold" if back else "dim"), literal(line.text, multiline=False))
