"""Marks inside lines go, links keep their addresses, and signs that are meant stay."""

from datetime import date

import pytest

from reader.domain.article import BlockKind
from reader.domain.intake import Intake
from reader.ingest import read_text
from reader.ingest.draft import Draft
from reader.ingest.inline import address
from reader.ingest.reading import INLINE


def cleaned(text: str) -> Draft:
    draft = Draft(text)
    for step in INLINE:
        draft = step(draft)
    return draft


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        (r"a further \$40mn", "a further $40mn"),
        (r"5\*5 \[I do not\] street\_heat\_final", "5*5 [I do not] street_heat_final"),
        (r"C:\Users\ada and \\server", r"C:\Users\ada and \\server"),
        (r"a shrug ¯\_(ツ)_/¯", r"a shrug ¯\_(ツ)_/¯"),
        ("see [the plans](https://a.example/p_(2)) now", "see the plans now"),
        ("to [Bergen](#), and", "to Bergen, and"),
        ('as [told](https://a.example "The \\"title\\"") here', 'as [told](https://a.example "The "title"") here'),
        ("he [sic] said [it](u) (so)", "he [sic] said it (so)"),
        ("**Bold** and _slanted_ and ***both***", "Bold and slanted and both"),
        ("__two words__ but __init__ and snake_case_name", "two words but __init__ and snake_case_name"),
        ("Prices* rose by 2 * 3 * 4", "Prices* rose by 2 * 3 * 4"),
        ("*Posted by Ada*", "Posted by Ada"),
        ("AT&amp;T &lt;b&gt; &pound;5 &nosuch; R&D;", "AT&T <b> £5 &nosuch; R&D;"),
        ("![A ferry](f.png) sails", "A ferry sails"),
        ("<https://a.example/x>", "https://a.example/x"),
        ("a  b", "a b"),
    ],
)
def test_marks_go_and_meant_signs_stay(text: str, clean: str) -> None:
    assert cleaned(text).text == clean


@pytest.mark.parametrize(
    ("text", "words", "url"),
    [
        ("see [the plans](https://a.example/p_(2)) now", "the plans", "https://a.example/p_(2)"),
        ("see [a **big** plan](<https://a.example/a b>)", "a big plan", "https://a.example/a%20b"),
        ("at https://a.example/x_y_z/, he said", "https://a.example/x_y_z/", "https://a.example/x_y_z/"),
        ("(https://a.example/x)", "https://a.example/x", "https://a.example/x"),
        ("on www.a.example.", "www.a.example", "https://www.a.example"),
        ("[words][1]\n\n[1]: https://r.example", "words", "https://r.example"),
        ("[Words]\n\n[words]: https://r.example", "Words", "https://r.example"),
        ("[![alt](p.png)](https://x.example)", "alt", "https://x.example"),
    ],
)
def test_links_keep_their_address(text: str, words: str, url: str) -> None:
    draft = cleaned(text)
    assert (words, url) in [(link.span.of(draft.text), link.url) for link in draft.links]


def test_a_link_to_nowhere_is_only_words() -> None:
    assert cleaned("to [Bergen](#), [and](javascript:void(0)) [so]( )").links == ()


def test_an_address_holds_no_space_and_no_control_character() -> None:
    assert address("https://a.example/\u00a0x\ty é") == "https://a.example/%C2%A0x%09y%20é"


def test_code_is_left_as_it_is() -> None:
    intake: Intake = read_text("Title here\n\n```\na_b_ = \\$x  [y](z)\n```\n\nAfter **that**.", day=date(2024, 1, 1))
    code = next(block for block in intake.article.blocks if block.kind is BlockKind.CODE)
    assert intake.article.text_of(code) == "a_b_ = \\$x  [y](z)"
    assert intake.article.paragraphs[-1] == "After that."
