"""The verb that prints an article: show."""

from argparse import ArgumentParser, Namespace

from reader.cli.library import kept, library_of
from reader.cli.out import columns, say, say_json
from reader.cli.shapes import article_shape
from reader.cli.verb import Verb, a_count
from reader.domain.kept import KeptArticle
from reader.domain.titles import shortened
from reader.library.library import Library

MEASURE = 72
"""The most cells of a line of text; longer ones tire the eye."""

PIECE = 60
"""How much of a repair or a line set aside is shown."""


def show(given: Namespace) -> int:
    """Print one article, for people unless --json asks otherwise."""
    library = library_of(given)
    article = library.identify(given.id)
    if given.json or given.repairs:
        version = kept(library, article, given.version)
        if given.json:
            say_json(article_shape(version))
        else:
            _print_repairs(version)
    elif given.plain and not given.marks:
        from reader.render import plain  # noqa: PLC0415 - only what is read is laid out

        say(plain(kept(library, article, given.version).article).rstrip("\n"))
    else:
        _print_with_marks(library, article, given)
    return 0


def _print_with_marks(library: Library, article: str, given: Namespace) -> None:
    if given.marks == "words":
        from reader.render import marks_of, plain  # noqa: PLC0415 - only what is read is laid out

        opened = library.open(article, given.version)
        say(plain(opened.article, marks_of(opened)).rstrip("\n"))
    else:
        from reader.cli.page import print_page  # noqa: PLC0415 - only for people

        print_page(library, article, given.version, min(columns(), MEASURE), given.marks or "calm")


def _print_repairs(version: KeptArticle) -> None:
    """What was done to the input, in the numbers that `edit` takes."""
    say(f"{version.article.title}: repairs" if version.repairs else "Nothing was repaired.")
    for number, repair in enumerate(version.repairs, 1):
        say(f"{number:>4}  {repair.kind}: {_piece(repair.before)} became {_piece(repair.after)}")
    say("Lines set aside:" if version.set_aside else "Nothing was set aside.")
    for number, line in enumerate(version.set_aside, 1):
        say(f"{number:>4}  {line.reason}: {_piece(line.text)}")


def _piece(text: str) -> str:
    """A short text with its line ends and spaces to be seen."""
    return repr(shortened(text, PIECE)) if text.isprintable() and "\n" not in text else ascii(text)[:PIECE]


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the article, by any beginning of its id that no other has")
    parser.add_argument("--plain", action="store_true", help="as plain text, one line per paragraph")
    parser.add_argument(
        "--marks", choices=("words", "off", "calm", "all"), help="marks written out, or how many of them are lit"
    )
    parser.add_argument("--version", type=a_count, metavar="N", help="an earlier version")
    parser.add_argument("--repairs", action="store_true", help="what was repaired and set aside, numbered")


VERBS = {
    "show": Verb(
        "Print an article.",
        ("reader show 4kj2", "reader show 4kj2 --plain", "reader show 4kj2 --marks=words", "reader show 4kj2 --json"),
        _options,
        show,
    ),
}
