"""Words of others as Markdown: whatever they are, Markdown shows them and nothing runs."""

import re

import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.front import front_matter
from reader.export.prose import inline, own_words, prose, quoted
from reader.text.screen import clean

COMMANDS = re.compile(r"<%|\{\{|\{%|\{#|\[\[|%%|<!--|::|==")
signs = st.sampled_from(
    [*"#*_`~-+=<>[](){}|!&;:.%^$\\/\"' \n1aé", "[[", "{{", "<%", "%%", "::", "&amp;", "http://x.y/"]
)
texts = st.lists(signs, max_size=24).map("".join) | st.text(max_size=40)


def shown(markdown: str) -> str:
    """The words that a reader of Markdown sees."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    children = [child for token in tokens if token.type == "inline" for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "softbreak"}
    return " ".join("".join(child.content or "\n" for child in children).split())


@given(texts)
def test_prose_is_shown_as_it_is(text: str) -> None:
    words = " ".join(clean(text).split())
    for lead in ("", "# ", "- ", "> "):
        assert shown(lead + prose(text)) == words
    assert shown(f"a {prose(text)}") == f"a {words}".rstrip()


@given(texts)
def test_prose_holds_no_command(text: str) -> None:
    assert not COMMANDS.search(prose(text))
    assert "\n" not in prose(text)


@given(texts, texts)
def test_pieces_of_a_line_keep_their_spaces(first: str, second: str) -> None:
    assert shown("a" + inline(first) + inline(second) + "b") == " ".join(clean(f"a{first}{second}b").split())


@given(texts)
def test_a_quote_is_one_block_quote(text: str) -> None:
    assert all(line.startswith(">") for line in quoted(text).splitlines())
    assert shown(quoted(text)).replace(" ", "") == "".join(clean(text).split())


@given(texts)
def test_the_own_words_of_a_person_stay(text: str) -> None:
    assert own_words(text).replace("\t", "    ").startswith(clean(text).strip("\n"))


@given(texts, texts, st.lists(texts, max_size=3))
def test_properties_are_read_back_equal(title: str, source: str, tags: list[str]) -> None:
    written = front_matter({"title": title, "source": source, "tags": tuple(tags)})
    assert not re.search(r"<%|\{\{|\{%|\{#|\[\[|%%|<!--", written)
    read = yaml.safe_load(written.removeprefix("---\n").removesuffix("---\n"))
    told = {"title": title, "source": source}
    expected = {name: clean(value, multiline=False) for name, value in told.items() if value}
    assert read == {**expected, "tags": [clean(tag, multiline=False) for tag in tags]}
