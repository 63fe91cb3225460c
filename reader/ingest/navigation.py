"""Menus: what a copy of a whole page holds before the headline and after the story."""

from collections.abc import Sequence

from reader.ingest.byline import parse_byline
from reader.ingest.draft import Piece
from reader.ingest.endings import ending_kind
from reader.ingest.printed import is_date_line
from reader.ingest.story import ends_sentence

NAVIGATION = "navigation"

_SECTION_WORDS = 3
_MENU_WORDS = 5
_MOST_KICKERS = 2
_FEWEST_TOPICS = 3
_FEWEST_MENU_LINES = 8
_HEADLINE_WORDS = 4
_NEAR = 5


def sections_above(texts: Sequence[str], reasons: Sequence[str], story: int) -> set[int]:
    """The names of sections over a headline, where they are many; the last of them may be the kicker, and stays."""
    run: list[int] = []
    for n in range(story):
        if reasons[n]:
            continue
        if (
            len(texts[n].split()) > _SECTION_WORDS
            or is_mark(texts[n])
            or (ends_sentence(texts[n]) and "." in texts[n][:-1])
        ):
            headline = len(texts[n].split()) >= _HEADLINE_WORDS and not is_mark(texts[n])
            return set(run[:-1]) if headline and len(run) > _MOST_KICKERS else set()
        run.append(n)
    return set()


def menu_above(texts: Sequence[str], reasons: Sequence[str], story: int) -> set[int]:
    """Everything over the headline of a whole page, but for a kicker right above it; nothing if there is no menu."""
    if sum(_is_entry(texts[n]) for n in range(story) if not reasons[n]) < _FEWEST_MENU_LINES:
        return set()
    headline = _headline_of_page(texts, reasons, story)
    over = [n for n in range(headline) if not reasons[n]]
    if sum(_is_entry(texts[n]) for n in over) < _FEWEST_MENU_LINES:
        return set()
    return set(over[:-1] if _is_entry(texts[over[-1]]) else over)


def _headline_of_page(texts: Sequence[str], reasons: Sequence[str], story: int) -> int:
    """The line that a reader would take for the headline: a longer one close above the first byline or date."""
    able = [n for n in range(story) if not reasons[n] and _may_be_headline(texts[n])]
    for mark in (n for n in range(story) if not reasons[n] and is_mark(texts[n])):
        near = [n for n in able if mark - _NEAR <= n < mark]
        if near:
            return next((n for n in near if texts[n] in texts[:n]), near[0])
    return able[-1] if able else 0


def _may_be_headline(text: str) -> bool:
    return _HEADLINE_WORDS <= len(text.split()) <= 25 and not is_mark(text) and not text.endswith((".", ":"))


def is_mark(text: str) -> bool:
    """Whether a line is surely an author's or a date."""
    byline = parse_byline(text)
    return is_date_line(text) or bool(byline and byline.certain)


def menu_below(pieces: Sequence[Piece], texts: Sequence[str], reasons: Sequence[str], story: int) -> set[int]:
    """The entries of the menus under the story: many of them in a row, or three names of topics that end the page."""
    under = [n for n in range(story + 1, len(texts)) if not reasons[n]]
    runs: list[list[int]] = [[]]
    for n in under:
        if pieces[n].kind is None and _is_entry(texts[n]) and not _tells(texts[n]):
            runs[-1].append(n)
        elif runs[-1]:
            runs.append([])
    long = [run for run in runs if len(run) >= _FEWEST_TOPICS]
    if sum(map(len, long)) >= _FEWEST_MENU_LINES:
        return {n for run in long for n in run}
    last = long[-1] if long and long[-1][-1] == under[-1] else []
    return set(last) if all(len(texts[n].split()) <= _SECTION_WORDS for n in last) else set()


def _is_entry(text: str) -> bool:
    """Whether a line could be an entry of a menu: a few words without any stop, the first with a capital."""
    return (
        len(text.split()) <= _MENU_WORDS
        and not ends_sentence(text)
        and not text[0].islower()
        and text[-1] not in ",;-–—"
    )


def _tells(text: str) -> bool:
    """Whether a short line says something after all: a result, a name to thank, a claim."""
    return any(map(str.isdigit, text)) or ending_kind(text, last=True) is not None
