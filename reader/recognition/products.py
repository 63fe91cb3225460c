"""Weapons and vehicles: designations such as "Su-35" and "Leopard 2", and the plain nouns of our weapons list."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition.found import Found
from reader.recognition.lexicon import words as listed
from reader.text.wordlist import listed as in_order
from reader.text.wordlist import wordlist

_MILITARY = wordlist(
    "military troops army soldiers war invasion forces fighters rebels militants militia militias missile missiles "
    "warplanes airstrike airstrikes shelling shelled artillery warhead warheads navy naval brigade battalion offensive "
    "ammunition munitions warship warships combat battlefield frontline defence weapons"
)
_CRAFT = "|".join(
    in_order(
        "helicopter aircraft airliner turboprop plane warplane jet fighter bomber tanker tank howitzer gun rifle "
        "missile rocket launcher drone submarine frigate trainer glider locomotive satellite spacecraft"
    )
)
_MANY = 2
"""How many words of war a text needs before its tanks and shells are those of an army."""


@cache
def _designation() -> re.Pattern[str]:
    """A letter code or a type name with its number ("Su-35", "F-16", "Leopard 2"), and nothing that only looks so."""
    codes, types = _either("weapon_codes"), _either("weapon_types")
    return re.compile(
        rf"""(?<![\w-])(?:
          (?:{codes})[-‐‑]?\d{{1,4}}[A-Z]{{0,3}}\d?(?:[-/][A-Z0-9]{{1,3}})?
        | [ABCFJPSTVY][-‐‑]\d{{2,3}}[A-Z]{{0,2}}\d?
        | (?:{types})[-‐‑\ ](?:\d{{1,4}}[A-Za-z]{{0,3}}\d?|[IVX]{{1,4}}\b)(?:\ (?:Max|MAX|Dreamliner|neo))?
        )s?(?![\w-])(?!\s?(?:per\ cent|%))""",
        re.VERBOSE,
    )


@cache
def _typed() -> re.Pattern[str]:
    """A code of letters and digits before the noun that says what it is ("an XZ90 helicopter"), flights left out."""
    return re.compile(
        rf"(?<![\w-])(?<!light )(?P<code>[A-Z]{{1,4}}[-‐‑]?\d{{1,4}}[A-Z]{{0,3}})s?(?= (?:[a-z-]+ )?(?:{_CRAFT})s?\b)"
    )


def _either(name: str) -> str:
    """A pattern of the entries of a list, the longest first, for use where white space counts for nothing."""
    ordered = sorted(listed(name), key=lambda entry: (-len(entry), entry))
    return "|".join(re.escape(entry) for entry in ordered)


@cache
def _nouns() -> re.Pattern[str]:
    """The nouns of the weapons list with the adjectives that belong to them."""
    adjectives, nouns = _either("weapon_adjectives"), _either("weapon_nouns")
    return re.compile(rf"(?<![\w-])(?:(?:{adjectives})[ -])*(?P<noun>(?:{nouns})(?:e?s)?)(?![\w-])")


def designated(text: str) -> Iterator[Found]:
    """The weapons and vehicles named by a designation."""
    for match in _designation().finditer(text):
        name = match.group().removesuffix("s")
        if any(mark.isdigit() for mark in name) or name[-1] in "IVX":
            yield _craft(match, name)
    codes = {match["code"] for match in _typed().finditer(text)}
    if codes:
        for match in re.finditer(rf"(?<![\w-])({'|'.join(map(re.escape, sorted(codes)))})s?(?![\w-])", text):
            yield _craft(match, match[1])


def _craft(match: re.Match[str], name: str) -> Found:
    """One place that names a weapon or a vehicle by its designation, in the singular or the plural."""
    return Found(Span(*match.span()), name, EntityKind.PRODUCT, re.sub(r"[-‐‑ ]", "-", name))


def weapons(text: str, words: Iterable[str]) -> Iterator[Found]:
    """The weapons named by a plain noun, but not the noun behind a designation ("Su-35 fighter jets").

    Words that also mean other things count only in a text about war.
    """
    at_war = sum(word in _MILITARY for word in set(words)) >= _MANY
    for match in _nouns().finditer(text):
        noun = _singular(match["noun"])
        named = text[max(0, match.start() - 2) : match.start()]
        if named[-1:] == " " and named[:1].isdigit():
            continue
        if at_war or (noun not in listed("weapon_doubtful")):
            yield Found(Span(*match.span()), match.group(), EntityKind.PRODUCT, noun)


def _singular(noun: str) -> str:
    """The form under which "drone" and "drones" are one thing."""
    for ending in ("es", "s"):
        if noun.endswith(ending) and any(noun[: -len(ending)].endswith(known) for known in listed("weapon_nouns")):
            return noun[: -len(ending)]
    return noun
