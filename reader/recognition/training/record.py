"""What a model was made of, written beside it: checksums of the texts and of itself."""

import hashlib
import json
from pathlib import Path

from reader.recognition.training.annotated import NEWS
from reader.recognition.training.corpora import SOURCES

RECORD = "news.json"


def record(model: Path, corpora: Path) -> dict[str, object]:
    """The record of a model that was made of the files of `corpora` and of our own news."""
    files = {one.file: corpora / f"{one.file}.jsonl" for one in SOURCES}
    return {
        "model": {"file": model.name, "bytes": model.stat().st_size, "sha256": checksum(model)},
        "licence": "CC BY-SA 4.0",
        "news": news_checksum(),
        "corpora": {name: checksum(path) for name, path in files.items()},
        "sources": [
            {"file": one.file, "source": one.source, "licence": one.licence, "origin": one.origin} for one in SOURCES
        ],
    }


def write_record(model: Path, corpora: Path) -> None:
    """Write the record beside the model."""
    text = json.dumps(record(model, corpora), indent=1, ensure_ascii=False)
    model.with_name(RECORD).write_text(text + "\n", encoding="utf-8")


def checksum(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def news_checksum(news: Path = NEWS) -> str:
    """One SHA-256 of all articles of our own, in the order of their names."""
    together = hashlib.sha256()
    for path in sorted(news.glob("*.txt")):
        together.update(path.name.encode())
        together.update(path.read_bytes())
    return together.hexdigest()
