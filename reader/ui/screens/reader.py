"""The reader screen: an article with its marks, the panel beside it, and the notes on it."""

import asyncio
import os
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.theme import Theme

from reader.domain.added import Added
from reader.domain.doors import is_secure
from reader.domain.errors import ReaderError
from reader.domain.titles import shortened
from reader.library.visiting import Visit
from reader.ui.commands import bindings
from reader.ui.messages import ArticleChosen, LibraryChanged, Told
from reader.ui.panes.acting import StatesKept
from reader.ui.panes.figures import FiguresPane
from reader.ui.panes.notes import NotesPane
from reader.ui.panes.reading import ReadingPane
from reader.ui.screens.reader_desk import OPEN, ZEN
from reader.ui.screens.reader_marks import MarkKeys
from reader.ui.screens.reader_notes import NoteKeys
from reader.ui.widgets.article_view_selecting import SelectingView
from reader.ui.widgets.working import InTurn

SELECTING_HINTS = (("w b", "word"), (") (", "sentence"), ("n", "note"), ("h", "highlight"), ("esc", "end"))
MORE_HINTS = (("} {", "paragraph"),)
COPY_HINTS = (("y", "copy"),)


LIST_HINTS = (("⏎", "go there"), ("tab", "next pane"), ("esc", "to the text"))


WRITING = frozenset(
    {"article_note", "highlight", "tag", "notes", "editor", "original", "edit_fields", "star", "export", "trash"}
)
"""The actions that need an article to be in the library."""


class ReaderScreen(MarkKeys, NoteKeys):
    """Shows `article`; `among` is the list to go on in."""

    CSS_PATH = "../styles/reader.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("reader")
    AUTO_FOCUS = "SelectingView"

    def on_mount(self) -> None:
        """Dress, and open the article once there is a place to show it."""
        self._turn = InTurn(self.app)
        self._furthest = self._kept_progress = 0.0
        self.look()
        self.app.theme_changed_signal.subscribe(self, self._dress)
        self.call_after_refresh(self.reading.open, self.article)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What writes on an article waits until it is in the library; Add is for what is not in it."""
        del parameters
        return not self.is_visit if action in WRITING else self.is_visit or action != "add"

    def action_add(self) -> None:
        """Add the file that is open, and open it from the library."""
        if isinstance(self.library, Visit):
            self._turn.do(self.library.stay, self._added)

    def _added(self, added: Added) -> None:
        self.dismiss()
        self.app.screen_stack[0].post_message(LibraryChanged())
        self.app.screen_stack[0].post_message(ArticleChosen(added.id, (added.id,)))
        self.app.post_message(Told(f"Added “{shortened(added.title, 48)}”."))

    def _dress(self, _: Theme) -> None:
        self.look()

    # -- what happens

    @on(ReadingPane.Shown)
    def _shown(self, message: ReadingPane.Shown) -> None:
        opened = message.page.opened
        if opened.state.trashed is not None:
            self.dismiss()
            return
        self.state = opened.state
        self._furthest = self._kept_progress = opened.state.progress
        self.figures.show(opened.analysis, opened.article)
        self.notes.show(opened)
        if opened.state.unread:
            # with the progress it had, so that having opened it is no step for u to take back
            read = partial(self.library.mark, opened.kept.id, unread=False, progress=opened.state.progress)
            self._turn.do(read, lambda _: None)
        self._tell()

    @on(ReadingPane.Moved)
    def _tell(self) -> None:
        """Say where one is, and remember how far one came."""
        page = self.reading.page
        if page is None:
            return
        self._furthest = max(self._furthest, self.reading.progress)
        place = f"{self.among.index(self.article) + 1}/{len(self.among)}" if self.article in self.among else ""
        star = "not in the library: a adds it" if self.is_visit else "★" if self.state.starred else ""
        marks = f"marks: {self.reading.lighting.words}"
        parts = (star, marks, f"{self.reading.progress:.0%}", place)
        title = shortened(page.article.title, 200)
        self.title_line.say(left=f"Reader › {title}", right=" · ".join(part for part in parts if part))

    @on(SelectingView.Selected)
    def _name_keys(self) -> None:
        """Name the keys of what has them now."""
        in_list = self.focused in {self.figures.list, self.notes.list}
        copies = () if is_secure(os.environ) else COPY_HINTS
        more = () if self.has_class("-narrow") else (*MORE_HINTS, *copies)
        selecting = (*SELECTING_HINTS[:2], *more, *SELECTING_HINTS[2:]) if self.reading.view.selecting else ()
        self.key_line.say(*(LIST_HINTS if in_list else selecting))

    def on_descendant_focus(self) -> None:
        """Name the keys of the pane that has them now."""
        self._name_keys()

    @on(FiguresPane.Wanted)
    def _wanted(self, message: FiguresPane.Wanted) -> None:
        self.reading.follow(message.cls, message.index)
        self._uncover()

    @on(NotesPane.PlaceWanted)
    def _place_wanted(self, message: NotesPane.PlaceWanted) -> None:
        self.reading.go_to(message.offset)
        self._uncover()

    @on(NotesPane.Kept)
    def _notes_kept(self, message: NotesPane.Kept) -> None:
        self.reading.show_notes(message.notes)

    @on(StatesKept)
    def _states_kept(self, message: StatesKept) -> None:
        for state in message.states:
            if state.article == self.article:
                self.state = state
                self.notes.show_tags(state.tags)
                self._tell()

    def on_library_changed(self, message: LibraryChanged) -> None:
        """Read the article again, and stay where one is."""
        message.stop()
        self.reading.open(self.article, again=True)

    def _uncover(self) -> None:
        """Take the panel away where it hides the text."""
        if self.has_class("-narrow"):
            self.show_panel(shown=False)

    # -- going elsewhere

    def action_next_article(self) -> None:
        """The next of the list."""
        self._go_article(1)

    def action_previous_article(self) -> None:
        """The one before in the list."""
        self._go_article(-1)

    def _go_article(self, by: int) -> None:
        at = self.among.index(self.article) + by if self.article in self.among else -1
        if not 0 <= at < len(self.among):
            self.post_message(Told("This is the last article of the list." if by > 0 else "This is the first article."))
            return
        if self._has_progress:
            progress, self._kept_progress = self._furthest, self._furthest
            self._turn.do(partial(self.library.mark, self.article, progress=progress), lambda _: None)
        self.article = self.among[at]
        self.reading.open(self.article)
        self.reading.view.focus()

    async def action_back(self) -> None:
        """Close what lies over the text, or go back to the text from the panel; else leave for the library."""
        if self.has_class(OPEN) and self.has_class("-narrow"):
            self.show_panel(shown=False)
        elif self.movable is not self.reading.view:
            self.reading.view.focus()
        elif self.has_class(ZEN):
            self.remove_class(ZEN)
        else:
            await asyncio.to_thread(self._keep_progress)
            self.dismiss()

    def on_unmount(self, event: events.Unmount) -> None:
        """Keep how far one came when the app is left from here."""
        del event
        self._keep_progress()

    @property
    def _has_progress(self) -> bool:
        return self.reading.page is not None and self._furthest > self._kept_progress

    def _keep_progress(self) -> None:
        """Keep how far one came; that it could not be kept is no reason to stay."""
        if self._has_progress:
            self._kept_progress = self._furthest
            try:
                self.library.mark(self.article, progress=self._furthest)
            except ReaderError as error:
                self.app.post_message(Told(error.sentence, "warning"))
