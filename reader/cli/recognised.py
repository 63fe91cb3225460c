"""The verbs that print what is recognised in an article: entities and figures."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from reader.cli.library import library_of
from reader.cli.out import Json, say_json, say_table, talk
from reader.cli.shapes_analysis import entity_shape, figure_shape
from reader.cli.verb import Verb
from reader.domain.errors import BadSettings
from reader.domain.opened import OpenArticle
from reader.text.amounts import amount_words

ENGLISH_ONLY = "This article is not in English, so only figures and dates were looked for."


def entities(given: Namespace) -> int:
    """Print the entities of an article, most salient first."""
    opened = _open(given)
    found, text = opened.analysis.entities, opened.article.text
    rows = [(one.kind.value, one.name, f"{len(one.mentions)}", f"{one.salience:.2f}") for one in found]
    return _print([entity_shape(one, text) for one in found], rows, 1, given, "No entities were found.")


def figures(given: Namespace) -> int:
    """Print the figures of an article in the order of its text."""
    opened = _open(given)
    found, text = opened.analysis.figures, opened.article.text
    rows = [
        (
            one.span.of(text),
            one.kind.value,
            amount_words(one),
            one.per,
            one.qualifier,
            one.of,
            one.says,
            one.sentence.of(text),
        )
        for one in found
    ]
    shapes = [figure_shape(one, text) for one in found]
    return _print(shapes, _without_empty_columns(rows), -1, given, "No figures were found.")


def _open(given: Namespace) -> OpenArticle:
    library = library_of(given)
    opened = library.open(library.identify(given.id))
    if opened.fault:
        raise BadSettings(opened.fault)
    if opened.analysis.figures_only:
        talk(ENGLISH_ONLY)
    return opened


def _print(shapes: Json, rows: Sequence[Sequence[str]], giving: int, given: Namespace, nothing: str) -> int:
    if given.json:
        say_json(shapes)
    elif rows:
        say_table(rows, giving=giving)
    else:
        talk(nothing)
    return 0


def _without_empty_columns(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    full = [at for at in range(len(rows[0])) if any(row[at] for row in rows)] if rows else []
    return [[row[at] for at in full] for row in rows]


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the article, by any beginning of its id that no other has")


VERBS = {
    "entities": Verb(
        "Print the entities of an article, most salient first.",
        ("reader entities 4kj2", "reader entities 4kj2 --json"),
        _options,
        entities,
    ),
    "figures": Verb(
        "Print the figures of an article.", ("reader figures 4kj2", "reader figures 4kj2 --json"), _options, figures
    ),
}
