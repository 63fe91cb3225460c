"""A library on a temporary folder, with a clock that tells a new second each time it is asked."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from reader.library.library import Library
from reader.settings import Folders
from tests.library.keeping import Day

START = datetime(2024, 3, 14, 9, 0, tzinfo=UTC)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "library", tmp_path / "config", tmp_path / "state", tmp_path / "cache")


@pytest.fixture
def now() -> Callable[[], datetime]:
    ticks: Iterator[int] = count()
    return lambda: START + timedelta(seconds=next(ticks))


@pytest.fixture
def library(folders: Folders, now: Callable[[], datetime]) -> Library:
    return Library(folders, now=now)


@pytest.fixture
def again(folders: Folders, now: Callable[[], datetime]) -> Callable[[], Library]:
    """The same library as another process, or a later start, sees it."""
    return lambda: Library(folders, now=now)


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture
def at(tmp_path: Path, day: Day) -> Callable[[str], Library]:
    """A library of this name, as a process that starts now sees it."""

    def one(name: str) -> Library:
        home = tmp_path / name
        return Library(Folders(home / "library", home / "config", home / "state", home / "cache"), now=day)

    return one


@pytest.fixture
def here(at: Callable[[str], Library]) -> Library:
    return at("here")
