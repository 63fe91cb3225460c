"""Captions and the credits of pictures: what marks them, and where the one ends and the other begins."""

import re
from dataclasses import dataclass

from reader.ingest.names import is_agency, is_outlet
from reader.ingest.vocabulary import CREDIT_WORDS, words

_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|EPA-EFE|PA|PA Media|PA Wire|Getty(?: Images)?|Shutterstock|Alamy|Bloomberg|Rex|REX|"
    r"Zuma|ZUMA Press|Sipa(?: USA)?|Xinhua|TASS|Anadolu(?: Agency)?|NurPhoto|Corbis|Magnum(?: Photos)?|"
    r"iStock(?:photo)?|Unsplash|dpa|EFE|ANSA|"
    r"UPI|AAP|WireImage|FilmMagic|LightRocket|picture alliance|Planet Labs|Maxar)"
)
_NAME = r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]*)"
_WHO = rf"{_NAME}(?:[ ,&]+(?:and |for |of |the |de |van |von |al-|via |from )*{_NAME}){{0,7}}"
_MARK = (
    r"(?:PHOTO(?:GRAPH|S|GRAPHS|GRAPHER)?|PICTURES?|IMAGES?|ILLUSTRATIONS?|GRAPHICS?|CREDITS?|COMPOSITE|ARTWORK|VIDEO|"
    r"Photo(?:graph|s|graphs|grapher|graphy)?|Pictures?|Images?|Illustrations?|Graphics?|Credits?|Composite|Artwork|Video|Pic)"
)
_WHICH = r"(?:[Mm]ain|[Tt]op|[Ll]ead|[Hh]eader|[Cc]over|[Ff]eatured|[Hh]ero) "
_KIND_OF_MARK = r" (?:[Cc]redits?|CREDITS?|[Cc]ourtesy(?: of)?|[Ii]llustrations?)"
_SMALL_MARK = r"(?:image|photo(?:graph)?|picture|illustration)(?= ?(?:credits?)? ?:)"
_MARKED = re.compile(
    rf"[(\[]?(?:(?<![\w-])(?:{_WHICH})?(?:{_MARK}|{_SMALL_MARK})|(?<=[a-z\d.])(?:Image|Photo|Picture|Credit)(?=:))(?:{_KIND_OF_MARK})?"
    r"(?:\s*:\s*|\s*©\s*|\s+(?:by|BY|courtesy of|Courtesy of)\s+|\s*\.{3}\s*)"
    r"(?P<who>[^()\n]{2,120}(?:\([^()\n]{1,60}\))?)[)\]]?\s*$"
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\(C\)|Ⓒ)\s?(?P<who>[^©\n]{1,110})$")
_BRACKETED = re.compile(
    rf"[(\[](?P<who>(?:[^()\[\]\n]*\b(?:{_AGENCY}|Photo|Photos|Image|Images|Courtesy|courtesy|via|Handout|handout|Illustration|Screengrab)\b"
    rf"[^()\[\]\n]*|{_WHO} ?/ ?{_WHO}|[Ss]ource: ?{_WHO}|{_WHO}: {_WHO}))\s?[)\]]\.?\s*$"
)
_SLASHED = re.compile(rf"(?P<who>{_WHO}\s?/\s?(?:{_WHO})(?:\s?/\s?{_WHO}){{0,3}})\.?\s*$")
_VIA = re.compile(
    rf"(?P<who>{_WHO}(?: via| for) (?:the )?{_AGENCY}|{_WHO}/{_AGENCY}|{_AGENCY}(?:/{_WHO})*|"
    rf"[Cc]ourtesy(?: of)?:? {_WHO})\.?\s*$"
)
_BARE = re.compile(
    r"(?<=[^.!?,:;] )(?P<who>AP|AFP|EPA|AP Photo|Getty Images|AFP via Getty Images|REUTERS|ZUMA Press|Shutterstock)$"
)
_STARTS_CAPTION = re.compile(
    r"(?:FILE(?: PHOTO| IMAGE| PICTURE)?\b(?: ?[:–—-]|,)|File (?:photo|image|picture)(?: of)?\b|"
    r"Pictured(?: above| below)?[:,] |"
    r"(?:In|This) (?:this )?(?:undated |file |combination )*(?:photo|image|picture|photograph|frame grab|screengrab)\b)"
)
_TITLED = re.compile(r"(?:Image|Photo|Picture|Pictured|Caption|IMAGE|PHOTO|PICTURE|CAPTION): +(?=\S)")
_LABELLED = re.compile(
    r"(?P<label>(?:Image|Media|Video|Photo|Picture|Figure) (?P<what>source|caption|copyright|credit)[,:]?\s+)(?=\S)",
    re.IGNORECASE,
)
_FEW = 5
_TAIL_LENGTH = 170
_CAPTION_WORDS = 90
_BREAKS = " \t|–—-,·•/"
_PLAIN = words(CREDIT_WORDS)


@dataclass(frozen=True, slots=True)
class Credit:
    """Where in a line the credit begins; `mark` says that a word or sign marks it, and nothing else could."""

    start: int
    marked: bool


def find_credit(line: str) -> Credit | None:
    """The credit that a line ends with, or that it is, or None."""
    offset = max(0, len(line) - _TAIL_LENGTH)
    tail = line[offset:]
    if len(line.split()) > _CAPTION_WORDS:
        return None
    for pattern in (_MARKED, _COPYRIGHT, _BRACKETED):
        found = pattern.search(tail)
        if found and _is_of_names(found["who"]):
            if pattern is _BRACKETED and not _is_bracketed_credit(found["who"]):
                continue
            return Credit(offset + found.start(), marked=pattern is not _BRACKETED or not is_agency(found["who"]))
    for pattern in (_SLASHED, _VIA):
        found = pattern.search(tail)
        if found and _stands_apart(tail, found.start()) and _is_of_names(found["who"]):
            return Credit(offset + found.start(), marked="/" in found["who"] or " via " in found["who"])
    found = _BARE.search(tail)
    if found and len(line.split()) > _FEW and line[: offset + found.start()].rsplit(maxsplit=1)[-1][:1].isupper():
        return Credit(offset + found.start(), marked=False)
    return None


def caption_end(line: str, credit: Credit) -> int:
    """Where the words before a credit end, without the stroke or the spaces that set it off."""
    return len(line[: credit.start].rstrip(_BREAKS))


def starts_caption(line: str) -> bool:
    """Whether a line says of itself that it stands under a picture."""
    return bool(_STARTS_CAPTION.match(line)) and len(line.split()) <= _CAPTION_WORDS


def label_of(line: str) -> tuple[str, int] | None:
    """What a label such as "Image caption," announces ("source", "caption", ...), and how long the label is."""
    found = _LABELLED.match(line)
    if found:
        return found["what"].casefold(), found.end()
    titled = _TITLED.match(line)
    if not titled:
        return None
    credit = find_credit(line)
    return ("caption", titled.end()) if credit is None or credit.start else None


def _is_of_names(who: str) -> bool:
    """Whether the words could be photographers and agencies: nearly all with a capital, and not a sentence."""
    words = [word for word in re.split(r"[\s/|,&()©\[\]]+", who.strip(" .")) if word]
    small = [
        word for word in words if not word[0].isupper() and word.casefold() not in _PLAIN and not word[0].isdigit()
    ]
    return 0 < len(words) <= 14 and len(small) <= len(words) // 4 + (words[0][0] == "@")


def _is_bracketed_credit(who: str) -> bool:
    """Whether a colon inside brackets, if there is one, stands behind an outlet or a word such as "file"."""
    before, colon, _ = who.partition(":")
    return not colon or is_agency(before) or is_outlet(before) or before.casefold() in {"file", "source", "supplied"}


def _stands_apart(tail: str, start: int) -> bool:
    """Whether what goes before has ended: nothing, a stop, or a stroke."""
    before = tail[:start].rstrip()
    return not before or before[-1] in ".!?”\"'’)|" or tail[:start].endswith("  ")
