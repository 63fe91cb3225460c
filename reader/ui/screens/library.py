"""The library screen: the list of articles, and a preview of the one under the cursor."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from reader.domain.doors import Door
from reader.domain.drafts import Draft, DraftKind
from reader.library.library import Library
from reader.ui.commands import bindings
from reader.ui.messages import ArticleChosen, LibraryChanged
from reader.ui.panes.acting import StatesKept
from reader.ui.panes.adding import Adding, ArticleAdded
from reader.ui.panes.finding import FindingPane
from reader.ui.panes.preview import PreviewPane
from reader.ui.panes.unfinished import DraftWanted, Unfinished
from reader.ui.screens.article_keys import ArticleKeys
from reader.ui.screens.doors import leads_out
from reader.ui.screens.moving import Movable
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.key_line import KeyLine
from reader.ui.widgets.title_line import TitleLine
from reader.ui.widgets.words import counted


class LibraryScreen(ArticleKeys):
    """Arranges the two panes and holds the keys of the library."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("library")
    AUTO_FOCUS = "ArticleList"

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._library = library
        self._title = TitleLine("Reader   Library")
        self._finding = FindingPane(library)
        self._preview = PreviewPane(library)
        self._keys = KeyLine("library")
        self._adding = Adding(self, library)
        self._unfinished = Unfinished(self, library, lambda: self.articles.current, self._editing.note_from)
        self._stale = True
        self._counts = ""

    def compose(self) -> ComposeResult:
        """Title, panes, keys."""
        yield self._title
        with Horizontal():
            yield self._finding
            yield self._preview
        yield self._keys

    @property
    def movable(self) -> Movable:
        """The preview while it has the keys, else the list."""
        return self._preview if self.focused is self._preview else self.articles

    @property
    def articles(self) -> ArticleList:
        """The list."""
        return self._finding.articles

    # -- what happens

    def on_screen_resume(self) -> None:
        """Read the list again after another screen."""
        if self._stale:
            self._stale = False
            self._finding.reload()
            self._show_preview(again=True)
        self._unfinished.offer()

    def on_article_chosen(self) -> None:
        """Remember that an article may have another state when it is left; the app opens it."""
        self._stale = True

    def on_library_changed(self, message: LibraryChanged) -> None:
        """Read again what is shown."""
        message.stop()
        self._finding.reload()
        self._show_preview(again=True)

    def on_paste(self, event: events.Paste) -> None:
        """Take a pasted article in."""
        event.stop()
        if event.text.strip():
            self._adding.paste(event.text)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Name the keys of what has them now."""
        previewing = event.widget is self._preview
        self.set_class(previewing, "-previewing")
        if isinstance(event.widget, Input):
            self._keys.say(("⏎", "to the list"), ("esc", "show all"))
        elif previewing:
            self._keys.say(("⏎", "read"), ("tab", "to the list"), ("j k", "scroll"))
        else:
            self._keys.say()

    @on(FindingPane.Counted)
    def _counted(self, message: FindingPane.Counted) -> None:
        self.set_class(message.articles == 0, "-empty")
        named = (counted(message.articles, "article"), f"{message.unread} unread", counted(message.notes, "note"))
        counts = " · ".join(named)
        self._counts = counts if message.articles else ""
        self.show_title()
        if self.focused is None:
            self.articles.focus()

    @on(ArticleList.Moved)
    def _moved(self, message: ArticleList.Moved) -> None:
        self.show_title()
        self._preview.preview(message.row.head.id if message.row else None)

    @on(StatesKept)
    def _show_states(self, message: StatesKept) -> None:
        self._finding.show_states(message.states)
        self._show_preview(again=True)

    @on(DraftWanted)
    def _go_on(self, message: DraftWanted) -> None:
        """Open the editor that a draft was typed into, on its article."""
        if message.draft.kind is DraftKind.PASTE:
            self._adding.resume(message.draft)
        elif message.draft.kind is DraftKind.FIELDS:
            self._editing.resume_fields(message.draft)
        else:
            self._read_to_go_on(message.draft)

    def _read_to_go_on(self, draft: Draft) -> None:
        from reader.ui.screens.reader import ReaderScreen  # noqa: PLC0415 - the library is on the screen first

        self._stale = True
        reader = ReaderScreen(self._library, draft.article, (draft.article,))
        reader.notes.resume(draft)
        self.app.push_screen(reader)

    @on(ArticleAdded)
    def _show_added(self, message: ArticleAdded) -> None:
        self._finding.seek(message.article)

    def show_title(self) -> None:
        """Show the numbers; where the list has no border to say it, also the order and what is under the cursor."""
        chosen = len(self.articles.chosen)
        parts = [f"{chosen} of {len(self.articles.rows)} selected" if chosen else self._counts]
        if is_narrow := self.has_class("-narrow"):
            parts.append(f"{min(self.articles.cursor + 1, len(self.articles.rows))}/{len(self.articles.rows)}")
        self._title.say(
            left=f"Reader   {self._finding.name_of_order if is_narrow else 'Library'}",
            right=" · ".join(parts) if self._counts else "",
        )

    def _show_preview(self, *, again: bool) -> None:
        row = self.articles.current
        self._preview.preview(row.head.id if row else None, again=again)

    # -- the keys, each one line that calls a pane

    @on(ArticleList.Opened)
    def action_open(self) -> None:
        """Read the article under the cursor; in an empty library, the sample."""
        if self._finding.is_empty:
            self._adding.sample()
        elif row := self.articles.current:
            self.post_message(ArticleChosen(row.head.id, [one.head.id for one in self.articles.rows]))

    def action_filter(self) -> None:
        """Let the person type words to look for."""
        self._finding.filter()

    def action_show_all(self) -> None:
        """Clear the filter, then the choice."""
        self._finding.show_all()
        self.show_title()

    def action_add(self) -> None:
        """Offer a box to paste into."""
        self._adding.add()

    @leads_out(Door.IMPORT)
    def action_import_file(self) -> None:
        """Ask for a file."""
        self._adding.import_file()

    def action_drafts(self) -> None:
        """List what was typed and not finished."""
        self._unfinished.list_all()

    def action_sort(self) -> None:
        """Sort by the next column."""
        self._finding.sort()
        self.show_title()

    def action_next_pane(self) -> None:
        """Give the keys to the other pane."""
        (self.articles if self.focused is self._preview else self._preview).focus()
