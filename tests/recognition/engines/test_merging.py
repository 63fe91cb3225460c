from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.analysis import Analysis, EntityKind
from reader.domain.article import BlockKind
from reader.domain.span import Span
from reader.recognition import analyse
from reader.recognition.engines.labels import ASKED, kind_of
from reader.recognition.engines.merging import found_by
from reader.recognition.zones import Zone, zones
from tests.recognition.engines.fakes import knowing, spotting

TEXT = "Zorvath Quill flew to Brentholm. Later Quill met the Ostrine Union's envoys."


def texts_of(text: str, *spotted: tuple[int, int, str, float]) -> list[str]:
    return [one.span.of(text) for one in found_by(spotting(*spotted), text, zones(text))]


def kinds(analysis: Analysis) -> dict[str, EntityKind]:
    return {entity.name: entity.kind for entity in analysis.entities}


def test_what_an_engine_finds_goes_through_the_same_steps_as_our_own() -> None:
    engine = knowing(TEXT, Zorvath_Quill="PERSON", Brentholm="GPE")
    analysis = analyse(TEXT, engine=engine)
    person = next(entity for entity in analysis.entities if entity.kind is EntityKind.PERSON)
    assert person.name == "Zorvath Quill"
    assert [span.of(TEXT) for span in person.mentions] == ["Zorvath Quill"]
    assert kinds(analysis)["Brentholm"] is EntityKind.PLACE


def test_a_surname_that_the_engine_finds_is_chained_to_the_full_name() -> None:
    later = TEXT.index("Quill", 20)
    engine = spotting((0, 13, "PERSON", 1.0), (later, later + 5, "PERSON", 1.0))
    (person,) = analyse(TEXT, engine=engine).entities
    assert [span.of(TEXT) for span in person.mentions] == ["Zorvath Quill", "Quill"]


def test_a_name_found_once_is_found_again_where_the_engine_missed_it() -> None:
    text = "Brentholm voted on Friday. The mayor of Brentholm resigned."
    (place,) = analyse(text, engine=spotting((0, 9, "GPE", 1.0))).entities
    assert len(place.mentions) == 2


def test_the_engine_stands_for_the_tagger() -> None:
    text = "Anna Berg of the World Bank spoke in London."
    assert analyse(text).entities
    assert analyse(text, engine=spotting()).entities == ()


def test_weapons_and_ships_are_still_found_by_their_own_marks() -> None:
    text = "Two Su-35 jets passed over the ferry Highland Star, and nobody from London saw them."
    assert set(kinds(analyse(text, engine=spotting())).values()) == {EntityKind.PRODUCT}


def test_figures_and_dates_need_no_engine() -> None:
    analysis = analyse("It cost €310mn on 3 March 2021.", engine=spotting())
    assert len(analysis.figures) == 1
    assert len(analysis.dates) == 1


def test_the_names_of_another_language_are_not_asked_for() -> None:
    assert analyse("Anna Berg kam nach Köln.", language="de", engine=spotting((0, 9, "PER", 1.0))).figures_only


def test_labels_that_mean_none_of_our_kinds_are_dropped() -> None:
    assert texts_of(TEXT, (0, 13, "WORK_OF_ART", 1.0), (22, 31, "GPE", 1.0), (0, 7, "MISC", 1.0)) == ["Brentholm"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("PERSON", EntityKind.PERSON),
        ("PER", EntityKind.PERSON),
        ("ORG", EntityKind.ORGANISATION),
        ("GPE", EntityKind.PLACE),
        ("LOC", EntityKind.PLACE),
        ("FAC", EntityKind.PLACE),
        ("NORP", EntityKind.GROUP),
        ("PRODUCT", EntityKind.PRODUCT),
        ("EVENT", EntityKind.EVENT),
        ("Organization", EntityKind.ORGANISATION),
        ("DATE", None),
        ("", None),
    ],
)
def test_a_label_means_a_kind(label: str, kind: EntityKind | None) -> None:
    assert kind_of(label) is kind


def test_each_of_our_kinds_is_asked_for_once() -> None:
    assert sorted(kind_of(label) or "" for label in ASKED) == sorted(EntityKind)


@pytest.mark.parametrize(
    ("start", "end"), [(67, 90), (60, 10_000), (500, 510), (10, 10)], ids=["over", "far over", "beyond", "empty"]
)
def test_a_span_that_is_not_in_the_text_is_dropped(start: int, end: int) -> None:
    text = TEXT[:70]
    assert texts_of(text, (start, end, "PERSON", 1.0), (22, 31, "GPE", 1.0)) == ["Brentholm"]


def test_a_span_across_two_parts_is_dropped() -> None:
    text = "Brentholm\n\nZorvath Quill spoke."
    assert texts_of(text, (0, 18, "PERSON", 1.0), (11, 24, "PERSON", 1.0)) == ["Zorvath Quill"]


def test_a_span_outside_all_parts_is_dropped() -> None:
    parts = (Zone(BlockKind.PARAGRAPH, Span(33, len(TEXT))),)
    found = found_by(spotting((0, 13, "PERSON", 1.0), (39, 44, "PERSON", 1.0)), TEXT, parts)
    assert [one.span for one in found] == [Span(39, 44)]


def test_of_two_kinds_for_one_place_the_surer_is_kept() -> None:
    engine = spotting((22, 31, "PERSON", 0.6), (22, 31, "GPE", 0.8))
    assert [one.kind for one in found_by(engine, TEXT, zones(TEXT))] == [EntityKind.PLACE]


def test_of_overlapping_names_the_longest_is_kept() -> None:
    engine = spotting((8, 13, "ORG", 0.9), (0, 13, "PERSON", 0.6), (0, 7, "GPE", 0.9))
    (person,) = analyse(TEXT[:32], engine=engine).entities
    assert (person.name, person.kind) == ("Zorvath Quill", EntityKind.PERSON)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("the Ostrine Union's", "Ostrine Union"),
        ("The Ostrine Union", "Ostrine Union"),
        ("the  Ostrine Union’s", "Ostrine Union"),
        (" Ostrine Union ", "Ostrine Union"),
        ("McDonald's", "McDonald's"),
        ("The Hague", "The Hague"),
        ("Theodora", "Theodora"),
    ],
)
def test_a_name_is_marked_without_article_and_possessive(said: str, meant: str) -> None:
    text = f"Yesterday {said} envoys left."
    assert texts_of(text, (10, 10 + len(said), "ORG", 1.0)) == [meant]


def test_a_span_of_nothing_but_space_or_small_letters_is_no_name() -> None:
    assert texts_of("All   officials left Brentholm.", (3, 6, "ORG", 1.0), (6, 15, "PERSON", 1.0)) == []


def test_a_name_over_a_line_break_is_one_name() -> None:
    text = "Yesterday Zorvath\nQuill left."
    (found,) = found_by(spotting((10, 23, "PERSON", 1.0)), text, zones(text))
    assert found.name == "Zorvath Quill"


def test_a_known_name_is_chained_to_the_thing_it_names() -> None:
    text = "The United States agreed. The US did not say why."
    (place,) = analyse(text, engine=spotting((0, 17, "GPE", 1.0), (30, 32, "GPE", 1.0))).entities
    assert [span.of(text) for span in place.mentions] == ["United States", "US"]


@given(
    st.text("Ab c.\n🚢’s", max_size=40),
    st.lists(
        st.tuples(st.integers(0, 50), st.integers(0, 50), st.sampled_from(["PERSON", "ORG", "x"]), st.floats(0, 1))
    ),
)
def test_whatever_an_engine_says_names_lie_in_the_text_and_apart(
    text: str, said: list[tuple[int, int, str, float]]
) -> None:
    engine = spotting(*((min(a, b), max(a, b), label, score) for a, b, label, score in said))
    spans = sorted(span for entity in analyse(text, engine=engine).entities for span in entity.mentions)
    assert all(span.end <= len(text) and span.of(text).strip() == span.of(text) != "" for span in spans)
    assert all(one.end <= following.start for one, following in pairwise(spans))
