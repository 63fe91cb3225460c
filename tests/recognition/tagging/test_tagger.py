"""The tagger at work: spans that lie in the text, the same each time, and what the rules knew already kept."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import pytest

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition import analyse
from reader.recognition.found import Found
from reader.recognition.naming import named, page
from reader.recognition.tagging import tagger
from reader.recognition.tagging.tagger import in_lines, tagged
from reader.recognition.zones import zones

NEWS = (
    "Anna Berg, the mayor of Hamburg, met Petr Holm of Siemens in Oslo on Friday. Berg said the German government "
    "would pay for the ferry. “We cannot wait for Brussels,” she told Reuters.\n\n"
)


@dataclass(frozen=True)
class Told:
    """A decoder that labels the words it is told of, and nothing else."""

    labels: Mapping[str, str]

    def tag(self, rows: list[list[str]], /) -> list[str]:
        words = [next(one[1:] for one in row if one.startswith("w")) for row in rows]
        return [self.labels.get(word, "O") for word in words]


def found_in(text: str, rules: tuple[Found, ...] = ()) -> list[Found]:
    here = page(text, zones(text))
    return list(tagged(here.text, here.lines, here.scenes, rules))


def telling(monkeypatch: pytest.MonkeyPatch, **labels: str) -> None:
    """The tagger labels these words so, with _ for the hyphen of the label."""
    decoder = Told({word: label.replace("_", "-") for word, label in labels.items()})
    monkeypatch.setattr(tagger, "_model", lambda: decoder)


def test_the_shipped_model_finds_names_of_several_kinds() -> None:
    found = {(one.name, one.kind.value) for one in found_in(NEWS)}
    assert {("Anna Berg", "person"), ("Hamburg", "place"), ("Siemens", "organisation"), ("German", "group")} <= found


def test_names_come_in_the_order_of_the_text_and_apart() -> None:
    spans = [one.span for one in found_in(NEWS * 3)]
    assert spans
    assert all(one.end <= following.start for one, following in pairwise(spans))


def test_every_name_is_what_its_span_shows() -> None:
    assert all(one.span.of(NEWS) == one.name for one in found_in(NEWS))


def test_a_name_broken_where_a_line_was_full_is_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    telling(monkeypatch, kara="B_person", holm="I_person")
    text = f"They asked again whether anything {'at all ' * 4}had been heard of Kara\nHolm that day."
    (one,) = found_in(text)
    assert one.name == "Kara Holm"
    assert one.span.of(text) == "Kara\nHolm"


def test_names_in_short_lines_of_their_own_are_names_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    telling(monkeypatch, kara="B_person", holm="I_person", lind="I_person")
    assert [one.name for one in found_in("Kara\nHolm\nLind")] == ["Kara", "Holm", "Lind"]


def test_the_spaces_around_a_line_are_no_part_of_its_name() -> None:
    text = "Kara \n  Holm\t\n\n Lind"
    assert [span.of(text) for span in in_lines(text, Span(0, len(text)))] == ["Kara", "Holm", "Lind"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "\ufeff", "12 34"])
def test_a_text_without_words_names_nothing(text: str) -> None:
    assert found_in(text) == []
    assert named(text, zones(text)) == []


def test_halves_of_characters_are_read_past() -> None:
    text = "Anna \ud800Berg met\udfff Petr Holm in Oslo.\udc00"
    here = page(text, zones(text))
    assert len(here.text) == len(text)
    assert "Oslo" in {one.span.of(text) for one in named(text, zones(text))}
    assert "Oslo" in {entity.name for entity in analyse(text).entities}


def test_a_text_of_twenty_thousand_words_is_read_to_its_end() -> None:
    text = NEWS * 650 + "Last of all, the trade union met in Reykjavik."
    assert len(text.split()) > 20_000
    found = found_in(text)
    assert found[-1].name == "Reykjavik"
    assert sum(one.name == "Anna Berg" for one in found) == 650


def test_the_same_text_gives_the_same_names() -> None:
    assert found_in(NEWS) == found_in(NEWS)
    assert named(NEWS, zones(NEWS)) == named(NEWS, zones(NEWS))


def test_another_process_with_another_seed_finds_the_same() -> None:
    code = (
        "import sys; from reader.recognition.naming import named; from reader.recognition.zones import zones; "
        "text = sys.argv[1]; print(*[(one.span, one.kind) for one in named(text, zones(text))], sep=';')"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code, NEWS],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_what_is_named_and_of_no_kind_of_ours_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    telling(monkeypatch, torvane="B_misc", holm="B_person")
    assert [(one.name, one.kind) for one in found_in("They asked Torvane and Holm again.")] == [
        ("Holm", EntityKind.PERSON)
    ]


def test_a_name_that_begins_with_an_i_is_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    telling(monkeypatch, torvane="I_organisation")
    assert [one.name for one in found_in("They asked Torvane again.")] == ["Torvane"]


def test_what_the_rules_found_with_the_same_kind_is_kept_as_they_found_it(monkeypatch: pytest.MonkeyPatch) -> None:
    telling(monkeypatch, torvane="B_organisation")
    rule = Found(Span(11, 18), "Torvane", EntityKind.ORGANISATION, canonical="Torvane Group", formed=True)
    assert found_in("They asked Torvane again.", (rule,)) == [rule]


def test_another_kind_than_the_rules_say_drops_what_they_knew(monkeypatch: pytest.MonkeyPatch) -> None:
    telling(monkeypatch, torvane="B_person")
    rule = Found(Span(11, 18), "Torvane", EntityKind.ORGANISATION, canonical="Torvane Group", formed=True)
    assert found_in("They asked Torvane again.", (rule,)) == [Found(rule.span, "Torvane", EntityKind.PERSON)]


def test_a_list_tells_which_thing_a_name_means_where_the_kind_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    telling(monkeypatch, uk="B_place")
    assert [one.canonical for one in found_in("They left the UK again.")] == ["United Kingdom"]
    telling(monkeypatch, uk="B_organisation")
    assert [one.canonical for one in found_in("They left the UK again.")] == [""]
