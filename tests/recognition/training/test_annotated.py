"""Annotated articles: the text without its marks, and the marks at their places."""

from pathlib import Path

import pytest

from reader.recognition.training.annotated import KINDS, NEWS, Annotated, Marked, articles, parse


def shown(article: Annotated) -> list[tuple[str, str]]:
    return [(article.text[mark.start : mark.end], mark.kind) for mark in article.marks]


def test_marks_are_taken_out_of_the_text_and_stand_at_their_places() -> None:
    article = parse("one", "[Anna Berg|person] left [Oslo|place].")
    assert article == Annotated("one", "Anna Berg left Oslo.", (Marked(0, 9, "person"), Marked(15, 19, "place")))


def test_the_head_line_is_left_out() -> None:
    article = parse("one", "# desk: world; style: wire; region: Norway\n\n[Oslo|place]\n\nRain fell.\n")
    assert article.text == "Oslo\n\nRain fell.\n"
    assert shown(article) == [("Oslo", "place")]


def test_an_article_without_a_head_line_is_read_from_its_first_word() -> None:
    assert parse("one", "Rain fell.\n\n[Oslo|place] was dry.").text == "Rain fell.\n\nOslo was dry."


def test_places_are_counted_in_code_points() -> None:
    article = parse("one", "🛳 [Île-de-Bréhat|place] – [Ṭorvane|organisation]")
    assert shown(article) == [("Île-de-Bréhat", "place"), ("Ṭorvane", "organisation")]
    assert article.marks[0].start == 2


def test_marks_may_touch_words_and_one_another() -> None:
    article = parse("one", "anti-[Berg|person] [Iran|place]-[Oslo|place] [Torvane|organisation]’s [A|place][B|place]")
    assert article.text == "anti-Berg Iran-Oslo Torvane’s AB"
    assert [name for name, _ in shown(article)] == ["Berg", "Iran", "Oslo", "Torvane", "A", "B"]


@pytest.mark.parametrize(
    "written", ["", "Rain fell.", "a [note] in brackets", "a | b", "[torn\napart|place]", "[[one|place", "[a|b|c]"]
)
def test_what_is_no_mark_stays_in_the_text(written: str) -> None:
    assert parse("one", written) == Annotated("one", written, ())


def test_a_mark_inside_another_is_read_from_the_inside() -> None:
    article = parse("one", "[[Oslo|place] Bank|organisation]")
    assert shown(article) == [("Oslo", "place")]
    assert "[" in article.text


def test_the_articles_of_a_folder_come_by_name(tmp_path: Path) -> None:
    for name, written in (("b", "[Oslo|place]"), ("a", "Rain."), ("c", "Æ")):
        (tmp_path / f"{name}.txt").write_text(written, encoding="utf-8")
    (tmp_path / "notes.md").write_text("[Bergen|place]", encoding="utf-8")
    assert [(one.name, one.text) for one in articles(tmp_path)] == [("a", "Rain."), ("b", "Oslo"), ("c", "Æ")]


def test_an_empty_folder_holds_no_articles(tmp_path: Path) -> None:
    assert list(articles(tmp_path)) == []


def test_our_own_news_is_of_some_size_and_holds_every_kind() -> None:
    every = list(articles())
    assert len(every) == len(list(NEWS.glob("*.txt")))
    assert sum(len(one.text.split()) for one in every) > 150_000
    assert {mark.kind for one in every for mark in one.marks} == set(KINDS)
