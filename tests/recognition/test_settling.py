"""Settling: the rules that turn what the tagger said of each place into one name, one kind."""

import pytest

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition.found import Found
from reader.recognition.settling import settled

PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE
GROUP, PRODUCT, EVENT = EntityKind.GROUP, EntityKind.PRODUCT, EntityKind.EVENT


def at(
    text: str, name: str, kind: EntityKind, nth: int = 1, *, canonical: str = "", formed: bool = False, lead: int = 0
) -> Found:
    """The `nth` place of `name` in `text`, found to be of `kind`."""
    start = -1
    for _ in range(nth):
        start = text.index(name, start + 1)
    return Found(Span(start, start + len(name)), name, kind, canonical, formed, lead)


def names(found: list[Found]) -> list[tuple[str, EntityKind]]:
    """Names and kinds in the order of the text."""
    return [(one.name, one.kind) for one in sorted(found, key=lambda one: one.span.start)]


def test_what_the_tagger_found_stays() -> None:
    text = "Berg left Oslo for Torvane."
    tagged = [at(text, "Berg", PERSON), at(text, "Oslo", PLACE), at(text, "Torvane", ORGANISATION)]
    assert settled(text, tagged, []) == tagged
    assert settled(text, [], []) == []


def test_what_the_rules_guessed_does_not_stand_in_for_the_tagger() -> None:
    text = "They asked Torvane in Oslo again."
    rules = [at(text, "Torvane", ORGANISATION, lead=5), at(text, "Oslo", PLACE, canonical="Oslo")]
    assert settled(text, [], rules) == []


def test_what_its_form_tells_is_found_though_the_tagger_overlooked_it() -> None:
    text = "They asked Torvane Ltd again."
    assert settled(text, [], [at(text, "Torvane", ORGANISATION, formed=True)])


@pytest.mark.parametrize(("name", "kind"), [("9/11", EVENT), ("Kalashnikov", PRODUCT)])
def test_a_listed_event_or_product_is_found_though_the_tagger_overlooked_it(name: str, kind: EntityKind) -> None:
    text = f"They spoke of {name} again."
    rule = at(text, name, kind, canonical=name)
    assert settled(text, [], [rule]) == [rule]


def test_a_list_does_not_cut_into_what_the_tagger_found() -> None:
    text = "They joined the Kalashnikov Concern again."
    tagged = at(text, "Kalashnikov Concern", ORGANISATION)
    assert settled(text, [tagged], [at(text, "Kalashnikov", PRODUCT, canonical="Kalashnikov")]) == [tagged]


def test_several_words_that_their_form_explains_stand_against_the_tagger() -> None:
    text = "They asked Quill & Marsh again."
    rule = at(text, "Quill & Marsh", ORGANISATION, formed=True)
    assert settled(text, [at(text, "Quill", PERSON), at(text, "Marsh", PERSON)], [rule]) == [rule]


def test_a_listed_event_of_several_words_stands_against_the_tagger() -> None:
    text = "They spoke of the Yom Kippur War again."
    rule = at(text, "Yom Kippur War", EVENT, canonical="Yom Kippur War")
    assert settled(text, [at(text, "Yom Kippur", EVENT)], [rule]) == [rule]


def test_a_longer_name_of_the_same_kind_stands_against_what_its_form_explains() -> None:
    text = "They asked the Northern Grain Commission again."
    tagged = at(text, "Northern Grain Commission", ORGANISATION)
    assert settled(text, [tagged], [at(text, "Grain Commission", ORGANISATION, formed=True)]) == [tagged]


def test_a_longer_name_of_another_kind_does_not() -> None:
    text = "They asked the Northern Grain Commission again."
    rule = at(text, "Grain Commission", ORGANISATION, formed=True)
    assert settled(text, [at(text, "Northern Grain Commission", PLACE)], [rule]) == [rule]


def test_a_longer_name_that_only_overlaps_does_not() -> None:
    text = "They asked Quill & Marsh Trading Company again."
    rule = at(text, "Quill & Marsh", ORGANISATION, formed=True)
    assert settled(text, [at(text, "Marsh Trading Company", ORGANISATION)], [rule]) == [rule]


def test_the_same_place_is_what_the_rules_know_of_it() -> None:
    text = "They asked Quill & Marsh again."
    rule = at(text, "Quill & Marsh", ORGANISATION, canonical="Quill & Marsh", formed=True)
    assert settled(text, [at(text, "Quill & Marsh", ORGANISATION)], [rule]) == [rule]


def test_a_shorter_name_of_the_same_kind_does_not() -> None:
    text = "They asked Quill & Marsh again."
    rule = at(text, "Quill & Marsh", ORGANISATION, formed=True)
    assert settled(text, [at(text, "Quill", ORGANISATION)], [rule]) == [rule]


def test_the_form_of_a_person_does_not_stand_against_the_tagger() -> None:
    text = "They asked Anna Berg Trust again."
    tagged = at(text, "Anna Berg Trust", ORGANISATION)
    assert settled(text, [tagged], [at(text, "Anna Berg", PERSON, formed=True)]) == [tagged]


def test_one_word_that_its_form_explains_does_not_stand_against_the_tagger() -> None:
    text = "They asked Torvane again."
    tagged = at(text, "Torvane", PERSON)
    assert settled(text, [tagged], [at(text, "Torvane", ORGANISATION, formed=True)]) == [tagged]


@pytest.mark.parametrize("money", ["dollars", "dollar", "pesos", "rupees"])
def test_a_nationality_that_only_tells_the_money_is_left_out(money: str) -> None:
    text = f"It cost forty Canadian {money} there."
    assert settled(text, [at(text, "Canadian", GROUP)], []) == []


def test_a_state_that_only_tells_the_money_is_left_out_and_one_that_won_stays() -> None:
    text = "It cost forty Hong Kong dollars where France won."
    tagged = [at(text, "Hong Kong", PLACE), at(text, "France", PLACE)]
    assert names(settled(text, tagged, [])) == [("France", PLACE)]


def test_a_body_before_the_name_of_money_stays() -> None:
    text = "They asked why Torvane pounds again."
    assert names(settled(text, [at(text, "Torvane", ORGANISATION)], [])) == [("Torvane", ORGANISATION)]


def test_a_nationality_before_another_word_stays() -> None:
    text = "It cost forty Canadian farmers dollars."
    assert names(settled(text, [at(text, "Canadian", GROUP)], [])) == [("Canadian", GROUP)]
    text = "It was paid by a Canadian. Dollars fell."
    assert names(settled(text, [at(text, "Canadian", GROUP)], [])) == [("Canadian", GROUP)]


@pytest.mark.parametrize("office", ["Head of Research", "Secretary for Justice"])
def test_an_office_that_somebody_holds_is_no_organisation(office: str) -> None:
    text = f"They asked the {office} again."
    assert settled(text, [at(text, office, ORGANISATION)], []) == []
    assert settled(text, [at(text, office, PLACE)], [])


@pytest.mark.parametrize("body", ["Bank of Torvane", "Head Torvane"])
def test_a_body_of_something_is_one(body: str) -> None:
    text = f"They asked the {body} again."
    assert names(settled(text, [at(text, body, ORGANISATION)], [])) == [(body, ORGANISATION)]


def test_the_noun_of_a_place_alone_is_no_place() -> None:
    text = "They met in the Street and in Torvane Street."
    tagged = [at(text, "Street", PLACE), at(text, "Torvane Street", PLACE)]
    assert names(settled(text, tagged, [])) == [("Torvane Street", PLACE)]
    assert settled(text, [at(text, "Street", ORGANISATION)], [])


def test_firms_that_a_full_stop_keeps_apart_are_several() -> None:
    text = "They asked Arlo Ltd. Quill Inc. Marsh Corp again."
    found = settled(text, [at(text, "Arlo Ltd. Quill Inc. Marsh Corp", ORGANISATION)], [])
    assert [one.span.of(text) for one in found] == ["Arlo Ltd.", "Quill Inc.", "Marsh Corp"]
    assert all(one.name == one.span.of(text) for one in found)


@pytest.mark.parametrize("firm", ["Arlo Pty. Ltd.", "Arlo Corp. Ltd", "Arlo St. Ives"])
def test_a_full_stop_inside_the_name_of_a_firm_cuts_nothing(firm: str) -> None:
    text = f"They asked {firm} again."
    assert [one.name for one in settled(text, [at(text, firm, ORGANISATION)], [])] == [firm]


def test_small_words_before_a_name_are_no_part_of_it() -> None:
    text = "It was accusing big Torvane Ltd again."
    (one,) = settled(text, [at(text, "accusing big Torvane Ltd", ORGANISATION)], [])
    assert (one.name, one.span.of(text)) == ("Torvane Ltd", "Torvane Ltd")


@pytest.mark.parametrize("name", ["van Torvane", "ministry of health", "eBay Torvane", "zxq Torvane"])
def test_small_words_that_belong_to_a_name_stay(name: str) -> None:
    text = f"They asked {name} again."
    assert [one.name for one in settled(text, [at(text, name, ORGANISATION)], [])] == [name]


@pytest.mark.parametrize("code", ["NGOs", "B12", "HK$", "Vitamin D", "Group A"])
def test_a_code_that_no_list_knows_is_left_out(code: str) -> None:
    text = f"They spoke of {code} again."
    assert settled(text, [at(text, code, ORGANISATION)], []) == []


@pytest.mark.parametrize("code", ["G20", "F-16", "M23", "Malcolm X", "Ilva X", "UN"])
def test_a_code_that_is_known_and_other_letters_stay(code: str) -> None:
    text = f"They spoke of {code} again."
    assert [one.name for one in settled(text, [at(text, code, ORGANISATION)], [])] == [code]


def test_a_code_that_the_rules_knew_by_another_name_stays() -> None:
    text = "They spoke of ZX9 again."
    assert settled(text, [at(text, "ZX9", PRODUCT, canonical="Zenith 9")], [])


@pytest.mark.parametrize("titled", ["President Torvane", "Dr. Torvane", "Mme. Torvane", "Prof. Dr Torvane"])
def test_a_person_stands_without_titles(titled: str) -> None:
    text = f"They asked {titled} again."
    (one,) = settled(text, [at(text, titled, PERSON)], [])
    assert (one.name, one.span.of(text)) == ("Torvane", "Torvane")


def test_a_name_that_is_nothing_but_a_title_stays() -> None:
    text = "They asked Prince again."
    assert names(settled(text, [at(text, "Prince", PERSON)], [])) == [("Prince", PERSON)]


def test_only_persons_lose_their_titles() -> None:
    text = "They asked General Torvane again."
    assert names(settled(text, [at(text, "General Torvane", ORGANISATION)], [])) == [("General Torvane", ORGANISATION)]


def test_a_title_is_left_where_the_name_is_not_written_as_it_is_called() -> None:
    text = "They asked President\n Torvane again."
    one = Found(Span(11, 29), "President Torvane", PERSON)
    assert settled(text, [one], []) == [one]


@pytest.mark.parametrize("mistaken", [ORGANISATION, PLACE, PRODUCT])
def test_the_surname_of_a_person_is_a_person_wherever_it_stands(mistaken: EntityKind) -> None:
    text = "They asked Ilva Torvane. Torvane met Torvane."
    tagged = [at(text, "Ilva Torvane", PERSON), at(text, "Torvane", mistaken, 2), at(text, "Torvane", mistaken, 3)]
    assert {kind for _, kind in names(settled(text, tagged, []))} == {PERSON}


def test_a_surname_of_two_words_is_one_too() -> None:
    text = "They asked Anna van Torvane. Then van Torvane left with van Torvane."
    tagged = [at(text, "Anna van Torvane", PERSON)] + [at(text, "van Torvane", PLACE, nth) for nth in (2, 3)]
    assert names(settled(text, tagged, []))[1:] == [("van Torvane", PERSON)] * 2


def test_the_first_name_of_a_person_is_no_surname() -> None:
    text = "They asked Torvane Holm at Torvane."
    tagged = [at(text, "Torvane Holm", PERSON), at(text, "Torvane", PLACE, 2)]
    assert names(settled(text, tagged, [])) == [("Torvane Holm", PERSON), ("Torvane", PLACE)]


@pytest.mark.parametrize("kind", [GROUP, EVENT])
def test_a_surname_is_not_taken_for_a_people_or_an_event(kind: EntityKind) -> None:
    text = "They asked Ilva Torvane of the Torvane."
    tagged = [at(text, "Ilva Torvane", PERSON), at(text, "Torvane", kind, 2)]
    assert names(settled(text, tagged, []))[1] == ("Torvane", kind)


def test_a_surname_that_a_list_knows_for_something_else_stays_that() -> None:
    text = "They asked Anna Ford about Ford."
    tagged = [at(text, "Anna Ford", PERSON), at(text, "Ford", ORGANISATION, 2)]
    assert names(settled(text, tagged, [])) == [("Anna Ford", PERSON), ("Ford", ORGANISATION)]


def test_a_listed_surname_is_a_person_where_the_rules_say_so_too() -> None:
    text = "They asked Anna Ford. Ford said no."
    tagged = [at(text, "Anna Ford", PERSON), at(text, "Ford", ORGANISATION, 2, canonical="Ford Motor")]
    found = settled(text, tagged, [at(text, "Ford", PERSON, 2)])
    assert names(found) == [("Anna Ford", PERSON), ("Ford", PERSON)]
    assert {one.canonical for one in found} == {""}


@pytest.mark.parametrize("mistaken", [PERSON, PLACE])
def test_the_first_word_of_a_firm_is_the_firm_where_the_rules_say_so_too(mistaken: EntityKind) -> None:
    text = "They left Kuramo Steel Ltd. Then Kuramo fell."
    tagged = [at(text, "Kuramo Steel Ltd", ORGANISATION), at(text, "Kuramo", mistaken, 2)]
    body = at(text, "Kuramo", ORGANISATION, 2)
    assert names(settled(text, tagged, [body]))[1] == ("Kuramo", ORGANISATION)
    assert names(settled(text, tagged, []))[1] == ("Kuramo", mistaken)


def test_the_first_word_of_a_firm_stays_a_town_where_something_lies_in_it() -> None:
    text = "They left Kuramo Steel Ltd. Then Kuramo fell silent, and there was rain in Kuramo."
    tagged = [at(text, "Kuramo Steel Ltd", ORGANISATION), *(at(text, "Kuramo", PLACE, nth) for nth in (2, 3))]
    bodies = [at(text, "Kuramo", ORGANISATION, nth) for nth in (2, 3)]
    assert names(settled(text, tagged, bodies))[1:] == [("Kuramo", PLACE)] * 2


def test_a_name_gets_the_kind_that_most_of_its_places_have() -> None:
    text = "Torvane rose. Torvane fell. Torvane closed."
    tagged = [at(text, "Torvane", kind, nth) for nth, kind in enumerate((PLACE, ORGANISATION, ORGANISATION), 1)]
    assert names(settled(text, tagged, [])) == [("Torvane", ORGANISATION)] * 3


def test_of_equally_many_kinds_that_of_the_first_place_counts() -> None:
    text = "Torvane rose. Torvane fell."
    tagged = [at(text, "Torvane", PRODUCT, 1), at(text, "Torvane", ORGANISATION, 2)]
    assert names(settled(text, tagged, [])) == [("Torvane", PRODUCT)] * 2


def test_a_name_of_another_kind_forgets_which_thing_a_list_took_it_for() -> None:
    text = "Torvane rose. Torvane fell. Torvane closed."
    tagged = [
        at(text, "Torvane", ORGANISATION, 1, canonical="Torvane Group"),
        at(text, "Torvane", PERSON, 2),
        at(text, "Torvane", PERSON, 3),
    ]
    assert [one.canonical for one in settled(text, tagged, [])] == ["", "", ""]


def test_a_listed_town_stays_one_where_it_was_taken_for_one() -> None:
    text = "Margaret Hamilton rose. Hamilton said no. Hamilton fell. They met in Hamilton."
    tagged = [
        at(text, "Margaret Hamilton", PERSON),
        at(text, "Hamilton", PERSON, 2),
        at(text, "Hamilton", PERSON, 3),
        at(text, "Hamilton", PLACE, 4, canonical="Hamilton"),
    ]
    assert names(settled(text, tagged, []))[-1] == ("Hamilton", PLACE)


def test_a_listed_company_does_not_stay_one_against_most_of_its_places() -> None:
    text = "Ford said no. Ford left. They asked Ford."
    tagged = [
        at(text, "Ford", PERSON, 1),
        at(text, "Ford", PERSON, 2),
        at(text, "Ford", ORGANISATION, 3, canonical="Ford Motor"),
    ]
    assert names(settled(text, tagged, [])) == [("Ford", PERSON)] * 3
