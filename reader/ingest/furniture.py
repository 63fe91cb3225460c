"""What belongs to the page and not to the article, told by how it is worded: buttons, promotion, advertisements.

Only whole lines are judged. A sentence of the story that merely holds such words does not fit any of the patterns,
because each begins and ends with the line; and what is set aside is listed, with its reason, and can be restored.
"""

import re
from functools import cache

from reader.ingest.phrases import ADVERTISEMENT, INTERFACE, OPENERS, PROMOTION, RELATED, pattern_of

RELATED_LINKS = "related links"
LONGEST = 320
"""No line with more letters is furniture, whatever it says."""

_FAMILIES = (
    (RELATED_LINKS, RELATED),
    ("interface", INTERFACE),
    ("advertisement", ADVERTISEMENT),
    ("promotion", PROMOTION),
)


def reason_of(line: str) -> str:
    """Why a line is furniture ("interface", "advertisement", "related links", "promotion"), or nothing if it is not."""
    if len(line) > LONGEST:
        return ""
    bare = line.strip(" \t›»>→") or line
    return next((reason for reason, pattern in _families() if pattern.fullmatch(bare)), "")


def opens_list(line: str) -> bool:
    """Whether a line that is furniture stands over a list of other articles."""
    return bool(_opener().match(line)) and not re.search(r"[:|] ?\S", line)


@cache
def _families() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((reason, pattern_of(phrases, r"[ :.…]*")) for reason, phrases in _FAMILIES)


@cache
def _opener() -> re.Pattern[str]:
    return pattern_of(OPENERS)
