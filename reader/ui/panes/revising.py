"""Revising: seeing what was done to a text when it came in, and taking pieces of that back."""

from collections.abc import Callable
from functools import partial

from textual.screen import Screen

from reader.domain.intake import Intake
from reader.library.library import Library
from reader.ui.dialogs.original import OriginalDialog, Revision
from reader.ui.looks import Looks
from reader.ui.messages import LibraryChanged, Told
from reader.ui.widgets.working import InTurn


class Revising:
    """What shows the original of an article; asks by a dialog on `screen` and tells it what has changed."""

    def __init__(self, screen: Screen[None], library: Library) -> None:
        self._screen = screen
        self._library = library
        self._turn = InTurn(screen)

    def show_original(self, article: str, looks: Callable[[], Looks]) -> None:
        """Show the repairs, the lines set aside and the text as it came; take back what is chosen."""

        def work() -> tuple[Intake, str]:
            return self._library.intake(article), self._library.original(article)

        def ask(found: tuple[Intake, str]) -> None:
            intake, original = found
            dialog = OriginalDialog(intake.repairs, intake.set_aside, original, looks(), intake.article.text)
            self._screen.app.push_screen(dialog, partial(self._chosen, article))

        self._turn.do(work, ask)

    def _chosen(self, article: str, revision: Revision | None) -> None:
        if revision is None:
            return
        if revision.kind == "repair":
            work, sentence = self._library.undo_repair, "The repair is undone, in a new version. u brings it back."
        else:
            work, sentence = self._library.restore_line, "The line is back in the text, in a new version."

        def done(_: object) -> None:
            self._screen.post_message(Told(sentence))
            self._screen.post_message(LibraryChanged())

        self._turn.do(partial(work, article, revision.number), done)
