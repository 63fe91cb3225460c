"""Articles on disk: one Markdown file with front matter per version, and what it came from. No version ever changes."""

from pathlib import Path

from reader import files
from reader.domain.errors import CannotWrite, Damaged, NotFound, WouldOverwrite
from reader.domain.kept import KeptArticle
from reader.domain.repairs import Repair, SetAside
from reader.storage import article_text, sidecar
from reader.storage.head_text import read_bytes
from reader.storage.heads import HeadStore


class ArticleStore(HeadStore):
    """The articles of one library folder. Nothing is made there before the first article is written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._swept = False
        """Whether what writers that were killed had left is gone already."""

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
        if not self._swept:
            self._swept = True
            files.sweep(self.files.articles)
            files.sweep(self.files.originals)
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

    def original(self, article: str, version: int | None = None) -> bytes:
        """The bytes an article came from: those of the named version, or of the last one before it that has any.

        Raises NotFound, Damaged.
        """
        newest = self.versions(article)[-1] if version is None else version
        for number in range(newest, 0, -1):
            path = self.files.original(article, number)
            if path.exists():
                return read_bytes(path)
        raise NotFound(f"What article {article} came from is not in the library.")

    def remove(self, article: str) -> None:
        """Remove all versions of an article with what they came from; what is gone already is no error.

        The article files go last and the first version last of all: for as long as anything is left, `ids` names the
        article, so that what was cut short can be finished. Raises CannotWrite.
        """
        found = self._entries().get(article, {})
        for version in range(1, max(found, default=0) + 1):
            self._unlink(self.files.original(article, version))
            self._unlink(self.files.findings(article, version))
        for version in sorted(found, reverse=True):
            self._unlink(self.files.article(article, version))

    def _unlink(self, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(f"{path} could not be removed: {error.strerror}. Reader tries again later.") from error

    def _findings(self, article: str, version: int) -> tuple[tuple[Repair, ...], tuple[SetAside, ...]]:
        path = self.files.findings(article, version)
        if not path.exists():
            return (), ()
        try:
            return sidecar.load(read_bytes(path))
        except ValueError as error:
            raise Damaged(f"{path} is damaged: {error}. It was left as it is; without it the article opens.") from error
