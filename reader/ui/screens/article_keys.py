"""The keys that act on the articles of a list: those chosen, else the one under the cursor."""

from reader.domain.doors import Door
from reader.library.library import Library
from reader.ui.panes.acting import Acting
from reader.ui.panes.editing import Editing
from reader.ui.screens.doors import leads_out
from reader.ui.screens.moving import MovingScreen
from reader.ui.widgets.article_list import ArticleList


class ArticleKeys(MovingScreen):
    """A screen with a list of articles to act on."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._acting = Acting(self, library)
        self._editing = Editing(self, library)

    @property
    def articles(self) -> ArticleList:
        """The list."""
        raise NotImplementedError

    def show_title(self) -> None:
        """Show the numbers of the list, among them how many are chosen."""
        raise NotImplementedError

    def action_tag(self) -> None:
        """Ask for tags."""
        if rows := self.articles.acted_on:
            self._acting.tag(rows)

    def action_note(self) -> None:
        """Ask for a note."""
        if row := self.articles.current:
            self._editing.note(row)

    def action_star(self) -> None:
        """Star, or take the star away."""
        if rows := self.articles.acted_on:
            self._acting.star(rows)

    def action_toggle_read(self) -> None:
        """Mark read or unread."""
        if rows := self.articles.acted_on:
            self._acting.toggle_read(rows)

    @leads_out(Door.EXPORT)
    def action_export(self) -> None:
        """Ask where to, and write."""
        if self.articles.rows:
            self._acting.export(self.articles.current, self.articles.chosen_rows, self.articles.rows)

    def action_trash(self) -> None:
        """Put in the trash."""
        if rows := self.articles.acted_on:
            self._acting.trash(rows)

    def action_edit_fields(self) -> None:
        """Ask for other fields."""
        if row := self.articles.current:
            self._editing.edit_fields(row)

    def action_select(self) -> None:
        """Choose the article under the cursor."""
        self.articles.choose()
        self.show_title()

    def action_select_range(self) -> None:
        """Choose all up to the cursor."""
        self.articles.choose_range()
        self.show_title()
