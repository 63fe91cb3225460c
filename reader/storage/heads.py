"""The articles on disk as lists show them; whole articles are read and written by `articles`."""

import os
from pathlib import Path
from typing import TypeAlias

from reader.domain.errors import Damaged, NotFound
from reader.domain.heads import ArticleHead
from reader.storage.article_files import ArticleFiles, article_and_version
from reader.storage.head_text import read_head

Stamp: TypeAlias = tuple[int, int, int]
"""By which a file that was changed is known: inode, time of change in nanoseconds, size in bytes."""


class HeadStore:
    """The short forms of the articles of one library folder, which reading never makes."""

    def __init__(self, folder: Path) -> None:
        self.files = ArticleFiles(folder)
        self.damaged: tuple[Path, ...] = ()
        """The files that the last `heads` could not read and left out."""
        self._known: dict[str, tuple[Stamp, ArticleHead]] = {}

    def head(self, article: str, version: int) -> ArticleHead:
        """The short form of one version. Raises NotFound, Damaged, NewerFormat."""
        return read_head(self.files.article(article, version))

    def heads(self) -> list[ArticleHead]:
        """The newest readable version of every article, by id; `damaged` then names the files that were left out."""
        damaged: list[Path] = []
        known: dict[str, tuple[Stamp, ArticleHead]] = {}
        for versions in self._entries().values():
            for _, entry in sorted(versions.items(), reverse=True):
                try:
                    known[entry.name] = self._stamped_head(entry)
                    break
                except Damaged:
                    damaged.append(Path(entry.path))
                except (NotFound, OSError):
                    continue  # it was taken away while we looked
        self._known, self.damaged = known, tuple(damaged)
        return [head for _, head in known.values()]

    def ids(self) -> list[str]:
        """The ids of all articles, sorted."""
        return list(self._entries())

    def versions(self, article: str) -> list[int]:
        """The numbers of the versions of an article, oldest first. Raises NotFound."""
        found = sorted(self._entries().get(article, ()))
        if not found:
            raise NotFound(f"There is no article {article} in the library.")
        return found

    def _entries(self) -> dict[str, dict[int, "os.DirEntry[str]"]]:
        """The article files by id and version, sorted by id."""
        found: dict[str, dict[int, os.DirEntry[str]]] = {}
        try:
            with os.scandir(self.files.articles) as entries:
                for entry in entries:
                    if named := article_and_version(entry.name):
                        found.setdefault(named[0], {})[named[1]] = entry
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise Damaged(f"The folder {self.files.articles} cannot be read: {error.strerror}.") from error
        return dict(sorted(found.items()))

    def _stamped_head(self, entry: "os.DirEntry[str]") -> tuple[Stamp, ArticleHead]:
        status = entry.stat()
        stamp = (status.st_ino, status.st_mtime_ns, status.st_size)
        before = self._known.get(entry.name)
        return before if before and before[0] == stamp else (stamp, read_head(Path(entry.path)))
