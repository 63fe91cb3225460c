"""The list of articles, drawn line by line: the work is proportional to the screen, however long the list is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.domain.heads import ArticleRow
from reader.domain.notes import ArticleState
from reader.ui.widgets.article_columns import (
    CHOSEN,
    ORDERS,
    STAR,
    Sheet,
    Width,
    heading,
    row_texts,
    sheet,
    state_sign,
)

HEADING = 1
"""Lines at the top that do not scroll."""

NOTHING = "Nothing has these words. Esc shows all."
"""What stands in the list where a filter leaves nothing."""

UNREAD_TITLE = Style(bold=True)


class ArticleList(ScrollView, can_focus=True, inherit_bindings=False):
    """Articles with a cursor, a choice of several, and an order.

    It tells `Moved` when another article comes under the cursor and `Opened` when one is clicked twice.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-list--heading",
        "article-list--cursor",
        "article-list--here",
        "article-list--quiet",
    }
    DEFAULT_CSS = """
    ArticleList {
        overflow-x: hidden; scrollbar-size-vertical: 1;
        & > .article-list--heading { color: $foreground 70%; text-style: underline; }
        & > .article-list--cursor { background: $text-primary; color: $background; }
        & > .article-list--here { background: $surface; color: $foreground; }
        & > .article-list--quiet { color: $foreground 70%; }
        &:ansi > .article-list--cursor { background: ansi_default; color: ansi_default; text-style: reverse; }
        &:ansi > .article-list--here { background: ansi_default; color: ansi_default; text-style: underline; }
    }
    """

    cursor: reactive[int] = reactive(0, repaint=False, init=False)

    class Moved(Message):
        """Another article, or none, is under the cursor."""

        def __init__(self, row: ArticleRow | None, place: int, among: int) -> None:
            self.row = row
            self.place = place
            self.among = among
            super().__init__()

    class Opened(Message):
        """The article under the cursor is to be read."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.today = today
        self.rows: list[ArticleRow] = []
        self.order = ORDERS[0]
        self.chosen: set[str] = set()
        self.width_of_screen: Width = "wide"
        self._from = 0
        self._styles: dict[str, Style] = {}

    # -- what is shown

    @property
    def current(self) -> ArticleRow | None:
        """The article under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def chosen_rows(self) -> list[ArticleRow]:
        """The chosen articles, in their order."""
        return [row for row in self.rows if row.head.id in self.chosen]

    @property
    def acted_on(self) -> list[ArticleRow]:
        """The chosen articles, else the one under the cursor."""
        return self.chosen_rows or [row for row in (self.current,) if row is not None]

    def show(self, rows: Sequence[ArticleRow], cursor_on: str = "") -> None:
        """Show these articles in the order of the list.

        The cursor goes to the article with the id `cursor_on`, else stays on the one it was on, else where it was.
        """
        before = cursor_on or (self.current.head.id if self.current else "")
        self.rows = self.order.arranged(rows)
        self.chosen &= {row.head.id for row in rows}
        self.virtual_size = Size(self.size.width, len(self.rows) + HEADING)
        here = next((place for place, row in enumerate(self.rows) if row.head.id == before), self.cursor)
        self.set_reactive(ArticleList.cursor, max(0, min(here, len(self.rows) - 1)))
        self._keep_in_sight()
        self.refresh()
        self._tell()

    def show_state(self, state: ArticleState) -> None:
        """Draw one article in its new state, where it stands."""
        for place, row in enumerate(self.rows):
            if row.head.id == state.article:
                self.rows[place] = replace(row, state=state)
                self._refresh_row(place)

    def sort(self) -> str:
        """Sort by the next of the orders and say in words by which."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.show(self.rows)
        return self.order.words

    # -- moving and choosing

    def move(self, by: int) -> None:
        """Move the cursor by so many articles, as far as there are any."""
        self.cursor = max(0, min(len(self.rows) - 1, self.cursor + by))

    @property
    def page(self) -> int:
        """How many articles are on the screen at once."""
        return max(1, self.size.height - HEADING)

    def choose(self) -> None:
        """Choose the article under the cursor, or no longer, and go to the next."""
        if self.current:
            self._from = self.cursor
            self.chosen ^= {self.current.head.id}
            self._refresh_row(self.cursor)
            self.move(1)

    def choose_range(self) -> None:
        """Choose all from where the last choice was made to the cursor."""
        first, last = sorted((min(self._from, len(self.rows) - 1), self.cursor))
        self.chosen |= {row.head.id for row in self.rows[max(0, first) : last + 1]}
        self.refresh()

    def choose_none(self) -> None:
        """Forget the choice."""
        self.chosen.clear()
        self.refresh()

    def watch_cursor(self, before: int, now: int) -> None:
        """Follow the cursor with the eye, and redraw two lines."""
        self._keep_in_sight()
        self._refresh_row(before)
        self._refresh_row(now)
        self._tell()

    def _tell(self) -> None:
        self.post_message(self.Moved(self.current, self.cursor + 1 if self.rows else 0, len(self.rows)))

    def _keep_in_sight(self) -> None:
        top = round(self.scroll_target_y)
        if self.size.height and not top <= self.cursor < top + self.page:
            wanted = self.cursor if self.cursor < top else self.cursor - self.page + 1
            self.scroll_to(y=wanted, animate=False, immediate=True)

    def _refresh_row(self, place: int) -> None:
        self.refresh(Region(0, place - round(self.scroll_y) + HEADING, self.size.width, 1))

    # -- drawing

    def notify_style_update(self) -> None:
        """Look the styles up again when the theme has changed."""
        super().notify_style_update()
        self._styles.clear()

    def on_resize(self) -> None:
        """Lay the columns out for the new width."""
        width = self.screen.size.width
        self.width_of_screen = "narrow" if width < 100 else "wide" if width < 160 else "ultra"
        self.virtual_size = Size(self.size.width, len(self.rows) + HEADING)
        self._keep_in_sight()

    def on_focus(self) -> None:
        """The cursor line looks another way when keys arrive here."""
        self._refresh_row(self.cursor)

    def on_blur(self) -> None:
        """The cursor line looks another way when keys go elsewhere."""
        self._refresh_row(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse clicked; the second click opens."""
        place = event.y + round(self.scroll_y) - HEADING
        if event.y >= HEADING and place < len(self.rows):
            self.cursor = place
            if event.chain == 2:
                self.post_message(self.Opened())

    def render_line(self, y: int) -> Strip:
        """One line: the headings, or the article that stands there."""
        width = self.size.width
        plan = sheet(width, self.width_of_screen)
        if y < HEADING:
            text = heading(plan, self.order)
            return Strip([Segment(text, self._style("heading"))]).adjust_cell_length(width, self._style(""))
        place = y - HEADING + round(self.scroll_y)
        if not self.rows and y == HEADING + 1:
            return Strip([Segment(f"  {NOTHING}", self._style(""))]).adjust_cell_length(width, self._style(""))
        if place >= len(self.rows):
            return Strip.blank(width, self._style(""))
        return Strip(self._segments(place, plan)).adjust_cell_length(width, self._style(""))

    def _segments(self, place: int, plan: Sheet) -> list[Segment]:
        row = self.rows[place]
        title, rest = row_texts(row, plan, self.today)
        here = place == self.cursor
        style = self._style("cursor" if self.has_focus else "here") if here else self._style("")
        bar = "▌" if here else " "
        chosen = CHOSEN if row.head.id in self.chosen else " "
        star = STAR if row.state.starred else " "
        return [
            Segment(f"{bar}{chosen}{state_sign(row)}{star} ", style),
            Segment(title, style + UNREAD_TITLE if row.state.unread else style),
            Segment(rest, style if here else self._style("quiet")),
        ]

    def _style(self, part: str) -> Style:
        """The style of a part of the list, looked up once per theme; "" is the list itself."""
        if part not in self._styles:
            self._styles[part] = self.get_component_rich_style(f"article-list--{part}") if part else self.rich_style
        return self._styles[part]
