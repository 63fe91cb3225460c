"""Names in running text: one test for each rule that finds, cuts or types them."""

import pytest

from reader.domain.analysis import EntityKind
from reader.recognition import analyse

PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE
GROUP, EVENT = EntityKind.GROUP, EntityKind.EVENT


def named(text: str, kind: EntityKind | None = None) -> set[str]:
    """The mentions in `text`, of one kind or of all."""
    entities = analyse(text).entities
    return {span.of(text) for entity in entities if kind in {None, entity.kind} for span in entity.mentions}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The talks ended when President Ilva Torrend left the room.", "Ilva Torrend"),
        ("He was met by Mr Quibell at the gate.", "Quibell"),
        ("The plan was drawn up by Foreign Minister Bram Oduya last year.", "Bram Oduya"),
        ("Former Secretary of State Corin Vale disagreed.", "Corin Vale"),
        ("The Minister of Foreign Affairs and Trade, Ruth Adeyo, agreed.", "Ruth Adeyo"),
        ("It was a mistake, said striker Duvan Marr.", "Duvan Marr"),
        ("A neighbour, Orsolya Fekete, 43, heard the noise.", "Orsolya Fekete"),
        ("The novel by Gerrit van der Plas sold well.", "Gerrit van der Plas"),
        ("The book by J. T. Okonjo was banned.", "J. T. Okonjo"),
        ("They praised Hamid al-Rashidi for it.", "Hamid al-Rashidi"),
        ("The vote went to Theresa May in the end.", "Theresa May"),
        ("Will Ferrand and his sister agreed.", "Will Ferrand"),
    ],
)
def test_people_are_found_without_their_titles(text: str, person: str) -> None:
    assert person in named(text, PERSON)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Shares of Torvane Holdings fell by half.", "Torvane Holdings"),
        ("He sued Quill & Marsh over it.", "Quill & Marsh"),
        ("She joined Brightwater Ltd in the spring.", "Brightwater Ltd"),
        ("The case went to the Kenya Wildlife Service again.", "Kenya Wildlife Service"),
        (
            "It was closed by the Ministry of Health and Social Welfare at once.",
            "Ministry of Health and Social Welfare",
        ),
        ("The Ministry of Trade, Energy and Mines denied it.", "Ministry of Trade, Energy and Mines"),
        ("Most teach at the University of Ostrava now.", "University of Ostrava"),
        ("A report by the Centre for Coastal Studies said so.", "Centre for Coastal Studies"),
        ("The Russian Defence Ministry denied it.", "Russian Defence Ministry"),
        ("He works at McDonald's in town.", "McDonald's"),
        ("The vote of the Communist party was split.", "Communist party"),
        ("Critics of the Teachers' Union spoke up.", "Teachers' Union"),
    ],
)
def test_organisations_are_found_whole(text: str, body: str) -> None:
    assert body in named(text, ORGANISATION)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The road to Mount Ardvail was closed.", "Mount Ardvail"),
        ("They crossed the Sennet River at night.", "Sennet River"),
        ("He was born in Wexcombe and stayed there.", "Wexcombe"),
        ("A fire in Ludbrook, Ontario, killed two.", "Ludbrook"),
        ("The village of Tarnholm was flooded.", "Tarnholm"),
        ("Rain fell over northern Uganda and Northern Iraq.", "Northern Iraq"),
        ("KYIV, Dec 9 - The lights went out.", "KYIV"),
    ],
)
def test_places_are_found(text: str, place: str) -> None:
    assert place in named(text, PLACE)


def test_nationalities_religions_and_adherents_are_groups_and_the_party_is_not() -> None:
    text = "Iranian pilots, Muslims and Republicans met members of the Republican Party."
    assert named(text, GROUP) == {"Iranian", "Muslims", "Republicans"}
    assert named(text, ORGANISATION) == {"Republican Party"}


def test_two_groups_in_a_row_are_one() -> None:
    assert named("Many British Muslims agreed.", GROUP) == {"British Muslims"}


def test_a_state_spoken_of_by_its_capital_stays_that_place() -> None:
    assert {"Moscow", "Tehran"} <= named("Ties between Moscow and Tehran grew.", PLACE)


def test_a_hyphenated_pair_is_two_places() -> None:
    assert named("The Chad-Sudan pact held.", PLACE) == {"Chad", "Sudan"}


def test_a_possessive_is_never_inside_a_span() -> None:
    found = named("Kenya's ports and Torvane Holdings' ships met Ilva Torrend's crew.")
    assert "Kenya" in found
    assert not any(name.endswith(("'s", "’s", "'")) for name in found)


def test_a_nationality_a_title_and_a_person_come_apart() -> None:
    text = "The plan pleased Kenyan President William Ruto."
    assert named(text) == {"Kenyan", "William Ruto"}


def test_the_first_word_of_a_sentence_is_no_name_by_its_capital_alone() -> None:
    text = "Police came. Officials left. Yesterday trade fell. Harvests were poor."
    assert named(text) == set()


def test_a_name_that_is_also_a_word_needs_a_place_inside_a_sentence() -> None:
    assert named("Target prices rose.") == set()
    assert "Apple" in named("He sold Apple shares. Apple fell again.", ORGANISATION)


def test_abbreviations_and_codes_are_no_names() -> None:
    assert named("The CEO said GDP and NGOs mattered, and so did COVID-19 and B12 on TV.") == set()


def test_a_minister_of_something_names_no_organisation() -> None:
    assert named("The Minister of Foreign Affairs resigned.") == set()


def test_laws_plans_and_prizes_are_no_entities() -> None:
    assert named("The Harbour Reform Act and the Green Growth Strategy passed.") == set()


def test_a_title_of_a_work_in_quotation_marks_is_no_organisation() -> None:
    assert named("She wrote “Silent Harbour Nights” in spring.") == set()


def test_a_currency_is_no_place() -> None:
    assert named("The US dollar and the Canadian dollars fell.") == set()


def test_days_and_months_are_no_names() -> None:
    assert named("On Friday and in December, as in May, nothing moved. Posted April 4.") == set()


def test_events_are_found_by_list_and_by_form() -> None:
    text = "Since the Second World War and Hurricane Ottilie nothing like the Coral Cup was seen."
    assert named(text, EVENT) == {"Second World War", "Hurricane Ottilie", "Coral Cup"}


def test_a_name_of_the_document_decides_where_a_place_of_that_name_is_known() -> None:
    text = "Margaret Hamilton wrote the code. Later Hamilton ran the lab. She flew to a meeting in Hamilton."
    assert named(text, PERSON) == {"Margaret Hamilton", "Hamilton"}
    assert named(text, PLACE) == {"Hamilton"}


def test_a_surname_is_known_before_its_full_name_has_come() -> None:
    assert "Sorrel" in named("The judge heard Sorrel at noon. Bettina Sorrel denied it.", PERSON)


def test_evidence_adds_up_over_the_document() -> None:
    text = "The council met Varnholt twice. It was Varnholt who left. “No,” said Varnholt."
    assert named(text, PERSON) == {"Varnholt"}


def test_a_word_that_the_text_writes_small_as_well_is_no_name() -> None:
    assert named("The regatta was cancelled. Later the Regatta was held.") == set()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Velm Timber said on Tuesday that it would close.", "Velm Timber"),
        ("He sold it to Ostrava Refining last year.", "Ostrava Refining"),
        ("Corvane Line, which runs the boats, has ordered another.", "Corvane Line"),
        ("Statistics Norway said prices had risen.", "Statistics Norway"),
        ("The rule was drawn up by Sport England in May.", "Sport England"),
        ("The Saddle and Harness Union (SHU) said it would wait.", "Saddle and Harness Union"),
        ("The Saddle and Harness Union (SHU) said it would wait.", "SHU"),
        ("It bought half of Kelda Ruun, the state-owned company that lays the pipes.", "Kelda Ruun"),
        ("In March the operator, Bergruh, fitted a new clock.", "Bergruh"),
    ],
)
def test_bodies_are_known_by_their_trade_or_by_what_stands_beside_them(text: str, body: str) -> None:
    assert body in named(text, ORGANISATION)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The boat left for Quillan in a gale.", "Quillan"),
        ("The council of Thrapley voted for it.", "Thrapley"),
        ("They work at the landing station at Orsvik now.", "Orsvik"),
        ("The Tolma camp was closed, and nobody went back.", "Tolma"),
    ],
)
def test_unknown_towns_are_told_by_the_words_before_and_behind(text: str, place: str) -> None:
    assert place in named(text, PLACE)


def test_a_meeting_that_opens_is_an_event() -> None:
    assert named("The World Turnip Congress opens in Ghent on Monday.", EVENT) == {"World Turnip Congress"}


def test_the_first_word_of_a_company_stands_for_it() -> None:
    text = "Vostra Air Group Inc. cut jobs. Ms. Pell said Vostra had lost pilots."
    assert named(text, ORGANISATION) == {"Vostra Air Group Inc.", "Vostra"}


@pytest.mark.parametrize(
    "text",
    [
        "Chile won Group A with ease.",
        "It helps to take Vitamin D in winter.",
        "See pic.example.com/KqLpngTbO for more.",
        "We know that there IS a bar.",
    ],
)
def test_letters_addresses_and_shouted_words_are_no_names(text: str) -> None:
    assert named(text) <= {"Chile"}


def test_a_person_keeps_the_surname_that_a_company_has_too() -> None:
    text = "Harrison Ford came late. Ford was tired."
    assert named(text, PERSON) == {"Harrison Ford", "Ford"}


def test_a_part_in_the_team_is_no_part_of_the_name() -> None:
    assert named("The coach praised QB Martin Oduya for it.", PERSON) == {"Martin Oduya"}
