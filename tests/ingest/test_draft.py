"""A draft carries along what was said of it, whatever is changed before."""

from reader.domain.article import Link
from reader.domain.repairs import Repair
from reader.domain.span import Span
from reader.ingest.draft import Draft, Piece, Replacement, apply, undone


def change(text: str, old: str, new: str, kind: str = "test", url: str = "") -> Replacement:
    start = text.index(old)
    return Replacement(start, start + len(old), new, kind, url)


def test_a_replacement_becomes_a_repair_at_its_new_place() -> None:
    text = "one  two three"
    draft = apply(Draft(text), [change(text, "  ", " "), change(text, "three", "3")])
    assert draft.text == "one two 3"
    assert draft.repairs == (Repair("test", 3, "  ", " "), Repair("test", 8, "three", "3"))


def test_earlier_repairs_move_with_their_words() -> None:
    draft = apply(Draft("aa bb cc"), [change("aa bb cc", "cc", "C")])
    draft = apply(draft, [change(draft.text, "aa ", "")])
    assert draft.text == "bb C"
    assert draft.repairs == (Repair("test", 0, "aa ", ""), Repair("test", 3, "cc", "C"))


def test_a_change_inside_an_earlier_one_becomes_one_repair_that_undoes_both() -> None:
    draft = apply(Draft("a [**b**](u) c"), [change("a [**b**](u) c", "[**b**](u)", "**b**", "markdown link")])
    draft = apply(draft, [change(draft.text, "**b**", "b", "emphasis")])
    assert draft.text == "a b c"
    assert draft.repairs == (Repair("markdown link", 2, "[**b**](u)", "b"),)


def test_a_change_back_to_what_it_was_is_no_repair() -> None:
    draft = apply(Draft("a\u00a0b"), [change("a\u00a0b", "\u00a0", " ")])
    assert apply(draft, [change(draft.text, " ", "\u00a0")]).repairs == ()


def test_of_two_replacements_that_overlap_the_first_is_made() -> None:
    draft = apply(Draft("abcd"), [Replacement(0, 3, "x", "one"), Replacement(2, 4, "y", "two")])
    assert draft.text == "xd"


def test_deletions_at_one_place_keep_their_order() -> None:
    draft = apply(Draft("(["), [Replacement(0, 1, "", "first"), Replacement(1, 2, "", "second")])
    assert [repair.kind for repair in draft.repairs] == ["first", "second"]


def test_links_and_pieces_keep_their_words() -> None:
    draft = Draft("xx go here", links=(Link(Span(3, 10), "https://a.example"),), pieces=(Piece(0, 10),))
    draft = apply(draft, [Replacement(0, 3, "", "test"), Replacement(5, 6, "\n\n", "test")])
    assert draft.links[0].span.of(draft.text) == "go\n\nhere"
    assert draft.of(draft.pieces[0]) == "go\n\nhere"


def test_a_rewritten_link_takes_the_place_of_one_inside_it() -> None:
    draft = apply(Draft("[![p](q)](u)"), [Replacement(1, 8, "p", "picture", "q")])
    draft = apply(draft, [Replacement(0, len(draft.text), "p", "markdown link", "u")])
    assert draft.links == (Link(Span(0, 1), "u"),)


def test_a_stretch_can_be_read_as_it_came() -> None:
    text = "see [this](u) \\$5"
    draft = apply(Draft(text), [change(text, "[this](u)", "this", "markdown link"), change(text, "\\$", "$", "escape")])
    assert undone(draft, 0, len(draft.text)) == text
    assert undone(draft, 0, len(draft.text), frozenset({"escape"})) == "see this \\$5"
