"""The article on the screen: draws the lines it is given, one by one as they come into sight."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.domain.span import Span
from reader.render.lines import Line
from reader.render.places import drawn_span, line_at, offset_at, run_at
from reader.ui.looks import Looks
from reader.ui.widgets.article_view_strips import GUTTER, Here, Sheet, strip

LONGEST_LINE = 72
"""The measure: no line of text is wider, however wide the screen."""

STRIPS_KEPT = 1000
CONTEXT = 3
"""How many lines stay in sight beyond what is looked for."""


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines of an article with a cursor; tells `Clicked` and `Scrolled`.

    The lines come from a function of the width, which is asked again when the width changes. Text that is selected
    with the mouse or by `select` and copied is the article's own, without any sign of ours.
    """

    DEFAULT_CSS = "ArticleView { height: 1fr; overflow-x: hidden; scrollbar-size: 0 0; background: $background; }"

    class Clicked(Message):
        """The mouse clicked on the text at `offset`, on the mark of that number if it is not -1; perhaps `twice`."""

        def __init__(self, offset: int, mark: int, *, twice: bool) -> None:
            self.offset = offset
            self.mark = mark
            self.twice = twice
            super().__init__()

    class Scrolled(Message):
        """Other lines are in sight."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.looks = looks
        self.lines: Sequence[Line] = ()
        self.here = Here()
        self.text = ""
        self._lay: Callable[[int], Sequence[Line]] = lambda _: ()
        self._width = 0
        self._strips: dict[int, Strip] = {}
        self._base: Style | None = None

    # -- what is shown

    def show(self, text: str, lay: Callable[[int], Sequence[Line]], *, top: int | None = None) -> None:
        """Show the lines that `lay` makes of a width, the one with offset `top` first; else stay at the same text."""
        top = self.in_sight.start if top is None else top
        self.text = text
        self._lay = lay
        self._reflow(top)

    def point(self, here: Here) -> None:
        """Show another cursor, selection or labels; only what they touch is drawn again."""
        before, self.here = self.here, here
        if (before.labels, before.selected) != (here.labels, here.selected):
            self._forget()
        elif before != here:
            for old in (before, here):
                last = max(old.cursor, old.mark.span.end if old.mark else 0)
                for number in range(line_at(self.lines, old.cursor), line_at(self.lines, last) + 1):
                    self._strips.pop(number, None)
                    self.refresh_line(number)

    def look(self, looks: Looks) -> None:
        """Draw everything in other styles."""
        self.looks = looks
        self._forget()

    # -- where one is

    @property
    def measure(self) -> int:
        """How wide the text may be, in cells."""
        return max(1, min(LONGEST_LINE, self.size.width - GUTTER - 1))

    @property
    def margin(self) -> int:
        """Cells left of the gutter, so that the text stands in the middle of a wide screen."""
        return max(0, (self.size.width - GUTTER - self.measure) // 2 - 1)

    @property
    def in_sight(self) -> Span:
        """What the lines on the screen stand for."""
        if not self.lines:
            return Span(0, 0)
        first = min(round(self.scroll_y), len(self.lines) - 1)
        last = min(first + max(1, self.size.height), len(self.lines)) - 1
        return Span(self.lines[first].start, self.lines[last].end)

    @property
    def page(self) -> int:
        """How many lines a page goes on: one less than are in sight, so that the eye finds its place."""
        return max(1, self.size.height - 1)

    def move(self, by: int) -> None:
        """Scroll by so many lines, as far as there are any."""
        self._scroll(round(self.scroll_y) + by)

    def is_in_sight(self, offset: int) -> bool:
        """Whether the line with this offset is on the screen."""
        return 0 <= line_at(self.lines, offset) - round(self.scroll_y) < max(1, self.size.height)

    def reveal(self, span: Span) -> None:
        """Scroll as little as shows the passage with a few lines around it; a far one comes to the upper third."""
        first, last = line_at(self.lines, span.start), line_at(self.lines, max(span.start, span.end - 1))
        top, height = round(self.scroll_y), max(1, self.size.height)
        context = min(CONTEXT, height // 4)
        if top + context <= first and last < top + height - context:
            return
        is_near = top - height // 2 <= first < top + height + height // 2
        if is_near and first >= top + height - context - (last - first):
            self._scroll(min(first - context, last - height + 1 + context))
        elif is_near and first < top + context:
            self._scroll(first - context)
        else:
            self._scroll(first - height // 3)

    @property
    def selected(self) -> Span | None:
        """The passage selected by `point` or with the mouse; None when it is empty."""
        span = self.here.selected or _under_mouse(self.lines, self.text_selection)
        return span if span is not None and len(span) else None

    # -- Textual's side

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What copying takes: the article's own text."""
        span = _under_mouse(self.lines, selection)
        return (span.of(self.text), "\n") if span is not None else None

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - Textual's own shape
        """Draw what the mouse selected."""
        self._forget()

    def notify_style_update(self) -> None:
        """Look the base style up again when the theme has changed."""
        super().notify_style_update()
        self._base = None
        self._strips.clear()

    def on_resize(self) -> None:
        """Break the lines anew where the measure is another, and stay at the same text."""
        if self.measure != self._width:
            self._reflow(self.in_sight.start)
        self._forget()
        self.post_message(self.Scrolled())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other lines are in sight."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    def on_click(self, event: events.Click) -> None:
        """Say what was clicked on; the end of a drag is no click."""
        number = event.y + round(self.scroll_y)
        if self.text_selection is None and 0 <= number < len(self.lines):
            line, cell = self.lines[number], event.x - self.margin - GUTTER
            run = run_at(line, cell)
            offset, mark = offset_at(line, max(0, cell), cell_len), run.mark if run else -1
            self.post_message(self.Clicked(offset, mark, twice=event.chain == 2))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        if self._base is None:
            self._base = self.rich_style
        number, width = y + round(self.scroll_y), self.size.width
        if number >= len(self.lines):
            return Strip.blank(width, self._base)
        known = self._strips.get(number)
        if known is None:
            here = replace(self.here, selected=self.selected)
            sheet = Sheet(self._base, self.margin, width)
            at_cursor = here.cursor >= 0 and number == line_at(self.lines, here.cursor)
            known = strip(self.lines[number], number, self.looks, here, sheet, at_cursor=at_cursor)
            if len(self._strips) >= STRIPS_KEPT:
                self._strips.clear()
            self._strips[number] = known
        return known

    # -- inside

    def _scroll(self, to: int) -> None:
        """Go to a line at once; forced, for lines that were just shown have no bar to scroll by yet."""
        self.scroll_to(y=max(0, to), animate=False, immediate=True, force=True)

    def _reflow(self, top: int) -> None:
        self._width = self.measure
        self.lines = self._lay(self._width)
        self.virtual_size = Size(self.size.width, len(self.lines))
        self._scroll(line_at(self.lines, top) if top > 0 else 0)
        self._forget()

    def _forget(self) -> None:
        """Draw everything in sight again."""
        self._strips.clear()
        self.refresh()


def _under_mouse(lines: Sequence[Line], selection: Selection | None) -> Span | None:
    """The passage that a selection with the mouse covers; None where there is none."""
    if selection is None or not lines:
        return None
    parts = []
    for place in (selection.start.y if selection.start else 0, selection.end.y if selection.end else len(lines) - 1):
        number = max(0, min(place, len(lines) - 1))
        first, last = selection.get_span(place) or (0, 0)
        parts.append(drawn_span(lines[number], first, None if last < 0 else last))
    return Span(min(parts[0].start, parts[1].end), max(parts[0].start, parts[1].end))
