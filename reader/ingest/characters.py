"""The letters themselves: what is settled before anything is read, and the odd ones that copying leaves behind."""

import re
import unicodedata
from collections.abc import Iterator

from reader.ingest.draft import Replacement

_UNSEEN = "\u200b\u2060\ufeff\u00ad"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

TRIMMED = f" \t\f{_SPACES}{_UNSEEN}"
"""What never begins or ends a line."""


_ODD = re.compile(rf"[{_UNSEEN}{_SPACES}]")
_RUN = re.compile(rf"[ {_UNSEEN}{_SPACES}]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]+")
_LINE_END = re.compile(r"\r\n?|[\x0b\x85\u2028]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_DOUBLED = re.compile(r"[ \t]{2,}|\t")


def settled(text: str) -> str:
    """The text in NFC with one kind of line end; half characters, which no file can hold, become U+FFFD.

    This is what every other position counts from, so it is not recorded as repairs: it changes no word, and one
    entry for every line would bury those that do. The original is kept as it came.
    """
    whole = _SURROGATE.sub("\ufffd", text)
    lines = _LINE_END.sub("\n", whole).replace("\u2029", "\n\n")
    return unicodedata.normalize("NFC", lines)


def controls(text: str) -> Iterator[Replacement]:
    """Control characters go: none is a letter, and none may reach a terminal. Between letters they leave a space."""
    for found in _CONTROLS.finditer(text):
        start, end = found.span()
        between = text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
        yield Replacement(start, end, " " if between else "", "control character")


def odd_spaces(text: str) -> Iterator[Replacement]:
    """No-break, thin and ideographic spaces become plain ones; zero-width ones and soft hyphens go."""
    if not _ODD.search(text):
        return
    for found in _RUN.finditer(text):
        run = found[0]
        if _ODD.search(run):
            yield Replacement(found.start(), found.end(), " " if run.strip(_UNSEEN) else "", "odd space")


def doubled_spaces(text: str) -> Iterator[Replacement]:
    """Several spaces, or a tab, between two words become one space."""
    return (Replacement(found.start(), found.end(), " ", "odd space") for found in _DOUBLED.finditer(text))


def recomposed(text: str) -> Iterator[Replacement]:
    """Lines in which a letter met an accent that stood apart from it, once what lay between had gone."""
    if unicodedata.is_normalized("NFC", text):
        return
    start = 0
    for line in text.split("\n"):
        composed = unicodedata.normalize("NFC", line)
        if composed != line:
            head = _alike(line, composed)
            tail = _alike(line[head:][::-1], composed[head:][::-1])
            end = start + len(line) - tail
            yield Replacement(start + head, end, composed[head : len(composed) - tail], "odd space")
        start += len(line) + 1


def _alike(one: str, other: str) -> int:
    """How many letters two lines have in common from the beginning."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
