"""The arrangement of the reader screen, and what its keys find there."""

import os
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from reader.domain.heads import ArticleHead, ArticleRow
from reader.domain.notes import ArticleState
from reader.domain.opened import OpenArticle
from reader.library.library import Library
from reader.library.visiting import Visit
from reader.render.marks import Letters
from reader.ui.looks import Colour, colour_of, looks_for
from reader.ui.panes.acting import Acting
from reader.ui.panes.editing import Editing
from reader.ui.panes.figures import FiguresPane
from reader.ui.panes.notes import NotesPane
from reader.ui.panes.reading import ReadingPane
from reader.ui.panes.revising import Revising
from reader.ui.screens.moving import Movable, MovingScreen
from reader.ui.widgets.key_line import KeyLine
from reader.ui.widgets.title_line import TitleLine

OPEN, CLOSED, ZEN = "-panel-open", "-panel-closed", "-zen"
"""Classes of the screen: the panel asked for where it is hidden, or sent away where it shows; only the text."""


class ReaderDesk(MovingScreen):
    """The article with the panel beside it, or over it where the screen is narrow."""

    def __init__(self, library: Library, article: str, among: Sequence[str]) -> None:
        super().__init__()
        self.library = library
        self.article = article
        self.among = tuple(among)
        self.state = ArticleState(article)
        self.looks = looks_for({}, Colour.NONE, is_dark=True)
        self.reading = ReadingPane(library, self.looks, _raised(os.environ.get("TERM", "")))
        self.figures = FiguresPane(self.looks)
        self.notes = NotesPane(library, self.looks, article)
        self.acting = Acting(self, library)
        self.editing = Editing(self, library)
        self.revising = Revising(self, library)
        self.title_line = TitleLine("Reader")
        self.key_line = KeyLine("reader")

    def compose(self) -> ComposeResult:
        """Title, text and panel, keys."""
        yield self.title_line
        with Horizontal(id="desk"):
            yield self.reading
            with Vertical(id="panel") as panel:
                panel.border_title = Content("Entities & figures")
                panel.border_subtitle = Content("e hide")
                yield self.figures
                yield self.notes
        yield self.key_line

    @property
    def is_visit(self) -> bool:
        """Whether a file is open that is not in the library."""
        return isinstance(self.library, Visit)

    @property
    def movable(self) -> Movable:
        """What the moving keys move: the list that has the focus, else the text."""
        return next((part for part in (self.figures.list, self.notes.list) if part is self.focused), self.reading.view)

    @property
    def is_panel_shown(self) -> bool:
        """Whether the panel can be seen."""
        return self.has_class(OPEN) if self.has_class("-narrow") else not self.has_class(CLOSED)

    def show_panel(self, *, shown: bool) -> None:
        """Show the panel or hide it; where it lies over the text it takes the keys, and gives them back."""
        is_over = self.has_class("-narrow")
        self.set_class(shown and is_over, OPEN)
        if not is_over:
            self.set_class(not shown, CLOSED)
        if not shown:
            self.reading.view.focus()
        elif is_over:
            self.call_after_refresh(self.figures.list.focus)

    def action_open_link(self) -> None:
        """Show where the link under the cursor leads."""
        raise NotImplementedError

    def look(self) -> None:
        """Dress everything in the styles of the theme."""
        self.looks = looks_for(self.app.theme_variables, colour_of(self.app), is_dark=self.app.current_theme.dark)
        for pane in (self.reading, self.figures, self.notes):
            pane.look(self.looks)

    @property
    def row(self) -> ArticleRow | None:
        """The open article as a row of a list, for what acts on rows."""
        page = self.reading.page
        return _row(page.opened, self.state, len(page.notes)) if page else None


def _raised(terminal: str) -> Letters:
    """The letters that the terminal's font can be trusted to have."""
    return Letters.ASCII if terminal == "linux" else Letters.RAISED


def _row(opened: OpenArticle, state: ArticleState, notes: int) -> ArticleRow:
    kept, article = opened.kept, opened.article
    head = ArticleHead(
        kept.id,
        kept.version,
        article.title,
        article.authors,
        article.source,
        article.published,
        kept.added,
        article.words,
        article.language,
        article.url,
    )
    return ArticleRow(head, state, notes)
