"""What the tagger may learn from: a list of sources with open licences, and nothing beside it."""

from pathlib import Path

import pytest

from reader.recognition.training.annotated import KINDS, Marked
from reader.recognition.training.corpora import KIND_OF, SOURCES, Source, Text, texts
from tests.recognition.training.corpus_files import LABELS, corpora, line

OPEN = {
    "CC BY 2.5",
    "CC BY 4.0",
    "CC BY-SA 3.0",
    "CC BY-SA 4.0",
    "MIT (texts of Wikipedia, CC BY-SA 3.0)",
    "Open Government Licence 3.0",
    "public domain",
}
"""The licences that let a model be passed on by everyone, for any purpose, under CC BY-SA 4.0."""

SHUT = [
    *((f"gum/{genre}", "gum") for genre in ("conversation", "vlog", "speech", "textbook")),
    *((f"gum/{genre}", "gum") for genre in ("fiction", "whow", "essay", "letter", "podcast", "reddit", "news")),
    ("re3d/BBC Online", "re3d"),
    ("re3d/Delegation of the European Union to Syria", "re3d"),
    ("worldwide", "btc"),
    ("conll2020", "wikigold"),
    ("gum/biography", "gum"),
    ("gum", "gum"),
    ("", "uner_ewt"),
]
"""Sources that forbid commercial use, or name no licence, or are none; and a file that one may turn up in."""


def read(folder: Path) -> list[Text]:
    return list(texts(folder, folder / "no news"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda one: one.source)
def test_every_source_has_an_open_licence_and_tells_where_it_is_from(source: Source) -> None:
    assert source.licence in OPEN
    assert source.origin.count("/") == 1


def test_no_source_is_named_twice_and_none_allows_a_whole_file_unseen() -> None:
    assert len({(one.file, one.source) for one in SOURCES}) == len(SOURCES)
    assert all(one.source for one in SOURCES)


@pytest.mark.parametrize(("source", "file"), SHUT)
def test_what_is_left_out_cannot_be_read(source: str, file: str, tmp_path: Path) -> None:
    folder = corpora(tmp_path / "corpora", **{file: [line(source, "Rain fell in Oslo.", [(13, 17, "PLACE")])]})
    assert read(folder) == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda one: one.source)
def test_what_is_listed_is_read(source: Source, tmp_path: Path) -> None:
    folder = corpora(tmp_path / "corpora", **{source.file: [line(source.source, "Rain fell.")]})
    assert [one.text for one in read(folder)] == ["Rain fell."]


def test_a_source_is_read_from_its_own_file_alone(tmp_path: Path) -> None:
    folder = corpora(tmp_path / "corpora", btc=[line("gum/bio", "Rain fell.")])
    assert read(folder) == []


def test_a_section_of_a_source_is_read(tmp_path: Path) -> None:
    folder = corpora(tmp_path / "corpora", btc=[line("btc/a", "Rain fell."), line("btcx", "Snow fell.")])
    assert [one.text for one in read(folder)] == ["Rain fell."]


def test_a_file_that_no_source_names_is_not_opened(tmp_path: Path) -> None:
    assert read(corpora(tmp_path / "corpora", gum_nc=[line("gum/bio", "Rain fell.")])) == []


def test_a_file_that_is_missing_is_an_error_and_not_a_smaller_model(tmp_path: Path) -> None:
    folder = corpora(tmp_path / "corpora")
    (folder / "btc.jsonl").unlink()
    with pytest.raises(FileNotFoundError, match="btc"):
        read(folder)


def test_labels_become_our_kinds_and_dates_are_left_out(tmp_path: Path) -> None:
    text = "Anna Berg left Oslo on Friday."
    spans = [(0, 9, "PERSON"), (15, 19, "PLACE"), (23, 29, "DATE")]
    (one,) = read(corpora(tmp_path / "corpora", wikigold=[line("wikigold", text, spans)]))
    assert one.marks == (Marked(0, 9, "person"), Marked(15, 19, "place"))
    assert one.labels == {"person", "organisation", "place", "misc"}


def test_every_kind_that_a_corpus_can_mark_is_one_of_ours_or_none_of_them() -> None:
    assert set(KIND_OF.values()) == {*KINDS, "misc"}
    assert "DATE" in LABELS
    assert "DATE" not in KIND_OF


def test_our_own_news_comes_last_and_marks_every_kind(tmp_path: Path) -> None:
    folder, news = corpora(tmp_path / "corpora", btc=[line("btc/a", "Rain fell.")]), tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text("# desk: a; style: b; region: c\n\n[Oslo|place] was dry.", encoding="utf-8")
    first, second = texts(folder, news)
    assert (first.text, second.text) == ("Rain fell.", "Oslo was dry.")
    assert second.labels == set(KINDS)


def test_our_own_news_is_read_without_corpora_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("[Oslo|place] was dry.", encoding="utf-8")
    assert [one.text for one in texts(None, tmp_path)] == ["Oslo was dry."]
