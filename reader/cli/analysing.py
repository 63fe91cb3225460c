"""The verb that recognises without keeping anything: analyse."""

import json
import sys
from argparse import ArgumentParser, Namespace
from datetime import date

from reader.cli.inputs import read_input
from reader.cli.out import say_json
from reader.cli.shapes import Shape
from reader.cli.shapes_analysis import analysis_shape
from reader.cli.verb import Verb, a_day
from reader.domain.doors import Door
from reader.domain.errors import InputRefused
from reader.ingest.decode import decode
from reader.ingest.source import lines
from reader.recognition import analyse as recognise
from reader.text.language import language_of

SOME_BAD = 1


def analyse(given: Namespace) -> int:
    """Print what is recognised in one text, or in one text per line."""
    if given.jsonl:
        return _analyse_lines(given.file, given.date)
    raw = read_input(given.file)
    text = decode(raw).text if raw.strip() else ""
    say_json(recognised(text, given.date))
    return 0


def recognised(text: str, day: date | None, language: str = "") -> Shape:
    """The result for one text as it was given: nothing is cleaned, so that spans are places of this very text."""
    return analysis_shape(recognise(text, (), day, language or language_of(text)), text)


def _analyse_lines(name: str, day: date | None) -> int:
    """Answer each line with a line, in order and at once; a line that cannot be read is answered by an error."""
    bad = 0
    for line in lines(name):
        try:
            answer = _answer(line, day)
        except InputRefused as error:
            answer, bad = {"error": error.sentence}, SOME_BAD
        sys.stdout.write(json.dumps(answer, allow_nan=False) + "\n")
        sys.stdout.flush()
    return bad


def _answer(line: bytes, day: date | None) -> Shape:
    """The result for one line of JSON. Raises InputRefused."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputRefused(f"This line is not JSON: {error}.") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise InputRefused('This line is not an object with a "text".')
    return recognised(record["text"], _day(record.get("date")) or day)


def _day(written: object) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(str(written))
    except ValueError as error:
        raise InputRefused(f'The "date" {written!r} is not a date like 2022-12-09.') from error


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a text, or - for standard input")
    parser.add_argument("--date", type=a_day, metavar="DATE", help="the day it was published, as 2022-12-09")
    parser.add_argument("--jsonl", action="store_true", help='one {"text": ...} per line in, one result per line out')


VERBS = {
    "analyse": Verb(
        "Print the entities, figures, dates and quotes of a text as JSON; nothing is kept.",
        ("reader analyse article.txt --date 2022-12-09", "reader analyse - --jsonl < texts.jsonl"),
        _options,
        analyse,
        door=Door.IMPORT,
    ),
}
