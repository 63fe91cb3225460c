"""The notes on an article, to read in full, go to, edit or delete."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from reader.domain.notes import Note
from reader.render.places import Paragraphs
from reader.render.words import date_words
from reader.ui.dialogs.dialog import Dialog
from reader.ui.looks import Looks
from reader.ui.widgets.mark_list import MarkList
from reader.ui.widgets.mark_list_rows import note_rows
from reader.ui.widgets.words import Words

NoteDeed = Literal["go", "edit", "delete"]


@dataclass(frozen=True, slots=True)
class NoteWish:
    """What is to be done with the note of a key."""

    deed: NoteDeed
    key: int


class NotesHereDialog(Dialog[NoteWish | None]):
    """Returns the one thing to do with one of the notes, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Down", id="notes_here.down"),
        Binding("k,up", "move(-1)", "Up", id="notes_here.up"),
        Binding("enter", "wish('go')", "Go to its passage", id="notes_here.go"),
        Binding("n,E", "wish('edit')", "Edit", id="notes_here.edit"),
        Binding("d", "wish('delete')", "Delete", id="notes_here.delete"),
        Binding("escape,left,q", "leave", "Close", id="notes_here.leave"),
    ]

    def __init__(self, notes: Sequence[Note], places: Paragraphs, looks: Looks, at: int | None = None) -> None:
        super().__init__()
        self._notes = {note.key: note for note in notes}
        self._places = places
        self._at = at
        self._list = MarkList(looks)
        self._words = Words(id="note")

    def compose(self) -> ComposeResult:
        """The list, the note under the cursor in full, the keys."""
        with Vertical(id="box", classes="dialog") as box:
            box.border_title = Content("Notes on this article")
            yield self._list
            with VerticalScroll(id="whole", can_focus=False):
                yield self._words
            yield Words("⏎ go to it   n edit   d delete   esc close", id="keys")

    def on_mount(self) -> None:
        """Fill the list."""
        rows = note_rows(list(self._notes.values()), self._places, 60)
        self._list.styles.height = max(2, min(len(rows), 12))
        self._list.show(rows, at=("note", self._at) if self._at else None)
        self._list.focus()
        self._show()

    def action_move(self, by: int) -> None:
        """Move in the list."""
        self._list.move(by)
        self._show()

    @on(MarkList.Chosen)
    def _chosen(self, message: MarkList.Chosen) -> None:
        message.stop()
        self._show()

    def action_wish(self, deed: NoteDeed) -> None:
        """Return what to do with the note under the cursor."""
        if self._list.current is not None:
            self.dismiss(NoteWish(deed, self._list.current[1]))

    def action_leave(self) -> None:
        """Do nothing."""
        self.dismiss(None)

    def _show(self) -> None:
        """Show the note under the cursor in full."""
        note = self._notes.get(self._list.current[1]) if self._list.current else None
        if note is not None:
            quote = f"“{note.anchor.quote}”\n\n" if note.anchor else ""
            text = note.text or "(a highlight without words)"
            self._words.say(f"{quote}{text}\n\nwritten {date_words(note.created.date())}")
