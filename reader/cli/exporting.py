"""The verb that writes articles and notes to files: export."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli.library import library_of
from reader.cli.out import counted, say, say_json, talk
from reader.cli.verb import USAGE, Verb
from reader.domain.doors import Door
from reader.domain.reports import ExportReport
from reader.library.library import Library

NOTHING_FOUND = 1
PARTLY = 1
CANNOT_WRITE = 73


def export(given: Namespace) -> int:
    """Write one Markdown file for each article that is named, tagged, or there."""
    if sum((bool(given.ids), bool(given.tag), given.all)) != 1:
        talk("Say what to export: the IDs of articles, or --tag TAG, or --all.")
        return USAGE
    library = library_of(given)
    articles = _chosen(library, given)
    if not articles:
        talk(f"No article carries the tag “{given.tag[0]}”." if given.tag else "The library is empty.")
        return NOTHING_FOUND
    report = library.export(articles, Path(given.output), whole_text=given.text, overwrite=given.overwrite)
    _tell(report, as_json=given.json)
    if not report.refused:
        return 0
    return PARTLY if report.written or report.unchanged else CANNOT_WRITE


def _chosen(library: Library, given: Namespace) -> list[str]:
    if given.ids:
        return list(dict.fromkeys(library.identify(typed) for typed in given.ids))
    wanted = {tag.casefold() for tag in given.tag}
    return [row.head.id for row in library.rows() if given.all or wanted & set(row.state.tags)]


def _tell(report: ExportReport, *, as_json: bool) -> None:
    """Print the paths that hold what was asked for; tell the rest."""
    if as_json:
        say_json(
            {
                "written": [str(path) for path in report.written],
                "unchanged": [str(path) for path in report.unchanged],
                "refused": [str(path) for path in report.refused],
            }
        )
        return
    for path in (*report.written, *report.unchanged):
        say(str(path))
    for path in report.refused:
        talk(f"{path} holds something else and was left as it is; --overwrite replaces files.")
    if report.unchanged:
        talk(f"{counted(len(report.unchanged), 'file')} held the same already.")


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("ids", nargs="*", metavar="ID", help="an article")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="all with this tag; may be repeated")
    parser.add_argument("--all", action="store_true", help="all articles")
    parser.add_argument("-o", "--output", required=True, metavar="DIR", help="the folder to write to")
    parser.add_argument("--text", action="store_true", help="with the whole text of the article")
    parser.add_argument("--overwrite", action="store_true", help="replace files that hold something else")


VERBS = {
    "export": Verb(
        "Write articles' notes, entities and figures to Markdown files.",
        ("reader export 4kj2 -o notes", "reader export --tag iran --text -o notes", "reader export --all -o notes"),
        _options,
        export,
        door=Door.EXPORT,
    ),
}
