"""What lies in a backup under which name; a name that is not exactly one of these never reaches the disk."""

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from reader.domain.errors import Damaged
from reader.storage.article_files import ArticleFiles, article_and_version

MANIFEST = "reader-backup.json"
NOTES = "notes.json"
WHAT = "reader backup"
FORMAT = 1
_NOWHERE = ArticleFiles(Path())


class Part(StrEnum):
    """The files of one version of an article."""

    ARTICLE = "article"
    ORIGINAL = "original"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class Place:
    """Which file of which version of which article."""

    article: str
    version: int
    part: Part

    def path(self, files: ArticleFiles) -> Path:
        """Where it lies in a library."""
        match self.part:
            case Part.ARTICLE:
                return files.article(self.article, self.version)
            case Part.ORIGINAL:
                return files.original(self.article, self.version)
            case Part.FINDINGS:
                return files.findings(self.article, self.version)

    @property
    def name(self) -> str:
        """Where it lies in a backup."""
        return self.path(_NOWHERE).as_posix()


def place_of(name: str) -> Place | None:
    """What a name in a backup, or below the folder of a library, stands for; None for every other name."""
    file = PurePosixPath(name).name
    stem, _, ending = file.rpartition(".")
    part = {"md": Part.ARTICLE, "txt": Part.ORIGINAL, "json": Part.FINDINGS}.get(ending)
    named = article_and_version(f"{stem.removesuffix('.v1') if part is Part.FINDINGS else stem}.md")
    if part is None or named is None:
        return None
    place = Place(*named, part)
    return place if place.name == name else None


def names_in(library: ArticleFiles) -> list[str]:
    """The names of all articles, originals and findings in a library folder, sorted. Raises Damaged."""
    return sorted(
        name
        for folder in (library.articles, library.originals)
        for one in _entries(folder)
        if place_of(name := f"{folder.name}/{one}")
    )


def _entries(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names alone
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Damaged(f"{folder} cannot be read: {error.strerror}. It was left as it is.") from error
