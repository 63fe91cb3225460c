"""The verb for the trash: see what lies in it, bring it back, empty it."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from reader.cli.library import library_of
from reader.cli.out import counted, say_json, say_table, talk
from reader.cli.shapes import Shape
from reader.cli.verb import USAGE, Verb
from reader.domain.discarded import KEPT, Discarded
from reader.domain.ids import note_id
from reader.domain.titles import shortened
from reader.library.library import Library

TITLE_COLUMN = 3
NOTHING_EMPTIED = 1
WORDS_LENGTH = 200
YES = frozenset({"y", "yes"})


def trash(given: Namespace) -> int:
    """List what lies in the trash, bring things back, or empty it."""
    library = library_of(given)
    if given.restore and given.empty:
        talk("Either --restore or --empty, not both.")
        return USAGE
    if given.restore:
        return _restore(library, given)
    gone = library.wastebasket.purge()
    if gone.articles or gone.notes:
        talk(f"{_counts(gone.articles, gone.notes)} lay here for more than {KEPT.days} days and are gone for good.")
    things = library.wastebasket.contents()
    return _empty(library, things, given) if given.empty else _list(things, given)


def _list(things: Sequence[Discarded], given: Namespace) -> int:
    if given.json:
        say_json([_shape(thing) for thing in things])
    elif things:
        say_table([_cells(thing) for thing in things], giving=TITLE_COLUMN)
    else:
        talk("The trash is empty.")
    return 0


def _restore(library: Library, given: Namespace) -> int:
    things = list({_id(thing): thing for thing in map(library.wastebasket.identify, given.restore)}.values())
    what = library.wastebasket.restore(things).what
    if given.json:
        say_json({"restored": [_id(thing) for thing in things]})
    else:
        talk(f"Done: {what}. `reader undo` puts it in the trash again.")
    return 0


def _empty(library: Library, things: Sequence[Discarded], given: Namespace) -> int:
    notes = sum(thing.note is not None for thing in things)
    if things and not given.yes and not _agreed(_counts(len(things) - notes, notes)):
        return NOTHING_EMPTIED
    gone = library.wastebasket.empty(things)
    if given.json:
        say_json({"articles": gone.articles, "notes": gone.notes})
    else:
        talk(f"{_counts(gone.articles, gone.notes)} gone for good." if things else "The trash is empty already.")
    return 0


def _agreed(what: str) -> bool:
    """Whether a person says yes; where none can be asked, it is told how to do without."""
    if not sys.stdin.isatty():
        talk(
            "Nothing was emptied: that cannot be undone, and there is no terminal to ask on. "
            "`reader trash --empty --yes` does it unasked."
        )
        return False
    sys.stderr.write(f"reader: {what} would be gone for good, and undo cannot bring that back. Empty the trash? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().casefold() in YES:
        return True
    talk("Nothing was emptied.")
    return False


def _counts(articles: int, notes: int) -> str:
    """So many articles and notes, in words."""
    counts = ((articles, "article"), (notes, "note"))
    return " and ".join(counted(number, name) for number, name in counts if number) or "Nothing"


def _id(thing: Discarded) -> str:
    return note_id(thing.note.key) if thing.note else thing.record.article


def _cells(thing: Discarded) -> tuple[str, ...]:
    """One thing as a line: id, when it went there, days left, what it is."""
    day, left = thing.trashed.date().isoformat(), f"{thing.days_left} d left"
    if thing.note is None:
        return _id(thing), day, left, thing.title
    quote = f"“{thing.note.anchor.quote}”" if thing.note.anchor else ""
    words = shortened(" ".join((thing.note.text or quote).split()), WORDS_LENGTH)
    return _id(thing), day, left, f"note on {thing.record.article}: {words}"


def _shape(thing: Discarded) -> Shape:
    """One thing as --json prints it; `note` is null for an article."""
    return {
        "id": _id(thing),
        "kind": "note" if thing.note else "article",
        "article": thing.record.article,
        "title": thing.title,
        "text": thing.note.text if thing.note else None,
        "quote": thing.note.anchor.quote if thing.note and thing.note.anchor else None,
        "trashed": thing.trashed.isoformat(),
        "days_left": thing.days_left,
        "notes": thing.notes,
    }


def _trash_options(parser: ArgumentParser) -> None:
    parser.add_argument("--restore", nargs="+", default=[], metavar="ID", help="bring back articles and notes")
    parser.add_argument("--empty", action="store_true", help="remove all that lies in the trash for good; asks first")
    parser.add_argument("--yes", action="store_true", help="with --empty: do not ask")


VERBS = {
    "trash": Verb(
        f"List what was deleted within {KEPT.days} days, bring it back, or empty the trash.",
        ("reader trash", "reader trash --restore 4kj2", "reader trash --empty"),
        _trash_options,
        trash,
    ),
}
