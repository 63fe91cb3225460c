"""Bytes of unknown make, read as text."""

import codecs
import re
from dataclasses import dataclass

from reader.domain.errors import InputRefused

LARGEST = 20 * 1024 * 1024
"""The most bytes that one input may have."""

_SAMPLE = 4096
_STRAY = 3
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a sound"),
    (b"PK\x03\x04", "a zip archive, perhaps a Word or EPUB file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\xd0\xcf\x11\xe0", "an Office file"),
    (b"SQLite format 3", "a database"),
)
_BINARY = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r\f\x0b\x1b\x08\x07")
_DECLARED = re.compile(rb"(?:charset|encoding|coding)\s*[=:]\s*[\"']?\s*([A-Za-z0-9][A-Za-z0-9._:-]{1,39})")
_ALSO_CALLED = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
}
_REPLACED = (
    "Some bytes were not text in any encoding that was tried; each shows as \ufffd. The original is kept as it came."
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read with, and sentences for the person."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(raw: bytes) -> Decoded:
    """The text of `raw`; raises InputRefused for what is empty, binary or larger than LARGEST."""
    _refuse_size(raw)
    marked = next((encoding for mark, encoding in _BOMS if raw.startswith(mark)), "")
    encoding = marked or _wide(raw)
    if encoding:
        return _strictly(raw, encoding) or _with_losses(raw, encoding)
    _refuse_binary(raw)
    declared = _declared(raw)
    candidates = (declared, "utf-8", "cp1252") if _shifts(raw, declared) else ("utf-8", declared, "cp1252")
    read = (_strictly(raw, candidate) for candidate in candidates if candidate)
    return next((decoded for decoded in read if decoded), None) or _with_losses(raw, "cp1252")


def _refuse_size(raw: bytes) -> None:
    if not raw.strip():
        raise InputRefused(
            "There is no text here. Nothing was added; choose a file with text in it, or paste an article."
        )
    if len(raw) > LARGEST:
        raise InputRefused(
            f"This is {len(raw) / 1024 / 1024:.1f} MB; at most {LARGEST // 1024 // 1024} MB can be read. "
            "Nothing was added; cut the file into parts and add those."
        )


def _refuse_binary(raw: bytes) -> None:
    what = next((name for signature, name in _SIGNATURES if raw.startswith(signature)), "")
    sample = raw[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _BINARY))
    if not what and (controls > max(_STRAY, len(sample) // 20) or (b"\0" in raw and _strictly(raw, "utf-8") is None)):
        what = "a binary file"
    if what:
        raise InputRefused(f"This is {what}, not text. Nothing was added; save it as plain text and add that.")


def _wide(raw: bytes) -> str:
    """UTF-16 without a mark, which shows in every other byte being zero."""
    sample = raw[:_SAMPLE]
    if len(sample) < 4 or len(raw) % 2:
        return ""
    pairs = len(sample) // 2
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if high * 10 >= pairs * 4 and low * 50 <= pairs:
        return "utf-16-le"
    return "utf-16-be" if low * 10 >= pairs * 4 and high * 50 <= pairs else ""


def _declared(raw: bytes) -> str:
    """The encoding that the first kilobyte names, as Python calls it, or nothing."""
    found = _DECLARED.search(raw[:1024])
    if not found:
        return ""
    name = found[1].decode("ascii").lower()
    try:
        info = codecs.lookup(_ALSO_CALLED.get(name, name))
    except LookupError:
        return ""
    return info.name if _is_for_text(info.name) else ""


def _shifts(raw: bytes, declared: str) -> bool:
    """Whether the declared encoding writes everything in ASCII bytes, which UTF-8 would take for its own."""
    return (declared.startswith("iso2022") and b"\x1b" in raw) or (declared == "hz" and b"~{" in raw)


def _is_for_text(name: str) -> bool:
    """Whether a codec turns bytes into text and nothing else; some of Python's compress or escape."""
    try:
        return b"a".decode(name) == "a" and not name.startswith(
            ("utf-16", "utf-32", "unicode", "raw", "idna", "punycode")
        )
    except (LookupError, UnicodeError):
        return False


def _strictly(raw: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(raw.decode(encoding), encoding.removesuffix("-sig"))
    except UnicodeError:
        return None


def _with_losses(raw: bytes, encoding: str) -> Decoded:
    return Decoded(raw.decode(encoding, "replace"), encoding.removesuffix("-sig"), (_REPLACED,))
