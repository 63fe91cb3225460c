"""Lines are told apart by their marks, and the marks come off."""

from reader.domain.article import BlockKind
from reader.ingest.draft import Draft
from reader.ingest.lines import in_lines


def read(text: str, *, markdown: bool = False) -> list[tuple[BlockKind | None, str]]:
    draft = in_lines(Draft(text), markdown=markdown)
    return [(piece.kind, draft.of(piece)) for piece in draft.pieces]


def test_headings_have_their_depth() -> None:
    draft = in_lines(Draft("# One\n\n### Three\n\nUnder\n=====\n\nBelow\n-----"))
    assert draft.texts == ["One", "Three", "Under", "Below"]
    assert [piece.level for piece in draft.pieces] == [1, 3, 1, 2]
    assert {repair.kind for repair in draft.repairs} == {"heading mark"}


def test_a_tag_and_a_number_sign_are_no_headings() -> None:
    assert read("#Aldermoor\n\n#1 in the world") == [(None, "#Aldermoor"), (None, "#1 in the world")]


def test_bullets_of_every_make_are_list_items() -> None:
    assert read("- a1\n* b1\n•c1\n◦ d1") == [(BlockKind.LIST_ITEM, f"{letter}1") for letter in "abcd"]


def test_a_dash_of_dialogue_alone_is_no_bullet() -> None:
    assert read("– Who goes there?") == [(None, "– Who goes there?")]
    assert read("– one\n– two") == [(BlockKind.LIST_ITEM, "one"), (BlockKind.LIST_ITEM, "two")]


def test_numbers_that_count_up_are_a_list_and_others_are_not() -> None:
    draft = in_lines(Draft("1. First\n\n2) Second\n\n1984. It was a cold day."))
    assert [piece.ordinal for piece in draft.pieces] == [1, 2, None]
    assert draft.texts[2] == "1984. It was a cold day."
    assert read("14. July was hot.") == [(None, "14. July was hot.")]


def test_quotations_lose_their_marks_however_deep() -> None:
    assert read("> Said\n>\n>> twice") == [(BlockKind.QUOTE, "Said"), (None, ">"), (BlockKind.QUOTE, "twice")]


def test_fenced_code_keeps_its_shape() -> None:
    assert read("```python\n  if x:\n\n\treturn 1  \n```\n\nafter") == [
        (BlockKind.CODE, "  if x:\n\n    return 1"),
        (None, "after"),
    ]


def test_a_fence_that_never_closes_is_text() -> None:
    assert read("```\nabc") == [(None, "```"), (None, "abc")]


def test_indented_code_counts_in_known_markdown_only() -> None:
    assert read("Text.\n\n    x = 1", markdown=True)[1] == (BlockKind.CODE, "    x = 1")
    assert read("Text.\n\n    A paragraph set in.")[1] == (None, "A paragraph set in.")


def test_tables_are_kept_whole() -> None:
    table = "| Port | Ships |\n|---|---:|\n| Oslo | 14 |"
    assert read(f"Before\n\n{table}\n\nAfter")[1] == (BlockKind.TABLE, table)


def test_rows_with_tabs_are_a_table_with_strokes() -> None:
    assert read("Port\tShips\nOslo\t14") == [(BlockKind.TABLE, "Port | Ships\nOslo | 14")]


def test_one_line_with_a_stroke_is_no_table() -> None:
    assert read("Ada Finch | The Courier") == [(None, "Ada Finch | The Courier")]


def test_rules_and_definitions_are_set_aside() -> None:
    draft = in_lines(Draft("***\n\n[1]: https://a.example\n\n_____\n\nText"))
    assert [piece.aside for piece in draft.pieces] == ["separator", "link address", "separator", ""]


def test_a_line_in_bold_is_a_heading_and_a_sentence_in_bold_is_not() -> None:
    draft = in_lines(Draft("**What comes next**\n\n**He was not there.**"))
    assert [piece.kind for piece in draft.pieces] == [BlockKind.HEADING, None]
