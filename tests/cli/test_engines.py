"""The command line where the settings name another engine, or nonsense."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]


def write_settings(text: str) -> None:
    folder = Path(os.environ["READER_HOME"]) / "config"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(text, encoding="utf-8")


def test_an_engine_that_is_not_installed_is_told_with_what_to_type(
    reader: Run, added: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    write_settings('[recognition]\nengine = "spacy"\nmodel = "en_core_web_sm"\n')
    told = reader("entities", added)
    assert (told.returncode, told.stdout) == (78, "")
    assert "pip install 'reader-tui[spacy]'" in told.stderr
    assert reader("list").returncode == 0


def test_settings_that_cannot_be_used_are_told(reader: Run, added: str) -> None:
    write_settings("[recognition")
    told = reader("entities", added)
    assert told.returncode == 78
    assert "config.toml cannot be used" in told.stderr
