"""The verbs that correct and take back: edit, rm, undo and redo."""

from argparse import ArgumentParser, Namespace

from reader.cli.library import library_of
from reader.cli.out import say, say_json, talk
from reader.cli.verb import USAGE, Verb, a_count
from reader.domain.added import Added
from reader.domain.discarded import KEPT
from reader.library.library import Library

FIELDS = (
    ("title", "T", "the headline"),
    ("kicker", "K", "the line over the headline"),
    ("standfirst", "S", "the summary under the headline"),
    ("authors", "A", "the authors, separated by semicolons"),
    ("contributors", "A", "who else reported, separated by semicolons"),
    ("dateline", "PLACE", "where it was written"),
    ("published", "DATE", "the day it was published, as 2022-12-09"),
    ("published-text", "D", "the date as printed"),
    ("source", "NAME", "who published it"),
    ("url", "URL", "its address"),
    ("language", "CODE", "its language, such as en"),
)
"""The options of `edit` for the fields of an article, with a word for the value and a sentence."""


def edit(given: Namespace) -> int:
    """Make a new version with corrected fields, a repair undone, or a line restored; one of the three."""
    library = library_of(given)
    named = {option.replace("-", "_") for option, _, _ in FIELDS}
    fields = {name: value for name in sorted(named) if (value := getattr(given, name)) is not None}
    wishes = [bool(fields), given.undo_repair is not None, given.restore_line is not None]
    if sum(wishes) != 1:
        talk("Say what to edit: fields (such as --title T), or --undo-repair N, or --restore-line N.")
        return USAGE
    revised = _revise(library, library.identify(given.id), fields, given)
    if given.json:
        say_json({"id": revised.id, "title": revised.title, "changed": not revised.duplicate})
    else:
        say(f"{revised.id}  {revised.title}")
        talk("Nothing was different." if revised.duplicate else "This is a new version; the earlier one is kept.")
    return 0


def rm(given: Namespace) -> int:
    """Put articles in the trash."""
    library = library_of(given)
    articles = list(dict.fromkeys(library.identify(typed) for typed in given.ids))
    library.trash(articles)
    if given.json:
        say_json({"removed": articles})
    else:
        where, them = ("is in the trash", "it") if len(articles) == 1 else ("are in the trash", "them")
        back = f"`reader trash --restore {' '.join(articles)}`"
        talk(f"{', '.join(articles)} {where}; {back} brings {them} back within {KEPT.days} days.")
    return 0


def undo(given: Namespace) -> int:
    """Take back the last change."""
    what = library_of(given).undo().what
    if given.json:
        say_json({"undone": what})
    else:
        talk(f"Undid: {what}. `reader redo` does it again.")
    return 0


def redo(given: Namespace) -> int:
    """Do again what was taken back last."""
    what = library_of(given).redo().what
    if given.json:
        say_json({"redone": what})
    else:
        talk(f"Did again: {what}.")
    return 0


def _revise(library: Library, article: str, fields: dict[str, str], given: Namespace) -> Added:
    if given.undo_repair is not None:
        return library.undo_repair(article, given.undo_repair - 1)
    if given.restore_line is not None:
        return library.restore_line(article, given.restore_line - 1)
    return library.edit_fields(article, fields)


def _edit_options(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the article")
    for option, value, sentence in FIELDS:
        parser.add_argument(f"--{option}", metavar=value, help=f'{sentence}; "" removes it')
    parser.add_argument("--undo-repair", type=a_count, metavar="N", help="undo one repair, as `show --repairs` counts")
    parser.add_argument("--restore-line", type=a_count, metavar="N", help="restore one line that was set aside")


def _rm_options(parser: ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help="an article")


def _no_options(_: ArgumentParser) -> None:
    """This verb has none of its own."""


VERBS = {
    "edit": Verb(
        "Correct what was understood of an article, as a new version.",
        ('reader edit 4kj2 --title "Ferries to the islands" --authors "A. Berg; C. Dahl"', "reader edit 4kj2 --url ''"),
        _edit_options,
        edit,
    ),
    "rm": Verb("Put articles in the trash.", ("reader rm 4kj2", "reader trash --restore 4kj2"), _rm_options, rm),
    "undo": Verb("Take back the last change.", ("reader undo",), _no_options, undo),
    "redo": Verb("Do again what was taken back last.", ("reader redo",), _no_options, redo),
}
