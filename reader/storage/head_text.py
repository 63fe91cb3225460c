"""The beginning of an article file, as far as a list reads it, with every doubt said as Damaged."""

from pathlib import Path

from reader.domain.errors import Damaged, NewerFormat, NotFound
from reader.domain.heads import ArticleHead
from reader.markup import front_matter
from reader.storage.article_files import article_and_version
from reader.storage.head_fields import FORMAT, head_of

_HEAD_BYTES = 8 * 1024
"""Enough for the front matter of nearly every article; where it is not, the whole file is read."""


def read_head(path: Path) -> ArticleHead:
    """The short form of the article in a file, from its front matter alone. Raises NotFound, Damaged, NewerFormat."""
    raw = read_bytes(path, _HEAD_BYTES)
    try:
        parts = front_matter.fenced(raw.decode(errors="replace")) or front_matter.fenced(read_bytes(path).decode())
        return checked_head(path, (parts and front_matter.read(parts[0])) or {})
    except (ValueError, Damaged) as error:
        raise damaged(path, error) from error


def read_bytes(path: Path, most: int = -1) -> bytes:
    """The first `most` bytes of a file, or all. Raises NotFound, Damaged."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError as error:
        raise NotFound(f"There is no {path.name} in the library.") from error
    except OSError as error:
        raise Damaged(f"{path} cannot be read: {error.strerror}. It was left as it is.") from error


def checked_head(path: Path, fields: front_matter.Fields) -> ArticleHead:
    """The short form that the front matter of a file holds. Raises NewerFormat, ValueError."""
    number = fields.get("format")
    if not isinstance(number, int):
        raise ValueError("it has no front matter of Reader's")  # noqa: TRY004 - what a file holds is a value
    if number > FORMAT:
        raise NewerFormat(f"{path} was written by a later version of Reader (format {number}); it was left as it is.")
    head = head_of(fields)
    if article_and_version(path.name) != (head.id, head.version):
        raise ValueError(f"it says that it is version {head.version} of {head.id}")
    return head


def damaged(path: Path, reason: Exception) -> Damaged:
    """What to raise for a file that cannot be understood, and why."""
    if isinstance(reason, NewerFormat):
        return reason
    why = "it is not UTF-8" if isinstance(reason, UnicodeDecodeError) else str(reason).rstrip(".")
    return Damaged(f"The article file {path} is damaged: {why}. It was left as it is; what it came from is kept.")
