"""What the journal relies on inside TinyDB, which TinyDB does not promise: a version that moves it fails here first."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest
from tinydb import Query, TinyDB
from tinydb.storages import MemoryStorage, Storage
from tinydb.table import Document, Table

CHANGING = {"insert", "insert_multiple", "update", "update_multiple", "upsert", "remove", "truncate"}
READING = {"all", "search", "get", "contains", "count", "clear_cache", "name", "storage"}
CLASS_VARIABLES = {"document_class", "document_id_class", "query_cache_class", "default_query_cache_capacity"}

MEMBERS = {
    Table._update_table: ["self", "updater"],
    Table._read_table: ["self"],
    Table._get_next_id: ["self"],
    Table.insert: ["self", "document"],
    Table.insert_multiple: ["self", "documents"],
    Table.update: ["self", "fields", "cond", "doc_ids"],
    Table.update_multiple: ["self", "updates"],
    Table.upsert: ["self", "document", "cond"],
    Table.remove: ["self", "cond", "doc_ids"],
    Table.search: ["self", "cond"],
    Table.get: ["self", "cond", "doc_id", "doc_ids"],
    Table.__init__: ["self", "storage", "name", "cache_size", "persist_empty"],
    TinyDB.table: ["self", "name", "kwargs"],
    TinyDB.drop_table: ["self", "name"],
    Storage.read: ["self"],
    Storage.write: ["self", "data"],
    Storage.close: ["self"],
}
"""The methods that are overridden or called, with the names of their parameters."""


class Watched(Table):
    """A table that counts what goes through the one method by which all changes should go."""

    passed = 0
    inside = False

    def _update_table(self, updater: Callable[[dict[int, Any]], None]) -> None:
        self.passed += 1
        self.inside = True
        super()._update_table(updater)
        self.inside = False


class WatchedStorage(Storage):
    """A storage in memory that counts what is written past a table's `_update_table`."""

    past = 0
    content: dict[str, dict[str, Any]] | None = None
    table: Watched | None = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        return self.content

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        if self.table is None or not self.table.inside:
            self.past += 1
        self.content = data


@pytest.fixture
def table() -> Watched:
    """A watched table of three documents."""
    storage = WatchedStorage()
    watched = Watched(storage, "notes")
    storage.table = watched
    watched.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
    watched.passed = 0
    return watched


@pytest.mark.parametrize("method", MEMBERS, ids=lambda method: method.__qualname__)
def test_the_methods_have_these_parameters(method: Callable[..., object]) -> None:
    assert list(inspect.signature(method).parameters) == MEMBERS[method]


def test_a_table_has_no_other_public_members() -> None:
    public = {name for name in vars(Table) if not name.startswith("_")}
    assert public == CHANGING | READING | CLASS_VARIABLES


def test_a_table_keeps_what_is_relied_on(table: Watched) -> None:
    assert isinstance(table._storage, WatchedStorage)
    assert table._name == "notes"
    table.search(Query().n > 1)
    assert len(table._query_cache) == 1
    table.clear_cache()
    assert len(table._query_cache) == 0


def test_a_database_keeps_what_is_relied_on() -> None:
    db = TinyDB(storage=MemoryStorage)
    assert db._tables == {}
    assert db._opened is True
    assert db._storage is db.storage
    assert (TinyDB.default_table_name, TinyDB.table_class) == ("_default", Table)
    assert db.table("notes") is db.table("notes") is db._tables["notes"]


CALLS: dict[str, Callable[[Table], object]] = {
    "insert": lambda table: table.insert({"n": 4}),
    "insert a Document": lambda table: table.insert(Document({"n": 4}, 9)),
    "insert_multiple": lambda table: table.insert_multiple([{"n": 4}, Document({"n": 5}, 9)]),
    "update": lambda table: table.update({"m": 1}),
    "update by query": lambda table: table.update({"m": 1}, Query().n == 1),
    "update by ids": lambda table: table.update({"m": 1}, doc_ids=[1, 2]),
    "update by an operation": lambda table: table.update(lambda document: document.clear()),
    "update_multiple": lambda table: table.update_multiple([({"m": 1}, Query().n == 1), ({"m": 2}, Query().n == 2)]),
    "upsert": lambda table: table.upsert({"m": 1}, Query().n == 1),
    "upsert a Document": lambda table: table.upsert(Document({"m": 1}, 1)),
    "remove": lambda table: table.remove(Query().n == 1),
    "remove by ids": lambda table: table.remove(doc_ids=[1, 2]),
    "truncate": lambda table: table.truncate(),
}


@pytest.mark.parametrize("call", CALLS)
def test_every_change_of_a_table_goes_once_through_update_table(call: str, table: Watched) -> None:
    before = [(document.doc_id, dict(document)) for document in table]
    CALLS[call](table)
    assert [(document.doc_id, dict(document)) for document in table] != before
    assert table.passed == 1
    assert isinstance(table.storage, WatchedStorage)
    assert table.storage.past == 0


def test_an_upsert_that_finds_nothing_goes_through_it_twice(table: Watched) -> None:
    table.upsert({"n": 9}, Query().n == 9)
    assert table.passed == 2


def test_each_way_of_changing_is_called_here() -> None:
    assert {call.split()[0] for call in CALLS} == CHANGING


def test_an_updater_gets_documents_by_number_and_may_change_them(table: Watched) -> None:
    seen: list[object] = []

    def updater(documents: dict[int, Any]) -> None:
        seen.extend(documents)
        documents[1]["n"] = 7
        del documents[2]

    table._update_table(updater)
    assert seen == [1, 2, 3]
    assert table._read_table() == {"1": {"n": 7}, "3": {"n": 3}}


def test_new_documents_are_numbered_by_get_next_id(table: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = iter([70, 71, 72])
    monkeypatch.setattr(table, "_get_next_id", lambda: next(numbers))
    assert table.insert({"n": 4}) == 70
    assert table.insert_multiple([{"n": 5}, {"n": 6}]) == [71, 72]


def test_all_tables_are_dropped_by_writing_to_the_storage() -> None:
    storage = WatchedStorage()
    db = TinyDB(storage=lambda: storage)
    db.table("notes").insert({"n": 1})
    db.table("other").insert({"n": 1})
    storage.past = 0
    db.drop_table("notes")
    assert (storage.past, set(storage.read() or {})) == (1, {"other"})
    db.drop_tables()
    assert (storage.past, storage.read()) == (2, {})
