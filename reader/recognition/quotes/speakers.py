"""Who speaks: the phrase of an attribution chained to an entity of the text, pronouns and roles included."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.analysis import Entity, EntityKind
from reader.recognition.lexicon import is_common
from reader.recognition.quotes.bodies import names_body
from reader.recognition.quotes.fitting import fits_description, fits_entity
from reader.recognition.quotes.page import Mention, Page
from reader.recognition.quotes.phrases import Phrase, is_known
from reader.text.wordlist import wordlist

_COMPANIES = wordlist(
    "company group firm carmaker lender airline bank insurer retailer manufacturer chipmaker drugmaker charity club "
    "union agency organisation organization network party start-up startup broadcaster newspaper maker supplier "
    "university"
)
"""What stands for the one body that a text speaks of."""

_PREPOSITIONS = wordlist("of for to with by in from against about on after than under at between despite")
"""Behind these somebody is named of whom a sentence does not speak."""

_ONE, _EITHER = frozenset({"he", "she"}), "he or she"
_MANY = ("s", "sh", "ch", "ese")
"""How a nationality ends that tells a people and not one of them."""

_OPENING = 6
"""How near to its beginning a sentence names what it is about, in characters."""

_SENTENCES, _REACH = 4, 3000
"""How far back a pronoun or a role looks, in sentences and in characters."""


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Somebody who spoke: who it is, which pronoun fits ("" when unknown), and in which sentence."""

    who: str
    fits: str
    sentence: int


class Cast:
    """Who can speak in one text, and who has spoken so far; `starts` are the places where its sentences begin."""

    def __init__(self, page: Page, starts: Sequence[int]) -> None:
        self.page, self.starts = page, starts
        self._spoken: dict[int, list[_Speaker]] = {}
        self._fitting: dict[str, str] = {}

    def who(self, phrase: Phrase, sentence: int, *, spoke: bool = True) -> str:
        """The fullest name or the description of who speaks, "" where that cannot be told.

        Whoever `spoke` is remembered, so that a pronoun can mean them.
        """
        who, fits = self._known(phrase, sentence)
        if who and spoke:
            self._spoken.setdefault(sentence, []).append(_Speaker(who, fits, sentence))
        return who

    def _known(self, phrase: Phrase, sentence: int) -> tuple[str, str]:
        """Who a phrase means, and which pronoun fits."""
        place, words = phrase.span.start, " ".join(phrase.span.of(self.page.frame).split())
        meant = self._meant(_EITHER, place, sentence) if self._is_epithet(phrase) else ""
        if meant:
            return meant, ""
        if phrase.mention:
            return phrase.mention.entity.name, self._fits(phrase.mention.entity)
        lowered = words.lower()
        if lowered in {"i", "we", "you"}:
            return "", ""
        if lowered in {"he", "she", "they", "it"}:
            return self._meant(lowered, place, sentence), lowered
        holder = self._holder(lowered, place, sentence)
        if holder:
            return holder.name, self._fits(holder)
        return self._described(words, place), fits_description(lowered)

    def _is_epithet(self, phrase: Phrase) -> bool:
        """Whether a phrase is a nationality or an age, which stands for somebody named before ("the Italian")."""
        words = phrase.span.of(self.page.frame)
        if phrase.mention is None:
            return words.lower().startswith("the ") and words.endswith("-year-old")
        if phrase.mention.entity.kind is not EntityKind.GROUP or words.endswith(_MANY):
            return False
        return self.page.frame[max(0, phrase.span.start - 4) : phrase.span.start].lower() == "the "

    def _described(self, words: str, place: int) -> str:
        """A description as it stands within a sentence: its first word small, unless it is a name."""
        if self.page.at(place) or is_known(words) or not is_common(words.split(" ", 1)[0]):
            return words
        return words[0].lower() + words[1:]

    def _fits(self, entity: Entity) -> str:
        """Which pronoun fits an entity."""
        if entity.name not in self._fitting:
            self._fitting[entity.name] = fits_entity(self.page.frame, entity)
        return self._fitting[entity.name]

    def _meant(self, pronoun: str, place: int, sentence: int) -> str:
        """Whom a pronoun at `place` means: the last who fits, speakers and subjects before others."""
        for number in range(sentence, max(-1, sentence - _SENTENCES), -1):
            spoken = [one for one in self._spoken.get(number, ()) if _agree(pronoun, one.fits)]
            if spoken:
                return spoken[-1].who
            end = place if number == sentence else self.starts[number + 1]
            end = min(end, self.starts[number] + _OPENING) if pronoun == "it" else end
            here = self.page.within(self.starts[number], end)
            named = next((one for one in here if self._may_be(pronoun, one) and not self._is_object(one)), None)
            if named:
                return named.entity.name
        earlier = reversed(self.page.within(max(0, place - _REACH), place))
        last = next((one for one in earlier if one.is_person and self._may_be(pronoun, one)), None)
        return last.entity.name if last else ""

    def _may_be(self, pronoun: str, mention: Mention) -> bool:
        """Whether a pronoun can mean what is named here."""
        if self.page.owns(mention.end) or (mention.is_person and names_body(self.page, mention)):
            return False
        if pronoun == "it":
            return mention.entity.kind is EntityKind.ORGANISATION
        if pronoun in _ONE:
            return mention.is_person and self._fits(mention.entity) in {"", pronoun}
        return pronoun == _EITHER and mention.is_person

    def _is_object(self, mention: Mention) -> bool:
        """Whether a name stands behind a preposition, so that its sentence speaks of something else."""
        before = self.page.frame[max(0, mention.start - 20) : mention.start].split()
        return bool(before) and before[-1] in _PREPOSITIONS

    def _holder(self, words: str, place: int, sentence: int) -> Entity | None:
        """The entity that a description such as "the ministry" or "the prime minister" stands for."""
        role = words.removeprefix("the ")
        if role == words or len(role.split()) > 3:
            return None
        earlier = self.page.within(max(0, place - _REACH), place)
        bodies = [one.entity for one in earlier if one.entity.kind is EntityKind.ORGANISATION]
        called = next((one for one in reversed(bodies) if f" {role} " in f" {one.name.lower()} "), None)
        if called:
            return called
        if role in _COMPANIES:
            return self._body_before(bodies, sentence)
        return next((one.entity for one in reversed(earlier) if one.is_person and self._holds(one, role)), None)

    def _body_before(self, bodies: Sequence[Entity], sentence: int) -> Entity | None:
        """The body that the text has spoken of alone, or that the sentence before begins with."""
        if bodies and all(one is bodies[0] for one in bodies):
            return bodies[0]
        start = self.starts[max(0, sentence - 1)]
        before = self.page.within(start, min(self.starts[sentence], start + 5))
        return before[0].entity if before and before[0].entity.kind is EntityKind.ORGANISATION else None

    def _holds(self, mention: Mention, role: str) -> bool:
        """Whether somebody is told to hold an office right beside the name."""
        before = self.page.frame[max(0, mention.start - 40) : mention.start].lower()
        after = self.page.frame[mention.end : mention.end + 60].lower()
        office = re.escape(role)
        if role in before and re.search(rf"\b{office}(?: of [\w ]+)?,? $", before):
            return True
        beside = rf", (?:\d+, )?(?:the |an? )?(?:[\w’'-]+ ){{0,3}}{office}\b"
        return role in after and re.match(beside, after) is not None


def _agree(pronoun: str, fits: str) -> bool:
    """Whether a pronoun can stand for a speaker whom `fits` fits."""
    return fits == pronoun or (not fits and pronoun != "it") or (pronoun in {"they", _EITHER} and fits in _ONE)
