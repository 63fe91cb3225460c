"""Adding articles: from a paste, from a file, the sample."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from textual.message import Message
from textual.screen import Screen

from reader.domain.added import Added
from reader.domain.errors import InputMissing, ReaderError
from reader.domain.intake import Intake
from reader.domain.titles import shortened
from reader.library.library import Library
from reader.ui.messages import ArticleChosen, LibraryChanged, Told
from reader.ui.widgets.words import counted
from reader.ui.widgets.working import InTurn

TITLE_LENGTH = 48
"""How much of a title a passing message repeats."""


class ArticleAdded(Message):
    """An article came in, or was found to be here already."""

    def __init__(self, article: str) -> None:
        self.article = article
        super().__init__()


class Adding:
    """What takes articles in; asks by dialogs on `screen`, and keeps what was not added for the next time."""

    def __init__(self, screen: Screen[None], library: Library) -> None:
        self._screen = screen
        self._library = library
        self._turn = InTurn(screen)
        self._draft: str | bytes = ""
        self._edits: Mapping[str, str] = {}

    def paste(self, text: str) -> None:
        """Show what a pasted text would become."""
        self._edits = {}
        self._preview(text)

    def add(self) -> None:
        """Offer a box to paste into, or what was not added the last time."""
        self._preview(self._draft)

    def import_file(self) -> None:
        """Ask for a file and show what it would become."""
        from reader.ui.dialogs.import_file import ImportFileDialog  # noqa: PLC0415 - the list is on the screen first

        def chosen(path: Path | None) -> None:
            if path:
                self._turn.do(partial(contents, path), taken)

        def taken(raw: bytes) -> None:
            self._edits = {}
            self._preview(raw)

        self._screen.app.push_screen(ImportFileDialog(Path.cwd()), chosen)

    def sample(self) -> None:
        """Add the bundled article and open it."""
        self._turn.do(self._library.sample, lambda added: self._screen.post_message(ArticleChosen(added.id, ())))

    def _preview(self, raw: str | bytes) -> None:
        from reader.library.revising import fields_of, restored, with_fields  # noqa: PLC0415 - only adding needs them
        from reader.ui.dialogs.import_article import Draft, ImportDialog, Reading, Wanted  # noqa: PLC0415 - likewise

        def revise(intake: Intake, fields: Mapping[str, str], numbers: list[int]) -> Intake:
            return with_fields(restored(intake, numbers), fields)

        def answered(answer: Wanted | Draft | None) -> None:
            if isinstance(answer, Wanted):
                work = partial(self._library.add, answer.intake, answer.original, tags=answer.tags)
                self._turn.do(work, partial(self._added, answer.intake), partial(self._failed, answer.original))
            elif answer is not None:
                self._draft, self._edits = answer.raw, answer.edits
                self._tell("Not added. a offers it again.")

        dialog = ImportDialog(raw, self._edits, Reading(self._library.preview, fields_of, revise))
        self._screen.app.push_screen(dialog, answered)

    def _added(self, intake: Intake, added: Added) -> None:
        self._draft, self._edits = "", {}
        title = shortened(added.title, TITLE_LENGTH)
        if added.duplicate:
            self._tell(f"“{title}” is in the library already; nothing changed.")
        else:
            done = [counted(len(intake.set_aside), "line") + " set aside"] if intake.set_aside else []
            done += [counted(len(intake.repairs), "repair")] if intake.repairs else []
            self._tell(f"Added “{title}”" + (f" — {', '.join(done)}." if done else "."))
        self._screen.post_message(ArticleAdded(added.id))
        self._screen.post_message(LibraryChanged())

    def _failed(self, original: str | bytes, error: ReaderError) -> None:
        self._draft, self._edits = original, {}
        self._screen.post_message(Told(f"{error.sentence} The text is kept; a offers it again.", "error"))

    def _tell(self, sentence: str) -> None:
        self._screen.post_message(Told(sentence))


def contents(path: Path) -> bytes:
    """The bytes of a file that the person named. Raises InputMissing."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputMissing(f"{path} could not be read: {error.strerror}. Nothing was added.") from error
