"""R2: a process that is killed at any system call leaves the old state or the new one."""

from pathlib import Path
from typing import Any

import pytest

from tests.faults.actions import ACTIONS
from tests.faults.stores import on_linux, printed_by

pytestmark = on_linux


def left_by_kills(kind: str, action: str, folder: Path) -> Any:
    """What kills at every call of an action leave; skips where no process may trace another, as in some containers."""
    left = printed_by("tracing", kind, action, folder)
    if left["barred"]:
        pytest.skip(left["barred"])
    return left


@pytest.mark.parametrize("action", ACTIONS)
def test_a_kill_at_every_system_call_leaves_the_old_or_the_new(tmp_path: Path, action: str) -> None:
    left = left_by_kills("reader", action, tmp_path)
    assert left["said"] == []
    assert left["found"].keys() <= {"old", "new"}
    assert left["found"]["new"] > 0


def test_the_same_kills_cost_stock_tinydb_its_file(tmp_path: Path) -> None:
    left = left_by_kills("stock", "a shorter note", tmp_path)
    assert left["found"]["does not open"] > 0
