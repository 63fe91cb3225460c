"""Words around an amount that bound it, make it approximate, or qualify it."""

from dataclasses import dataclass, field
from enum import Enum

from reader.recognition.figures.context import following, preceding


class Bound(Enum):
    """What a comparison does to an amount."""

    LEAST = "at least"
    MOST = "at most"
    ABOUT = "about"


_PHRASES = {
    Bound.LEAST: (
        "more than,at least,over,well over,far more than,upwards of,upward of,in excess of,above,well above,exceeding,"
        "no less than,no fewer than,not less than,not fewer than,a minimum of,minimum of,north of,greater than,"
        "higher than,larger than,bigger than,topping,as little as,as few as,as low as,much more than,significantly more than,"
        "considerably more than,beyond,exceeded,exceeds,surpassing,surpassed,topped,longer than,older than,taller than,heavier than"
    ),
    Bound.MOST: (
        "up to,as many as,as much as,fewer than,less than,below,under,no more than,not more than,at most,a maximum of,"
        "maximum of,as high as,well below,well under,lower than,far fewer than,far less than,no higher than,no greater than,"
        "south of,smaller than,much less than,shorter than,not exceeding"
    ),
    Bound.ABOUT: (
        "nearly,about,some,around,roughly,approximately,almost,just over,just under,just above,just below,just more than,"
        "just less than,just shy of,close to,near,an estimated,estimated,circa,c,ca,approx,in the region of,"
        "somewhere around,slightly more than,slightly less than,slightly over,slightly under,slightly above,slightly below,"
        "a little over,a little under,a little more than,a little less than,little more than,perhaps,maybe,virtually,"
        "getting on for,in the order of,on the order of,of the order of,a bit more than,a bit over,a shade over,"
        "a shade under,only about,not quite,probably,practically,marginally above,marginally below,more like,"
        "or so,close on,approaching,nearing,all but"
    ),
}
BOUNDS = {phrase: bound for bound, phrases in _PHRASES.items() for phrase in phrases.split(",")}

_AFTER = {
    "or more": Bound.LEAST,
    "or higher": Bound.LEAST,
    "or above": Bound.LEAST,
    "or over": Bound.LEAST,
    "or greater": Bound.LEAST,
    "and above": Bound.LEAST,
    "and over": Bound.LEAST,
    "and up": Bound.LEAST,
    "and more": Bound.LEAST,
    "or less": Bound.MOST,
    "or fewer": Bound.MOST,
    "or lower": Bound.MOST,
    "or below": Bound.MOST,
    "or under": Bound.MOST,
    "or so": Bound.ABOUT,
    "or thereabouts": Bound.ABOUT,
}

QUALIFIERS = frozenset(
    "additional another further extra record estimated average total combined net gross annual projected forecast "
    "expected planned proposed potential initial remaining whopping staggering mere historic unprecedented cumulative "
    "hefty paltry modest massive huge meagre meager reported proposed mandatory minimum maximum nominal overall "
    "possible fresh supplementary supplemental quarterly monthly weekly daily one-off upfront outstanding".split()
)
_ARTICLES = frozenset("a an the its their his her our".split())
_OF = frozenset("total average combined record maximum minimum estimate mean median".split())


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around an amount: its bound, whether it is approximate, its qualifier, and the words before all that."""

    bound: Bound | None = None
    about: bool = False
    qualifier: str = ""
    before: tuple[str, ...] = field(default=())

    @property
    def approximate(self) -> bool:
        """Whether the words make the amount less than exact."""
        return self.about or self.bound is not None


def frame(text: str, start: int, end: int) -> Frame:
    """What the words before [start, end) and just after it say of the amount there."""
    words = preceding(text, start - 1 if text[start - 1 : start] == "\\" else start)
    bound, about, qualifier = None, False, ""
    while words:
        if words[-1] in QUALIFIERS:
            qualifier = qualifier or words[-1]
            about = about or words[-1] == "estimated"
            words = words[:-1]
        elif len(words) > 1 and words[-1] == "of" and words[-2] in _OF:
            qualifier = qualifier or words[-2]
            words = words[:-2]
            bound = bound or {"maximum": Bound.MOST, "minimum": Bound.LEAST}.get(qualifier)
        elif (length := _phrase(words)) and not _is_other(words, length):
            said = BOUNDS[" ".join(words[-length:])]
            about, bound = about or said is Bound.ABOUT, bound or (said if said is not Bound.ABOUT else None)
            words = words[:-length]
        elif words[-1] in _ARTICLES and (qualifier or bound):
            words = words[:-1]
        else:
            break
    after = _AFTER.get(" ".join(word.low for word in following(text, end, 2)))
    about = about or after is Bound.ABOUT
    if after is not None and after is not Bound.ABOUT:
        bound = bound or after
    return Frame(bound, about, qualifier, tuple(words))


def _phrase(words: list[str]) -> int:
    """How many words at the end make a bound; the longest."""
    for length in (4, 3, 2, 1):
        if len(words) >= length and " ".join(words[-length:]) in BOUNDS:
            return length
    return 0


def _is_other(words: list[str], length: int) -> bool:
    """Whether a bound of one word is the particle of a verb or means something else: "taken over 3", "talks about"."""
    if length > 1:
        return False
    last, before = words[-1], words[-2] if len(words) > 1 else ""
    if last == "about":
        return before in {"talk", "talked", "talks", "talking", "spoke", "speak", "worried", "concerns", "concerned", "think"}
    if last == "over":
        return before in {"taken", "take", "took", "handed", "hand", "turned", "taking", "left", "presided", "victory", "lead"}
    return last in {"c", "ca"} and not before
