"""The text of an article file: made from a kept article, and read with every doubt said as Damaged."""

from pathlib import Path

from reader.domain.article import Article
from reader.domain.errors import CannotWrite, Damaged, NewerFormat, NotFound
from reader.domain.kept import ArticleHead, KeptArticle
from reader.markup import front_matter
from reader.storage.article_fields import FORMAT, article_of, fields_of, head_of
from reader.storage.article_files import article_and_version

_HEAD_BYTES = 8 * 1024
"""Enough for the front matter of nearly every article; where it is not, the whole file is read."""


def encoded(kept: KeptArticle) -> bytes:
    """The whole file of one version. Raises CannotWrite for characters that no file can hold."""
    from reader.markup.document import layout_of, write_body  # noqa: PLC0415 - lists need no Markdown parser

    fields = front_matter.dump(fields_of(kept, layout_of(kept.article)))
    try:
        return f"{fields}\n{write_body(kept.article)}".encode()
    except UnicodeEncodeError as error:
        raise CannotWrite(f"Article {kept.id} holds half a character (at {error.start}), which no file can.") from error


def read_whole(path: Path) -> tuple[ArticleHead, Article]:
    """The article in a file, and its short form. Raises NotFound, Damaged, NewerFormat."""
    from reader.markup.document import read_body  # noqa: PLC0415 - lists need no Markdown parser

    raw = read_bytes(path)
    try:
        fields, body = front_matter.split(raw.decode().replace("\r\n", "\n"))
        head = _checked_head(path, fields)
        return head, article_of(fields, read_body(body, str(fields.get("layout", ""))))
    except (ValueError, Damaged) as error:
        raise _damaged(path, error) from error


def read_head(path: Path) -> ArticleHead:
    """The short form of the article in a file, from its front matter alone. Raises NotFound, Damaged, NewerFormat."""
    raw = read_bytes(path, _HEAD_BYTES)
    try:
        parts = front_matter.fenced(raw.decode(errors="replace")) or front_matter.fenced(read_bytes(path).decode())
        return _checked_head(path, (parts and front_matter.read(parts[0])) or {})
    except (ValueError, Damaged) as error:
        raise _damaged(path, error) from error


def read_bytes(path: Path, most: int = -1) -> bytes:
    """The first `most` bytes of a file, or all. Raises NotFound, Damaged."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError as error:
        raise NotFound(f"There is no {path.name} in the library.") from error
    except OSError as error:
        raise Damaged(f"{path} cannot be read: {error.strerror}. It was left as it is.") from error


def _checked_head(path: Path, fields: front_matter.Fields) -> ArticleHead:
    number = fields.get("format")
    if not isinstance(number, int):
        raise ValueError("it has no front matter of Reader's")  # noqa: TRY004 - what a file holds is a value
    if number > FORMAT:
        raise NewerFormat(f"{path} was written by a later version of Reader (format {number}); it was left as it is.")
    head = head_of(fields)
    if article_and_version(path.name) != (head.id, head.version):
        raise ValueError(f"it says that it is version {head.version} of {head.id}")
    return head


def _damaged(path: Path, reason: Exception) -> Damaged:
    if isinstance(reason, NewerFormat):
        return reason
    why = "it is not UTF-8" if isinstance(reason, UnicodeDecodeError) else str(reason).rstrip(".")
    return Damaged(f"The article file {path} is damaged: {why}. It was left as it is; what it came from is kept.")
