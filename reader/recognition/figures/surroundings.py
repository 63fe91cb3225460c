"""What a text tells of the country whose money it speaks of."""

import re
from bisect import bisect
from collections.abc import Iterator
from functools import cached_property

from reader.recognition.figures.countries import countries
from reader.recognition.figures.currency_names import names

_DATELINE = re.compile(
    r"(?:\A|\n)[ \t]*(?P<place>[A-Z][A-Za-zÀ-ÿ .'’-]{2,30}?)(?:,[^\n—–]{0,40}?)?[ \t]*"
    r"(?:\([^)\n]{2,30}\)[ \t]*)?(?:—|–|--?)[ \t]"
)
_NAME = re.compile(r"U\.S\.|[A-ZÀ-Þ][\w]+")
_HEAD = 3000
"""How far into a text a dateline may stand, in code points."""

_AFTER = 3
"""How much farther off a country counts that is named only after the amount."""

_DOLLARS = frozenset({"AU", "CA", "NZ"})
"""Countries whose papers print their own dollar as a bare "$"."""


def _countries_in(text: str) -> Iterator[tuple[int, str]]:
    """Each place where capitalised words name a country, and which; the longest name counts."""
    known = countries()
    words = [(match.start(), match.end(), match.group().lower()) for match in _NAME.finditer(text)]
    last = 0
    for number, (start, _, word) in enumerate(words):
        if start < last:
            continue
        pair = words[number + 1] if number + 1 < len(words) else None
        if pair and pair[0] - words[number][1] == 1 and (country := known.get(f"{word} {pair[2]}")):
            last = pair[1]
            yield start, country
        elif country := known.get(word):
            yield start, country


class Surroundings:
    """The countries that one text names; looked for only when an amount needs them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._placed: dict[tuple[tuple[str, str], ...], list[tuple[int, str]]] = {}
        self._called: dict[str, str] = {}

    @cached_property
    def cues(self) -> list[tuple[int, str]]:
        """Where the text names a country, and which."""
        return list(_countries_in(self.text))

    @cached_property
    def is_abroad(self) -> bool:
        """Whether nothing in the text speaks of Britain or its money."""
        return "£" not in self.text and all(country != "GB" for _, country in self.cues)

    def nearest(self, place: int, codes: dict[str, str]) -> str:
        """The currency of that country among `codes` which is named nearest to `place`; nothing when none is."""
        known = tuple(codes.items())
        if known not in self._placed:
            self._placed[known] = [(where, codes[country]) for where, country in self.cues if country in codes]
        found = self._placed[known]
        after = bisect(found, (place, ""))
        near = found[max(0, after - 1) : after + 1]
        return min(near, key=lambda cue: max(place - cue[0], _AFTER * (cue[0] - place)))[1] if near else ""

    @cached_property
    def dollar(self) -> str:
        """The currency of a bare "$" or of plain dollars: of the United States, unless a dateline or a remark tells."""
        own = re.search(
            r"\b(?:figures|amounts|prices|all)\b[^.\n]{0,20} in (\w+(?: \w+)?) (?:dollars|currency)", self.text
        )
        country = countries().get(own[1].lower(), "") if own else self.dateline
        if country not in _DOLLARS:
            return "USD"
        code = names()["dollar"][1][country]
        letter = "NZ" if country == "NZ" else code[:1]
        return "USD" if re.search(rf"\b(?:{letter}|{code})\$", self.text) else code

    @cached_property
    def dateline(self) -> str:
        """The country from which the text is dated."""
        for match in _DATELINE.finditer(self.text, 0, _HEAD):
            if country := countries().get(match["place"].strip().lower()):
                return country
        return ""

    def named(self, name: str, codes: dict[str, str]) -> str:
        """The currency that the text once calls in full ("Egyptian pounds"); nothing when it does not."""
        if name not in self._called:
            pattern = rf"\b(\w{{1,30}})\s+{re.escape(name.removesuffix('s'))}"
            called = (countries().get(match[1].lower(), "") for match in re.finditer(pattern, self.text))
            self._called[name] = next((codes[country] for country in called if country in codes), "")
        return self._called[name]
