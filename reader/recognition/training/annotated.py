"""Articles with the names marked in place, `[John Kirby|person]`, as GUIDELINE.md says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KINDS = ("person", "organisation", "place", "group", "product", "event")
NEWS = Path(__file__).parent / "news"
"""The articles written for this project; they are in the repository, not in the package that is installed."""

_MARK = re.compile(r"\[([^\[\]|\n]*)\|([^\[\]|\n]*)\]")


@dataclass(frozen=True)
class Marked:
    """A name in a text: `start` and `end` are code points, and the kind is one of `KINDS`."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Annotated:
    """An article without its marks, and the names in it, in order."""

    name: str
    text: str
    marks: tuple[Marked, ...]


def parse(name: str, written: str) -> Annotated:
    """The article that was written with marks; its head line is left out."""
    body = written.partition("\n\n")[2] if written.startswith("#") else written
    pieces, marks, length, last = [], [], 0, 0
    for match in _MARK.finditer(body):
        before = body[last : match.start()]
        start = length + len(before)
        pieces += [before, match[1]]
        length, last = start + len(match[1]), match.end()
        marks.append(Marked(start, length, match[2]))
    return Annotated(name, "".join([*pieces, body[last:]]), tuple(marks))


def articles(folder: Path = NEWS) -> Iterator[Annotated]:
    """Every article of the folder, by name."""
    for path in sorted(folder.glob("*.txt")):
        yield parse(path.stem, path.read_text(encoding="utf-8"))
