"""Little corpora with the form of the real ones."""

import json
from collections.abc import Sequence
from pathlib import Path

from reader.recognition.training.corpora import SOURCES

LABELS = ("PERSON", "ORG", "PLACE", "MISC", "DATE")


def line(source: str, text: str, spans: Sequence[tuple[int, int, str]] = (), labels: Sequence[str] = LABELS) -> str:
    """One text of a corpus, as a line of its file."""
    return json.dumps({"text": text, "spans": list(spans), "source": source, "labels": list(labels), "doc": "d"})


def corpora(folder: Path, **files: Sequence[str]) -> Path:
    """A folder with every file of SOURCES, empty but for the lines of `files`."""
    folder.mkdir(exist_ok=True)
    for name in {one.file for one in SOURCES} | set(files):
        text = "".join(f"{one}\n" for one in files.get(name, ()))
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return folder
