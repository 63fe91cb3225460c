"""R1: kill -9 at random moments while saving costs nothing that was acknowledged."""

from pathlib import Path

import pytest

from tests.faults.stores import FULL, on_linux, printed_by

pytestmark = on_linux

KILLS = 500 if FULL else 100
UNTIL_THE_CONTROL_FAILS = 2_000
"""The control has lost its file within five kills whenever this was tried."""


@pytest.mark.parametrize("seed", [1, 2])
def test_kills_at_random_moments_lose_nothing_that_was_saved(tmp_path: Path, seed: int) -> None:
    toll = printed_by("kills", "reader", tmp_path, KILLS, seed)
    assert toll["said"] == []
    assert (toll["kills"], toll["unopenable"], toll["lost"], toll["littered"]) == (KILLS, 0, 0, 0)
    assert toll["acknowledged"] > KILLS / 2


def test_the_same_kills_cost_stock_tinydb_its_file(tmp_path: Path) -> None:
    toll = printed_by("kills", "stock", tmp_path, UNTIL_THE_CONTROL_FAILS, 1)
    assert toll["unopenable"] == 1
