"""Zones: the parts of an article, and the paragraphs of a bare text."""

from reader.domain.article import Block, BlockKind
from reader.domain.span import Span
from reader.recognition.zones import paragraphs, zones


def block(text: str, piece: str, kind: BlockKind) -> Block:
    start = text.index(piece)
    return Block(kind, Span(start, start + len(piece)))


def test_a_bare_text_has_the_paragraphs_between_its_blank_lines() -> None:
    text = "One line\nwrapped here.\n\n  \nAnother."
    assert [span.of(text) for span in paragraphs(text)] == ["One line\nwrapped here.", "Another."]


def test_each_line_break_ends_a_paragraph_where_lines_run_long() -> None:
    long = (
        "The committee met again on the matter of the bridge and found that nothing had been decided since spring, " * 2
    )
    text = f"{long}\nA short one follows."
    assert len(paragraphs(text)) == 2


def test_an_empty_text_has_no_zones() -> None:
    assert zones("") == ()
    assert zones(" \n\n ") == ()


def test_blocks_are_zones_of_their_kinds() -> None:
    text = "Bridge opens\n\nThe bridge opened."
    blocks = (
        block(text, "Bridge opens", BlockKind.HEADLINE),
        block(text, "The bridge opened.", BlockKind.PARAGRAPH),
    )
    assert [zone.kind for zone in zones(text, blocks)] == [BlockKind.HEADLINE, BlockKind.PARAGRAPH]


def test_additional_reporting_is_read_like_a_byline_and_a_copyright_is_not() -> None:
    text = "Additional reporting by Mira Halloran\n\nCopyright The Harbour Gazette 2023"
    tail = tuple(block(text, line, BlockKind.TAIL) for line in text.split("\n\n"))
    assert [zone.kind for zone in zones(text, tail)] == [BlockKind.BYLINE, BlockKind.TAIL]
