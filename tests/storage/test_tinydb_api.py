"""TinyDB's public interface on the journal: any script of calls gives what stock TinyDB gives.

Three things are not compared, for stock TinyDB promises none of them: the order of documents, a table that is empty
(stock may list it or not), and the numbers of new documents, which stock uses again after a removal. The scripts give
both sides their numbers.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from tinydb import Query, TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from reader.storage.journal_db import JournalDB, JournalTable
from tests.storage.scripts import DEFAULT, INSTANCES, TABLES, Call, appended, half_way, population, scripts

Q = Query()
OWN_TABLES = {"format", "versions"}
"""Tables by which Reader knows its file; stock TinyDB sees them too."""

# -- the two sides


class Side:
    """A database under test: opened as often as `instances` says, always on one file."""

    def __init__(self, open_one: Callable[[], TinyDB], instances: int = 1, *, spoil: bool = False) -> None:
        self._open_one, self._spoil = open_one, spoil
        self._open = [open_one() for _ in range(instances)]

    def outcome(self, call: Call) -> object:
        """What a call gives, in a form that can be compared; the name of the error where it raises one."""
        which = call.instance % len(self._open)
        if call.method == "close":
            self._open[which].close()
            self._open[which] = self._open_one()
            return None
        arguments = {name: fresh(value) for name, value in call.arguments.items()}
        try:
            found = self._result(self._open[which], call, arguments)
        except (ValueError, KeyError, TypeError, RuntimeError, AttributeError) as error:
            return type(error).__name__
        outcome = shown(found)
        if self._spoil:
            spoil([found, arguments])
        return outcome

    def states(self) -> list[object]:
        """The content of all tables, as each instance sees it."""
        return [content(each) for each in self._open]

    def close(self) -> None:
        for each in self._open:
            each.close()

    def _result(self, db: TinyDB, call: Call, arguments: dict[str, Any]) -> object:
        if call.method == "tables":
            return sorted(name for name in db.tables() - OWN_TABLES if len(db.table(name)))
        target: Any = db if call.table in {"", DEFAULT} else db.table(call.table)
        found = getattr(target, call.method)(**arguments)
        if call.method == "get" and found is not None and "cond" in arguments:
            return bool(arguments["cond"](found))  # any that fits will do
        return list(found) if call.method == "__iter__" else found


def fresh(value: Any) -> Any:
    """A copy down to the leaves, so that no side gets what the other may have changed; queries stay as they are."""
    if isinstance(value, Document):
        return Document(fresh(dict(value)), value.doc_id)
    if isinstance(value, dict):
        return {key: fresh(each) for key, each in value.items()}
    return type(value)(map(fresh, value)) if isinstance(value, list | tuple) else value


def spoil(value: Any) -> None:
    """Change what was given or returned, down to the leaves; nothing of it may be what is kept."""
    if isinstance(value, dict):
        spoil(list(value.values()))
        value["spoilt"] = True
    elif isinstance(value, list | tuple):
        for each in value:
            spoil(each)
        if isinstance(value, list):
            value.append("spoilt")


def shown(value: object) -> object:
    """A result as text, lists in the order of their text."""
    if isinstance(value, Document):
        return f"{value.doc_id}: {as_json(value)}"
    return sorted((shown(each) for each in value), key=str) if isinstance(value, list) else value


def as_json(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def content(db: TinyDB) -> dict[str, list[str]]:
    """The documents of all tables that have any, without Reader's own."""
    found = {name: sorted(map(str, map(shown, db.table(name)))) for name in db.tables() - OWN_TABLES}
    return {name: rows for name, rows in found.items() if rows}


def stock_with(path: Path, new_key: Callable[[], int]) -> TinyDB:
    """Stock TinyDB whose new documents get these numbers."""

    class Numbered(Table):
        def _get_next_id(self) -> int:
            return new_key()

    db = TinyDB(path)
    db.table_class = Numbered
    return db


def counted() -> Callable[[], int]:
    return count(1).__next__


@settings(max_examples=60, derandomize=True)
@given(population, scripts)
def test_any_script_of_calls_gives_what_stock_tinydb_gives(
    first: tuple[list[dict[str, Any]], ...], script: list[Call]
) -> None:
    inserts = [Call(table, "insert_multiple", {"documents": rows}) for table, rows in zip(TABLES, first, strict=True)]
    with TemporaryDirectory() as folder:
        theirs, ours = Path(folder, "stock.json"), Path(folder, "ours", "notes.json")
        expected = expected_after([*inserts, *script], theirs, ours)
        with TinyDB(ours) as opened_by_stock:
            assert content(opened_by_stock) == expected


def expected_after(script: list[Call], theirs: Path, ours: Path, kind: type[JournalDB] = JournalDB) -> object:
    """What stock TinyDB holds after a script of which each call gave the same on both sides."""
    for_stock, for_ours = counted(), counted()
    with (
        closing(Side(lambda: stock_with(theirs, for_stock))) as stock,
        closing(Side(lambda: kind(ours, new_key=for_ours), INSTANCES, spoil=True)) as journalled,
    ):
        for number, call in enumerate(script):
            given, wanted = journalled.outcome(call), stock.outcome(call)
            # A call with two faults fails on both sides; which of them is met first, nobody promises.
            assert given == wanted or (given, wanted) == ("TypeError", "KeyError"), (number, call)
            assert journalled.states() == stock.states() * INSTANCES, (number, call)
        return stock.states()[0]


class Forgetful(JournalDB):
    """A faulty database: what is removed stays."""

    class table_class(JournalTable):  # noqa: N801 - TinyDB's name for it
        def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:  # noqa: ARG002
            return [document.doc_id for document in self if cond is None or cond(document)]


def test_a_database_that_forgets_to_remove_is_found(tmp_path: Path) -> None:
    script = [Call("notes", "insert", {"document": {"k": 1}}), Call("notes", "remove", {"cond": Q.k == 1})]
    expected_after(script, tmp_path / "stock.json", tmp_path / "ours" / "notes.json")
    with pytest.raises(AssertionError):
        expected_after(script, tmp_path / "stock-2.json", tmp_path / "faulty" / "notes.json", Forgetful)


# -- what no script can compare


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library" / "notes.json"


@pytest.fixture
def db(path: Path) -> Iterator[JournalDB]:
    with JournalDB(path) as opened:
        yield opened


def test_keys_are_random_and_never_the_same_twice(db: JournalDB, path: Path) -> None:
    keys = db.insert_multiple({"n": n} for n in range(100))
    with JournalDB(path) as second:
        keys += [second.insert({}), *second.table("notes").insert_multiple([{}] * 100), db.insert({})]
    assert len(set(keys)) == len(keys) == 202
    assert all(isinstance(key, int) and 0 < key < 1 << 63 for key in keys)
    assert sum(key > 1 << 60 for key in keys) > 100
    assert sorted(keys) != keys


def test_the_keys_of_many_come_in_the_order_of_the_documents(db: JournalDB) -> None:
    keys = db.insert_multiple(iter([{"n": 1}, Document({"n": 2}, 7), {"n": 3}]))
    assert keys[1] == 7
    assert [db.get(doc_id=key) for key in keys] == [{"n": 1}, {"n": 2}, {"n": 3}]


def test_ids_may_come_from_any_iterable(db: JournalDB) -> None:
    db.insert_multiple([Document({"n": n}, n) for n in (1, 2, 3)])
    assert db.update({"m": 1}, doc_ids=iter([3, 9, 1])) == [3, 1]
    assert db.remove(doc_ids={2: None}.keys()) == [2]


def test_documents_know_their_key(db: JournalDB) -> None:
    key = db.insert({"n": 1})
    found = [db.get(doc_id=key), db.get(Q.n == 1), *db.search(Q.n == 1), *db.all(), *db]
    assert [type(each) for each in found] == [Document] * 5
    assert {each.doc_id for each in found if isinstance(each, Document)} == {key}


def test_changing_what_was_given_or_returned_changes_nothing_that_is_kept(db: JournalDB, path: Path) -> None:
    db.table("notes").insert({})  # the first save makes files, after which everything is read anew
    given_document = {"rows": [{"v": 1}]}
    key = db.insert(given_document)
    given_document["rows"].append({"v": 2})
    for _ in range(2):
        found: list[Any] = [db.get(doc_id=key), db.get(Q.rows.exists()), *db.search(Q.rows.exists()), *db.all(), *db]
        found += db.get(Q.rows.exists(), doc_ids=[key], doc_id=None)
        for each in found:
            assert each == {"rows": [{"v": 1}]}
            each["rows"][0]["v"] = 3
            each["rows"].append({"v": 4})
    with JournalDB(path) as second:
        assert second.all() == [{"rows": [{"v": 1}]}]


def test_what_was_given_to_an_update_is_not_kept_by_it(db: JournalDB) -> None:
    key, fields = db.insert({}), {"rows": [1]}
    db.update(fields, doc_ids=[key])
    fields["rows"].append(2)
    assert db.all() == [{"rows": [1]}]


def test_an_update_that_raises_leaves_nothing(db: JournalDB, path: Path) -> None:
    db.insert_multiple([Document({"k": 1}, 1), Document({}, 2), Document({"k": 3}, 3)])
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    with pytest.raises(KeyError):
        db.update(half_way)
    with pytest.raises(KeyError):
        db.update(half_way, doc_ids=[1, 2])
    with pytest.raises(ValueError, match="already exists"):
        db.insert_multiple([{"k": 5}, Document({}, 2)])
    with pytest.raises(TypeError):
        db.insert({"k": {1, 2}})
    assert content(db) == {DEFAULT: ['1: {"k": 1}', "2: {}", '3: {"k": 3}']}
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == before


@pytest.mark.parametrize("key", [-1, 1 << 63, "a", 1.5, None])
def test_a_key_that_no_file_of_reader_holds_is_refused(db: JournalDB, path: Path, key: Any) -> None:
    db.insert({"n": 1})
    with pytest.raises((ValueError, TypeError)):
        db.insert(Document({"n": 2}, key))
    with pytest.raises((ValueError, TypeError)):
        db.upsert(Document({"n": 2}, key))
    assert db.all() == [{"n": 1}]
    with JournalDB(path) as second:
        assert second.all() == [{"n": 1}]


def test_a_change_writes_its_own_documents_alone(db: JournalDB, path: Path) -> None:
    db.insert_multiple([Document({"n": n, "text": "x" * 1000}, n) for n in range(1, 100)])
    changes: list[Callable[[], object]] = [
        lambda: db.update({"m": 1}, Q.n == 7),
        lambda: db.update(appended, doc_ids=[7]),
        lambda: db.update_multiple([({"m": 2}, Q.n == 7), ({"m": 3}, Q.n == 1000)]),
        lambda: db.upsert({"m": 4}, Q.n == 7),
        lambda: db.upsert(Document({"m": 5}, 7)),
        lambda: db.remove(Q.n == 7),
    ]
    for change in changes:
        before = journalled(path)
        change()
        assert 0 < journalled(path) - before < 2000


def journalled(path: Path) -> int:
    return sum(each.stat().st_size for each in path.parent.glob("*.journal"))


def test_a_table_that_is_dropped_and_made_again_in_one_commit_holds_the_new_alone(db: JournalDB, path: Path) -> None:
    db.table("notes").insert_multiple([{"n": 1}, {"n": 2}])
    with db.changing():
        db.drop_table("notes")
        db.table("notes").insert({"n": 3})
    assert db.table("notes").all() == [{"n": 3}]
    with JournalDB(path) as second:
        assert second.table("notes").all() == [{"n": 3}]


def test_all_that_happens_while_changing_is_one_commit_or_none(db: JournalDB, path: Path) -> None:
    with db.changing():
        db.insert({"n": 1})
        db.table("notes").insert({"n": 2})
        assert db.count(Q.n == 1) == 1
    with JournalDB(path) as second:
        assert [len(second), len(second.table("notes"))] == [1, 1]
    with pytest.raises(ZeroDivisionError), db.changing():
        _change_and_fail(db)
    assert db.all() == [{"n": 1}]
    assert db.table("notes").all() == [{"n": 2}]


def _change_and_fail(db: JournalDB) -> None:
    db.truncate()
    db.table("notes").update({"n": 3})
    assert [len(db), db.table("notes").all()] == [0, [{"n": 3}]]
    raise ZeroDivisionError


def test_one_instance_sees_what_another_saves_whatever_was_asked_before(db: JournalDB, path: Path) -> None:
    with JournalDB(path) as second:
        for n in range(5):
            assert db.search(Q.n >= 0) == second.search(Q.n >= 0)
            (db if n % 2 else second).insert({"n": n})
            assert db.count(Q.n >= 0) == second.count(Q.n >= 0) == n + 1
    assert len(db) == 5
