"""The article on the screen, in which passages can be selected by keys."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from reader.domain.span import Span
from reader.ui.commands import bindings
from reader.ui.looks import Looks
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.article_view_cursor import Selecting


class SelectingView(ArticleView, inherit_bindings=False):
    """An article view with keys that grow and shrink a selection; they count only while there is one.

    `sentences` and `paragraphs` are the pieces it goes by, in order. It tells `Selected` at every change, and
    `NoteWanted` where a note is to be written on what is selected.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("selecting")

    class Selected(Message):
        """Something else is selected, or nothing any more."""

    class NoteWanted(Message):
        """A note is to be written on what is selected."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks)
        self.selecting: Selecting | None = None
        self.sentences: Sequence[Span] = ()
        self.paragraphs: Sequence[Span] = ()

    def start(self, span: Span) -> None:
        """Select a passage, to be grown and shrunk at its end."""
        self.screen.clear_selection()
        self._select(Selecting(span.start, span.end))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys count only while something is being selected."""
        if action.startswith(("grow_", "shrink_")) or action in {"end", "note"}:
            return self.selecting is not None
        return super().check_action(action, parameters)

    def action_grow_word(self) -> None:
        """One word more."""
        self._grow(None, 1)

    def action_shrink_word(self) -> None:
        """One word less."""
        self._grow(None, -1)

    def action_grow_sentence(self) -> None:
        """To the end of the sentence, or of the next."""
        self._grow(self.sentences, 1)

    def action_shrink_sentence(self) -> None:
        """Back to the end of the sentence before."""
        self._grow(self.sentences, -1)

    def action_grow_paragraph(self) -> None:
        """To the end of the paragraph, or of the next."""
        self._grow(self.paragraphs, 1)

    def action_shrink_paragraph(self) -> None:
        """Back to the end of the paragraph before."""
        self._grow(self.paragraphs, -1)

    def action_note(self) -> None:
        """Ask for a note on what is selected."""
        self.post_message(self.NoteWanted())

    def action_end(self) -> None:
        """Select nothing, by keys or with the mouse."""
        self.screen.clear_selection()
        if self.selecting is not None:
            self._select(None)

    def _grow(self, pieces: Sequence[Span] | None, by: int) -> None:
        if self.selecting is not None:
            before = self.selecting
            self._select(before.by_word(self.text, by) if pieces is None else before.by_piece(pieces, by))

    def _select(self, selecting: Selecting | None) -> None:
        self.selecting = selecting
        self.point(replace(self.here, selected=selecting.span if selecting else None))
        if selecting is not None:
            self.reveal(Span(selecting.moving, selecting.moving))
        self.refresh_bindings()
        self.post_message(self.Selected())
