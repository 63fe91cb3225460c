"""How long it takes until a note is on the disk, against the least that a safe write can take."""

import os
import tempfile
from pathlib import Path

from reader.files import write_atomically
from reader.library.library import Library
from reader.settings import folders
from tests.benchmarks.measure import medians, print_table
from tests.benchmarks.texts import article

ARTICLES = 50


def run() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as home:
        library = Library(folders(environment={"READER_HOME": home}))
        texts = [article(400, seed) for seed in range(1, ARTICLES + 1)]
        ids = [library.add(library.preview(text), text).id for text in texts]
        fresh = folders(environment={"READER_HOME": home})
        taken = medians(
            {
                "append and fsync, 600 bytes": lambda: _append(Path(home) / "plain"),
                "atomic write, 600 bytes": lambda: write_atomically(Path(home) / "whole", b"x" * 600),
                "save a note": lambda: library.annotate(ids[0], "A note of some words."),
                f"list {ARTICLES} articles, warm": library.rows,
                f"list {ARTICLES} articles, a new library": lambda: Library(fresh).rows(),
            }
        )
    print_table("storage", taken, "append and fsync, 600 bytes")


def _append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"x" * 600)
        file.flush()
        os.fsync(file.fileno())
