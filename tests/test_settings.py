from pathlib import Path

import pytest

from reader.settings import folders


def test_reader_home_moves_everything(tmp_path: Path) -> None:
    found = folders(environment={"READER_HOME": str(tmp_path)})
    assert {found.library.parent, found.config.parent, found.state.parent, found.cache.parent} == {tmp_path}
    assert len({found.library, found.config, found.state, found.cache}) == 4


def test_reader_library_moves_the_library_alone(tmp_path: Path) -> None:
    plain = folders(environment={"READER_HOME": str(tmp_path)})
    moved = folders(environment={"READER_HOME": str(tmp_path), "READER_LIBRARY": str(tmp_path / "other")})
    assert moved.library == tmp_path / "other"
    assert (moved.config, moved.state, moved.cache) == (plain.config, plain.state, plain.cache)


def test_the_option_goes_before_the_variables(tmp_path: Path) -> None:
    found = folders(str(tmp_path / "named"), {"READER_LIBRARY": "elsewhere", "READER_HOME": str(tmp_path)})
    assert found.library == tmp_path / "named"


def test_without_any_word_the_platform_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    found = folders(environment={})
    assert all(tmp_path in folder.parents for folder in (found.library, found.config, found.state, found.cache))


def test_asking_for_folders_makes_none(tmp_path: Path) -> None:
    folders(environment={"READER_HOME": str(tmp_path / "home")})
    assert not (tmp_path / "home").exists()
