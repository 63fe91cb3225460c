"""The preview: what stands in the article under the cursor, before it is opened."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from reader.domain.opened import OpenArticle
from reader.library.library import Library
from reader.ui.widgets.glance import glance
from reader.ui.widgets.words import Words
from reader.ui.widgets.working import Latest


class PreviewPane(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Shows one article at a glance; reading and recognising it happen in a thread, the last one asked for counts."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._words = Words()
        self._shown = ""
        self._articles: Latest[str, OpenArticle] = Latest(self, library.open, self._show)
        self.border_title = Content("Preview")

    def compose(self) -> ComposeResult:
        """The one text."""
        yield self._words

    def preview(self, article: str | None, *, again: bool = False) -> None:
        """Show the article with this id, or nothing; `again` when something about it has changed."""
        if article is None:
            self._articles.forget()
            self._shown = ""
            self._words.say("")
        elif again or article != self._shown:
            self._shown = article
            self._articles.ask(article)

    def move(self, by: int) -> None:
        """Scroll by so many lines."""
        self.scroll_to(y=self.scroll_target_y + by, animate=False, immediate=True)

    @property
    def page(self) -> int:
        """How many lines are on the screen at once."""
        return max(1, self.size.height - 1)

    def _show(self, article: str, opened: OpenArticle) -> None:
        if article == self._shown:
            self._words.say(glance(opened))
            self.scroll_home(animate=False)
