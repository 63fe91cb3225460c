"""Words around an amount that bound it, make it approximate, or qualify it."""

from dataclasses import dataclass
from enum import Enum
from functools import cache

from reader.recognition.figures.context import Following, following, preceding
from reader.text.wordlist import wordlist


class Bound(Enum):
    """What a comparison does to an amount."""

    LEAST = "at least"
    MOST = "at most"
    ABOUT = "about"


_LEAST = """
more than, far more than, much more than, significantly more than, considerably more than, at least, over, well over,
upwards of, upward of, in excess of, above, well above, beyond, no less than, no fewer than, not less than,
not fewer than, a minimum of, minimum of, north of, greater than, higher than, larger than, bigger than, longer than,
older than, taller than, heavier than, as little as, as few as, as low as, exceed, exceeding, exceeded, exceeds,
surpassing, surpassed, topping, topped
"""
_MOST = """
up to, as many as, as much as, as high as, at most, less than, far less than, much less than, fewer than,
far fewer than, below, well below, under, well under, no more than, not more than, no higher than, no greater than,
a maximum of, maximum of, lower than, smaller than, shorter than, south of, not exceeding
"""
_ABOUT = """
about, only about, some, around, somewhere around, roughly, approximately, approx, circa, c, nearly, almost, near,
nearing, approaching, close to, close on, all but, an estimated, estimated, estimated at, estimated to be,
estimated to number, just over, just under, just above,
just below, just more than, just less than, just shy of, slightly more than, slightly less than, slightly over,
slightly under, slightly above, slightly below, a little over, a little under, a little more than, a little less than,
little more than, a bit more than, a bit over, a shade over, a shade under, marginally above, marginally below,
in the region of, in the order of, on the order of, of the order of, getting on for, perhaps, maybe, probably,
virtually, practically, more like, not quite
"""


@cache
def bounds() -> dict[str, Bound]:
    """What each phrase before an amount does to it."""
    said = ((Bound.LEAST, _LEAST), (Bound.MOST, _MOST), (Bound.ABOUT, _ABOUT))
    return {" ".join(phrase.split()): bound for bound, phrases in said for phrase in phrases.split(",")}


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

QUALIFIERS = wordlist(
    "additional another further extra record estimated average total combined net gross annual projected forecast "
    "expected planned proposed potential initial remaining whopping staggering mere historic unprecedented "
    "cumulative hefty paltry modest massive huge meagre meager reported mandatory minimum maximum nominal overall "
    "possible fresh supplementary supplemental quarterly monthly weekly daily one-off upfront outstanding"
)
_GLUED = frozenset({"\\", "~", "≈"})
"""What may touch an amount from the left: Markdown's escape, and signs for about."""

_ARTICLES = wordlist("a an the its their his her our")
_OF = wordlist("total average combined record estimate mean median")
_SPOKEN = wordlist("talk talks talked talking speak spoke think worried concerns concerned")
_MOVED = wordlist(
    "edged edge edges edging inched inch inches inching ticked ticks tick ticking crept creep creeps nudged nudges "
    "moved moves move moving shot shoots went goes go crawled pushed "
    "pushes drifted bumped revised rounded"
)
"""What goes up to a level, rather than not above it."""

_TAKEN = wordlist(
    "take takes taken took taking hand handed turned left presided victory lead spread spreads spreading sprawls "
    "sprawled sprawling scattered strewn"
)
"""Words with which "over" means across, on top of or to the end of, rather than more than."""


_DISPUTED = wordlist(
    "row rows dispute disputes battle fight fights feud spat clash clashes clashed quarrel quarrelled argument argued "
    "argue anger angry fury outrage concern concerns fears worries lawsuit lawsuits protest protests protested strike "
    "strikes probe inquiry investigation trial scandal controversy criticism criticised questioned quit quits resign "
    "resigns resigned sacked fired suspended sued sues sue jailed arrested charged convicted sanctioned deadlock "
    "uproar crisis out impeached rebuked apologised apologises grilled"
)
"""Words after which "over" tells what it is about: a row over 40 dismissals, jailed over three loans."""

_SENT = wordlist("sends sent send fined fine fines suspends sacks fires jails")
_HOME = wordlist("home packing")
_NOT_NOUNS = wordlist(
    "a an the in on at for to from by with of and or but after before as while when each per last this next worth "
    "since over under more million billion because that which who if"
)
_ONCE = wordlist("spells seasons legs terms stints visits")
"""What "over" a number of them means during: three titles over two spells."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around an amount: its bound, whether it is approximate, its qualifier, and the words before those.

    `before` are these words in lower case, the nearest last.
    """

    bound: Bound | None = None
    about: bool = False
    qualifier: str = ""
    before: tuple[str, ...] = ()

    @property
    def approximate(self) -> bool:
        """Whether the words make the amount less than exact."""
        return self.about or self.bound is not None

    @property
    def last(self) -> str:
        """The word just before the amount and all that belongs to it, or nothing."""
        return self.before[-1] if self.before else ""


def frame(text: str, start: int, end: int) -> Frame:
    """What the words before `start` and just after `end` say of the amount between them."""
    first = start - 1 if text[start - 1 : start] in _GLUED else start
    found = Frame(about=text[first:start] in {"~", "≈"}, before=tuple(preceding(text, first)))
    behind = following(text, end, 2)
    while not _is_about(found.before, behind) and (step := _step(found)) is not None:
        found = step
    said = _AFTER.get(" ".join(word.low for word in behind))
    return found if said is None else _bounded(found, said, 0)


def _is_about(words: tuple[str, ...], behind: list[Following]) -> bool:
    """Whether "over" before a noun phrase tells what something is about, or during what it was."""
    if words[-1:] != ("over",) or not behind or not behind[0].text[0].isalpha():
        return False
    before = words[-2] if len(words) > 1 else ""
    if before in _DISPUTED | _HOME or behind[0].low in _ONCE:
        return True
    plain = behind[0].text.islower() and behind[0].gap == " " and behind[0].low not in _NOT_NOUNS
    return plain and bool(_SENT & set(words[-5:-1])) and not behind[0].low.endswith("s")


def _step(found: Frame) -> Frame | None:
    """The frame with the words before it that belong to the amount taken in; None when no more do."""
    words = found.before
    if not words:
        return None
    if words[-1] in QUALIFIERS:
        about = found.about or words[-1] == "estimated"
        return Frame(found.bound, about, found.qualifier or words[-1], words[:-1])
    if words[-1] == "of" and len(words) > 1 and words[-2] in _OF:
        return Frame(found.bound, found.about, found.qualifier or words[-2], words[:-2])
    if (length := _phrase(words)) and not _is_other(words, length):
        return _bounded(found, bounds()[" ".join(words[-length:])], length)
    if words[-1] in _ARTICLES and (found.qualifier or found.bound):
        return Frame(found.bound, found.about, found.qualifier, words[:-1])
    return None


def _bounded(found: Frame, said: Bound, length: int) -> Frame:
    """The frame with one more bound, said by the last `length` words before it; the nearest bound counts."""
    about = found.about or said is Bound.ABOUT
    bound = found.bound or (None if said is Bound.ABOUT else said)
    return Frame(bound, about, found.qualifier, found.before[: len(found.before) - length])


def _phrase(words: tuple[str, ...]) -> int:
    """How many words at the end make a bound; the longest."""
    known = bounds()
    return next((size for size in (4, 3, 2, 1) if len(words) >= size and " ".join(words[-size:]) in known), 0)


def _is_other(words: tuple[str, ...], length: int) -> bool:
    """Whether a bound means something else: "talks about two", "taken over 3", "edged up to 6 per cent"."""
    if words[-2:] == ("up", "to"):
        return bool(words[-3:-2]) and words[-3] in _MOVED
    last, before = words[-1], words[-2] if len(words) > 1 else ""
    if length > 1:
        return False
    return (last == "about" and before in _SPOKEN) or (last == "over" and before in _TAKEN)
