"""What recognition takes: time of one core, cold and warm, and memory, for many different articles of 800 words."""

import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reader.recognition import analyse
from reader.recognition.training.annotated import articles
from tests.benchmarks.entity_scores import documents
from tests.benchmarks.measure import HOUSE, python

WORDS = 800
NEWS = "worldwide"
_MOST = 300
_FEW, _TIMES = 50, 3
_WARM_UP = 10
_STARTS = 9
Task = Callable[[str], object]

_COLD = """
import json, sys, time
with open(sys.argv[1], encoding="utf-8") as file:
    text = json.load(file)[0]
begun = time.process_time()
from reader.recognition import analyse
analyse(text)
print(time.process_time() - begun)
"""
_MEMORY = """
import json, sys
def peak():
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
with open(sys.argv[1], encoding="utf-8") as file:
    texts = json.load(file)
before = peak()
from reader.recognition import analyse
for text in texts[:int(sys.argv[2])]:
    analyse(text)
print((peak() - before) / 1000)
"""


def texts(corpora: Path | None) -> list[str]:
    """Different texts of 800 words each: of the largest set of news where it is there, else of our own news."""
    found: list[str] = []
    waiting: list[str] = []
    for text in _material(corpora):
        waiting.append(text)
        if sum(len(part.split()) for part in waiting) >= WORDS:
            found.append(_cut("\n\n".join(waiting)))
            waiting = []
        if len(found) == _MOST:
            break
    return found


def _material(corpora: Path | None) -> Iterator[str]:
    if corpora:
        yield from (document.text for document in documents(corpora, NEWS))
    else:
        yield from (article.text for article in articles())


def _cut(text: str) -> str:
    """The first 800 words, with the white space between them."""
    place = 0
    for word in text.split()[:WORDS]:
        place = text.index(word, place) + len(word)
    return text[:place]


def warm(many: Sequence[str], task: Task = analyse) -> float:
    """The median over the texts of the seconds of one core, each text the quickest time of three."""
    return statistics.median(min(_taken(task, text) for _ in range(_TIMES)) for text in many[:_FEW])


def bulk(many: Sequence[str]) -> float:
    """How many texts are analysed in a second of one core, each of them once; the first ones fill the caches."""
    for text in many[:_WARM_UP]:
        analyse(text)
    return len(many[_WARM_UP:]) / sum(_taken(analyse, text) for text in many[_WARM_UP:])


def _taken(task: Task, text: str) -> float:
    begun = time.process_time()
    task(text)
    return time.process_time() - begun


def cold(many: Sequence[str]) -> float:
    """The median of the seconds of one core from before the import to the first analysis, in new processes."""
    return statistics.median(_in_children(_COLD, [many[:1]] * _STARTS))


def growth(many: Sequence[str], count: int) -> float:
    """By how many megabytes the peak of a new process grows with the import and the analysis of `count` texts."""
    return statistics.median(_in_children(_MEMORY, [many[:count]], str(count)))


def _in_children(script: str, runs: Sequence[Sequence[str]], *words: str) -> Iterator[float]:
    """What the script prints in a new process for each run; one run before them leaves the bytecode behind."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.json"
        for number, many in enumerate((runs[0], *runs)):
            file.write_text(json.dumps([*many]), encoding="utf-8")
            line = python("-c", script, str(file), *words)
            told = subprocess.run(
                line, cwd=HOUSE, env=environment, check=True, stdout=subprocess.PIPE, text=True
            ).stdout
            if number:
                yield float(told)
