"""Adding articles: from a paste, from a file, the sample."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from textual.message import Message
from textual.screen import Screen

from reader.domain.added import Added
from reader.domain.drafts import Draft, DraftKind, DraftState
from reader.domain.errors import ReaderError
from reader.domain.intake import Intake
from reader.domain.titles import shortened
from reader.library.library import Library
from reader.ui.messages import ArticleChosen, LibraryChanged, Told
from reader.ui.widgets.drafting import Drafting
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
        self._left: Draft | None = None

    def paste(self, text: str) -> None:
        """Show what a pasted text would become."""
        draft = self._new()
        self._preview(self._drafting(draft, replace(draft, text=text)))

    def add(self) -> None:
        """Offer a box to paste into, or what was not added the last time."""
        self.resume(self._left or self._new())

    def resume(self, draft: Draft) -> None:
        """Go on with a text that was not added."""
        self._preview(self._drafting(draft))

    def import_file(self) -> None:
        """Ask for a file and show what it would become."""
        from reader.ingest.source import contents  # noqa: PLC0415 - only adding reads foreign text
        from reader.ui.dialogs.import_file import ImportFileDialog  # noqa: PLC0415 - the list is on the screen first

        def chosen(path: Path | None) -> None:
            if path:
                self._turn.do(partial(contents, path), taken)

        def taken(raw: bytes) -> None:
            self._preview(self._drafting(replace(self._new(), raw=raw)))

        self._screen.app.push_screen(ImportFileDialog(Path.cwd()), chosen)

    def sample(self) -> None:
        """Add the bundled article and open it."""
        self._turn.do(self._library.sample, lambda added: self._screen.post_message(ArticleChosen(added.id, ())))

    def _new(self) -> Draft:
        return Draft(self._library.drafts.new_key(), DraftKind.PASTE)

    def _drafting(self, draft: Draft, typed: Draft | None = None) -> Drafting:
        """What keeps a draft; `typed` is what it is now, where that is not on the disk or in a file."""
        drafting = Drafting(self._screen.app, self._library.drafts, draft)
        if typed is not None:
            drafting.follow(lambda: typed)
        return drafting

    def _preview(self, drafting: Drafting, fault: str = "") -> None:
        from reader.library.revising import fields_of, restored, with_fields  # noqa: PLC0415 - only adding needs them
        from reader.ui.dialogs.import_article import ImportDialog, Reading, Wanted  # noqa: PLC0415 - likewise

        def revise(intake: Intake, fields: Mapping[str, str], numbers: list[int]) -> Intake:
            return with_fields(restored(intake, numbers), fields)

        def answered(answer: Wanted | None) -> None:
            if answer is None:
                self._leave(drafting)
                return
            add = partial(self._library.add, answer.intake, answer.original, tags=answer.tags)
            done = partial(self._added, drafting, answer.intake)
            self._turn.do(partial(_and_forget, add, drafting), done, partial(self._failed, drafting))

        dialog = ImportDialog(drafting, Reading(self._library.preview, fields_of, revise), fault)
        self._screen.app.push_screen(dialog, answered)

    def _leave(self, drafting: Drafting) -> None:
        """Offer again what was not added; what was typed or pasted also when Reader is started again."""
        typed = drafting.typed
        is_file = bool(typed.raw) and not typed.fields and not typed.put_back
        if not typed.raw and not typed.text.strip():
            self._left = None
        else:
            self._left = typed
            self._tell("Not added. a offers it again.")
        is_worth_it = self._left is not None and not is_file
        self._turn.do(partial(drafting.put_by, DraftState.LATER) if is_worth_it else drafting.forget, lambda _: None)

    def _added(self, drafting: Drafting, intake: Intake, added: Added) -> None:
        if self._left and self._left.key == drafting.draft.key:
            self._left = None
        title = shortened(added.title, TITLE_LENGTH)
        if added.duplicate:
            self._tell(f"“{title}” is in the library already; nothing changed.")
        else:
            done = [counted(len(intake.set_aside), "line") + " set aside"] if intake.set_aside else []
            done += [counted(len(intake.repairs), "repair")] if intake.repairs else []
            self._tell(f"Added “{title}”" + (f" — {', '.join(done)}." if done else "."))
        self._screen.post_message(ArticleAdded(added.id))
        self._screen.post_message(LibraryChanged())

    def _failed(self, drafting: Drafting, error: ReaderError) -> None:
        """The text comes back with what was typed over it, to be added when the disk takes it."""
        drafting.changed()
        self._preview(drafting, error.sentence)

    def _tell(self, sentence: str) -> None:
        self._screen.post_message(Told(sentence))


def _and_forget(add: Callable[[], Added], drafting: Drafting) -> Added:
    """Add, then take the draft off the disk: never the other way round."""
    added = add()
    drafting.forget()
    return added
