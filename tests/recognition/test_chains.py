"""Chains: one entity for each thing, however it is called."""

import pytest

from reader.domain.analysis import EntityKind
from reader.recognition import analyse


def chained(text: str) -> dict[str, list[str]]:
    """For every entity, its mentions in the order of the text."""
    return {entity.name: [span.of(text) for span in entity.mentions] for entity in analyse(text).entities}


def test_a_surname_is_the_person() -> None:
    text = "The envoy Ilva Torrend spoke. Torrend left. “Ilva is tired,” her brother said."
    assert chained(text) == {"Ilva Torrend": ["Ilva Torrend", "Torrend", "Ilva"]}


def test_a_title_does_not_make_another_person() -> None:
    text = "President Ilva Torrend spoke, and Mrs Torrend left."
    assert chained(text) == {"Ilva Torrend": ["Ilva Torrend", "Torrend"]}


def test_an_article_before_a_surname_may_be_left_out() -> None:
    text = "Judge Hamid al-Rashidi sat down. Rashidi rose, and al-Rashidi spoke."
    assert chained(text) == {"Hamid al-Rashidi": ["Hamid al-Rashidi", "Rashidi", "al-Rashidi"]}


def test_two_people_of_one_surname_stay_apart() -> None:
    text = "The baker Anna Quibell came. Quibell sat. The judge Peter Quibell came. Quibell stood."
    assert chained(text) == {"Anna Quibell": ["Anna Quibell", "Quibell"], "Peter Quibell": ["Peter Quibell", "Quibell"]}


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        (["the US", "the U.S.", "the United States", "America"], "United States"),
        (["the UK", "Britain", "the United Kingdom"], "United Kingdom"),
        (["Myanmar", "Burma"], "Myanmar"),
    ],
)
def test_a_state_is_one_under_all_its_names(forms: list[str], name: str) -> None:
    text = f"They spoke of {', of '.join(forms)}."
    assert chained(text) == {name: [form.removeprefix("the ") for form in forms]}


def test_an_acronym_in_brackets_stands_for_the_name_before_it() -> None:
    text = "The Coastal Rescue Alliance (CRA) met. Later the CRA voted."
    assert chained(text) == {"Coastal Rescue Alliance": ["Coastal Rescue Alliance", "CRA", "CRA"]}


def test_an_acronym_of_initials_is_bound_without_brackets() -> None:
    text = "The Coastal Rescue Alliance met in Oslo. Members of the CRA said that the CRA board left."
    assert chained(text)["Coastal Rescue Alliance"] == ["Coastal Rescue Alliance", "CRA", "CRA"]


def test_two_bodies_of_the_same_initials_stay_apart() -> None:
    text = "The Coastal Rescue Alliance met the Central Road Authority in Oslo."
    assert {"Coastal Rescue Alliance", "Central Road Authority"} <= chained(text).keys()


def test_a_company_is_one_with_and_without_its_legal_form() -> None:
    text = "Torvane Shipping Ltd fell. The group Torvane Shipping rose."
    assert chained(text) == {"Torvane Shipping Ltd": ["Torvane Shipping Ltd", "Torvane Shipping"]}


def test_a_ministry_is_one_whichever_way_round() -> None:
    text = "The Ministry of Finance met. Later the finance ministry spoke."
    assert list(chained(text).values()) == [["Ministry of Finance", "finance ministry"]]


def test_a_nationality_and_its_people_are_one_group_and_not_the_state() -> None:
    text = "Peruvian farmers in Peru met; most Peruvians agreed."
    entities = {entity.kind: [span.of(text) for span in entity.mentions] for entity in analyse(text).entities}
    assert entities == {EntityKind.GROUP: ["Peruvian", "Peruvians"], EntityKind.PLACE: ["Peru"]}


def test_mentions_stand_in_the_order_of_the_text() -> None:
    text = "Torrend left. Bettina Torrend, a judge, came back. Torrend sat."
    for entity in analyse(text).entities:
        assert list(entity.mentions) == sorted(entity.mentions)


def test_a_dateline_in_capitals_is_the_same_place() -> None:
    assert chained("ORSVIK, Norway — The rain fell. The harbour of Orsvik was shut.")["Orsvik"] == ["ORSVIK", "Orsvik"]
