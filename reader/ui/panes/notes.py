"""Notes: what the person writes on the article that is open."""

import os
from collections.abc import Callable, Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import Vertical
from textual.message import Message

from reader.domain.errors import ReaderError
from reader.domain.notes import Note
from reader.domain.opened import OpenArticle
from reader.domain.span import Span
from reader.library.library import Library
from reader.render.places import Paragraphs, paragraphs
from reader.ui.dialogs.note import NoteDialog
from reader.ui.dialogs.notes_here import NotesHereDialog, NoteWish
from reader.ui.dialogs.own_editor import Edited, edit, editor_command, run_in_terminal
from reader.ui.looks import Looks
from reader.ui.messages import Told
from reader.ui.widgets.mark_list import MarkList, Row
from reader.ui.widgets.mark_list_rows import note_rows
from reader.ui.widgets.working import InTurn


class NotesPane(Vertical):
    """Lists the notes and tags of the open article, and writes notes; every write is on the disk at once."""

    class Kept(Message):
        """The notes on the article are these now."""

        def __init__(self, notes: tuple[Note, ...]) -> None:
            self.notes = notes
            super().__init__()

    class PlaceWanted(Message):
        """The passage at `offset` is to be shown."""

        def __init__(self, offset: int) -> None:
            self.offset = offset
            super().__init__()

    def __init__(self, library: Library, looks: Looks) -> None:
        super().__init__()
        self.list = MarkList(looks)
        self._library = library
        self._article = ""
        self._text = ""
        self._notes: tuple[Note, ...] = ()
        self._tags: tuple[str, ...] = ()
        self._places: Paragraphs = Paragraphs((), ())

    def compose(self) -> ComposeResult:
        """The list."""
        yield self.list

    def on_mount(self) -> None:
        """Let the app do the writing, so that leaving this screen stops none of it."""
        self._turn = InTurn(self.app)

    # -- what is shown

    def show(self, opened: OpenArticle) -> None:
        """List the notes and tags of this article."""
        self._article, self._text = opened.kept.id, opened.article.text
        self._places = paragraphs(opened.article)
        self._tags = opened.state.tags
        self._show_notes(opened.notes)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show other tags."""
        self._tags = tuple(tags)
        self._fill()

    def look(self, looks: Looks) -> None:
        """Draw everything in other styles."""
        self.list.look(looks)

    def _show_notes(self, notes: Sequence[Note]) -> None:
        self._notes = tuple(sorted(notes, key=_place))
        self._fill()

    def _fill(self) -> None:
        rows = note_rows(self._notes, self._places, max(20, self.size.width))
        tags = "  ".join(self._tags)
        self.list.show([*rows, Row("TAGS  " + tags if tags else "TAGS", is_heading=True)])

    def on_resize(self) -> None:
        """Fit the quotes to the new width."""
        self._fill()

    @on(MarkList.Chosen)
    def _chosen(self, message: MarkList.Chosen) -> None:
        message.stop()
        self._go_to(message.target[1])

    def _go_to(self, key: int) -> None:
        note = next((note for note in self._notes if note.key == key), None)
        if note and note.anchor and note.anchor.placed:
            self.post_message(self.PlaceWanted(note.anchor.span.start))
        elif note and note.anchor:
            self.post_message(Told("The passage of this note is not in this version of the article."))

    # -- writing

    def write(self, span: Span | None) -> None:
        """Ask for a note on a passage, or on the whole article; an existing note on just this passage is edited."""
        same = next((note for note in self._notes if span and note.anchor and note.anchor.span == span), None)
        if same:
            self._edit(same)
            return

        def written(text: str | None) -> None:
            if text:
                self._keep(partial(self._library.annotate, self._article, text, span), "Note kept.")

        self.app.push_screen(NoteDialog(span.of(self._text) if span else "", ""), written)

    def highlight(self, span: Span) -> None:
        """Highlight a passage; where a highlight lies already, take it away."""
        there = [
            note
            for note in self._notes
            if not note.text and note.anchor and note.anchor.placed and note.anchor.span.overlaps(span)
        ]
        if there:
            self._keep(partial(self._trash, [note.key for note in there]), "Highlight taken away. u brings it back.")
        else:
            self._keep(partial(self._library.annotate, self._article, "", span), "Highlighted.")

    def list_notes(self, at: int | None = None) -> None:
        """List the notes to read, go to, edit or delete."""
        if not self._notes:
            self.post_message(Told("There is no note on this article. n writes one here, N on the whole article."))
            return

        def wished(wish: NoteWish | None) -> None:
            note = next((note for note in self._notes if wish and note.key == wish.key), None)
            if wish is None or note is None:
                return
            if wish.deed == "go":
                self._go_to(note.key)
            elif wish.deed == "edit":
                self._edit(note)
            else:
                self._keep(partial(self._trash, [note.key]), "Note deleted. u brings it back.")

        self.app.push_screen(NotesHereDialog(self._notes, self._places, self.list.looks, at), wished)

    def _edit(self, note: Note) -> None:
        quote = note.anchor.quote if note.anchor else ""
        self.app.push_screen(NoteDialog(quote, note.text), partial(self._edited, note))

    def _edited(self, note: Note, text: str | None) -> None:
        """Keep other words of a note; one without words is deleted."""
        if text is None:
            return
        if text:
            self._keep(partial(self._library.edit_note, note.key, text), "Note kept.")
        else:
            self._keep(partial(self._trash, [note.key]), "Note deleted. u brings it back.")

    def write_in_own_editor(self) -> None:
        """Have the article's note written in the person's own editor, on the whole terminal."""
        note = next((note for note in self._notes if note.anchor is None), None)
        result = self._edited_outside(note.text if note else "")
        if result.sentence:
            self.post_message(Told(result.sentence, "warning"))
        if result.text is not None and note:
            self._edited(note, result.text)
        elif result.text:
            self._keep(partial(self._library.annotate, self._article, result.text, None), "Note kept.")

    def _edited_outside(self, text: str) -> Edited:
        environment = dict(os.environ) | ({"NO_COLOR": "1"} if self.app.no_color else {})
        command = editor_command(environment)
        try:
            with self.app.suspend():
                try:
                    return edit(text, self._library.folders.state, command, run_in_terminal(environment))
                except ReaderError as error:
                    return Edited(None, error.sentence)
        except SuspendNotSupported:
            return Edited(None, "This terminal cannot be lent to an editor. N writes the note here.")

    def _trash(self, keys: Sequence[int]) -> None:
        for key in keys:
            self._library.trash_note(key)

    def _keep(self, write: Callable[[], object], sentence: str) -> None:
        """Write, then show what is kept now."""
        article = self._article

        def work() -> tuple[Note, ...]:
            write()
            return tuple(self._library.notes(article))

        def done(notes: tuple[Note, ...]) -> None:
            self.app.post_message(Told(sentence))
            if article == self._article and self.is_attached:
                self._show_notes(notes)
                self.post_message(self.Kept(self._notes))

        self._turn.do(work, done)


def _place(note: Note) -> tuple[int, str]:
    """Notes on the article first, then by place."""
    return (note.anchor.span.start if note.anchor else -1, note.created.isoformat())
