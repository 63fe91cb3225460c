"""Articles on disk: one Markdown file with front matter per version, and what it came from. No version ever changes."""

import os
from pathlib import Path
from typing import TypeAlias

from reader import files
from reader.domain.errors import Damaged, NotFound, WouldOverwrite
from reader.domain.intake import Repair, SetAside
from reader.domain.kept import ArticleHead, KeptArticle
from reader.storage import article_text, sidecar
from reader.storage.article_files import ArticleFiles, article_and_version

Stamp: TypeAlias = tuple[int, int, int]
"""By which a file that was changed is known: inode, time of change in nanoseconds, size in bytes."""


class ArticleStore:
    """The articles of one library folder. Nothing is made there before the first article is written."""

    def __init__(self, folder: Path) -> None:
        self.files = ArticleFiles(folder)
        self.damaged: tuple[Path, ...] = ()
        """The files that the last `heads` could not read and left out."""
        self._known: dict[str, tuple[Stamp, ArticleHead]] = {}

    def write(self, kept: KeptArticle, original: bytes | None) -> None:
        """Keep one version with the bytes it came from; it is on the disk when this returns.

        The article itself is written last, so that one that is there is there wholly. Raises WouldOverwrite for a
        version that exists already, CannotWrite.
        """
        path = self.files.article(kept.id, kept.version)
        if path.exists():
            raise WouldOverwrite(f"Version {kept.version} of article {kept.id} exists already and was left as it is.")
        content = article_text.encoded(kept)
        files.make_folder(self.files.articles)
        files.make_folder(self.files.originals)
        if original is not None:
            files.write_atomically(self.files.original(kept.id, kept.version), original)
        if kept.repairs or kept.set_aside:
            findings = sidecar.dump(kept.repairs, kept.set_aside)
            files.write_atomically(self.files.findings(kept.id, kept.version), findings)
        files.write_atomically(path, content, overwrite=False)

    def read(self, article: str, version: int | None = None) -> KeptArticle:
        """One version of an article, the newest when none is named. Raises NotFound, Damaged, NewerFormat."""
        number = self.versions(article)[-1] if version is None else version
        head, whole = article_text.read_whole(self.files.article(article, number))
        repairs, set_aside = self._findings(article, number)
        return KeptArticle(head.id, head.version, head.added, whole, repairs, set_aside)

    def head(self, article: str, version: int) -> ArticleHead:
        """The short form of one version. Raises NotFound, Damaged, NewerFormat."""
        return article_text.read_head(self.files.article(article, version))

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

    def original(self, article: str, version: int | None = None) -> bytes:
        """The bytes an article came from: those of the named version, or of the last one before it that has any.

        Raises NotFound, Damaged.
        """
        newest = self.versions(article)[-1] if version is None else version
        for number in range(newest, 0, -1):
            path = self.files.original(article, number)
            if path.exists():
                return article_text.read_bytes(path)
        raise NotFound(f"What article {article} came from is not in the library.")

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
        return before if before and before[0] == stamp else (stamp, article_text.read_head(Path(entry.path)))

    def _findings(self, article: str, version: int) -> tuple[tuple[Repair, ...], tuple[SetAside, ...]]:
        path = self.files.findings(article, version)
        if not path.exists():
            return (), ()
        try:
            return sidecar.load(article_text.read_bytes(path))
        except ValueError as error:
            raise Damaged(f"{path} is damaged: {error}. It was left as it is; without it the article opens.") from error
