"""Noun phrases that can speak: where a name, a pronoun or a description begins and ends."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reader.domain.span import Span
from reader.recognition.gazetteer import gazetteer
from reader.recognition.lexicon import is_common
from reader.recognition.lexicon import words as listed
from reader.recognition.quotes.finite import FINITES, is_irregular
from reader.recognition.quotes.page import Mention, Page
from reader.text.tokens import SHORTENED, TITLES
from reader.text.wordlist import wordlist

PRONOUNS = wordlist("he she they it we i you")
_SOMEBODY = wordlist(
    "someone somebody everyone everybody one others some many most both another each few several two three four five "
    "six seven eight nine ten all half dozens scores hundreds thousands"
)
_DETERMINERS = wordlist(
    "a an the his her its their our my one two three four five six seven eight nine ten some several many most both "
    "other another this these those all few each every"
)
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_LINKS = wordlist(
    "for of at from in with on to by near about into over under after before during against among between behind "
    "below above beyond despite beside inside outside around across within without off through via as than since "
    "until familiar close briefed based speaking living working writing aged representing seen obtained reviewed "
    "published released compiled shared given provided posted filed collected gathered covering"
)
"""Words that begin what describes a noun further; a description may go on with them."""

_SUFFIXES = wordlist("plc Inc Ltd Limited LLC LLP Corp Co AG SA SpA NV SE AB ASA Oyj KC QC MP MEP PhD MD Jr Sr")
"""Behind a name these are part of it."""

_OFFICES = wordlist(
    "secretary minister chief mayor governor president director prince princess duke duchess leader speaker chair head "
    "commissioner ambassador bishop archbishop king queen undersecretary chancellor premier chairman chairwoman"
)
"""These go on with "of" or "for" before the name of who holds them."""

_NOBODY = wordlist("legend rumour rumor tradition folklore history word law lore")
"""Who says what nobody says."""

_RELATIVES = wordlist("who which that whose whom where")
_BREAKS = wordlist("and or but while when if because although though whereas so yet then nor")
_STOPPING = _LINKS | _RELATIVES | _BREAKS
_NOUNS = wordlist(
    "police insurer insurers officials official ministry government statement report letter study survey memo "
    "document documents people sources source residents neighbours court prosecutors prosecution defence lawyers "
    "family families relatives parents scientists researchers experts critics staff crew army military navy troops "
    "rebels authorities authority council committee commission regulator regulators watchdog parliament palace "
    "embassy consulate cabinet central office department force service insider insiders industry team spokespeople "
    "aides allies campaigners activists protesters demonstrators villagers locals parishioners islanders man woman "
    "men women boy girl child children person guest guests caller friend friends passenger passengers customer "
    "customers tenant tenants monitor monitors observers observer mediators mediator inspectors rescuers firefighters "
    "firefighter paramedics medic medics hospital utility trust foundation institute federation association lobby "
    "body panel inquiry tribunal jury premier minister chief supplier wing club league paper daily post email note "
    "filing prospectus release poll historian historians organisers organizers administration union unions envoys "
    "delegates delegation paediatrician sign banner notice placard headline caption inscription message text poster "
    "label transcript record records data figures professor lecturer pensioner shopkeeper plumber miner miners nurse "
    "nurses chef grower growers landlord builder"
)
"""Nouns that speak, beside the roles and bodies that other lists hold."""


class Phrase(NamedTuple):
    """A noun phrase that can speak; `mention` is the entity it names, if it is nothing but its name."""

    span: Span
    mention: Mention | None = None


class _Chunk(NamedTuple):
    """The words of a noun phrase up to what describes it further."""

    start: int
    end: int
    words: tuple[str, ...]
    mention: Mention | None


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"\s*([^\s,;:“”()—–]+)")


def is_known(name: str) -> bool:
    """Whether a list knows something of this name."""
    return gazetteer().knows(name)


def speaks(word: str) -> bool:
    """Whether a noun tells somebody who can speak."""
    return not _speaking_nouns().isdisjoint(_forms(word.lower()))


@cache
def _speaking_nouns() -> frozenset[str]:
    """Roles, bodies and other nouns that can speak."""
    return _NOUNS.union(listed("person_before"), listed("org_before"), listed("org_after"))


def _forms(word: str) -> tuple[str, ...]:
    """A noun with its singular or plural, and the end of a compound ("rescue-workers", "ex-policewoman")."""
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    close = re.compile(r"(?:wo)?m[ae]n$|people$|person$").search(word)
    return (word, singular, word + "s", word.rsplit("-", 1)[-1], close.group() if close else word)


def phrase(page: Page, start: int, end: int, *, strict: bool = False) -> Phrase | None:
    """The noun phrase that fills [start, end); a `strict` one has a name or a noun that can speak at its head."""
    chunk = _chunk(page, start, end)
    if chunk is None:
        return None
    rest = page.frame[chunk.end : end].strip()
    following = rest.split(None, 1)[0].lower() if rest else ""
    if following == "and":
        return _pair(page, chunk, page.frame.index("and", chunk.end) + 3, end)
    if following and following not in _LINKS and following not in _RELATIVES:
        return None
    if following in _LINKS and any(map(is_irregular, rest.split())):
        return None
    if chunk.mention:
        return Phrase(chunk.mention.span, chunk.mention)
    titled = _titled(page, chunk, end) if following in {"of", "for"} else None
    if titled:
        return titled
    if not _describes(chunk, strict=strict or bool(following not in {"", "who"})):
        return None
    return Phrase(Span(chunk.start, chunk.end if following in _RELATIVES or not following else end))


def _titled(page: Page, chunk: _Chunk, end: int) -> Phrase | None:
    """The person named at `end` behind a title of several words ("Secretary of State Ruth Calder")."""
    title = chunk.words[-1]
    named = next((one for one in page.within(chunk.end, end) if one.is_person and one.end == end), None)
    if named is None or not title[0].isupper() or title.lower() not in _OFFICES:
        return None
    between = page.frame[chunk.end : named.start].split()
    written = all(word[0].isupper() or word in {"of", "for", "and", "the"} for word in between)
    bare = chunk.words[0].lower() not in _DETERMINERS
    return Phrase(named.span, named) if bare and written and between[-1][0].isupper() else None


def phrase_after(page: Page, start: int, end: int) -> tuple[Phrase, int] | None:
    """The noun phrase that begins at `start`, and where what tells who speaks ends."""
    chunk = _chunk(page, start, end)
    if chunk is None or page.owns(chunk.end):
        return None
    if chunk.mention:
        return Phrase(chunk.mention.span, chunk.mention), chunk.end
    if not _describes(chunk, strict=len(chunk.words) > 3 and chunk.words[0].lower() not in _DETERMINERS):
        return None
    close = _tail().match(page.frame, chunk.end, end)
    stop = max(chunk.end, close.end() if close else 0)
    named = _apposed(page, stop, end)
    return (named, named.span.end) if named else (Phrase(Span(chunk.start, stop)), stop)


def _apposed(page: Page, stop: int, end: int) -> Phrase | None:
    """The person named between commas right after a description ("the mayor, Anna Holm, ...")."""
    chunk = _chunk(page, stop + 2, end) if page.frame.startswith(", ", stop) else None
    if chunk is None or not (chunk.end == end or page.frame[chunk.end : chunk.end + 1] in {",", "."}):
        return None
    if chunk.mention:
        return Phrase(chunk.mention.span, chunk.mention) if chunk.mention.can_be_called else None
    return Phrase(Span(chunk.start, chunk.end)) if len(chunk.words) > 1 and _is_name(chunk.words) else None


@cache
def _tail() -> re.Pattern[str]:
    """What describes a noun further, up to what tells when and where it was said."""
    return re.compile(
        r"\s+(?:for|of|at|from|in|with|on|to|by|near|familiar|close|briefed|based|published|released|compiled|collected|"
        r"gathered|representing|covering)"
        r"(?:(?!\s+(?:in\s+(?:an?|his|her|its|their|the)\s+(?:\w+\s+)?(?:statement|interview|speech|letter|post|email|"
        r"report|filing|briefing|note|release)|on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|at\s+an?\s+(?:news|press)|"
        r"during|after|when|as|before|last|this|late|earlier|yesterday|who|which|that|because|while)\b)"
        r"\s+(?:[^\s,;:“”()—–.]|[.,](?=\d))+)+"
    )


def _chunk(page: Page, start: int, end: int) -> _Chunk | None:
    """The words from `start` up to a link, a relative pronoun or a mark."""
    words: list[str] = []
    first, place, last = -1, start, None
    for begin, stop, word, mention in _tokens(page, start, end):
        if mention is None and word.lower() in _STOPPING:
            break
        first = begin if first < 0 else first
        words.append(word)
        place, last = stop, mention or (last if word.rstrip(".") in _SUFFIXES else None)
    return _Chunk(first, place, tuple(words), last) if words else None


def _tokens(page: Page, start: int, end: int) -> Iterator[tuple[int, int, str, Mention | None]]:
    """The words of a phrase, a name counting as one, up to the first mark that ends it."""
    place, limit = start, 12
    while limit and (token := _token().match(page.frame, place, end)):
        limit -= 1
        begin, stop = token.start(1), token.end(1)
        if place > start and "\n\n" in page.frame[place:begin]:
            return
        mention = page.at(begin)
        if mention and mention.end <= end:
            yield begin, mention.end, page.frame[begin : mention.end], mention
            place = mention.end
            if page.frame[place : place + 1] in {".", "!", "?"}:
                return
            continue
        word = token.group(1)
        bare = word.rstrip(".!?…")
        if bare == word or _is_shortened(bare):
            yield begin, stop, word, None
            place = stop
            continue
        if bare:
            yield begin, begin + len(bare), bare, None
        return


def _is_shortened(word: str) -> bool:
    """Whether a word before a stop is an abbreviation ("Gov.", "J.", "U.S.")."""
    return len(word) == 1 or "." in word or word.lower() in TITLES or word.lower() in SHORTENED


def _describes(chunk: _Chunk, *, strict: bool) -> bool:
    """Whether a chunk that is no known name can speak."""
    first, last = chunk.words[0], chunk.words[-1]
    if (
        last.endswith(("'s", "’s"))
        or not (last[0].isalpha() or last.endswith("-old"))
        or any(word.lower() in FINITES for word in chunk.words)
        or (first.lower() not in _DETERMINERS | _SOMEBODY and not _ARTICLES.isdisjoint(chunk.words[1:]))
    ):
        return False
    if len(chunk.words) == 1:
        lowered = first.lower()
        if lowered in _NOBODY:
            return False
        return lowered in PRONOUNS or lowered in _SOMEBODY or speaks(first) or _is_name(chunk.words)
    if speaks(last):
        return True
    if _is_name(chunk.words):
        return True
    return first.lower() in _DETERMINERS and not strict and len(chunk.words) < 6


def _is_name(words: tuple[str, ...]) -> bool:
    """Whether the words are written like a name that recognition does not know."""
    if not all(word[0].isupper() for word in words):
        return False
    if is_known(" ".join(words)):
        return True
    return not any(is_common(word) for word in words) or (len(words) > 1 and words[0] in listed("titles"))


def _pair(page: Page, chunk: _Chunk, start: int, end: int) -> Phrase | None:
    """Two who speak together ("Harrow and Delgado")."""
    second = phrase(page, start, end, strict=True)
    if second is None or not (chunk.mention or _describes(chunk, strict=True)):
        return None
    return Phrase(Span(chunk.start, second.span.end))
