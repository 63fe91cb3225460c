"""What every dialog is: a box over the screen that is answered once."""

from contextlib import suppress
from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

from reader.domain.errors import ReaderError
from reader.ui.widgets.drafting import Drafting

Answer = TypeVar("Answer")


class LeftOnce(Screen[Answer]):
    """A screen whose first dismissal counts.

    Textual's own screen answers again at the second of two fast keys, and takes whatever lies on top away each time.
    """

    is_left = False

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Answer and go away, with all that lies above; a later answer changes nothing."""
        if self.is_left or self not in self.app.screen_stack:
            nothing: AwaitComplete = AwaitComplete.nothing()  # type: ignore[no-untyped-call]  # Textual left it untyped
            return nothing
        self.is_left = True
        self.pop_until_active()
        return super().dismiss(result)


class Dialog(ModalScreen[Answer], LeftOnce[Answer]):
    """A modal screen that is answered once; Textual takes the style of the first base alone.

    Where something is written in it, `drafting` keeps that on the disk.
    """

    drafting: Drafting | None = None

    def save_draft(self) -> None:
        """Put what is typed on the disk before this returns; that the disk refuses is no reason to stay."""
        if self.drafting is not None and not self.is_left:
            with suppress(ReaderError):
                self.drafting.save()

    def on_unmount(self) -> None:
        """Keep what is typed when the app is left from here."""
        self.save_draft()
