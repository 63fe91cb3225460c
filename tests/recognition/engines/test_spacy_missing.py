import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reader.domain.errors import EngineMissing
from reader.recognition.engines import spacy_engine
from tests.recognition.engines.fakes import spacy


def refusal(model: str) -> str:
    with pytest.raises(EngineMissing) as refused:
        spacy_engine.load(model)
    assert "Your articles and notes are safe." in refused.value.sentence
    assert 'engine = "own"' in refused.value.sentence
    return refused.value.sentence


def broken(_: Any) -> Any:
    raise OSError("[E053] Could not read meta.json.")


def test_a_missing_package_is_told_with_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    sentence = refusal("en_core_web_sm")
    assert sentence.startswith("spaCy was chosen for recognition and is not installed.")
    assert sentence.endswith("pip install 'reader-tui[spacy]'")


def test_a_missing_model_is_told_with_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", spacy(broken))
    sentence = refusal("en_core_web_sm")
    assert sentence.startswith("The model 'en_core_web_sm' for spaCy is not installed.")
    assert sentence.endswith("python -m spacy download en_core_web_sm")


@pytest.mark.parametrize("model", ["/no/such/folder", "~/none", "en core", "x; rm -r ~", "~nobody-here/x"])
def test_what_is_no_package_is_not_offered_for_download(monkeypatch: pytest.MonkeyPatch, model: str) -> None:
    monkeypatch.setitem(sys.modules, "spacy", spacy(broken))
    assert refusal(model).endswith("correct the name of the model there.")


def test_a_damaged_model_says_what_is_wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "spacy", spacy(broken, ["en_core_web_sm"]))
    for model in ("en_core_web_sm", str(tmp_path)):
        assert f"spaCy cannot load its model '{model}': [E053] Could not read meta.json. Your" in refusal(model)


def test_a_package_that_is_no_model_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", spacy(lambda name: ModuleType(name).load(), ["requests"]))
    assert refusal("requests").startswith("spaCy cannot load its model 'requests': ")


def test_an_installed_package_goes_before_a_folder_of_its_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    loaded: list[Any] = []
    (tmp_path / "en_core_web_sm").mkdir()
    (tmp_path / "own").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "spacy", spacy(loaded.append, ["en_core_web_sm"]))
    spacy_engine.load("en_core_web_sm")
    spacy_engine.load("own")
    assert loaded == ["en_core_web_sm", Path("own")]
