"""How soon a command has done its work, against `python -c pass`."""

import os
import tempfile
from pathlib import Path

from reader.library.library import Library
from reader.settings import folders
from tests.benchmarks.measure import command, medians, print_table, python
from tests.benchmarks.texts import article

ARTICLES = 20
INSTALLED = "import sys; from reader.__main__ import main; sys.exit(main())"
"""What the command `reader` does, wherever it was installed."""

PROMISED = {"--version": 2.2, "--help": 2.2, "list": 5, "show": 5, "notes": 5, "show --plain": 5, "show --json": 5}


def run() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as home:
        first = _fill(Path(home))
        reader = python("-c", INSTALLED)
        lines = {
            "python -c pass": python("-c", "pass"),
            "--version": [*reader, "--version"],
            "--help": [*reader, "--help"],
            "list": [*reader, "list"],
            "list --json": [*reader, "list", "--json"],
            "notes": [*reader, "notes"],
            "show --plain": [*reader, "show", first, "--plain"],
            "show --json": [*reader, "show", first, "--json"],
            "show": [*reader, "show", first],
            "figures": [*reader, "figures", first],
        }
        environment = {**os.environ, "READER_HOME": home, "PYTHONDONTWRITEBYTECODE": ""}
        taken = medians({name: command(words, environment) for name, words in lines.items()})
    print_table(f"start-up, a library of {ARTICLES} articles", taken, "python -c pass", PROMISED)


def _fill(home: Path) -> str:
    """Make a library, and return the id of an article of it."""
    library = Library(folders(environment={"READER_HOME": str(home)}))
    added = [
        library.add(library.preview(text), text) for text in (article(600, seed) for seed in range(1, ARTICLES + 1))
    ]
    library.annotate(added[0].id, "A note.")
    return added[0].id
