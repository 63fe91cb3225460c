"""The one cleaning function between stored text and anything that is drawn, printed, titled, logged or copied.

What the text says stays readable; what would act on a terminal, or hide, does not get through. Kinds of characters
follow the Unicode Character Database (general categories and Default_Ignorable_Code_Point); that escapes, C1 controls,
bidi overrides and tag characters reach a terminal from every common toolkit was measured before this was written.
"""

import functools
import re
import unicodedata

REPLACEMENT = "\ufffd"
MOST_MARKS = 8
"""How many combining marks one letter may carry; no living orthography needs as many."""

TAB = "    "
"""A tab is always this wide, so that cleaning piece by piece gives the same as cleaning the whole."""

_PLAIN = re.compile(
    "[\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20bf\u2100-\u2426]*"
)
"""Text of nothing but characters that need no second look; few of them, for a pattern's time to compile."""

_BROKEN = (
    "[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""Lone surrogates and noncharacters. Like the patterns below it is compiled by `re` when it is first needed."""

_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_LOOSE_SELECTOR = f"(?<![{_EMOJI}#*0-9])[\ufe0e\ufe0f]|(?<=[#*0-9])[\ufe0e\ufe0f](?!\u20e3)"
_JOINER = "[\u200c\u200d]"
_JOINED_EMOJI = f"[{_EMOJI}\ufe0e\ufe0f]\u200d[{_EMOJI}]"
_JOINING_SCRIPT = (
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1b00-\u1bff\ua840-\ua87f\ua8e0-\ua8ff\ua980-\ua9df"
    "\uaa60-\uaa7f\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00011000-\U00011fff\U0001e900-\U0001e95f]"
)
"""Scripts whose letters change their shape by joiners: Arabic and its kin, the Indic family, Mongolian."""

_HIDDEN = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x115F, 0x1160),  # Hangul fillers
    (0x17B4, 0x17B5),  # Khmer vowels that are never seen
    (0x180B, 0x180F),  # Mongolian selectors and separator
    (0x200B, 0x200B),  # zero width space
    (0x200E, 0x200F),  # direction marks
    (0x202A, 0x202E),  # direction embeddings and overrides
    (0x2060, 0x206F),  # word joiner, invisible operators, isolates, deprecated controls
    (0x3164, 0x3164),  # Hangul filler
    (0xFE00, 0xFE0D),  # variation selectors that no emoji uses
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFA0, 0xFFA0),  # half-width Hangul filler
    (0xFFF0, 0xFFFB),  # unassigned format characters, interlinear annotation
    (0x13430, 0x1343F),  # hieroglyph joiners
    (0x1BCA0, 0x1BCA3),  # shorthand format
    (0x1D173, 0x1D17A),  # musical format
    (0xE0000, 0xE0FFF),  # tags, selectors, and what is kept free for more of them
)


def clean(text: str, *, multiline: bool = True) -> str:
    """`text` as it may be shown on any screen; storage keeps what was there.

    Controls become visible pictures (U+241B for escape; U+FFFD for C1, which has none), tabs four spaces, every kind of
    line end a line feed (a space when not `multiline`), lone surrogates and noncharacters U+FFFD. Direction controls,
    tags and invisible characters go, but for joiners and selectors inside emoji and joiners between letters of scripts
    that need them. Cleaning what is clean changes nothing.
    """
    if not _PLAIN.fullmatch(text):
        text = _careful(text)
    return text if multiline else text.replace("\n", " ")


def _careful(text: str) -> str:
    text = re.sub(_BROKEN, REPLACEMENT, text.replace("\r\n", "\n")).translate(_table())
    text = re.sub(_LOOSE_SELECTOR, "", text)
    return _with_few_marks(re.sub(_JOINER, _kept_joiner, text))


@functools.cache
def _table() -> dict[int, str | None]:
    pictures: dict[int, str | None] = {code: chr(0x2400 + code) for code in range(0x20)}
    c1: dict[int, str | None] = dict.fromkeys(range(0x80, 0xA0), REPLACEMENT)
    hidden: dict[int, str | None] = {code: None for first, last in _HIDDEN for code in range(first, last + 1)}
    ends: dict[int, str | None] = dict.fromkeys((0x0A, 0x0D, 0x85, 0x2028, 0x2029), "\n")
    return pictures | c1 | hidden | ends | {0x09: TAB, 0x7F: "\u2421"}


def _kept_joiner(found: re.Match[str]) -> str:
    around = found.string[max(0, found.start() - 1) : found.end() + 1]
    if len(around) < len("xJx"):
        return ""
    if re.fullmatch(_JOINED_EMOJI, around) or (_shapes(around[0]) and _shapes(around[-1])):
        return found.group()
    return ""


def _shapes(character: str) -> bool:
    return bool(re.match(_JOINING_SCRIPT, character)) and unicodedata.category(character)[0] in "LM"


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
