"""What a verb is: a sentence, examples, options and a function; and the parser that is made of them."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from reader.cli.out import columns, talk
from reader.domain.doors import Door

USAGE = 2
WIDEST = 100
"""The most columns of a help text."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of the command line.

    `options` adds to the parser what the verb understands, `run` does it and returns the exit code. With `as_given`
    everything behind the first word is taken as it stands, even what looks like an option. `door` is the way out of
    Reader that the verb takes, if it takes one: where that is shut, the verb is not run.
    """

    sentence: str
    examples: tuple[str, ...]
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    as_given: bool = False
    door: Door | None = None


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help in as many columns as there are; told here, because argparse would load much to find it out."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=min(columns(), WIDEST))


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are fit for a terminal, whatever was typed."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was typed, and leave with the exit code for that."""
        talk(f"{message}. `{self.prog} --help` tells more.")
        raise SystemExit(USAGE)


def parser_of(name: str, verb: Verb) -> Parser:
    """The parser of one verb, with the options that every verb has."""
    examples = "\n".join(f"  {example}" for example in verb.examples)
    parser = Parser(
        prog=f"reader {name}",
        description=f"{verb.sentence}\n\nexamples:\n{examples}",
        formatter_class=Formatter,
        allow_abbrev=False,
    )
    parser.add_argument("--library", metavar="DIR", help="the folder of the library")
    parser.add_argument("--json", action="store_true", help="print JSON")
    verb.options(parser)
    return parser


def a_day(typed: str) -> date:
    """An ISO date as typed; argparse shows the complaint."""
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{typed!r} is not a date like 2022-12-09") from error


def a_count(typed: str) -> int:
    """A whole number from 1 on, as people count."""
    if not typed.isdecimal() or int(typed) < 1:
        raise argparse.ArgumentTypeError(f"{typed!r} is not a number from 1 on")
    return int(typed)
