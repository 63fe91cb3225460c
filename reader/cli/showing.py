"""The verb that prints an article: show."""

import sys
from argparse import ArgumentParser, Namespace

from reader.cli.out import columns, has_attributes, say, say_json, talk
from reader.cli.shapes_article import article_shape
from reader.cli.verb import Verb, a_count
from reader.domain.kept import KeptArticle
from reader.domain.titles import shortened
from reader.library.bookcase import bookcase_in
from reader.settings import folders
from reader.text.cells import width
from reader.text.screen import unseen

MEASURE = 72
"""The most cells of a line of text; longer ones tire the eye."""

PIECE = 60
"""How much of a repair or a line set aside is shown."""


def show(given: Namespace) -> int:
    """Print one article, for people unless --json asks otherwise.

    Marks are lit where a terminal can; nothing is recognised where none are shown, which takes far less time.
    """
    wants_text = given.json or given.repairs or (given.plain and not given.marks)
    if not wants_text and (given.marks == "words" or has_attributes()):
        _print_with_marks(given)
        return 0
    bookcase = bookcase_in(folders(given.library))
    version = bookcase.current(bookcase.identify(given.id), given.version)
    if given.json:
        say_json(article_shape(version))
    elif given.repairs:
        _print_repairs(version)
    elif wants_text:
        from reader.render.plain import plain  # noqa: PLC0415 - only what is read is laid out

        say(plain(version.article).rstrip("\n"))
    else:
        _print_unlit(version)
    return 0


def _print_with_marks(given: Namespace) -> None:
    from reader.cli.library import library_of  # noqa: PLC0415 - only here is anything recognised

    library = library_of(given)
    opened = library.open(library.identify(given.id), given.version)
    if opened.fault:
        talk(opened.fault)
    if given.marks == "words":
        from reader.render.marking import marks_of  # noqa: PLC0415 - only what is read is laid out
        from reader.render.plain import plain  # noqa: PLC0415 - likewise

        say(plain(opened.article, marks_of(opened)).rstrip("\n"))
    else:
        from reader.cli.page import print_page  # noqa: PLC0415 - only for people

        print_page(opened, min(columns(), MEASURE), given.marks or "calm")


def _print_unlit(version: KeptArticle) -> None:
    from reader.render.layout import layout  # noqa: PLC0415 - only what is read is laid out

    for line in layout(version.article, width=min(columns(), MEASURE), cell_width=width):
        sys.stdout.write(line.text.rstrip() + "\n")


def _print_repairs(version: KeptArticle) -> None:
    """What was done to the input, in the numbers that `edit` takes."""
    say(f"{version.article.title}: repairs" if version.repairs else "Nothing was repaired.")
    for number, repair in enumerate(version.repairs, 1):
        say(f"{number:>4}  {repair.kind}: {_piece(repair.before)} became {_piece(repair.after)}")
    say("Lines set aside:" if version.set_aside else "Nothing was set aside.")
    for number, line in enumerate(version.set_aside, 1):
        say(f"{number:>4}  {line.reason}: {_piece(line.text)}")
    if hidden := unseen(version.article.text):
        say("Hidden characters in the text:")
        for name, times in hidden.most_common():
            say(f"{times:>4}  {name}")


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
