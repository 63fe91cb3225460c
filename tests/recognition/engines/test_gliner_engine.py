import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reader.domain.analysis import EntityKind
from reader.domain.errors import EngineMissing
from reader.recognition import analyse
from reader.recognition.engines import gliner_engine
from tests.recognition.engines.fakes import FakeModel, gliner

HUB = "press/names-small"
KNOWN = {
    "Zorvath Quill": ("person", 0.97),
    "Ostrine Union": ("organization", 0.8),
    "Brentholm": ("location", 0.9),
    "Ostrines": ("nationality or religious group", 0.7),
    "Moorhen 4": ("product", 0.6),
    "Lantern Fair": ("event", 0.6),
    "Harrow": ("person", 0.3),
}
TEXT = (
    "🚢 Zorvath Quill of the Ostrine Union left Brentholm in a Moorhen 4 before the Lantern Fair, "
    "to the joy of many Ostrines, Harrow wrote."
)


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> FakeModel:
    made = FakeModel(KNOWN)
    monkeypatch.setitem(sys.modules, "gliner", gliner({HUB: made}))
    return made


def refusal(model: str) -> str:
    with pytest.raises(EngineMissing) as refused:
        gliner_engine.load(model)
    assert "Your articles and notes are safe." in refused.value.sentence
    assert 'engine = "own"' in refused.value.sentence
    return refused.value.sentence


def test_it_is_asked_for_our_six_kinds(model: FakeModel) -> None:
    analysis = analyse(TEXT, engine=gliner_engine.load(HUB))
    assert {entity.name: entity.kind for entity in analysis.entities} == {
        "Zorvath Quill": EntityKind.PERSON,
        "Ostrine Union": EntityKind.ORGANISATION,
        "Brentholm": EntityKind.PLACE,
        "Ostrines": EntityKind.GROUP,
        "Moorhen 4": EntityKind.PRODUCT,
        "Lantern Fair": EntityKind.EVENT,
    }


def test_its_places_are_code_points_of_the_whole_text_in_a_long_text_too(model: FakeModel) -> None:
    text = ("Nobody 🚢 came to the old quay that day. " * 120) + TEXT
    spotted = gliner_engine.load(HUB)(text)
    assert {one.span.of(text) for one in spotted} == set(KNOWN) - {"Harrow"}
    assert len(model.asked) > 1


def test_its_scores_are_kept(model: FakeModel) -> None:
    scores = {one.span.of(TEXT): one.score for one in gliner_engine.load(HUB)(TEXT)}
    assert scores["Zorvath Quill"] == 0.97


@pytest.mark.parametrize("text", ["", "\n"])
def test_it_is_not_asked_about_nothing(model: FakeModel, text: str) -> None:
    assert gliner_engine.load(HUB)(text) == []
    assert model.asked == []


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 999)])
def test_places_that_are_none_are_dropped(monkeypatch: pytest.MonkeyPatch, start: int, end: int) -> None:
    found = [{"start": start, "end": end, "text": "", "label": "person", "score": 0.9}]
    astray = SimpleNamespace(predict_entities=lambda *_, **__: found)
    monkeypatch.setitem(sys.modules, "gliner", gliner({HUB: astray}))
    assert gliner_engine.load(HUB)(TEXT) == []


def test_nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.setitem(sys.modules, "gliner", gliner({HUB: FakeModel({})}, seen))
    gliner_engine.load(HUB)
    assert seen == [{"model": HUB, "offline": "1", "local_files_only": True}]
    assert "HF_HUB_OFFLINE" not in os.environ


def test_the_environment_is_as_it_was_when_loading_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    monkeypatch.setitem(sys.modules, "gliner", None)
    refusal(HUB)
    assert os.environ["HF_HUB_OFFLINE"] == "0"


def test_a_model_in_a_folder_is_loaded_from_there(monkeypatch: pytest.MonkeyPatch, no_home: Path) -> None:
    seen: list[Any] = []
    (no_home / "names").mkdir()
    monkeypatch.setitem(sys.modules, "gliner", gliner({str(no_home / "names"): FakeModel({})}, seen))
    gliner_engine.load("~/names")
    assert seen[0]["model"] == str(no_home / "names")


def test_a_missing_package_is_told_with_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gliner", None)
    sentence = refusal(HUB)
    assert sentence.startswith("GLiNER was chosen for recognition and is not installed.")
    assert sentence.endswith("pip install 'reader-tui[gliner]'")


def test_a_package_without_what_it_needs_says_what_it_lacks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "gliner.py").write_text("import tensors_nobody_has\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "gliner", raising=False)
    sentence = refusal(HUB)
    assert sentence.startswith("GLiNER cannot be loaded: No module named 'tensors_nobody_has'.")


def test_a_missing_model_of_the_hub_is_told_with_what_to_type(model: FakeModel) -> None:
    sentence = refusal("press/names-large")
    assert sentence.startswith("The model 'press/names-large' for GLiNER is not installed.")
    assert sentence.endswith("""python -c "from gliner import GLiNER; GLiNER.from_pretrained('press/names-large')\"""")


def test_what_cannot_be_downloaded_is_not_offered_for_it(model: FakeModel) -> None:
    assert "python" not in refusal("/no/such/folder")
    assert "python" not in refusal('press/$(rm "x")')


def test_a_damaged_model_says_what_is_wrong_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    error = OSError("No config file\nfound \x1b[31min it.")
    monkeypatch.setitem(sys.modules, "gliner", gliner({str(tmp_path): error, HUB: ValueError()}))
    sentence = refusal(str(tmp_path))
    assert f"GLiNER cannot load its model '{tmp_path}': No config file found [31min it. Your" in sentence
    assert "cannot load its model 'press/names-small': ValueError." in refusal(HUB)
