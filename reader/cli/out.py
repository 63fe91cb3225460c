"""What the command line writes: data on stdout, talk on stderr, and nothing that could command a terminal."""

import codecs
import io
import os
import sys
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from reader.text.cells import width
from reader.text.screen import clean

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
"""What --json can print."""

USUAL_COLUMNS = 80
_PLAINER = str.maketrans({"•": "o", "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "·": "-"})
_HANDLER = "reader-plainer"


def prepare() -> None:
    """Let stdout take any text: a sign its encoding lacks is written in a plainer way, or as a question mark."""
    codecs.register_error(_HANDLER, _plainer)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors=_HANDLER)


def talk(text: str) -> None:
    """Say something to the person, on stderr."""
    sys.stderr.write(f"reader: {clean(text)}\n")
    sys.stderr.flush()


def say(text: str = "") -> None:
    """Write text for people to stdout, cleaned, with a line end."""
    sys.stdout.write(clean(text) + "\n")


def say_json(value: Json) -> None:
    """Write a value as JSON, in ASCII alone: on lines for people if this is a terminal, else on one line."""
    import json  # noqa: PLC0415 - most commands print none

    spread = 2 if is_terminal() else None
    sys.stdout.write(json.dumps(value, indent=spread, allow_nan=False) + "\n")


def is_terminal() -> bool:
    """Whether a person reads stdout as it comes."""
    return sys.stdout.isatty()


def has_attributes() -> bool:
    """Whether stdout is a terminal that understands attributes."""
    return is_terminal() and os.environ.get("TERM", "") not in {"", "dumb", "unknown"}


def columns() -> int:
    """How many cells a line may take: those of the terminal, or of COLUMNS where that is set."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked) > 0:
        return int(asked)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or USUAL_COLUMNS
    except (OSError, ValueError):
        return USUAL_COLUMNS


def say_table(rows: Sequence[Sequence[str]], *, giving: int) -> None:
    """Write rows of cells in columns two apart; on a terminal, column `giving` is cut so that a line fits."""
    cleaned = [[clean(cell, multiline=False) for cell in row] for row in rows]
    if not cleaned:
        return
    widths = [max(width(row[at]) for row in cleaned) for at in range(len(cleaned[0]))]
    if is_terminal():
        others = sum(widths) - widths[giving] + 2 * (len(widths) - 1)
        widths[giving] = max(min(widths[giving], columns() - others), 8)
    for row in cleaned:
        cells = (padded(cut(cell, most), most) for cell, most in zip(row, widths, strict=True))
        sys.stdout.write("  ".join(cells).rstrip() + "\n")


def cut(text: str, most: int) -> str:
    """`text` in at most `most` cells, with an ellipsis where it was cut."""
    if width(text) <= most:
        return text
    while text and width(text) > most - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def padded(text: str, cells: int) -> str:
    """`text` with spaces up to a width in cells."""
    return text + " " * (cells - width(text))


def counted(number: int, one: str, more: str = "") -> str:
    """A number with its noun ("1 note", "3 notes")."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end].translate(_PLAINER)
    return "".join(sign if sign.isascii() else "?" for sign in lost), error.end
