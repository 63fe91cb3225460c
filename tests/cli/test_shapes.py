"""The shapes of --json, of values that are hard to come by otherwise."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from reader.cli.shapes import note_shape
from reader.cli.shapes_analysis import date_shape, figure_shape, number
from reader.cli.shapes_article import article_shape
from reader.domain.analysis import DateMention, Figure, FigureKind
from reader.domain.article import Article, Block, BlockKind
from reader.domain.kept import KeptArticle
from reader.domain.notes import Anchor, Note
from reader.domain.span import Span

WHEN = datetime(2024, 5, 3, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("275000000", "275000000"),
        ("3.50", "3.5"),
        ("1E+3", "1000"),
        ("33.33", "33.33"),
        ("-2.0", "-2"),
        ("0.25", "0.25"),
    ],
)
def test_numbers_are_integers_when_whole(value: str, written: str) -> None:
    assert json.dumps(number(Decimal(value))) == written
    assert number(None) is None


def test_an_open_range_has_nulls() -> None:
    figure = Figure(Span(0, 3), FigureKind.COUNT, None, Decimal(200), None, approximate=True)
    told = figure_shape(figure, "several hundred")
    assert (told["value"], told["low"], told["high"], told["sentence"]) == (None, 200, None, None)


@pytest.mark.parametrize(("first", "to"), [(date(2024, 5, 1), "2024-05-31"), (None, None)])
def test_a_date_has_both_ends_or_nulls(first: date | None, to: str | None) -> None:
    told = date_shape(DateMention(Span(0, 3), first, date(2024, 5, 31) if first else None), "May")
    assert told == {"text": "May", "start": 0, "end": 3, "from": "2024-05-01" if first else None, "to": to}


def test_captions_and_copyright_are_read_off_the_blocks() -> None:
    parts = [
        (BlockKind.CAPTION, "A quay"), (BlockKind.CREDIT, "Photo: L. Moe"), (BlockKind.CAPTION, "A ship"),
        (BlockKind.TAIL, "© The Post 2024"),
    ]  # fmt: skip
    text, blocks = "", []
    for kind, words in parts:
        text += "\n\n" if text else ""
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    told = article_shape(KeptArticle("4kj2", 1, WHEN, Article(text, tuple(blocks))))
    assert told["captions"] == [{"text": "A quay", "credit": "L. Moe"}, {"text": "A ship", "credit": None}]
    assert told["copyright"] == "© The Post 2024"
    assert told["kicker"] is None


def test_an_unplaced_note_keeps_its_quote_and_has_no_place() -> None:
    note = Note(77, "4kj2", "Ask.", WHEN, WHEN, Anchor(1, Span(5, 9), "quay", "", "", placed=False))
    told = note_shape(note)
    assert (told["quote"], told["start"], told["end"], told["placed"]) == ("quay", None, None, False)
