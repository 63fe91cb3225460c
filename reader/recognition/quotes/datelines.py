"""Datelines, which name a place that says nothing."""

import re
from functools import cache

from reader.domain.analysis import EntityKind
from reader.recognition.quotes.page import Page


@cache
def _dateline() -> re.Pattern[str]:
    """A dateline ("LAGOS, March 14 (Reuters) - ", "NEW DELHI: ")."""
    return re.compile(
        r"[A-Z]{2}[A-Z .’'-]{0,40}(?:,[^()\n:]{1,30})?(?:\s*\([^()\n]{1,30}\)\s*[—–-]+|\s*[—–]+|\s+--?|:)\s+"
    )


def past_dateline(page: Page, start: int, end: int) -> int:
    """Where the words behind a dateline begin; `start` where there is none."""
    found = _dateline().match(page.frame, start, end)
    if found is None:
        return start
    named = page.at(start)
    body = named is not None and named.entity.kind is EntityKind.ORGANISATION
    return start if body and "(" not in found.group() and ":" not in found.group() else found.end()
