"""From what was typed to the verb that does it, and from what went wrong to an exit code."""

import gc
import os
import sys
from argparse import Namespace
from importlib import import_module

from reader.cli.out import prepare, talk
from reader.cli.verb import Verb, parser_of
from reader.cli.verbs import PLACES
from reader.domain import errors
from reader.domain.doors import refuse_if_secure

INTERRUPTED = 130
PIPE_CLOSED = 141
CANNOT_WRITE = 73
_ALONE = frozenset({"--json"})
_WITH_VALUE = frozenset({"--library"})

CODES: tuple[tuple[type[errors.ReaderError], int], ...] = (
    (errors.InputRefused, 65),
    (errors.InputMissing, 66),
    (errors.Ambiguous, 65),
    (errors.NotFound, 1),
    (errors.QuoteNotPlaced, 65),
    (errors.NothingToUndo, 1),
    (errors.CannotWrite, CANNOT_WRITE),
    (errors.Damaged, 65),
    (errors.Busy, 75),
    (errors.TurnedOff, 77),
    (errors.BadSettings, 78),
)
"""The exit code of each expected failure, as sysexits.h counts them; the first that fits counts."""


def run(words: list[str]) -> int:
    """Do what `words` ask for and return the exit code; nothing that may be expected ends in a traceback."""
    prepare()
    try:
        code = _run(words)
        sys.stdout.flush()
    except errors.ReaderError as error:
        talk(error.sentence)
        return code_of(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _close_quietly()
        return PIPE_CLOSED
    except OSError as error:  # the output lies on a full disk, or the like
        _close_quietly()
        talk(f"{error.filename or 'What was printed'} could not be written: {error.strerror or error}.")
        return CANNOT_WRITE
    except SystemExit as left:  # argparse leaves so
        return left.code if isinstance(left.code, int) else 0
    return code


def code_of(error: errors.ReaderError) -> int:
    """The exit code of an expected failure."""
    return next((code for kind, code in CODES if isinstance(error, kind)), 1)


def verb_of(name: str) -> Verb:
    """The verb of this name. Its file is imported now."""
    verb: Verb = import_module(f"reader.cli.{PLACES[name]}").VERBS[name]
    return verb


def _run(words: list[str]) -> int:
    before, after = split_options(words)
    if after and after[0] in PLACES:
        name, verb = after[0], verb_of(after[0])
        typed = as_given(after[1:]) if verb.as_given else after[1:]
        given = parser_of(name, verb).parse_args([*before, *typed])
        _collect_garbage_again()
        if verb.door is not None:
            refuse_if_secure(verb.door, os.environ)
        try:
            code = verb.run(given)
            _tell_notices(given)
        finally:
            _end_cleanly(given)
        return code
    _collect_garbage_again()
    from reader.cli.opening import OPEN  # noqa: PLC0415 - a verb that opens no screen needs none of it

    given = parser_of("WORD", OPEN).parse_args([*before, *after])
    try:
        return OPEN.run(given)
    finally:
        _end_cleanly(given)


def _end_cleanly(given: Namespace) -> None:
    """Have what was written folded into notes.json, where the verb opened a library to write in."""
    if "opened" in given:
        given.opened.shelf.notes.close()


def _tell_notices(given: Namespace) -> None:
    """Tell what the person should know of their notes, where the verb opened a library."""
    if "opened" in given:
        from reader.cli.library import tell_notices  # noqa: PLC0415 - loaded then, and dear where it is not

        tell_notices(given.opened)


def _collect_garbage_again() -> None:
    """Undo what `main` did, without looking through all that was loaded meanwhile, which stays."""
    gc.freeze()
    gc.enable()


def split_options(words: list[str]) -> tuple[list[str], list[str]]:
    """The options for every verb that stand before the first other word, and the rest."""
    at = 0
    while at < len(words) and (words[at] in _ALONE | _WITH_VALUE or words[at].startswith("--library=")):
        at += 2 if words[at] in _WITH_VALUE else 1
    return words[:at], words[at:]


def as_given(words: list[str]) -> list[str]:
    """`words` with a mark behind the first that is no option, so that the parser takes the rest as it stands."""
    before, rest = split_options(words)
    if not rest or rest[0] in {"-h", "--help", "--"}:
        return words
    return [*before, rest[0], "--", *rest[1:]]


def leave(code: int) -> None:
    """End the process at once, unless it showed screens; taking every module down would cost a quarter of its time.

    What was to be kept is on the disk, and nothing else is open.
    """
    if "reader.ui.app" not in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _close_quietly() -> None:
    """Let what is still to be written go nowhere, or Python would complain of the closed pipe on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
