"""The one cleaning function between stored text and anything that is drawn, printed, titled, logged or copied.

What the text says stays readable; what would act on a terminal, or hide, does not get through. Kinds of characters
follow the Unicode Character Database (general categories and Default_Ignorable_Code_Point); that escapes, C1 controls,
bidi overrides and tag characters reach a terminal from every common toolkit was measured before this was written.
"""

import functools
import re
import unicodedata
from collections import Counter

REPLACEMENT = "\ufffd"
CIRCLE = "\u25cc"
"""What carries a combining mark that has no letter of its own, as in books about writing."""

MOST_MARKS = 8
"""How many combining marks one letter may carry; no living orthography needs as many."""

MOST_JOINED = 3
"""How many joiners one emoji may have; a family of four has three, and no standard sequence has more."""

TAB = "    "
"""A tab is always this wide, so that cleaning piece by piece gives the same as cleaning the whole."""

_PLAIN = (
    "[\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u0482\u048a-\u052f\u05d0-\u05ea\u1e00-\u1eff\u2010-\u2027"
    "\u2030-\u205e\u20a0-\u20bf\u2100-\u2426\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f]*"
)
"""Text that needs no second look: nothing but letters of Europe, Hebrew, Chinese, Japanese and Korean, and signs."""

_HINTS = (
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x17B4, 0x17B5),  # Khmer vowels that are never seen
    (0x180B, 0x180F),  # Mongolian selectors and separator
    (0x200E, 0x200F),  # direction marks
    (0xFE00, 0xFE0D),  # variation selectors that no emoji uses
    (0x13430, 0x1343F),  # hieroglyph joiners
    (0xE0100, 0xE01EF),  # variation selectors of ideographs
)
"""What only chooses a shape, or nudges a direction, that this screen leaves to the terminal: nothing shows for it."""

_HIDDEN = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x115F, 0x1160),  # Hangul fillers
    (0x200B, 0x200B),  # zero width space
    (0x202A, 0x202E),  # direction embeddings and overrides
    (0x2060, 0x206F),  # word joiner, invisible operators, isolates, deprecated controls
    (0x3164, 0x3164),  # Hangul filler
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFA0, 0xFFA0),  # half-width Hangul filler
    (0xFFF0, 0xFFFB),  # unassigned format characters, interlinear annotation
    (0x1BCA0, 0x1BCA3),  # shorthand format
    (0x1D173, 0x1D17A),  # musical format
    (0xE0000, 0xE00FF),  # tags, and what is kept free for more of them
    (0xE01F0, 0xE0FFF),  # likewise
)
"""What hides in a text, or turns it round: a picture shows where it stands."""

_NOT_TEXT = (
    (0x00, 0x09),
    (0x0B, 0x1F),
    (0x7F, 0x9F),
    (0x2028, 0x2029),
    (0xD800, 0xF8FF),  # surrogates; private use, where each font draws what it likes, and some terminals pictures
    (0xFDD0, 0xFDEF),
    *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0, 0xE0000, 0x10000)),
    (0xEFFFE, 0x10FFFF),
)
"""Controls, line ends of other kinds, private use and noncharacters."""

_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_PEOPLE = (
    "\u261d\u26f9\u270a-\u270d\U0001f385\U0001f3c2-\U0001f3c4\U0001f3c7\U0001f3ca-\U0001f3cc\U0001f442\U0001f443"
    "\U0001f446-\U0001f450\U0001f466-\U0001f478\U0001f47c\U0001f481-\U0001f483\U0001f485-\U0001f487\U0001f48f\U0001f491"
    "\U0001f4aa\U0001f574\U0001f575\U0001f57a\U0001f590\U0001f595\U0001f596\U0001f645-\U0001f647\U0001f64b-\U0001f64f"
    "\U0001f6a3\U0001f6b4-\U0001f6b6\U0001f6c0\U0001f6cc\U0001f90c\U0001f90f\U0001f918-\U0001f91f\U0001f926"
    "\U0001f930-\U0001f939\U0001f93c-\U0001f93e\U0001f977\U0001f9b5\U0001f9b6\U0001f9b8\U0001f9b9\U0001f9bb"
    "\U0001f9cd-\U0001f9cf\U0001f9d1-\U0001f9dd\U0001fac3-\U0001fac5\U0001faf0-\U0001faf8"
)
"""Emoji with skin; source: Emoji_Modifier_Base of Unicode Technical Standard 51."""

_TONE = "[\U0001f3fb-\U0001f3ff]"
_LOOSE_TONE = f"(?<![{_PEOPLE}])(?<![{_PEOPLE}]\ufe0f){_TONE}"
"""A skin tone on its own: what counts cells gives it none, and a terminal two."""

_FLAG_TAGS = "(?<=\U0001f3f4)[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"
"""The hidden name of a region behind a black flag: only the flag shows."""

_LOOSE_SELECTOR = f"(?<![{_EMOJI}#*0-9])[\ufe0e\ufe0f]|(?<=[#*0-9])[\ufe0e\ufe0f](?!\u20e3)"
_JOINER = "[\u200c\u200d]"
_JOINED_EMOJI = f"[{_EMOJI}\ufe0e\ufe0f]\u200d[{_EMOJI}]"
_LONG_CHAIN = f"(?:[{_EMOJI}]\ufe0f?{_TONE}?\u200d){{{MOST_JOINED + 1},}}"
_JOINING_SCRIPT = (
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1b00-\u1bff\ua840-\ua87f\ua8e0-\ua8ff\ua980-\ua9df"
    "\uaa60-\uaa7f\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00011000-\U00011fff\U0001e900-\U0001e95f]"
)
"""Scripts whose letters change their shape by joiners: Arabic and its kin, the Indic family, Mongolian."""

_NO_LETTER = "[^\\w\\x00-\u02ff\u2000-\u200b\u200e-\u20cf\u2100-\u2bff\u3000-\u3029\ufffd]"
"""Whatever may be a combining mark, and some that is none: a quick way to see that a text has no tower of them."""

_PERHAPS_TOWER = f"{_NO_LETTER}{{{MOST_MARKS + 1}}}"
_FIRST = f"(?m:^){_NO_LETTER}|(?m:^)[\u1160-\u11ff\ud7b0-\ud7fb]"


def clean(text: str, *, multiline: bool = True) -> str:
    """`text` as it may be shown on any screen; storage keeps what was there.

    Controls become visible pictures (U+241B for escape; U+FFFD for C1, which has none), tabs four spaces, every kind of
    line end a line feed (a space when not `multiline`). U+FFFD shows for what hides or turns the text round (direction
    overrides, tags, fillers, zero width spaces, unassigned formats) and for what is no character: lone surrogates,
    private use, noncharacters. Hints of shape and direction show nothing, but for joiners and selectors inside emoji
    and joiners between letters of scripts that need them, which stay. Cleaning what is clean changes nothing.
    """
    if not _is_plain(text):
        text = _careful(text)
    return text if multiline else text.replace("\n", " ")


def tidied(text: str, *, multiline: bool = True) -> str:
    """`text` as it may be typed, pasted or copied: clean, and what cannot be seen gone without a picture."""
    if not _is_plain(text):
        text = _careful(_unseen().sub("", text))
    return text if multiline else text.replace("\n", " ")


def unseen(text: str) -> Counter[str]:
    """How often each character stands in `text` that hides in it, by its name: "zero width space"."""
    if _is_plain(text):
        return Counter()
    found = Counter(_unseen().findall(text))
    return Counter({_name(character): times for character, times in found.items()})


def _name(character: str) -> str:
    return unicodedata.name(character, "").lower() or f"U+{ord(character):04X}"


def _is_plain(text: str) -> bool:
    return (text.isascii() and text.isprintable()) or _plain().fullmatch(text) is not None


@functools.cache
def _plain() -> re.Pattern[str]:
    return re.compile(_PLAIN)


def _careful(text: str) -> str:
    if "\U0001f3f4" in text:
        text = re.sub(_FLAG_TAGS, "", text)
    text = _odd().sub(_drawn, text.replace("\r\n", "\n"))
    if re.search("[\ufe0e\ufe0f\u200c\u200d\U0001f3fb-\U0001f3ff]", text):
        text = re.sub(_LOOSE_SELECTOR, "", re.sub(_LOOSE_TONE, REPLACEMENT, text))
        text = re.sub(_LONG_CHAIN, _shorter_chains, re.sub(_JOINER, _kept_joiner, text))
    if re.search(_PERHAPS_TOWER, text):
        text = _with_few_marks(text)
    return re.sub(_FIRST, _carried, text)


@functools.cache
def _odd() -> re.Pattern[str]:
    return _any_of((*_NOT_TEXT, *_HIDDEN, *_HINTS))


@functools.cache
def _unseen() -> re.Pattern[str]:
    return _any_of((*_HIDDEN, *_HINTS))


def _any_of(ranges: tuple[tuple[int, int], ...]) -> re.Pattern[str]:
    return re.compile("[" + "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges) + "]")


def _drawn(found: re.Match[str]) -> str:
    return _pictures().get(found.group(), REPLACEMENT)


@functools.cache
def _pictures() -> dict[str, str]:
    """What shows for each odd character, but for those that U+FFFD shows for."""
    controls = {chr(code): chr(0x2400 + code) for code in range(0x20)}
    hints = {chr(code): "" for first, last in _HINTS for code in range(first, last + 1)}
    ends = dict.fromkeys("\r\x85\u2028\u2029", "\n")
    return controls | hints | ends | {"\t": TAB, "\x7f": "\u2421"}


def _kept_joiner(found: re.Match[str]) -> str:
    around = found.string[max(0, found.start() - 1) : found.end() + 1]
    if len(around) < len("xJx"):
        return ""
    if re.fullmatch(_JOINED_EMOJI, around) or (_shapes(around[0]) and _shapes(around[-1])):
        return found.group()
    return ""


def _shapes(character: str) -> bool:
    return bool(re.match(_JOINING_SCRIPT, character)) and unicodedata.category(character)[0] in "LM"


def _shorter_chains(found: re.Match[str]) -> str:
    """A chain of joined emoji in pieces of no more than any standard sequence has, each of which takes cells."""
    links = found.group().split("\u200d")[:-1]
    return "".join(link + ("" if (at + 1) % (MOST_JOINED + 1) == 0 else "\u200d") for at, link in enumerate(links))


def _with_few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        if character >= "\u0300":
            if unicodedata.category(character) in {"Mn", "Me"}:
                marks += 1
            elif character not in "\u200c\u200d":
                marks = 0
        else:
            marks = 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _carried(found: re.Match[str]) -> str:
    """What begins a line, on a circle if it would lay itself over whatever stands before the text."""
    first = found.group()
    return first if unicodedata.category(first)[0] != "M" and not first.isalpha() else CIRCLE + first
