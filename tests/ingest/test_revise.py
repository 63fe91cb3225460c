"""A repair undone, a line restored, a field put right: all else keeps its place."""

from datetime import date

import pytest

from reader.domain.article import Article, BlockKind
from reader.domain.errors import InputRefused
from reader.domain.intake import Intake
from reader.ingest import read_text, restore_line, undo_repair, with_fields

DAY = date(2022, 12, 10)
LEAD = (
    "The harbour of Aldermoor will close in March after the last of its ferries was sold to a yard in Gdynia, the city "
    "council said on Friday, ending a service that had run for 140 years."
)
TEXT = f"""Transport

Last ferry sold to yard in Gdynia

By Ada Finch

Sign up for [our newsletter](https://courier.example/letter)

{LEAD}

The price was \\$5mn, said the [mayor](https://mayor.example), who had hoped for more than that and

got less.

- One ferry

The ferry at the quay. Photograph: Per Lind/Fjordfoto

Share

Nobody came to see it go."""


@pytest.fixture
def intake() -> Intake:
    return read_text(TEXT, day=DAY)


def number_of(intake: Intake, kind: str) -> int:
    return next(n for n, repair in enumerate(intake.repairs) if repair.kind == kind)


def linked(article: Article) -> list[tuple[str, str]]:
    return [(link.span.of(article.text), link.url) for link in article.links]


def test_an_escape_comes_back(intake: Intake) -> None:
    undone = undo_repair(intake, number_of(intake, "markdown escape"))
    assert "was \\$5mn, said the mayor" in undone.article.text
    assert linked(undone.article) == [("mayor", "https://mayor.example")]
    assert len(undone.repairs) == len(intake.repairs) - 1


def test_a_paragraph_that_was_joined_falls_apart_again(intake: Intake) -> None:
    undone = undo_repair(intake, number_of(intake, "split paragraph"))
    assert undone.article.paragraphs[-3:] == ("got less.", "One ferry", "Nobody came to see it go.")
    before = {line.text: intake.article.text_of(intake.article.blocks[line.block]) for line in intake.set_aside}
    after = {line.text: undone.article.text_of(undone.article.blocks[line.block]) for line in undone.set_aside}
    assert before == after


def test_a_link_that_is_undone_leads_nowhere(intake: Intake) -> None:
    undone = undo_repair(intake, number_of(intake, "markdown link"))
    assert "the [mayor](https://mayor.example), who" in undone.article.text
    assert undone.article.links == ()


def test_a_list_marker_that_comes_back_makes_a_paragraph(intake: Intake) -> None:
    undone = undo_repair(intake, number_of(intake, "list marker"))
    block = next(block for block in undone.article.blocks if undone.article.text_of(block) == "- One ferry")
    assert block.kind is BlockKind.PARAGRAPH


def test_a_credit_goes_back_into_its_caption(intake: Intake) -> None:
    undone = undo_repair(intake, number_of(intake, "photo credit"))
    block = next(block for block in undone.article.blocks if block.kind is BlockKind.CAPTION)
    assert undone.article.text_of(block) == "The ferry at the quay. Photograph: Per Lind/Fjordfoto"
    assert len(undone.article.blocks) == len(intake.article.blocks) - 1


def test_wrapped_lines_come_back_as_paragraphs() -> None:
    wrapped = "The harbour of Aldermoor will close in March,\nand the last of its ferries goes to Gdynia,\nthey said."
    intake = read_text(f"{LEAD}\n\n{wrapped}", day=DAY)
    undone = undo_repair(intake, number_of(intake, "wrapped lines"))
    assert undone.article.paragraphs[1:] == tuple(wrapped.split("\n"))


def test_a_control_character_comes_back_as_its_picture() -> None:
    intake = read_text("A bell\x07. It rang for the last time.", day=DAY)
    assert undo_repair(intake, 0).article.text == "A bell␇. It rang for the last time."


def test_a_line_is_restored_where_it_stood_and_cleaned(intake: Intake) -> None:
    number = next(n for n, line in enumerate(intake.set_aside) if line.text.startswith("Sign up"))
    restored = restore_line(intake, number)
    texts = [restored.article.text_of(block) for block in restored.article.blocks]
    assert texts[3:5] == ["Sign up for our newsletter", LEAD]
    assert restored.article.blocks[3].kind is BlockKind.PARAGRAPH
    assert linked(restored.article)[0] == ("our newsletter", "https://courier.example/letter")
    assert [line.text for line in restored.set_aside] == ["Share"]
    assert [repair.kind for repair in restored.repairs].count("markdown link") == 2


def test_a_line_after_the_last_block_is_restored_at_the_end() -> None:
    intake = read_text(f"{LEAD}\n\nNobody came.\n\nShare", day=DAY)
    assert restore_line(intake, 0).article.text.endswith("Nobody came.\n\nShare")


def test_restoring_all_lines_in_any_order_gives_the_same_text(intake: Intake) -> None:
    one = restore_line(restore_line(intake, 0), 0)
    other = restore_line(restore_line(intake, 1), 0)
    assert one.article.text == other.article.text


def test_a_title_is_put_right_and_everything_moves(intake: Intake) -> None:
    changed = with_fields(intake, title="A much longer headline than the one before, by far")
    assert changed.article.headline == "A much longer headline than the one before, by far"
    assert linked(changed.article) == linked(intake.article)
    for repair in changed.repairs:
        assert changed.article.text[repair.start : repair.start + len(repair.after)] == repair.after


def test_a_field_that_was_missing_is_added_in_its_place(intake: Intake) -> None:
    changed = with_fields(intake, standfirst="The council accepts")
    assert [block.kind for block in changed.article.blocks][:4] == [
        BlockKind.KICKER,
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.BYLINE,
    ]


def test_an_empty_field_is_removed(intake: Intake) -> None:
    changed = with_fields(intake, kicker="", source=None, authors=())
    assert changed.article.kicker == ""
    assert changed.article.text.startswith("Last ferry sold")
    assert changed.article.authors == ()


def test_a_new_byline_names_its_authors_unless_they_are_told(intake: Intake) -> None:
    assert with_fields(intake, byline="TOM REED in Oslo").article.authors == ("Tom Reed",)
    assert with_fields(intake, byline="TOM REED in Oslo", authors="Eva Moe").article.authors == ("Eva Moe",)


def test_names_may_be_told_in_one_line(intake: Intake) -> None:
    changed = with_fields(intake, authors="Ada Finch, Tom Reed and Eva Moe")
    assert changed.article.authors == ("Ada Finch", "Tom Reed", "Eva Moe")


def test_facts_are_set_and_the_text_stays(intake: Intake) -> None:
    changed = with_fields(
        intake, published=date(2022, 12, 9), source=" The Courier ", url="https://c.example", language="en"
    )
    assert changed.article.published == date(2022, 12, 9)
    assert changed.article.source == "The Courier"
    assert changed.article.text == intake.article.text


def test_what_is_typed_into_a_field_is_one_clean_line(intake: Intake) -> None:
    assert with_fields(intake, title="A\nferry\x1b \u00a0sold\u200b").article.headline == "A ferry sold"


def test_an_unknown_field_is_a_mistake(intake: Intake) -> None:
    with pytest.raises(TypeError, match="colour"):
        with_fields(intake, colour="red")


def test_the_last_words_of_an_article_cannot_be_removed() -> None:
    with pytest.raises(InputRefused):
        with_fields(read_text("Only a headline", day=DAY), title="")
