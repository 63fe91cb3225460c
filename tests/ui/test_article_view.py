"""The article view alone: what it draws, what it tells, what can be copied from it."""

import asyncio
from collections.abc import Awaitable, Callable

from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection

from reader.domain.article import Article, Block, BlockKind
from reader.domain.span import Span
from reader.render.layout import layout
from reader.render.lines import Line
from reader.render.marks import Letters, Mark
from reader.ui.looks import Colour, looks_for
from reader.ui.widgets.article_view import LONGEST_LINE, STRIPS_KEPT, ArticleView
from reader.ui.widgets.article_view_strips import GUTTER, Here
from tests.render.conftest import article_of, people

WORDS = "the tide came in over the flats and took the nets with it before anybody on the wall had seen it turn"


class Page(App[None]):
    """An app with nothing but the view."""

    def __init__(self, article: Article, marks: tuple[Mark, ...], letters: Letters) -> None:
        super().__init__()
        self.article, self.marks, self.letters = article, marks, letters
        self.view = ArticleView(looks_for({}, Colour.NONE, is_dark=True))

    def compose(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        self.view.show(self.article.text, self.lines)

    def lines(self, width: int) -> tuple[Line, ...]:
        return layout(self.article, self.marks, width=width, cell_width=cell_len, letters=self.letters)


Script = Callable[[ArticleView, Pilot[None]], Awaitable[None]]


def show(
    script: Script,
    article: Article,
    marks: tuple[Mark, ...] = (),
    *,
    size: tuple[int, int] = (60, 12),
    letters: Letters = Letters.NONE,
) -> None:
    async def run() -> None:
        app = Page(article, marks, letters)
        app.animation_level = "none"
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await script(app.view, pilot)

    asyncio.run(run())


def screen(view: ArticleView) -> list[str]:
    return [view.render_line(y).text for y in range(view.size.height)]


def long_article(paragraphs: int = 30) -> Article:
    return article_of(*((BlockKind.PARAGRAPH, f"{number} {WORDS}") for number in range(paragraphs)))


def test_every_line_fills_the_view_exactly() -> None:
    async def script(view: ArticleView, _: Pilot[None]) -> None:
        assert {cell_len(line) for line in screen(view)} == {60}

    wide = article_of((BlockKind.PARAGRAPH, "漢字 " * 40), (BlockKind.QUOTE, WORDS))
    show(script, wide)


def test_the_text_stands_in_the_middle_of_a_wide_screen_and_never_grows_too_wide() -> None:
    async def script(view: ArticleView, _: Pilot[None]) -> None:
        assert view.measure == LONGEST_LINE
        assert abs(view.margin + GUTTER // 2 - (160 - LONGEST_LINE - view.margin - GUTTER // 2)) <= 8

    show(script, long_article(), size=(160, 12))


def test_paragraphs_show_their_numbers_where_the_margin_has_room() -> None:
    async def wide(view: ArticleView, _: Pilot[None]) -> None:
        assert screen(view)[2].split()[:3] == ["1", "0", "the"]
        assert screen(view)[2].index("1") < view.margin

    async def narrow(view: ArticleView, _: Pilot[None]) -> None:
        assert screen(view)[2].strip().startswith("0 the tide")

    show(wide, long_article(3), size=(120, 12))
    show(narrow, long_article(3), size=(80, 12))


def test_a_very_narrow_screen_cuts_but_does_not_fail() -> None:
    async def script(view: ArticleView, pilot: Pilot[None]) -> None:
        for size in ((5, 3), (1, 1), (60, 1), (12, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert all(cell_len(line) <= size[0] for line in screen(view))

    show(script, long_article())


def test_what_is_selected_with_the_mouse_is_the_text_without_our_signs() -> None:
    article = article_of(
        (BlockKind.LIST_ITEM, "Ruth Okafor spoke first"), (BlockKind.LIST_ITEM, "then Ruth Okafor sat")
    )

    async def script(view: ArticleView, _: Pilot[None]) -> None:
        first, second = 2, 3
        assert view.lines[first].text == "• Ruth Okaforᴾ spoke first"
        whole = view.get_selection(Selection(Offset(0, first), Offset(40, second)))
        assert whole == (article.text, "\n")
        part = view.get_selection(Selection(Offset(7, first), Offset(9, second)))
        assert part == ("Okafor spoke first\n\nthen Ru", "\n")
        everything = view.get_selection(Selection(None, None))
        assert everything == (article.text, "\n")

    show(script, article, people(article.text, "Ruth Okafor"), letters=Letters.RAISED)


def test_the_drawing_says_where_each_cell_is_in_the_line() -> None:
    article = article_of((BlockKind.PARAGRAPH, "Ruth Okafor spoke"))

    async def script(view: ArticleView, _: Pilot[None]) -> None:
        line = view.render_line(2)
        offsets = [segment.style.meta["offset"] for segment in line if segment.style]
        assert {place for _, place in offsets} == {2}
        assert offsets[-1][0] == len("Ruth Okafor spoke")

    show(script, article)


def test_the_current_mark_is_set_in_brackets_only_where_blanks_are() -> None:
    article = article_of((BlockKind.PARAGRAPH, "Ruth Okafor, said (Ruth Okafor) to Ruth Okafor"))
    marks = people(article.text, "Ruth Okafor")

    async def script(view: ArticleView, _: Pilot[None]) -> None:
        drawn = []
        for mark in marks:
            view.point(Here(mark.span.start, mark))
            drawn.append(screen(view)[2].strip())
        assert drawn == [
            "▸  ▐Ruth Okafor, said (Ruth Okafor) to Ruth Okafor",
            "▸   Ruth Okafor, said (Ruth Okafor) to Ruth Okafor",
            "▸   Ruth Okafor, said (Ruth Okafor) to▐Ruth Okafor▌",
        ]

    show(script, article, marks)


def test_labels_stand_over_the_beginning_of_what_they_label() -> None:
    article = article_of((BlockKind.PARAGRAPH, "then Ruth Okafor spoke"))
    marks = people(article.text, "Ruth Okafor")

    async def script(view: ArticleView, _: Pilot[None]) -> None:
        view.point(Here(0, labels={marks[0].span.start: "ab"}))
        assert "then abth Okafor spoke" in screen(view)[2]
        view.point(Here(0))
        assert "then Ruth Okafor spoke" in screen(view)[2]

    show(script, article, marks)


def test_what_is_selected_by_keys_is_drawn_and_told() -> None:
    async def script(view: ArticleView, _: Pilot[None]) -> None:
        view.point(Here(0, selected=Span(2, 10)))
        assert view.selected == Span(2, 10)
        reversed_text = "".join(s.text for s in view.render_line(2) if s.style and s.style.reverse)
        assert reversed_text == view.text[2:10]

    show(script, long_article(2))


def test_a_passage_is_revealed_with_lines_around_it() -> None:
    async def script(view: ArticleView, _: Pilot[None]) -> None:
        for offset in (len(view.text) - 1, 0, len(view.text) // 2, len(view.text) // 2 + 300, 40):
            view.reveal(Span(offset, offset + 1))
            assert view.is_in_sight(offset)

    show(script, long_article())


def test_the_lines_kept_drawn_are_bounded() -> None:
    async def script(view: ArticleView, pilot: Pilot[None]) -> None:
        for _ in range(len(view.lines) // view.page + 1):
            view.move(view.page)
            await pilot.pause()
            assert len(view._strips) <= STRIPS_KEPT

    show(script, long_article(700), size=(60, 40))


def test_an_article_without_blocks_shows_nothing_and_does_not_fail() -> None:
    async def script(view: ArticleView, _: Pilot[None]) -> None:
        view.move(5)
        view.reveal(Span(0, 0))
        assert view.selected is None
        assert view.in_sight == Span(0, 0)

    show(script, Article("", ()))


def test_a_hostile_text_reaches_the_screen_clean() -> None:
    text = "evil \x1b]0;title\x07 \u202eover \u200bhidden " + "a" + "\u0301" * 40
    article = Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))

    async def script(view: ArticleView, _: Pilot[None]) -> None:
        drawn = "".join(screen(view))
        assert "\x1b" not in drawn
        assert "\u202e" not in drawn
        assert drawn.count("\u0301") <= 8

    show(script, article)
