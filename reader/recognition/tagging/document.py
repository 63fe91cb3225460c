"""What the whole document tells of a capitalised word: what stood beside it wherever it was named."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from reader.recognition.lexicon import words as listed
from reader.recognition.words import Line

Evidence = Mapping[str, tuple[str, ...]]
"""For a word the features of the document, sorted."""


def evidence(lines: Iterable[Line]) -> Evidence:
    """The evidence for every capitalised word of lines that are not set in title case."""
    told: dict[str, set[str]] = defaultdict(set)
    lower: set[str] = set()
    for line in lines:
        if not line.titled:
            _gather(line, told, lower)
    for word, found in told.items():
        if word.lower() in lower:
            found.add("Dlow")
    return {word: tuple(sorted(found)) for word, found in told.items()}


def _gather(line: Line, told: dict[str, set[str]], lower: set[str]) -> None:
    texts = [word.text for word in line.words]
    first_names, titles, said = listed("first_names"), listed("titles"), listed("said")
    heads, before_org = listed("org_heads"), listed("org_before")
    for i, word in enumerate(line.words):
        if not word.cap:
            lower.add(word.text)
            continue
        before = texts[i - 1] if i else ""
        after = texts[i + 1] if i + 1 < len(texts) else ""
        later = texts[i + 2] if i + 2 < len(texts) else ""
        here = told[word.text]
        if not word.first:
            here.add("Dmid")
        if before in titles:
            here.add("Dtitle")
        if before in first_names:
            here.add("Dsur")
        if before in before_org:
            here.add("Dorg")
        if after in said or (after[:1].isupper() and later in said):
            here.add("Dsaid")
        if after in heads and after[:1].isupper():
            here.add("Dhead")
        if before in {"in", "near"} and not after[:1].isupper():
            here.add("Din")
        if after[:1].isupper() and word.text in first_names:
            here.add("Dfirst")
        if after == "(":
            here.add("Dopen")
        if before in {"the", "The"}:
            here.add("Dthe")
        if after in {"'s", "’s"}:
            here.add("Dposs")
