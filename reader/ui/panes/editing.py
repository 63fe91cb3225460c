"""Editing from the list: a note on an article, and its fields; what is typed is a draft until it is kept."""

from functools import cached_property, partial

from textual.screen import Screen

from reader.domain.added import Added
from reader.domain.drafts import Draft, DraftKind, DraftState
from reader.domain.errors import ReaderError
from reader.domain.heads import ArticleRow
from reader.domain.notes import Note
from reader.domain.titles import shortened
from reader.library.library import Library
from reader.ui.messages import LibraryChanged, Told
from reader.ui.widgets.drafting import Drafting
from reader.ui.widgets.working import InTurn

TITLE_LENGTH = 48
"""How much of a title a passing message repeats."""

CANCELLED = "Nothing was changed. W in the library lists what you typed for 30 days."


class Editing:
    """What is written on one article; asks by dialogs on `screen`, writes in turn, tells the screen."""

    def __init__(self, screen: Screen[None], library: Library) -> None:
        self._screen = screen
        self._library = library

    @cached_property
    def _turn(self) -> InTurn:
        """The app does the writing, so that leaving the screen stops none of it."""
        return InTurn(self._screen.app)

    # -- a note on the whole article

    def note(self, row: ArticleRow) -> None:
        """Ask for a note on the article."""
        self._ask_for_note(self._draft(row, DraftKind.NOTE))

    def note_from(self, draft: Draft, row: ArticleRow) -> None:
        """Ask for a note on this article that begins with the words of a draft of another."""
        self._ask_for_note(Draft(draft.key, DraftKind.NOTE, draft.text, row.head.id, row.head.title, state=draft.state))

    def _ask_for_note(self, draft: Draft) -> None:
        from reader.ui.dialogs.writing import NoteWriting  # noqa: PLC0415 - the list is on the screen first

        def keep(draft: Draft, text: str) -> Note:
            return self._library.annotate(draft.article, text)

        def kept(draft: Draft, _: Note) -> None:
            self._changed(f"Note kept on “{shortened(draft.title, TITLE_LENGTH)}”.")

        NoteWriting(self._screen.app, self._library.drafts, self._turn, keep, kept).ask(draft)

    # -- its fields

    def edit_fields(self, row: ArticleRow) -> None:
        """Ask for other headline, authors, date and the like; a change makes a new version."""
        self.resume_fields(self._draft(row, DraftKind.FIELDS))

    def resume_fields(self, draft: Draft) -> None:
        """Go on with what was typed of the fields of an article."""
        from reader.library.revising import fields_of  # noqa: PLC0415 - the list is on the screen first

        def ask(fields: dict[str, str]) -> None:
            # fast keys may have led elsewhere
            if self._screen.app.screen is self._screen:
                self._ask_for_fields(Drafting(self._screen.app, self._library.drafts, draft), fields)

        self._turn.do(lambda: dict(fields_of(self._library.intake(draft.article))), ask)

    def _ask_for_fields(self, drafting: Drafting, fields: dict[str, str], fault: str = "") -> None:
        from reader.ui.dialogs.edit_fields import EditFieldsDialog  # noqa: PLC0415 - the list is on the screen first

        dialog = EditFieldsDialog(drafting, fields, fault)
        self._screen.app.push_screen(dialog, partial(self._edited, drafting, fields))

    def _edited(self, drafting: Drafting, fields: dict[str, str], changed: dict[str, str] | None) -> None:
        draft = drafting.typed

        def write() -> Added:
            added = self._library.edit_fields(draft.article, changed or {})
            drafting.forget()
            return added

        def done(_: Added) -> None:
            self._changed(f"“{shortened(draft.title, TITLE_LENGTH)}” has a new version; the earlier one is kept.")

        def failed(error: ReaderError) -> None:
            drafting.changed()
            self._ask_for_fields(drafting, fields, error.sentence)

        if changed:
            self._turn.do(write, done, failed)
        elif draft.fields:
            self._turn.do(partial(drafting.put_by, DraftState.THROWN), lambda _: self._tell(CANCELLED))
        else:
            self._turn.do(drafting.forget, lambda _: None)

    # -- what both need

    def _draft(self, row: ArticleRow, kind: DraftKind) -> Draft:
        return Draft(self._library.drafts.new_key(), kind, article=row.head.id, title=row.head.title)

    def _changed(self, sentence: str) -> None:
        self._tell(sentence)
        self._screen.post_message(LibraryChanged())

    def _tell(self, sentence: str) -> None:
        self._screen.app.post_message(Told(sentence))
