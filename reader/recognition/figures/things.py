"""What an amount counts, pays for or measures, and the unit that it is per."""

import re
from functools import cache

from reader.domain.analysis import FigureKind
from reader.text.numbers_words import UNITS
from reader.text.wordlist import wordlist

_STOPS = wordlist(
    "a an the this that these those and or but nor so yet if than as of in on at to for from by with without "
    "within into onto over under after before during since until till about against among between through across "
    "along around behind beyond below above near off out up down per via amid despite including excluding "
    "following according because while when where which who whom whose what why how whether though although is "
    "are was were be been being am has have had having do does did done will would shall should can could may "
    "might must ought not no never also only just even still already then there here now once again ever it its "
    "he him his she her they them their we us our you your i me my mine theirs said says say told added last next "
    "more less fewer most least very too such each every either neither both all any some other others another "
    "many much few several own same ago later earlier today yesterday tomorrow tonight annually yearly daily "
    "weekly monthly hourly instead together apart away back home abroad alone respectively altogether overall "
    "worldwide nationwide total worth versus plus minus however meanwhile therefore thus hence whereas unless "
    "except like unlike upon toward towards throughout aged killed died dead injured wounded missing live lived "
    "living went go goes gone came come comes took take takes taken made make makes got get gets gave give gives "
    "given left leave leaves rose fell grew held remain remained remains became become began begin started "
    "stopped voted attended gathered turned showed show shows seen saw see found find signed monday tuesday "
    "wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december"
)
_DETERMINERS = wordlist("the its his her their our my your these those this that a an all some")
_PLACES = wordlist("last next first past final remaining")
_PLURALS = wordlist(
    "people men women children policemen policewomen firefighters servicemen businessmen fishermen gunmen "
    "congressmen lawmen workmen frenchmen englishmen spokesmen teeth feet geese mice oxen lives wives knives "
    "thieves police troops staff personnel cattle fish sheep deer aircraft spacecraft hovercraft crew media data "
    "criteria phenomena salmon poultry livestock offspring infantry military dead wounded injured homeless "
    "bacteria alumni nuclei fungi cacti stimuli headquarters crossroads species series means aliens grandchildren "
    "schoolchildren stepchildren kids folk youth pairs nationals gendarmerie vertebrae larvae antennae millennia "
    "clergy swine elk moose shrimp tuna cod bison percentiles votes"
)
_MANY_PEOPLE = wordlist("people men women children adults kids youth")
NOUNS_BEFORE_NOUNS = wordlist(
    "sports arms sales drugs jobs news savings goods services systems operations communications"
)
"""Plurals with which a phrase in the plural goes on: sports fans."""

_NOT_PLURAL = ("ss", "us", "is", "'s", "’s", "ous")
_MONEY_IN = wordlist(
    "total all order return exchange response addition recent early late part place london january february "
    "march april may june july august september october november december turn fact general particular full "
    "advance just under cash time future fiscal financial coming one two three four five six seven eight nine ten "
    "several real nominal today current constant trading deals afternoon morning landmark"
)
_DEALS = wordlist(
    "listing listings offering offerings ipo flotation float auction auctions heist raid robbery scam fraud round "
    "rounds transaction transactions takeover merger sale placement swap buyout"
)
"""What money changes hands in, rather than what it is paid for: raised $2bn in a listing."""
_PERIODS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "nightly": "night",
    "quarterly": "quarter",
    "pa": "year",
    "p.a.": "year",
}
_PER_A = wordlist(
    "share barrel day week month year hour minute second night tonne ton ounce pound kilo kilogram kilogramme "
    "gram kilometre kilometer mile metre meter litre liter gallon head person piece unit ticket bottle pint seat "
    "household family bushel kg mwh kwh therm pack copy vehicle car student pupil child passenger visit game "
    "match quarter acre hectare term semester session dose shot pop plate cup customer user employee worker "
    "download song episode story word article page flight trip ride room bed token bitcoin coin contract lot "
    "point vote container teu cow sheep tree egg loaf bag box can carton case crate sack plot meal glass drink "
    "call text message pill tablet test jab click view stream fortnight decade season shift round lesson class "
    "course nurse doctor teacher officer soldier troy dollar euro pound yen"
)
_TIMES = wordlist("day week month year hour minute second night fortnight decade season quarter")
_MOST = 5
_OF = re.compile(r"\s+(?:or\s+so\s+)?of(?=\s)")
_NUMBER = re.compile(r"\s+(?P<word>\d[\d,.]*)(?=\s)")
_COMPOUND = re.compile(r"[-‐‑]([^\W\d_]{2,})")
_PER = re.compile(
    r"(?:[\s‐‑-]+(?P<link>a|an|per|each|every)[\s‐‑-]+|/(?=[^\W\d_]))(?P<unit>[^\W\d_]+(?:[- ][^\W\d_]+)?)"
)
_ADVERB = re.compile(
    r"\s+([a-z]+|p\.a\.)(?=\s*(?:[^\w\s]|$|\n|\s(?:in|on|to|for|from|by|at|and|since|until|over|as)\b))"
)
_THEN = re.compile(r"\s+(?:ago|earlier|later)\b|\s+(?:before|after)(?=[.,;)]|$)")
_AGO = wordlist("ago earlier later")
_PAIRS = wordlist("square cubic megawatt kilowatt metric troy")
_SECONDS = wordlist("hour metre meter foot ounce ton equivalent")
_MORE = re.compile(r"(?:\s+or\s+(?:more|so|fewer))?(?:\s+(?:more|other|further|additional|such)(?=\s+\w))?")
_ANDS = frozenset({"and", "or"})
_PAST_LINK = re.compile(r"\s+(and|or|daily|weekly|monthly|hourly|yearly)(?=\s)")
_ADJECTIVAL = (
    "ern",
    "al",
    "ous",
    "ive",
    "ic",
    "ful",
    "less",
    "ish",
    "ian",
    "ean",
    "ese",
    "an",
    "black",
    "white",
    "red",
)
_MONEY_LINKS = re.compile(r"(?:\s+(?:or\s+)?(?:more|less|so))?\s+(?P<link>worth\s+of|of|in|for|worth)(?=\s)")
_LINKS = re.compile(r"(?:\s+(?:or\s+)?(?:more|less|so))?\s+(?P<link>(?:worth\s+)?of)(?=\s)")


@cache
def _word() -> re.Pattern[str]:
    """One word of a noun phrase, after space: letters with what they hold together, or a designator such as Su-35."""
    return re.compile(
        r"(?:[^\S\n]++(?:\n[^\S\n]*+)?|\n[^\S\n]*+)"
        r"(?P<word>(?:[^\W\d_]\.){2,}|[^\W_][\w]*(?:[-‐‑’'&](?=\w)[\w]+)*)(?P<own>['’](?!\w))?"
    )


def phrase(text: str, place: int) -> list[tuple[str, int]]:
    """The words of the noun phrase at `place`, each with its end; none across a mark or a word that ends phrases."""
    found: list[tuple[str, int]] = []
    while len(found) < _MOST and (match := _word().match(text, place)):
        word = match["word"]
        if word.lower() in _STOPS and not (word.isupper() and len(word) > 1 and word in {"US", "IT"}):
            break
        if word[0].isdecimal() and not (found and found[-1][0][:1].isupper()):
            break
        if found and found[-1][0].endswith("ly") and is_plural(found[0][0]):
            break
        found.append((word, match.end("word")))
        place = match.end("word")
        if match["own"] or text[place : place + 1] not in {" ", "\n", "\t", "\xa0"}:
            break
    return found


def is_plural(word: str) -> bool:
    """Whether a word looks like a noun in the plural."""
    low = word.lower()
    if low in _PLURALS:
        return True
    return (len(low) > 2 and low.endswith("s") and not low.endswith(_NOT_PLURAL) and not word.isupper()) or (
        word[:-1].isupper() and word.endswith("s") and len(word) > 2
    )


def _skipped(text: str, place: int) -> int:
    """The place after "of" and the determiners and numbers behind it, and after "more" or "or so"."""
    if of := _OF.match(text, place):
        place = of.end()
        while (match := _NUMBER.match(text, place) or _word().match(text, place)) and _determines(match["word"]):
            place = match.end("word")
    return more.end() if (more := _MORE.match(text, place)) else place


def _determines(word: str) -> bool:
    return word[0].isdecimal() or word.lower() in _DETERMINERS | _PLACES or word.lower() in UNITS


def counted(text: str, end: int) -> str:
    """The plural noun phrase that a number counts, in the text's words; nothing when none follows.

    "three Russian entities on Friday" counts "Russian entities", "hundreds of the drones" "drones".
    """
    return counted_to(text, end)[0]


def counted_to(text: str, end: int) -> tuple[str, int]:
    """What a number counts, and the place after it (`end` when nothing follows)."""
    place = _skipped(text, end)
    last = _last_plural(_modified_phrase(text, place))
    return (" ".join(text[place:last].split()), last) if last else ("", end)


def _modified_phrase(text: str, place: int) -> list[tuple[str, int]]:
    """The noun phrase behind a number, on past one "and" or a word such as "daily" where a plural has yet to come."""
    words = phrase(text, place)
    for _ in range(2):
        after = words[-1][1] if words else place
        link = _PAST_LINK.match(text, after)
        if link is None or any(is_plural(word) for word, _ in words) or (link[1] in _ANDS and not words):
            break
        more = phrase(text, link.end())
        if not more or not any(is_plural(word) for word, _ in more) or (link[1] in _ANDS and not _describes(words)):
            break
        words = [*words, (link[1], link.end()), *more]
    return words


def _describes(words: list[tuple[str, int]]) -> bool:
    """Whether the words before "and" are one adjective: black and white dogs, Northern and central counties."""
    return len(words) == 1 and words[0][0].lower().endswith(_ADJECTIVAL)


def _last_plural(words: list[tuple[str, int]]) -> int:
    """Where the noun in the plural ends that the words lead to; one that is part of a name may go before another."""
    last = 0
    for number, (word, after) in enumerate(words):
        if is_plural(word):
            last = after
        elif last:
            named = all(one[:1].isupper() for one, _ in words[:number]) and number > 1
            if not (named and word.islower() and any(is_plural(one) for one, _ in words[number:])):
                break
    return last


def without_verb(told: str) -> str:
    """A plural noun phrase without the verb in the singular that may end it: adults smokes, in "one in five"."""
    words = told.split()
    if (
        len(words) < 2
        or words[-1].lower() in _PLURALS
        or words[-2].lower() in _PLURALS - _MANY_PEOPLE | NOUNS_BEFORE_NOUNS
    ):
        return told
    return " ".join(words[:-1]) if is_plural(words[-2]) else told


def single(text: str, end: int) -> str:
    """The word that "one" counts: one person."""
    match = _word().match(text, end)
    return match["word"] if match else ""


def in_plural(noun: str) -> str:
    """A noun in the plural, as far as the usual rules go: beds, members, men, storeys, companies."""
    if noun.lower() in _PLURALS or noun in {"odd", "plus", "strong"}:
        return noun
    if noun in {"man", "woman"}:
        return noun[:-2] + "en"
    if noun in {"person", "child"}:
        return {"person": "people", "child": "children"}[noun]
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def compound(text: str, end: int) -> str:
    """The noun that a number makes an adjective with: 500-page; nothing when no hyphen follows."""
    match = _COMPOUND.match(text, end)
    return match[1] if match else ""


def whole_of(text: str, end: int) -> str:
    """What "half" is half of where no "of" stands: half the population, half its staff."""
    word = _word().match(text, end)
    if word is None or word["word"].lower() not in _DETERMINERS:
        return ""
    words = phrase(text, word.end("word"))
    return " ".join(text[word.end("word") : words[_last_of(words)][1]].split()) if words else ""


def paid_for(text: str, end: int, kind: FigureKind) -> tuple[str, int]:
    """What an amount is of, in or for, and the place after it: "in lethal aid", "worth of goods", "of GDP"."""
    match = (_MONEY_LINKS if kind is FigureKind.MONEY else _LINKS).match(text, end)
    if match is None:
        return "", end
    place, determined = match.end(), False
    while (word := _word().match(text, place)) and word["word"].lower() in _DETERMINERS:
        place, determined = word.end("word"), True
    words = phrase(text, place)
    if not words or words[0][0].lower() in _TIMES or words[0][0].isdecimal():
        return "", end
    first = words[0][0]
    if determined and first.endswith("ed") and not first.endswith(("eed", "bed")):
        return "", end
    if match["link"] == "in" and (determined or first.lower() in _MONEY_IN or first[0].isupper()):
        return "", end
    last = _last_of(words)
    if match["link"] == "in" and words[last][0].lower() in _DEALS:
        return "", end
    after = words[last][1]
    return " ".join(text[place:after].split()), after


def _last_of(words: list[tuple[str, int]]) -> int:
    """The last word of a phrase: it ends before a participle, and after a plural that no other plural follows."""
    for number, (word, _) in enumerate(words[1:], 1):
        if is_plural(words[number - 1][0]) and not is_plural(word):
            return number - 1
        if word.endswith("ed") and not word.endswith(("eed", "bed")):
            return number - 1
    return len(words) - 1


def per(text: str, end: int) -> tuple[str, int]:
    """The unit of a price or rate behind an amount, and the place after it: a barrel, per share, /MWh, annually.

    Without one the unit is empty and the place is `end`.
    """
    match = _PER.match(text, end)
    if match and (unit := _per_unit(text, match)):
        return unit, match.start("unit") + len(unit)
    adverb = _ADVERB.match(text, end)
    period = _PERIODS.get(adverb[1], "") if adverb else ""
    return (period, adverb.end(1)) if adverb and period else ("", end)


def _per_unit(text: str, match: re.Match[str]) -> str:
    """The unit that a match of `_PER` names; nothing when it is no unit ("a year ago")."""
    words = re.split(r"[- ]", match["unit"])
    first, second = words[0].lower(), words[1].lower() if len(words) > 1 else ""
    if match["link"] in {"a", "an"}:
        if second in _AGO or _THEN.match(text, match.start("unit") + len(words[0])):
            return ""
        if first in _PAIRS and second:
            return match["unit"]
        return words[0] if first in _PER_A else ""
    if (match["link"] in {"each", "every"} and first not in _TIMES) or first in {"cent", "se"}:
        return ""
    if first == "annum":
        return "year"
    joined = second and match["link"] and second not in _STOPS and first not in _PER_A
    return match["unit"] if joined or second in _SECONDS else words[0]
