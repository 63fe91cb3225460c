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
_MARKED = frozenset({BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CODE, BlockKind.TABLE})


def is_wordy(piece: Piece) -> bool:
    """Whether a piece may be a title: plain text, or marked as a heading."""
    return piece.kind in {None, BlockKind.HEADING}


def _titles(pieces: Sequence[Piece], texts: Sequence[str], titles: Sequence[int]) -> dict[int, BlockKind]:
    """Kicker, headline and standfirst among the lines that stand over a byline."""
    main = _headline(pieces, texts, titles)
    kinds: dict[int, BlockKind] = {}
    for n in titles:
        if n < main:
            kinds[n] = BlockKind.KICKER if len(texts[n].split()) <= 12 else BlockKind.PARAGRAPH
        elif n == main:
            kinds[n] = BlockKind.HEADLINE
        elif BlockKind.STANDFIRST not in kinds.values() and len(texts[n].split()) <= _LONG_WORDS + 15:
            kinds[n] = BlockKind.STANDFIRST
        else:
            kinds[n] = BlockKind.PARAGRAPH
    return kinds


def _headline(pieces: Sequence[Piece], texts: Sequence[str], titles: Sequence[int]) -> int:
    """Which of the title lines is the headline: the one marked so, else the first that is no kicker."""
    marked = [n for n in titles if pieces[n].kind is BlockKind.HEADING]
    if marked:
        return min(marked, key=lambda n: (pieces[n].level, n))
    likely = [n for n in titles if len(texts[n].split()) >= 4 and _reads_like_headline(texts[n])]
    named = [n for n in titles if not _is_section(texts[n].split())]
    main = likely[0] if likely and len(texts[titles[0]].split()) < 4 else (named or titles)[0]
    under = [n for n in titles if n > main]
    if under and is_kicker(texts[main], texts[under[0]], followed=len(under) > 1):
        return under[0]
    return main


def _reads_like_headline(line: str) -> bool:
    """Whether a line is short enough for a headline and one sentence at most, without its stop."""
    words = line.split()
    if len(words) > 20:
        return False
    in_capitals = sum(word[0].isupper() for word in words if len(word) > 3) >= sum(len(word) > 3 for word in words)
    return in_capitals or (not line.endswith(".") and not re.search(r"[^\W\d_]{3}[.;] [A-Z]", line))


def is_kicker(line: str, following: str, *, followed: bool) -> bool:
    """Whether a title line is a kicker for the one under it; `followed` says that a third comes, which may be a standfirst."""
    words = line.split()
    if ends_sentence(line.rstrip(":")) or len(words) > 6 or len(line) > 48 or not _reads_like_headline(following):
        return False
    if line.endswith(":") or (line.isupper() and not following.isupper()):
        return True
    if len(words) >= len(following.split()) or _has_verb(words):
        return False
    named = bool({word.casefold().strip(",:|") for word in words} & _SECTIONS)
    return named or len(words) <= (4 if followed else 3)


def _has_verb(words: Sequence[str]) -> bool:
    """Whether a short line reads like a sentence: a common verb in it, or a small word with a verb's ending."""
    return any(
        word.casefold() in _VERBS
        or (n and word.islower() and len(word) > 4 and word.endswith(("es", "ed", "ing", "ts", "ls", "ms", "ks")))
        for n, word in enumerate(words)
    )


def titles_with_byline(
    pieces: Sequence[Piece], texts: Sequence[str], over: Sequence[int], under: Sequence[int], last: int
) -> dict[int, BlockKind]:
    """The titles where lines of the author are known: over them, or between and under them where nothing over them will do.

    `last` is the last of those lines.
    """
    later = [n for n in under if not texts[n].endswith(".") and 3 < len(texts[n].split()) <= _HEADLINE_WORDS]
    marked = [n for n in later if pieces[n].kind is BlockKind.HEADING and pieces[n].level == 1]
    if later and (marked or not any(_will_do(texts, n) for n in over)):
        main = (marked or later)[0]
        names = [n for n in over if (byline := parse_byline(texts[n])) and byline.authors]
        kinds = (
            dict.fromkeys(over, BlockKind.KICKER) | dict.fromkeys(names, BlockKind.BYLINE) | {main: BlockKind.HEADLINE}
        )
        between = [n for n in under if main < n < last]
    else:
        kinds = _titles(pieces, texts, over) if over else {}
        between = [n for n in under if n < last]
    if BlockKind.STANDFIRST not in kinds.values():
        kinds |= {n: BlockKind.STANDFIRST for n in between[:1] if 4 <= len(texts[n].split()) <= _LONG_WORDS}
    return kinds


def _will_do(texts: Sequence[str], n: int) -> bool:
    """Whether a line over the byline can be the headline: more than a name or the name of a section."""
    words = texts[n].split()
    byline = parse_byline(texts[n])
    return not (byline and byline.authors) and (len(words) > 2 or not _is_section(words))


def _is_section(words: Sequence[str]) -> bool:
    return len(words) == 1 or all(word.casefold().strip(",:|&") in _SECTIONS | {"", "and"} for word in words)


def titles_alone(
    pieces: Sequence[Piece], texts: Sequence[str], titles: Sequence[int], story: int
) -> dict[int, BlockKind]:
    """Kicker, headline and standfirst where nothing but the story marks where the head ends."""
    lines = [n for n in titles if n < story]
    blocked = next(
        (
            n
            for n in range(story)
            if pieces[n].kind in {BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CODE, BlockKind.TABLE}
        ),
        story,
    )
    lines = [n for n in lines if n < blocked]
    stop = next(
        (at for at, n in enumerate(lines) if texts[n].endswith((".", ".”", '."')) and len(texts[n].split()) >= 6),
        len(lines),
    )
    lines = lines[:stop]
    if not lines or len(texts[lines[0]].split()) > _HEADLINE_WORDS or lines[0] > 3:
        return {}
    main = _headline(pieces, texts, lines[:3])
    kinds: dict[int, BlockKind] = {n: BlockKind.KICKER for n in lines if n < main}
    kinds[main] = BlockKind.HEADLINE
    under = next((n for n in lines if n > main), None)
    if under is not None and story < len(texts) and _is_standfirst(pieces[under], texts[under], texts[main]):
        kinds[under] = BlockKind.STANDFIRST
    return kinds


def _is_standfirst(piece: Piece, text: str, headline: str) -> bool:
    return (
        piece.kind is None
        and not ends_sentence(text)
        and len(text.split()) >= max(6, len(headline.split()) // 2)
        and not re.match(r"Q\b", text)
    )
