"""An article as plain text, with and without its marks in words."""

from datetime import date

from reader.domain.article import BlockKind
from reader.render.plain import plain
from tests.render.conftest import article_of, people


def test_blocks_follow_each_other_and_say_what_they_are() -> None:
    article = article_of(
        (BlockKind.HEADLINE, "A tunnel is weighed"),
        (BlockKind.BYLINE, "By Ines Calder"),
        (BlockKind.CAPTION, "The harbour"),
        (BlockKind.CREDIT, "© Northline"),
        (BlockKind.PARAGRAPH, "The council votes."),
        (BlockKind.LIST_ITEM, "one"),
        (BlockKind.LIST_ITEM, "two", 2),
        (BlockKind.QUOTE, "We cannot."),
        (BlockKind.TAIL, "Additional reporting by Sam Lowe"),
        published=date(2026, 3, 9),
    )
    assert plain(article) == (
        "A tunnel is weighed\n\nBy Ines Calder\n\nMon 9 Mar 2026 · 1 min\n\n"
        "Caption: The harbour\nCredit: © Northline\n\nThe council votes.\n\n• one\n2. two\n\n> We cannot.\n\n"
        "Additional reporting by Sam Lowe\n"
    )


def test_marks_are_written_out_before_their_words() -> None:
    article = article_of(
        (BlockKind.PARAGRAPH, "Ruth Okafor met Ruth Okafor."), (BlockKind.PARAGRAPH, "Then Ruth Okafor.")
    )
    told = plain(article, people(article.text, "Ruth Okafor"))
    assert told.endswith("[person] Ruth Okafor met [person] Ruth Okafor.\n\nThen [person] Ruth Okafor.\n")


def test_an_article_without_text_is_nothing() -> None:
    assert plain(article_of()) == ""


def test_nothing_unclean_comes_out() -> None:
    assert "\x1b" not in plain(article_of((BlockKind.PARAGRAPH, "a\x1b[31mb"), source="\x1b]0;x\x07"))
