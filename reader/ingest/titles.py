"""Kicker, headline and standfirst, told from one another by their length, their marks and their place."""

import re
from collections.abc import Sequence

from reader.domain.article import BlockKind
from reader.ingest.byline import parse_byline
from reader.ingest.draft import Piece
from reader.ingest.story import ends_sentence
from reader.ingest.vocabulary import SECTIONS, VERBS, words

_HEADLINE_WORDS = 30
_PLAIN_HEADLINE_WORDS = 20
_FEWEST_HEADLINE_WORDS = 4
_KICKER_WORDS = 6
_KICKER_LENGTH = 48
_LONGEST_KICKER_WORDS = 12
_STANDFIRST_WORDS = 60
_SECTIONS = words(SECTIONS) | {"", "and"}
_VERBS = words(VERBS)
_VERB_ENDINGS = ("es", "ed", "ing", "ts", "ls", "ms", "ks")
_SENTENCE_WORDS = 6
_LATEST_TITLE = 3
_MARKED = frozenset({BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CODE, BlockKind.TABLE})


def is_wordy(piece: Piece) -> bool:
    """Whether a piece may be a title: plain text, or marked as a heading."""
    return piece.kind in {None, BlockKind.HEADING}


def titles_with_byline(
    pieces: Sequence[Piece], texts: Sequence[str], over: Sequence[int], under: Sequence[int], last: int
) -> dict[int, BlockKind]:
    """The kinds of the title lines where lines of the author are known, of which `last` is the last.

    Titles stand `over` the first of those lines, or, where nothing there will do for a headline, `under` it.
    """
    later = [n for n in under if not texts[n].endswith(".") and _is_long_enough(texts[n])]
    marked = [n for n in later if pieces[n].kind is BlockKind.HEADING and pieces[n].level == 1]
    if later and (marked or not any(_will_do(texts[n]) for n in over)):
        main = (marked or later)[0]
        kinds = {n: BlockKind.BYLINE if _is_of_names(texts[n]) else BlockKind.KICKER for n in over}
        kinds[main] = BlockKind.HEADLINE
    else:
        main = -1
        kinds = _titles(pieces, texts, over) if over else {}
    between = [n for n in under if main < n < last and len(texts[n].split()) >= _FEWEST_HEADLINE_WORDS]
    if between and BlockKind.STANDFIRST not in kinds.values() and len(texts[between[0]].split()) <= _STANDFIRST_WORDS:
        kinds[between[0]] = BlockKind.STANDFIRST
    return kinds


def titles_alone(
    pieces: Sequence[Piece], texts: Sequence[str], titles: Sequence[int], story: int
) -> dict[int, BlockKind]:
    """The kinds of the title lines where nothing but the story, at index `story`, marks where the head ends."""
    stop = next((n for n in range(story) if pieces[n].kind in _MARKED or _is_sentence(texts[n])), story)
    lines = [n for n in titles if n < stop]
    if not lines or len(texts[lines[0]].split()) > _HEADLINE_WORDS or lines[0] > _LATEST_TITLE:
        return {}
    main = _headline(pieces, texts, lines[:_LATEST_TITLE])
    kinds = {n: BlockKind.KICKER for n in lines if n < main} | {main: BlockKind.HEADLINE}
    under = next((n for n in lines if n > main), None)
    if under is not None and story < len(texts) and _is_standfirst(pieces[under], texts[under], texts[main]):
        kinds[under] = BlockKind.STANDFIRST
    return kinds


def is_kicker(line: str, following: str, *, followed: bool) -> bool:
    """Whether a title line is a kicker for the one under it; `followed` says that a third, a standfirst, may come."""
    length = len(line.split())
    if ends_sentence(line.rstrip(":")) or length > _KICKER_WORDS or len(line) > _KICKER_LENGTH:
        return False
    if not _reads_like_headline(following):
        return False
    if line.endswith(":") or (line.isupper() and not following.isupper()):
        return True
    if length >= len(following.split()) or _has_verb(line):
        return False
    named = any(word.casefold().strip(",:|") in _SECTIONS for word in line.split())
    return named or length <= (4 if followed else 3)


def _titles(pieces: Sequence[Piece], texts: Sequence[str], titles: Sequence[int]) -> dict[int, BlockKind]:
    """Kicker, headline and standfirst among the lines that stand over a byline."""
    main = _headline(pieces, texts, titles)
    kinds = dict.fromkeys(titles, BlockKind.PARAGRAPH)
    kinds |= {n: BlockKind.KICKER for n in titles if n < main and len(texts[n].split()) <= _LONGEST_KICKER_WORDS}
    kinds[main] = BlockKind.HEADLINE
    under = [n for n in titles if n > main and len(texts[n].split()) <= _STANDFIRST_WORDS]
    return kinds | dict.fromkeys(under[:1], BlockKind.STANDFIRST)


def _headline(pieces: Sequence[Piece], texts: Sequence[str], titles: Sequence[int]) -> int:
    """Which of the title lines is the headline: the one marked so, else the first that is no kicker."""
    marked = [n for n in titles if pieces[n].kind is BlockKind.HEADING and (pieces[n].level == 1 or n == titles[0])]
    if marked:
        return min(marked, key=lambda n: (pieces[n].level, n))
    likely = [n for n in titles if _is_long_enough(texts[n]) and _reads_like_headline(texts[n])]
    named = [n for n in titles if not _is_section(texts[n])]
    begins_short = len(texts[titles[0]].split()) < _FEWEST_HEADLINE_WORDS
    main = likely[0] if likely and begins_short else (named or titles)[0]
    under = [n for n in titles if n > main]
    if under and is_kicker(texts[main], texts[under[0]], followed=len(under) > 1):
        return under[0]
    return main


def _is_long_enough(line: str) -> bool:
    return _FEWEST_HEADLINE_WORDS <= len(line.split()) <= _HEADLINE_WORDS


def _reads_like_headline(line: str) -> bool:
    """Whether a line is short enough for a headline, and in capitals, or one sentence at most without its stop."""
    spelt = line.split()
    if len(spelt) > _PLAIN_HEADLINE_WORDS:
        return False
    if all(word[0].isupper() for word in spelt if len(word) > 3):
        return True
    return not line.endswith(".") and not re.search(r"[^\W\d_]{3}[.;] [A-Z]", line)


def _has_verb(line: str) -> bool:
    """Whether a short line reads like a sentence: a common verb in it, or a small word with a verb's ending."""
    return any(
        word.casefold() in _VERBS or (n and len(word) > 4 and word.islower() and word.endswith(_VERB_ENDINGS))
        for n, word in enumerate(line.split())
    )


def _is_of_names(line: str) -> bool:
    byline = parse_byline(line)
    return bool(byline and byline.authors)


def _will_do(line: str) -> bool:
    """Whether a line over the byline can be the headline: more than names or the name of a section."""
    return not _is_of_names(line) and (len(line.split()) > 2 or not _is_section(line))


def _is_section(line: str) -> bool:
    spelt = line.split()
    return len(spelt) == 1 or all(word.casefold().strip(",:|&") in _SECTIONS for word in spelt)


def _is_sentence(line: str) -> bool:
    return line.endswith((".", ".”", '."')) and len(line.split()) >= _SENTENCE_WORDS


def _is_standfirst(piece: Piece, line: str, headline: str) -> bool:
    """Whether a line under the headline sums up the story: longer than a heading, without the stop of a sentence."""
    if piece.kind is not None or ends_sentence(line) or re.match(r"Q\b", line):
        return False
    return len(line.split()) >= max(6, len(headline.split()) // 2)
