"""Ships and the like by their own names: "the ferry Highland Star", "HMS Example", and "the Star" thereafter."""

import re
from collections.abc import Iterator
from functools import cache

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition.calendar import DAYS, MONTHS
from reader.recognition.found import Found
from reader.text.wordlist import listed, wordlist

_VESSELS = "|".join(
    listed(
        "ferry ship flagship warship steamship supertanker tanker frigate destroyer submarine trawler yacht lifeboat "
        "tug tugboat icebreaker cruiser schooner freighter vessel barge corvette catamaran minesweeper minehunter "
        "dredger liner steamer gunboat cutter brig sloop ketch hydrofoil airship spacecraft rover"
    )
)
_PREFIXES = "HMS|USS|HMAS|HMCS|HMNZS|RMS|RRS|MV|M/V"
_WORD = r"[A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_CREW = wordlist("Captain Capt Capt. Admiral Commander Commodore Lieutenant Master Skipper Sunday")


@cache
def _named() -> re.Pattern[str]:
    """A vessel's name after the noun that says what it is, or after the letters of a navy."""
    name = rf"{_WORD}(?: (?:(?:of|the|de|da|von) )*{_WORD}){{0,3}}"
    return re.compile(
        rf"(?<![\w-])(?:(?:[Tt]he|[Aa]n?|[Hh]er|[Hh]is|[Tt]heir|[Ii]ts|aboard) (?:[\w-]+ ){{0,2}}?(?:{_VESSELS}) "
        rf"(?P<name>{name})|(?P<hull>(?:{_PREFIXES}) {name}))"
    )


def vessels(text: str) -> Iterator[Found]:
    """The places that name a vessel: where its kind is told, and every repetition of the name."""
    for name in sorted({name for match in _named().finditer(text) if (name := _name(match["name"] or match["hull"]))}):
        bare = re.sub(rf"^(?:{_PREFIXES}) ", "", name)
        for match in re.finditer(rf"(?<![\w-])(?:(?:{_PREFIXES}) )?{re.escape(bare)}(?![\w-])", text):
            if " " in match.group() or _follows(text, match.start()):
                yield Found(Span(*match.span()), match.group(), EntityKind.PRODUCT, bare)


def _follows(text: str, place: int) -> bool:
    """Whether a name of one word at `place` follows an article or a vessel's noun: "the Estonia" is no country."""
    return re.search(rf"(?<![\w-])(?:[Tt]he|aboard|{_VESSELS}) $", text[max(0, place - 20) : place]) is not None


def _name(words: str) -> str:
    """A vessel's name without the day that may follow it; nothing for its master or an agency."""
    spelt = words.split(" ")
    while spelt and (spelt[-1] in DAYS or spelt[-1] in MONTHS or spelt[-1].islower()):
        spelt.pop()
    if not spelt or spelt[0] in _CREW or (len(spelt) == 1 and spelt[0].isupper()):
        return ""
    return " ".join(spelt)
