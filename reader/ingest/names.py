"""Names as a byline prints them: what looks like a person, an outlet, a role; capitals put back to normal."""

import re
from functools import cache

from reader.ingest.vocabulary import (
    AGENCIES,
    COMMON_WORDS,
    FUNCTION_WORDS,
    GIVEN_NAMES,
    PARTICLES,
    ROLE_ADJECTIVES,
    words,
)

_PARTICLES = words(PARTICLES)
_TITLES = frozenset(["dr", "prof", "professor", "sir", "dame", "lord", "lady", "mr", "mrs", "ms", "mx", "rev"])
_ENDINGS = frozenset(["jr", "sr", "ii", "iii", "iv", "phd", "md", "mp", "qc", "kc", "obe"])
_KEEPS_CAPITALS = frozenset({"ii", "iii", "iv", "dc", "d.c", "uk", "us", "u.s", "u.k", "uae", "un", "eu"})
_TOKEN = re.compile(r"(?:[^\W\d_]\.){1,3}$|(?:[^\W\d_]['’])?[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?$")

_ROLE = re.compile(
    r"\b(?:editors?|correspondents?|reporters?|writers?|columnists?|bureau chief|chief|analysts?|producers?|critics?|"
    r"staff|journalists?|photographers?|contributors?|commentators?|fellow|presenters?|anchors?|researchers?|"
    r"interns?|reporting|leader writer|foreign desk|news desk|newsroom|agencies|team|blogger|economist|director|"
    r"author|professor|lecturer)\b",
    re.IGNORECASE,
)
_AGENCIES = words(AGENCIES, "|")
_OUTLET_WORD = re.compile(
    r"\b(?:news|times|post|press|herald|tribune|courier|journal|gazette|guardian|telegraph|mail|mirror|express|star|"
    r"chronicle|observer|independent|reuters|bloomberg|bbc|cnn|npr|afp|itv|politico|economist|globe|magazine|review|"
    r"wire|agency|network|media|radio|television|tv|online|examiner|dispatch|inquirer|sentinel|ledger|echo|argus|"
    r"advertiser|monitor|weekly|bulletin|daily|today|newspapers?|broadcasting|publishing|republic|register|standard|sun|"
    r"argus|banner|messenger|mercury|beacon|digest|world service)\b|\.(?:com|org|net|co\.uk|news|io)\b",
    re.IGNORECASE,
)
_FUNCTION_WORDS = words(FUNCTION_WORDS)
_COMMON_WORDS = words(COMMON_WORDS)
"""Words of section names and headings, which a line of names without "By" may not hold."""


_ROLE_ADJECTIVES = words(ROLE_ADJECTIVES)


@cache
def _given() -> frozenset[str]:
    """Given names that are common among those who write in English-language papers."""
    return words(GIVEN_NAMES)


def is_name(text: str) -> bool:
    """Whether the words have the shape of a person's name: two to six capitalised words, with particles between."""
    tokens = [token for token in text.replace(".", ". ").split() if token.casefold().strip(".") not in _TITLES]
    whole = [token for token in tokens if token not in _PARTICLES]
    if not 2 <= len(tokens) <= 6 or len(whole) < 2 or tokens[-1] not in whole:
        return False
    return all(_is_name_word(token) for token in whole) and not has_outlet_word(text) and not _ROLE.search(text)


def is_plainly_name(text: str) -> bool:
    """Whether the words are a name even where nothing around them says so."""
    return is_name(text) and not any(word.casefold() in _COMMON_WORDS for word in text.split())


def _is_name_word(token: str) -> bool:
    if token.casefold().strip(".") in _ENDINGS:
        return True
    return bool(_TOKEN.match(token)) and token[0].isupper() and token.casefold() not in _FUNCTION_WORDS


def begins_with_given_name(text: str) -> bool:
    """Whether the first word is a common given name, or an initial."""
    first = text.split(None, 1)[0] if text.split() else ""
    return first.casefold().split("-", 1)[0] in _given() or bool(re.match(r"[A-Z]\.", first))


def splits_before_role(words: str) -> bool:
    """Whether the words are a name in which no word already belongs to a role or an outlet behind it."""
    lowered = {word.casefold().strip(".") for word in words.split()}
    return is_name(words) and not lowered & (_COMMON_WORDS | _ROLE_ADJECTIVES | _AGENCIES)


def is_role(text: str) -> bool:
    """Whether the words name what somebody does at a paper ("Northern correspondent")."""
    return bool(_ROLE.search(text)) and len(text.split()) <= 10 and not text.endswith((".", "?", "!"))


def is_outlet(text: str) -> bool:
    """Whether the words name a paper, a station or an agency."""
    bare = text.strip().strip(".")
    if bare.casefold() in _AGENCIES:
        return True
    words = bare.split()
    if len(words) == 1 and re.search(r"\w\.(?:com|org|net|co\.uk|news|io)$", bare, re.IGNORECASE):
        return True
    return (
        "," not in bare
        and 1 < len(words) <= 6
        and has_outlet_word(bare)
        and all(w[0].isupper() or w in {"of", "the", "and", "&"} for w in words)
    )


def is_agency(text: str) -> bool:
    """Whether the words are a news or picture agency known by name."""
    return text.strip().strip(".").casefold() in _AGENCIES


def has_outlet_word(text: str) -> bool:
    """Whether a word is in it that newspapers and stations are called by."""
    return bool(_OUTLET_WORD.search(text))


def in_normal_case(name: str) -> str:
    """A name that was printed in capitals as it is written elsewhere; other names stay as they are."""
    if name != name.upper() or not any(map(str.isalpha, name)):
        return name
    words = name.split()
    return " ".join(_cased(word, first=not n) for n, word in enumerate(words))


def _cased(word: str, *, first: bool) -> str:
    small = word.lower()
    if small.strip(".,") in _KEEPS_CAPITALS or re.match(r"(?:\w\.)+,?$", word):
        return word
    if small in _PARTICLES and not first and len(small) > 1:
        return small
    parts = re.split(r"([-/])", small)
    return "".join(
        part if n and part in {"au", "de", "la", "le", "sur", "al", "el"} else _part(part)
        for n, part in enumerate(parts)
    )


def _part(part: str) -> str:
    """One part of a name: "McDonald", "O'Brien", "D’Arcy", "Xi'an"."""
    if part[:2] == "mc" and len(part) > 3:
        return "Mc" + part[2:].capitalize()
    head, mark, tail = part[:1], part[1:2], part[2:]
    if mark in {"'", "’"} and len(tail) > 1:
        return head.upper() + mark + tail.capitalize()
    return part.capitalize()
