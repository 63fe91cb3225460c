"""The one place where a file that a person names is read; all other rooms read Reader's own folders alone."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from reader.domain.doors import Door, refuse_if_secure
from reader.domain.errors import InputMissing, InputRefused
from reader.ingest.decode import LARGEST

STDIN = "-"
"""How a command line names standard input."""


def contents(name: str | Path) -> bytes:
    """The bytes of a file, or of standard input for "-", never more than an article can have.

    Raises TurnedOff, InputMissing, InputRefused.
    """
    refuse_if_secure(Door.IMPORT, os.environ)
    if name == STDIN:
        return _bounded(sys.stdin.buffer, "What came on standard input")
    try:
        with Path(name).open("rb") as file:
            return _bounded(file, str(name))
    except (OSError, ValueError) as error:
        raise _missing(name, error) from error


def lines(name: str) -> Iterator[bytes]:
    """The lines of a file or of standard input, as they come. Raises TurnedOff, InputMissing."""
    refuse_if_secure(Door.IMPORT, os.environ)
    if name == STDIN:
        yield from sys.stdin.buffer
        return
    try:
        with Path(name).open("rb") as file:
            yield from file
    except (OSError, ValueError) as error:
        raise _missing(name, error) from error


def _bounded(file: BinaryIO, name: str) -> bytes:
    raw = file.read(LARGEST + 1)  # one more than is taken in, so that a larger file is refused and not held
    if len(raw) > LARGEST:
        raise InputRefused(f"{name} is larger than {LARGEST // 2**20} MB, the most Reader takes as one article.")
    return raw


def _missing(name: str | Path, error: OSError | ValueError) -> InputMissing:
    if isinstance(error, FileNotFoundError):
        return InputMissing(f"There is no file {name}.")
    if isinstance(error, IsADirectoryError):
        return InputMissing(f"{name} is a folder; name the files in it.")
    return InputMissing(f"{name} cannot be read: {getattr(error, 'strerror', None) or error}.")
