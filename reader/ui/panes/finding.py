"""Finding an article: the list, the filter, the order."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from reader.domain.heads import ArticleRow
from reader.domain.notes import ArticleState
from reader.library.library import Library
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.first_run import FirstRun
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.words import Words, literal
from reader.ui.widgets.working import Latest


@dataclass(frozen=True, slots=True)
class Found:
    """The articles that a filter leaves, and the numbers of the whole library."""

    rows: list[ArticleRow]
    articles: int
    unread: int
    notes: int


class FindingPane(Vertical):
    """The articles of the library, all or those with certain words."""

    class Counted(Message):
        """The library was read: how much is in it."""

        def __init__(self, articles: int, unread: int, notes: int) -> None:
            self.articles = articles
            self.unread = unread
            self.notes = notes
            super().__init__()

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self.articles = ArticleList(library.shelf.now().astimezone().date())
        self._filter = LineInput(placeholder="words in title, text or tags")
        self._count = Words(id="count")
        self._rows: Latest[str, Found] = Latest(self, self._find, self._show)
        self._sought = ""
        self._articles = self._unread = self._notes = 0
        self.name_of_order = "Library"
        self.border_title = literal(self.name_of_order, multiline=False)

    def compose(self) -> ComposeResult:
        """The card for an empty library, the list, and the filter under it."""
        yield FirstRun()
        yield self.articles
        with Horizontal(id="filter"):
            yield Words("Filter:", id="filter-name")
            yield self._filter
            yield self._count

    @property
    def words(self) -> str:
        """What the filter asks for."""
        return self._filter.value

    @property
    def is_empty(self) -> bool:
        """Whether the library holds nothing at all, as far as it was read."""
        return self.has_class("-empty")

    def reload(self) -> None:
        """Read the list again."""
        self._rows.ask(self.words)

    def show_states(self, states: list[ArticleState]) -> None:
        """Draw articles in their new state, and count anew how many are unread."""
        unread = sum(row.state.unread for row in self.articles.rows)
        for state in states:
            self.articles.show_state(state)
        self._unread += sum(row.state.unread for row in self.articles.rows) - unread
        self._tell_numbers()

    def seek(self, article: str) -> None:
        """Put the cursor on this article when the list is read next, without a filter."""
        self._sought = article
        if self.words:
            self.show_all()

    def filter(self) -> None:
        """Let the person type words to look for."""
        self.add_class("-filtering")
        self._filter.focus()

    def show_all(self) -> None:
        """Clear the filter; where there is none, forget the choice."""
        if self.has_class("-filtering"):
            self.remove_class("-filtering")
            self._filter.value = ""
        else:
            self.articles.choose_none()
        self.articles.focus()

    def sort(self) -> None:
        """Sort by the next column."""
        self.name_of_order = f"Library · {self.articles.sort()}"
        self.border_title = literal(self.name_of_order, multiline=False)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.reload()

    @on(Input.Submitted)
    def _to_the_list(self, event: Input.Submitted) -> None:
        event.stop()
        self.articles.focus()

    @on(ArticleList.Moved)
    def _moved(self, event: ArticleList.Moved) -> None:
        self.border_subtitle = literal(f"{event.place}/{event.among}")

    def _find(self, words: str) -> Found:
        everything = self._library.rows()
        rows = self._library.rows(words) if words.strip() else everything
        unread = sum(row.state.unread for row in everything)
        return Found(rows, len(everything), unread, sum(row.notes for row in everything))

    def _show(self, _: str, found: Found) -> None:
        self.set_class(found.articles == 0, "-empty")
        self.articles.show(found.rows, self._sought)
        self._sought = ""
        self._count.say(f"{len(found.rows)} of {found.articles} shown")
        self._articles, self._unread, self._notes = found.articles, found.unread, found.notes
        self._tell_numbers()

    def _tell_numbers(self) -> None:
        self.post_message(self.Counted(self._articles, self._unread, self._notes))
