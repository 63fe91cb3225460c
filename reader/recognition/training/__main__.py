"""Makes the model of the tagger: `python -m reader.recognition.training --corpora FOLDER [--model FILE]`.

FOLDER holds the files of corpora.SOURCES. It takes about two minutes on one core, and the same texts make the same
model, byte for byte, with the same python-crfsuite. What it was made of is written beside it.
"""

import argparse
import sys
from pathlib import Path

from reader.recognition.tagging.tagger import MODEL
from reader.recognition.training.corpora import texts
from reader.recognition.training.fitting import fit
from reader.recognition.training.record import write_record


def main() -> int:
    """Train, and say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m reader.recognition.training", description="Make the model anew.")
    parser.add_argument("--corpora", type=Path, required=True, help="the folder of the openly licensed corpora")
    parser.add_argument("--model", type=Path, default=MODEL, help="where to write the model")
    asked = parser.parse_args()
    size = fit(texts(asked.corpora), asked.model)
    write_record(asked.model, asked.corpora)
    print(f"{asked.model}: {asked.model.stat().st_size:,} bytes, learned from {size:,} words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
