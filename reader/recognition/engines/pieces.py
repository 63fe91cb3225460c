"""Long texts in pieces: models read so many words at a time, and cut off or refuse what is longer."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from reader.domain.span import Span
from reader.text.sentences import sentences

_WORD = re.compile(r"\w{1,40}|[^\w\s]|\s{40}")
"""A word or a mark, as models count them; what is endlessly long, white space too, counts as several."""


def pieces(text: str, most: int) -> Iterator[Span]:
    """The stretches of `text` in order, of at most `most` words and marks each, cut between sentences if possible."""
    words = [match.span() for match in _WORD.finditer(text)]
    starts = [start for start, _ in words]
    heads = [bisect_left(starts, sentence.start) for sentence in sentences(text)]
    begin = 0
    while begin < len(words):
        end = min(begin + most, len(words))
        head = heads[bisect_right(heads, end) - 1] if end < len(words) and heads else begin
        end = head if head > begin else end
        yield Span(words[begin][0], words[end - 1][1])
        begin = end
