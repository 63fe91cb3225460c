"""What an amount is of where the words before it tell: what rose by it, what costs it, what it is the sum of."""

import re
from collections.abc import Sequence

from reader.recognition.figures import clause
from reader.recognition.figures.clause import Token
from reader.text.numbers_words import UNITS
from reader.text.wordlist import wordlist

_RISING = wordlist(
    "gone rose rise rises risen rising fell fall falls fallen falling grew grow grows grown growing climbed climb "
    "climbs climbing dropped drop drops dropping dipped dip dips slipped slip slips slid slide slides soared soar "
    "soars tumbled tumble tumbles plunged plunge plunges surged surge surges gained gain gains advanced advances "
    "declined decline declines declining increased increase increases increasing decreased decrease decreases shrank "
    "shrink shrinks shrunk swelled swell swells jumped jump jumps leapt slumped slump slumps edged edge edges inched "
    "eased ease eases quickened slowed slow slows accelerated accelerates widened widen widens narrowed narrow narrows "
    "contracted contract contracts expanded expand expands rallied rebounded rebound recovered doubled double doubles "
    "tripled trebled quadrupled halved crept ticked went go goes moved sank sink sinks crashed collapsed weakened "
    "strengthened weaken strengthen ballooned mushroomed spiralled dwindled depreciated appreciated"
)
_BEING = wordlist("is was are were be been being 's")
_STANDING = wordlist(
    "stood stand stands remained remain remains hit hits hitting reached reach reaches reaching topped tops top "
    "exceeded exceeds exceed exceeding averaged average averages averaging totalled totaled totals total totalling "
    "totaling amounted amounts amount amounting came comes come runs ran closed closes ended ends settled settle "
    "traded trades trade peaked peaks sat sits sold sells sell fetched fetch fetches fetching stayed stays passed pass "
    "equalled equals equal equalling starts start started surpassed surpasses changed changes approached approaches "
    "neared comprised accounted rents rented retails retail"
)
_COSTING = wordlist("cost costs costing")
MOVING = _RISING | _BEING | _STANDING | _COSTING
"""Verbs whose subject is what the amount is of."""

_SETTING = wordlist(
    "raise raises raised raising cut cuts cutting lower lowers lowered lowering increase increases increased "
    "increasing reduce reduces reduced reducing boost boosts boosted boosting slash slashes slashed slashing trim "
    "trims trimmed lift lifts lifted lifting push pushes pushed pushing bring brings brought drive drove hold holds "
    "held keep keeps kept set sets put puts fix fixes fixed cap caps capped capping limit limits limited value values "
    "valued valuing price prices priced pricing estimate estimates estimated sell sells sold selling buy buys bought "
    "buying acquire acquires acquired auction auctioned rent rents rented insure insured assess assessed project "
    "projected forecast expected pegged calculated expand expands expanded expanding rate rates rated double doubled "
    "bid offered purchase purchased budgeted"
)
_PREPOSITIONS = wordlist("by to at from for")
SIZES = wordlist(
    "between about around nearly almost some roughly approximately just only more less than over under up down at "
    "least most as much many high low little a an the record further another additional extra estimated exactly well "
    "far close near below above barely even slightly higher lower whopping staggering mere total combined full "
    "seasonally adjusted annual"
)
_AUXILIARIES = wordlist(
    "has have had having will would could can may might must should shall is was are were be been being to not never "
    "also now then already still again only just since both each all alone currently did does do once further even "
    "ever set due expected likely estimated thought believed reported projected forecast said put there"
)
_MAGNITUDES = wordlist(
    "million billion trillion thousand hundred dozen crore lakh per cent percent percentage point points basis pence "
    "cents dollars euros pounds mn bn tn m"
)
_WHEN = clause.TIMES | wordlist("first second third fourth fiscal last past this previous in on the during next")
_BETWEEN = UNITS.keys() | SIZES | _MAGNITUDES | _PREPOSITIONS | _WHEN
_LEADING = clause.PREPOSITIONS | {"last", "this", "next"}
_PARTING = clause.PREPOSITIONS | _RISING | _BEING | _STANDING
_HANGING = clause.PREPOSITIONS - {"of"}
_RELATIVE = clause.RELATIONS | clause.VAGUE
_OPENING = clause.DETERMINERS | {"and"}
_BREAKING = clause.PRONOUNS | {"last", "this", "next"}
_ARTICLES = wordlist("a an the its his her their our my your")
_NOW = wordlist("now also still already currently then again today back steadily compared")
_SPANS = ("-time", "-year", "-month", "-week", "-day", "-decade")
_EXTREMES = wordlist("high low peak best worst")
_TOTALS = wordlist("totalling totaling costing exceeding averaging approaching nearing topping")
_MEASURED = wordlist("valued priced estimated insured assessed")
_AWAY = re.compile(r"\s(?:short|behind|ahead|away|adrift|over\sbudget|richer|poorer|in\sdebt|in\sthe\s(?:red|black))\b")
_MOST_OBJECT = 7


def measured(text: str, begin: int, start: int, end: int) -> str:
    """What the words of the sentence from `begin` say the amount at [start, end) is of; nothing where they are unsure.

    "Revenue rose 8% to $5bn" is of revenue twice, "a fine of $5m" of a fine, "the bridge cost €4m" of the bridge.
    """
    words = clause.tokens(text, begin, start)
    place = len(words)
    while place and (_is_near(words[place - 1]) or _is_beyond(words, place - 1)):
        place -= 1
    if not place:
        return ""
    low = words[place - 1].low
    if low == "of":
        return _of_noun(words, place - 1)
    if low == "worth":
        return _worth(words, place - 1)
    return "" if _AWAY.match(text, end) else _by_verb(words, place)


def _is_near(token: Token) -> bool:
    return token.low in SIZES and token.kind == "word"


def _is_beyond(words: Sequence[Token], place: int) -> bool:
    """Whether a word belongs to "upwards of", "north of" or "up to"."""
    beyond = {"upwards", "upward", "north", "south", "excess"}
    before = words[place - 1].low if place else ""
    low = words[place].low
    return low in beyond or (low == "of" and before in beyond) or (low == "to" and before == "up")


def _of_noun(words: Sequence[Token], end: int) -> str:
    """The noun before "of": a fine of $5m; beyond a total or an average what the verb before says."""
    head = words[end - 1].low if end else ""
    if head in _EXTREMES:
        return _at_extreme(words, end - 1)
    if head not in {"total", "average", "maximum", "minimum", "record"}:
        return clause.phrase_before(words, end)
    place = end - 1
    while place and _is_near(words[place - 1]):
        place -= 1
    return _by_verb(words, place)


def _at_extreme(words: Sequence[Token], end: int) -> str:
    """What is at a high or low: prices hit a 12-year high of 27 cents."""
    place = end
    while place and (
        _is_near(words[place - 1]) or words[place - 1].text[0].isdecimal() or words[place - 1].low.endswith(_SPANS)
    ):
        place -= 1
    return _by_verb(words, place)


def _worth(words: Sequence[Token], end: int) -> str:
    """What is worth the amount: contracts worth £5m; the firm is worth £5m."""
    if end and words[end - 1].low in _AUXILIARIES:
        return _subject(words, end)
    return clause.phrase_before(words, end)


def _by_verb(words: Sequence[Token], end: int) -> str:
    """The subject of the verb that leads to the amount, or the object that it sets to it."""
    place = end
    while place and _is_passed(words, place - 1):
        place -= 1
    if not place:
        return ""
    direct = not any(_leads(words, index) for index in range(place, len(words)))
    verb = place - 1
    if words[verb].kind != "word":
        return ""
    if _is_noun(words, verb):
        return _burdened(words, place) if direct else _object(words, place)
    low, passive = words[verb].low, _is_passive(words, verb)
    if low in _TOTALS or (low in _MEASURED and not passive):
        return clause.phrase_before(words, verb)
    if low in MOVING or (low in _SETTING and passive):
        return _subject(words, verb)
    if low in {"up", "down"} or (low in _SETTING and direct):
        return ""
    return _burdened(words, place) if direct else _object(words, place)


def _leads(words: Sequence[Token], place: int) -> bool:
    """Whether a preposition leads to the amount: by, to, at, but neither "at least" nor "up to"."""
    behind, before = words[place + 1 : place + 2], words[place - 1 : place]
    bounds = [word.low for word in behind] in (["least"], ["most"]) or [word.low for word in before] == ["up"]
    return words[place].low in _PREPOSITIONS and not bounds


def _is_passed(words: Sequence[Token], place: int) -> bool:
    """Whether a token may stand between the verb and the amount: by, to, other amounts, times, adverbs."""
    token = words[place]
    if token.kind == "amount" or token.low in _BETWEEN:
        return not token.is_name or token.low in _WHEN
    if token.kind == "mark":
        return (
            token.text == "," and place + 1 < len(words) and words[place + 1].low in {"from", "up", "down", "or", "to"}
        )
    return token.low.endswith("ly") or token.low in _NOW


def _is_noun(words: Sequence[Token], place: int) -> bool:
    """Whether what may be a verb is a noun, by the word before it: put the cost at $5m."""
    return place > 0 and (words[place - 1].low in _ARTICLES or clause.owns(words[place - 1]))


def _is_passive(words: Sequence[Token], verb: int) -> bool:
    """Whether a participle follows a form of "be", or what it says is of its subject: was cut, has been raised."""
    place = 0 if words[verb].low.endswith("ing") else verb
    while place and (words[place - 1].low.endswith("ly") or words[place - 1].low in {"not", "now", "also", "again"}):
        place -= 1
    return place > 0 and words[place - 1].low in _BEING


def _burdened(words: Sequence[Token], end: int) -> str:
    """What costs somebody the amount: the search cost the state €5mn."""
    for place in range(end - 1, max(-1, end - 1 - _MOST_OBJECT), -1):
        if words[place].low in _COSTING:
            return _subject(words, place)
        if words[place].kind != "word" or words[place].low in clause.PREPOSITIONS:
            break
    return ""


def _object(words: Sequence[Token], end: int) -> str:
    """What a verb sets to the amount or changes by it: cut rates by 3%, sold the mill for $5m."""
    for place in range(end - 1, max(-1, end - 2 - _MOST_OBJECT), -1):
        if words[place].low in _SETTING and place < end - 1:
            object_ = words[place + 1 : end]
            return _phrase(object_) if not any(word.low in _HANGING for word in object_) else ""
        if words[place].kind != "word":
            break
    return ""


def _subject(words: Sequence[Token], verb: int) -> str:
    """The noun phrase that is the subject of the verb at `verb`."""
    end = verb
    while end and (words[end - 1].low in _AUXILIARIES or words[end - 1].low.endswith("ly")):
        end -= 1
    if end and words[end - 1].text == ",":
        end = _before_aside(words, end - 1)
    if not end or words[end - 1].kind != "word":
        return ""
    if words[end - 1].low in {"that", "which"}:
        return _antecedent(words, end - 1)
    place = end - 1
    while place and (not clause.ends_clause(words[place - 1]) or _is_inside(words, place - 1)):
        place -= 1
    if place and words[place - 1].low in {"and", "or"} and (first := _coordinated(words, place - 1)) is not None:
        place = first
    return _phrase(words[_main(words, place, end) : end])


def _before_aside(words: Sequence[Token], end: int) -> int:
    """Where the noun ends whose relative clause ends at the comma at `end`; 0 where there is none."""
    for place in range(end - 1, 0, -1):
        if words[place].text == ",":
            low = words[place + 1].low
            return place if low in {"which", "who", "where", "a", "an", "once"} or low.endswith("ed") else 0
    return 0


def _is_inside(words: Sequence[Token], place: int) -> bool:
    """Whether a word ends no clause after all: profit before tax; stores in Leeds and York."""
    if words[place].low == "and" and 0 < place < len(words) - 1:
        return words[place - 1].is_name and words[place + 1].is_name
    return (
        words[place].low in {"before", "after"} and words[place + 1 : place + 2] != () and words[place + 1].low == "tax"
    )


def _antecedent(words: Sequence[Token], end: int) -> str:
    """The noun before a relative clause: a bridge that cost $5m."""
    return clause.phrase_before(words, end)


def _coordinated(words: Sequence[Token], link: int) -> int | None:
    """Where two subjects joined by "and" begin; None where "and" joins two clauses."""
    place = link
    while place and link - place < clause.MOST and not clause.ends_clause(words[place - 1]):
        place -= 1
        if words[place].kind != "word" or words[place].low in _PARTING:
            return None
    alone = place == 0 or words[place - 1].kind == "mark" or words[place - 1].low == "that"
    return place if alone and place < link else None


def _main(words: Sequence[Token], place: int, end: int) -> int:
    """Where the subject begins in a clause: after "in March", after "officials hope", after "he knew"."""
    if place < end and words[place].low in _LEADING:
        first = place + 1
        while first < end and (words[first].low in _WHEN or words[first].kind == "amount"):
            first += 1
        if first == place + 1 and words[place].low in clause.PREPOSITIONS:
            return end
        place = first
    for index in range(place + 1, end):
        before = words[index - 1]
        determines = words[index].low in clause.DETERMINERS
        if determines and before.low not in clause.PREPOSITIONS and not clause.ends_clause(before):
            place = index
    return place


def _phrase(words: Sequence[Token]) -> str:
    """The head of a subject or object with what describes it, without what hangs on it; "price of wheat" in full."""
    heads = [index for index, word in enumerate(words) if word.low in clause.PREPOSITIONS]
    end = heads[0] if heads else len(words)
    end = next((at for at in range(1, end) if words[at].low in _BREAKING), end)
    begin = max((at + 1 for at in range(end) if clause.owns(words[at])), default=0)
    determined = begin > 0 or (end > 0 and words[0].low in clause.DETERMINERS)
    while begin < end and words[begin].low in _OPENING:
        begin += 1
    if begin < end and words[begin].low in clause.PRONOUNS:
        return ""
    while begin < end and words[begin].kind == "amount":
        begin += 1
    if any(word.kind != "word" for word in words[begin:end]):
        return ""
    if len(words[begin:end]) > 1 and "and" in [word.low for word in words[begin:end]]:
        return _pair(words[begin:end])
    begin = clause.without_verb(words, begin, end, determined=determined)
    of = words[end + 1 :] if end < len(words) and words[end].low == "of" else ()
    return _with_complement(clause.tidy(words[begin:end]), words[begin:end], of)


def _pair(words: Sequence[Token]) -> str:
    """Two subjects joined by "and": food and fuel prices."""
    link = next(index for index, word in enumerate(words) if word.low == "and")
    first, second = clause.tidy(words[:link]), clause.tidy(words[link + 1 :])
    return f"{first} and {second}" if first and second and len(words) <= clause.MOST + 1 else second


def _with_complement(phrase: str, words: Sequence[Token], of: Sequence[Token]) -> str:
    """The phrase with what stands after "of" where it says little alone, or that alone where it says nothing."""
    head = words[-1].low if words else ""
    if not of or head not in _RELATIVE:
        return phrase
    end = next(
        (at for at, word in enumerate(of) if word.low in clause.PREPOSITIONS or word.kind != "word"),
        len(of),
    )
    whole = _phrase(of[:end])
    if head in clause.VAGUE:
        return whole
    plain = whole and of[0].low not in clause.DETERMINERS and of[0].text.islower()
    return f"{phrase} of {whole}" if phrase and plain else phrase
