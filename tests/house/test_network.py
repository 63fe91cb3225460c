"""The fixture that keeps tests at home does keep them."""

import os
import socket
from pathlib import Path

import pytest


def test_a_connection_to_elsewhere_is_refused_and_counted(tries: Path) -> None:
    with socket.socket() as outward, pytest.raises(AssertionError):
        outward.connect(("192.0.2.1", 80))
    assert len(tries.read_text(encoding="utf-8").splitlines()) == 1


def test_a_name_is_not_looked_up_and_the_try_is_counted(tries: Path) -> None:
    with pytest.raises(AssertionError):
        socket.getaddrinfo("example.org", 80)
    assert len(tries.read_text(encoding="utf-8").splitlines()) == 1


def test_the_home_folder_is_a_temporary_one(no_home: Path) -> None:
    assert Path(os.environ["HOME"]) == no_home
    assert os.environ["READER_HOME"].startswith(str(no_home))
