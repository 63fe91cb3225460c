"""Looks for marks that cannot be meant: `python -m reader.recognition.training.lint [FILE ...]`."""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.recognition.training.annotated import KINDS, NEWS, Annotated, parse
from reader.text.wordlist import wordlist

HEAD = re.compile(r"# desk: [^;\n]+; style: [^;\n]+; region: [^;\n]+\n\n")
TITLES = re.compile(
    r"(?:President|Prime Minister|Minister|Dr|Mr|Mrs|Ms|Sir|Dame|Lord|Lady|King|Queen|Prince|Princess|Pope|Judge|"
    r"Justice|Captain|Colonel|General|Lieutenant|Sergeant|Senator|Governor|Mayor|Professor|Prof|"
    r"Sheikh|Ayatollah|Rev|Chief)\.? "
)


def complaints(name: str, written: str) -> Iterator[str]:
    """What is wrong with one article, a sentence each."""
    if not HEAD.match(written):
        yield f"{name}: the head line is not `# desk: …; style: …; region: …` and an empty line"
    article = parse(name, written)
    for at in re.finditer(r"[\[\]]", article.text):
        yield f"{name}: a bracket is left over near {article.text[max(0, at.start() - 30) : at.start() + 30]!r}"
    for mark in article.marks:
        marked = article.text[mark.start : mark.end]
        if mark.kind not in KINDS:
            yield f"{name}: {marked!r} is of no kind: {mark.kind!r}"
        if marked != marked.strip() or not marked:
            yield f"{name}: {marked!r} begins or ends with a space"
        if mark.kind == "person" and TITLES.match(marked):
            yield f"{name}: {marked!r} begins with a title"
        if re.search(r"[’']s$", marked) and marked.lower() not in OWN_S:
            yield f"{name}: {marked!r} ends with the possessive"
        if marked.startswith(("the ", "a ", "an ")):
            yield f"{name}: {marked!r} begins with an article"
        if _cut(article, mark.start, mark.end):
            yield f"{name}: {marked!r} begins or ends inside a word"
    yield from _unmarked(article)


OWN_S = {
    name + sign + "s"
    for sign in "'’"
    for name in wordlist(
        "mcdonald sotheby christie macy lloyd moody levi kellogg wendy lowe sainsbury domino kohl dick king queen "
        "denny hershey reese addenbrooke gildersleeve"
    )
}
"""Names that end with ’s of their own."""


def _cut(article: Annotated, start: int, end: int) -> bool:
    text = article.text
    return any(0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in (start, end))


def _unmarked(article: Annotated) -> Iterator[str]:
    """A name of two words or more that is marked in one place and unmarked in another of the same article."""
    kinds = {article.text[mark.start : mark.end] for mark in article.marks}
    inside = {at for mark in article.marks for at in range(mark.start, mark.end)}
    for name in sorted(one for one in kinds if " " in one or len(one) > 4):
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
    found = [one for path in paths for one in complaints(path.stem, path.read_text(encoding="utf-8"))]
    print("\n".join([*found, tables(paths)]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
