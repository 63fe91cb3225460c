"""A passage and its selectors: position, quote and context."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.domain.notes import CONTEXT, Anchor
from reader.domain.span import Span

_ALIKE = ("'‘’‛ʼ`´", '"“”„‟«»', "-‐‑‒–—―")
"""Signs that a keyboard has one of and print has many of."""


def anchor(text: str, span: Span, version: int) -> Anchor:
    """The anchor of `span` in `text`, which is version `version` of an article, with its context on either side."""
    return Anchor(
        version=version,
        span=span,
        quote=span.of(text),
        before=text[max(0, span.start - CONTEXT) : span.start],
        after=text[span.end : span.end + CONTEXT],
    )


def find_quote(text: str, quote: str) -> list[Span]:
    """Every place where `quote` stands in `text`, in order, overlapping ones too; none for an empty quote.

    When it stands nowhere to the letter, white space of any length and the several forms of quotation marks and dashes
    count as equal.
    """
    return list(_exact(text, quote)) or list(_loose(text, quote))


def carry_over(old: Anchor, text: str, version: int) -> Anchor:
    """The same anchor in another version of the article, `text`.

    It moves where its quote occurs exactly once; else it stays as it is and is marked unplaced, so that a later
    version may place it again.
    """
    places = list(_exact(text, old.quote))
    if version == old.version and old.span in places:
        return replace(old, placed=True)
    if len(places) != 1:
        return replace(old, placed=False)
    return anchor(text, places[0], version)


def _exact(text: str, quote: str) -> Iterator[Span]:
    start = text.find(quote) if quote else -1
    while start >= 0:
        yield Span(start, start + len(quote))
        start = text.find(quote, start + 1)


def _loose(text: str, quote: str) -> Iterator[Span]:
    words = ["".join(map(_letter, word)) for word in quote.split()]
    if not words:
        return
    wanted = r"\s+".join(words)
    for found in re.finditer(f"(?=({wanted}))", text):
        yield Span(*found.span(1))


def _letter(letter: str) -> str:
    group = next((alike for alike in _ALIKE if letter in alike), "")
    return f"[{re.escape(group)}]" if group else re.escape(letter)
