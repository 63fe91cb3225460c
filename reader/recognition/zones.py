"""The parts of an article and how far their words can be trusted."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.article import Block, BlockKind, is_copyright
from reader.domain.span import Span

LONG_LINE = 100
"""A text with a line longer than this was not hard-wrapped: each of its line breaks ends a paragraph."""

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_CREDITED = re.compile(
    r"(?:reporting|writing|editing|written|edited|reported|compiled|translated)\b.{0,40}\bby\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Zone:
    """One stretch of text that is all of a kind."""

    kind: BlockKind
    span: Span


def zones(text: str, blocks: tuple[Block, ...] = ()) -> tuple[Zone, ...]:
    """The zones of `text` in order: its blocks, else the paragraphs between its blank lines."""
    if blocks:
        return tuple(Zone(_kind(text, block), block.span) for block in blocks)
    return tuple(Zone(BlockKind.PARAGRAPH, span) for span in paragraphs(text))


def is_in(span: Span, parts: Sequence[Zone]) -> bool:
    """Whether `span` lies in one of `parts`, which are in the order of the text."""
    place = bisect_right(parts, span.start, key=lambda part: part.span.start) - 1
    return place >= 0 and parts[place].span.contains(span)


def paragraphs(text: str) -> list[Span]:
    """The stretches between blank lines, or between line breaks where the text is not hard-wrapped."""
    wrapped = max(map(len, text.split("\n"))) <= LONG_LINE
    breaks = _BLANK if wrapped else re.compile(r"\n\s*")
    found: list[Span] = []
    start = 0
    for end, following in [*((cut.start(), cut.end()) for cut in breaks.finditer(text)), (len(text), len(text))]:
        if text[start:end].strip():
            found.append(Span(start, end))
        start = following
    return found


def _kind(text: str, block: Block) -> BlockKind:
    """The kind of a block; the tail's "Additional reporting by" is read like a byline."""
    if block.kind is not BlockKind.TAIL:
        return block.kind
    line = block.span.of(text)
    credited = _CREDITED.search(line) and not is_copyright(line)
    return BlockKind.BYLINE if credited else BlockKind.TAIL
