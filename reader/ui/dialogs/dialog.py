"""What every dialog is: a box over the screen that is answered once."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

Answer = TypeVar("Answer")


class LeftOnce(Screen[Answer]):
    """A screen whose first dismissal counts.

    Textual's own screen answers again at the second of two fast keys, and takes whatever lies on top away each time.
    """

    _is_left = False

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Answer and go away, with all that lies above; a later answer changes nothing."""
        if self._is_left or self not in self.app.screen_stack:
            nothing: AwaitComplete = AwaitComplete.nothing()  # type: ignore[no-untyped-call]  # Textual left it untyped
            return nothing
        self._is_left = True
        self.pop_until_active()
        return super().dismiss(result)


class Dialog(ModalScreen[Answer], LeftOnce[Answer]):
    """A modal screen that is answered once; Textual takes the style of the first base alone."""
