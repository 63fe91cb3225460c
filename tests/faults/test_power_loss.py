"""R2: the power may fail after any system call, and the disk may have done least of what it could."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.actions import ACTIONS, Action
from tests.faults.calls import Watch, watching
from tests.faults.disk import Files, files_of, put, states
from tests.faults.stores import FULL, NOTES, STORES, Store, found_in, litter, on_linux, unclosed

pytestmark = on_linux


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is on the disk after a loss is worked out here, so that no real disk needs to be waited for."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def watched(kind: type[Store], action: Action, folder: Path) -> tuple[Files, Watch]:
    """The folder before an action, and the calls that it makes."""
    with watching(folder) as watch:
        store = action.opened(kind, folder / NOTES)
        start = files_of(folder)
        watch.made.clear()
        action.act(store)
    return start, watch


def faults(kind: type[Store], action: Action, folder: Path, *, deep: bool) -> list[str]:
    """What is wrong in any folder that a stop may leave; `deep` stops what puts it right as well."""
    action.prepare(kind, folder / "start" / NOTES)
    start, watch = watched(kind, action, folder / "start")
    wrong = []
    for place, (done, files) in enumerate(states(start, watch.made, thorough=FULL)):
        copy = folder / str(place)
        put(files, copy)
        with watching(copy) as repair:
            verdict = action.verdict(found_in(kind, copy / NOTES), done=done)
        if verdict not in {"old", "new"}:
            wrong.append(f"state {place} ({[name for name, _ in files]}): {verdict[:200]}")
        elif deep:
            left = states(files, repair.made, thorough=False)
            wrong += _second(kind, action, folder / f"{place}-again", left, verdict)
        if verdict in {"old", "new"} and kind is STORES["reader"]:
            wrong += _next(kind, action, copy, verdict)
    return wrong


def _second(
    kind: type[Store], action: Action, folder: Path, left: Iterator[tuple[bool, Files]], verdict: str
) -> list[str]:
    """What is wrong after a stop while a store was putting right what the first stop had left."""
    wrong = []
    for place, (_, files) in enumerate(left):
        put(files, folder / str(place))
        again = action.verdict(found_in(kind, folder / str(place) / NOTES), done=False)
        if again != verdict:
            wrong.append(f"{folder.name}, stop {place}: {again[:200]} after {verdict}")
    return wrong


def _next(kind: type[Store], action: Action, folder: Path, verdict: str) -> list[str]:
    """What is wrong with the next save."""
    store = kind(folder / NOTES)
    store.save(99, "the next one")
    store.close()
    found = found_in(kind, folder / NOTES)
    if isinstance(found, str) or found.pop(99, "") != "the next one" or action.verdict(found, done=False) != verdict:
        return [f"{folder.name}: the next save was lost: {str(found)[:200]}"]
    return [f"{folder.name}: {litter(folder)} lies about"] if litter(folder) else []


@pytest.mark.parametrize("action", ACTIONS)
def test_a_power_loss_after_any_call_leaves_the_old_or_the_new(tmp_path: Path, action: str) -> None:
    assert faults(STORES["reader"], ACTIONS[action], tmp_path, deep=FULL or action == "a shorter note") == []


@unclosed
@pytest.mark.parametrize("action", ["a longer note", "a shorter note"])
def test_the_same_loss_costs_stock_tinydb_its_file(tmp_path: Path, action: str) -> None:
    assert faults(STORES["stock"], ACTIONS[action], tmp_path, deep=False)
