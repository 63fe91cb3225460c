"""How well the shipped recogniser marks sentences that it never saw, by the marks a person made beforehand."""

from pathlib import Path

from reader.recognition import analyse
from reader.recognition.training.annotated import KINDS, Annotated, Marked, parse

SENTENCES = Path(__file__).with_name("sentences.txt")
FLOOR = 0.87
"""Three points under what was reached when the sentences were written."""


def sentences() -> list[Annotated]:
    head, *paragraphs = SENTENCES.read_text(encoding="utf-8").strip().split("\n\n")
    assert head.startswith("# ")
    return [parse("sentences", paragraph) for paragraph in paragraphs]


def found_in(text: str) -> set[Marked]:
    return {Marked(at.start, at.end, one.kind.value) for one in analyse(text).entities for at in one.mentions}


def test_there_are_enough_names_of_every_kind() -> None:
    kinds = [mark.kind for one in sentences() for mark in one.marks]
    assert len(kinds) >= 60
    assert set(kinds) == set(KINDS)


def test_most_names_are_found_whole_and_with_their_kind() -> None:
    meant = [set(one.marks) for one in sentences()]
    found = [found_in(one.text) for one in sentences()]
    hits = sum(len(one & other) for one, other in zip(meant, found, strict=True))
    score = 2 * hits / (sum(map(len, meant)) + sum(map(len, found)))
    wrong = [
        (one.text[mark.start : mark.end], mark.kind)
        for one, want, got in zip(sentences(), meant, found, strict=True)
        for mark in sorted(want ^ got, key=lambda mark: mark.start)
    ]
    assert score >= FLOOR, f"F1 {score:.3f}; missed or mistaken: {wrong}"
