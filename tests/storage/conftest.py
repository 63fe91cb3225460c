"""What the tests of storage share: an article, a note, and processes of their own."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reader.domain.article import Article, Block, BlockKind, Link
from reader.domain.kept import KeptArticle
from reader.domain.notes import Anchor, Note
from reader.domain.repairs import Repair, SetAside
from reader.domain.span import Span

HOUSE = Path(__file__).parents[2]
NOON = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)


@pytest.fixture
def kept() -> KeptArticle:
    """The first version of an article that has something of everything."""
    words = [
        (BlockKind.KICKER, "Harbours: opinion"),
        (BlockKind.HEADLINE, "Port reopens"),
        (BlockKind.BYLINE, "By Ann Roe"),
        (BlockKind.CAPTION, "A crane on Monday."),
        (BlockKind.CREDIT, "© A. Roe/Agency"),
        (BlockKind.PARAGRAPH, "The port reopened."),
        (BlockKind.TAIL, "Copyright The Paper"),
    ]
    text, blocks = "", []
    for kind, line in words:
        text += "\n\n" if text else ""
        blocks.append(Block(kind, Span(len(text), len(text) + len(line))))
        text += line
    article = Article(
        text,
        tuple(blocks),
        links=(Link(Span(text.index("The port"), text.index("The port") + 8), "https://a.example/port"),),
        authors=("Ann Roe", "Ben: Doe"),
        contributors=("Cy Poe",),
        dateline="Oslo",
        published=date(2024, 5, 5),
        published_text="YESTERDAY",
        source="The Paper",
        url="https://paper.example/port?id=1",
    )
    return KeptArticle(
        "0a1b2c3d",
        1,
        NOON,
        article,
        (Repair("hyphen", text.index("reopened"), "re-\nopened", "reopened"),),
        (SetAside("Sign up \ud800now", "promotion", 2),),
    )


@pytest.fixture
def note() -> Note:
    """A note on a passage."""
    return Note(7, "0a1b2c3d", "Check *this*", NOON, NOON, Anchor(1, Span(4, 8), "port", "The ", " reopened."))


@pytest.fixture
def run() -> Callable[[str, Path], "subprocess.Popen[str]"]:
    """A Python program of its own, given a path as its one argument."""

    def start(program: str, path: Path) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-c", program, str(path)],
            cwd=HOUSE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start
