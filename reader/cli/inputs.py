"""Reading what a command line names: a file, or standard input, of which there is only one."""

import sys
from pathlib import Path

from reader.domain.errors import InputMissing, InputRefused
from reader.ingest.decode import LARGEST

STDIN = "-"
_ADDRESSES = ("http://", "https://")


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises InputMissing, InputRefused."""
    if name == STDIN:
        return _bounded(sys.stdin.buffer.read(LARGEST + 1), "What came on standard input")
    if name.startswith(_ADDRESSES):
        raise InputMissing(f"{name} is an address, and Reader fetches no pages. Open it, copy the article, paste it.")
    try:
        with Path(name).open("rb") as file:
            return _bounded(file.read(LARGEST + 1), name)
    except FileNotFoundError as error:
        raise InputMissing(f"There is no file {name}.") from error
    except IsADirectoryError as error:
        raise InputMissing(f"{name} is a folder; name the files in it.") from error
    except (OSError, ValueError) as error:
        raise InputMissing(f"{name} cannot be read: {getattr(error, 'strerror', None) or error}.") from error


def _bounded(raw: bytes, name: str) -> bytes:
    if len(raw) > LARGEST:
        raise InputRefused(f"{name} is larger than {LARGEST // 2**20} MB, the most Reader takes as one article.")
    return raw
