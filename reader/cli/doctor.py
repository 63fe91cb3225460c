"""The verb that looks whether everything is well: doctor."""

import os
import sys
from argparse import ArgumentParser, Namespace
from importlib import util
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from reader import __version__
from reader.cli.library import library_of
from reader.cli.out import Json, say, say_json
from reader.cli.verb import Verb
from reader.domain.errors import ReaderError
from reader.library.library import Library
from reader.storage.head_fields import FORMAT as ARTICLE_FORMAT
from reader.storage.notes_file import FORMAT as NOTES_FORMAT

SOMETHING_WRONG = 1
OTHERS = 0o077
PARTS = ("textual", "rich", "tinydb", "platformdirs", "markdown-it-py", "PyYAML", "filelock")
EXTRAS = {"pdf": "pypdfium2", "images": "textual_image", "serve": "textual_serve", "spacy": "spacy", "gliner": "gliner"}
"""What can be added, and the module by which it is known."""

Report = dict[str, dict[str, Json]]


def doctor(given: Namespace) -> int:
    """Print what was looked at; the exit code tells whether anything is wrong."""
    library = library_of(given)
    problems: list[str] = []
    report: Report = {
        "versions": _versions(),
        "folders": _folders(library, problems),
        "library": _contents(library, problems),
        "terminal": _terminal(),
        "extras": {name: util.find_spec(module) is not None for name, module in EXTRAS.items()},
    }
    if given.json:
        say_json({**report, "problems": problems, "ok": not problems})
    else:
        _print(report, problems)
    return SOMETHING_WRONG if problems else 0


def colour_depth(environment: dict[str, str]) -> str:
    """How many colours the terminal says it has; NO_COLOR goes before all (https://no-color.org)."""
    term = environment.get("TERM", "")
    if environment.get("NO_COLOR") or term in {"", "dumb"}:
        return "none"
    if environment.get("COLORTERM") in {"truecolor", "24bit"}:
        return "16 million"
    return "256" if "256" in term else "16"


def _versions() -> dict[str, Json]:
    return {"reader": __version__, "python": sys.version.split()[0]} | {name: _version(name) for name in PARTS}


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _folders(library: Library, problems: list[str]) -> dict[str, Json]:
    """Each folder, and whether it can be written to."""
    told: dict[str, Json] = {}
    folders = library.folders
    for name in ("library", "config", "state", "cache"):
        folder: Path = getattr(folders, name)
        told[name] = f"{folder} ({_state(folder)})"
        if not _is_writable(folder):
            problems.append(f"The {name} folder {folder} cannot be written to.")
        if _is_open_to_others(folder):
            problems.append(f"Others on this machine may look into the {name} folder {folder}; chmod go= shuts it.")
    return told


def _state(folder: Path) -> str:
    if not folder.exists():
        return "made when needed" if _is_writable(folder) else "cannot be made"
    return "writable" if _is_writable(folder) else "not writable"


def _is_open_to_others(folder: Path) -> bool:
    """Whether anybody else has a right to the folder; Windows has no such rights."""
    return os.name != "nt" and folder.exists() and bool(folder.stat().st_mode & OTHERS)


def _is_writable(folder: Path) -> bool:
    """Whether `folder`, or the nearest folder above it that is there, takes files."""
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def _contents(library: Library, problems: list[str]) -> dict[str, Json]:
    """How much there is, and in which formats; what is damaged is a problem each."""
    try:
        told: dict[str, Json] = {
            "articles": len(library.rows()),
            "notes": len(library.notes()),
            "tags": len(library.tags()),
        }
        problems.extend(library.shelf.damage())
        problems.extend(library.safekeeping.notices())
    except ReaderError as error:
        problems.append(error.sentence)
        told = {"articles": None, "notes": None, "tags": None}
    return {**told, "format of articles": ARTICLE_FORMAT, "format of notes": NOTES_FORMAT}


def _terminal() -> dict[str, Json]:
    return {
        "kind": os.environ.get("TERM"),
        "colours": colour_depth(dict(os.environ)),
        "encoding": sys.stdout.encoding,
        "is a terminal": sys.stdout.isatty(),
    }


def _print(report: Report, problems: list[str]) -> None:
    for group, entries in report.items():
        say(f"{group}:")
        for name, value in entries.items():
            say(f"  {name:<20}{_word(value)}")
    for problem in problems:
        say(f"problem: {problem}")
    say("Something is wrong." if problems else "All is well.")
    say("`reader check` looks into every file, which takes longer.")


def _word(value: Json) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "not known" if value is None else str(value)


def _no_options(_: ArgumentParser) -> None:
    """This verb has none of its own."""


VERBS = {
    "doctor": Verb("Look whether everything is well.", ("reader doctor", "reader doctor --json"), _no_options, doctor)
}
