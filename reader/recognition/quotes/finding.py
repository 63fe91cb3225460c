"""Every quotation and claim of a text with its speaker."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.domain.analysis import Entity, Quote
from reader.domain.article import BlockKind
from reader.recognition.quotes.attributions import sayings, verbs
from reader.recognition.quotes.claims import claimed
from reader.recognition.quotes.frame import Sentence, frame_of, sentences_of
from reader.recognition.quotes.gathering import Gathering
from reader.recognition.quotes.marks import quoted
from reader.recognition.quotes.page import Page
from reader.recognition.quotes.pairing import Told
from reader.recognition.quotes.speakers import Cast
from reader.recognition.quotes.verbs import MUTE
from reader.recognition.zones import Zone

_SILENT = frozenset({BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.TABLE, BlockKind.CODE, BlockKind.TAIL})
_SPEECHLESS = frozenset({"i", "we", "you"})
"""What the writer says is no claim of somebody's."""


def find_quotes(text: str, zones: Sequence[Zone], entities: Sequence[Entity]) -> list[Quote]:
    """What is said in `text` and by whom, in the order of the text; `zones` are its parts in order."""
    parts = [zone.span for zone in zones if zone.kind not in _SILENT]
    marked = quoted(text, parts)
    page = Page(frame_of(text, marked), entities)
    words = verbs(page.frame)
    places = [word.start() for word in words]
    every = list(sentences_of(page.frame, parts, marked, places))
    cast = Cast(page, [one.span.start for one in every])
    gathering = Gathering(text, page, cast, every)
    claims: list[Quote] = []
    for number, sentence in enumerate(every):
        here = words[bisect_left(places, sentence.span.start) : bisect_left(places, sentence.span.end)]
        if here or sentence.quoted:
            told = _told(page, cast, number, sentence, here)
            claims += _claims(page, told)
            gathering.take(told)
    return sorted(gathering.quotes + claims, key=lambda quote: (quote.spans[0].start, -quote.spans[0].end))


def _told(page: Page, cast: Cast, number: int, sentence: Sentence, words: Sequence[re.Match[str]]) -> Told:
    """One sentence with what its attributions tell."""
    every = sayings(page, sentence, words)
    claims = [claimed(page, sentence, every, at) for at in range(len(every))]
    quoting = bool(sentence.quoted)
    spoke = [bool(spans) or (quoting and one.word not in MUTE) for one, spans in zip(every, claims, strict=True)]
    names = [cast.who(one.subject, number, spoke=did) for one, did in zip(every, spoke, strict=True)]
    return Told(number, sentence, every, names, claims)


def _claims(page: Page, told: Told) -> Iterator[Quote]:
    """What is claimed in one sentence."""
    for saying, name, spans in zip(told.sayings, told.names, told.claims, strict=True):
        speaker = saying.subject.span
        if spans and speaker.of(page.frame).lower() not in _SPEECHLESS:
            yield Quote(spans, False, speaker, saying.verb, name)
