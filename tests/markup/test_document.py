"""The body of an article file comes back as the same text, blocks and links, and shows as what it is."""

import json
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from reader.domain.article import SEPARATOR, Article, Block, BlockKind, Link
from reader.domain.span import Span
from reader.markup.document import layout_of, read_body, write_body
from tests.markup.nasty import articles


def article(*blocks: tuple[BlockKind, str], links: tuple[Link, ...] = (), ordinals: tuple[int, ...] = ()) -> Article:
    """An article of these blocks; `ordinals` are those of its list items."""
    text, found, numbers = "", [], iter(ordinals)
    for kind, words in blocks:
        text += SEPARATOR if text else ""
        ordinal = next(numbers, None) if kind is BlockKind.LIST_ITEM else None
        level = 2 if kind is BlockKind.HEADING else 0
        found.append(Block(kind, Span(len(text), len(text) + len(words)), level, ordinal))
        text += words
    return Article(text, tuple(found), links)


PAPER = article(
    (BlockKind.KICKER, "Harbours"),
    (BlockKind.HEADLINE, "Port reopens"),
    (BlockKind.STANDFIRST, "Cranes move again."),
    (BlockKind.BYLINE, "By Ann Roe"),
    (BlockKind.PARAGRAPH, "1. The port * reopened."),
    (BlockKind.PARAGRAPH, "Ships came."),
    (BlockKind.HEADING, "What next"),
    (BlockKind.LIST_ITEM, "Cranes"),
    (BlockKind.LIST_ITEM, "Rails"),
    (BlockKind.QUOTE, "We are glad."),
    (BlockKind.QUOTE, "All of us."),
    (BlockKind.CODE, "a = 1\n\nb = 2"),
    (BlockKind.TABLE, "Year | Ships"),
    (BlockKind.TAIL, "© The Paper"),
)


@given(articles())
def test_every_article_comes_back_the_same(nasty: Article) -> None:
    assert read_body(write_body(nasty), layout_of(nasty)) == (nasty.text, nasty.blocks, nasty.links)


@given(articles())
def test_no_text_is_lost_without_the_layout(nasty: Article) -> None:
    text, blocks, _ = read_body(write_body(nasty))
    assert text == nasty.text
    assert [block.span for block in blocks] == [block.span for block in nasty.blocks]


def test_the_body_is_markdown_as_people_write_it() -> None:
    assert write_body(PAPER) == (
        "Harbours\n\n# Port reopens\n\nCranes move again.\n\nBy Ann Roe\n\n"
        "1\\. The port \\* reopened.\n\nShips came.\n\n"
        "## What next\n\n- Cranes\n- Rails\n\n> We are glad.\n\n> All of us.\n\n```\na = 1\n\nb = 2\n```\n\n"
        "```table\nYear | Ships\n```\n\n© The Paper\n"
    )


def test_the_layout_says_what_markdown_cannot() -> None:
    assert layout_of(PAPER) == (
        "kicker headline standfirst byline paragraph*2 heading list-item*2 quote*2 code table tail"
    )


def test_any_markdown_program_shows_the_words() -> None:
    html = MarkdownIt("commonmark").render(write_body(PAPER))
    assert "<h1>Port reopens</h1>" in html
    assert "<p>1. The port * reopened.</p>" in html
    assert "<ul>\n<li>Cranes</li>\n<li>Rails</li>\n</ul>" in html


def test_numbers_that_do_not_follow_each_other_are_shown_as_they_are() -> None:
    items = article(*[(BlockKind.LIST_ITEM, each) for each in "abcd"], ordinals=(1, 2, 7, 8))
    assert write_body(items) == "1. a\n2. b\n\n7) c\n8) d\n"
    assert '<ol start="7">' in MarkdownIt("commonmark").render(write_body(items))


def test_a_link_is_written_where_it_stands() -> None:
    text = "Wow! Read the report now"
    linked = article((BlockKind.PARAGRAPH, text), links=(Link(Span(5, 20), "https://a.example/x y".replace(" ", "_")),))
    assert write_body(linked) == "Wow! [Read the report](<https://a.example/x_y>) now\n"


def test_a_link_after_an_exclamation_mark_is_no_picture() -> None:
    linked = article((BlockKind.PARAGRAPH, "Wow!Read"), links=(Link(Span(4, 8), "u"),))
    assert write_body(linked) == "Wow\\![Read](<u>)\n"


def test_a_link_over_code_stands_in_the_layout() -> None:
    linked = article((BlockKind.CODE, "a = b"), links=(Link(Span(0, 1), "https://a.example/"),))
    assert layout_of(linked) == "code link=0-1=https://a.example/"
    assert read_body(write_body(linked), layout_of(linked))[2] == linked.links


@pytest.mark.parametrize(
    ("old", "new"),
    [("Ships came.", "Ships came.\n\nMore ships."), ("Ships came.\n\n", ""), ("## What", "What"), ("> All", "All")],
)
def test_a_body_edited_by_hand_keeps_its_words_in_the_shapes_they_have(old: str, new: str) -> None:
    edited = write_body(PAPER).replace(old, new)
    text, blocks, _ = read_body(edited, layout_of(PAPER))
    assert (text, blocks) == read_body(edited)[:2]
    assert blocks[0] == Block(BlockKind.PARAGRAPH, Span(0, 8))
    assert blocks[1] == PAPER.blocks[1]
    assert "1. The port * reopened." in text


@pytest.mark.parametrize("layout", ["", "nonsense", "paragraph*99999999", "headline link=1-x=", "paragraph:x", "a*0"])
def test_a_layout_that_is_none_changes_no_text(layout: str) -> None:
    text, blocks, _ = read_body(write_body(PAPER), layout)
    assert text == PAPER.text
    assert blocks[1].kind is BlockKind.HEADLINE
    assert blocks[0].kind is BlockKind.PARAGRAPH


HAND_WRITTEN = """# Title *with* `code`

Some **bold**
text <b>here</b>, a [link](http://a.example "t"), an ![picture](p.png) and <http://b.example>.

[note]: http://c.example

1. one

   more of one
2. two
   - deep

> quoted
> on

***

    indented code

Underlined
----------

<div>html</div>
"""


def test_markdown_that_others_wrote_keeps_its_words() -> None:
    text, blocks, links = read_body(HAND_WRITTEN)
    kinds = BlockKind
    assert [(block.kind, block.span.of(text)) for block in blocks] == [
        (kinds.HEADLINE, "Title with code"),
        (kinds.PARAGRAPH, "Some bold text <b>here</b>, a link, an picture and http://b.example."),
        (kinds.PARAGRAPH, "[note]: http://c.example"),
        (kinds.LIST_ITEM, "one"),
        (kinds.LIST_ITEM, "more of one"),
        (kinds.LIST_ITEM, "two"),
        (kinds.LIST_ITEM, "deep"),
        (kinds.QUOTE, "quoted on"),
        (kinds.CODE, "indented code"),
        (kinds.HEADING, "Underlined"),
        (kinds.PARAGRAPH, "<div>html</div>"),
    ]
    assert [(link.span.of(text), link.url) for link in links] == [
        ("link", "http://a.example"),
        ("http://b.example", "http://b.example"),
    ]


def test_the_examples_of_the_specification_come_back_as_text() -> None:
    folder = os.environ.get("READER_CORPORA")
    if not folder:
        pytest.skip("READER_CORPORA names no folder of hostile texts")
    hostile = Path(folder) / "hostile"
    examples = [each["markdown"] for each in json.loads((hostile / "commonmark.json").read_text(encoding="utf-8"))]
    for text in examples + json.loads((hostile / "blns.json").read_text(encoding="utf-8")):
        read_body(text)
        tidy = [unicodedata.normalize("NFC", line).strip() for line in text.splitlines()]
        blocks = [
            (BlockKind.PARAGRAPH, line) for line in tidy if line and not set(map(unicodedata.category, line)) & {"Cc"}
        ]
        known = article(*blocks)
        assert read_body(write_body(known), layout_of(known))[:2] == (known.text, known.blocks)
