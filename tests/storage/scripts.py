"""Random scripts of calls of TinyDB's public interface, for any two databases that should give the same."""

from dataclasses import dataclass, field
from operator import and_, invert, or_
from typing import Any

from hypothesis import strategies as st
from tinydb import Query, operations, where
from tinydb.table import Document

DEFAULT = "_default"
TABLES = (DEFAULT, "notes")
GIVEN_IDS = (1_000_000, 1_000_001, (1 << 63) - 1)
"""Numbers that a script gives to documents itself, far from those that are counted."""

INSTANCES = 2
"""How many databases of ours are open on one file at once; a script uses now one, now another."""

Q = Query()


def appended(document: dict[str, Any]) -> None:
    """An update that changes what lies inside a document."""
    document.setdefault("rows", []).append({"v": 4})


def half_way(document: dict[str, Any]) -> None:
    """An update that fails after its first half where a document has no “k”."""
    document["text"] = "half"
    document["k"] += 1


def even(value: int) -> bool:
    return value % 2 == 0


def between(value: int, low: int, high: int) -> bool:
    return low <= value <= high


def next_to(value: int) -> int:
    return value + 1


few = st.integers(0, 4)
letters = st.sampled_from("abc")
some_fields = st.fixed_dictionaries(
    {},
    optional={
        "k": few,
        "n": few | st.sampled_from([-1.5, None, True, "3"]),
        "tags": st.lists(letters, max_size=3),
        "text": st.sampled_from(["", "abc", "ab\nb", "“Über” \u2028\x85", "half \ud83d", '{}\\\\"\x00\x7f']),
        "sub": st.fixed_dictionaries({"v": few}),
        "rows": st.lists(st.fixed_dictionaries({"v": few}), max_size=2),
        "odd": st.sampled_from([(1, 2), {1: "one"}, float("inf"), 1 << 70, [[]], {}, "a\tb"]),
    },
)
most_fields = st.fixed_dictionaries(
    {"k": few, "tags": st.lists(letters, min_size=1, max_size=3), "text": st.sampled_from(["abc", "ab\nb", "“Über”"])},
    optional={"n": few, "sub": st.fixed_dictionaries({"v": few}), "rows": st.just([{"v": 1}, {"v": 2}])},
)
documents = st.one_of(most_fields, most_fields, some_fields)
what_no_file_holds = st.sampled_from([{"k": 1, "odd": {1, 2}}, {"odd": b"bytes"}, {"odd": object}])
new_documents = st.one_of(*[documents] * 9, what_no_file_holds)
numbers = st.integers(1, 15) | st.sampled_from(GIVEN_IDS)
numbered = st.builds(Document, documents, st.sampled_from(GIVEN_IDS))
queries = st.one_of(
    st.builds(Q.k.__eq__, few),
    st.builds(where("k").__ne__, few),
    st.builds(Q.k.__lt__, few),
    st.builds(Q["k"].__le__, few),
    st.builds(Q.k.__gt__, few),
    st.builds(Q.sub.v.__ge__, few),
    st.builds(Q.tags.any, st.lists(letters, max_size=2)),
    st.builds(Q.tags.all, st.lists(letters, max_size=2)),
    st.builds(lambda value: Q.rows.any(Q.v == value), few),
    st.builds(lambda value: Q.rows.all(Q.v == value), few),
    st.builds(Q.k.one_of, st.lists(few, max_size=3)),
    st.builds(Q.sub.fragment, st.fixed_dictionaries({"v": few})),
    st.builds(Q.fragment, st.fixed_dictionaries({"k": few})),
    st.builds(Q.text.matches, st.sampled_from(["a", ".*b$", "“"])),
    st.builds(Q.text.search, st.sampled_from(["b", "Ü", "\u2028"])),
    st.builds(lambda low, high: Q.k.test(between, low, high), few, few),
    st.builds(lambda value: Q.k.map(next_to) == value, few),
    st.sampled_from([Q.k.exists(), Q.n.exists(), ~Q.sub.exists(), Q.k.test(even), Q.noop()]),
)
conditions = st.one_of(
    queries, st.builds(and_, queries, queries), st.builds(or_, queries, queries), st.builds(invert, queries)
)
changes = st.one_of(
    documents,
    new_documents,
    st.builds(operations.increment, st.sampled_from("kn")),
    st.builds(operations.decrement, st.just("k")),
    st.builds(operations.add, st.just("k"), few),
    st.builds(operations.add, st.just("tags"), st.lists(letters, max_size=2)),
    st.builds(operations.subtract, st.just("k"), few),
    st.builds(operations.delete, st.sampled_from(["k", "tags"])),
    st.builds(operations.set, st.just("text"), st.sampled_from(["", "set"])),
    st.sampled_from([appended, half_way]),
)


@dataclass(frozen=True)
class Call:
    """A method of a table, or of the database where `table` is empty, with its arguments."""

    table: str
    method: str
    arguments: dict[str, Any] = field(default_factory=dict)
    instance: int = 0


def calls(method: str, **arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[Call]:
    """Calls of one method of any table."""
    return st.builds(
        Call, st.sampled_from(TABLES), st.just(method), st.fixed_dictionaries(arguments), st.integers(0, INSTANCES - 1)
    )


def calls_of_all(method: str, **arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[Call]:
    """Calls of one method of the database."""
    return st.builds(
        Call, st.just(""), st.just(method), st.fixed_dictionaries(arguments), st.integers(0, INSTANCES - 1)
    )


lists_of_numbers = st.lists(numbers, max_size=3)
writing = st.one_of(
    calls("insert", document=new_documents),
    calls("insert", document=documents),
    calls("insert", document=numbered),
    calls("insert_multiple", documents=st.lists(new_documents | numbered, max_size=4)),
    calls("insert_multiple", documents=st.lists(documents, min_size=3, max_size=6)),
    calls("update", fields=changes, cond=conditions),
    calls("update", fields=changes, cond=queries),
    calls("update", fields=changes, doc_ids=lists_of_numbers),
    calls("update", fields=changes),
    calls("update_multiple", updates=st.lists(st.tuples(changes, conditions), min_size=1, max_size=3)),
    calls("upsert", document=documents, cond=conditions),
    calls("upsert", document=st.builds(Document, new_documents, numbers)),
    calls("remove", cond=conditions),
    calls("remove", doc_ids=lists_of_numbers),
)
reading = st.one_of(
    calls("search", cond=conditions),
    calls("search", cond=queries),
    calls("count", cond=conditions),
    calls("get", cond=conditions),
    calls("get", doc_id=numbers),
    calls("get", doc_ids=lists_of_numbers),
    calls("contains", cond=conditions),
    calls("contains", doc_id=numbers),
    st.sampled_from(["all", "__len__", "__iter__", "clear_cache"]).flatmap(calls),
)
seldom = st.one_of(
    calls_of_all("tables"),
    calls("truncate"),
    calls_of_all("drop_table", name=st.sampled_from(TABLES)),
    calls_of_all("drop_tables"),
    st.sampled_from(["get", "contains", "remove"]).flatmap(calls),
    calls("upsert", document=documents),
    calls("insert", document=st.just([])),
)
population = st.tuples(*(st.lists(most_fields, min_size=4, max_size=8) for _ in TABLES))
rarely = {7: seldom, 17: calls_of_all("close")}
scripts = st.lists(
    st.integers(0, 29).flatmap(lambda number: rarely.get(number, writing if number % 2 else reading)),
    min_size=25,
    max_size=50,
)
