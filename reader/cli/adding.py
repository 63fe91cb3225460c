"""The verbs that take articles in: add and sample."""

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass, field

from reader.cli.inputs import STDIN, read_input
from reader.cli.library import library_of
from reader.cli.out import counted, say, say_json, talk
from reader.cli.shapes import added_shape
from reader.cli.verb import Verb, a_day
from reader.domain.errors import ReaderError
from reader.domain.intake import Intake
from reader.domain.kept import Added
from reader.library import Library

SOME_NOT_IN = 1


@dataclass(slots=True)
class Outcome:
    """What became of the inputs so far, in their order: (id, title), (id, input) and (input, sentence)."""

    added: list[tuple[str, str]] = field(default_factory=list)
    duplicates: list[tuple[str, str]] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)


class Inputs:
    """The inputs that were named; standard input is read once, however often it is named."""

    def __init__(self) -> None:
        self._stdin: bytes | None = None

    def read(self, name: str) -> bytes:
        """The bytes of one input. Raises InputMissing, InputRefused."""
        if name != STDIN:
            return read_input(name)
        if self._stdin is None:
            self._stdin = read_input(name)
        return self._stdin


def add(given: Namespace) -> int:
    """Add every input that can be; one that cannot stops no other."""
    library, inputs, outcome = library_of(given), Inputs(), Outcome()
    for at, name in enumerate(given.files):
        _progress(at, len(given.files), name)
        try:
            _add_one(library, inputs.read(name), name, given, outcome)
        except ReaderError as error:
            outcome.failed.append((name, error.sentence))
    _progress(len(given.files), len(given.files), "")
    _tell(outcome, as_json=given.json)
    return SOME_NOT_IN if outcome.failed else 0


def sample(given: Namespace) -> int:
    """Add the sample article, or find it."""
    added = library_of(given).sample()
    outcome = Outcome()
    _note(added, "sample", outcome)
    _tell(outcome, as_json=given.json)
    return 0


def _add_one(library: Library, raw: bytes, name: str, given: Namespace, outcome: Outcome) -> None:
    intake = library.preview(raw, published=given.date, source=given.source)
    added = library.add(intake, raw, tags=given.tag)
    _note(added, name, outcome)
    if not given.json and not added.duplicate:
        _say_what_was_understood(intake)


def _note(added: Added, name: str, outcome: Outcome) -> None:
    if added.duplicate:
        outcome.duplicates.append((added.id, name))
    else:
        outcome.added.append((added.id, added.title))


def _tell(outcome: Outcome, *, as_json: bool) -> None:
    """Print what became of the inputs: ids and titles are data, all else is talk."""
    if as_json:
        say_json(added_shape(outcome.added, outcome.duplicates, outcome.failed))
        return
    for one, title in outcome.added:
        say(f"{one}  {title}")
    for one, name in outcome.duplicates:
        say(one)
        talk(f"{name} is in the library already, as {one}.")
    for name, sentence in outcome.failed:
        talk(sentence if name in sentence else f"{name}: {sentence}")
    if len(outcome.added) + len(outcome.duplicates) + len(outcome.failed) > 1:
        parts = (f"{len(outcome.added)} added", f"{len(outcome.duplicates)} here already", f"{len(outcome.failed)} not")
        talk(", ".join(parts) + ".")


def _say_what_was_understood(intake: Intake) -> None:
    """Tell how the input was read, so that a mistake is seen at once."""
    article = intake.article
    day = article.published.isoformat() if article.published else article.published_text
    told = (
        ("by", ", ".join(article.authors)),
        ("source", article.source),
        ("published", day),
        ("text", f"{counted(len(article.paragraphs), 'paragraph')}, {counted(article.words, 'word')}"),
        ("undone", counted(len(intake.repairs), "repair") if intake.repairs else ""),
        ("set aside", counted(len(intake.set_aside), "line") if intake.set_aside else ""),
    )
    talk(f"{article.title}: " + "; ".join(f"{name} {words}" for name, words in told if words) + ".")
    for notice in intake.notices:
        talk(notice)


def _progress(done: int, of: int, name: str) -> None:
    """A line on stderr that is written over, while many inputs are read and a person watches."""
    if of > 1 and sys.stderr.isatty():
        from reader.text.screen import clean  # noqa: PLC0415 - only for a person who watches

        sys.stderr.write(f"\r\x1b[K{done + 1}/{of} {clean(name, multiline=False)[:60]}" if done < of else "\r\x1b[K")
        sys.stderr.flush()


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="a text or Markdown file, or - for standard input")
    parser.add_argument("--date", type=a_day, metavar="DATE", help="the day it was published, as 2022-12-09")
    parser.add_argument("--source", default="", metavar="NAME", help="who published it")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="a tag for it; may be repeated")


def _no_options(_: ArgumentParser) -> None:
    """This verb has none of its own."""


VERBS = {
    "add": Verb(
        "Add articles from files or standard input.",
        ("reader add article.txt", "wl-paste | reader add - --date 2022-12-09 --tag iran", "reader add *.txt --json"),
        _add_options,
        add,
    ),
    "sample": Verb("Add the sample article.", ("reader sample",), _no_options, sample),
}
