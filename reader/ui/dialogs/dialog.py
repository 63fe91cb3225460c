"""What every dialog is: a box over the screen that is answered once."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A modal screen whose first answer counts.

    Textual's own screen answers again at the second of two fast keys, and takes whatever lies on top away each time.
    """

    _has_answered = False

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Answer and go away, with all that lies above; a later answer changes nothing."""
        if self._has_answered or self not in self.app.screen_stack:
            nothing: AwaitComplete = AwaitComplete.nothing()  # type: ignore[no-untyped-call]  # Textual left it untyped
            return nothing
        self._has_answered = True
        self.pop_until_active()
        return super().dismiss(result)
