"""Page furniture: numbers, running headers and footers that stand in the text because it was once on pages."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.ingest.draft import Draft
from reader.ingest.story import ends_sentence

REASON = "page furniture"

_NUMBER = re.compile(r"[-–—\[(]?\s*(\d{1,4})\s*[-–—\])]?$")
_OF_PAGES = re.compile(
    r"(?:page|p\.)\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?$|(\d{1,4})\s*(?:of|/)\s*\d{1,4}$", re.IGNORECASE
)
_PRINTED = re.compile(
    r"https?://\S+\s+\d{1,4}/\d{1,4}$|\d{1,2}/\d{1,2}/\d{2,4},\s+\d{1,2}:\d{2}(?:\s?[AP]M)?\s+\S.{0,200}$"
)
_DIGITS = re.compile(r"\d+")
_LONGEST_HEADER = 120
_SHORTEST_PAGE = 200


def without_page_furniture(draft: Draft) -> Draft:
    """Page numbers and headers that come again are set aside; the pages themselves show which they are."""
    texts = draft.texts
    breaks = {n for n in range(len(texts)) if _at_page_break(draft, n)}
    numbers = _page_numbers(draft, texts, breaks)
    found = numbers | _running_heads(draft, texts, breaks | _beside(numbers))
    found |= {n for n, text in enumerate(texts) if _PRINTED.match(text) and _is_plain(draft, n)}
    if not found:
        return draft
    pieces = (replace(piece, aside=REASON) if n in found else piece for n, piece in enumerate(draft.pieces))
    return replace(draft, pieces=tuple(pieces))


def _is_plain(draft: Draft, n: int) -> bool:
    return draft.pieces[n].kind is None and not draft.pieces[n].aside


def _at_page_break(draft: Draft, n: int) -> bool:
    """Whether a form feed stands right before or after this piece."""
    before = draft.pieces[n - 1].end if n else 0
    after = draft.pieces[n + 1].start if n + 1 < len(draft.pieces) else len(draft.text)
    piece = draft.pieces[n]
    return "\f" in draft.text[before : piece.start] or "\f" in draft.text[piece.end : after]


def _beside(numbers: set[int]) -> set[int]:
    return {n + step for n in numbers for step in (-1, 1)}


def _page_numbers(draft: Draft, texts: Sequence[str], breaks: set[int]) -> set[int]:
    """Lines with a number alone that count up, or that interrupt a sentence; those that say "page" at once."""
    bare: list[tuple[int, int]] = []
    sure: set[int] = set()
    for n, text in enumerate(texts):
        if len(text) > 24 or not _is_plain(draft, n):
            continue
        if found := _OF_PAGES.match(text):
            bare.append((n, int(found[1] or found[2])))
            sure |= {n} if found[1] else set()
        elif found := _NUMBER.match(text):
            bare.append((n, int(found[1])))
    evident = {n for n, _ in bare if n in breaks or _interrupts(draft, texts, n)}
    return sure | evident | _counting(draft, texts, bare, sure | evident)


def _counting(draft: Draft, texts: Sequence[str], bare: Sequence[tuple[int, int]], evident: set[int]) -> set[int]:
    """The numbers of a run that counts up page by page, if one is surely a page number or all have one neighbour."""
    runs: list[list[int]] = []
    last: tuple[int, int] | None = None
    for n, number in bare:
        follows = last and number == last[1] + 1 and draft.pieces[n].start - draft.pieces[last[0]].end >= _SHORTEST_PAGE
        if runs and follows:
            runs[-1].append(n)
        else:
            runs.append([n])
        last = (n, number)
    return {n for run in runs if evident & set(run) or _have_one_neighbour(texts, run) for n in run}


def _have_one_neighbour(texts: Sequence[str], run: Sequence[int]) -> bool:
    """Whether the same line comes before each number of a run, or after each."""
    for step in (-1, 1):
        beside = [_without_figures(texts[n + step]) for n in run if 0 <= n + step < len(texts)]
        if len(beside) > 1 and len(set(beside)) == 1 and len(beside[0]) <= _LONGEST_HEADER:
            return True
    return False


def _without_figures(text: str) -> str:
    """A line as it stands on every page: whatever its number, its spaces and its capitals."""
    return _DIGITS.sub("#", " ".join(text.split())).casefold()


def _interrupts(draft: Draft, texts: Sequence[str], n: int) -> bool:
    """Whether the sentence before breaks off here, and goes on in small letters within the next two lines."""
    if not n or ends_sentence(texts[n - 1]) or len(texts[n - 1]) < 30 or draft.pieces[n - 1].kind is not None:
        return False
    return any(text[:1].islower() for text in texts[n + 1 : n + 3])


def _running_heads(draft: Draft, texts: Sequence[str], evident: set[int]) -> set[int]:
    """Lines that come again on page after page, but for a first one which is the headline itself."""
    alike = {
        n: _without_figures(text)
        for n, text in enumerate(texts)
        if 4 <= len(text) <= _LONGEST_HEADER and _is_plain(draft, n) and not ends_sentence(text)
    }
    places_of: dict[str, list[int]] = {}
    for n, words in alike.items():
        places_of.setdefault(words, []).append(n)
    found: set[int] = set()
    for words, places in places_of.items():
        if len(places) < 2 or not any(map(str.isalpha, words)):
            continue
        if evident & set(places) or any(_interrupts(draft, texts, n) for n in places):
            found |= set(places[1:] if _is_headline(texts, places[0]) else places)
    return found


def _is_headline(texts: Sequence[str], n: int) -> bool:
    """Whether the first of them begins the article: the story or its author follows at once."""
    if n or len(texts) < 2:
        return False
    return texts[1].startswith("By ") or (len(texts[1]) > 60 and ends_sentence(texts[1]))
