"""What tells a paragraph of a story from a line of furniture: its length, and whether it ends as sentences do."""

import re

from reader.ingest.dateline import parse_dateline

_ENDS = re.compile(r"[.!?…:;]['\"’”»)\]]*$|['\"”»]$")
_STORY_WORDS = 25
_LONG_WORDS = 45
_DATELINE_WORDS = 10


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does: with a stop, or with a closing quotation mark."""
    return bool(_ENDS.search(text[-8:]))


def is_story(text: str) -> bool:
    """Whether a line can only be a paragraph of a story: long, and ending as a sentence does."""
    length = len(text.split(None, _LONG_WORDS + 1))
    if length > _LONG_WORDS:
        return True
    if length >= _STORY_WORDS and ends_sentence(text):
        return True
    return length >= _DATELINE_WORDS and parse_dateline(text) is not None
