"""Foreign text in: what was pasted or saved becomes an Article, with a record of what was repaired."""

from datetime import date

from reader.domain.intake import Intake
from reader.ingest.decode import LARGEST, decode
from reader.ingest.preamble import read_preamble, with_preamble
from reader.ingest.reading import read
from reader.ingest.revise import restore_line, undo_repair, with_fields

__all__ = ["LARGEST", "read_bytes", "read_text", "restore_line", "undo_repair", "with_fields"]


def read_bytes(raw: bytes, *, day: date, markdown: bool | None = None) -> Intake:
    """The article in the bytes of a file; raises InputRefused for what is empty, binary or larger than LARGEST.

    `day` is the one from which relative dates ("YESTERDAY") count. `markdown` says that the file is known to be
    Markdown; None leaves it to the text to show.
    """
    decoded = decode(raw)
    preamble = read_preamble(decoded.text, day)
    intake = read(preamble.body, day, markdown=bool(markdown), encoding=decoded.encoding, notices=decoded.notices)
    return with_preamble(intake, preamble)


def read_text(text: str, *, day: date) -> Intake:
    """The article in a text that was pasted; raises InputRefused if there is not a word in it."""
    preamble = read_preamble(text, day)
    return with_preamble(read(preamble.body, day), preamble)
