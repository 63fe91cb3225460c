"""Which lines are set aside: furniture by its wording, the lists it stands over, the article's own address."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.domain.article import BlockKind
from reader.ingest.byline import parse_byline
from reader.ingest.draft import Draft
from reader.ingest.endings import ending_kind
from reader.ingest.furniture import RELATED_LINKS, opens_list, reason_of
from reader.ingest.navigation import NAVIGATION, menu_above, menu_below, sections_above
from reader.ingest.printed import is_date_line
from reader.ingest.story import is_story

ADDRESS = "address"
REPEATED = "repeated headline"

_ADDRESS = re.compile(
    r"(?:(?:url|link|source|permalink|original|web|from|available at|read (?:it |this )?(?:online )?at)\b[^:\n]{0,20}:\s*)?<?(https?://\S+?)>?$",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\d{1,5}$")
_TITLE_WORDS = 4
_TITLES = 6
_TEASER_WORDS = 20
_MOST_TEASERS = 20
_SENTENCE_WORDS = 12
_STOP = re.compile(r"[.!?…]['\"”’)]*$")


def without_furniture(draft: Draft) -> Draft:
    """The draft with a reason on every piece that is no part of the article."""
    texts = draft.texts
    reasons = [
        piece.aside or ("" if _is_kept(piece.kind) else reason_of(text))
        for piece, text in zip(draft.pieces, texts, strict=True)
    ]
    stories = [
        n for n, text in enumerate(texts) if not reasons[n] and is_story(text) and ending_kind(text, last=True) is None
    ]
    if stories:
        above = sections_above(texts, reasons, stories[0]) | menu_above(texts, reasons, stories[0])
        _set_aside(reasons, above, NAVIGATION)
        counts = (n for n in range(stories[0]) if not reasons[n] and _COUNT.match(texts[n]))
        _set_aside(reasons, counts, "interface")
    _set_repetitions_aside(texts, reasons, stories)
    _set_lists_aside(texts, reasons, stories)
    if stories:
        _set_aside(reasons, menu_below(draft.pieces, texts, reasons, stories[-1]), NAVIGATION)
    _set_addresses_aside(texts, reasons, stories)
    pieces = (replace(piece, aside=reason) for piece, reason in zip(draft.pieces, reasons, strict=True))
    return replace(draft, pieces=tuple(pieces))


def _is_kept(kind: BlockKind | None) -> bool:
    """Whether a mark says what the line is, so that its wording does not count."""
    return kind in {BlockKind.CODE, BlockKind.TABLE, BlockKind.QUOTE}


def _set_aside(reasons: list[str], lines: Iterable[int], reason: str) -> None:
    for n in lines:
        reasons[n] = reason


def _set_repetitions_aside(texts: Sequence[str], reasons: list[str], stories: Sequence[int]) -> None:
    """A title line that comes again, as a page's own name or under its pictures, counts once."""
    head = [n for n in range(stories[0]) if not reasons[n] and len(texts[n].split()) >= _TITLE_WORDS] if stories else []
    for n in head[:_TITLES]:
        for other in range(len(texts)):
            again = texts[other] == texts[n] and other > n
            if not reasons[other] and (again or (other < stories[0] and _is_page_title(texts[other], texts[n]))):
                reasons[other] = REPEATED


def _is_page_title(text: str, headline: str) -> bool:
    """Whether a line is the headline with the outlet's name behind it ("Headline - The Outlet")."""
    return text.startswith(headline) and bool(re.match(r"\s+[|–—-]\s+\S.{1,60}$", text[len(headline) :]))


def _set_lists_aside(texts: Sequence[str], reasons: list[str], stories: Sequence[int]) -> None:
    """Lines that only name other articles go with the line that stands over them ("Related topics")."""
    left = 0
    begun = _begun(texts)
    for n, text in enumerate(texts):
        if reasons[n] == RELATED_LINKS and opens_list(text) and n > begun and stories:
            left = len(texts) if n > stories[-1] else _MOST_TEASERS
        elif reasons[n] or (left and _is_teaser(text)):
            left = max(0, left - 1)
            reasons[n] = reasons[n] or RELATED_LINKS
        else:
            left = 0


def _begun(texts: Sequence[str]) -> int:
    """The first line that surely belongs to the article: its author's, or a whole sentence."""
    sure = (
        n
        for n, text in enumerate(texts)
        if (len(text.split()) >= _SENTENCE_WORDS and _has_stop(text)) or _is_byline(text)
    )
    return next(sure, len(texts))


def _is_byline(text: str) -> bool:
    byline = parse_byline(text)
    return bool(byline and byline.marked and byline.authors)


def _has_stop(text: str) -> bool:
    return bool(_STOP.search(text[-6:]))


def _is_teaser(text: str) -> bool:
    """Whether a line only names another article or a topic, or its day."""
    if len(text.split()) > _TEASER_WORDS or _has_stop(text):
        return False
    return ending_kind(text, last=True) is None or is_date_line(text)


def _set_addresses_aside(texts: Sequence[str], reasons: list[str], stories: Sequence[int]) -> None:
    """An address alone on its line, before or after the story, is where the article was found."""
    first = stories[0] if stories else len(texts)
    told = (n for n in range(len(texts) - 1, -1, -1) if not reasons[n] and _has_stop(texts[n]) and " " in texts[n])
    last = next(told, -1)
    for n, text in enumerate(texts):
        if not reasons[n] and (n < first or n > last) and _ADDRESS.match(text) and len(texts) > 1:
            reasons[n] = ADDRESS


def address_in(text: str) -> str:
    """The address in a line that was set aside as one."""
    found = _ADDRESS.match(text)
    return found[1] if found else ""
