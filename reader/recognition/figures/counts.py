"""Which bare numbers count something, and which are names, ages, scores or mere parts of speech."""

import re

from reader.recognition.figures import ages, things, traps
from reader.recognition.figures.amounts import Amount, is_time
from reader.recognition.figures.bounds import Frame
from reader.recognition.figures.units import TIMES
from reader.text.numbers import Form
from reader.text.wordlist import wordlist

_CASUALTIES = wordlist(
    "kill kills killed killing wound wounds wounded wounding injure injures injured injuring hurt hurts hurting "
    "arrested arrests detained kidnapped rescued leaving left"
)
_STRICKEN = wordlist("killed dead injured wounded missing arrested hurt hospitalised hospitalized detained rescued")
_WERE = wordlist("were are have had died remain remained")
_OF_TIME = re.compile(r"\s+of\s+(?:times|days|weeks|months|years|hours|minutes|seconds|decades|centuries)\b")
_POINTED = wordlist("the these those all both other")
_NOUNS = wordlist(
    "member page seat person man woman strong part point storey story bedroom nation country judge justice "
    "vehicle ship unit car vote match run goal stroke child engine room volume item hole team lane acre"
)
"""What small numbers make compounds with that count: a four-engine plane, but not a four-star general."""

_NO_NOUNS = wordlist("year something somethings fold way gauge calibre caliber magnitude under par over digit figure")
_ONE_THINGS = wordlist("person soldier civilian policeman officer seat vote goal passenger firefighter worker")
_OF_GROUP = re.compile(
    r"\b(?:crew|family|group|gang|team|panel|jury|squad|party|pack|staff|household|committee|board|band|convoy|fleet"
    r"|convoys|teams|groups|families|crews|gangs|cast|brood|litter|flock|herd)\sof\s\Z"
)
"""What is made up of a small number of people or things: a crew of six."""

_BELOW = re.compile(r"\sbelow(?:\s(?:zero|freezing|in)\b|[.,])")
"""What follows a temperature that has no unit: 40 below."""

_HOURS = wordlist("at by until before after")


def is_count(text: str, amount: Amount, around: Frame, of: str) -> bool:
    """Whether a number without a unit counts something; `of` is the plural that follows it, if one does."""
    numeral, start, end = amount.numeral, amount.start, amount.end
    if is_time(text, end) or _OF_TIME.match(text, end) or of.rpartition(" ")[2].lower() in TIMES - {"quarters"}:
        return False
    if _BELOW.match(text, end):
        return False
    if numeral.form is Form.VAGUE:
        return _is_vague_count(text, amount)
    least = amount.low if amount.value is None else amount.value
    if least is not None and ages.is_age(text, start, end, least):
        return False
    if amount.value is None:
        return True
    if numeral.form is Form.WORDS:
        return not traps.is_name(text, start, end) and _is_count_in_words(text, amount, around, of)
    if traps.is_designator(text, start, end) or traps.is_score(text, start, end):
        return False
    return _is_count_in_digits(text, amount, around, of)


def _is_vague_count(text: str, amount: Amount) -> bool:
    """Whether a vague number counts; "scores" and "tens" do so only before "of"."""
    written = amount.numeral.span.of(text).lower()
    return written not in {"scores", "tens"} or text.startswith(" of ", amount.end)


def _is_count_in_digits(text: str, amount: Amount, around: Frame, of: str) -> bool:
    """From ten on any whole number, others only with what they count; below ten as in words."""
    printed, noun = text[amount.start : amount.end], things.compound(text, amount.end)
    if printed.startswith("0") and printed[1:2].isdecimal():
        return False
    if printed.isdecimal() and len(printed) == 1:
        return _is_small_count(text, amount, around, of)
    if of and not noun:
        return True
    whole = amount.scale > 1 or "." not in printed
    return whole and noun not in _NO_NOUNS and not _is_loose(text, amount, around)


def _is_loose(text: str, amount: Amount, around: Frame) -> bool:
    """Whether a number with nothing to count is more likely something else: "8K", "at 11", "50 Cent"."""
    if around.approximate:
        return False
    hour = around.last in _HOURS and amount.value is not None and amount.value <= 12
    return hour or text[amount.end - 1] in "kKMB" or text.startswith(" Cent", amount.end)


def _is_small_count(text: str, amount: Amount, around: Frame, of: str) -> bool:
    """Numbers under ten count when a plural follows, or words around them say so."""
    if noun := things.compound(text, amount.end):
        return noun in _NOUNS
    if of:
        return amount.value != 1
    if _OF_GROUP.search(text, max(0, amount.start - 24), amount.start):
        return True
    words = text[amount.end : amount.end + 14].split()
    if words[:2] in (["more", "than"], ["fewer", "than"]):
        return True
    if words and words[0].strip(".,;") in _WERE | _STRICKEN:
        return around.last not in _POINTED
    return around.last in _CASUALTIES or around.approximate


def _is_count_in_words(text: str, amount: Amount, around: Frame, of: str) -> bool:
    """Two and more as small numbers do, larger ones always; "one" only as "at least one person"."""
    if amount.value is None or amount.value == 0:
        return False
    if amount.value == 1:
        words = text[amount.end : amount.end + 20].split()
        return bool(words) and words[0].strip(".,") in _ONE_THINGS and around.bound is not None
    noun = things.compound(text, amount.end)
    if noun and noun not in {"odd", "plus"}:
        return noun in _NOUNS or amount.scale > 1
    if of or amount.scale > 1 or amount.value > 10:
        return True
    return _is_small_count(text, amount, around, of)
