"""Which file of the library folder holds what; no name is ever made from anything but a checked id and a number."""

import re
from dataclasses import dataclass
from pathlib import Path

from reader.domain.errors import NotFound
from reader.domain.ids import ALPHABET, ARTICLE_ID_LENGTH

_ID = re.compile(f"[{ALPHABET}]{{{ARTICLE_ID_LENGTH},52}}", re.ASCII)
_NAME = re.compile(rf"(?P<id>{_ID.pattern})(?:\.v(?P<version>[2-9]|[1-9]\d{{1,8}}))?\.md", re.ASCII)


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """The files of a library folder.

    articles/<id>.md and articles/<id>.v2.md hold the versions of an article; originals/<id>.txt and <id>.v2.txt the
    bytes they came from, where they came from any; originals/<id>.v1.json and <id>.v2.json what was repaired and set
    aside.
    """

    folder: Path

    @property
    def articles(self) -> Path:
        """The folder of the articles."""
        return self.folder / "articles"

    @property
    def originals(self) -> Path:
        """The folder of what they came from."""
        return self.folder / "originals"

    def article(self, article: str, version: int) -> Path:
        """The file of one version."""
        return self.articles / f"{_checked(article)}{_suffix(version)}.md"

    def original(self, article: str, version: int) -> Path:
        """The bytes that one version came from."""
        return self.originals / f"{_checked(article)}{_suffix(version)}.txt"

    def findings(self, article: str, version: int) -> Path:
        """What was repaired and set aside in one version."""
        return self.originals / f"{_checked(article)}.v{version}.json"


def article_and_version(name: str) -> tuple[str, int] | None:
    """The id and the version that the name of an article file stands for, or None for the name of another file."""
    found = _NAME.fullmatch(name)
    return (found["id"], int(found["version"] or 1)) if found else None


def _checked(article: str) -> str:
    if not _ID.fullmatch(article):
        raise NotFound(f"“{article}” is not the id of an article.")
    return article


def _suffix(version: int) -> str:
    return "" if version == 1 else f".v{version}"
