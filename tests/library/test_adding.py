from pathlib import Path

import pytest

from reader.domain.article import SEPARATOR
from reader.domain.errors import Ambiguous, InputRefused, NotFound
from reader.domain.ids import content_id
from reader.library.library import Library
from reader.library.revising import with_fields
from reader.settings import Folders

STORY = """Harbour tolls to rise by 4 per cent

By Ada Quill in Lisbon

The port authority of Lisbon said on Monday it would raise tolls by 4 per cent from June.

Shipping lines called the rise “steep but bearable”, according to their association.
"""
OTHER = """Lighthouse keepers win their case

A court in Porto ruled on Tuesday that the last 12 lighthouse keepers may stay in their towers.

The ministry said it would not appeal.
"""


def add(library: Library, text: str, *tags: str) -> str:
    return library.add(library.preview(text), text, tags=tags).id


def test_an_article_is_added_with_the_id_of_its_text(library: Library) -> None:
    intake = library.preview(STORY)
    added = library.add(intake, STORY)
    assert added.id == content_id(intake.article.text)
    assert not added.duplicate
    assert added.title == "Harbour tolls to rise by 4 per cent"


def test_looking_at_what_would_be_added_touches_no_disk(library: Library, folders: Folders) -> None:
    library.preview(STORY)
    assert not folders.library.exists()


def test_listing_an_empty_library_touches_no_disk(library: Library, folders: Folders) -> None:
    assert library.rows() == []
    assert not folders.library.exists()


def test_the_same_text_twice_changes_nothing(library: Library) -> None:
    first = add(library, STORY)
    before = library.rows()
    again = library.add(library.preview(STORY), STORY, tags=["more"])
    assert again.duplicate
    assert again.id == first
    assert library.rows() == before


def test_adding_what_lies_in_the_trash_brings_it_back(library: Library) -> None:
    article = add(library, STORY)
    library.trash([article])
    assert library.rows() == []
    assert library.add(library.preview(STORY), STORY).duplicate
    assert [row.head.id for row in library.rows()] == [article]


def test_undoing_an_addition_hides_it_and_redoing_shows_it(library: Library) -> None:
    article = add(library, STORY)
    library.undo()
    assert library.rows() == []
    library.redo()
    assert [row.head.id for row in library.rows()] == [article]


def test_the_newest_article_comes_first(library: Library) -> None:
    first, second = add(library, STORY), add(library, OTHER)
    assert [row.head.id for row in library.rows()] == [second, first]


def test_the_same_address_with_another_text_is_a_new_version(library: Library) -> None:
    address = "https://news.example/tolls"
    first = library.edit_fields(add(library, STORY), {"url": address}).id
    note = library.annotate(first, "how much is that?", library.open(first).article.blocks[-1].span)
    changed = STORY.replace("4 per cent from June", "5 per cent from July")
    added = library.add(with_fields(library.preview(changed), {"url": address}), changed)
    assert added.id == first
    opened = library.open(first)
    assert opened.kept.version == 3
    assert "5 per cent from July" in opened.article.text
    assert "4 per cent from June" in library.open(first, 1).article.text
    carried = next(one for one in opened.notes if one.key == note.key)
    assert carried.anchor is not None
    assert carried.anchor.placed
    assert carried.anchor.span.of(opened.article.text) == carried.anchor.quote


def test_a_note_whose_passage_is_gone_stays_and_says_so(library: Library) -> None:
    article = library.edit_fields(add(library, STORY), {"url": "https://news.example/tolls"}).id
    library.annotate(article, "steep?", library.open(article).article.blocks[-1].span)
    changed = STORY.replace("Shipping lines called the rise “steep but bearable”", "Shippers shrugged")
    library.add(with_fields(library.preview(changed), {"url": "https://news.example/tolls"}), changed)
    (note,) = library.open(article).notes
    assert note.text == "steep?"
    assert note.anchor is not None
    assert not note.anchor.placed
    assert "steep but bearable" in note.anchor.quote


def test_any_unambiguous_beginning_names_an_article(library: Library) -> None:
    article = add(library, STORY)
    assert library.identify(article[:3].upper()) == article
    with pytest.raises(NotFound):
        library.identify("zzzzzz")
    with pytest.raises(NotFound):
        library.identify("")


def test_an_ambiguous_beginning_is_refused(library: Library) -> None:
    found: dict[str, str] = {}
    for number in range(40):
        text = f"Notice number {number}\n\nThe harbour office has posted notice number {number} on its door.\n"
        article = add(library, text)
        if article[0] in found:
            with pytest.raises(Ambiguous):
                library.identify(article[0])
            return
        found[article[0]] = article
    pytest.fail("forty articles and no two ids begin alike")


def test_an_empty_input_is_refused_with_a_sentence(library: Library) -> None:
    with pytest.raises(InputRefused) as refused:
        library.preview(b"  \n ")
    assert len(refused.value.sentence.split()) > 3


def test_the_bytes_it_came_from_are_kept(library: Library) -> None:
    raw = STORY.encode("utf-16")
    article = library.add(library.preview(raw), raw).id
    assert library.shelf.articles.original(article) == raw
    assert library.original(article) == STORY


def test_the_folders_are_for_the_owner_alone(library: Library, folders: Folders) -> None:
    article = add(library, STORY)
    library.annotate(article, "a note")
    modes = {path: path.stat().st_mode & 0o777 for path in (folders.library, *folders.library.rglob("*"))}
    assert {path: mode for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)} == {}


def test_the_sample_can_be_added_and_found_again(library: Library) -> None:
    first = library.sample()
    assert library.sample() == type(first)(first.id, first.title, duplicate=True)
    opened = library.open(first.id)
    assert opened.state.tags == ("sample",)
    assert opened.article.text == SEPARATOR.join(opened.article.text_of(block) for block in opened.article.blocks)
    assert opened.analysis.entities
    assert opened.analysis.figures


def test_an_edited_field_makes_a_version_that_undo_takes_back(library: Library) -> None:
    article = add(library, STORY)
    library.edit_fields(
        article, {"title": "Lisbon lifts its tolls", "published": "2024-03-11", "authors": "A. Quill; B. Ink"}
    )
    opened = library.open(article)
    assert opened.kept.version == 2
    assert opened.article.title == "Lisbon lifts its tolls"
    assert str(opened.article.published) == "2024-03-11"
    assert opened.article.authors == ("A. Quill", "B. Ink")
    assert library.rows()[0].head.title == "Lisbon lifts its tolls"
    library.undo()
    assert library.open(article).article.title == "Harbour tolls to rise by 4 per cent"
    assert library.rows()[0].head.title == "Harbour tolls to rise by 4 per cent"


def test_a_later_version_keeps_the_day_the_article_came_in(library: Library) -> None:
    first = add(library, STORY)
    second = add(library, OTHER)
    came_in = library.open(first).kept.added
    library.edit_fields(first, {"source": "The Gazette"})
    assert library.open(first).kept.version == 2
    assert library.open(first).kept.added == came_in
    assert [row.head.id for row in library.rows()] == [second, first]


def test_a_field_that_is_no_date_is_refused(library: Library) -> None:
    article = add(library, STORY)
    with pytest.raises(InputRefused):
        library.edit_fields(article, {"published": "soon"})
    with pytest.raises(InputRefused):
        library.edit_fields(article, {"colour": "green"})
    assert library.open(article).kept.version == 1


def test_an_article_copied_into_the_folder_by_hand_is_found(library: Library, folders: Folders, tmp_path: Path) -> None:
    article = add(library, STORY)
    away = Library(Folders(tmp_path / "away", tmp_path / "c", tmp_path / "s", tmp_path / "k"))
    add(away, OTHER)
    for file in (tmp_path / "away" / "articles").iterdir():
        (folders.library / "articles" / file.name).write_bytes(file.read_bytes())
    assert len(library.rows()) == 2
    assert article in {row.head.id for row in library.rows()}


def test_one_damaged_file_does_not_empty_the_list(library: Library, folders: Folders) -> None:
    whole = add(library, OTHER)
    article = library.edit_fields(add(library, STORY), {"title": "Tolls rise"}).id
    (folders.library / "articles" / f"{article}.v2.md").write_bytes(b"\x00 not an article")
    rows = {row.head.id: row.head.title for row in library.rows()}
    assert rows == {whole: "Lighthouse keepers win their case", article: "Harbour tolls to rise by 4 per cent"}
