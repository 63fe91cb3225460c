"""How names are shortened: to surnames, to acronyms, to their first words, and turned round."""

import re
from collections.abc import Sequence

from reader.recognition.lexicon import is_common
from reader.recognition.lexicon import words as listed
from reader.recognition.words import without_article
from reader.text.wordlist import wordlist

_FORMS = wordlist("Inc Inc. Ltd Ltd. Limited plc PLC LLC Corp Corp. Corporation Co Co. Company AG SA NV SE AB ASA")
_SMALL = wordlist("of the and for on in to a & de la del des du et")
_SUFFIXES = wordlist(
    "Jr Jr. Sr Sr. II III IV KC QC SC SAN MP MEP MD PhD Ph.D Ph.D. DPhil Esq Esq. OBE CBE MBE KBE DBE FRS CPA RN DDS"
)
"""What stands behind a person's name and is no surname."""
_CLUBS = wordlist(
    "City United Villa Rovers Wanderers Athletic County Town Rangers Albion Hotspur Forest Palace Wednesday Argyle "
    "Orient Alexandra Thistle Hearts Celtic Dynamo Spartak"
)
"""Last words of clubs that stand for the whole."""
_LONGEST_ACRONYM = 8
_OFFICES = ("ministry", "department")


def is_part(short: str, full: str) -> bool:
    """Whether a person whose name is `full` can be called `short`."""
    few, many = _spelt(short), _spelt(full)
    if not few or len(few) > len(many):
        return False
    if len(few) == 1:
        return without_article(many[-1]) == without_article(few[0]) or (len(many) > 1 and many[0] == few[0])
    ends_alike = many[0] == few[0] and many[-1] == few[-1]
    return ends_alike or few in (many[-len(few) :], many[: len(few)])


def part_keys(name: str) -> set[str]:
    """What two names of one person share at least one of: the first word, the last without its article."""
    spelt = _spelt(name)
    return {spelt[0], without_article(spelt[-1])} if spelt else set()


def _spelt(name: str) -> list[str]:
    """The words of a person's name without "Jr" and the like."""
    return [word for word in name.split(" ") if word not in _SUFFIXES]


def asked_names(name: str) -> set[str]:
    """The names under which an organisation of this name may have been met before, beside the name itself."""
    if is_acronym(name):
        return {_letters(_bare(name))}
    return first_words(name) | {_turned(name)} - {""}


def told_names(name: str) -> set[str]:
    """The names under which an organisation of this name may be met later, in full or as an acronym.

    That is its acronym, and one form for "Ministry of Finance" and "finance ministry". Acronyms are kept apart from
    names: two bodies may share one.
    """
    return {_turned(name)} - {""} | {_letters(some) for some in _acronyms(name)}


def short_names(name: str) -> set[str]:
    """What an organisation of this name may be called for short: without legal form and common last words.

    "Acme" for "Acme Steel Ltd", "City" for "Manchester City". Two bodies that may be called alike are two.
    """
    first, _, last = name.partition(" ")
    return first_words(name) | ({last} if first and last in _CLUBS else set())


def _letters(acronym: str) -> str:
    """An acronym in a form that no name has."""
    return f"({acronym.upper()})"


def first_words(name: str) -> set[str]:
    """The beginnings of a name behind which only legal forms and heads stand, general ones left out."""
    spelt = name.replace(",", "").split(" ")
    found: set[str] = set()
    while len(spelt) > 1 and _is_head(spelt[-1]):
        spelt = spelt[:-1]
        if not all(_is_head(word) or is_common(word) for word in spelt):
            found.add(" ".join(spelt))
    if len(spelt) < len(name.split(" ")):
        found.update(first_alone(spelt))
    return found


def first_alone(spelt: Sequence[str]) -> set[str]:
    """The first of two words of an organisation's name, if it is a word of its own ("Vostra" of "Vostra Air")."""
    first = spelt[0]
    own = len(spelt) == 2 and first.isalpha() and not is_common(first) and first not in listed("first_names")
    return {first} if own and is_common(spelt[1]) else set()


def _is_head(word: str) -> bool:
    """Whether a word at the end of a name does not tell one organisation from another."""
    return word in _FORMS or word in listed("org_heads")


def is_acronym(name: str) -> bool:
    """Whether a name may be made of the first letters of another."""
    bare = _bare(name)
    return 1 < len(bare) < _LONGEST_ACRONYM and bare[0].isupper() and sum(map(str.isupper, bare)) * 2 >= len(bare)


def abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of `acronym` begin the words of `name`, small words counted or not."""
    return _bare(acronym).upper() in _acronyms(name)


def _bare(acronym: str) -> str:
    """The letters of an acronym alone ("PG&E", "U.S.")."""
    return acronym.replace(".", "").replace("&", "")


def _acronyms(name: str) -> set[str]:
    """The acronyms in capitals that a name of several words may have."""
    spelt = [word for word in re.split(r"[\s\-–’'/,()]+", name) if word]
    main = [word for word in spelt if word.lower() not in _SMALL]
    found = {"".join(word[0].upper() for word in some) for some in (spelt, main)}
    if len(main) > 2 and main[-1] in _FORMS:
        found.add("".join(word[0].upper() for word in main[:-1]))
    return {letters for letters in found if len(letters) > 1}


def _turned(name: str) -> str:
    """One form for "Ministry of Finance" and "finance ministry", or nothing for other names."""
    main = [word.lower() for word in name.replace(",", " ").split() if word.lower() not in _SMALL]
    for office in _OFFICES:
        if office in main and len(main) > 1:
            return " ".join([office, *sorted(word.rstrip("s") for word in main if word != office)])
    return ""
