"""What a column, a line end or a page had cut is one again, and nothing else is."""

import pytest

from reader.ingest.draft import Draft
from reader.ingest.hyphens import cut_word, keeps_hyphen, vocabulary
from reader.ingest.joining import without_page_cuts, without_wraps
from reader.ingest.lines import in_lines

WRAPPED = """The harbour will close in March after the last of its
ferries was sold to a yard in Gdynia, the city council
said on Friday.

Nobody was hurt, said the harbour master, who had come
to see the ship off with a flag and a flask of tea and
a dog."""


def unwrapped(text: str) -> Draft:
    return without_wraps(in_lines(Draft(text)))


def test_lines_full_to_a_column_are_joined_paragraph_by_paragraph() -> None:
    draft = unwrapped(WRAPPED)
    assert draft.texts == [" ".join(paragraph.split()) for paragraph in WRAPPED.split("\n\n")]
    assert [repair.kind for repair in draft.repairs] == ["wrapped lines", "wrapped lines"]


def test_undoing_a_join_would_give_the_lines_back() -> None:
    draft = unwrapped(WRAPPED)
    first = draft.repairs[0]
    assert first.before.count("\n") == 2
    assert first.before.replace("\n", " ") == first.after


def test_paragraphs_on_single_lines_are_left_alone() -> None:
    text = "\n".join([f"Paragraph {n} is a long one and it ends here, as they do, with a stop." for n in range(6)])
    assert len(unwrapped(text).pieces) == 6


def test_headlines_one_to_a_line_are_left_alone() -> None:
    text = "Ferry sold to yard in Gdynia\nMayor says sorry to islanders\nCouncil votes on harbour again"
    assert len(unwrapped(text).pieces) == 3


def test_a_headline_over_two_lines_is_one() -> None:
    assert unwrapped("Aldermoor’s last ferry is sold\nto a yard in Gdynia\n\nBy Ada Finch").texts[0] == (
        "Aldermoor’s last ferry is sold to a yard in Gdynia"
    )


def test_the_line_of_the_author_is_never_joined_to_the_headline() -> None:
    assert unwrapped("Aldermoor’s last ferry is sold to a yard\nBy Ada Finch").texts[1] == "By Ada Finch"


def test_a_quotation_is_joined_as_well() -> None:
    quoted = "\n".join(f"> {line}" for line in WRAPPED.split("\n\n", maxsplit=1)[0].split("\n"))
    assert len(unwrapped(quoted).pieces) == 1


@pytest.mark.parametrize(
    ("left", "right", "text", "keeps"),
    [
        ("trans-", "formers", "", False),
        ("self-", "made", "", True),
        ("well-", "known", "", True),
        ("high-", "er", "", False),
        ("co-", "operation", "they co-operated", False),
        ("co-", "operation", "a co-operation", True),
        ("co-", "operation", "our cooperation", False),
        ("Anglo-", "American", "", True),
        ("20-", "year", "", True),
        ("anti-", "government", "the government and government", True),
        ("anti-", "biotic", "biotic", False),
        ("cen-", "tury-old", "", False),
    ],
)
def test_a_hyphen_at_a_line_end_is_kept_only_where_the_word_has_one(
    left: str,
    right: str,
    text: str,
    keeps: bool,  # noqa: FBT001 - a column of the table
) -> None:
    halves = cut_word(f"some {left}", f"{right} more")
    assert halves
    assert keeps_hyphen(*halves, vocabulary(text)) is keeps


def test_a_cut_word_is_whole_in_its_repair() -> None:
    draft = unwrapped("Hungary will replace its largest trans-\nformers by 2031, the state says.")
    assert draft.texts == ["Hungary will replace its largest transformers by 2031, the state says."]
    assert (draft.repairs[0].before, draft.repairs[0].after) == ("trans-\nformers", "transformers")


def cut(*paragraphs: str) -> list[str]:
    return without_page_cuts(in_lines(Draft("\n\n".join(paragraphs)))).texts


def test_a_sentence_broken_by_a_page_goes_on() -> None:
    first = "“The people who price risk for a living can price this one, and"
    assert cut(first, "they will be paid,” she said.") == [f"{first} they will be paid,” she said."]


def test_a_sentence_that_breaks_off_at_an_article_goes_on_even_with_a_figure() -> None:
    assert len(cut("The delta has been starved since the dams were built upstream in the", "1960s. It sinks.")) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The harbour closed on Friday after a vote.", "and so it went"),
        ("What comes next", "then the ships came back to the bay"),
        ("A line without a stop that is long enough to count for one", "iPhone sales rose"),
        ("A heading that is rather long and has no stop at all here", "The next paragraph."),
    ],
)
def test_paragraphs_that_only_look_alike_stay_apart(first: str, second: str) -> None:
    assert cut(first, second) == [first, second]
