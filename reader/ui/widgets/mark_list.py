"""A list of marks or notes in groups, drawn line by line, however long it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.render.marks import MarkClass
from reader.text.screen import clean
from reader.ui.looks import Looks

Target: TypeAlias = tuple[str, int]
"""What a row stands for: a kind ("figure", "entity", "note") and its number."""

HERE = "›"


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a sign, a name in the hue of its class, what is said of it, and a number at the right end.

    A row without a target is a heading or goes on with the row before, and is passed over.
    """

    left: str
    middle: str = ""
    right: str = ""
    sign: str = ""
    cls: MarkClass | None = None
    target: Target | None = None
    is_heading: bool = False


class MarkList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor; tells `Chosen` when one is clicked, or when `choose` is called."""

    DEFAULT_CSS = """
    MarkList {
        height: 1fr; overflow-x: hidden; background: $background;
        scrollbar-size-vertical: 1; scrollbar-color: $foreground 30%; scrollbar-background: $background;
    }
    """

    cursor: reactive[int] = reactive(-1, repaint=False, init=False)

    class Chosen(Message):
        """The row under the cursor was chosen."""

        def __init__(self, target: Target) -> None:
            self.target = target
            super().__init__()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()
        self.looks = looks

    @property
    def current(self) -> Target | None:
        """What the row under the cursor stands for."""
        return self.rows[self.cursor].target if 0 <= self.cursor < len(self.rows) else None

    @property
    def page(self) -> int:
        """How many rows are on the screen at once."""
        return max(1, self.size.height - 1)

    def show(self, rows: Sequence[Row], *, at: Target | None = None) -> None:
        """Show these rows; the cursor goes to `at`, else stays on what it was on, else at the same height."""
        wanted = at or self.current
        self.rows = rows
        self.virtual_size = Size(self.size.width, len(rows))
        found = next((place for place, row in enumerate(rows) if row.target and row.target == wanted), None)
        place = self._nearest(self.cursor) if found is None else found
        self.set_reactive(MarkList.cursor, place)
        self._keep_in_sight()
        self.refresh()

    def look(self, looks: Looks) -> None:
        """Draw everything in other styles."""
        self.looks = looks
        self.refresh()

    def move(self, by: int) -> None:
        """Move the cursor by so many rows that stand for something, as far as there are any."""
        places = [place for place, row in enumerate(self.rows) if row.target]
        if places:
            at = places.index(self.cursor) if self.cursor in places else 0
            self.cursor = places[max(0, min(len(places) - 1, at + by))]

    def choose(self) -> None:
        """Tell what is under the cursor."""
        if self.current is not None:
            self.post_message(self.Chosen(self.current))

    def watch_cursor(self, before: int, now: int) -> None:
        """Follow the cursor with the eye, and redraw two lines."""
        self._keep_in_sight()
        for place in (before, now):
            self.refresh(Region(0, place - round(self.scroll_y), self.size.width, 1))

    def on_resize(self) -> None:
        """Fit the rows to the new width."""
        self.virtual_size = Size(self.size.width, len(self.rows))
        self._keep_in_sight()

    def on_focus(self) -> None:
        """The cursor shows when keys arrive here."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor hides when keys go elsewhere."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked on."""
        place = event.y + round(self.scroll_y)
        if 0 <= place < len(self.rows) and self.rows[place].target:
            self.cursor = place
            self.choose()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        place = y + round(self.scroll_y)
        base = self.rich_style
        if place >= len(self.rows):
            return Strip.blank(self.size.width, base)
        here = place == self.cursor and self.has_focus
        return Strip(self._segments(self.rows[place], base, here=here)).adjust_cell_length(self.size.width, base)

    def _segments(self, row: Row, base: Style, *, here: bool) -> list[Segment]:
        width = self.size.width - 1
        if row.is_heading:
            over = base + self.looks.heading
            return [Segment(_spread(clean(row.left, multiline=False), clean(row.right, multiline=False), width), over)]
        hue = self.looks.panel(row.cls)
        over = self.looks.cursor if here else Style.null()
        sign = f"{HERE if here else ' '} {row.sign} " if row.sign else f"{HERE if here else ' '} "
        right = f" {clean(row.right, multiline=False)}" if row.right else ""
        room = max(0, width - cell_len(sign) - cell_len(right))
        left = _cut(clean(row.left, multiline=False), room)
        middle = _cut(f"  {clean(row.middle, multiline=False)}", room - cell_len(left)) if row.middle else ""
        gap = " " * max(0, room - cell_len(left) - cell_len(middle))
        return [
            Segment(sign, base + hue + over),
            Segment(left, base + hue + over),
            Segment(middle + gap, base + over),
            Segment(right, base + self.looks.muted + over),
        ]

    def _nearest(self, place: int) -> int:
        """The row nearest to `place` that stands for something, else -1."""
        places = [number for number, row in enumerate(self.rows) if row.target]
        return min(places, key=lambda number: abs(number - max(0, place)), default=-1)

    def _keep_in_sight(self) -> None:
        """Scroll so that the cursor, and the heading right above the first row, are on the screen."""
        top, height = round(self.scroll_target_y), self.size.height
        first = self.cursor if self.cursor > 1 else 0
        if height and self.cursor >= 0 and not top <= first <= self.cursor < top + height:
            self.scroll_to(
                y=first if first < top else self.cursor - height + 1, animate=False, immediate=True, force=True
            )


def _cut(text: str, cells: int) -> str:
    """The beginning of a text that fits, with an ellipsis where something is missing."""
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, cells - 1).rstrip() + "…" if cells > 0 else ""


def _spread(left: str, right: str, width: int) -> str:
    room = max(0, width - cell_len(right))
    return set_cell_size(_cut(left, room), room) + right
