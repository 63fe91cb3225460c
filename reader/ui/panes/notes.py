"""Notes: what the person writes on the article that is open."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from reader.anchoring import anchor
from reader.domain.drafts import Draft, DraftKind
from reader.domain.notes import Note
from reader.domain.opened import OpenArticle
from reader.domain.span import Span
from reader.library.library import Library
from reader.library.redrafting import resumed
from reader.render.places import Paragraphs, paragraphs
from reader.ui.dialogs.notes_here import NotesHereDialog, NoteWish
from reader.ui.dialogs.writing import NoteWriting
from reader.ui.looks import Looks
from reader.ui.messages import Told
from reader.ui.widgets.mark_list import MarkList, Row
from reader.ui.widgets.mark_list_rows import note_rows
from reader.ui.widgets.working import InTurn

DELETED = "Note deleted. u brings it back; D shows the trash."


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

    def __init__(self, library: Library, looks: Looks, article: str) -> None:
        super().__init__()
        self.list = MarkList(looks)
        self._library = library
        self._article = article  # known before it is read: fast fingers write at once
        self._title = self._text = ""
        self._version = 1
        self._waiting: Draft | None = None
        self._notes: tuple[Note, ...] = ()
        self._tags: tuple[str, ...] = ()
        self._places: Paragraphs = Paragraphs((), ())

    def compose(self) -> ComposeResult:
        """The list."""
        yield self.list

    def on_mount(self) -> None:
        """Let the app do the writing, so that leaving this screen stops none of it."""
        self._turn = InTurn(self.app)
        self._writing: NoteWriting[tuple[Note, ...]] = NoteWriting(
            self.app, self._library.drafts, self._turn, self._keep_note, self._note_kept
        )

    # -- what is shown

    def show(self, opened: OpenArticle) -> None:
        """List the notes and tags of this article."""
        self._article, self._title, self._text = opened.kept.id, opened.article.title, opened.article.text
        self._version = opened.kept.version
        self._places = paragraphs(opened.article)
        self._tags = opened.state.tags
        self._show_notes(opened.notes)
        if self._waiting and self._waiting.article == self._article:
            self._resume()

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
        self._writing.ask(self._draft(same) if same else self._new_draft(span))

    def resume(self, draft: Draft) -> None:
        """Go on with a draft of a note, as soon as its article is here."""
        self._waiting = draft
        if draft.article == self._article and self._text:
            self._resume()

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
                self._writing.ask(self._draft(note))
            else:
                self._keep(partial(self._trash, [note.key]), DELETED)

        self.app.push_screen(NotesHereDialog(self._notes, self._places, self.list.looks, at), wished)

    def write_in_own_editor(self) -> None:
        """Have the article's note written in the person's own editor, on the whole terminal."""
        note = next((note for note in self._notes if note.anchor is None and note.text), None)
        self._writing.ask_in_own_editor(self._draft(note) if note else self._new_draft(None))

    def _new_draft(self, span: Span | None) -> Draft:
        placed = anchor(self._text, span, self._version) if span else None
        key = self._library.drafts.new_key()
        return Draft(key, DraftKind.NOTE, article=self._article, title=self._title, anchor=placed)

    def _draft(self, note: Note) -> Draft:
        return replace(self._new_draft(None), text=note.text, before=note.text, note=note.key, anchor=note.anchor)

    def _resume(self) -> None:
        """Open the editor on the draft that waits, on its note and passage as they are now."""
        if self._waiting is None:
            return
        draft, fault = resumed(self._waiting, self._notes, self._text, self._version)
        self._waiting = None
        if draft.anchor:
            self.post_message(self.PlaceWanted(draft.anchor.span.start))
        self._writing.ask(draft, fault)

    def _keep_note(self, draft: Draft, text: str) -> tuple[Note, ...]:
        """Write what was asked for; a note without words is deleted."""
        if draft.note is None:
            self._library.annotate(draft.article, text, draft.anchor.span if draft.anchor else None)
        elif text:
            self._library.edit_note(draft.note, text)
        else:
            self._library.trash_note(draft.note)
        return tuple(self._library.notes(draft.article))

    def _note_kept(self, draft: Draft, notes: tuple[Note, ...]) -> None:
        is_there = draft.note is None or any(note.key == draft.note for note in notes)
        self._show_kept(draft.article, "Note kept." if is_there else DELETED, notes)

    def _trash(self, keys: Sequence[int]) -> None:
        self._library.trash_note(*keys)

    def _keep(self, write: Callable[[], object], sentence: str) -> None:
        """Write, then show what is kept now."""
        article = self._article

        def work() -> tuple[Note, ...]:
            write()
            return tuple(self._library.notes(article))

        self._turn.do(work, partial(self._show_kept, article, sentence))

    def _show_kept(self, article: str, sentence: str, notes: tuple[Note, ...]) -> None:
        self.app.post_message(Told(sentence))
        if article == self._article and self.is_attached:
            self._show_notes(notes)
            self.post_message(self.Kept(self._notes))


def _place(note: Note) -> tuple[int, str]:
    """Notes on the article first, then by place."""
    return (note.anchor.span.start if note.anchor else -1, note.created.isoformat())
