"""What was emptied out of the trash: its record stays empty, its files go, and no change brings it back."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.domain.article import Article, Block, BlockKind
from reader.domain.errors import NotFound
from reader.domain.kept import KeptArticle
from reader.domain.notes import ArticleState, Note, emptied, is_emptied
from reader.domain.span import Span
from reader.storage.articles import ArticleStore
from reader.storage.merging import merged
from reader.storage.records import document, record_of, table_and_key

NOW = datetime(2024, 3, 14, 9, 0, tzinfo=UTC)
NOTE = Note(7, "abcdefgh", "words", NOW, NOW, trashed=NOW)
STATE = ArticleState("abcdefgh", version=3, tags=("a",), starred=True, trashed=NOW)


@pytest.mark.parametrize("record", [NOTE, STATE])
def test_what_stays_has_no_words_and_survives_the_disk(record: Note | ArticleState) -> None:
    left = emptied(record)
    assert is_emptied(left)
    assert not is_emptied(record)
    assert "words" not in str(document(left))
    table, key = table_and_key(left)
    assert record_of(table, key, document(left)) == left
    assert table_and_key(record) == (table, key)


@pytest.mark.parametrize("record", [NOTE, STATE])
def test_no_change_brings_it_back(record: Note | ArticleState) -> None:
    left = emptied(record)
    for before in (None, record, left):
        for after in (None, record, replace(record, trashed=None)):
            assert merged(left, before, after) == left


@pytest.mark.parametrize("record", [NOTE, STATE])
def test_what_changed_since_it_was_to_be_emptied_stays(record: Note | ArticleState) -> None:
    changed = replace(record, trashed=None)
    assert merged(changed, record, emptied(record)) == changed
    assert merged(record, record, emptied(record)) == emptied(record)


def test_tags_keep_their_order_where_another_field_changed_meanwhile() -> None:
    stored = replace(STATE, tags=("a", "c"), progress=0.5)
    before, after = replace(STATE, tags=("a", "c")), replace(STATE, tags=("a", "b", "c"))
    assert merged(stored, before, after) == replace(after, progress=0.5)


def kept(article: str, version: int) -> KeptArticle:
    text = f"Words of version {version}."
    return KeptArticle(article, version, NOW, Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)))


def test_removing_an_article_leaves_no_file_of_it_and_all_others(tmp_path: Path) -> None:
    store = ArticleStore(tmp_path)
    for article in ("abcdefgh", "abcdefghj"):
        for version in (1, 2, 3):
            store.write(kept(article, version), b"original" if version != 2 else None)
    store.remove("abcdefgh")
    assert store.ids() == ["abcdefghj"]
    assert store.versions("abcdefghj") == [1, 2, 3]
    assert store.original("abcdefghj") == b"original"
    left = {path.name.split(".")[0] for path in tmp_path.rglob("*.*")}
    assert left == {"abcdefghj"}
    store.remove("abcdefgh")
    with pytest.raises(NotFound):
        store.read("abcdefgh")
