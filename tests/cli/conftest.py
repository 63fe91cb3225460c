"""The command line run in this process, on a library in a temporary folder."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from reader.__main__ import main

Run = Callable[..., "CompletedProcess[str]"]

ARTICLE = """\
Ferries to the islands stop for a week

Crews want more rest between shifts

By Per Dahl in Vardo

Anna Berg, who speaks for Nordkyst, said on Tuesday that the strike would cost $2.5mn a day.

“We had no choice,” said Berg. About 300 crew have stopped work, and 40 per cent of the fleet lies in port.

The Harbour Board of Vardo said that it had no choice either.
"""


@pytest.fixture
def reader(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs `reader WORDS` in an empty folder: `reader("add", "-", stdin=b"...")`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)

    def run(*words: str, stdin: bytes = b"") -> CompletedProcess[str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = main(list(words))
        said = capsys.readouterr()
        return CompletedProcess(words, code, said.out, said.err)

    return run


@pytest.fixture
def article() -> str:
    """A pasted article."""
    return ARTICLE


@pytest.fixture
def added(reader: Run) -> str:
    """The id of that article, which is in the library."""
    told = json.loads(reader("add", "-", "--json", "--date", "2024-05-02", stdin=ARTICLE.encode()).stdout)
    one: str = told["added"][0]["id"]
    return one
