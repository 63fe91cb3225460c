"""Articles on disk come back as they were, are never changed, and say so when they are damaged."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.article import Article, Block, BlockKind
from reader.domain.errors import CannotWrite, Damaged, NewerFormat, NotFound, WouldOverwrite
from reader.domain.kept import KeptArticle
from reader.domain.span import Span
from reader.storage import article_text
from reader.storage.articles import ArticleStore

ID = "0a1b2c3d"


@pytest.fixture
def store(tmp_path: Path) -> ArticleStore:
    """A store whose folder is not there yet."""
    return ArticleStore(tmp_path / "library")


@pytest.fixture
def umask_open() -> Iterator[None]:
    """A umask that forbids nothing."""
    before = os.umask(0)
    yield
    os.umask(before)


def file_of(store: ArticleStore, name: str = f"{ID}.md") -> Path:
    return store.files.folder / "articles" / name


def test_an_article_comes_back_as_it_was(store: ArticleStore, kept: KeptArticle) -> None:
    store.write(kept, b"raw \xff bytes")
    assert store.read(ID) == kept
    assert store.original(ID) == b"raw \xff bytes"


STRINGS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["yes", "1984", "2024-01-01", ": ", "---", "a\nb"]
)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45)), timezone(timedelta(hours=-9))])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    strings=st.tuples(*[STRINGS] * 5),
    names=st.lists(STRINGS.filter(bool), max_size=3).map(tuple),
    published=st.none() | st.dates(),
    added=st.datetimes(timezones=ZONES),
    version=st.integers(1, 10**6),
)
def test_every_field_comes_back_as_it_was(  # noqa: PLR0917 - one for each field
    tmp_path_factory: pytest.TempPathFactory,
    strings: tuple[str, ...],
    names: tuple[str, ...],
    published: date | None,
    added: datetime,
    version: int,
) -> None:
    dateline, printed, source, url, language = strings
    article = Article(
        "x",
        (Block(BlockKind.HEADLINE, Span(0, 1)),),
        (),
        names,
        names[1:],
        dateline,
        published,
        printed,
        source,
        url,
        language,
    )
    kept = KeptArticle(ID, version, added, article)
    store = ArticleStore(tmp_path_factory.mktemp("library"))
    store.write(kept, None)
    assert store.read(ID) == kept
    assert store.heads() == [store.head(ID, version)]


def test_any_program_can_read_the_front_matter(store: ArticleStore, kept: KeptArticle) -> None:
    store.write(kept, None)
    _, front, body = file_of(store).read_text(encoding="utf-8").split("---\n", 2)
    assert yaml.safe_load(front) == {
        "id": ID,
        "version": 1,
        "title": "Port reopens",
        "kicker": "Harbours: opinion",
        "authors": ["Ann Roe", "Ben: Doe"],
        "contributors": ["Cy Poe"],
        "dateline": "Oslo",
        "published": date(2024, 5, 5),
        "published_text": "YESTERDAY",
        "source": "The Paper",
        "url": "https://paper.example/port?id=1",
        "added": datetime(2024, 5, 6, 12, 0, tzinfo=UTC),
        "language": "en",
        "words": 20,
        "captions": [{"text": "A crane on Monday.", "credit": "A. Roe/Agency"}],
        "layout": "kicker headline byline caption credit paragraph tail",
        "format": 1,
    }
    assert "# Port reopens\n" in body


def test_an_article_without_blocks_comes_back(store: ArticleStore) -> None:
    kept = KeptArticle(ID, 1, datetime(2024, 5, 6, tzinfo=UTC), Article("", ()))
    store.write(kept, None)
    assert store.read(ID) == kept


def test_versions_stand_beside_each_other(store: ArticleStore, kept: KeptArticle) -> None:
    later = replace(kept, version=2, article=replace(kept.article, source="Elsewhere"))
    store.write(kept, b"raw")
    store.write(later, None)
    assert store.versions(ID) == [1, 2]
    assert (store.read(ID), store.read(ID, 1), store.read(ID, 2)) == (later, kept, later)
    assert [head.source for head in store.heads()] == ["Elsewhere"]
    assert store.head(ID, 1).source == "The Paper"
    assert store.original(ID) == b"raw"


def test_a_version_with_an_original_of_its_own_leaves_the_first_one(store: ArticleStore, kept: KeptArticle) -> None:
    store.write(kept, b"first")
    store.write(replace(kept, version=2), b"second")
    assert (store.original(ID), store.original(ID, 1), store.original(ID, 2)) == (b"second", b"first", b"second")


def test_a_version_is_never_overwritten(store: ArticleStore, kept: KeptArticle) -> None:
    store.write(kept, b"raw")
    with pytest.raises(WouldOverwrite):
        store.write(replace(kept, article=replace(kept.article, source="Elsewhere")), b"other")
    assert store.read(ID) == kept
    assert store.original(ID) == b"raw"


def test_a_version_that_another_process_just_wrote_is_not_overwritten(
    store: ArticleStore, kept: KeptArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(late: KeptArticle) -> bytes:
        monkeypatch.undo()
        store.write(kept, None)
        return article_text.encoded(late)

    monkeypatch.setattr(article_text, "encoded", overtaken)
    with pytest.raises(WouldOverwrite):
        store.write(replace(kept, added=kept.added + timedelta(days=1)), None)
    assert store.read(ID) == kept


def test_the_head_says_what_a_list_needs(store: ArticleStore, kept: KeptArticle) -> None:
    store.write(kept, None)
    [head] = store.heads()
    assert (head.id, head.version, head.title, head.authors) == (ID, 1, "Port reopens", ("Ann Roe", "Ben: Doe"))
    assert (head.source, head.published, head.added) == ("The Paper", date(2024, 5, 5), kept.added)
    assert (head.words, head.language, head.url) == (20, "en", "https://paper.example/port?id=1")


def test_reading_makes_nothing(store: ArticleStore) -> None:
    assert store.heads() == []
    assert store.ids() == []
    for ask in (store.read, store.versions, store.original):
        with pytest.raises(NotFound):
            ask(ID)
    assert not store.files.folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.usefixtures("umask_open")
def test_only_the_owner_may_read(store: ArticleStore, kept: KeptArticle) -> None:
    store.write(kept, b"raw")
    for path in [store.files.folder, *store.files.folder.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "0a1b2c3d/../x", "", "0A1B2C3D", "0a1b2c3", "0a1b2c3u", "0a1b2c3d\n"]
)
def test_an_id_that_is_none_reaches_no_file(store: ArticleStore, kept: KeptArticle, name: str) -> None:
    store.write(kept, b"raw")
    for ask in (store.read, store.versions, store.original):
        with pytest.raises(NotFound):
            ask(name)
    with pytest.raises(NotFound):
        store.head(name, 1)
    with pytest.raises(NotFound):
        store.write(replace(kept, id=name), b"raw")


def test_half_a_character_is_refused_before_anything_is_written(store: ArticleStore) -> None:
    kept = KeptArticle(
        ID, 1, datetime(2024, 5, 6, tzinfo=UTC), Article("\ud800", (Block(BlockKind.PARAGRAPH, Span(0, 1)),))
    )
    with pytest.raises(CannotWrite):
        store.write(kept, b"raw")
    assert not store.files.folder.exists()


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda raw: raw[:0],
    "zeros": lambda raw: bytes(len(raw)),
    "cut in the front matter": lambda raw: raw[:60],
    "not UTF-8": lambda raw: raw.replace(b"Port", b"P\xffrt"),
    "no front matter": lambda raw: raw.split(b"---\n", 2)[2],
    "not YAML": lambda raw: raw.replace(b"title: ", b"title: [: "),
    "another id": lambda raw: raw.replace(b'"0a1b2c3d"', b"zzzzzzzz"),
    "another version": lambda raw: raw.replace(b"version: 1", b"version: 2"),
    "no date": lambda raw: raw.replace(b"added: ", b"was_added: "),
    "authors of another kind": lambda raw: raw.replace(b"authors:\n", b"authors:\n  - [1]\n"),
    "a date that is none": lambda raw: raw.replace(b"published: 2024-05-05", b"published: 2024-05-55"),
    "no format": lambda raw: raw.replace(b"format: 1", b"formal: 1"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_article_says_so_and_is_left_alone(store: ArticleStore, kept: KeptArticle, name: str) -> None:
    store.write(kept, b"raw")
    path = file_of(store)
    damaged = DAMAGES[name](path.read_bytes())
    path.write_bytes(damaged)
    other = replace(kept, id="zzzzzzzz")
    store.write(other, None)
    with pytest.raises(Damaged, match=ID):
        store.read(ID)
    with pytest.raises(WouldOverwrite):
        store.write(kept, b"raw")
    assert store.original(ID) == b"raw"
    if name != "not UTF-8":
        assert [head.id for head in store.heads()] == ["zzzzzzzz"]
        assert store.damaged == (path,)
    assert path.read_bytes() == damaged


def test_a_list_shows_the_last_version_that_can_be_read(store: ArticleStore, kept: KeptArticle) -> None:
    store.write(kept, None)
    store.write(replace(kept, version=2), None)
    file_of(store, f"{ID}.v2.md").write_bytes(b"")
    assert [head.version for head in store.heads()] == [1]
    assert store.damaged == (file_of(store, f"{ID}.v2.md"),)


def test_a_later_format_is_left_alone(store: ArticleStore, kept: KeptArticle) -> None:
    store.write(kept, None)
    path = file_of(store)
    later = path.read_bytes().replace(b"format: 1", b"format: 2")
    path.write_bytes(later)
    with pytest.raises(NewerFormat):
        store.read(ID)
    assert store.heads() == []
    assert store.damaged == (path,)
    assert path.read_bytes() == later


def test_damaged_findings_are_told(store: ArticleStore, kept: KeptArticle) -> None:
    store.write(kept, None)
    path = store.files.findings(ID, 1)
    for content in (b"", b"null", b"{}", b'{"repairs": [1], "set_aside": []}', b"[" * 100_000):
        path.write_bytes(content)
        with pytest.raises(Damaged, match=path.name):
            store.read(ID)
        assert path.read_bytes() == content


def test_a_list_sees_what_was_changed_and_what_is_gone(store: ArticleStore, kept: KeptArticle) -> None:
    store.write(kept, None)
    assert [head.source for head in store.heads()] == ["The Paper"]
    path = file_of(store)
    path.write_text(
        path.read_text(encoding="utf-8").replace("source: The Paper", "source: Elsewhere"), encoding="utf-8"
    )
    assert [head.source for head in store.heads()] == ["Elsewhere"]
    path.unlink()
    assert store.heads() == []


def test_other_files_in_the_folder_are_no_articles(store: ArticleStore, kept: KeptArticle) -> None:
    store.write(kept, None)
    for name in (
        "README.md",
        f".{ID}.md.abc.tmp",
        f"{ID}.v1.md",
        f"{ID}.v02.md",
        f"{ID} (conflicted copy).md",
        f"{ID}.txt",
    ):
        file_of(store, name).write_bytes(b"other")
    assert [head.id for head in store.heads()] == [ID]
    assert store.damaged == ()


def test_long_front_matter_is_read_whole(store: ArticleStore, kept: KeptArticle) -> None:
    many = replace(
        kept, article=replace(kept.article, authors=tuple(f"Author Number {number}" for number in range(2000)))
    )
    store.write(many, None)
    assert store.heads()[0].authors == many.article.authors
    assert store.read(ID) == many


def test_a_file_with_line_ends_of_windows_is_read(store: ArticleStore, kept: KeptArticle) -> None:
    store.write(kept, None)
    file_of(store).write_bytes(file_of(store).read_bytes().replace(b"\n", b"\r\n"))
    assert store.read(ID) == kept
    assert store.heads()[0].title == "Port reopens"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, kept: KeptArticle) -> None:
    (tmp_path / "library").write_bytes(b"a file is in the way")
    with pytest.raises(CannotWrite):
        ArticleStore(tmp_path / "library").write(kept, None)


def test_what_killed_writers_left_goes_with_the_next_article(store: ArticleStore, kept: KeptArticle) -> None:
    left = [f"articles/.{ID}.md.0123456789abcdef.tmp", f"originals/.{ID}.txt.0123456789abcdef.tmp"]
    for folder in ("articles", "originals"):
        (store.files.folder / folder).mkdir(parents=True)
    for name in left:
        (store.files.folder / name).write_bytes(b"half")
    store.write(kept, b"raw")
    assert [name for name in left if (store.files.folder / name).exists()] == []
    assert store.read(ID) == kept
