"""Hostile titles, authors, tags, notes and quotes, exported by the real command from a real library."""

import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.domain.article import SEPARATOR, Article, Block, BlockKind, Link
from reader.domain.intake import Intake
from reader.domain.span import Span
from reader.export.prose import own_words
from reader.library.library import Library
from reader.settings import folders
from reader.text.screen import clean
from reader.ui.dialogs.import_file import matches
from reader.ui.widgets.line_input import LineInput
from tests.faults.exported import Wanted, faults_of, on_disk
from tests.faults.hostile_names import Hostile, hostile
from tests.ui.conftest import Desk, walk

NOON = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)
AT_LEAST = 68


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library that holds every hostile article."""
    place = tmp_path_factory.mktemp("hostile")
    ticks, keys = count(), count(1 << 60)
    library = Library(
        folders(environment={"READER_HOME": str(place)}),
        now=lambda: NOON + timedelta(seconds=next(ticks)),
        new_key=lambda: next(keys),
    )
    for one in hostile():
        article = article_of(one)
        added = library.add(Intake(article), f"original of {one.number}", tags=[one.words, "ok"])
        library.annotate(added.id, one.note, Span(len(article.text) - len(one.printed), len(article.text)))
    return place


@pytest.fixture(autouse=True)
def in_that_home(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The command works on that library, in an empty folder, and makes files that others may read."""
    monkeypatch.setenv("READER_HOME", str(home))
    monkeypatch.chdir(tmp_path)
    before = os.umask(0o022)
    yield
    os.umask(before)


def article_of(one: Hostile) -> Article:
    """An article that says nothing but these words, in every field that it has."""
    words = one.printed
    parts = [(BlockKind.HEADLINE, words)] if words.strip() else []
    parts += [(BlockKind.STANDFIRST, words)] if words.strip() else []
    parts += [(BlockKind.PARAGRAPH, f"Number {one.number}."), (BlockKind.PARAGRAPH, f"They said {words}")]
    text, blocks = "", []
    for kind, line in parts:
        text += SEPARATOR if text else ""
        blocks.append(Block(kind, Span(len(text), len(text) + len(line))))
        text += line
    links = (Link(blocks[-1].span, f"https://post.example/{words}"),) if words else ()
    return Article(
        text,
        tuple(blocks),
        links=links,
        authors=(words,) if words else (),
        source=words,
        url=f"https://post.example/{one.number}/{words}",
    )


def wanted(library: Library) -> list[Wanted]:
    """What the files have to say."""
    found = []
    notes = {note.article: note for note in library.notes()}
    for row in library.rows():
        opened = library.open(row.head.id)
        article, plain = opened.article, dict[str, object]()
        plain["title"] = clean(article.title, multiline=False)
        plain["source"] = clean(article.source or article.url, multiline=False)
        plain["url"] = clean(article.url, multiline=False)
        plain["author"] = [clean(name, multiline=False) for name in article.authors]
        plain["created"] = opened.kept.added.date()
        plain["description"] = clean(article.standfirst, multiline=False)
        plain["tags"] = [clean(tag, multiline=False) for tag in sorted(opened.state.tags)]
        plain["reader_id"] = row.head.id
        note = own_words(notes[row.head.id].text).split("\n")
        found.append(Wanted({name: value for name, value in plain.items() if value != ""}, note))
    return found


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file below a folder, with its bytes and the time of its last change."""
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def test_there_are_as_many_as_were_asked_for() -> None:
    assert len(hostile()) >= AT_LEAST
    assert len({one.words for one in hostile()}) == len(hostile())


@pytest.mark.parametrize("text", [[], ["--text"]], ids=["notes", "whole text"])
def test_hostile_articles_are_exported_without_a_fault(text: list[str], home: Path, tmp_path: Path) -> None:
    before = tree(home)
    assert main(["export", "--all", "-o", "notes", *text]) == 0
    files, bad = on_disk(tmp_path / "notes", 0o644)
    assert len(files) == len(hostile())
    assert bad + faults_of(files, wanted(Library(folders()))) == []
    assert [path.name for path in tmp_path.iterdir()] == ["notes"]
    assert tree(home).keys() == before.keys()


def test_a_second_export_changes_no_byte(tmp_path: Path) -> None:
    main(["export", "--all", "-o", "notes", "--text"])
    before = tree(tmp_path)
    assert main(["export", "--all", "-o", "notes", "--text", "--overwrite"]) == 0
    assert tree(tmp_path) == before


@pytest.mark.parametrize("typed", ["x" * 300, "a\0b", "\ud800", "/proc/self/none", "/dev/null/x"], ids=ascii)
def test_a_folder_that_cannot_be_is_told_when_it_is_typed(typed: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.press("x")
        desk.app.screen.query_one("ExportDialog LineInput", LineInput).value = typed
        await desk.settle()
        await desk.press("enter")
        assert "Nothing was written" in desk.told[-1]

    walk(Library(folders()), script)


@pytest.mark.parametrize("typed", ["x" * 300, "a\0b/", "x" * 5000])
def test_a_word_that_no_file_can_be_called_is_no_file(typed: str) -> None:
    assert matches(typed, Path.cwd()) == []
    assert main([typed]) == 1


# -- that the checker can fail


def naive(library: Library) -> Mapping[str, bytes]:
    """What an exporter would write that takes titles for names and puts words into a template; it writes nothing."""
    files = {}
    for row in library.rows():
        opened = library.open(row.head.id)
        note = library.notes(row.head.id)[0]
        front = f"---\ntitle: {row.head.title}\ntags: [{', '.join(row.state.tags)}]\nreader_id: {row.head.id}\n---\n"
        text = f"{front}# {row.head.title}\n\n> {opened.article.title}\n\n{note.text}\n"
        files[f"{row.head.title}.md"] = text.encode("utf-8", "surrogatepass")
    return files


CAUGHT = (
    "leads out of the folder",
    "is not in the folder itself",
    "is empty or too long",
    "is a device on Windows",
    "is not safe on every system",
    "holds what nobody sees",
    "is not normalised",
    "are one name on some disks",
    "is not UTF-8",
    "holds what acts on a terminal, or hides",
    "has no front matter that can be read",
    "has a field that an article put there",
    "no front matter is",
    "is missing",
    "would run",
)


def test_a_naive_exporter_would_be_caught_at_everything(tmp_path: Path) -> None:
    library = Library(folders())
    bad = faults_of(naive(library), wanted(library))
    assert [fault for fault in CAUGHT if not any(fault in one for one in bad)] == []
    assert list(tmp_path.iterdir()) == []


def test_links_and_loose_modes_would_be_caught(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one", encoding="utf-8")
    (tmp_path / "a.md").chmod(0o666)
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    assert on_disk(tmp_path, 0o644)[1] == ["'a.md' has the mode 666", "'b.md' is no plain file"]
