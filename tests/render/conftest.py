"""What the tests of render share: articles made of blocks, by hand and by chance."""

import unicodedata
from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from reader.domain.analysis import Analysis, Entity, EntityKind
from reader.domain.article import SEPARATOR, Article, Block, BlockKind
from reader.domain.span import Span
from reader.render.marking import marks_in
from reader.render.marks import Mark

Part = tuple[BlockKind, str] | tuple[BlockKind, str, int]


def article_of(*parts: Part, published: date | None = None, published_text: str = "", source: str = "") -> Article:
    """An article of these blocks: (kind, text) or (kind, text, number of the list item)."""
    blocks: list[Block] = []
    text = ""
    for kind, piece, *ordinal in parts:
        text += SEPARATOR if text else ""
        blocks.append(
            Block(kind, Span(len(text), len(text) + len(piece)), ordinal=int(ordinal[0]) if ordinal else None)
        )
        text += piece
    return Article(text, tuple(blocks), published=published, published_text=published_text, source=source)


def span_of(text: str, piece: str, start: int = 0) -> Span:
    """Where `piece` stands first, at or after `start`."""
    at = text.index(piece, start)
    return Span(at, at + len(piece))


def people(text: str, *names: str) -> tuple[Mark, ...]:
    """Marks on every mention of these names, as people."""
    found = [
        (name, [span_of(text, name, at) for at in range(len(text)) if text.startswith(name, at)]) for name in names
    ]
    return marks_in(Analysis(tuple(Entity(name, EntityKind.PERSON, 0.5, tuple(spans)) for name, spans in found)), text)


_LETTERS = "abcdefgh ABC  .,-–—/’“”0123456789éß ñж Ω"
_ODD = [
    "漢",
    "字",
    "한",
    "e\u0301",
    "a\u0308\u0323",
    "👩\u200d🚀",
    "☎\ufe0f",
    "🇩🇰",
    "👍🏽",
    "\u202e",
    "\u200b",
    "ก\u0e33",
    "ﷺ",
]
_LONG = [
    "https://example.org/a/very/long/path/that/fits/no/line?and=more",
    "Donaudampfschifffahrtsgesellschaftskapitän",
]
_PIECES = st.one_of(st.sampled_from(_LETTERS), st.sampled_from(_ODD), st.sampled_from(_LONG), st.just(" "))
_TEXTS = st.lists(_PIECES, min_size=1, max_size=60).map(lambda pieces: _proper("".join(pieces)))


def _proper(text: str) -> str:
    """Text as blocks have it: NFC, no space at its ends, not empty."""
    return unicodedata.normalize("NFC", " ".join(text.split(" "))).strip() or "x"


_ROWS = st.lists(_TEXTS, min_size=1, max_size=4).map("\n".join)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any article: every kind of block in any order."""
    kinds: Sequence[BlockKind] = draw(st.lists(st.sampled_from(list(BlockKind)), min_size=1, max_size=8))
    parts: list[Part] = []
    for kind in kinds:
        is_verbatim = kind in {BlockKind.CODE, BlockKind.TABLE}
        text = draw(_ROWS if is_verbatim else _TEXTS)
        number = draw(st.integers(0, 120)) if kind is BlockKind.LIST_ITEM else 0
        parts.append((kind, text, number) if number else (kind, text))
    day = draw(st.sampled_from([None, date(2024, 10, 14)]))
    return article_of(*parts, published=day, source=draw(st.sampled_from(["", "The Strait Gazette", "漢字新聞"])))


@st.composite
def marked_articles(draw: st.DrawFn) -> tuple[Article, tuple[Mark, ...]]:
    """Any article with marks anywhere inside its blocks, even inside a character."""
    article = draw(articles())
    spans = []
    for block in article.blocks:
        for _ in range(draw(st.integers(0, 3))):
            start = draw(st.integers(block.span.start, block.span.end - 1))
            spans.append(Span(start, draw(st.integers(start + 1, block.span.end))))
    entities = tuple(Entity("x", kind, 0.1, (span,)) for kind, span in zip(list(EntityKind) * 9, spans, strict=False))
    return article, marks_in(Analysis(entities), article.text)
