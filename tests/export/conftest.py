"""An open article to export, small enough to be read whole."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from reader.domain.analysis import Analysis, Entity, EntityKind, Figure, FigureKind
from reader.domain.article import SEPARATOR, Article, Block, BlockKind, Link
from reader.domain.kept import KeptArticle
from reader.domain.notes import Anchor, ArticleState, Note
from reader.domain.opened import OpenArticle
from reader.domain.span import Span

WHEN = datetime(2024, 5, 3, 9, 30, tzinfo=UTC)
BLOCKS = [
    (BlockKind.KICKER, "Harbours"),
    (BlockKind.HEADLINE, "Ferries to the islands stop for a week"),
    (BlockKind.STANDFIRST, "Crews want more rest between shifts."),
    (BlockKind.CAPTION, "The quay at Vardo"),
    (BlockKind.CREDIT, "Photo: Liv Moe"),
    (BlockKind.PARAGRAPH, "Anna Berg, who speaks for Nordkyst, said the strike would cost $2.5mn a day."),
    (BlockKind.HEADING, "Who pays"),
    (BlockKind.PARAGRAPH, "Berg said 300 crew had stopped work."),
]


def article_of(blocks: list[tuple[BlockKind, str]], **fields: Any) -> Article:
    """An article of these blocks."""
    text, made = "", []
    for kind, words in blocks:
        text += SEPARATOR if text else ""
        made.append(Block(kind, Span(len(text), len(text) + len(words)), 2 if kind is BlockKind.HEADING else 0))
        text += words
    return Article(text, tuple(made), **fields)


def span_of(text: str, words: str, nth: int = 0) -> Span:
    """Where `words` stand for the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def note_of(key: int, text: str, anchor: Anchor | None = None) -> Note:
    return Note(key, "4kj2m0pq", text, WHEN, WHEN, anchor)


@pytest.fixture
def ferries() -> OpenArticle:
    """An article with two entities, two figures, a note on it and one on a passage."""
    article = article_of(
        BLOCKS,
        authors=("Per Dahl", "Ida Ness"),
        published=date(2024, 5, 2),
        source="The Northern Post",
        url="https://post.example/ferries",
    )
    text = article.text
    sentence = span_of(text, BLOCKS[5][1])
    analysis = Analysis(
        (
            Entity(
                "Anna Berg",
                EntityKind.PERSON,
                0.9,
                (span_of(text, "Anna Berg"), span_of(text, "Berg", 1)),
            ),
            Entity("Nordkyst", EntityKind.ORGANISATION, 0.5, (span_of(text, "Nordkyst"),)),
        ),
        (
            Figure(
                span_of(text, "$2.5mn"),
                FigureKind.MONEY,
                Decimal(2500000),
                Decimal(2500000),
                Decimal(2500000),
                currency="USD",
                of="strike",
                per="day",
                sentence=sentence,
            ),
            Figure(
                span_of(text, "300"),
                FigureKind.COUNT,
                Decimal(300),
                Decimal(300),
                Decimal(300),
                of="crew",
                sentence=span_of(text, BLOCKS[7][1]),
            ),
        ),
    )
    quote = "the strike would cost"
    anchor = Anchor(1, span_of(text, quote), quote, "", "")
    notes = (note_of(7, "Ask **who** counted.", anchor), note_of(5, "A good piece."))
    state = ArticleState("4kj2m0pq", tags=("shipping", "norway"))
    return OpenArticle(KeptArticle("4kj2m0pq", 1, WHEN, article), analysis, state, notes)


@pytest.fixture
def with_title(ferries: OpenArticle) -> Callable[[str], OpenArticle]:
    """Makes the article with another headline, and everything else named by the same words."""

    def make(title: str) -> OpenArticle:
        blocks = [(BlockKind.HEADLINE, title), (BlockKind.PARAGRAPH, title), (BlockKind.CODE, title)]
        article = article_of(
            [(kind, words) for kind, words in blocks if words],
            authors=(title,),
            source=title,
            links=(Link(Span(0, len(title)), f"https://post.example/{title}"),) if title else (),
        )
        whole = Span(0, len(title))
        return replace(
            ferries,
            kept=replace(ferries.kept, article=article),
            state=replace(ferries.state, tags=(title, "ok")),
            analysis=Analysis((Entity(title, EntityKind.PERSON, 0.5, (whole,)),)),
            notes=(note_of(9, f"note for 9\n{title}\n---\nend 9", Anchor(1, whole, title, "", "")),),
        )

    return make
