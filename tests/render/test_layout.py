"""A page never lies about the text: every line fits, every code point stands on one line, places go there and back."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.domain.analysis import Analysis, Figure, FigureKind
from reader.domain.article import Article, BlockKind, Link
from reader.domain.notes import Anchor, Note
from reader.domain.span import Span
from reader.render.clusters import clusters
from reader.render.layout import layout
from reader.render.lines import Line, Role
from reader.render.marking import marks_in
from reader.render.marks import Letters, Mark, MarkClass
from reader.render.places import cell_of, drawn_span, line_at, offset_at, paragraphs
from reader.text.screen import clean
from tests.render.conftest import article_of, marked_articles, people, span_of

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
WIDTHS = st.integers(12, 90)
LETTERS = st.sampled_from(list(Letters))


def lines_of(
    article: Article, width: int = 40, marks: tuple[Mark, ...] = (), letters: Letters = Letters.NONE
) -> tuple[Line, ...]:
    return layout(article, marks, width=width, cell_width=cell_len, letters=letters)


def shown(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


@given(marked_articles(), WIDTHS, LETTERS)
@settings(deadline=None)
def test_no_line_is_wider_than_the_measure(
    marked: tuple[Article, tuple[Mark, ...]], width: int, letters: Letters
) -> None:
    article, marks = marked
    for line in lines_of(article, width, marks, letters=letters):
        assert cell_len(line.text) <= width
        assert line.cells == cell_len(line.text)


@given(marked_articles(), WIDTHS, LETTERS)
@settings(deadline=None)
def test_every_run_shows_the_code_points_it_says(
    marked: tuple[Article, tuple[Mark, ...]], width: int, letters: Letters
) -> None:
    article, marks = marked
    for line in lines_of(article, width, marks, letters=letters):
        for run in line.runs:
            source = article.text[run.start : run.end]
            if run.start < run.end and len(run.text) == len(source):
                assert run.text in {source, clean(source, multiline=False)}
            elif run.start < run.end:
                assert clean(source, multiline=False).startswith(run.text)


@given(marked_articles(), WIDTHS)
@settings(deadline=None)
def test_the_lines_of_a_block_cover_it_without_gap_or_overlap(
    marked: tuple[Article, tuple[Mark, ...]], width: int
) -> None:
    article, marks = marked
    lines = lines_of(article, width, marks)
    for number, block in enumerate(article.blocks):
        own = [line for line in lines if line.block == number]
        assert own[0].first
        assert own[0].start == block.span.start
        assert own[-1].end == block.span.end
        assert all(before.end == after.start for before, after in pairwise(own))
    starts = [line.start for line in lines]
    assert starts == sorted(starts)


@given(marked_articles(), WIDTHS, LETTERS)
@settings(deadline=None)
def test_nothing_that_can_be_seen_is_left_out(
    marked: tuple[Article, tuple[Mark, ...]], width: int, letters: Letters
) -> None:
    article, marks = marked
    lines = lines_of(article, width, marks, letters=letters)
    drawn = {at for line in lines for run in line.runs for at in range(run.start, run.end)}
    for block in article.blocks:
        for start, end in clusters(article.text_of(block)):
            piece = article.text_of(block)[start:end]
            if clean(piece, multiline=False).strip() and not piece[0].isspace():
                assert block.span.start + start in drawn


@given(marked_articles(), WIDTHS, LETTERS)
@settings(deadline=None)
def test_offsets_and_cells_lead_to_each_other(
    marked: tuple[Article, tuple[Mark, ...]], width: int, letters: Letters
) -> None:
    article, marks = marked
    lines = lines_of(article, width, marks, letters=letters)
    for number, line in enumerate(lines):
        for run in line.runs:
            if run.end > run.start and cell_len(run.text):
                for start, end in clusters(run.text) if len(run.text) == run.end - run.start else [(0, 1)]:
                    if cell_len(run.text[start:end]) or len(run.text) != run.end - run.start:
                        offset = run.start + start
                        assert line_at(lines, offset) == number
                        assert offset_at(line, cell_of(line, offset, cell_len), cell_len) == offset


@given(marked_articles(), WIDTHS)
@settings(deadline=None)
def test_laying_out_twice_gives_the_same(marked: tuple[Article, tuple[Mark, ...]], width: int) -> None:
    article, marks = marked
    assert lines_of(article, width, marks) == lines_of(article, width, marks)


def test_the_head_stands_together_above_a_rule() -> None:
    article = article_of(
        (BlockKind.KICKER, "Ports"),
        (BlockKind.HEADLINE, "A tunnel is weighed"),
        (BlockKind.BYLINE, "Ines Calder in Port Ellery"),
        (BlockKind.PARAGRAPH, "The council votes."),
        published=date(2026, 3, 9),
        source="Northline",
    )
    assert shown(lines_of(article, 70)) == [
        "Ports",
        "A tunnel is weighed",
        "Ines Calder in Port Ellery\u00a0· Mon\u00a09\u00a0Mar\u00a02026\u00a0· Northline\u00a0· 1\u00a0min",
        "─" * 70,
        "The council votes.",
    ]


def test_the_date_as_printed_gives_way_to_the_day_it_means() -> None:
    article = article_of(
        (BlockKind.HEADLINE, "A tunnel is weighed"),
        (BlockKind.BYLINE, "Ines Calder in Port Ellery YESTERDAY"),
        published=date(2026, 3, 9),
        published_text="YESTERDAY",
    )
    byline = lines_of(article, 70)[1]
    assert byline.text.startswith("Ines Calder in Port Ellery\u00a0· Mon")
    assert byline.end == article.blocks[1].span.end


def test_a_date_that_is_not_known_is_told_once_as_printed() -> None:
    article = article_of((BlockKind.BYLINE, "Ines Calder, 2 HOURS AGO"), published_text="2 HOURS AGO")
    assert shown(lines_of(article, 70))[0].replace("\xa0", " ") == "Ines Calder · 2 HOURS AGO · 1 min"


def test_a_printed_date_that_gives_way_leaves_no_letter_behind() -> None:
    article = article_of((BlockKind.BYLINE, "Ines Calder, 2 HOURS AGO"), published_text="2 HOURS AGO")
    marks = people(article.text, "2 HOURS AGO")
    assert shown(lines_of(article, 70, marks, letters=Letters.ASCII)) == shown(lines_of(article, 70))


def test_a_date_that_stands_alone_with_its_year_is_not_told_again() -> None:
    article = article_of(
        (BlockKind.BYLINE, "9 March 2026"),
        published=date(2026, 3, 9),
        published_text="9 March 2026",
        source="Northline",
    )
    assert shown(lines_of(article, 70))[0].replace("\xa0", " ") == "9 March 2026 · Northline · 1 min"


def test_a_text_without_a_head_still_says_how_long_it_takes() -> None:
    article = article_of((BlockKind.PARAGRAPH, "Only this."))
    assert shown(lines_of(article, 20)) == ["1\u00a0min", "─" * 20, "Only this."]


def test_lists_hang_and_quotes_stand_beside_a_bar() -> None:
    article = article_of(
        (BlockKind.LIST_ITEM, "one two three four"),
        (BlockKind.LIST_ITEM, "five six seven eight", 12),
        (BlockKind.QUOTE, "nine ten eleven twelve"),
    )
    assert shown(lines_of(article, 16))[2:] == [
        "• one two three",
        "  four",
        "12. five six",
        "    seven eight",
        "",
        "│ nine ten",
        "│ eleven twelve",
    ]


def test_a_caption_stands_apart_and_its_credit_under_it() -> None:
    article = article_of(
        (BlockKind.PARAGRAPH, "Before."),
        (BlockKind.CAPTION, "The harbour"),
        (BlockKind.CREDIT, "© Northline"),
        (BlockKind.PARAGRAPH, "After."),
    )
    assert shown(lines_of(article, 30))[2:] == ["Before.", "", "  The harbour", "  © Northline", "", "After."]


def test_code_keeps_its_lines_and_spaces() -> None:
    article = article_of((BlockKind.CODE, "if x:\n    return  y"))
    assert shown(lines_of(article, 30))[2:] == ["  if x:", "      return  y"]


def test_the_bars_of_a_table_stand_under_each_other() -> None:
    article = article_of((BlockKind.TABLE, "Port | Ships\nEllery | 12"))
    assert shown(lines_of(article, 30))[2:] == ["  Port   | Ships", "  Ellery | 12"]


def test_a_table_that_does_not_fit_is_left_as_it_is() -> None:
    article = article_of((BlockKind.TABLE, "Port | Ships\nEllery | 12"))
    assert shown(lines_of(article, 14))[2:] == ["  Port | Ships", "  Ellery | 12"]


def test_a_long_word_is_cut_at_the_measure() -> None:
    article = article_of((BlockKind.PARAGRAPH, "a" * 25))
    assert shown(lines_of(article, 10))[2:] == ["a" * 10, "a" * 10, "a" * 5]


def test_a_line_breaks_behind_a_dash_inside_a_word_but_not_inside_a_name_with_a_number() -> None:
    article = article_of((BlockKind.PARAGRAPH, "a full-scale war with Su-35"))
    assert shown(lines_of(article, 10))[2:] == ["a full-", "scale war", "with Su-35"]
    assert shown(lines_of(article, 8))[2:] == ["a full-", "scale", "war with", "Su-35"]


def test_wide_characters_count_two_cells() -> None:
    article = article_of((BlockKind.PARAGRAPH, "漢字漢字漢字漢字"))
    assert shown(lines_of(article, 9))[2:] == ["漢字漢字", "漢字漢字"]


def test_a_letter_stands_behind_its_mark_and_shows_no_text() -> None:
    article = article_of((BlockKind.PARAGRAPH, "Ruth Okafor spoke."))
    marks = people(article.text, "Ruth Okafor")
    assert lines_of(article, 40, marks, letters=Letters.RAISED)[2].text == "Ruth Okaforᴾ spoke."
    line = lines_of(article, 40, marks, letters=Letters.ASCII)[2]
    assert line.text == "Ruth Okafor[P] spoke."
    assert [run.role for run in line.runs] == [Role.PARAGRAPH, Role.LETTER, Role.PARAGRAPH]
    assert line.runs[1].start == line.runs[1].end


def test_no_letter_stands_behind_a_figure_where_it_could_be_read_as_part_of_it() -> None:
    article = article_of((BlockKind.PARAGRAPH, "It cost $420mn then."))
    figure = Figure(span_of(article.text, "$420mn"), FigureKind.MONEY, None, None, None)
    marks = marks_in(Analysis(figures=(figure,)), article.text)
    line = lines_of(article, 40, marks, letters=Letters.RAISED)[2]
    assert line.text == "It cost $420mn then."
    assert [run.cls for run in line.runs] == [None, MarkClass.FIGURE, None]


def test_what_is_drawn_of_a_line_becomes_the_text_under_it() -> None:
    article = article_of((BlockKind.PARAGRAPH, "Ruth Okafor spoke."))
    line = lines_of(article, 40, people(article.text, "Ruth Okafor"), letters=Letters.RAISED)[2]
    assert drawn_span(line, 5, 14).of(article.text) == "Okafor s"
    assert drawn_span(line, 0, None).of(article.text) == article.text
    assert drawn_span(line, 11, 12).of(article.text) == ""


@pytest.mark.parametrize("text", ["", "Ask the bank."])
def test_a_note_shows_a_pencil_at_its_first_line_and_a_bar_along_its_passage(text: str) -> None:
    article = article_of((BlockKind.PARAGRAPH, "one two three four five six"))
    span = span_of(article.text, "two three four")
    note = Note(1, "x", text, NOON, NOON, Anchor(1, span, span.of(article.text), "", ""))
    lines = layout(article, (), (note,), width=10, cell_width=cell_len)[2:]
    assert [line.highlighted for line in lines] == [True, True, False]
    assert [line.noted for line in lines] == [bool(text), False, False]
    lit = "".join(run.text for line in lines for run in line.runs if run.highlighted)
    assert lit == "twothree four"


def test_a_note_on_the_article_shows_at_its_first_line() -> None:
    article = article_of((BlockKind.HEADLINE, "A tunnel"), (BlockKind.PARAGRAPH, "Text."))
    lines = layout(article, (), (Note(1, "x", "Read again.", NOON, NOON),), width=30, cell_width=cell_len)
    assert [number for number, line in enumerate(lines) if line.noted] == [0]


def test_a_note_without_a_place_shows_nowhere() -> None:
    article = article_of((BlockKind.PARAGRAPH, "one two three"))
    anchor = Anchor(1, Span(0, 3), "gone", "", "", placed=False)
    lines = layout(article, (), (Note(1, "x", "Where?", NOON, NOON, anchor),), width=30, cell_width=cell_len)
    assert not any(line.noted or line.highlighted for line in lines)


def test_a_link_is_told_by_its_runs() -> None:
    article = article_of((BlockKind.PARAGRAPH, "See the report today."))
    linked = Article(article.text, article.blocks, (Link(span_of(article.text, "the report"), "https://example.org"),))
    runs = lines_of(linked, 40)[2].runs
    assert [(run.text, run.link) for run in runs] == [("See ", -1), ("the report", 0), (" today.", -1)]


def test_paragraphs_are_numbered_as_the_body_counts_them() -> None:
    article = article_of(
        (BlockKind.HEADLINE, "Head"),
        (BlockKind.PARAGRAPH, "one"),
        (BlockKind.CAPTION, "picture"),
        (BlockKind.HEADING, "two"),
        (BlockKind.TAIL, "tail"),
    )
    places = paragraphs(article)
    assert places.numbers == (0, 1, 0, 2, 0)
    assert places.count == len(article.paragraphs)
    assert {line.paragraph for line in lines_of(article) if line.block == 3} == {2}


def test_no_escape_reaches_a_line() -> None:
    article = article_of((BlockKind.PARAGRAPH, "evil \x1b[31mred \u202e and \x9b31m"))
    text = "".join(shown(lines_of(article, 60)))
    assert not any(
        ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 or character == "\u202e" for character in text
    )
