"""Candidates: the places of a sentence that may name something, ordinary words left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition.evidence import Clue, clues, own_clues
from reader.recognition.gazetteer import in_one_line
from reader.recognition.lexicon import is_common
from reader.recognition.lexicon import words as listed
from reader.recognition.openings import past_plain
from reader.recognition.pieces import Piece, pieces, together
from reader.recognition.runs import runs
from reader.recognition.scenes import Scene
from reader.recognition.titles import title_end
from reader.text.wordlist import wordlist

CODE = re.compile(r"[A-Z]{2,}s|[A-Z][\w-]*\d[\w-]*|[A-Z]+[$£€]")
"""Plurals of abbreviations ("NGOs"), codes with numbers and signs of currencies: not names unless a list knows them."""

_HOST = re.compile(r"[\w-]\.[a-z]{2,6}/")
_QUOTES = frozenset("\"“”‘’'«»")
_CLOSED = frozenset(",.")
MONEY = wordlist(
    "dollar dollars pound pounds rupee rupees peso pesos yuan yen won franc francs shilling shillings dinar dinars "
    "riyal riyals krone krona real reais rand naira cedi lira hryvnia rouble roubles ruble rubles"
)
"""A nationality or a state before one of these names the money."""

_ALSO_ELSE = frozenset({"won", "real", "pounds", "pound", "rand"})
"""Monies that also are what a state did ("Brazil won") or what it stands beside."""

_SHOUTED = frozenset({"IS", "IT", "WHO", "US", "ARE", "ACT"})
_AFTER_SHOUTED = wordlist("a an the not also going my your our this that so very no")
"""What follows a little word that somebody shouts ("there IS a"), and no body of that name."""


def names_money(kind: EntityKind, following: str) -> bool:
    """Whether a nationality or a state before the word `following` tells whose money it is ("Canadian dollars")."""
    if kind is EntityKind.GROUP:
        return following in MONEY
    return kind is EntityKind.PLACE and following in MONEY and following not in _ALSO_ELSE


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that may name something; `kind` is None until the document has decided."""

    span: Span
    name: str
    kind: EntityKind | None
    canonical: str
    clues: tuple[Clue, ...]
    own: tuple[Clue, ...] = ()


def candidates(here: Scene, lower: frozenset[str]) -> Iterator[Candidate]:
    """The candidates of one sentence; `lower` holds the words that the document writes in lower case."""
    for i, j in runs(here):
        start = past_plain(here, i, j, lower)
        for piece in together(here, pieces(here, start, j)):
            if not _is_ordinary(here, piece, lower):
                yield _candidate(here, piece)


def _candidate(here: Scene, piece: Piece) -> Candidate:
    """What a piece may name, with what speaks for it."""
    a, b, entry = piece.start, piece.end, piece.entry
    span = Span(here.words[a].start, here.words[b - 1].end)
    name = in_one_line(span.of(here.text))
    told, own = clues(here, a, b, titled=piece.titled), own_clues([word.text for word in here.words[a:b]])
    if _is_quoted(here, a, b):
        told += ((EntityKind.ORGANISATION, -2.0), (EntityKind.PERSON, -1.0))
    if entry is None:
        return Candidate(span, name, piece.kind, "", told, own)
    if piece.titled and entry.kind is EntityKind.PLACE and b - a == 1:
        return Candidate(span, name, None, "", told, own)
    return Candidate(span, entry.name if name.isupper() else name, entry.kind, entry.canonical, told, own)


def _is_ordinary(here: Scene, piece: Piece, lower: frozenset[str]) -> bool:
    """Whether a piece is made of ordinary words and names nothing."""
    a, b = piece.start, piece.end
    if piece.entry:
        follows = here.words[b].text if b < len(here.words) else ""
        shouted = b - a == 1 and here.words[a].text in _SHOUTED and follows in _AFTER_SHOUTED
        return shouted or _is_word_first(here, piece, lower) or names_money(piece.entry.kind, follows)
    if _is_in_address(here, a) or _is_lettered(here, a, b):
        return True
    if here.words[b - 1].text in listed("not_names") or (piece.kind is None and _is_office_of(here, a, b)):
        return True
    if all(word.text.isupper() and is_common(word.text) for word in here.words[a:b]):
        return True
    return piece.kind is None and b - a == 1 and _is_nothing(here, piece, lower)


def _is_word_first(here: Scene, piece: Piece, lower: frozenset[str]) -> bool:
    """Whether a known name may be nothing but the first word of its sentence ("Reading", "Target")."""
    word = here.words[piece.start]
    if piece.end - piece.start > 1 or not word.first or word.text.isupper():
        return False
    return is_common(word.text) or word.text.lower() in lower


def _is_quoted(here: Scene, a: int, b: int) -> bool:
    """Whether the words fill a pair of quotation marks, as the title of a work does."""
    if a == 0 or here.words[a - 1].text not in _QUOTES:
        return False
    following = [word.text for word in here.words[b : b + 2]]
    return bool(following) and (following[0] in _QUOTES or (following[0] in _CLOSED and following[-1] in _QUOTES))


def _is_in_address(here: Scene, a: int) -> bool:
    """Whether word `a` is part of an address of the web or of a handle ("example.com/AbCdE", "@SomeName")."""
    start = here.words[a].start
    if here.text[start - 1 : start] not in {"/", "@", ".", "="} or start == 0:
        return False
    begins = here.text[:start].rsplit(None, 1)[-1]
    return begins.endswith("@") or "://" in begins or "www." in begins or _HOST.search(begins) is not None


def _is_lettered(here: Scene, a: int, b: int) -> bool:
    """Whether an ordinary word and a letter tell one of several ("Group A", "Vitamin D")."""
    last = here.words[b - 1].text
    return b - a == 2 and len(last) == 1 and last.isupper() and is_common(here.words[a].text)


def _is_office_of(here: Scene, a: int, b: int) -> bool:
    """Whether the words only tell what a minister is minister of ("Foreign Affairs" in "Foreign Affairs Minister")."""
    return (
        b < len(here.words)
        and title_end(here.words, b, b + 3) > b
        and all(word.text in listed("departments") or not word.cap for word in here.words[a:b])
    )


def _is_nothing(here: Scene, piece: Piece, lower: frozenset[str]) -> bool:
    """Whether one capitalised word is an ordinary word, or no word at all."""
    word = here.words[piece.start].text
    lowered = word.lower()
    if len(word.rstrip(".")) == 1 or not word[0].isalpha() or CODE.fullmatch(word):
        return True
    if word in listed("not_names") or word in listed("abbreviations"):
        return True
    if piece.titled:
        return lowered in listed("function_words")
    if word.isupper():
        return lowered in listed("function_words") or (len(word) > 3 and is_common(word))
    return lowered in lower or is_common(word) or word in listed("titles") or word in listed("org_heads")
