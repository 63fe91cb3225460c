"""Reading: one article with its marks, the cursor in it, and what is selected."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from reader.domain.notes import Note
from reader.domain.span import Span
from reader.library.library import Library
from reader.render.layout import layout
from reader.render.lines import Line
from reader.render.marks import Letters, Mark, MarkClass
from reader.render.places import line_at
from reader.ui.looks import Looks
from reader.ui.messages import Told
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.article_view_lighting import Lighting, next_mark, next_mention
from reader.ui.widgets.article_view_page import Page, page_of, place_at, words_at
from reader.ui.widgets.article_view_selecting import SelectingView
from reader.ui.widgets.status_line import StatusLine
from reader.ui.widgets.words import literal
from reader.ui.widgets.working import Latest

FINISHED = 0.99
"""From this share on an article counts as read, and opens at its beginning again."""

FAULT_SECONDS = 20.0
"""How long it is told why names are found otherwise than the settings ask."""


class ReadingPane(Vertical):
    """Shows one article and moves in it; asks the library for it in a thread."""

    class Shown(Message):
        """Another article, or another version of it, is on the screen."""

        def __init__(self, page: Page) -> None:
            self.page = page
            super().__init__()

    class Asked(Message):
        """The person wants to know more of what the cursor is on."""

    class Moved(Message):
        """The cursor, what is in sight, what is lit or what is selected has changed."""

    def __init__(self, library: Library, looks: Looks, raised: Letters) -> None:
        super().__init__()
        self.view = SelectingView(looks)
        self.page: Page | None = None
        self._opened_at = 0
        self.lighting = Lighting()
        self._raised = raised
        self._status = StatusLine()
        self._framed_place = ""
        self._told = ""
        self._pages: Latest[tuple[str, bool], Page] = Latest(
            self, lambda asked: page_of(library.open(asked[0])), self._show
        )
        self.border_title = Content("Article")

    def compose(self) -> ComposeResult:
        """The text, and the line that says what the cursor is on."""
        yield self.view
        yield self._status

    # -- opening

    def open(self, article: str, *, again: bool = False) -> None:
        """Show the article with this id; `again` stays where one is."""
        self._pages.ask((article, again))

    def _show(self, asked: tuple[str, bool], page: Page) -> None:
        if not self.view.is_attached:
            return  # the screen is being left, children first
        again = asked[1] and self.page is not None
        self.page = page
        if page.opened.fault not in {"", self._told}:
            self.post_message(Told(page.opened.fault, "warning", FAULT_SECONDS))
        self._told = page.opened.fault
        self.view.sentences, self.view.paragraphs = page.sentences, page.blocks
        self.view.action_end()
        self.lighting = replace(self.lighting, followed=None)
        self._lay(None if again else 0)
        if again:
            self._point(min(self.view.here.cursor, len(page.article.text)), None)
        else:
            self._resume(page)
        self.post_message(self.Shown(page))

    def _resume(self, page: Page) -> None:
        """Begin where the person stopped reading."""
        progress = page.opened.state.progress
        if 0 < progress < FINISHED:
            self.view.move(line_at(self.view.lines, int(progress * len(page.article.text))) - self.view.page)
            self._point(self.view.in_sight.start, None)
        else:
            body = (start for start, number in zip(page.places.starts, page.places.numbers, strict=True) if number)
            self._point(next(body, 0), None)
        self._opened_at = self.view.here.cursor

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Draw these notes in the margin."""
        if self.page:
            self.page = replace(self.page, notes=tuple(notes))
            self._lay()
            self._tell()

    def look(self, looks: Looks) -> None:
        """Draw everything in other styles."""
        self.view.look(looks)
        self._lay()

    # -- what is lit

    @property
    def lit(self) -> tuple[Mark, ...]:
        """The marks that are lit."""
        return self.lighting.lit(self.page.marks) if self.page else ()

    def light(self, change: Callable[[Lighting], Lighting]) -> None:
        """Light other marks."""
        self.lighting = change(self.lighting)
        self._lay()
        here = self.view.here
        self._point(here.cursor, here.mark if here.mark in self.lit else None)

    def toggle_letters(self) -> None:
        """Show the class of each mark by a letter, or not."""
        self.light(lambda lighting: lighting.with_letters(self.view.looks.letters))

    def _lay(self, top: int | None = None) -> None:
        """Lay the article out with what is lit; what is on the screen stays there unless `top` says another offset."""
        if self.page is None:
            return
        letters = self._raised if self.lighting.has_letters(self.view.looks.letters) else Letters.NONE
        article, lit, notes = self.page.article, self.lit, self.page.notes

        def lines(width: int) -> Sequence[Line]:
            return layout(article, lit, notes, width=width, cell_width=cell_len, letters=letters)

        self.view.show(article.text, lines, top=top)

    # -- moving

    def walk(self, by: int) -> None:
        """Go to the next mark, or the one before where `by` is negative."""
        here, sight = self.view.here, self.view.in_sight
        seen = self.view.is_in_sight(here.cursor)
        moved = seen and here.cursor != self._opened_at
        edges = (here.cursor, here.cursor) if moved else (sight.start, sight.end)
        found = next_mark(self.lit, here.mark if seen else None, edges, by)
        if found is not None:
            self.go_to_mark(found)
        elif not self.lit:
            self.post_message(Told("No marks are lit: m lights them, and 1 to 8 light one class."))
        else:
            self.post_message(Told("There is no mark further on." if by > 0 else "There is no mark before."))

    def follow(self, cls: MarkClass, index: int) -> None:
        """Go to the next mention of one thing, and light them all."""
        if self.page and (found := next_mention(self.page.marks, cls, index, self.view.here.mark)):
            self.follow_to(found)

    def follow_to(self, mark: Mark) -> None:
        """Go to one mention of a thing, and light them all."""
        if mark not in self.lit:
            self.lighting = replace(self.lighting, followed=mark)
            self._lay()
        self.go_to_mark(mark)

    def go_to_mark(self, mark: Mark) -> None:
        """Put the cursor on a mark."""
        self.view.reveal(mark.span)
        self._point(mark.span.start, mark)

    def go_to(self, offset: int) -> None:
        """Put the cursor at an offset."""
        self.view.reveal(Span(offset, offset))
        self._point(offset, None)

    def go_paragraphs(self, by: int) -> None:
        """Put the cursor at the beginning of another paragraph."""
        if self.page and self.page.blocks:
            at = self.page.places.block(self.view.here.cursor) + by
            self.go_to(self.page.places.starts[max(0, min(len(self.page.blocks) - 1, at))])

    @on(ArticleView.Clicked)
    def _clicked(self, message: ArticleView.Clicked) -> None:
        message.stop()
        if self.page:
            self.view.action_end()
            mark = self.page.marks[message.mark] if message.mark >= 0 else None
            links = (link for link in self.page.article.links if link.span.start <= message.offset < link.span.end)
            place = mark.span.start if mark else next((link.span.start for link in links), message.offset)
            self._point(place, mark)
            if message.twice:
                self.post_message(self.Asked())

    @on(ArticleView.Scrolled)
    def _scrolled(self, message: ArticleView.Scrolled) -> None:
        """Take the cursor along when it goes out of sight."""
        message.stop()
        if self.page and not self.view.selecting and not self.view.is_in_sight(self.view.here.cursor):
            sight = self.view.in_sight
            inside = (start for start in self.page.places.starts if sight.start <= start < sight.end)
            self._point(next(inside, sight.start), None)
        self._tell()

    def _point(self, cursor: int, mark: Mark | None) -> None:
        self.view.point(replace(self.view.here, cursor=cursor, mark=mark))
        self._tell()

    # -- labels

    def labelled_places(self) -> list[int]:
        """The offsets of the lit marks and the links in sight, in order."""
        if self.page is None:
            return []
        spans = [*(mark.span for mark in self.lit), *(link.span for link in self.page.article.links)]
        sight = self.view.in_sight
        return sorted({span.start for span in spans if sight.start <= span.start < sight.end})

    def go_to_place(self, offset: int) -> None:
        """Put the cursor at an offset, on the mark that begins there if one is lit."""
        mark = next((mark for mark in self.lit if mark.span.start == offset), None)
        if mark:
            self.go_to_mark(mark)
        else:
            self.go_to(offset)

    def label(self, labels: Mapping[int, str] | None) -> None:
        """Show labels at these offsets, or none."""
        self.view.point(replace(self.view.here, labels=labels))

    # -- what is told

    @property
    def progress(self) -> float:
        """The share of the text that has been on the screen up to here."""
        length = len(self.view.text)
        return min(1.0, self.view.in_sight.end / length) if length else 0.0

    @on(SelectingView.Selected)
    def _tell(self) -> None:
        """Say in words where one is."""
        if self.page:
            place, is_framed = place_at(self.page, self.view.here.cursor), not self.screen.has_class("-narrow")
            self._status.say(words_at(self.page, self.view.here, self.view.selecting), "" if is_framed else place)
            if is_framed and place != self._framed_place:
                self._framed_place = place
                self.border_subtitle = literal(place, multiline=False)
        self.post_message(self.Moved())
