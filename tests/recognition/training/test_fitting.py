"""Fitting: the same texts make the same model, the model knows what it was taught, and nothing else gets in."""

import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pycrfsuite  # type: ignore[import-untyped]
import pytest

from reader.recognition.naming import named
from reader.recognition.tagging import tagger
from reader.recognition.training.annotated import Marked
from reader.recognition.training.corpora import Text, texts
from reader.recognition.training.examples import examples, labels
from reader.recognition.training.fitting import MOST, fit, weightiest
from reader.recognition.training.record import checksum
from reader.recognition.words import Word
from reader.recognition.zones import zones
from tests.recognition.training.corpus_files import corpora, line

FEW = 12
"""How many of our own articles are fitted here."""


@pytest.fixture(scope="module")
def part() -> list[Text]:
    """A small part of our own news."""
    return list(islice(texts(None), FEW))


@pytest.fixture(scope="module")
def small(part: Sequence[Text], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model of that part."""
    model = tmp_path_factory.mktemp("models") / "small.crf"
    fit(part, model)
    return model


def names(text: str) -> set[tuple[str, str]]:
    return {(one.name, one.kind.value) for one in named(text, zones(text))}


def use(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tagger works with this model."""
    decoder = pycrfsuite.Tagger()
    decoder.open(str(model))
    monkeypatch.setattr(tagger, "_model", lambda: decoder)


def test_the_same_articles_make_the_same_model_to_the_byte(part: Sequence[Text], small: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.crf"
    words = fit(part, again)
    assert checksum(again) == checksum(small)
    assert words == sum(len(labels) for text in part for _, labels in examples(text))


def test_another_process_with_another_seed_makes_the_same_model(small: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from itertools import islice; from pathlib import Path; "
        "from reader.recognition.training.corpora import texts; from reader.recognition.training.fitting import fit; "
        "fit(islice(texts(None), int(sys.argv[1])), Path(sys.argv[2]))"
    )
    model = tmp_path / "far.crf"
    subprocess.run(
        [sys.executable, "-c", code, str(FEW), str(model)], env=os.environ | {"PYTHONHASHSEED": "7"}, check=True
    )
    assert checksum(model) == checksum(small)


def test_other_articles_make_another_model(part: Sequence[Text], small: Path, tmp_path: Path) -> None:
    fit(part[1:], tmp_path / "other.crf")
    assert checksum(tmp_path / "other.crf") != checksum(small)


def test_a_model_finds_most_names_that_it_was_taught(
    part: Sequence[Text], small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(small, monkeypatch)
    for text in part[:3]:
        taught = {text.text[mark.start : mark.end] for mark in text.marks}
        found = {name for name, _ in names(text.text)}
        assert len(taught & found) > 0.9 * len(taught)


def test_a_model_finds_an_unknown_word_for_what_it_was_taught_to_be(
    part: Sequence[Text], small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "Qorvelle left again."
    use(small, monkeypatch)
    assert ("Qorvelle", "product") not in names(said)
    lesson = Text(said, (Marked(0, 8, "product"),), part[0].labels)
    fit([*part, *[lesson] * 20], tmp_path / "taught.crf")
    use(tmp_path / "taught.crf", monkeypatch)
    assert ("Qorvelle", "product") in names(said)


def test_a_source_of_another_licence_changes_no_byte(part: Sequence[Text], small: Path, tmp_path: Path) -> None:
    lesson = line("gum/vlog", "Qorvelle left again.", [(0, 8, "ORG")])
    folder = corpora(tmp_path / "corpora", gum=[lesson] * 20, btc=[line("gum/fiction", "Qorvelle rose.")] * 20)
    refused = list(texts(folder, tmp_path / "no news"))
    fit([*refused, *part], tmp_path / "model.crf")
    assert checksum(tmp_path / "model.crf") == checksum(small)


def test_a_model_keeps_no_more_features_than_it_may(part: Sequence[Text], small: Path, tmp_path: Path) -> None:
    fit(part, tmp_path / "smaller.crf", most=500)
    assert 0 < len(weightiest(tmp_path / "smaller.crf", MOST)) <= 500
    assert (tmp_path / "smaller.crf").stat().st_size < small.stat().st_size


def test_the_weightiest_features_are_the_first_of_more(small: Path) -> None:
    assert weightiest(small, 50) < weightiest(small, 200)
    assert weightiest(small, 0) == frozenset()


def test_no_feature_that_is_left_out_weighs_more_than_one_that_is_kept(small: Path) -> None:
    decoder = pycrfsuite.Tagger()
    decoder.open(str(small))
    weights = [(feature, abs(weight)) for (feature, _), weight in decoder.info().state_features.items()]
    kept = weightiest(small, 50)
    least = min(max(weight for one, weight in weights if one == feature) for feature in kept)
    assert all(weight <= least for feature, weight in weights if feature not in kept)


def test_a_word_that_a_name_takes_up_in_part_belongs_to_it() -> None:
    words = [Word(0, 7, "R-Texas", True, True), Word(8, 14, "wept", False, False)]
    assert labels(words, dict.fromkeys(range(2, 7), (2, "place"))) == ["B-place", "O"]


def test_names_that_touch_are_learned_as_two() -> None:
    words = [Word(0, 4, "Iran", True, True), Word(5, 9, "Oslo", True, False), Word(10, 14, "Bank", True, False)]
    kinds = dict.fromkeys(range(4), (0, "place")) | dict.fromkeys(range(5, 14), (5, "place"))
    assert labels(words, kinds) == ["B-place", "B-place", "I-place"]


def test_where_a_source_marks_no_groups_those_of_the_rules_are_learned() -> None:
    text = "They asked the German minister."
    silent = Text(text, (), frozenset({"person"}))
    marking = Text(text, (), frozenset({"person", "group"}))
    assert [label for _, row in examples(silent) for label in row if label != "O"] == ["B-group"]
    assert [label for _, row in examples(marking) for label in row if label != "O"] == []


def test_what_a_source_calls_none_of_its_kinds_is_a_group_where_the_rules_say_so() -> None:
    text = "They asked the German minister of the Torvane Prize."
    marks = (Marked(15, 21, "misc"), Marked(38, 51, "misc"))
    learned = [label for _, row in examples(Text(text, marks, frozenset({"misc"}))) for label in row if label != "O"]
    assert learned == ["B-group", "B-misc", "I-misc"]


def test_an_empty_text_teaches_nothing() -> None:
    assert list(examples(Text("", (), frozenset({"person"})))) == []
