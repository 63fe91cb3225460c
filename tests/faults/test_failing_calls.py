"""R2: a system call that fails costs nothing, is told in a sentence, and the next save works."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.errors import ReaderError
from tests.faults.actions import ACTIONS, Action
from tests.faults.calls import Watch, watching
from tests.faults.disk import Files, files_of, put, states
from tests.faults.failing import FULL_DISK, KINDS, Failing, short_writes, trials
from tests.faults.stores import (
    ACCIDENTS,
    FULL,
    NOTES,
    STORES,
    Store,
    Texts,
    filled,
    found_in,
    litter,
    on_linux,
    unclosed,
)

pytestmark = on_linux

ERRORS = {errno.errorcode[number]: number for number in (errno.EIO, *FULL_DISK)}
TRIED = (
    [(error, how) for error in ERRORS for how in KINDS]
    if FULL
    else [("EIO", "once"), ("EIO", "lasting"), ("ENOSPC", "half"), ("EROFS", "lasting"), ("EDQUOT", "once")]
)
"""Which error and how; what is tried only in full differs in the number of the error."""


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is on the disk after a loss is worked out here, so that no real disk needs to be waited for."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def faults(kind: type[Store], action: Action, folder: Path, how: str, error: int) -> list[str]:
    """What is wrong after each call of an action failed in turn."""
    action.prepare(kind, folder / "start" / NOTES)
    shutil.copytree(folder / "start", folder / "tried")
    with watching(folder / "tried") as watch:
        tried = action.opened(kind, folder / "tried" / NOTES)
        watch.made.clear()
        action.act(tried)
    wrong = []
    for failing in trials(how, error, watch.made):
        copy = folder / str(failing.place)
        shutil.copytree(folder / "start", copy)
        wrong += [f"{failing}: {each}" for each in one_failure(kind, action, copy, failing)]
    return wrong


def one_failure(kind: type[Store], action: Action, folder: Path, failing: Failing) -> list[str]:
    """What is wrong after one failure: with what was said, with what is there, and with the next save."""
    failing.over = True
    with watching(folder, failing) as watch:
        store = action.opened(kind, folder / NOTES)
        start = files_of(folder)
        watch.made.clear()
        failing.over = False
        told = said_by(lambda: action.act(store))
        failing.over = True
        shutil.copytree(folder, folder.with_name("probe"))
        refused = said_by(lambda: store.save(99, "the next one"))
    verdict = action.verdict(found_in(kind, folder.with_name("probe") / NOTES), done=not told)
    shutil.rmtree(folder.with_name("probe"))
    if verdict not in {"old", "new"}:
        return [verdict[:300]]
    wrong = (
        [] if not told or (str(folder) in told and os.strerror(failing.error) in told) else [f"it only said: {told}"]
    )
    if refused:
        return [*wrong, f"the next save failed: {refused}"]
    seen = store.load()
    store.close()
    wrong += compared(action, seen, verdict, "the program")
    wrong += compared(action, found_in(kind, folder / NOTES), verdict, "the disk")
    filled(kind, folder / NOTES, {99: "the next one"})
    wrong += [f"{litter(folder)} lies about"] if litter(folder) else []
    return wrong + power_loss(kind, action, folder, start, watch)


def said_by(act: Callable[[], None]) -> str:
    """What a failing call tells the person; nothing where it went well."""
    try:
        act()
    except ReaderError as error:
        return str(error)
    except ACCIDENTS as error:
        return f"traceback {type(error).__name__}: {error}"
    return ""


def compared(action: Action, found: Texts | str, verdict: str, where: str) -> list[str]:
    """What is wrong with the notes after the next save."""
    if isinstance(found, str) or found.get(99) != "the next one":
        return [f"{where} lost the next save: {str(found)[:200]}"]
    now = action.verdict({number: text for number, text in found.items() if number != 99}, done=False)
    return [] if now == verdict else [f"{where} has {now[:200]}, and the disk had {verdict} before the next save"]


def power_loss(kind: type[Store], action: Action, folder: Path, start: Files, watch: Watch) -> list[str]:
    """What is wrong when the power fails after the next save.

    A disk that would not confirm what was written has dropped it for good: the next fsync confirms what came later.
    """
    wrong = []
    changing = sum(call.changes and not call.path.endswith(".lock") for call in watch.made)
    for place, (_, files) in enumerate(states(start, watch.made, thorough=False, since=changing)):
        lost = folder.with_name(f"{folder.name}-{place}")
        put(files, lost)
        found = found_in(kind, lost / NOTES)
        verdicts = {
            tuple(compared(action, found, verdict, "after a power loss, the disk")) for verdict in ("old", "new")
        }
        wrong += [] if () in verdicts else [str(verdicts)]
        shutil.rmtree(lost)
    return wrong


@pytest.mark.parametrize(("error", "how"), TRIED)
@pytest.mark.parametrize("action", ACTIONS)
def test_a_call_that_fails_leaves_the_old_or_the_new(tmp_path: Path, action: str, error: str, how: str) -> None:
    assert faults(STORES["reader"], ACTIONS[action], tmp_path, how, ERRORS[error]) == []


@pytest.mark.parametrize("action", ACTIONS)
def test_a_system_that_writes_by_halves_changes_nothing(tmp_path: Path, action: str) -> None:
    action_ = ACTIONS[action]
    action_.prepare(STORES["reader"], tmp_path / "library" / NOTES)
    store = action_.opened(STORES["reader"], tmp_path / "library" / NOTES)
    with watching(tmp_path, short_writes()):
        action_.act(store)
    assert action_.verdict(found_in(STORES["reader"], tmp_path / "library" / NOTES), done=True) == "new"


@unclosed
@pytest.mark.parametrize("action", ["a longer note", "a shorter note"])
def test_the_same_failures_cost_stock_tinydb_its_file(tmp_path: Path, action: str) -> None:
    wrong = faults(STORES["stock"], ACTIONS[action], tmp_path, "half", errno.ENOSPC)
    assert any("does not open" in each for each in wrong)
