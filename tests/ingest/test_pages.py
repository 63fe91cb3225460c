"""Numbers and running heads of pages are found by what the pages do, not by being short."""

from reader.ingest.draft import Draft
from reader.ingest.lines import in_lines
from reader.ingest.pages import without_page_furniture

LONG = "It was a long day on the quay, and the people of the town had come to see the last ship go. " * 3


def furniture(text: str) -> list[str]:
    draft = without_page_furniture(in_lines(Draft(text)))
    return [draft.of(piece) for piece in draft.pieces if piece.aside]


def test_numbers_that_count_up_page_by_page_are_furniture() -> None:
    assert furniture(f"{LONG}\n\n14\f{LONG}\n\n15\f{LONG}\n\n16\n") == ["14", "15", "16"]


def test_a_number_that_interrupts_a_sentence_is_furniture() -> None:
    assert furniture(f"{LONG}and then the harbour master\n\n7\n\nsaid that it was over.") == ["7"]


def test_a_running_head_is_furniture_wherever_it_comes() -> None:
    text = f"The Fjord Review   Autumn\n\nTitle\n\n{LONG}\n\n3\nThe Fjord Review   Autumn\n{LONG}\n\n4\n"
    assert furniture(text + f"The Fjord Review   Autumn\n{LONG}").count("The Fjord Review   Autumn") == 3


def test_a_headline_that_runs_over_the_pages_stays_once() -> None:
    assert furniture(f"The last ferry\n\n{LONG}\f\nThe last ferry\n\n{LONG}") == ["The last ferry"]


def test_pages_that_say_so_are_furniture_at_once() -> None:
    assert furniture(f"{LONG}\n\nPage 3 of 9\n\n{LONG}") == ["Page 3 of 9"]


def test_the_numbers_of_sections_and_lone_numbers_stay() -> None:
    assert furniture(f"1\n\n{LONG}\n\n2\n\n{LONG}") == []
    assert furniture(f"{LONG}\n\n42\n\n{LONG}") == []


def test_a_refrain_stays() -> None:
    assert furniture(f"And the ship went on\n\n{LONG}\n\nAnd the ship went on\n\n{LONG}\n\nAnd the ship went on") == []
