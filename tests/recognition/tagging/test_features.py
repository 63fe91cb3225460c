"""Features: the word itself, its neighbours, known names, the rules, the run of capitals, the document."""

import pytest

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition.found import Found
from reader.recognition.naming import page
from reader.recognition.tagging.tagger import evident
from reader.recognition.tagging.words import LISTS, beside, lists, own, shape
from reader.recognition.zones import zones


def features_of(text: str, *found: Found) -> list[tuple[str, list[str]]]:
    """Every word of `text` that may name something, and those around it, with their features."""
    here = page(text, zones(text))
    told = zip(here.lines, evident(here.lines, here.scenes, found), strict=True)
    return [
        (line.words[first + i].text, row)
        for line, windows in told
        for first, rows in windows
        for i, row in enumerate(rows)
    ]


def of(word: str, text: str, *found: Found) -> list[str]:
    """The features of the first place of `word` in `text`."""
    return next(row for one, row in features_of(text, *found) if one == word)


@pytest.mark.parametrize(
    ("word", "drawn"),
    [
        ("Oslo", "Xxx"),
        ("McKay", "XxXxx"),
        ("Su-35", "Xx-dd"),
        ("UNESCO", "XX"),
        ("B12", "Xdd"),
        ("2025", "dd"),
        ("x", "x"),
        ("’s", "’x"),
        ("北京", "北京"),
    ],
)
def test_a_shape_draws_runs_together(word: str, drawn: str) -> None:
    assert shape(word) == drawn


def test_a_very_long_word_has_a_short_shape() -> None:
    assert len(shape("Ab1-" * 500)) <= 12


def test_a_word_tells_its_letters_its_ends_and_its_capitals() -> None:
    assert {"woslo", "hXxx", "so", "slo", "sslo", "C"} <= set(own("Oslo"))
    assert "CC" in own("UN")
    assert not {"C", "CC"} & set(own("oslo"))


def test_an_end_is_never_the_whole_word() -> None:
    assert [one for one in own("is") if one.startswith("s")] == ["ss"]


def test_a_word_with_a_hyphen_tells_its_halves() -> None:
    assert {"-<london", "->based"} <= set(own("London-based"))
    assert not [one for one in own("-led") if one.startswith(("-<", "->"))]


@pytest.mark.parametrize(("word", "name"), [("Anna", "first_names"), ("President", "titles"), ("said", "said")])
def test_a_word_tells_the_lists_that_hold_it(word: str, name: str) -> None:
    sign = next(sign for sign, one in LISTS.items() if one == name)
    assert sign in lists(word)
    assert f"l{sign}" in own(word)
    assert f"1l{sign}" in beside(word, 1)


def test_a_word_tells_two_neighbours_on_each_side() -> None:
    here = of("Torvane", "Last week Minister Torvane left for home.")
    assert {"-1wminister", "-2wweek", "1wleft", "2wfor"} <= set(here)
    assert not [one for one in here if one.startswith(("-3", "3"))]


def test_the_nearer_neighbour_tells_its_shape_and_its_end_too() -> None:
    here = of("Torvane", "Last week Minister Torvane left for home.")
    assert {"-1hXxx", "1hxx", "-1ster"} <= set(here)
    assert not [one for one in here if one.startswith(("-2h", "2h", "-2s", "2s"))]


def test_the_ends_of_a_sentence_are_told() -> None:
    first, *_, last = features_of("Torvane left Oslo")
    assert "<" in first[1]
    assert ">" not in first[1]
    assert ">" in last[1]
    assert [one for one, row in features_of("Rain fell. Snow fell.") if "<" in row] == ["Rain", "Snow"]


def test_words_far_from_any_name_are_left_out() -> None:
    told = [one for one, _ in features_of("Torvane left the very old house by the lake and went to Oslo.")]
    assert "Torvane" in told
    assert "Oslo" in told
    assert "lake" not in told


def test_a_sentence_of_one_word_has_both_ends() -> None:
    ((_, only),) = features_of("Torvane")
    assert {"<", ">", "1st"} <= set(only)


def test_a_known_name_tells_where_a_word_stands_in_it() -> None:
    text = "They flew to New Zealand on Friday."
    begins, goes_on = of("New", text), of("Zealand", text)
    assert "gBcounpl" in begins
    assert "gIcounpl" in goes_on
    assert "+gBcounpl" in of("to", text)
    assert "-gIcounpl" in of("on", text)
    assert "g1counpl" in of("Norway", "They flew to Norway on Friday.")


def test_what_the_rules_say_is_told_of_the_word_and_of_its_neighbours() -> None:
    text = "They asked Torvane again."
    rule = Found(Span(11, 18), "Torvane", EntityKind.ORGANISATION, lead=2)
    assert {"RBor", "Sor2"} <= set(of("Torvane", text, rule))
    assert "+RBor" in of("asked", text, rule)
    assert "-RBor" in of("again", text, rule)
    assert "RO" in of("Torvane", text)


def test_a_run_of_capitals_tells_its_length_its_head_and_what_is_around_it() -> None:
    text = "They asked Torvane Holm Ministry about it."
    assert {"u03", "ueministry", "ubasked", "uaabout"} <= set(of("Torvane", text))
    assert {"u21", "ueministry", "ubasked", "uaabout"} <= set(of("Ministry", text))
    assert not [one for one in of("asked", text) if one.startswith("u")]


@pytest.mark.parametrize(
    ("feature", "behind"),
    [
        ("uAp", ", a spokesman for the port,"),
        ("uAo", ", the company that runs the port,"),
    ],
)
def test_what_the_words_behind_a_comma_call_a_name_is_told(feature: str, behind: str) -> None:
    assert feature in of("Torvane", f"They asked Torvane{behind} again.")
    assert feature not in of("Torvane", f"They asked Torvane{behind.replace(',', ' –')} again.")


def test_the_chief_of_a_company_is_not_the_company() -> None:
    here = of("Torvane", "They asked Torvane, the company's chief executive, again.")
    assert "uAo" not in here
    assert "uAp" in here


def test_what_another_clause_calls_somebody_is_not_told() -> None:
    assert "uAo" not in of("Torvane", "They asked Torvane, who was late; the company waited.")


def test_the_document_is_told_of_every_place_of_a_word() -> None:
    text = "Torvane rose.\n\nThey asked President Torvane again."
    rows = [row for word, row in features_of(text) if word == "Torvane"]
    assert len(rows) == 2
    assert all("Dtitle" in row for row in rows)


def test_headlines_in_title_case_are_told_to_be_such() -> None:
    text = "Harbour Workers Threaten Torvane Strike Over Wages\n\nThey asked Torvane again."
    headline, body = [row for word, row in features_of(text) if word == "Torvane"]
    assert "T" in headline
    assert "T" not in body


def test_a_line_of_a_table_is_told_by_its_numbers() -> None:
    assert "N" in of("Torvane", "Torvane 6 2 Holm 3 1")
    assert "N" not in of("Torvane", "They asked Torvane for 12 more ferries.")
