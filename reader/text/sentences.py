"""Where the sentences of an English newspaper text begin and end."""

import re
from collections.abc import Iterator
from functools import cache

from reader.domain.span import Span
from reader.text.tokens import SHORTENED, SMALL, TITLES
from reader.text.wordlist import wordlist

_QUOTES = frozenset("\"'“‘«")
_SPEAKING = wordlist(
    "said says say added adds told tells asked asks wrote writes replied shouted insisted cried recalled"
)
_STARTERS = wordlist(
    "the a an this that these those he she it they we you i his her its their our my in on at by for from with as "
    "if when while after before but and so yet or not no there what who how why both some many most all last next "
    "since under over during despite although though however meanwhile still also then now"
)
_NEVER_LAST = frozenset({"e.g", "i.e", "vs", "cf", "approx"})


@cache
def _stop() -> re.Pattern[str]:
    """A stop with the marks that close after it, the space behind, and the first of the next word."""
    return re.compile(r"""(?<![.!?…])[.!?…]++["'”’)\]»*_]*+(?P<gap>\s++)(?=(?P<next>\S))""")


@cache
def _break() -> re.Pattern[str]:
    """A blank line, or a line break before an indented line or an item of a list."""
    return re.compile(r"\n[^\S\n]*\n\s*|\n(?=[ \t]{2,}\S|[ \t]*(?:[-*•·–—]|\d{1,2}[.)])[ \t])")


def sentences(text: str) -> list[Span]:
    """The sentences of `text` in order, without the white space around them.

    None crosses a blank line. Marks that close a quotation or a bracket belong to the sentence they close.
    """
    found: list[Span] = []
    for part in _parts(text):
        start = part.start
        for match in _stop().finditer(text, part.start, part.end):
            if _ends_here(text, part, match):
                found.append(Span(start, match.start("gap")))
                start = match.end("gap")
        if start < part.end:
            found.append(Span(start, part.end))
    return found


def _parts(text: str) -> Iterator[Span]:
    """The pieces between blank lines, stripped; never an empty one."""
    start = 0
    cuts = [(match.start(), match.end()) for match in _break().finditer(text)]
    for end, following in [*cuts, (len(text), len(text))]:
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            first = start + len(piece) - len(piece.lstrip())
            yield Span(first, first + len(bare))
        start = following


def _ends_here(text: str, part: Span, match: re.Match[str]) -> bool:
    """Whether a sentence ends at this stop."""
    following = match["next"]
    if following.islower():
        return False
    if _speaker_follows(text, match):
        return False
    if text[match.start()] != "." or text[match.start() : match.start() + 2] == "..":
        return True
    word = _word_before(text, part.start, match.start())
    return _may_be_last(word, text, match)


def _speaker_follows(text: str, match: re.Match[str]) -> bool:
    """Whether the words after a closed quotation name its speaker: “Enough!” Rivera said."""
    closing = text[match.start() : match.start("gap")]
    if not closing.endswith(("”", '"', "’")) or closing[0] not in "!?":
        return False
    words = text[match.end() : match.end() + 60].split(maxsplit=4)
    return any(word.strip(".,:") in _SPEAKING for word in words[1:3])


def _word_before(text: str, start: int, stop: int) -> str:
    """The word that ends at `stop`, with the stops inside it ("U.S", "a.m")."""
    begin = stop
    while begin > start and (text[begin - 1].isalpha() or text[begin - 1] == "."):
        begin -= 1
    return text[begin:stop]


def _may_be_last(word: str, text: str, match: re.Match[str]) -> bool:
    """Whether a sentence may end after this word and its stop, seeing what follows."""
    lowered, capital = word.lower(), word[:1].isupper()
    closed = match.end() - match.start() > 1 + len(match["gap"])
    if closed:
        return True
    if (capital and lowered in TITLES) or lowered in _NEVER_LAST:
        return False
    shortened = (capital and lowered in SHORTENED) or word in SMALL or "." in word or (len(word) == 1 and capital)
    if not shortened:
        return True
    if match["next"].isdigit():
        return False
    first = _first_word(text, match.end())
    return first[:1].isupper() and (match["next"] in _QUOTES or first.lower() in _STARTERS)


def _first_word(text: str, place: int) -> str:
    """The word at `place`, without an opening mark."""
    match = re.compile(r"[^\W\d_]+").search(text, place, place + 30)
    return match.group() if match else ""
