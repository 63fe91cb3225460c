"""What holds for every input, whatever it is: nothing is lost, and the article keeps its promises."""

import re
import unicodedata
from collections import Counter
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.domain.article import SEPARATOR, BlockKind
from reader.domain.errors import InputRefused
from reader.domain.intake import Intake
from reader.ingest import read_bytes, read_text, restore_line, undo_repair, with_fields
from reader.ingest.characters import TRIMMED

DAY = date(2022, 12, 10)
PIECES = (
    "Storm over Norway",
    "By Ada Finch and Tom Reed",
    "ADA FINCH in Oslo YESTERDAY",
    "Oslo’s harbour will close on Friday after the last of its ferries was sold to a yard in Gdynia, the city said.",
    "OSLO, Dec 9 (Northwire) - The harbour closed on Friday, and nobody came to see the last ferry off the quay",
    "which was a pity, said the harbour-",
    "master, who had brought a flag.",
    "**Bold** and _slanted_ and ***both*** and [a link](https://oslo.example/a_b) and \\$5",
    "[![alt words](pic.png)](https://x.example) <https://y.example> www.z.example/q?a=1.",
    "[words][1] and [1]",
    '[1]: https://ref.example "Title"',
    "# Heading #",
    "Under",
    "=====",
    "- one",
    "* two",
    "1. first",
    "2. second",
    "> quoted text",
    "> > deeper",
    "```",
    "```python",
    "    indented = code",
    "| a | b |",
    "|---|---|",
    "| 1 | 2 |",
    "x\ty",
    "Share",
    "×",
    "Read more: something else",
    "Sign up for our newsletter",
    "Page 3 of 9",
    "14",
    "15",
    "The Daily Fjord   12",
    "A ferry at the quay. Photograph: Per Lind/Fjordfoto",
    "Image source, Fjordfoto",
    "Image caption, A ferry at the quay",
    "© 2022 The Daily Fjord. All rights reserved.",
    "Correction: it was the second ferry.",
    "Additional reporting by Eva Moe in Bergen",
    "https://fjord.example/ferry",
    "***",
    "\f",
    "\u00a0\u200b odd \u00adspaces\u2009here \ufeff",
    "e\u200b\u0301 \u0301",
    "&amp; &nbsp;&lt;b&gt;",
    "\x00\x1b[31mred\x1b[0m\x9b",
    "\u202eevil\u202c \U000e0041",
    "\ud800 half",
    "---",
    "title: A ferry",
    "author: [Ada Finch, 7]",
    "\\",
    "[",
    "](",
)


def refused_or_read(text: str) -> Intake | None:
    try:
        return read_text(text, day=DAY)
    except InputRefused:
        return None


def check(intake: Intake) -> None:
    """Everything that the docstring of Article promises, and that of Repair."""
    article = intake.article
    assert unicodedata.is_normalized("NFC", article.text)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", article.text)
    assert article.blocks
    assert article.text == SEPARATOR.join(article.text_of(block) for block in article.blocks)
    at = 0
    for block in article.blocks:
        words = article.text_of(block)
        assert block.span.start == at
        assert words.strip()
        at = block.span.end + len(SEPARATOR)
        several = block.kind in {BlockKind.CODE, BlockKind.TABLE}
        assert several or "\n" not in words
        assert all(line == line.rstrip(TRIMMED) for line in words.split("\n"))
        assert block.kind is BlockKind.CODE or words == words.lstrip(TRIMMED)
        assert (block.level >= 2) == (block.kind is BlockKind.HEADING)
        assert block.ordinal is None or block.kind is BlockKind.LIST_ITEM
    for link in article.links:
        assert link.span
        assert link.span.of(article.text)
        assert link.url
        assert not re.search(r"[\s\x00-\x1f\x7f]", link.url)
        assert any(block.span.contains(link.span) for block in article.blocks)
    for first, second in zip(article.links, article.links[1:], strict=False):
        assert first.span.end <= second.span.start
    reached = 0
    for repair in intake.repairs:
        assert article.text[repair.start : repair.start + len(repair.after)] == repair.after
        assert repair.before != repair.after
        assert repair.start >= reached
        reached = repair.start + len(repair.after)
        repair.before.encode()
    for line in intake.set_aside:
        assert line.text.strip()
        assert "\n" not in line.text
        assert line.reason
        assert 0 <= line.block <= len(article.blocks)


def letters(text: str) -> Counter[str]:
    """Every letter and digit, however often it is composed of others."""
    return Counter(sign for sign in unicodedata.normalize("NFD", text) if sign.isalnum())


def kept(intake: Intake) -> Counter[str]:
    everything = [intake.article.text, *(line.text for line in intake.set_aside), *(r.before for r in intake.repairs)]
    return letters("\n".join([*everything, *(link.url for link in intake.article.links)]))


documents = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=14).map("\n\n".join),
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["\n", "\n\n", " ", "\n\n\n", ""])), max_size=25).map(
        lambda parts: "".join(piece + end for piece, end in parts)
    ),
    st.lists(st.sampled_from("[]()*_\\`#>-|!&;<> \n\tab1."), max_size=120).map("".join),
)


@given(documents)
@example("\n".join(PIECES))
@example("\n\n".join(PIECES))
def test_every_article_keeps_its_promises(text: str) -> None:
    intake = refused_or_read(text)
    if intake is None:
        assert not letters(text)
        return
    check(intake)


@given(documents)
def test_no_letter_is_lost(text: str) -> None:
    intake = refused_or_read(text)
    if intake is not None:
        assert not letters(text) - kept(intake)


@given(documents)
def test_reading_the_text_again_loses_nothing(text: str) -> None:
    intake = refused_or_read(text)
    if intake is not None:
        again = read_text(intake.article.text, day=DAY)
        check(again)
        assert not letters(intake.article.text) - kept(again)


@given(documents)
def test_every_repair_can_be_undone(text: str) -> None:
    intake = refused_or_read(text)
    if intake is None:
        return
    for number, repair in enumerate(intake.repairs):
        undone = undo_repair(intake, number)
        check(undone)
        assert len(undone.repairs) >= len(intake.repairs) - 1
        assert not letters(intake.article.text) - letters(repair.after) - letters(undone.article.text)
        assert not letters(repair.before) - letters(undone.article.text)


@given(documents)
def test_all_repairs_can_be_undone_one_after_the_other(text: str) -> None:
    intake = refused_or_read(text)
    while intake and intake.repairs:
        before = len(intake.repairs)
        intake = undo_repair(intake, before // 2)
        check(intake)
        if len(intake.repairs) >= before:
            break


@given(documents)
def test_every_line_can_be_restored(text: str) -> None:
    intake = refused_or_read(text)
    if intake is None:
        return
    for number in range(len(intake.set_aside)):
        restored = restore_line(intake, number)
        check(restored)
        assert len(restored.set_aside) == len(intake.set_aside) - 1
        assert len(restored.article.blocks) == len(intake.article.blocks) + 1
        assert not kept(intake) - kept(restored)


@given(documents, st.text(max_size=40), st.sampled_from(["title", "kicker", "standfirst", "byline"]))
def test_every_line_of_the_head_can_be_put_right(text: str, words: str, field: str) -> None:
    intake = refused_or_read(text)
    if intake is None:
        return
    try:
        changed = with_fields(intake, **{field: words})
    except InputRefused:
        return
    check(changed)
    shown = unicodedata.normalize("NFC", "".join(sign for sign in words if sign.isalnum()))
    assert not letters(shown) - letters(changed.article.text)


@given(st.binary(max_size=200))
def test_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        intake = read_bytes(raw, day=DAY)
    except InputRefused:
        return
    check(intake)


@pytest.mark.parametrize(
    "sign",
    [
        "a",
        "*",
        "[",
        "\\",
        "_",
        "`",
        "(",
        "!",
        "<",
        "|",
        " x",
        "[a](",
        "**a",
        "1 ",
        "&",
        "©",
        "A.",
        "“",
        "\n-",
        "\n>",
        "\n",
    ],
)
def test_a_long_line_of_one_sign_is_read_in_the_end(sign: str) -> None:
    """It would not end within the life of the machine if any pattern went over the line for every letter of it."""
    intake = refused_or_read("Headline\n\n" + sign * (50_000 // len(sign)))
    assert intake is not None
    check(intake)
