"""The file of one article."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from reader.domain.notes import Anchor, Note
from reader.domain.opened import OpenArticle
from reader.domain.span import Span
from reader.export.body import web_address
from reader.export.markdown import note_file
from reader.export.prose import prose
from reader.text.screen import clean

HOSTILE = [
    "",
    "..",
    "../../etc/cron",
    "nul",
    "[[Home]]",
    "![[Home]]",
    "#tag at the start",
    "---",
    "plain\n---\nevil: true",
    "evil: true",
    "!!python/object/apply:os.system [id]",
    "&anchor [*anchor]",
    "on",
    "~",
    "0x10",
    "2024-05-02",
    "{{title}}",
    "{% include secret %}",
    "{{{raw}}}",
    "<% tp.system.prompt() %>",
    "<script>alert(1)</script>",
    "<!-- hidden",
    "%%a comment%%",
    "==marked==",
    "cost:: 5",
    "`= this.file.name`",
    "``` js",
    "a | b",
    "block ^id",
    '"quoted"',
    "it's",
    "> not a quote",
    "- not an item",
    "1. not an item",
    "+ not an item",
    "# not a heading",
    "a\tb",
    "trailing \\",
    "between $5 and $6",
    "&lt;b&gt; &#60;",
    "\u202egnp.exe",
    "\x1b]0;title\x07bell",
    "soft\u00adhyphen and \ufeffmark",
    "\ud800 alone",
    "\u2028 line",
    "e\u0301\u0301",
    "ship \U0001f6a2",
    "x" * 500,
]
COMMANDS = ["<%", "{{", "{%", "{#", "[[", "%%", "<!--"]
CONTROLS = [chr(code) for code in (*range(9), *range(0xB, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F))]


def properties(text: str) -> dict[str, Any]:
    """The front matter as any other program would read it."""
    assert text.startswith("---\n")
    found = yaml.safe_load(text[4:].partition("\n---\n")[0])
    assert isinstance(found, dict)
    return found


def test_a_file_tells_everything_in_order(ferries: OpenArticle) -> None:
    text = note_file(ferries, whole_text=False)
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# Ferries to the islands stop for a week",
        "## Notes",
        "### On the article",
        "### Paragraph 1",
        "## Entities",
        "### People",
        "### Organisations",
        "## Figures",
    ]


def test_the_properties_are_those_of_a_clipped_page(ferries: OpenArticle) -> None:
    text = note_file(ferries, whole_text=False)
    told = properties(text)
    assert {name: str(value) for name, value in told.items() if name in {"published", "created"}} == {
        "published": "2024-05-02",
        "created": "2024-05-03",
    }
    assert told["title"] == "Ferries to the islands stop for a week"
    assert told["source"] == "The Northern Post"
    assert told["author"] == ["Per Dahl", "Ida Ness"]
    assert told["description"] == "Crews want more rest between shifts."
    assert told["tags"] == ["norway", "shipping"]
    assert told["reader_id"] == "4kj2m0pq"


def test_a_note_stands_under_its_quote(ferries: OpenArticle) -> None:
    assert "> the strike would cost\n\nAsk **who** counted.\n" in note_file(ferries, whole_text=False)


def test_an_unplaced_note_says_so_and_keeps_its_quote(ferries: OpenArticle) -> None:
    lost = replace(ferries.notes[0], anchor=Anchor(1, Span(3, 9), "words long gone", "", "", placed=False))
    text = note_file(replace(ferries, notes=(lost,)), whole_text=False)
    assert "> words long gone\n\n*This passage is not in the present version of the article.*\n\nAsk" in text


def test_a_highlight_is_a_quote_alone(ferries: OpenArticle) -> None:
    highlight = replace(ferries.notes[0], text="")
    text = note_file(replace(ferries, notes=(highlight,)), whole_text=False)
    assert "> the strike would cost\n\n## Entities" in text


def test_entities_tell_how_often_they_are_named(ferries: OpenArticle) -> None:
    text = note_file(ferries, whole_text=False)
    assert "### People\n\n- Anna Berg (2 mentions)\n\n### Organisations\n\n- Nordkyst (1 mention)\n" in text


def test_figures_tell_their_value_what_it_counts_and_their_sentence(ferries: OpenArticle) -> None:
    text = note_file(ferries, whole_text=False)
    assert "- **$2.5mn** (2,500,000 USD a day, strike): Anna Berg, who speaks" in text
    assert "- **300** (300, crew): Berg said 300 crew had stopped work." in text


def test_the_text_comes_only_when_asked_for(ferries: OpenArticle) -> None:
    assert "## Text" not in note_file(ferries, whole_text=False)
    text = note_file(ferries, whole_text=True)
    assert text.endswith("### Who pays\n\nBerg said 300 crew had stopped work.\n")
    assert "*The quay at Vardo*" in text


def test_the_same_article_gives_the_same_bytes_whatever_the_order_of_its_notes(ferries: OpenArticle) -> None:
    turned = replace(ferries, notes=ferries.notes[::-1])
    assert note_file(turned, whole_text=True) == note_file(ferries, whole_text=True)


@pytest.mark.parametrize("title", HOSTILE, ids=ascii)
def test_hostile_words_are_values_and_nothing_else(title: str, with_title: Callable[[str], OpenArticle]) -> None:
    text = note_file(with_title(title), whole_text=True)
    told = properties(text)
    assert "evil" not in told
    assert told["reader_id"] == "4kj2m0pq"
    assert isinstance(told.get("title", ""), str)
    assert all(isinstance(tag, str) for tag in told["tags"])


@pytest.mark.parametrize("title", HOSTILE, ids=ascii)
def test_hostile_words_run_in_no_program(title: str, with_title: Callable[[str], OpenArticle]) -> None:
    opened = with_title(title)
    text = note_file(replace(opened, notes=()), whole_text=True)
    assert [command for command in COMMANDS if command in text] == []


@pytest.mark.parametrize("title", HOSTILE, ids=ascii)
def test_hostile_words_are_shown_as_they_are(title: str) -> None:
    shown = " ".join(clean(title).split())
    for lead in ("# ", "- ", "> ", ""):
        parts = [token for token in MarkdownIt().parse(lead + prose(title)) if token.type == "inline"]
        words = "".join(child.content for part in parts for child in part.children or () if child.type == "text")
        assert " ".join(words.split()) == shown


@pytest.mark.parametrize("title", HOSTILE, ids=ascii)
def test_no_field_of_dataview_stands_in_the_body(title: str, with_title: Callable[[str], OpenArticle]) -> None:
    body = note_file(replace(with_title(title), notes=()), whole_text=False).split("\n---\n", 1)[1]
    assert "::" not in body
    assert "==" not in body


@pytest.mark.parametrize("title", HOSTILE, ids=ascii)
def test_no_control_character_reaches_a_file(title: str, with_title: Callable[[str], OpenArticle]) -> None:
    text = note_file(with_title(title), whole_text=True)
    assert [sign for sign in CONTROLS if sign in text] == []
    text.encode()


@pytest.mark.parametrize("title", HOSTILE, ids=ascii)
def test_a_note_survives_whatever_it_holds(title: str, with_title: Callable[[str], OpenArticle]) -> None:
    text = note_file(with_title(title), whole_text=False)
    assert "note for 9\n" in text
    assert "end 9" in text


def test_plain_titles_stay_as_they_are(with_title: Callable[[str], OpenArticle]) -> None:
    told = properties(note_file(with_title("Rates: up 5% & “more” to come — it's said"), whole_text=False))
    assert told["title"] == "Rates: up 5% & “more” to come — it's said"


def test_the_markdown_of_a_note_is_the_persons_own(ferries: OpenArticle) -> None:
    own = "# Mine\n\n- [[Home]] and {{date}}\n\t- deeper\n\n<u>under</u>"
    note = Note(3, "4kj2m0pq", own, ferries.kept.added, ferries.kept.added)
    assert own in note_file(replace(ferries, notes=(note,)), whole_text=False)


@pytest.mark.parametrize("opening", ["```", "~~~~ text", "  ```python"])
def test_code_left_open_in_a_note_swallows_nothing(ferries: OpenArticle, opening: str) -> None:
    note = Note(3, "4kj2m0pq", f"See:\n{opening}\nx = 1", ferries.kept.added, ferries.kept.added)
    text = note_file(replace(ferries, notes=(note,)), whole_text=False)
    fence = opening.split(maxsplit=1)[0].removesuffix("python")
    assert f"x = 1\n{fence}\n\n## Entities" in text


def test_code_closed_in_a_note_is_left_alone(ferries: OpenArticle) -> None:
    own = "````\n```\ncode\n````"
    note = Note(3, "4kj2m0pq", own, ferries.kept.added, ferries.kept.added)
    assert f"{own}\n\n## Entities" in note_file(replace(ferries, notes=(note,)), whole_text=False)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://post.example/a%20b?c=%C3%A9", "https://post.example/a%20b?c=%C3%A9"),
        ("https://post.example/%% hidden %%%", "https://post.example/%25%25%20hidden%20%25%25%25"),
        ("https://post.example/100%", "https://post.example/100%25"),
        ("https://post.example/a:::b", "https://post.example/a:%3A:b"),
        ("https://post.example/>)](x", "https://post.example/%3E%29%5D%28x"),
        ("javascript:alert(1)", ""),
        ("https://[", ""),
    ],
)
def test_an_address_stays_between_its_brackets(url: str, address: str) -> None:
    assert web_address(url) == address
