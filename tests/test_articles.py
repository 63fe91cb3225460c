"""Every article of tests/articles, taken in and recognised, against what it must come out as (see README.md there)."""

import codecs
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from reader import ingest, recognition
from reader.domain.analysis import Analysis, Entity, Figure
from reader.domain.article import SEPARATOR, Article, BlockKind
from reader.domain.intake import Intake
from reader.domain.span import Span

FOLDER = Path(__file__).parent / "articles"
SAMPLE = Path(__file__).parents[1] / "reader" / "library" / "sample.txt"
INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")

Expected: TypeAlias = Mapping[str, Any]  # JSON, as foreign as data gets
Complaints: TypeAlias = Iterator[str]


@dataclass(frozen=True)
class Case:
    """One article of the folder: its bytes, and what is expected of it."""

    name: str
    raw: bytes
    expected: Expected

    @property
    def day(self) -> date:
        """The day on which it was added."""
        return date.fromisoformat(self.expected["day"])


def cases() -> list[Case]:
    found = []
    for path in sorted(FOLDER.glob("*.json")):
        text = SAMPLE if path.stem == "sample" else path.with_suffix(".txt")
        found.append(Case(path.stem, text.read_bytes(), json.loads(path.read_text(encoding="utf-8"))))
    return found


CASES = cases()
every_article = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@cache
def intake_of(name: str) -> Intake:
    case = next(case for case in CASES if case.name == name)
    return ingest.read_bytes(case.raw, day=case.day)


@cache
def analysis_of(name: str, day: date) -> Analysis:
    article = intake_of(name).article
    return recognition.analyse(article.text, article.blocks, article.published or day, article.language)


# --- what is compared how


def plain(text: str) -> str:
    """Text with all white space made single spaces."""
    return " ".join(text.split())


def bare(name: str) -> str:
    """A name without its article and case."""
    return plain(name).casefold().removeprefix("the ")


def occurrences(text: str, wanted: str) -> list[Span]:
    return [Span(hit.start(), hit.end()) for hit in re.finditer(re.escape(wanted), text)]


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def texts_of(article: Article, kind: BlockKind) -> list[str]:
    return [article.text_of(block) for block in article.blocks if block.kind is kind]


def field(article: Article, name: str) -> Any:
    """A field of the article as JSON would have it."""
    value = getattr(article, name)
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


# --- ingest


def plain_fields(intake: Intake, expected: Expected) -> Complaints:
    names = (
        "kicker headline title standfirst authors contributors dateline published published_text source url language"
    )
    for name in [*names.split(), "text", "paragraphs"]:
        if name in expected and (found := field(intake.article, name)) != expected[name]:
            yield from difference(name, found, expected[name])


def difference(name: str, found: Any, wanted: Any) -> Complaints:
    """A list is compared item by item, so that one wrong paragraph does not print them all."""
    if not isinstance(found, list):
        yield f"{name}: {found!r}, not {wanted!r}"
        return
    yield from (f"{name}: has {item!r}" for item in found if item not in wanted)
    yield from (f"{name}: lacks {item!r}" for item in wanted if item not in found)
    if sorted(map(repr, found)) == sorted(map(repr, wanted)):
        yield f"{name}: in another order: {found!r}"


def contained_fields(intake: Intake, expected: Expected) -> Complaints:
    for name in ("dateline", "published_text", "source", "copyright"):
        for part in listed(expected.get(f"{name}_contains", [])):
            if part not in getattr(intake.article, name):
                yield f"{name}: {getattr(intake.article, name)!r} does not contain {part!r}"
    for name in expected.get("contributors_include", []):
        if name not in intake.article.contributors:
            yield f"contributors: {intake.article.contributors!r} lack {name!r}"


def captions(intake: Intake, expected: Expected) -> Complaints:
    found = [{"text": caption.text, "credit": caption.credit} for caption in intake.article.captions]
    if "captions" in expected and found != expected["captions"]:
        yield f"captions: {found!r}, not {expected['captions']!r}"


def some_paragraphs(intake: Intake, expected: Expected) -> Complaints:
    """Those that must be there, in this order; others may stand between them."""
    found = iter(intake.article.paragraphs)
    for wanted in expected.get("paragraphs_include", []):
        if wanted not in found:
            yield f"paragraphs: lack, or have out of order, {wanted!r}"
            found = iter(intake.article.paragraphs)


KINDS_BY_KEY = {
    "headings": BlockKind.HEADING,
    "quotes": BlockKind.QUOTE,
    "list_items": BlockKind.LIST_ITEM,
    "corrections": BlockKind.CORRECTION,
}


def kinds(intake: Intake, expected: Expected) -> Complaints:
    article = intake.article
    for key, kind in KINDS_BY_KEY.items():
        if key in expected and texts_of(article, kind) != expected[key]:
            yield from difference(key, texts_of(article, kind), expected[key])
    ordinals = [block.ordinal for block in article.blocks if block.kind is BlockKind.LIST_ITEM]
    if expected.get("ordinals", ordinals) != ordinals:
        yield f"ordinals: {ordinals}, not {expected['ordinals']}"
    counts = Counter(block.kind.value for block in article.blocks)
    for name, wanted in expected.get("blocks", {}).items():
        if counts[name] != wanted:
            yield f"blocks: {counts[name]} of kind {name!r}, not {wanted}"


def links(intake: Intake, expected: Expected) -> Complaints:
    found = [{"text": link.span.of(intake.article.text), "url": link.url} for link in intake.article.links]
    yield from (
        f"links: {wanted!r} is not among {found!r}" for wanted in expected.get("links", []) if wanted not in found
    )


def encoding(intake: Intake, expected: Expected) -> Complaints:
    if "encoding" in expected and codecs.lookup(intake.encoding).name != expected["encoding"]:
        yield f"encoding: {intake.encoding!r}, not {expected['encoding']!r}"


def set_aside(intake: Intake, expected: Expected) -> Complaints:
    lines = [plain(line.text) for line in intake.set_aside]
    for wanted in expected.get("set_aside", []):
        if not any(plain(wanted) in line for line in lines):
            yield f"set aside: {wanted!r} is not among {lines!r}"
    if len(lines) != expected.get("set_aside_count", len(lines)):
        yield f"set aside: {lines!r}, where {expected['set_aside_count']} were expected"


def words_in_text(intake: Intake, expected: Expected) -> Complaints:
    text = intake.article.text
    yield from (f"text: lacks {part!r}" for part in expected.get("in_text", []) if part not in text)
    yield from (f"text: has {part!r}" for part in expected.get("not_in_text", []) if part in text)


def repairs(intake: Intake, expected: Expected) -> Complaints:
    for wanted in expected.get("repairs_include", []):
        before, after = wanted.get("before", ""), wanted.get("after", "")
        if not any(before in repair.before and after in repair.after for repair in intake.repairs):
            yield f"repairs: none turns {before!r} into {after!r}"


# --- recognition


def entities(article: Article, analysis: Analysis, expected: Expected) -> Complaints:
    for wanted in expected.get("entities", []):
        names = {bare(name) for name in listed(wanted["name"])}
        found = next((entity for entity in analysis.entities if bare(entity.name) in names), None)
        if found is None:
            yield f"entity {wanted['name']!r} ({wanted['kind']}): not found{instead(article, analysis, wanted)}"
        else:
            yield from entity(article, analysis, found, wanted)
    named = {mention.of(article.text) for found in analysis.entities for mention in found.mentions}
    yield from (f"{name!r}: is no entity" for name in expected.get("not_entities", []) if name in named)
    if expected.get("figures_only") and (named or not analysis.figures_only):
        yield f"figures only: {sorted(named)} in a language that is not known"


def instead(article: Article, analysis: Analysis, wanted: Expected) -> str:
    """What stands where an entity was expected."""
    hits = occurrences(article.text, str(listed(wanted["name"])[0]))
    over = [one for one in analysis.entities if any(span.overlaps(hit) for span in one.mentions for hit in hits)]
    return "; there stands " + ", ".join(f"{one.name!r} ({one.kind})" for one in over) if over else ""


def entity(article: Article, analysis: Analysis, found: Entity, wanted: Expected) -> Complaints:
    name = found.name
    if found.kind.value != wanted["kind"]:
        yield f"entity {name!r}: a {found.kind}, not a {wanted['kind']}"
    if len(found.mentions) < wanted["mentions"]:
        yield f"entity {name!r}: {len(found.mentions)} mentions, not {wanted['mentions']}"
    mentions = {bare(mention.of(article.text)) for mention in found.mentions}
    missing = [also for also in wanted.get("also", []) if bare(also) not in mentions]
    yield from (f"entity {name!r}: {also!r} is not one of {mentions}" for also in missing)
    if analysis.entities.index(found) >= wanted.get("top", len(analysis.entities)):
        yield f"entity {name!r}: not among the {wanted['top']} most salient"


def figures(article: Article, analysis: Analysis, expected: Expected) -> Complaints:
    text = article.text
    for wanted in expected.get("figures", []):
        over = figures_over(article, analysis, wanted["text"])
        wrong = [list(figure(text, found, wanted)) for found in over if found.span.of(text) == wanted["text"]]
        if not wrong:
            yield f"figure {wanted['text']!r}: not found; there stands {[found.span.of(text) for found in over]}"
        elif all(wrong):
            least = min(wrong, key=len)
            yield f"figure {wanted['text']!r}: {', '.join(least)}"
    for trap in expected.get("not_figures", []):
        if trap not in text:
            yield f"the trap {trap!r} does not stand in the text"
        caught = [found.span.of(text) for found in figures_over(article, analysis, trap)]
        yield from (f"{found!r} in {trap!r} is no figure" for found in caught)


def figures_over(article: Article, analysis: Analysis, passage: str) -> list[Figure]:
    hits = occurrences(article.text, passage)
    return [found for found in analysis.figures if any(found.span.overlaps(hit) for hit in hits)]


def figure(text: str, found: Figure, wanted: Expected) -> Complaints:
    """What is wrong with one figure; one that stands elsewhere than near `near` is wrong altogether."""
    around = text[max(0, found.span.start - 40) : found.span.end + 40]
    if wanted.get("near", "") not in around:
        yield f"not near {wanted['near']!r}"
    for name in ("value", "low", "high"):
        number: Decimal | None = getattr(found, name)
        if name in wanted and number != (None if wanted[name] is None else Decimal(str(wanted[name]))):
            yield f"{name} {number}, not {wanted[name]}"
    for name in ("kind", "unit", "currency", "approximate", "qualifier"):
        if name in wanted and getattr(found, name) != wanted[name]:
            yield f"{name} {getattr(found, name)!r}, not {wanted[name]!r}"
    for name in ("of", "per"):
        if wanted.get(name, "") not in getattr(found, name):
            yield f"{name} {getattr(found, name)!r}, not {wanted[name]!r}"


def dates(article: Article, analysis: Analysis, expected: Expected) -> Complaints:
    for wanted in expected.get("dates", []):
        days = tuple(day and date.fromisoformat(day) for day in (wanted["from"], wanted["to"]))
        hits = occurrences(article.text, wanted["text"])
        over = [found for found in analysis.dates if any(found.span.overlaps(hit) for hit in hits)]
        if not any((found.first, found.last) == days for found in over):
            yield f"date {wanted['text']!r}: not {days}, but {[(str(found.first), str(found.last)) for found in over]}"


INGEST: list[Callable[[Intake, Expected], Complaints]] = [plain_fields, contained_fields, captions, some_paragraphs]
INGEST += [kinds, links, encoding, set_aside, words_in_text, repairs]
RECOGNITION: list[Callable[[Article, Analysis, Expected], Complaints]] = [entities, figures, dates]


def report(complaints: list[str]) -> str:
    return "\n  " + "\n  ".join(complaints)


@every_article
def test_an_article_comes_out_as_expected(case: Case) -> None:
    intake = intake_of(case.name)
    complaints = [line for check in INGEST for line in check(intake, case.expected)]
    assert not complaints, report(complaints)


@every_article
def test_an_article_is_recognised_as_expected(case: Case) -> None:
    article, analysis = intake_of(case.name).article, analysis_of(case.name, case.day)
    complaints = [line for check in RECOGNITION for line in check(article, analysis, case.expected)]
    assert not complaints, report(complaints)


# --- what holds for every article


def faults(intake: Intake) -> Complaints:
    """What would make an article no article, whatever its words."""
    article, text = intake.article, intake.article.text
    if text != SEPARATOR.join(map(article.text_of, article.blocks)):
        yield "the blocks do not cover the text"
    if text != unicodedata.normalize("NFC", text):
        yield "the text is not NFC"
    if stray := {mark for mark in text if unicodedata.category(mark) == "Cc" and mark != "\n"}:
        yield f"control characters: {stray!r}"
    if any(line != line.rstrip() for line in text.split("\n")):
        yield "space at a line end"
    for repair in intake.repairs:
        if not text.startswith(repair.after, repair.start):
            yield f"{repair!r} does not stand where it says"
    yield from (f"{link!r} leads out of the text" for link in article.links if link.span.end > len(text))


@every_article
def test_an_article_is_well_formed(case: Case) -> None:
    complaints = list(faults(intake_of(case.name)))
    assert not complaints, report(complaints)


def decoded(raw: bytes) -> str:
    if raw.startswith(codecs.BOM_UTF16_LE):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", INVISIBLE.sub("", unicodedata.normalize("NFC", text))))


@every_article
def test_no_word_is_lost(case: Case) -> None:
    intake = intake_of(case.name)
    kept = words(intake.article.text)
    kept.update(words("\n".join(line.text for line in intake.set_aside)))
    kept.update(words("\n".join(repair.before for repair in intake.repairs)))
    kept.update(words("\n".join(link.url for link in intake.article.links)))
    kept.update(str(block.ordinal) for block in intake.article.blocks if block.ordinal is not None)
    kept.update(case.expected.get("may_lose", []))
    lost = {word for word, times in words(decoded(case.raw)).items() if times > kept[word]}
    assert not lost, sorted(lost)


@every_article
def test_every_line_set_aside_can_be_restored(case: Case) -> None:
    intake = intake_of(case.name)
    for number, line in enumerate(intake.set_aside):
        restored = ingest.restore_line(intake, number)
        assert len(restored.set_aside) == len(intake.set_aside) - 1
        assert words(restored.article.text) == words(intake.article.text) + words(line.text), line
        assert list(faults(restored)) == [], line


@every_article
def test_every_repair_can_be_undone(case: Case) -> None:
    intake = intake_of(case.name)
    for number, repair in enumerate(intake.repairs):
        undone = ingest.undo_repair(intake, number)
        assert repair not in undone.repairs
        assert list(faults(undone)) == [], repair


def test_every_article_has_its_expectation_and_every_expectation_its_article() -> None:
    named = {path.stem for path in FOLDER.glob("*.json")} - {"sample"}
    assert {path.stem for path in FOLDER.glob("*.txt")} == named
    assert len(named) >= 20


@every_article
def test_nothing_is_expected_that_the_readme_does_not_explain(case: Case) -> None:
    explained = set(re.findall(r"`(\w+)`", (FOLDER / "README.md").read_text(encoding="utf-8")))
    keys = set(case.expected).union(
        *map(set, case.expected.get("entities", [])), *map(set, case.expected.get("figures", []))
    )
    assert keys <= explained, keys - explained
