"""From text to Intake, in steps that can be read one by one."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from reader.domain.errors import InputRefused
from reader.domain.intake import Intake
from reader.ingest import characters, inline
from reader.ingest.assembly import closed, intake_of
from reader.ingest.draft import Draft, Replacement, apply
from reader.ingest.joining import without_page_cuts, without_wraps
from reader.ingest.lines import in_lines
from reader.ingest.pages import without_page_furniture
from reader.ingest.pictures import with_captions
from reader.ingest.screening import without_furniture

Step = Callable[[Draft], Draft]


def _letters(step: Callable[[str], Iterable[Replacement]]) -> Step:
    """A step that looks at every letter, whatever it belongs to."""
    return lambda draft: apply(draft, step(draft.text))


def _words(step: Callable[[str], Iterable[Replacement]]) -> Step:
    """A step that looks at the words of every line but code."""
    return lambda draft: inline.in_words(draft, step)


CHARACTERS: tuple[Step, ...] = (_letters(characters.controls), _letters(characters.odd_spaces))
"""What is done to the letters before anything is known of the lines."""

INLINE: tuple[Step, ...] = (
    _words(inline.pictures),
    _words(inline.links),
    _words(inline.links),
    _words(inline.references),
    _words(inline.autolinks),
    _words(inline.slanted),
    _words(inline.strong),
    _words(inline.escapes),
    _words(inline.entities),
    _words(characters.doubled_spaces),
    _letters(characters.recomposed),
    inline.with_bare_links,
)
"""What is done inside lines. Links come twice because one may stand in the words of another."""

BLOCKS: tuple[Step, ...] = (
    without_furniture,
    closed,
    with_captions,
    closed,
    without_page_cuts,
    _letters(characters.recomposed),
)
"""What is done with whole lines, once their words are clean."""


def steps(*, markdown: bool) -> tuple[Step, ...]:
    """Everything that is done to a text, in order."""
    lines: tuple[Step, ...] = (lambda draft: in_lines(draft, markdown=markdown), without_page_furniture, without_wraps)
    return (*CHARACTERS, *lines, *INLINE, *BLOCKS)


def read(text: str, day: date, *, markdown: bool = False, encoding: str = "", notices: tuple[str, ...] = ()) -> Intake:
    """The article in a text, and what was done to it; raises InputRefused if there is not a word in it."""
    draft = Draft(characters.settled(text))
    for step in steps(markdown=markdown):
        draft = step(draft)
    if not draft.pieces:
        draft = _all_of(text, markdown=markdown)
    if not draft.pieces:
        raise InputRefused(
            "There is no text here. Nothing was added; choose a file with text in it, or paste an article."
        )
    return intake_of(draft, day, encoding, notices)


def _all_of(text: str, *, markdown: bool) -> Draft:
    """The draft of a text that is furniture from end to end, which is then all there is to keep."""
    draft = Draft(characters.settled(text))
    for step in (*CHARACTERS, lambda whole: in_lines(whole, markdown=markdown), *INLINE):
        draft = step(draft)
    kept = tuple(replace(piece, aside="") for piece in draft.pieces)
    return closed(replace(draft, pieces=kept))
