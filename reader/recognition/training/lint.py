"""Looks for marks that cannot be meant: `python -m reader.recognition.training.lint [FILE ...]`.

What looks like a fault and is meant stands in meant.txt.
"""

import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path

from reader.recognition.training.annotated import KINDS, NEWS, Annotated, Marked, parse

HEAD = re.compile(r"# desk: [^;\n]+; style: [^;\n]+; region: [^;\n]+\n\n")
TITLES = re.compile(
    r"(?:President|Prime Minister|Minister|Dr|Mr|Mrs|Ms|Sir|Dame|Lord|Lady|King|Queen|Prince|Princess|Pope|Judge|"
    r"Justice|Captain|Colonel|General|Lieutenant|Sergeant|Senator|Governor|Mayor|Professor|Prof|"
    r"Sheikh|Ayatollah|Rev|Chief)\.? "
)
POSSESSIVE = re.compile(r"[’'][sS]$")
SAINT = re.compile(r"(?:St\.?|Saint) ", re.IGNORECASE)
"""Churches, schools and hospitals are a saint’s: `[St Mary’s|organisation]`."""
MEANT = Path(__file__).with_name("meant.txt")


@cache
def meant() -> frozenset[str]:
    """What looks like a fault and is none: names that own their title or their ’s, and `f033: Lassa` for a place."""
    return frozenset(_plain(line) for line in MEANT.read_text(encoding="utf-8").splitlines())


def complaints(name: str, written: str, excused: Collection[str] = frozenset()) -> Iterator[str]:
    """What is wrong with one article, a sentence each, but for what is `excused`, as `meant` gives it."""
    if not HEAD.match(written):
        yield f"{name}: the head line is not `# desk: …; style: …; region: …` and an empty line"
    article = parse(name, written)
    for at in re.finditer(r"[\[\]]", article.text):
        yield f"{name}: a bracket is left over near {article.text[max(0, at.start() - 30) : at.start() + 30]!r}"
    for mark in article.marks:
        yield from (f"{name}: {fault}" for fault in _faults(article, mark, excused))
    yield from _unmarked(article, excused)


def _faults(article: Annotated, mark: Marked, excused: Collection[str]) -> Iterator[str]:
    """What is wrong with one mark."""
    marked = article.text[mark.start : mark.end]
    is_excused = _plain(marked) in excused
    if mark.kind not in KINDS:
        yield f"{marked!r} is of no kind: {mark.kind!r}"
    if marked != marked.strip() or not marked:
        yield f"{marked!r} begins or ends with a space"
    if mark.kind == "person" and TITLES.match(marked) and not is_excused:
        yield f"{marked!r} begins with a title"
    if POSSESSIVE.search(marked) and not SAINT.match(marked) and not is_excused:
        yield f"{marked!r} ends with the possessive"
    if marked.startswith(("the ", "a ", "an ")):
        yield f"{marked!r} begins with an article"
    if _cut(article, mark.start, mark.end):
        yield f"{marked!r} begins or ends inside a word"


def _plain(name: str) -> str:
    return name.replace("’", "'").casefold()


def _cut(article: Annotated, start: int, end: int) -> bool:
    text = article.text
    return any(0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in (start, end))


def _unmarked(article: Annotated, excused: Collection[str]) -> Iterator[str]:
    """A name of two words, or of five letters, that is marked in one place and unmarked in another of its article."""
    names = Counter(article.text[mark.start : mark.end] for mark in article.marks)
    inside = {at for mark in article.marks for at in range(mark.start, mark.end)}
    for name in sorted(one for one in names if " " in one or len(one) > 4):
        if article.text.count(name) == names[name] or _plain(f"{article.name}: {name}") in excused:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", article.text):
            if match.start() not in inside:
                near = article.text[max(0, match.start() - 30) : match.end() + 20]
                yield f"{article.name}: {name!r} is marked elsewhere, not near {near!r}"


def tables(paths: Sequence[Path]) -> str:
    """How many articles, words and names there are, and names of more than one kind."""
    kinds: dict[str, Counter[str]] = {}
    words = 0
    for path in paths:
        article = parse(path.stem, path.read_text(encoding="utf-8"))
        words += len(article.text.split())
        for mark in article.marks:
            kinds.setdefault(article.text[mark.start : mark.end], Counter())[mark.kind] += 1
    total = sum(kinds.values(), Counter())
    mixed = [f"  {name}: {dict(counts)}" for name, counts in sorted(kinds.items()) if len(counts) > 1]
    return "\n".join([f"{len(paths)} articles, {words} words, {dict(total)}", "of several kinds:", *mixed])


def main(arguments: Sequence[str]) -> int:
    """Print every complaint; 1 when there is one."""
    paths = [Path(one) for one in arguments] or sorted(NEWS.glob("*.txt"))
    found = [one for path in paths for one in complaints(path.stem, path.read_text(encoding="utf-8"), meant())]
    print("\n".join([*found, tables(paths)]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
