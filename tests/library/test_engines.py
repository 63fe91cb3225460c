"""The engine that the settings name finds the names of what is opened."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.library import reading
from reader.library.library import Library
from reader.library.visiting import visit
from reader.recognition.engines import choosing
from tests.library.keeping import FERRIES
from tests.recognition.engines.fakes import FakeModel, gliner

HUB = "press/names-small"
CHOSEN = f'[recognition]\nengine = "gliner"\nmodel = "{HUB}"\n'
Choose = Callable[[str], None]


@pytest.fixture
def choose(library: Library) -> Choose:
    """Writes the settings file."""

    def write(settings: str) -> None:
        library.folders.config.mkdir(exist_ok=True)
        (library.folders.config / "config.toml").write_text(settings, encoding="utf-8")

    return write


def forget() -> None:
    """Let no engine and no analysis of another test be remembered."""
    choosing._loaded.cache_clear()
    reading.analysis.cache_clear()


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeModel]:
    """A model that takes ferries, and nothing else, for a person."""
    model = FakeModel({"Ferries": ("person", 0.9)})
    monkeypatch.setitem(sys.modules, "gliner", gliner({HUB: model}))
    forget()
    yield model
    forget()


def names(library: Library, article: str) -> list[str]:
    return [entity.name for entity in library.open(article).analysis.entities]


def kept(library: Library) -> str:
    return library.add(library.preview(FERRIES), FERRIES).id


def test_the_settings_choose_the_engine_from_one_opening_to_the_next(library: Library, choose: Choose) -> None:
    article = kept(library)
    assert "Anna Berg" in names(library, article)
    choose(CHOSEN)
    assert names(library, article) == ["Ferries"]
    choose('[recognition]\nengine = "own"\n')
    assert "Anna Berg" in names(library, article)


def test_a_text_is_given_to_the_engine_once(library: Library, choose: Choose, installed: FakeModel) -> None:
    article = kept(library)
    choose(CHOSEN)
    names(library, article)
    asked = len(installed.asked)
    names(library, article)
    assert len(installed.asked) == asked > 0


def test_a_file_that_is_only_visited_is_read_by_the_chosen_engine(
    library: Library, choose: Choose, tmp_path: Path
) -> None:
    choose(CHOSEN)
    (tmp_path / "ferries.txt").write_text(FERRIES, encoding="utf-8")
    here = visit(library, tmp_path / "ferries.txt")
    assert names(here, here.kept.id) == ["Ferries"]


def test_what_is_missing_is_told_and_everything_else_goes_on(library: Library, choose: Choose) -> None:
    article = kept(library)
    choose(CHOSEN.replace("small", "large"))
    opened = library.open(article)
    assert "names-large' for GLiNER is not installed" in opened.fault
    assert "Anna Berg" in [entity.name for entity in opened.analysis.entities]
    library.annotate(article, "Ask the board.")
    assert [note.text for note in library.notes(article)] == ["Ask the board."]
    assert [row.head.id for row in library.rows()] == [article]


def test_bad_settings_are_told_when_an_article_is_opened(library: Library, choose: Choose) -> None:
    article = kept(library)
    choose("[recognition]\nengine = 'spacey'\n")
    assert "spacey" in library.open(article).fault
