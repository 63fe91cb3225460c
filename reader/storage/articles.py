"""Articles on disk: one Markdown file with front matter per version, and what it came from. No version ever changes."""

from reader import files
from reader.domain.errors import Damaged, NotFound, WouldOverwrite
from reader.domain.kept import KeptArticle
from reader.domain.repairs import Repair, SetAside
from reader.storage import article_text, sidecar
from reader.storage.head_text import read_bytes
from reader.storage.heads import HeadStore


class ArticleStore(HeadStore):
    """The articles of one library folder. Nothing is made there before the first article is written."""

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

    def _findings(self, article: str, version: int) -> tuple[tuple[Repair, ...], tuple[SetAside, ...]]:
        path = self.files.findings(article, version)
        if not path.exists():
            return (), ()
        try:
            return sidecar.load(read_bytes(path))
        except ValueError as error:
            raise Damaged(f"{path} is damaged: {error}. It was left as it is; without it the article opens.") from error
