"""Every place of an article that names something: the rules first, then the tagger with the rules in view."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.domain.article import BlockKind
from reader.recognition.again import again
from reader.recognition.bylines import byline_names
from reader.recognition.capitals import plain
from reader.recognition.engines.merging import found_by
from reader.recognition.engines.protocol import Engine
from reader.recognition.found import Found
from reader.recognition.gazetteer import gazetteer
from reader.recognition.names import names
from reader.recognition.offices import offices
from reader.recognition.overlaps import apart
from reader.recognition.products import designated, weapons
from reader.recognition.scenes import Scene, scene
from reader.recognition.settling import settled
from reader.recognition.tagging.tagger import tagged
from reader.recognition.vessels import vessels
from reader.recognition.words import Line, lines, recased
from reader.recognition.zones import Zone, is_in

_HALF = re.compile("[\ud800-\udfff]")
"""Halves of characters, which broken input holds and no encoder takes."""


@dataclass(frozen=True)
class Page:
    """An article as name finding reads it: `text` with the capitals of running text, its sentences, what lists know.

    `written` are the names of bylines, which are read apart, `certain` what its form alone tells ("Su-35"), and `small`
    what is written without capitals. All lie at the places of the original text.
    """

    text: str
    lines: tuple[Line, ...]
    scenes: tuple[Scene, ...]
    written: tuple[Found, ...]
    certain: tuple[Found, ...]
    small: tuple[Found, ...]


def page(text: str, parts: tuple[Zone, ...]) -> Page:
    """The article `text` with its zones `parts`."""
    known = gazetteer()
    text = _HALF.sub("\ufffd", text)
    read = lines(text, parts, known.knows)
    written = [one for line in read if line.kind is BlockKind.BYLINE for one in byline_names(text, line, known)]
    printed = [line for line in read if line.kind is not BlockKind.BYLINE]
    restored = plain(text, printed, known)
    body = tuple(recased(line, restored) if line.titled else line for line in printed)
    scenes = tuple(scene(restored, line, known) for line in body)
    return Page(restored, body, scenes, tuple(written), tuple(_certain(restored)), tuple(_small(restored, body)))


def by_rules(here: Page) -> list[Found]:
    """What rules and lists alone find, apart from one another; the tagger takes it as evidence."""
    return apart([*here.certain, *names(here.scenes, here.lines), *here.small])


def named(text: str, parts: tuple[Zone, ...], engine: Engine | None = None) -> list[Found]:
    """Every place of `parts` that names something, apart from one another and in the order of the text.

    Where an `engine` is given, what it finds stands for what the tagger would.
    """
    here = page(text, parts)
    if engine is None:
        rules = by_rules(here)
        found = settled(here.text, tagged(here.text, here.lines, here.scenes, rules), rules)
    else:
        found = found_by(engine, here.text, [part for part in parts if part.kind is not BlockKind.BYLINE])
    return closed(here, [*here.written, *here.certain, *found, *here.small], parts)


def closed(here: Page, found: Sequence[Found], parts: tuple[Zone, ...]) -> list[Found]:
    """What was found inside `parts`, apart, with the places that repeat a name of it."""
    sure = apart(one for one in found if is_in(one.span, parts))
    return apart([*sure, *again(here.text, here.lines, sure)])


def _certain(text: str) -> Iterator[Found]:
    """The names that their form alone tells: "Su-35", "MV Rubymar"."""
    yield from designated(text)
    yield from vessels(text)


def _small(text: str, lines: Sequence[Line]) -> Iterator[Found]:
    """The names that are written without capitals: offices of a government, kinds of weapons."""
    yield from offices(text)
    yield from weapons(text, (word.text for line in lines for word in line.words))
