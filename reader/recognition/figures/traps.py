"""Numbers that are no figures: names, designators, times, ages, scores, numbers of phones, laws and pages."""

import re
from collections.abc import Iterator
from functools import cache

from reader.domain.span import Span
from reader.recognition.figures.context import preceding
from reader.recognition.figures.things import counted
from reader.text.wordlist import wordlist

_LOW = wordlist(
    "days targets goals items stages phases levels tiers categories sec secs article articles section sections "
    "chapter chapters page pages paragraph paragraphs clause clauses channel number numbers no nos version "
    "versions flight gate platform room row track line level phase stage tier category type grade highway route "
    "routes bus unit case item question step lot act part volume vol episode season verse psalm ward zone block "
    "apartment apt suite flat model mark mk junction exit interstate runway terminal pier bay magnitude aged age "
    "ages turned form schedule annex appendix exhibit count rule resolution directive regulation order amendment "
    "proposition prop bill law protocol title figure fig table game round week day lap heat lane hole set match "
    "race leg station tower building hall squad team group pool corridor sector district precinct division "
    "battalion brigade regiment company class covid jersey shirt top under-secretary bracket p pp op opus sonata "
    "symphony concerto studio area site plot field hangar dial call text lines years-old layer world code "
    "codes reference ref"
) - wordlist(
    "group team company match count order set race round top law day week text call world game season class line"
)
_NAMED = wordlist(
    "boeing airbus leopard abrams formula iphone ipad galaxy playstation xbox windows ios android python pixel kindle "
    "s&p ftse nasdaq dow nikkei cac dax asx csi russell stoxx kospi msci sensex nifty fortune forbes apollo soyuz "
    "falcon artemis voyager sputnik gemini euro expo agenda vision cop covid mach type mk mark highway interstate "
    "route catch chanel opec brics g group super bbc itv radio sky espn fox tesla concorde challenger merkava patriot "
    "starship ariane vega iskander javelin himars tomahawk storm harpoon kalibr shahed bayraktar mavic cessna embraer "
    "gulfstream learjet fokker tupolev antonov ilyushin mig sukhoi centurion puma marder gepard caesar class division "
    "league premier serie ligue area blink maroon level studio zone resolution section article chapter title channel "
    "bundesliga world stream gpt chatgpt claude llama qwen war iso ieee copilot no nos number unit flight case psalm "
    "proposition prop amendment ward phase stage tier category grade gate terminal pier platform lane lap round week "
    "day game episode season volume part act book question item appendix annex exhibit rule form regulation directive "
    "order protocol clause hall building room suite district precinct sector block lot site page line table figure "
    "step schedule mercury year convention decree ordinance treaty statute"
)
_STARTERS = wordlist(
    "about some over under around nearly almost more less fewer at least up only just another all the in on by "
    "from to of with and or but for as since until after before between among an a its their his her our my this "
    "these those that when while if approximately roughly meanwhile yesterday today here there additionally also "
    "out off it he she they we i both last next killed killing wounded injured exactly no not however instead "
    "including within through during against total altogether overall first then now still yet so because "
    "although though despite following estimated monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december mr"
)
_NAMES_WITH_WORDS = wordlist(
    "eyes seasons nations gorges sisters amigos stooges musketeers commandments apostles wonders sessions mile "
    "star pillars tenors pins tigers dragons"
)
_SCORE_AFTER = wordlist(
    "win wins victory victories defeat loss draw lead vote votes ruling decision majority thriller triumph "
    "drubbing rout aggregate scoreline split verdict decider record deficit advantage"
)
_DECIMAL = wordlist("magnitude version versions section chapter article")
_STREETS = wordlist(
    "street road avenue lane drive boulevard square place court way st ave rd dr blvd crescent terrace row"
)
_SCORE_BEFORE = wordlist(
    "voted won win beat lost by vote winning losing ruled leading led trailing ratio odds beaten defeated drew"
)
_LISTED = re.compile(r"(?<![\w.,])(\d{1,4})(?:,|\s(?:and|or|to)|\s?[-–])\s?\Z")
_LONGEST_LIST = 6
_MODELS = re.compile(r"[ -](?:Max|Dreamliners?|Pro|Ultra|Turbo|Neo|neo|XL|GT)\b")
_WORD_BEFORE = re.compile(r"(?<!\S)[\"'“‘(—–\[]*(?P<word>\S*\w\.?)\s+\Z")
_NAME_BEFORE = re.compile(r"([^\W\d_]+)\s\Z")
_NEXT_WORD = re.compile(r"[\s-]+([^\W\d_]+)")
_LINE = 160
"""The most code points of a headline."""

_VEHICLE = re.compile(r"\s(?:night\s)?(?:bus|tram|train|trolleybus|streetcar|minibus|subway|metro|route)\b")
_NUMBER_BEFORE = re.compile(
    r"(?:\b[Aa]n?|\b[Ii]ts|\b[Tt]heir|\b\d[\d,]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen)|\b(?:new|old))"
    r"\s[A-Z][\w-]+\s\Z"
)
"""A number or an article before a name that has a number of its own: 24 Dash 8 turboprops."""

_BILLS = wordlist("H.R. H.Res. S. H.J. S.J. H.B. S.B. A.B. H.J.Res. S.J.Res. Res. Con. J.Res.")
"""Kinds of bills and resolutions that stand before their numbers: H.R. 2617."""

_ROUNDS = frozenset({"4", "8", "16", "32", "64"})
"""How many are left in a round of a cup: the last 16."""

_VERB_AFTER = re.compile(r"\s(?:were|are|have|had|died|of)\b")
_WITH_STOP = wordlist("no nos vol art sec ch fig p pp mk")
_WORK_BEFORE = re.compile(
    r"\b(?:film|movie|novel|album|song|musical|comedy|drama|documentary|sitcom|memoir|thriller|opera),?\s[“‘\"']?\Z"
)
"""Words for works, none of them a verb, after which a title stands."""

_WORN = re.compile(r"\b(?:wore|wears?|wearing)\s(?:the\s)?\Z")
"""What stands before the number of a shirt."""

_ON_DAY = re.compile(
    r"\b(?:[Oo]n|[Bb]y|[Ff]rom|[Uu]ntil|[Ss]ince|[Aa]fter|[Bb]efore)\s(?:day|night|week|round|lap)\s\Z"
)
_LIKELY = re.compile(r"[\d+(\[*AB]")
_GROUP_OF = re.compile(r"\b(?:Group|Gang|Committee|Council)\sof\s\Z")


@cache
def _clock() -> re.Pattern[str]:
    """Times of day."""
    time, zones = (
        r"\d{1,2}(?:[.:]\d\d)?",
        "GMT|BST|UTC|EST|EDT|ET|PT|PST|PDT|CET|CEST|IST|JST|AEST|AEDT|MSK|KST|HKT|SGT",
    )
    return re.compile(
        rf"""
        (?<![\w$£€¥₹.,])(?=\d)(?:
            {time}(?:\s?(?:-|–|—|to|and)\s?{time})?\s?(?:[ap]m|[AP]M|[ap]\.m\.|[AP]\.M\.)(?!\w)
          | \d{{1,2}}[.:]?\d\d\s?(?:{zones}|hrs|hours)\b
          | \d{{1,3}}:\d\d(?::\d\d)?(?:\.\d+)?(?![\d:])
          | \d{{1,2}}\.\d\d(?=\s(?:on|this|that)\s(?:mon|tues|wednes|thurs|fri|satur|sun|morn|after|even))
        )
        """,
        re.VERBOSE,
    )


@cache
def _codes() -> re.Pattern[str]:
    """Numbers of phones, dates of history, places on the globe, series of games, notes and items of lists."""
    return re.compile(
        r"""
        (?=[\d+(\[*AB])(?:
            \+\d[\d\s()-]{6,}\d | \(\d{3}\)\s?\d{3}-\d{4} | (?<![\w,.-])(?:1-)?\d{3}-\d{3}-\d{4}(?![\d-])
          | (?<![\w,.-])0\d{2,4}[\s-]\d{3,4}(?:[\s-]?\d{3,4})? | (?<![\w-])555-\d{4} | [*]\d[\d*]{0,16}\#
          | (?<!\w)(?:AD|A\.D\.|BC)\s\d+ | (?<![\w,.])\d{1,4}\s?(?:BC|BCE|CE|AD|B\.C\.|A\.D\.)(?!\w)
          | (?<![\w.])\d{1,3}(?:\.\d+)?°\s?(?:\d[\d.]*[′'’]\s?(?:\d[\d.]*[″"”]\s?)?)?(?:[NSEW]|North|South|East|West)\b
          | (?<![\w$£€¥₹.,/])(?:9/11|7/7|24/7|50/50|50-50|80/20)(?![\w/])
          | (?<![\w.,-])\d{1,6}(?:[-–]\d{1,6}){2,}(?![\w-])
          | (?:(?<=\sof\s['’])|(?<=\s[Ii]n\s['’])|(?<=\s[Tt]he\s['’]))\d\d(?![\w,.]?\d|\w)
          | (?<![\w.,$£€-])(?:911|999|112)(?=\s(?:calls?|operators?|dispatchers?|emergency)\b)
          | \[\d+\] | \(\d{1,3}(?:,\s?\d{1,3})*\) | ^\d{1,2}[.)](?=\s+[A-Z"“‘'])
        )
        """,
        re.VERBOSE | re.MULTILINE,
    )


_ADDRESSES = (
    ("://", re.compile(r"https?://\S+")),
    ("www.", re.compile(r"www\.\S+")),
    ("@", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")),
    ("@", re.compile(r"@\w+")),
    ("#", re.compile(r"#\w+")),
)
"""Addresses of pages and people, and tags, each with a mark without which there is none."""


def masks(text: str) -> list[Span]:
    """The addresses, times, phone numbers and the like in which no figure is looked for."""
    found = [*_coded(text)]
    for mark, address in _ADDRESSES:
        if mark in text:
            found += [Span(match.start(), match.end()) for match in address.finditer(text)]
    return found


def _coded(text: str) -> Iterator[Span]:
    """The times and numbers of phones and the like; asked for only where one may begin, which is quick."""
    place, clock, codes = 0, _clock(), _codes()
    for likely in _LIKELY.finditer(text):
        start = likely.start()
        if start >= place and (match := clock.match(text, start) or codes.match(text, start)):
            place = match.end()
            yield Span(start, place)


def _is_innings(text: str, start: int, end: int) -> bool:
    """Whether a bare number is runs or wickets in cricket: 212 for 6, 87 not out, all out for nothing counted."""
    if right := _CRICKET_RIGHT.match(text, end):
        return not counted(text, right.end())
    if _BALLS_RIGHT.match(text, end) and _BALLS_LEFT.search(text, max(0, start - 24), start):
        return True
    printed = text[start:end]
    wickets = printed.isdecimal() and int(printed) <= 10
    return wickets and bool(_CRICKET_LEFT.search(text, max(0, start - 10), start)) and not counted(text, end)


def is_designator(text: str, start: int, end: int) -> bool:
    """Whether a bare number is part of a name: Article 5, Channel 4, Leopard 2, No 10, 10 Downing Street.

    In a short list the word before the first number counts for all: Articles 5, 6 and 7.
    """
    if _GROUP_OF.search(text, max(0, start - 14), start) or is_title(text, start, end):
        return True
    if text[start - 1 : start] == "#" or text[max(0, start - 3) : start].lower() in {"no.", "nr."}:
        return True
    if _MODELS.match(text, end) is not None or _is_address(text, end) or _is_route(text, start, end):
        return True
    if _ON_DAY.search(text, max(0, start - 16), start) and not counted(text, end):
        return True
    if _WORN.search(text, max(0, start - 16), start) and end - start < 3 and not counted(text, end):
        return True
    for _ in range(_LONGEST_LIST):
        before = _WORD_BEFORE.search(text, max(0, start - 24), start)
        if before and _names_a_number(text, start, end, before["word"]):
            return True
        other = _LISTED.search(text, max(0, start - 12), start)
        if other is None:
            return False
        start, end = other.span(1)
    return False


def _names_a_number(text: str, start: int, end: int, word: str) -> bool:
    """Whether the word before makes the number its own."""
    bare, printed = word.rstrip("."), text[start:end]
    low, plain = bare.lower(), len(printed) < 5 and printed.rstrip("KMB").isdecimal()
    if word != bare and low not in _WITH_STOP:
        return word in _BILLS and plain
    if low in {"top", "bottom"} or (low == "last" and printed in _ROUNDS and not _VERB_AFTER.match(text, end)):
        return plain and not counted(text, end)
    if low in {"no", "nos"}:
        return plain and (word[0].isupper() or word != bare or not counted(text, end))
    if low in _LOW and not (low in {"number", "numbers"} and counted(text, end)):
        return plain or low in _DECIMAL
    if (low in _NAMED and word[0].isupper()) or low in {"iphone", "ipad", "ios"}:
        return "," not in printed
    if not bare[0].isupper() or low in _STARTERS or not plain:
        return False
    if counted(text, end):
        return len(printed) < 4 and _NUMBER_BEFORE.search(text, max(0, start - 40), start) is not None
    return text[end : end + 1] != "-"


def _is_route(text: str, start: int, end: int) -> bool:
    """Whether a bus or train of that number follows: the 73 bus route."""
    if not text[start:end].isdecimal() or end - start > 3 or counted(text, end):
        return False
    return _VEHICLE.match(text, end) is not None


def _is_address(text: str, end: int) -> bool:
    """Whether a street follows: 10 Downing Street."""
    words = text[end : end + 40].split()[:4]
    for number, word in enumerate(words):
        if not word[0].isupper():
            return False
        if number and word.strip(".,").lower() in _STREETS:
            return True
    return False


def is_title(text: str, start: int, end: int) -> bool:
    """Whether a number begins the title of a work: the film 12 Angry Men, her novel Six Winters."""
    following = _NEXT_WORD.match(text, end)
    capital = following is not None and following[1][0].isupper()
    return capital and _WORK_BEFORE.search(text, max(0, start - 20), start) is not None


def is_name(text: str, start: int, end: int) -> bool:
    """Whether a number in words is part of a name: the Five Eyes, Big Four, Six Nations, Three Gorges."""
    if not text[start].isupper():
        return False
    if is_title(text, start, end):
        return True
    following, before = _NEXT_WORD.match(text, end), _NAME_BEFORE.search(text, max(0, start - 20), start)
    word = following[1] if following else ""
    if before and before[1][0].isupper() and before[1].lower() not in _STARTERS:
        return not _is_title_line(text, start)
    if word[:1].isupper() and word.lower() in _NAMES_WITH_WORDS:
        return True
    return bool(before) and word[:1].isupper() and not _is_title_line(text, start)


def _is_title_line(text: str, place: int) -> bool:
    """Whether the line is a headline with capitals throughout."""
    start, end = text.rfind("\n", max(0, place - _LINE), place) + 1, text.find("\n", place, place + _LINE)
    line = text[start or max(0, place - _LINE) : end if end >= 0 else place + _LINE]
    long = [word for word in line.split() if len(word) > 4 and word[0].isalpha()]
    return len(line) < _LINE and len(long) > 2 and all(word[0].isupper() for word in long)


_SCORE_LEFT = re.compile(r"(?<![\w.,])\d{1,3}(?P<link>[-–‐‑]|\sto\s)\Z")
_SCORE_RIGHT = re.compile(r"(?P<link>[-–‐‑]|\sto\s)\d{1,3}(?![\d,.]\d|\w|%)")
_CRICKET_RIGHT = re.compile(
    r"\sfor\s(?:\d|10)(?![\d,.]\d|[\w-])(?!\s(?:per|pc|million|thousand))|\s(?:not|all)\sout\b|\soff\s\d+\s"
)
_CRICKET_LEFT = re.compile(r"(?<![\w.,$£€₹])\d{1,3}\sfor\s\Z")
_BALLS_LEFT = re.compile(r"(?<![\w.,$£€₹])\d{1,3}(?:\*|\snot\sout)?\soff\s(?:just\s|only\s)?\Z")
_BALLS_RIGHT = re.compile(r"\s(?:balls?|deliveries)\b")


def is_score(text: str, start: int, end: int) -> bool:
    """Whether a bare number is half of a score or a vote: 3-1, 5–4, won 52 to 48."""
    if _is_innings(text, start, end):
        return True
    left = _SCORE_LEFT.search(text, max(0, start - 8), start)
    right = _SCORE_RIGHT.match(text, end)
    if left is None and right is None:
        return False
    if any(half and not half["link"].isspace() and "to" not in half["link"] for half in (left, right)):
        return True
    after = _NEXT_WORD.match(text, right.end() if right else end)
    before = preceding(text, left.start() if left else start)
    return bool(_SCORE_BEFORE & set(before[-2:])) or (after is not None and after[1].lower() in _SCORE_AFTER)
