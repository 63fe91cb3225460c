"""The verbs that write on articles: note and tag."""

from argparse import ArgumentParser, Namespace

from reader.cli.library import library_of
from reader.cli.out import Json, say, say_json, talk
from reader.cli.shapes import note_shape
from reader.cli.verb import USAGE, Verb, a_count
from reader.domain.article import Article
from reader.domain.errors import QuoteNotPlaced
from reader.domain.ids import note_id
from reader.domain.notes import Note
from reader.domain.span import Span
from reader.library.library import Library

SIGNS = "+-"
NOTE_FORMS = "say `reader note ID TEXT`, `reader note edit NOTE TEXT` or `reader note rm NOTE`"


def note(given: Namespace) -> int:
    """Write a note, or change or delete one."""
    library = library_of(given)
    match given.words:
        case ["edit", typed, text]:
            return _print(library.edit_note(library.identify_note(typed), _text(text)), given, "changed")
        case ["rm", typed]:
            return _delete(library, typed, given)
        case [typed, text] if typed not in {"edit", "rm"}:
            return _write(library, library.identify(typed), _text(text), given)
        case [typed] if given.quote and typed not in {"edit", "rm"}:
            return _write(library, library.identify(typed), "", given)
        case _:
            talk(f"{NOTE_FORMS}; put a text of several words in quotes.")
            return USAGE


def tag(given: Namespace) -> int:
    """Put tags on an article and take others off."""
    wrong = [one for one in given.operations if one[:1] not in SIGNS or not one[1:].strip() or one[1] in SIGNS]
    if wrong:
        talk(f"“{wrong[0]}” says neither +TAG nor -TAG, and nothing was changed. Options stand before the ID.")
        return USAGE
    library = library_of(given)
    article = library.identify(given.id)
    add = [one[1:] for one in given.operations if one[0] == "+"]
    remove = [one[1:] for one in given.operations if one[0] == "-"]
    state = library.tag(article, add, remove)
    if given.json:
        say_json({"id": article, "tags": list(state.tags)})
    else:
        say(" ".join(f"#{name}" for name in state.tags))
    return 0


def place_of(article: Article, quote: str, paragraph: int | None) -> Span | None:
    """The passage that a note is about: the quote, in that paragraph if one is named; or the whole paragraph; or none.

    Raises QuoteNotPlaced, NotFound.
    """
    from reader.library.annotating import place_of_paragraph, place_of_quote  # noqa: PLC0415 - only for passages

    around = place_of_paragraph(article, paragraph) if paragraph else None
    if not quote:
        return around
    return _within(article, quote, around) if around else place_of_quote(article, quote)


def _within(article: Article, quote: str, around: Span) -> Span:
    """The one place of `quote` in one paragraph. Raises QuoteNotPlaced."""
    from reader.anchoring import find_quote  # noqa: PLC0415 - only for passages

    places = [place for place in find_quote(article.text, quote) if around.contains(place)]
    if len(places) != 1:
        times = f"{len(places)} times" if places else "nowhere"
        at = "".join(f", at {place.start}" for place in places)
        raise QuoteNotPlaced(f"“{quote}” stands {times} in that paragraph{at}; nothing was written.")
    return places[0]


def _write(library: Library, article: str, text: str, given: Namespace) -> int:
    span = place_of(library.intake(article).article, given.quote, given.at)
    if span is None and not text.strip():
        talk("A note needs a text, unless it highlights a passage: add --quote or --at. Nothing was written.")
        return USAGE
    return _print(library.annotate(article, text, span), given, "written")


def _delete(library: Library, typed: str, given: Namespace) -> int:
    key = library.identify_note(typed)
    library.trash_note(key)
    if given.json:
        say_json({"removed": [note_id(key)]})
    else:
        talk(f"The note {note_id(key)} is in the trash; `reader trash --restore {note_id(key)}` brings it back.")
    return 0


def _print(written: Note, given: Namespace, done: str) -> int:
    if given.json:
        shape: Json = note_shape(written)
        say_json(shape)
    else:
        say(note_id(written.key))
        talk(f"The note on {written.article} is {done}.")
    return 0


def _text(typed: str) -> str:
    """What was typed, or what comes on standard input for "-"."""
    from reader.cli.inputs import STDIN, read_input  # noqa: PLC0415 - most notes are typed

    return read_input(STDIN).decode("utf-8", "replace").rstrip("\n") if typed == STDIN else typed


def _note_options(parser: ArgumentParser) -> None:
    parser.usage = "reader note ID TEXT [--quote Q] [--at N] | edit NOTE TEXT | rm NOTE"
    parser.add_argument("words", nargs="+", metavar="ID TEXT", help="the article and the text; - for standard input")
    parser.add_argument("--quote", default="", metavar="Q", help="the passage it is about, word for word")
    parser.add_argument("--at", type=a_count, metavar="N", help="the paragraph it is about, counted from 1")


def _tag_options(parser: ArgumentParser) -> None:
    parser.usage = "reader tag [--library DIR] [--json] ID +TAG -TAG ..."
    parser.add_argument("id", metavar="ID", help="the article")
    parser.add_argument("operations", nargs="*", metavar="±TAG", help="+TAG puts a tag on, -TAG takes it off")


VERBS = {
    "note": Verb(
        "Write a note on an article or a passage of it; without a text, highlight the passage.",
        (
            'reader note 4kj2 "Ask the desk about this."',
            'reader note 4kj2 "Is that new?" --quote "a quarter of the fleet"',
            "reader note 4kj2 --at 3 -- - < note.md",
            'reader note edit 0c9m "It is not new."',
            "reader note rm 0c9m",
        ),
        _note_options,
        note,
    ),
    "tag": Verb(
        "Put tags on an article and take others off; everything behind the ID is a tag.",
        ("reader tag 4kj2 +shipping +norway -draft",),
        _tag_options,
        tag,
        as_given=True,
    ),
}
