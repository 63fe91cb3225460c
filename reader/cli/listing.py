"""The verbs that list what is there: list and notes."""

from argparse import ArgumentParser, Namespace

from reader.cli.out import counted, say, say_json, say_table, talk
from reader.cli.shapes import note_shape, row_shape
from reader.cli.verb import Verb
from reader.domain.heads import ArticleRow
from reader.domain.ids import note_id
from reader.domain.notes import Note
from reader.domain.titles import shortened
from reader.library.catalogue import Catalogue, catalogue_in
from reader.settings import folders

NOTHING_FOUND = 1
TITLE_COLUMN = 3
QUOTE_LENGTH = 200


def list_articles(given: Namespace) -> int:
    """Print the articles, newest first."""
    catalogue, found = _found(given)
    rows = [row for row in found if _is_wanted(row, given)]
    _tell_damage(catalogue)
    if given.json:
        say_json([row_shape(row) for row in rows])
    elif rows:
        say_table([_cells(row) for row in rows], giving=TITLE_COLUMN)
    else:
        talk("No article fits." if _is_narrowed(given) else "The library is empty. `reader add FILE` adds an article.")
    return NOTHING_FOUND if not rows and _is_narrowed(given) else 0


def list_notes(given: Namespace) -> int:
    """Print the notes on one article, or on all."""
    catalogue = catalogue_in(folders(given.library))
    notes = catalogue.notes_on(catalogue.identify(given.id) if given.id else None)
    _tell_damage(catalogue)
    if given.json:
        say_json([note_shape(note) for note in notes])
    elif not notes:
        talk("There are no notes. `reader note ID TEXT` writes one.")
    else:
        say("\n\n".join(_words(note) for note in notes))
    return 0


def _found(given: Namespace) -> tuple[Catalogue, list[ArticleRow]]:
    """The articles with the words that were asked for, and where they were found."""
    where = folders(given.library)
    if not given.words:
        catalogue = catalogue_in(where)
        return catalogue, catalogue.rows()
    from reader.library.bookcase import bookcase_in  # noqa: PLC0415 - a plain list reads no texts

    bookcase = bookcase_in(where)
    return bookcase, bookcase.rows(" ".join(given.words))


def _tell_damage(catalogue: Catalogue) -> None:
    for sentence in (*catalogue.damage(), *catalogue.notes.notices):
        talk(sentence)


def _is_wanted(row: ArticleRow, given: Namespace) -> bool:
    return (
        all(tag.casefold() in row.state.tags for tag in given.tag)
        and (not given.unread or row.state.unread)
        and (not given.starred or row.state.starred)
    )


def _is_narrowed(given: Namespace) -> bool:
    return bool(given.words or given.tag or given.unread or given.starred)


def _cells(row: ArticleRow) -> tuple[str, ...]:
    """One article as a line: id, state, day, title, source, and what the person wrote."""
    head, state = row.head, row.state
    day = head.published or head.added.date()
    marks = ("•" if state.unread else " ") + ("*" if state.starred else " ")
    wrote = [f"#{tag}" for tag in state.tags] + ([counted(row.notes, "note")] if row.notes else [])
    return (head.id, marks, day.isoformat(), head.title, shortened(head.source, 20), " ".join(wrote))


def _words(note: Note) -> str:
    """One note for people: where it belongs, the quote, the text."""
    lines = [f"{note_id(note.key)}  on {note.article}  {note.created.date().isoformat()}"]
    if note.anchor is not None:
        placed = "" if note.anchor.placed else "  (not in the present version)"
        lines.append(f"  “{shortened(' '.join(note.anchor.quote.split()), QUOTE_LENGTH)}”{placed}")
    lines.extend(f"  {line}" for line in note.text.splitlines())
    return "\n".join(lines)


def _list_options(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORD", help="only articles with these words")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="only with this tag; may be repeated")
    parser.add_argument("--unread", action="store_true", help="only what is unread")
    parser.add_argument("--starred", action="store_true", help="only what is starred")


def _notes_options(parser: ArgumentParser) -> None:
    parser.add_argument("id", nargs="?", metavar="ID", help="the article; all articles without it")


VERBS = {
    "list": Verb(
        "List the articles, newest first.",
        ("reader list", "reader list drones --tag iran", "reader list --unread --json"),
        _list_options,
        list_articles,
    ),
    "notes": Verb("List the notes.", ("reader notes", "reader notes 4kj2 --json"), _notes_options, list_notes),
}
