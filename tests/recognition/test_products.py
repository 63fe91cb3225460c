"""Weapons and vehicles, by designation and by plain noun."""

import pytest

from reader.domain.analysis import EntityKind
from reader.recognition import analyse
from reader.recognition.products import designated, weapons


@pytest.mark.parametrize(
    "name",
    ["Su-35", "F-16", "Leopard 2", "737 Max", "Shahed-136", "S-400", "T-72B3", "MQ-9", "AK-47", "Kh-101", "BMP-2"],
)
def test_designations_are_products_and_no_figures(name: str) -> None:
    text = f"They asked for the {name} again."
    analysis = analyse(text)
    assert [(entity.name, entity.kind) for entity in analysis.entities] == [(name, EntityKind.PRODUCT)]
    assert analysis.figures == ()


@pytest.mark.parametrize(
    "text", ["Covid-19 spread.", "The G-7 met.", "An A-level.", "Up to T-3 days.", "F 16 per cent."]
)
def test_what_only_looks_designated_is_not(text: str) -> None:
    assert list(designated(text)) == []


def found(text: str) -> list[str]:
    return [one.span.of(text) for one in weapons(text, text.replace(".", "").split())]


def test_weapons_of_our_list_are_found_with_their_adjectives() -> None:
    text = "Troops of the army lost long-range ballistic missiles, drones, air defences and heavy artillery systems."
    assert found(text) == ["long-range ballistic missiles", "drones", "air defences", "heavy artillery systems"]


def test_doubtful_words_count_only_in_a_text_about_war() -> None:
    assert found("The tank of the aquarium held shells from the beach.") == []
    assert found("The army sent a tank and shells to the troops.") == ["tank", "shells"]


def test_the_noun_behind_a_designation_is_not_named_again() -> None:
    text = "The army wants F-16 fighter jets for its troops."
    assert [entity.name for entity in analyse(text).entities] == ["F-16"]


def test_one_and_many_are_one_thing() -> None:
    entities = analyse("A drone fell. Drones fell. More attack drones and another drone came.").entities
    assert [(entity.name, len(entity.mentions)) for entity in entities] == [("drone", 3)]


def test_a_code_is_a_product_wherever_its_noun_told_so_once() -> None:
    text = "They hired an XZ90 helicopter. The XZ90 was late."
    [entity] = analyse(text).entities
    assert (entity.kind, len(entity.mentions)) == (EntityKind.PRODUCT, 2)


def test_a_code_without_its_noun_is_none() -> None:
    assert list(designated("They drove down the XZ90 at noon.")) == []


def test_the_plural_is_the_same_type() -> None:
    text = "Two F-16s took off. An F-16 came back."
    [entity] = analyse(text).entities
    assert [span.of(text) for span in entity.mentions] == ["F-16s", "F-16"]
    assert entity.name == "F-16"
