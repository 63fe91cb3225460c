"""Prose written as Markdown shows exactly that prose, in CommonMark and in the dialect of GitHub."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.markup.markdown import destination, escape, fence
from reader.markup.parsing import _parser

FRAGMENTS = [
    *"#-+=*_`~[]()<>!&|\\^:;.'\"%$@/ 1a0é　\u00a0\u2028\n",
    *("1.", "1) ", "# ", "## ", "- ", "+ ", "> ", "---", "===", "***", "___", "```", "~~~", "    ", "  ", "| a | b |"),
    *("&amp;", "&#35;", "&copy", "<b>", "<http://a.example>", "[x](y)", "![i](u)", "[[w]]", "http://a.example/?b=c"),
    *("a_b", "_a_", "__b", "#tag", "%%", "==", "[a]: http://b", "|---|---|", "\\\n", "www.a.example", "a@b.example"),
]
PROSE = st.lists(
    st.sampled_from(FRAGMENTS) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=3), max_size=10
).map("".join)
DIALECTS = [MarkdownIt("commonmark"), MarkdownIt("gfm-like").disable("linkify")]

SHELLS = {
    "": {"paragraph"},
    "> ": {"paragraph", "blockquote"},
    "- ": {"paragraph", "bullet_list", "list_item"},
    "12. ": {"paragraph", "ordered_list", "list_item"},
    "### ": {"heading"},
}


def shown(dialect: MarkdownIt, source: str, shell: set[str]) -> str:
    """The text that `source` shows, which must stand in blocks of the kinds of `shell` and be nothing but text."""
    parts: list[str] = []
    for token in dialect.parse(source):
        if token.type != "inline":
            assert token.type.removesuffix("_open").removesuffix("_close") in shell
        for child in token.children or ():
            assert child.type in {"text", "hardbreak"}
            parts.append("\n" if child.type == "hardbreak" else child.content)
    return "".join(parts)


@pytest.mark.parametrize("dialect", DIALECTS, ids=["CommonMark", "GitHub"])
@given(text=PROSE)
@example(text="    indented")
@example(text="two  ")
@example(text="ends\\")
@example(text="a\n- b\n===\n# c\n\n")
@example(text="all of C ##")
@example(text="---")
@example(text="a\n--")
@example(text="a\n=")
@example(text="a\n+\n-")
def test_prose_shows_as_it_is_wherever_it_stands(dialect: MarkdownIt, text: str) -> None:
    for mark, shell in SHELLS.items():
        if "\n" not in text:
            assert shown(dialect, mark + escape(text), shell) == text
        elif mark in {"", "> "}:
            assert shown(dialect, mark + escape(text).replace("\n", "\n" + mark), shell) == text


@given(PROSE, PROSE)
def test_a_piece_inside_a_line_shows_as_it_is(first: str, second: str) -> None:
    source = f"a{escape(first, opens=False, closes=False)}[b](<c>){escape(second, opens=False, closes=False)}d"
    if "\n" not in first + second and not first.endswith("!"):
        tokens = DIALECTS[0].parse(source)
        assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
        texts = [child.content for child in tokens[1].children or () if child.type == "text"]
        assert texts == [f"a{first}", "b", f"{second}d"]


@pytest.mark.parametrize(
    "text",
    [
        "The bank said on Monday that costs rose 4.5% to $275mn (£220mn) - a record.",
        "“It’s over,” she said; snake_case and half-time stay as they are. 1.5 million? Yes!",
        "1990 was a good year: 3 > 2, a + b = c, C# & co.",
    ],
)
def test_ordinary_prose_needs_no_signs(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. First", "1\\. First"),
        ("- a dash", "\\- a dash"),
        ("# not a heading", "\\# not a heading"),
        ("> no quote", "\\> no quote"),
        ("a *b* [c] `d`", "a \\*b\\* \\[c\\] \\`d\\`"),
        ("<% tp.run() %>", "&lt;% tp.run() %>"),
        ("[[Secret]] #tag %%x%%", "\\[\\[Secret\\]\\] \\#tag \\%\\%x\\%\\%"),
        ("Home | News", "Home \\| News"),
        ("AT&amp;T", "AT&amp;amp;T"),
        ("one\ntwo", "one\\\ntwo"),
    ],
)
def test_signs_of_markdown_are_escaped(text: str, written: str) -> None:
    assert escape(text) == written


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
@example("https://a.example/?b=1&copy;=2")
@example("a\\)<b>(&#65;")
def test_an_address_leads_where_it_should(url: str) -> None:
    children = _parser().parseInline(f"[x]({destination(url)})")[0].children or []
    assert children[0].attrs.get("href", "") == url


@given(st.text("`~ a\n", max_size=30))
def test_a_fence_holds_any_code(text: str) -> None:
    [token] = MarkdownIt("commonmark").parse(fence(text, "info"))
    assert (token.type, token.info, token.content) == ("fence", "info", text + "\n")


def test_the_examples_of_the_specification_show_as_they_are() -> None:
    folder = os.environ.get("READER_CORPORA")
    if not folder:
        pytest.skip("READER_CORPORA names no folder of hostile texts")
    hostile = Path(folder) / "hostile"
    examples = [each["markdown"] for each in json.loads((hostile / "commonmark.json").read_text(encoding="utf-8"))]
    naughty = json.loads((hostile / "blns.json").read_text(encoding="utf-8"))
    for text in {line for each in examples + naughty for line in each.splitlines()}:
        if "\0" not in text and text.isprintable():
            for mark, shell in SHELLS.items():
                assert shown(DIALECTS[0], mark + escape(text), shell) == text
