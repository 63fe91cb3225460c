"""The reader of our own Markdown gives what a parser of all Markdown gives, or declines."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.domain.article import Article
from reader.markup import own_markdown, parsing
from reader.markup.document import write_body
from tests.markup.nasty import FRAGMENTS, MARKDOWN, articles

OURS = """Harbours

# Port reopens & grows \\<3

Cranes move again: snake_case, 5 \\* 3, “50% [more](<https://a.example/?a=1&amp;copy;2>)”!

- Cranes
- Rails\\!

1. One
2. Two

7) Seven

> We are glad\\_.

```table
Year | Ships
```

````
```
````

&#160;© The Paper&#32;
"""


def agrees(body: str) -> None:
    """Fail where the two readers understand different things."""
    own = own_markdown.pieces(body)
    assert own is None or own == parsing.pieces(body), body


def test_what_we_write_is_understood() -> None:
    assert own_markdown.pieces(OURS) == parsing.pieces(OURS)


@given(articles())
def test_what_we_write_is_understood_as_a_parser_does(nasty: Article) -> None:
    agrees(write_body(nasty))


@given(articles(), st.lists(st.tuples(st.integers(0, 200), st.sampled_from([*FRAGMENTS, "\n", "\n\n", "\t", "\r"]))))
def test_what_was_edited_by_hand_is_understood_so_too(nasty: Article, edits: list[tuple[int, str]]) -> None:
    body = write_body(nasty)
    for at, fragment in edits:
        body = body[: at % (len(body) + 1)] + fragment + body[at % (len(body) + 1) :]
    agrees(body)


@given(MARKDOWN)
@example("- a\n2. b\n")
@example("# a #\n")
@example("> - a\n")
@example("a\nb\n")
@example("&#11;a\n")
@example("[a [b](<c>)](<d>)\n")
@example("\ufeff# a\n")
def test_any_text_is_understood_as_a_parser_does_or_declined(text: str) -> None:
    agrees(text)


@pytest.mark.parametrize(
    "body",
    ["*a*\n", "a  \nb\n", "[a](b)\n", "<b>\n", "    a\n", "![a](<b>)\n", "a\n===\n", "```\na\n", "- a\n\n  b\n", "a"],
)
def test_every_other_form_is_declined(body: str) -> None:
    assert own_markdown.pieces(body) is None


def test_the_examples_of_the_specification_are_understood_or_declined() -> None:
    folder = os.environ.get("READER_CORPORA")
    if not folder:
        pytest.skip("READER_CORPORA names no folder of hostile texts")
    examples = json.loads((Path(folder) / "hostile" / "commonmark.json").read_text(encoding="utf-8"))
    for each in examples:
        agrees(each["markdown"])
