"""The verbs that take articles in: add and sample."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reader.cli.inputs import STDIN, read_input
from reader.cli.library import library_of
from reader.cli.out import counted, cut, is_terminal, say, say_json, talk
from reader.cli.shapes import added_shape
from reader.cli.verb import Verb, a_day
from reader.domain.added import Added
from reader.domain.doors import Door
from reader.domain.errors import ReaderError
from reader.domain.intake import Intake
from reader.library.library import Library
from reader.text.screen import clean

SOME_NOT_IN = 1
AFRESH = "\r\x1b[K"
"""Back to the beginning of the line, and the line empty."""


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
    for at, name in enumerate(given.files, 1):
        with _progress(at, len(given.files), name):
            try:
                intake = _add_one(library, inputs.read(name), name, given, outcome)
            except ReaderError as error:
                outcome.failed.append((name, error.sentence))
                continue
        if not given.json:
            _tell_what_was_understood(intake, name, alone=len(given.files) == 1)
    _tell(outcome, as_json=given.json)
    return SOME_NOT_IN if outcome.failed else 0


def sample(given: Namespace) -> int:
    """Add the sample article, or find it; and open it, where a person sits before a terminal."""
    library = library_of(given)
    added = library.sample()
    if sys.stdin.isatty() and is_terminal() and not given.json:
        from reader.ui.app import run_app  # noqa: PLC0415 - the toolkit is loaded only where a screen opens

        return run_app(library, added.id)
    outcome = Outcome()
    _note(added, "sample", outcome)
    _tell(outcome, as_json=given.json)
    return 0


def _add_one(library: Library, raw: bytes, name: str, given: Namespace, outcome: Outcome) -> Intake:
    intake = library.preview(raw, published=given.date, source=given.source)
    _note(library.add(intake, raw, tags=given.tag), name, outcome)
    return intake


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


def _tell_what_was_understood(intake: Intake, name: str, *, alone: bool) -> None:
    """Tell how the only input was read, so that a mistake is seen at once; of several, only what went wrong."""
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
    if alone:
        talk(f"{article.title}: " + "; ".join(f"{what} {words}" for what, words in told if words) + ".")
    for notice in intake.notices:
        talk(f"{name}: {notice}")


@contextmanager
def _progress(at: int, of: int, name: str) -> Iterator[None]:
    """Show which of many inputs is being read while it is, if a person watches."""
    if of == 1 or not sys.stderr.isatty():
        yield
        return
    sys.stderr.write(f"{AFRESH}{at}/{of} {cut(clean(name, multiline=False), 60)}")
    sys.stderr.flush()
    try:
        yield
    finally:
        sys.stderr.write(AFRESH)
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
        door=Door.IMPORT,
    ),
    "sample": Verb(
        "Open the sample article, which is added if need be; without a terminal, print its id.",
        ("reader sample",),
        _no_options,
        sample,
    ),
}
