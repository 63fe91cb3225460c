"""The words of a clause before an amount, and the noun phrases among them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.recognition.figures.things import NOUNS_BEFORE_NOUNS, is_plural
from reader.recognition.lexicon import is_common
from reader.text.numbers_words import UNITS
from reader.text.wordlist import wordlist

DETERMINERS = wordlist("a an the its his her their our my your this that these those another each every any some no")
PRONOUNS = wordlist(
    "he she it they we i you who which that this these those there what one ones him them us me one's everyone nobody "
    "someone anyone everything nothing something"
)
PREPOSITIONS = wordlist(
    "of in at for on from to with by into over under about against between among across through during within without "
    "around towards toward behind beyond near despite per via including excluding outside inside upon until since "
    "after before off out along amid"
)
CONJUNCTIONS = wordlist(
    "but while as when if because although though whereas that which who whose where than so yet until once unless "
    "whether and or nor since after before"
)
VAGUE = wordlist(
    "figure figures number numbers total totals amount amounts sum sums percentage average averages maximum minimum "
    "proportion portion majority minority rest half most others result record part all both many some few more much "
    "equivalent excess third quarter thing things way order range basis region vicinity mean median people share "
    "increments instead because out upwards upward north south estimate estimates forecast forecasts expectations"
)
"""Nouns that do not tell what an amount is of."""

_QUALIFIED = wordlist("numbers share number figures percentage average result results majority")
"""Vague nouns that a noun before them makes plain: passenger numbers, market share."""

_VAGUE_STILL = wordlist(
    "total large larger small smaller big bigger official same high higher low lower final latest good"
)
_MEASURES = wordlist(
    "turnover takings headcount footfall turnout attendance revenue ebitda inflation unemployment output immigration "
    "emigration borrowing lending absenteeism capacity rainfall viewership readership ridership occupancy"
)
"""Nouns of business that lists of common words may leave out."""

_SUBSTANCES = wordlist(
    "debt pay growth trade oil gold silver copper crude wheat corn maize gas coal sugar coffee tea cocoa rice milk "
    "beef sterling income profit rent food fuel support bail damage aid demand supply traffic wealth crime cash tax "
    "money bread power energy electricity water petrol diesel iron steel tin nickel zinc aluminium cotton wool rubber "
    "timber entry ridership membership interest credit spending production consumption property land labour work help "
    "revenue value"
)
_ABSTRACT = ("tion", "sion", "ment", "ity", "age", "ance", "ence", "ing", "ship", "ness", "ure", "ism", "cy")
RELATIONS = wordlist(
    "price prices cost costs value output production supply rate level stock sales volume barrel kilo bag pint litre "
    "tonne bottle loaf ounce cup gallon pair packet tin kilogram dose sack crate box shipment consignment standard"
)
"""Nouns that say little without what stands after "of": the price of wheat."""

SHIFTS = wordlist(
    "rise rises fall falls increase increases drop drops decline declines gain gains jump reduction decrease slump "
    "surge slide dip slowdown growth climb cut cuts change swing fluctuation improvement"
)
"""Nouns of change, of which "in" tells what changes: a rise of 3 per cent in wages."""

TIMES = wordlist(
    "year years month months week weeks day days quarter quarters night morning afternoon half season decade today "
    "yesterday overnight january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday annually ago earlier later spring summer autumn winter weekend"
)
_SAYING = wordlist(
    "said says say saying told announced announces estimated estimates estimate expects expect expected showed shows "
    "show forecast forecasts reported reports report believes believe thinks think thought predicted predicts warned "
    "warns knows know knew claims claimed added means meant suggests suggested found hopes hoped fear fears feared "
    "revealed confirmed indicated noted argued insisted admitted see sees saw reckon reckons reckoned learned heard"
)
_NOUNS_TOO = wordlist("claims claim reports report estimates estimate forecasts forecast shows show fears fear hopes")
"""Verbs of saying that are nouns as well."""

_IRREGULAR = wordlist(
    "stole hid dug wore ate drank flew fled fought forgot chose spoke broke bent caught dealt fed found felt flung "
    "froze hung laid lent lit rode rang sank slid spun spread stuck struck swept taught tore threw told wrote woke "
    "beat burst cast hurt quit bid split grant rose fell grew held stood made took gave got won lost set paid sold "
    "bought built cost hit kept led met put ran sent shut spent saw left had has have is was are were be been brought "
    "drew drove cut face owe own pay post make take run incur suffer report book sign win lose buy sell seek sought "
    "get give bear bore will would can could may might must hold manage need want shall should do does did carry award "
    "impose offer raise become became began came went swallow swung swing"
)
_BEFORE_NOUNS = NOUNS_BEFORE_NOUNS | wordlist(
    "earnings parks premises proceeds business gas access press process class tennis bus glass railways homes rights"
)
GERUNDS = wordlist(
    "operating housing trading training building funding parking heating mining shipping banking fishing lending "
    "borrowing financing voting pricing farming planning opening closing outstanding licensing marketing advertising "
    "manufacturing shopping drinking defending existing betting gambling wedding engineering processing ongoing "
    "policing nursing teaching"
)
_ENDING = CONJUNCTIONS | _SAYING
_NO_NOUNS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | (_SAYING - _NOUNS_TOO)
_NO_HEADS = _NO_NOUNS | VAGUE | TIMES
_IDLE = TIMES | wordlist("new now also just own same such other")
_COUNTS = UNITS.keys() | wordlist("per cent percent million billion trillion hundred thousand percentage point")
_TOKEN = re.compile(
    r"(?P<compound>\d[\d.,]*(?:[-‐‑][^\W\d_]+)+)|(?P<amount>[A-Za-z]{0,3}[$€£¥₹]?\d(?:[\w.,]*[\w%])?%?)"
    r"|(?P<word>[^\W\d_]+(?:[-‐‑&.][^\W\d_]+)*(?:['’][^\W\d_]*)?)|(?P<mark>[^\w\s\\])"
)
_REACH = 240
"""How many code points of a sentence before an amount are read."""

MOST = 3
"""How many words a noun phrase may have here."""


class Token(NamedTuple):
    """A word, an amount or a mark. `kind` is "word", "amount" or "mark", `first` that it begins its sentence."""

    text: str
    low: str
    kind: str
    first: bool

    @property
    def is_name(self) -> bool:
        """Whether it is written like a name."""
        return self.text[:1].isupper() and not self.first


@lru_cache(maxsize=4)
def tokens(text: str, begin: int, start: int) -> tuple[Token, ...]:
    """The tokens of the sentence that begins at `begin`, up to `start`; of a long sentence only the last."""
    place = begin if start - begin <= _REACH else text.find(" ", start - _REACH, start) + 1 or start
    found: list[Token] = []
    opening = place == begin
    for match in _TOKEN.finditer(text, place, start):
        kind = "word" if match.lastgroup == "compound" else match.lastgroup or ""
        written = match.group()
        found.append(Token(written, written.lower(), kind, opening and kind == "word"))
        opening = opening and kind == "mark"
    return tuple(found)


def owns(token: Token) -> bool:
    """Whether a word is a possessive: the firm's, the workers’."""
    return token.low.endswith(("'s", "’s", "s'", "s’"))


def ends_clause(token: Token) -> bool:
    """Whether a clause cannot reach across a token."""
    return token.kind == "mark" or token.low in _ENDING


def phrase_before(words: Sequence[Token], end: int) -> str:
    """The noun phrase that ends before `end`, without determiners and names; nothing where there is none for sure."""
    if end and words[end - 1].text == ",":
        end -= 1
    place = end
    while place > 0 and end - place < MOST + 2 and _is_noun_like(words[place - 1]):
        place -= 1
    determined = place > 0 and (words[place - 1].low in DETERMINERS or owns(words[place - 1]))
    return tidy(words[without_verb(words, place, end, determined=determined) : end])


def _is_noun_like(token: Token) -> bool:
    if token.kind != "word" or token.is_name or owns(token):
        return False
    return token.low not in _NO_NOUNS


def without_verb(words: Sequence[Token], place: int, end: int, *, determined: bool) -> int:
    """Where the phrase [place, end) begins when the verbs in it are left out."""
    for index in range(end - 2, place - 1, -1):
        if is_verb_like(words[index].low, leading=index == place and determined):
            return index + 1
    return place


def is_verb_like(low: str, *, leading: bool) -> bool:
    """Whether a word before a noun is rather its verb; `leading` when a determiner stands before it."""
    if low in _IRREGULAR:
        return not leading
    if low.endswith("ed") and not low.endswith("eed"):
        return not leading
    if low.endswith("ing") and low not in GERUNDS:
        return not leading
    return low.endswith("ly") or (is_plural(low) and low not in _BEFORE_NOUNS and not leading)


def tidy(words: Sequence[Token]) -> str:
    """A noun phrase as it is told: in lower case, the last three words, without a name before them."""
    found = list(words)
    while len(found) > 1 and (found[0].text[:1].isupper() and not _is_plain(found[0])):
        del found[0]
    while len(found) > 1 and (found[0].text[0].isdecimal() or found[0].low in _COUNTS):
        del found[0]
    while len(found) > 1 and found[0].low in _IDLE:
        del found[0]
    if not found or found[-1].kind != "word" or not all(_is_plain(word) for word in found):
        return ""
    head = found[-1].low
    if len(found) == 1 and found[0].first and found[0].text[0].isupper() and not _is_uncounted(head):
        return ""
    if head.endswith("ed") and not head.endswith(("eed", "bed", "shed")):
        return ""
    if head in _QUALIFIED and len(found) > 1 and found[-2].low not in _VAGUE_STILL and len(found[-2].low) > 3:
        return " ".join(word.low for word in found[-MOST:])
    if head in _NO_HEADS or head.endswith(("ly", "thirds", "quarters", "fifths")):
        return ""
    return " ".join(word.low for word in found[-MOST:])


def _is_uncounted(noun: str) -> bool:
    """Whether a noun may begin a sentence without an article; any other with a capital may be a name: Target."""
    return is_plural(noun) or noun in _MEASURES | _SUBSTANCES or noun.endswith(_ABSTRACT)


def _is_plain(token: Token) -> bool:
    """Whether a word is an ordinary one, in lower case but at the beginning of its sentence."""
    if token.kind != "word" or owns(token):
        return False
    return token.text.islower() or (
        token.first and token.text[1:].islower() and (token.low in _MEASURES or is_common(token.low))
    )
