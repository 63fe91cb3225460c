"""Writing a note: asked for, a draft meanwhile, and asked for again with the same words where keeping it failed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Generic, TypeVar

from textual.app import App

from reader.domain.drafts import Draft, DraftState
from reader.domain.errors import ReaderError
from reader.ui.dialogs.note import NoteDialog
from reader.ui.dialogs.own_editor import lend_terminal
from reader.ui.messages import Told
from reader.ui.widgets.drafting import Drafting, Drafts
from reader.ui.widgets.working import InTurn

Kept = TypeVar("Kept")

THROWN = "Thrown away. W in the library lists it for 30 days."


class NoteWriting(Generic[Kept]):
    """Asks for notes on an app; `keep` writes one in a thread, given the draft and its words, `kept` gets what came."""

    def __init__(
        self,
        app: App[Any],
        drafts: Drafts,
        turn: InTurn,
        keep: Callable[[Draft, str], Kept],
        kept: Callable[[Draft, Kept], object],
    ) -> None:
        self._app = app
        self._drafts = drafts
        self._turn = turn
        self._keep = keep
        self._kept = kept

    def ask(self, draft: Draft, fault: str = "") -> None:
        """Open the dialog on a draft; `fault` is a sentence about it."""
        self._ask(Drafting(self._app, self._drafts, draft), fault)

    def ask_in_own_editor(self, draft: Draft) -> None:
        """Lend the terminal to the person's own editor; keep what it leaves."""
        drafting = Drafting(self._app, self._drafts, draft)
        edited = lend_terminal(self._app, draft.text, drafting.file)
        drafting.is_out = edited.is_out
        if edited.sentence:
            self._app.post_message(Told(edited.sentence, "warning"))
        if edited.text is not None:
            drafting.follow(lambda: replace(draft, text=edited.text or ""))
        self._answered(drafting, edited.text)

    def _ask(self, drafting: Drafting, fault: str) -> None:
        self._app.push_screen(NoteDialog(drafting, fault), partial(self._answered, drafting))

    def _answered(self, drafting: Drafting, text: str | None) -> None:
        typed = drafting.typed
        if text is not None:
            done = partial(self._kept, typed)
            self._turn.do(partial(self._work, drafting, typed, text), done, partial(self._failed, drafting))
        elif typed.text.strip() not in {"", typed.before.strip()}:
            self._turn.do(partial(drafting.put_by, DraftState.THROWN), lambda _: self._app.post_message(Told(THROWN)))
        else:
            self._turn.do(drafting.forget, lambda _: None)

    def _work(self, drafting: Drafting, typed: Draft, text: str) -> Kept:
        kept = self._keep(typed, text)
        drafting.forget()
        return kept

    def _failed(self, drafting: Drafting, error: ReaderError) -> None:
        """The words come back, to be kept when the disk takes them."""
        drafting.changed()
        self._ask(drafting, error.sentence)
