"""Articles coming back from a backup: what is missing is added, and nothing that is here is overwritten."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from reader import files
from reader.domain.article import Article
from reader.domain.errors import Damaged, NewerFormat, NotFound
from reader.domain.kept import KeptArticle
from reader.storage import article_text, sidecar
from reader.storage.articles import ArticleStore
from reader.storage.backup_names import Part, Place
from reader.storage.quarantine import Aside


@dataclass(slots=True)
class Returned:
    """What came of the versions so far; see `RestoreReport`."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    aside: list[Path] = field(default_factory=list)
    kept: int = 0


class Returning:
    """Puts the articles of a backup into the library of `store`; `read` gives the bytes of an entry by its place."""

    def __init__(self, store: ArticleStore, read: Callable[[Place], bytes]) -> None:
        self._store = store
        self._read = read
        self._aside = Aside(store.files.folder)
        self.report = Returned()

    def put(self, article: str, versions: Mapping[int, Iterable[Part]]) -> None:
        """Put back all versions of an article, those first whose numbers are free here. Raises CannotWrite, Damaged."""
        here = {number for number in versions if self._path(article, number, Part.ARTICLE).exists()}
        for number in sorted(versions, key=lambda number: (number in here, number)):
            parts = {part: self._read(Place(article, number, part)) for part in versions[number]}
            self._put_version(article, number, parts)

    def _put_version(self, article: str, number: int, parts: dict[Part, bytes]) -> None:
        """Put back one version; the article itself is written last, so that one that is there is there wholly."""
        raw = parts.pop(Part.ARTICLE, None)
        path = self._path(article, number, Part.ARTICLE)
        old = _bytes_of(path)
        if raw is None or raw == old:
            self._put_companions(article, number, parts)
            self.report.kept += raw is not None
        elif not _is_whole(path, raw):
            self._put_aside(path.name, raw)
            self._put_companions(article, number, parts)
        elif old is not None and _is_whole(path, old):
            self._put_beside(article, number, raw, parts)
        else:
            self._put_companions(article, number, parts)
            self._put_in_place(f"{article} version {number}", path, raw, is_damaged=old is not None)

    def _put_in_place(self, name: str, path: Path, raw: bytes, *, is_damaged: bool) -> None:
        """Write a version where none is, or a damaged one, which goes aside."""
        if is_damaged:
            self.report.aside.append(self._aside.move(path))
        files.make_folder(path.parent)
        files.write_atomically(path, raw, overwrite=False)
        (self.report.replaced if is_damaged else self.report.added).append(name)

    def _put_beside(self, article: str, number: int, raw: bytes, parts: dict[Part, bytes]) -> None:
        """Keep a version whose number is taken by another: as a further one, unless it is here under any number."""
        path = self._path(article, number, Part.ARTICLE)
        try:
            head, whole = article_text.whole_of(path, raw)
        except NewerFormat:  # it cannot be given another number, because not all of it is understood
            self._put_aside(path.name, raw)
            return
        if whole in self._known(article):
            self._put_companions(article, number, parts)
            self.report.kept += 1
            return
        repairs, set_aside = self._findings(path, parts)
        further = self._store.versions(article)[-1] + 1
        kept = KeptArticle(article, further, head.added, whole, repairs, set_aside)
        self._store.write(kept, parts.get(Part.ORIGINAL))
        self.report.beside.append(f"{article} version {number} as version {further}")

    def _findings(self, path: Path, parts: Mapping[Part, bytes]) -> sidecar.Findings:
        raw = parts.get(Part.FINDINGS)
        try:
            return sidecar.load(raw) if raw else ((), ())
        except ValueError:
            self._put_aside(f"{path.stem}.json", raw or b"")
            return (), ()

    def _put_companions(self, article: str, number: int, parts: Mapping[Part, bytes]) -> None:
        """Put back what a version came from; where other bytes lie already, those stay and these go aside."""
        for part, raw in parts.items():
            path = self._path(article, number, part)
            old = _bytes_of(path)
            if old is None:
                files.make_folder(path.parent)
                files.write_atomically(path, raw, overwrite=False)
            elif old != raw:
                self._put_aside(path.name, raw)

    def _put_aside(self, name: str, raw: bytes) -> None:
        self.report.aside.append(self._aside.keep(name, raw))

    def _known(self, article: str) -> Iterator[Article]:
        """The versions that are here and can be read."""
        for number in self._store.versions(article):
            with suppress(Damaged, NotFound):
                yield article_text.read_whole(self._path(article, number, Part.ARTICLE))[1]

    def _path(self, article: str, number: int, part: Part) -> Path:
        return Place(article, number, part).path(self._store.files)


def _bytes_of(path: Path) -> bytes | None:
    """What a file holds: nothing where it cannot be read, or is a link; None where there is none."""
    try:
        return files.read_plain(path)
    except FileNotFoundError:
        return None
    except OSError:
        return b""


def _is_whole(path: Path, raw: bytes) -> bool:
    """Whether these bytes are an article; one of a later version of Reader counts as one."""
    try:
        article_text.whole_of(path, raw)
    except NewerFormat:
        return True
    except Damaged:
        return False
    return True
