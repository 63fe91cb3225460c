import pytest

from reader.domain.article import SEPARATOR, Article, Block, BlockKind, Caption, bare_credit, is_copyright
from reader.domain.ids import as_typed, base32, content_id, note_id, note_key, state_key
from reader.domain.span import Span
from reader.domain.titles import shortened


def article_of(*parts: tuple[BlockKind, str]) -> Article:
    """An article whose blocks hold these texts."""
    blocks, at = [], 0
    for kind, text in parts:
        blocks.append(Block(kind, Span(at, at + len(text))))
        at += len(text) + len(SEPARATOR)
    return Article(SEPARATOR.join(text for _, text in parts), tuple(blocks))


@pytest.mark.parametrize(
    ("printed", "credit"),
    [
        ("© AP", "AP"),
        ("Photo: Mara Lund", "Mara Lund"),
        ("Photograph: Mara Lund/Agency", "Mara Lund/Agency"),
        ("(AP Photo/Mara Lund)", "AP Photo/Mara Lund"),
        ("(Photo by Mara Lund)", "Mara Lund"),
        ("Photo credit: Mara Lund", "Mara Lund"),
        ("Picture Alliance", "Picture Alliance"),
        ("Imago", "Imago"),
        ("Lund (Agency)", "Lund (Agency)"),
        ("©", "©"),
    ],
)
def test_a_credit_is_read_without_its_mark(printed: str, credit: str) -> None:
    assert bare_credit(printed) == credit


def test_captions_are_paired_with_the_credit_that_follows() -> None:
    article = article_of(
        (BlockKind.CAPTION, "A crane."),
        (BlockKind.CREDIT, "© AP"),
        (BlockKind.CAPTION, "A quay."),
        (BlockKind.PARAGRAPH, "Text."),
        (BlockKind.CREDIT, "Photo: Lund"),
    )
    assert article.captions == (Caption("A crane.", "AP"), Caption("A quay.", ""), Caption("", "Lund"))


def test_the_body_is_read_off_the_blocks() -> None:
    article = article_of(
        (BlockKind.KICKER, "Ports"),
        (BlockKind.HEADLINE, "Cranes stand still"),
        (BlockKind.PARAGRAPH, "One."),
        (BlockKind.HEADING, "Two"),
        (BlockKind.LIST_ITEM, "three"),
        (BlockKind.QUOTE, "four"),
        (BlockKind.TAIL, "Copyright The Quay 2024"),
    )
    assert article.paragraphs == ("One.", "Two", "three", "four")
    assert (article.kicker, article.title, article.standfirst) == ("Ports", "Cranes stand still", "")
    assert article.copyright == "Copyright The Quay 2024"


def test_an_article_without_a_headline_is_titled_by_its_beginning() -> None:
    article = article_of((BlockKind.PARAGRAPH, "word " * 40 + "end."))
    assert article.headline == ""
    assert article.title.startswith("word word")
    assert article.title.endswith("word…")
    assert len(article.title) <= 80


def test_an_article_of_nothing_has_no_title() -> None:
    assert Article("", ()).title == ""


@pytest.mark.parametrize("line", ["Copyright X 2022", "© 2022 X", "(c) X", "2022 X. All Rights Reserved"])
def test_a_copyright_is_known_by_its_words(line: str) -> None:
    assert is_copyright(line)
    assert not is_copyright(f"He said: {line[:4]}")


def test_a_title_is_cut_at_a_word() -> None:
    assert shortened("one two three", 9) == "one two…"
    assert shortened("onetwothree", 5) == "onet…"
    assert shortened("one\ntwo") == "one"


def test_a_span_runs_forwards() -> None:
    with pytest.raises(ValueError, match="start <= end"):
        Span(3, 2)
    assert Span(1, 3).of("abcd") == "bc"
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert Span(0, 4).contains(Span(1, 4))


def test_ids_are_crockfords_base32_of_the_hash() -> None:
    # SHA-256 of nothing begins e3 b0 c4 42 98: 11100 01110 11000 01100 01000 01010 01100 0...
    assert content_id("") == base32(0xE3B0C44298, 8)
    assert len(content_id("x", 20)) == 20
    assert content_id("x", 20).startswith(content_id("x"))


def test_what_looks_alike_is_read_alike() -> None:
    assert as_typed(" OIL-0 ") == "0110"


def test_a_note_id_reads_back() -> None:
    for key in (1, 12345678901234567, (1 << 63) - 1):
        assert note_key(note_id(key)) == key
    assert note_key("not an id") is None
    assert note_key("0" * 13) is None


def test_a_states_key_is_the_same_everywhere_and_stock_tinydb_can_read_it() -> None:
    assert state_key("abc") == state_key("abc")
    assert 0 < state_key("abc") < 1 << 63
