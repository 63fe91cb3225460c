"""Reading what a command line names: a file, or standard input, of which there is only one."""

from reader.domain.errors import InputMissing
from reader.ingest.source import STDIN, contents

__all__ = ["STDIN", "read_input"]

_ADDRESSES = ("http://", "https://")


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises TurnedOff, InputMissing, InputRefused."""
    if name.startswith(_ADDRESSES):
        raise InputMissing(f"{name} is an address, and Reader fetches no pages. Open it, copy the article, paste it.")
    return contents(name)
