"""Runs the command line on the terminal it is started on, one command after the other, in one process.

`python -m tests.faults.speaking FILE` runs the lists of words in FILE (JSON). A mark stands in the stream before each
command, and one with its exit code behind it; an error that no verb expects ends it all with a traceback.
"""

import io
import json
import sys
from pathlib import Path

from reader.__main__ import main

BEFORE = "\x1b]7999;{} {}\x1b\\"
AFTER = "\x1b]7999;done {}\x1b\\"


def speak(commands: list[list[str]], given: str) -> None:
    """Run each command, with the same text on its standard input."""
    for number, words in enumerate(commands):
        sys.stdout.write(BEFORE.format(number, words[0] if words and words[0].isalpha() else "open"))
        sys.stdin = io.TextIOWrapper(io.BytesIO(given.encode("utf-8", "replace")), encoding="utf-8")
        code = main(words)
        sys.stdout.flush()
        sys.stdout.write(AFTER.format(code))
        sys.stdout.flush()


if __name__ == "__main__":
    asked = json.loads(Path(sys.argv[1]).read_text())
    speak(asked["commands"], asked["given"])
