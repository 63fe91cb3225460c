"""Analysing a text that is not kept."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Run = Callable[..., "CompletedProcess[str]"]


TEXT = "Anna Berg of Nordkyst said on 2 May 2024 that 300 crew had stopped work, at a cost of $2.5mn."


def is_cut_from(text: str, told: dict[str, list[dict[str, Any]]]) -> bool:
    """Whether every span of an analysis covers the very words that it tells."""
    mentions = [mention for entity in told["entities"] for mention in entity["mentions"]]
    said = [one for quote in told["quotes"] for one in (*quote["pieces"], quote["speaker"], quote["verb"]) if one]
    every = (*mentions, *told["figures"], *told["dates"], *said)
    return all(text[one["start"] : one["end"]] == one["text"] for one in every)


def test_everything_is_a_span_of_the_text_as_given(reader: Run) -> None:
    told = json.loads(reader("analyse", "-", stdin=TEXT.encode()).stdout)
    assert set(told) == {"entities", "figures", "dates", "quotes"}
    assert {one["text"] for one in told["figures"]} == {"300", "$2.5mn"}
    (day,) = told["dates"]
    assert (day["text"], day["from"], day["to"]) == ("2 May 2024", "2024-05-02", "2024-05-02")
    (quote,) = told["quotes"]
    assert (quote["who"], quote["direct"], quote["verb"]["text"]) == ("Anna Berg", False, "said")
    assert {one["says"] for one in told["figures"]} == {"Anna Berg"}
    assert is_cut_from(TEXT, told)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_and_a_byte_order_mark_does_not_count(reader: Run, encoding: str, end: str) -> None:
    text = f"Größe – “Ærø” \U0001f6a2{end}{end}{TEXT}{end}  {end}"
    told = json.loads(reader("analyse", "-", stdin=text.encode(encoding)).stdout)
    assert told["figures"]
    assert is_cut_from(text, told)


def test_nothing_is_kept(reader: Run, no_home: Path) -> None:
    assert reader("analyse", "-", stdin=TEXT.encode()).returncode == 0
    assert list(no_home.iterdir()) == []


def test_the_day_it_was_published_places_its_dates(reader: Run) -> None:
    text = b"Nordkyst said on Tuesday that its ferries would sail again."
    (day,) = json.loads(reader("analyse", "-", "--date", "2024-05-03", stdin=text).stdout)["dates"]
    assert (day["text"], day["from"]) == ("Tuesday", "2024-04-30")


def test_nothing_in_gives_nothing_out(reader: Run) -> None:
    said = reader("analyse", "-", stdin=b"")
    assert (said.returncode, json.loads(said.stdout)) == (0, {"entities": [], "figures": [], "dates": [], "quotes": []})


def test_inputs_that_cannot_be_read(reader: Run, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert reader("analyse", "missing.txt").returncode == 66
    assert reader("analyse", "picture.png").returncode == 65
    assert reader("analyse", "missing.jsonl", "--jsonl").returncode == 66
    assert reader("analyse").returncode == 2


def test_a_line_in_is_a_line_out_in_order(reader: Run) -> None:
    lines = [{"text": f"The fleet has {number} ships."} for number in range(20, 60)]
    given = "".join(json.dumps(line) + "\n" for line in lines)
    told = [json.loads(line) for line in reader("analyse", "-", "--jsonl", stdin=given.encode()).stdout.splitlines()]
    assert [one["figures"][0]["value"] for one in told] == list(range(20, 60))


def test_a_line_gives_the_same_as_the_text_alone(reader: Run) -> None:
    alone = json.loads(reader("analyse", "-", stdin=TEXT.encode()).stdout)
    said = reader("analyse", "-", "--jsonl", stdin=json.dumps({"text": TEXT}).encode())
    assert json.loads(said.stdout) == alone


@pytest.mark.parametrize(
    "bad", ["", "{", "[]", '"text"', "{}", '{"text": 5}', '{"text": "a", "date": "soon"}', "\x00", "[" * 5000]
)
def test_a_bad_line_is_answered_in_its_place_and_stops_nothing(reader: Run, bad: str) -> None:
    good = json.dumps({"text": TEXT})
    said = reader("analyse", "-", "--jsonl", stdin=f"{good}\n{bad}\n{good}\n".encode())
    first, second, third = [json.loads(line) for line in said.stdout.splitlines()]
    assert said.returncode == 1
    assert set(second) == {"error"}
    assert first == third
    assert first["figures"]


def test_a_line_may_bring_its_day(reader: Run) -> None:
    given = json.dumps({"text": "Ferries sailed on Tuesday.", "date": "2024-05-03"}).encode()
    told = json.loads(reader("analyse", "-", "--jsonl", "--date", "2020-01-01", stdin=given).stdout)
    assert told["dates"][0]["from"] == "2024-04-30"


def test_bytes_that_are_no_text_are_answered_too(reader: Run) -> None:
    said = reader("analyse", "-", "--jsonl", stdin=b'{"text": "\xff"}\n' + json.dumps({"text": TEXT}).encode())
    assert said.returncode == 1
    assert "error" in json.loads(said.stdout.splitlines()[0])


def test_lone_surrogates_come_out_as_they_went_in(reader: Run) -> None:
    said = reader("analyse", "-", "--jsonl", stdin=b'{"text": "\\ud800 The fleet has 300 ships."}')
    assert said.returncode == 0
    assert json.loads(said.stdout)["figures"][0]["start"] == 16
