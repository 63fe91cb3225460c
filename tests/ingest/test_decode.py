"""Bytes of every make are read, or refused with a sentence that says why."""

import codecs

import pytest

from reader.domain.errors import InputRefused
from reader.ingest.decode import LARGEST, decode

TEXT = "Café “Ö” costs £5 – naïve?\n"


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_the_usual_encodings_are_told_apart(raw: bytes, encoding: str) -> None:
    decoded = decode(raw)
    assert (decoded.text, decoded.encoding, decoded.notices) == (TEXT, encoding, ())


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [("charset=iso-8859-2", "iso8859-2"), ('encoding="koi8-r"', "koi8-r"), ("coding: iso-8859-1", "cp1252")],
)
def test_a_declared_encoding_is_believed(declaration: str, encoding: str) -> None:
    text = {"iso8859-2": "Łódź", "koi8-r": "Москва", "cp1252": "naïve – yes"}[encoding]
    raw = f"<!-- {declaration} -->\n{text}".encode(encoding)
    assert decode(raw).text.endswith(text)
    assert decode(raw).encoding == encoding


def test_an_encoding_in_ascii_bytes_is_read_when_it_is_declared() -> None:
    raw = "charset=iso-2022-jp\n" + "東京".encode("iso-2022-jp").decode("ascii")
    assert decode(raw.encode("ascii")).text.endswith("東京")


@pytest.mark.parametrize("declaration", ["charset=nonsense", "encoding=rot13", "coding: utf-16", "charset=undefined"])
def test_a_declaration_that_cannot_be_is_passed_over(declaration: str) -> None:
    raw = declaration.encode() + b"\n\xa35"
    assert decode(raw).text == declaration + "\n£5"


def test_bytes_of_no_encoding_are_replaced_and_told() -> None:
    decoded = decode(b"a \x81\x8d b \xff")
    assert "\ufffd" in decoded.text
    assert len(decoded.notices) == 1


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"", "no text"),
        (b" \n\t ", "no text"),
        (b"%PDF-1.7 text", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"PK\x03\x04word", "zip"),
        (b"\x1f\x8b\x08data", "compressed"),
        (b"\xff\xd8\xff\xe0abc", "picture"),
        (bytes(range(256)) * 4, "binary"),
        (b"a" * (LARGEST + 1), "20 MB"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(raw: bytes, word: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        decode(raw)
    assert word in refusal.value.sentence
    assert refusal.value.sentence.endswith(".")


def test_one_stray_zero_does_not_make_a_text_binary() -> None:
    assert decode(b"A line\x00 of text").text == "A line\x00 of text"
