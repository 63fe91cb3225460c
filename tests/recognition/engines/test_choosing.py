"""Which engine is loaded, how often, and what is not loaded where none is chosen."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.domain.errors import EngineMissing
from reader.recognition.engines import choosing
from reader.settings import ENGINES
from tests.recognition.engines.fakes import FakeModel, gliner

HOUSE = Path(__file__).parents[3]
HEAVY = ("spacy", "gliner", "torch", "numpy", "transformers")
ANALYSE = "from reader.recognition import analyse; analyse('Anna Berg left London on 3 May with $3mn.')"


@pytest.fixture(autouse=True)
def nothing_loaded() -> Iterator[None]:
    choosing._loaded.cache_clear()
    yield
    choosing._loaded.cache_clear()


def loaded_after(code: str, folder: Path) -> set[str]:
    """Which of HEAVY a fresh interpreter has loaded after `code`; each is there to be found, empty, in `folder`."""
    for name in HEAVY:
        (folder / f"{name}.py").touch()
    path = os.pathsep.join([str(folder), str(HOUSE), os.environ["PYTHONPATH"]])
    run = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    return set(run.stdout.split()) & set(HEAVY)


@pytest.mark.parametrize("code", ["import reader.recognition", ANALYSE, "import reader.library.reading"])
def test_nothing_heavy_is_loaded_where_no_other_engine_is_chosen(tmp_path: Path, code: str) -> None:
    assert loaded_after(code, tmp_path) == set()


def test_only_the_chosen_engine_is_loaded(tmp_path: Path) -> None:
    code = "import contextlib; from reader.recognition.engines.choosing import engine\n"
    assert loaded_after(code + "with contextlib.suppress(AttributeError): engine('spacy', 'x')\n1", tmp_path) == {
        "spacy"
    }


def test_our_own_is_no_engine_and_needs_no_model() -> None:
    assert choosing.engine("own", "") is None


def test_every_engine_of_the_settings_can_be_loaded() -> None:
    assert {choosing.OWN, *choosing.LOADERS} == set(ENGINES)


def test_a_model_is_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    monkeypatch.setitem(sys.modules, "gliner", gliner({"a/b": FakeModel({})}, seen))
    assert choosing.engine("gliner", "a/b") is choosing.engine("gliner", "a/b")
    assert len(seen) == 1


def test_a_model_that_was_missing_is_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    models: dict[str, Any] = {}
    monkeypatch.setitem(sys.modules, "gliner", gliner(models))
    with pytest.raises(EngineMissing):
        choosing.engine("gliner", "a/b")
    models["a/b"] = FakeModel({})
    assert choosing.engine("gliner", "a/b") is not None
