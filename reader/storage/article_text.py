"""The text of an article file: made from a kept article, and read with every doubt said as Damaged."""

from pathlib import Path

from reader.domain.article import Article
from reader.domain.errors import CannotWrite, Damaged
from reader.domain.heads import ArticleHead
from reader.domain.kept import KeptArticle
from reader.markup import front_matter
from reader.markup.document import layout_of, read_body, write_body
from reader.storage.article_fields import article_of, fields_of
from reader.storage.head_text import checked_head, damaged, read_bytes


def encoded(kept: KeptArticle) -> bytes:
    """The whole file of one version. Raises CannotWrite for characters that no file can hold."""
    fields = front_matter.dump(fields_of(kept, layout_of(kept.article)))
    try:
        return f"{fields}\n{write_body(kept.article)}".encode()
    except UnicodeEncodeError as error:
        raise CannotWrite(f"Article {kept.id} holds half a character (at {error.start}), which no file can.") from error


def read_whole(path: Path) -> tuple[ArticleHead, Article]:
    """The article in a file, and its short form. Raises NotFound, Damaged, NewerFormat."""
    return whole_of(path, read_bytes(path))


def whole_of(path: Path, raw: bytes) -> tuple[ArticleHead, Article]:
    """The article that `raw` holds, which lies at `path` or shall, and its short form. Raises Damaged, NewerFormat."""
    try:
        fields, body = front_matter.split(raw.decode().replace("\r\n", "\n"))
        head = checked_head(path, fields)
        return head, article_of(fields, read_body(body, str(fields.get("layout", ""))))
    except (ValueError, Damaged) as error:
        raise damaged(path, error) from error
