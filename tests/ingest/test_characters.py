"""Odd letters go or become plain ones, and no word is harmed."""

from reader.ingest.characters import controls, doubled_spaces, odd_spaces, recomposed, settled
from reader.ingest.draft import Draft, apply


def test_line_ends_of_every_make_become_line_feeds() -> None:
    assert settled("a\r\nb\rc\u2028d\u2029e\x85f") == "a\nb\nc\nd\n\ne\nf"


def test_letters_are_composed_and_half_characters_replaced() -> None:
    assert settled("e\u0301 \ud83d") == "é \ufffd"


def test_control_characters_go_but_words_stay_apart() -> None:
    draft = apply(Draft("\x1b[31mred\x07wine\x00."), controls("\x1b[31mred\x07wine\x00."))
    assert draft.text == "[31mred wine."
    assert [repair.before for repair in draft.repairs] == ["\x1b", "\x07", "\x00"]


def test_odd_spaces_become_plain_and_unseen_ones_go() -> None:
    text = "5\u202fkm \u00a0off\u2009the co\u00adast\u200b\ufeff. A B"
    draft = apply(Draft(text), odd_spaces(text))
    assert draft.text == "5 km off the coast. A B"
    assert {repair.kind for repair in draft.repairs} == {"odd space"}


def test_joiners_of_emoji_and_scripts_stay() -> None:
    text = "👩\u200d🚀 می\u200cخواهم"
    assert list(odd_spaces(text)) == []


def test_several_spaces_or_a_tab_become_one() -> None:
    assert apply(Draft("a  b\tc d"), doubled_spaces("a  b\tc d")).text == "a b c d"


def test_an_accent_that_met_its_letter_is_composed() -> None:
    text = "caf" + "e\u0301" + " ok"
    draft = apply(Draft(text), recomposed(text))
    assert draft.text == "café ok"
    assert draft.repairs[0].before == "e\u0301"
