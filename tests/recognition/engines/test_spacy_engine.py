"""A small pipeline of spaCy's own, built here; spaCy is an extra, so that most machines skip this."""

from pathlib import Path

import pytest

from reader.domain.analysis import EntityKind
from reader.domain.errors import EngineMissing
from reader.recognition import analyse
from reader.recognition.engines import spacy_engine

spacy = pytest.importorskip("spacy", reason="spaCy is an extra and is not installed here")

PATTERNS = {
    "Zorvath Quill": "PERSON",
    "Quill": "PERSON",
    "the Ostrine Union": "ORG",
    "Brentholm": "GPE",
    "Ostrines": "NORP",
    "Pike Bridge": "FAC",
    "Moorhen 4": "PRODUCT",
    "Lantern Fair": "EVENT",
    "Dusk Song": "WORK_OF_ART",
}
TEXT = (
    "🚢👩‍🚀 Zorvath Quill of the Ostrine Union crossed Pike Bridge to Brentholm in a Moorhen 4, humming Dusk Song. "
    "At the Lantern Fair, Quill met the Ostrines."
)


@pytest.fixture
def pipeline(tmp_path: Path) -> str:
    """The folder of a pipeline that finds names by rules."""
    made = spacy.blank("en")
    ruler = made.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": name} for name, label in PATTERNS.items()])
    made.to_disk(tmp_path / "pipeline")
    return str(tmp_path / "pipeline")


def test_its_entities_become_ours(pipeline: str) -> None:
    analysis = analyse(TEXT, engine=spacy_engine.load(pipeline))
    assert {entity.name: entity.kind for entity in analysis.entities} == {
        "Zorvath Quill": EntityKind.PERSON,
        "Ostrine Union": EntityKind.ORGANISATION,
        "Pike Bridge": EntityKind.PLACE,
        "Brentholm": EntityKind.PLACE,
        "Moorhen 4": EntityKind.PRODUCT,
        "Lantern Fair": EntityKind.EVENT,
        "Ostrines": EntityKind.GROUP,
    }
    person = next(entity for entity in analysis.entities if entity.kind is EntityKind.PERSON)
    assert [span.of(TEXT) for span in person.mentions] == ["Zorvath Quill", "Quill"]


def test_its_places_are_code_points(pipeline: str) -> None:
    assert {one.span.of(TEXT) for one in spacy_engine.load(pipeline)(TEXT)} == set(PATTERNS)


def test_a_text_longer_than_it_takes_at_once_is_read_to_the_end(pipeline: str) -> None:
    loaded = spacy.load(pipeline)
    loaded.max_length = 50_000
    text = "Nobody 🚢 came to the old quay that day. " * 1_500 + "Zorvath Quill did."
    assert len(text) > loaded.max_length
    assert [one.span.of(text) for one in spacy_engine.SpacyEngine(loaded)(text)] == ["Zorvath Quill"]


def test_nothing_is_found_in_nothing(pipeline: str) -> None:
    assert list(spacy_engine.load(pipeline)("")) == []


def test_a_model_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EngineMissing, match="The model 'en_no_such_model' for spaCy is not installed"):
        spacy_engine.load("en_no_such_model")
    with pytest.raises(EngineMissing, match="cannot load its model"):
        spacy_engine.load(str(tmp_path))
