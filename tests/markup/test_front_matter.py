"""Front matter: what is written is read back equal, by us and by any YAML reader; what others wrote is read safely."""

import json
import os
from datetime import UTC, date, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from reader.domain.errors import Damaged
from reader.markup import own_yaml
from reader.markup.front_matter import DEEPEST, dump, fenced, split

NASTY = [
    *("yes", "No", "on", "y", "null", "Null", "~", "true", "NaN", ".inf", "=", "<<", "-", "?", ":", "---", "...", ""),
    *("2024-01-02", "2024-01-02T03:04:05Z", "12:30:45", "0x1f", "0o17", "010", "1_000", "1e5", "1.5", "-1", "+1"),
    *(
        "a: b",
        "a #b",
        "# a",
        "- a",
        "'a'",
        '"a"',
        "[a]",
        "{a}",
        "a, b",
        "@a",
        "`a",
        "%a",
        "!a",
        "&a",
        "*a",
        "| a",
        "> a",
    ),
    *(
        " a",
        "a ",
        "a  b",
        "a\nb",
        "a\n",
        "\n",
        "a\tb",
        "a\\nb",
        "C:\\new",
        "a\x85b",
        "a\u2028b",
        "\ufeffa",
        "\x07",
        "\x7f",
    ),
    *(
        "It’s “over”",
        "Ünited",
        "漢字",
        "\U0001f600 news",
        "O'Neil & Sons (UK)",
        "a/b",
        "half-time",
        "a\u00a0b",
        "e\u0301",
    ),
    *("\uffff", "\U0001fffe", "\ue000", "\u200b", "key: [", '{"a": 1}', "https://a.example/b?c=d#e", "]]", "<%* x %>"),
]
STRINGS = (
    st.sampled_from(NASTY) | st.text() | st.from_regex(r"[a-zA-Z0-9 ,:#.'\"&*!|>%@`{}\[\]-]{0,12}", fullmatch=True)
)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=-5, minutes=-30)), timezone(timedelta(hours=14))])
PLAIN = (
    STRINGS | st.integers(-(10**17), 10**17) | st.booleans() | st.dates() | st.datetimes(timezones=st.none() | ZONES)
)
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(STRINGS, inner, max_size=4), max_leaves=12
)


def loaded(written: str, loader: Any) -> Any:
    parts = fenced(written)
    assert parts
    return yaml.load(parts[0], Loader=loader) or {}  # noqa: S506 - both loaders are safe


@given(st.dictionaries(STRINGS, VALUES, max_size=5), st.text())
def test_what_is_written_is_read_back_equal(fields: dict[str, Any], body: str) -> None:
    assert split(dump(fields) + body) == (fields, body)


@given(st.dictionaries(STRINGS, VALUES | st.floats(allow_nan=False), max_size=5))
def test_any_yaml_reader_reads_the_same(fields: dict[str, Any]) -> None:
    written = dump(fields)
    assert loaded(written, yaml.SafeLoader) == fields
    assert loaded(written, getattr(yaml, "CSafeLoader", yaml.SafeLoader)) == fields


@given(st.dictionaries(STRINGS, VALUES, max_size=5))
def test_our_own_form_needs_no_yaml_library(fields: dict[str, Any]) -> None:
    parts = fenced(dump(fields))
    assert parts
    assert own_yaml.read(parts[0]) == fields


LINES = st.sampled_from(
    [
        "a: b",
        "a: 'b'",
        "b: 1",
        "b: 01",
        "b: 1_0",
        "c: [1]",
        "c:",
        "  - x",
        "- x",
        "  - y: z",
        "    k: v",
        "d: |",
        "  text",
        "# no",
        "e: yes",
        "yes: e",
        "f: a # b",
        "g: a: b",
        '"h": i',
        "'h': i",
        "? k",
        ": v",
        "m: ~",
        "n: &a x",
        "o: *a",
        "",
        "p: 2024-02-30",
        "q: 2024-02-03",
        "r: 2024-02-03T04:05:06",
        's: "\\u0041"',
        's: "\\x41"',
        "t: - x",
        "  - - z",
        "u: a b",
    ]
)


@given(st.lists(LINES, max_size=6).map(lambda lines: "".join(line + "\n" for line in lines)))
@example("a: b\n  text\n")
@example("c:\n  - - z\n    - x\n")
def test_our_own_reader_never_reads_otherwise_than_yaml(text: str) -> None:
    ours = own_yaml.read(text)
    if ours is not None:
        assert ours == (yaml.safe_load(text) or {})


def test_the_fields_keep_their_order_and_nothing_is_left_out_but_none() -> None:
    written = dump(
        {"title": "B", "authors": ["Ann Roe", "Yes"], "a": None, "day": date(2024, 2, 3), "empty": [], "words": 3}
    )
    assert written == '---\ntitle: B\nauthors:\n  - Ann Roe\n  - "Yes"\nday: 2024-02-03\nempty: []\nwords: 3\n---\n'


def test_a_list_of_mappings_looks_as_people_write_it() -> None:
    written = dump({"captions": [{"text": "A crane.", "credit": "AP"}, {"text": "A: ship"}], "more": {"deep": [1]}})
    assert written.splitlines()[1:-1] == [
        "captions:",
        "  - text: A crane.",
        "    credit: AP",
        '  - text: "A: ship"',
        "more:",
        "  deep:",
        "    - 1",
    ]


def test_half_a_character_is_replaced() -> None:
    assert split(dump({"a": "x\ud800y"})) == ({"a": "x\ufffdy"}, "")


def test_a_value_that_yaml_has_no_form_for_is_refused() -> None:
    with pytest.raises(TypeError):
        dump({"a": b"bytes"})


@pytest.mark.parametrize(
    "text", ["", "no fences", "--- a\nb: c\n---\n", "---\na: b\n", "text\n---\na: b\n---\n", "----\n"]
)
def test_a_text_without_fences_has_no_fields(text: str) -> None:
    assert split(text) == ({}, text)


@pytest.mark.parametrize("text", ["---\njust words\n---\nbody", "---\n- a\n- b\n---\nbody"])
def test_yaml_that_is_no_mapping_is_no_front_matter(text: str) -> None:
    assert split(text) == ({}, text)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: 'A'\ntags: [a, b]\n---\nbody",
        "\ufeff---\r\ntitle: 'A'\r\ntags: [a, b]\r\n---\r\nbody",
        "--- \ntitle: A # a comment\ntags:\n- a\n- b\n...\nbody",
    ],
)
def test_what_others_write_is_read(text: str) -> None:
    assert split(text) == ({"title": "A", "tags": ["a", "b"]}, "body")


def test_empty_front_matter_has_no_fields() -> None:
    assert split("---\n---\nbody") == ({}, "body")


@pytest.mark.parametrize(
    "inner",
    [
        "a: [",
        "a: b: c",
        "a: 2024-02-31",
        "a: !!python/object/apply:os.system [ls]",
        "a: !!bool x",
        "a: !!timestamp x",
        "a: !!int x",
        "{[a]: b}",
        "a: \x07",
        "a: &x [1]\nb: *x",
        "a: " + "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1),
        "a: " + "[" * 100_000,
        "- " * 100_000 + "a",
        "\n".join(" " * depth + "a:" for depth in range(300)),
        "a: " + "9" * 10_000,
    ],
)
def test_what_is_not_yaml_is_damaged_and_harms_nobody(inner: str) -> None:
    with pytest.raises(Damaged) as caught:
        split(f"---\n{inner}\n---\nbody")
    assert caught.value.sentence.endswith(".")
    assert "\n" not in caught.value.sentence


def hostile(name: str) -> Path:
    folder = os.environ.get("READER_CORPORA")
    if not folder:
        pytest.skip("READER_CORPORA names no folder of hostile texts")
    return Path(folder) / "hostile" / name


def test_naughty_strings_come_back_equal() -> None:
    for text in json.loads(hostile("blns.json").read_text(encoding="utf-8")):
        assert split(dump({"title": text, "tags": [text, {text[:100]: text}]}) + text) == (
            {"title": text, "tags": [text, {text[:100]: text}]},
            text,
        )


def test_the_yaml_test_files_are_read_or_refused() -> None:
    for path in hostile("yaml").rglob("*.yaml"):
        for text in path.read_text(encoding="utf-8").split("yaml: |"):
            ours = own_yaml.read(text)
            try:
                fields, _ = split(f"---\n{text}\n---\n")
            except Damaged:
                assert ours is None
                continue
            assert ours is None or ours == fields
            written = dump({"text": text, "name": path.name})
            assert split(written) == ({"text": text, "name": path.name}, "")
