"""Every verb of the command line: on every article, and with hostile texts as its arguments."""

import os
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

from tests.faults.hostile_library import name_of


def typed(text: str) -> str:
    """The text as far as a command line can carry it: without NUL, and with bytes that are no text, as Python has them.

    https://peps.python.org/pep-0383/
    """
    return os.fsdecode(text.replace("\0", "").encode("utf-8", "surrogateescape" if _is_bytes(text) else "replace"))


def _is_bytes(text: str) -> bool:
    return all("\udc80" <= sign <= "\udcff" for sign in text if "\ud800" <= sign <= "\udfff")


def commands(ids: Sequence[str], notes: Sequence[str], texts: Sequence[str], folder: Path) -> list[list[str]]:
    """The words of each command, for articles and notes of these ids, with every text in every argument."""
    return [*_about(ids, folder), *(words for text in map(typed, texts) for words in _with(text, ids, notes, folder))]


def _about(ids: Sequence[str], folder: Path) -> list[list[str]]:
    """What prints the texts of the library."""
    return [
        *(["show", one, form] for one in ids for form in ("--plain", "--marks=words", "--repairs", "--json")),
        *(["show", one, f"--marks={level}"] for one in ids for level in ("off", "calm", "all")),
        *([verb, one, *form] for one in ids for verb in ("entities", "figures", "notes") for form in ((), ("--json",))),
        *(["list", *form] for form in ((), ("--json",), ("--unread",))),
        *([verb, *form] for verb in ("notes", "keys", "doctor") for form in ((), ("--json",))),
        *(["export", one, "-o", str(folder / "out"), "--text"] for one in ids),
        *(["export", one, "-o", str(folder / "out")] for one in ids),
        *(
            [verb, "--help"]
            for verb in ("add", "list", "show", "note", "tag", "edit", "export", "doctor", "check", "trash")
        ),
        *([verb, *form] for verb in ("check", "trash") for form in ((), ("--json",))),
        ["backup", str(folder / "all.zip")],
        ["backup", str(folder / "all.zip")],
        ["restore", str(folder / "all.zip")],
        ["restore", str(folder / "all.zip"), "--json"],
        ["--help"],
        ["--version"],
    ]


def _with(text: str, ids: Sequence[str], notes: Sequence[str], folder: Path) -> list[list[str]]:
    """Every argument of every verb, being this text."""
    return [
        [text],
        [f"./{text}"],
        [f"--{text}"],
        ["list", text],
        ["list", "--tag", text],
        ["list", "--tag", text, "--json"],
        ["show", text],
        ["show", ids[0], "--version", text],
        ["show", ids[0], f"--marks={text}"],
        ["entities", text],
        ["notes", text],
        ["note", ids[0], text],
        ["note", ids[0], "words", "--quote", text],
        ["note", ids[0], "words", "--at", text],
        ["note", "edit", notes[0], text],
        ["note", "rm", text],
        ["tag", ids[0], f"+{text}"],
        ["tag", ids[0], f"-{text}"],
        ["tag", ids[0], text],
        ["tag", ids[0], f"+{text}", "--json"],
        ["edit", ids[1], "--title", text],
        ["edit", ids[1], "--source", text, "--json"],
        ["edit", ids[1], f"--{text}"],
        ["undo"],
        ["redo"],
        ["rm", text],
        ["export", text, "-o", text],
        ["export", "--tag", text, "-o", str(folder / "out")],
        ["add", text],
        ["add", "-", text, "--tag", text, "--source", text],
        ["add", "-", "--date", text],
        ["analyse", text],
        ["analyse", "-", "--jsonl"],
        ["doctor", "--library", f"{folder}/{text}"],
        ["list", "--library", f"{folder}/{text}"],
        ["add", "-", "--library", f"/dev/null/{text}"],
        ["trash", "--restore", text],
        ["trash", "--library", f"{folder}/{text}"],
        ["check", text],
        ["check", "--library", f"{folder}/{text}"],
        ["backup", f"{folder}/backups/{text}"],
        ["backup", f"{folder}/library/{text}"],
        ["backup", f"{folder}/{name_of(text)}.zip", "--overwrite"],
        ["restore", f"{folder}/{name_of(text)}.zip"],
        ["restore", f"{folder}/library/articles/{name_of(text)}"],
        ["restore", text],
    ]


def last(trashed: Sequence[str]) -> list[list[str]]:
    """What brings things back that have these ids, mends, and empties the trash."""
    return [
        *(["trash", "--restore", one, *form] for one, form in zip(trashed, cycle(((), ("--json",))), strict=False)),
        ["undo"],
        ["check", "--repair"],
        ["check", "--repair", "--json"],
        ["trash", "--empty"],
        ["trash", "--empty", "--yes"],
        ["trash", "--empty", "--yes", "--json"],
        ["check"],
    ]
