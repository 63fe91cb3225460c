"""Articles as nasty as they may be, and texts full of what means something in Markdown."""

import unicodedata

from hypothesis import strategies as st

from reader.domain.article import SEPARATOR, Article, Block, BlockKind, Link
from reader.domain.span import Span

FRAGMENTS = [
    *"#-+=*_`~[]()<>!&|\\^:;.'\"%$@/ 1a0é　\u00a0\u2028\u2003\u200b\ufeff\u0301",
    *("1.", "1) ", "# ", "## ", "- ", "+ ", "> ", "---", "===", "***", "___", "```", "~~~", "    ", "  ", "table"),
    *(
        "&amp;",
        "&#35;",
        "<b>",
        "<!--",
        "<http://a.example>",
        "[x](y)",
        "![i](u)",
        "[a]: http://b",
        "a_b",
        "http://c.example",
    ),
]
URLS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=12
) | st.sampled_from(
    [
        "https://a.example/b?c=1&copy=2&copy;",
        "javascript:x",
        "<>",
        "a\\b",
        "%41%zz",
        "http://ü.example/ä(b)",
        "mailto:a@b",
    ]
)
LINES = (
    st.lists(
        st.sampled_from(FRAGMENTS) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=3), max_size=8
    )
    .map(lambda parts: unicodedata.normalize("NFC", "".join(parts)).rstrip())
    .filter(bool)
)
CODE = (
    st.lists(LINES | st.sampled_from(["", "```", "`````", "    x"]), min_size=1, max_size=5)
    .map("\n".join)
    .filter(str.strip)
)


@st.composite
def pieces(draw: st.DrawFn) -> tuple[Block, str, list[Link]]:
    """A block with its text and links, all at the beginning of a text."""
    kind = draw(st.sampled_from(BlockKind))
    text = draw(CODE if kind in {BlockKind.CODE, BlockKind.TABLE} else LINES)
    level = draw(st.integers(2, 9)) if kind is BlockKind.HEADING else 0
    ordinal = draw(st.none() | st.integers(0, 4) | st.integers()) if kind is BlockKind.LIST_ITEM else None
    links: list[Link] = []
    free = 0
    while free < len(text) and draw(st.booleans()):
        start = draw(st.integers(free, len(text) - 1))
        free = draw(st.integers(start + 1, len(text)))
        links.append(Link(Span(start, free), draw(URLS)))
    return Block(kind, Span(0, len(text)), level, ordinal), text, links


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article as nasty as one may be: marks of Markdown everywhere, links over any part, lists beside lists."""
    text, blocks, links = "", [], []
    for block, words, over in draw(st.lists(pieces(), max_size=7)):
        text += SEPARATOR if text else ""
        at = len(text)
        blocks.append(Block(block.kind, block.span.shifted(at), block.level, block.ordinal))
        links += [Link(link.span.shifted(at), link.url) for link in over]
        text += words
    if text and draw(st.booleans()):
        start = draw(st.integers(0, len(text)))
        links.append(Link(Span(start, draw(st.integers(start, len(text)))), draw(URLS)))
    return Article(text, tuple(blocks), tuple(sorted(links, key=lambda link: (link.span.start, link.span.end))))


MARKDOWN = st.lists(
    st.sampled_from([*FRAGMENTS, "\n", "\n\n", "\n- ", "\n> ", "a", "words", "](<u>)", "\\", "\t"])
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=2),
    max_size=12,
).map(lambda parts: "".join(parts) + "\n")
"""Text that looks like Markdown, of any kind."""
