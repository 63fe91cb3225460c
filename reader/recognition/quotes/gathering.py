"""Quotations gathered from their pieces: split by an attribution, or going on in the next sentence or paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.analysis import Quote
from reader.domain.span import Span
from reader.recognition.quotes.attributions import Saying
from reader.recognition.quotes.frame import OPEN, Sentence
from reader.recognition.quotes.marks import Quoted
from reader.recognition.quotes.page import Page
from reader.recognition.quotes.pairing import Told, attribution, by_mark, is_said
from reader.recognition.quotes.phrases import Phrase
from reader.recognition.quotes.speakers import Cast
from reader.recognition.quotes.subjects import opening_subject


@dataclass(slots=True)
class _Words:
    """A direct quotation whose last piece so far is `last`, in the sentence of that number."""

    spans: list[Span]
    last: Quoted
    sentence: int
    saying: Saying | None = None
    subject: Phrase | None = None
    who: str = ""

    def quote(self) -> Quote:
        """The finished quotation."""
        speaker = self.subject.span if self.subject else None
        return Quote(tuple(self.spans), True, speaker, self.saying.verb if self.saying else None, self.who)

    def add(self, more: "_Words") -> None:
        """Takes a further piece in, and the attribution that only it has."""
        self.spans += more.spans
        self.last, self.sentence = more.last, more.sentence
        if self.subject is None and more.subject:
            self.saying, self.subject, self.who = more.saying, more.subject, more.who


class Gathering:
    """The direct quotations found so far, and who has spoken last."""

    def __init__(self, text: str, page: Page, cast: Cast, sentences: Sequence[Sentence]) -> None:
        self.text, self.page, self.cast, self.sentences = text, page, cast, sentences
        self._found: list[_Words] = []
        self._last, self._spoke_in = "", -1

    @property
    def quotes(self) -> list[Quote]:
        """The quotations in the order of the text."""
        return [words.quote() for words in self._found]

    def take(self, told: Told) -> None:
        """Takes in the quotations of one sentence."""
        for one in told.sentence.quoted:
            words = self._words(told, one)
            if words:
                self._add(words)
        speaking = [name for saying, name in zip(told.sayings, told.names, strict=True) if saying.speaks and name]
        if speaking:
            self._last, self._spoke_in = speaking[-1], told.number

    def _add(self, words: _Words) -> None:
        """Adds words said, to those before if they go on with them."""
        before = self._found[-1] if self._found else None
        if before and self._go_on(before, words):
            before.add(words)
            words = before
        else:
            self._found.append(words)
        if words.who:
            self._last, self._spoke_in = words.who, words.sentence

    def _words(self, told: Told, one: Quoted) -> _Words | None:
        """What stands in one pair of marks, with who said it; None where nobody did."""
        words = _Words([one.inner], one, told.number)
        at = attribution(self.text, self.page, told, one)
        if at is not None:
            saying = told.sayings[at]
            words.saying, words.subject, words.who = saying, saying.subject, told.names[at]
        elif not self._is_continued(one):
            return self._unattributed(told, one, words)
        return words

    def _is_continued(self, one: Quoted) -> bool:
        """Whether the quotation before was left open for these words."""
        before = self._found[-1].last if self._found else None
        return before is not None and before.goes_on and before.paragraph + 1 == one.paragraph

    def _unattributed(self, told: Told, one: Quoted, words: _Words) -> _Words | None:
        """Words without a verb of saying, with who said them where the text tells; None where nobody did."""
        words.subject = by_mark(self.text, self.page, told.sentence, one)
        if words.subject:
            words.who = self.cast.who(words.subject, told.number)
            return words
        said = is_said(self.text, self.page, told.sentence, one)
        if said is None:
            words.who = self._speaker_before(told.number)
        return None if said is False else words

    def _speaker_before(self, number: int) -> str:
        """Who spoke in the sentence before, or of whom it begins to speak."""
        if self._last and self._spoke_in == number - 1:
            return self._last
        if number == 0:
            return ""
        before = self.sentences[number - 1].span
        subject = opening_subject(self.page, before.start, before.end)
        return self.cast.who(subject, number - 1) if subject else ""

    def _go_on(self, before: _Words, words: _Words) -> bool:
        """Whether these words are a further piece of the quotation before."""
        if before.last.goes_on:
            return before.last.paragraph + 1 == words.last.paragraph
        if before.last.paragraph != words.last.paragraph:
            return False
        if words.saying is None:
            return words.subject is None and words.sentence - before.sentence == 1
        saying = words.saying
        if saying is not before.saying or before.last.outer.end > saying.start:
            return False
        between = self.page.frame[saying.end : words.last.outer.start]
        return OPEN not in between and (not between.strip(" ,:") or between.rstrip().endswith((",", ":")))
