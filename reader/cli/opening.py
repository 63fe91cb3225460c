"""What opens the screens: `reader`, `reader FILE`, `reader ID`; and the verb that prints their keys."""

import os
from argparse import ArgumentParser, Namespace
from difflib import get_close_matches
from pathlib import Path

from reader.cli.library import library_of
from reader.cli.out import say, say_json, say_table, talk
from reader.cli.verb import USAGE, Verb
from reader.cli.verbs import PLACES
from reader.domain.doors import SECURE, is_secure
from reader.domain.errors import NotFound, TurnedOff
from reader.library.library import Library


def open_screens(given: Namespace) -> int:
    """Open the library, or at once the file or article that is named."""
    if given.json:
        talk("--json belongs to a verb, such as `reader list --json`.")
        return USAGE
    if given.word == "-":
        talk("The screens need the keyboard. `reader add -` adds what comes on standard input.")
        return USAGE
    library = library_of(given)
    start = start_of(library, given.word) if given.word else None
    library.safekeeping.in_background()
    from reader.ui.app import run_app  # noqa: PLC0415 - the toolkit is loaded only where a screen opens

    return run_app(library, start)


def start_of(library: Library, word: str) -> str:
    """The path of a file, else the id of an article; a file goes first.

    A file is read once here, so that one that is no article is refused before a screen opens. Where READER_SECURE is
    set, a word is an id or nothing, so that nobody learns which files there are.

    Raises NotFound, Ambiguous, InputMissing, InputRefused, TurnedOff.
    """
    shut = is_secure(os.environ)
    if not shut and os.path.isfile(word):  # noqa: PTH113 - Path raises where a word is too long for a name
        from reader.cli.inputs import read_input  # noqa: PLC0415 - an article in the library needs none of it

        library.preview(read_input(word))
        return str(Path(word).resolve())
    try:
        return library.identify(word)
    except NotFound as error:
        near = get_close_matches(word, PLACES, n=1)
        meant = f" Did you mean `reader {near[0]}`?" if near and type(error) is NotFound else ""
        if shut and type(error) is NotFound:
            raise TurnedOff(f"{error.sentence} Files are not opened, because {SECURE} is set.{meant}") from error
        raise type(error)(f"“{word}” is no verb and no file. {error.sentence}{meant}") from error


def keys(given: Namespace) -> int:
    """Print every key, with what it does, by place."""
    from reader.ui.commands import COMMANDS, key_names  # noqa: PLC0415 - the table knows the toolkit's names

    if given.json:
        say_json(
            [
                {"id": one.id, "keys": one.keys.split(","), "name": one.name, "sentence": one.sentence}
                for one in COMMANDS
                if one.is_offered
            ]
        )
        return 0
    for place in dict.fromkeys(one.place for one in COMMANDS):
        say(f"{place}:")
        rows = [("", key_names(one), one.sentence) for one in COMMANDS if one.place == place and one.is_offered]
        say_table(rows, giving=2)
    return 0


def _options(parser: ArgumentParser) -> None:
    parser.usage = "reader [--library DIR] [FILE | ID]"
    parser.add_argument("word", nargs="?", metavar="FILE | ID", help="a file or an article to open at once")


def _no_options(_: ArgumentParser) -> None:
    """This verb has none of its own."""


OPEN = Verb("Open the library, a file, or an article.", ("reader", "reader ./list"), _options, open_screens)
VERBS = {"keys": Verb("Print the keys of the screens.", ("reader keys",), _no_options, keys)}
