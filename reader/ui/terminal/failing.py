"""What is told, and what is written down, when an error of our own ends the app."""

import os
import traceback
from datetime import datetime
from pathlib import Path

from reader.domain.errors import ReaderError
from reader.files import FILE_MODE, make_folder
from reader.text.screen import clean

LOG = "reader.log"
LARGEST_LOG = 1024 * 1024
"""A log of more bytes is begun anew."""


def tell_failure(error: BaseException, state: Path, now: datetime) -> str:
    """Write the traceback of `error` to the log in the folder `state`; return the one sentence for the person."""
    what = clean("".join(traceback.format_exception_only(error)).strip(), multiline=False)
    saved = "Your notes are saved, and what you were writing is offered when you come back."
    try:
        where = f"What happened is written in {write_down(error, state, now)}."
    except (ReaderError, OSError) as refused:
        where = f"What happened could not be written to {state / LOG}: {getattr(refused, 'strerror', None) or refused}."
    return f"Reader met an error of its own and had to stop ({what[:300]}). {saved} {clean(where, multiline=False)}"


def write_down(error: BaseException, state: Path, now: datetime) -> Path:
    """Add the traceback of `error` to the log, which only its owner may read. Raises CannotWrite, OSError."""
    path = make_folder(state) / LOG
    is_full = path.is_file() and path.stat().st_size > LARGEST_LOG
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | (os.O_TRUNC if is_full else 0)
    with os.fdopen(os.open(path, flags, FILE_MODE), "w", encoding="utf-8", errors="replace") as file:
        file.write(f"{now.isoformat(timespec='seconds')}\n{clean(''.join(traceback.format_exception(error)))}\n")
    return path
