"""What a person should know of their notes and did not ask is told on stderr, beside the data."""

import json
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from reader.library.library import Library
from reader.library.safekeeping import Safekeeping
from reader.settings import folders

Run = Callable[..., "CompletedProcess[str]"]
NOTICE = "A note was changed in two places at once; both texts are kept in it, one below the other."


@pytest.mark.parametrize("words", [("tag", "+new"), ("note", "Ask."), ("rm",)])
def test_a_verb_that_writes_tells_notices(
    reader: Run, added: str, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(Safekeeping, "notices", lambda _: (NOTICE,))
    verb, *rest = words
    said = reader(verb, added, *rest)
    assert said.returncode == 0
    assert said.stderr.count(NOTICE) == 1
    assert NOTICE not in said.stdout


def test_a_verb_that_needs_no_library_tells_none(reader: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Safekeeping, "notices", lambda _: (NOTICE,))
    assert NOTICE not in reader("keys").stderr


@pytest.mark.parametrize("verb", ["list", "notes", "trash"])
def test_a_damaged_notes_file_is_told_by_what_lists(reader: Run, added: str, verb: str) -> None:
    reader("note", added, "Ask.")
    reader("tag", added, "+new")
    library = Library(folders(None))
    library.shelf.notes.compact(always=True)
    library.annotate(added, "Second.")
    library.shelf.notes.compact(always=True)
    library.shelf.notes.close()
    (folders(None).library / "notes.json").write_bytes(b'{"notes": {"1": ')
    said = reader(verb, "--json")
    assert said.returncode == 0
    assert "notes.json" in said.stderr
    json.loads(said.stdout)
