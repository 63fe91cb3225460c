"""What a terminal makes of bytes: tokens after ECMA-48, and which of them our interface never writes.

All that is not on the list of what Reader and its toolkit write themselves came out of a text, and has no business
there. A canary in the texts tells theirs from ours even where both have one form.
"""

import base64
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from tests.faults.payloads import CANARY

_TOKEN = re.compile(
    r"(?P<osc>(?:\x1b\]|\x9d)[^\x07\x1b\x9c\x18\x1a]*(?:\x07|\x1b\\|\x9c|\x18|\x1a|(?=\x1b)|$))"
    r"|(?P<string>(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c\x18\x1a]*(?:\x1b\\|\x9c|\x18|\x1a|(?=\x1b)|$))"
    r"|(?P<csi>(?:\x1b\[|\x9b)[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e])"
    r"|(?P<broken>\x1b\[|\x9b)"
    r"|(?P<escape>\x1b[\x20-\x2f]*[\x30-\x7e]?)"
    r"|(?P<line>[\r\n])"
    r"|(?P<control>[\x00-\x1f\x7f-\x9f])"
    r"|(?P<byte>[\udc80-\udcff])"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f\udc80-\udcff]+)",
    re.DOTALL,
)

_OWN = re.compile(
    r"\x1b\[[0-9;:]*m"  # attributes
    r"|\x1b\[[0-9]*;?[0-9]*H|\x1b\[K"  # to a place; the rest of the line empty (progress of the command line)
    r"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]"  # modes
    r"|\x1b\[\?(?:2026|2048)\$p"  # which modes there are
    r"|\x1b\[>\d*u|\x1b\[<\d*u|\x1b\[=\d+(?:;\d+)?u|\x1b\[\?u"  # keys told apart
    r"|\x1b\[c|\x1b\[>\d*[cq]|\x1b\[\?1;2\$y"  # which terminal this is
    r"|\x1b\]22;[a-z-]*(?:\x07|\x1b\\)"  # the shape of the pointer
    r"|\x1b\]52;c;[A-Za-z0-9+/=]*\x07"  # what the person copied; see `copied`
)
_MARK = re.compile(r"\x1b\]7999;[a-z0-9_ -]*\x1b\\")
"""What the programs beside this file say of themselves between their screens."""

_COPIED = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")

_BY_TEXTS_ALONE = "38;5;201"
"""An attribute that only our texts ask for."""

VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Signs that are drawn round or over digits; Unicode counts them among the formats, but they are seen."""

_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Default_Ignorable_Code_Point of the Unicode Character Database, but for joiners and the selectors of emoji."""

_JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")


@dataclass(frozen=True, slots=True)
class Escape:
    """A piece of a text that reached the terminal as something else than text: its kind, and itself."""

    kind: str
    token: str


def tokens(data: bytes) -> Iterator[tuple[str, str]]:
    """The kind and the text of each token; bytes that are no UTF-8 are of kind "byte"."""
    for found in _TOKEN.finditer(data.decode("utf-8", "surrogateescape")):
        yield str(found.lastgroup), found.group()


def escaped(data: bytes) -> list[Escape]:
    """Everything in the bytes that neither the interface wrote nor is text to be read."""
    found: list[Escape] = []
    drawn: list[str] = []
    for kind, token in tokens(data):
        if kind == "text":
            drawn.append(token)
            found.extend(Escape("character", ascii(sign)) for sign in token if is_forbidden(sign))
        elif kind == "line":
            drawn.append(token)
        elif not is_own(token):
            found.append(Escape(kind, ascii(token)[:80]))
    found.extend(Escape("joiner", ascii(piece)) for piece in _loose_joiners("".join(drawn)))
    found.extend(Escape("copied", ascii(sign)) for text in copied(data) for sign in text if is_forbidden(sign))
    return found


def is_own(token: str) -> bool:
    """Whether the interface writes such a sequence, and no text of ours asked for it."""
    if _MARK.fullmatch(token):
        return True
    return bool(_OWN.fullmatch(token)) and CANARY not in token and _BY_TEXTS_ALONE not in token


def is_forbidden(sign: str) -> bool:
    """Whether a character may reach no terminal, wherever it stands."""
    if sign in VISIBLE_FORMATS or sign in _JOINERS or sign == "\n":
        return False
    is_none = (ord(sign) & 0xFFFE) == 0xFFFE or "\ufdd0" <= sign <= "\ufdef"
    return is_none or bool(_IGNORABLE.match(sign)) or unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def copied(data: bytes) -> list[str]:
    """What was handed to the terminal's clipboard."""
    found = _COPIED.findall(data.decode("utf-8", "surrogateescape"))
    return [base64.b64decode(one + "==").decode("utf-8", "surrogateescape") for one in found]


def _loose_joiners(text: str) -> list[str]:
    """Joiners and selectors behind a plain letter, a space or nothing.

    What follows a joiner is not looked at: where a dialog lies over a line, the toolkit cuts through what is joined.
    """
    return re.findall(r"(?:^|[\x00-\u02ff])[\u200c\u200d]|[A-Za-z ][\ufe0e\ufe0f]", text)
