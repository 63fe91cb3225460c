"""Who says what: the passages of quotes/sentences.txt, articles of several paragraphs, and what holds for any text."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.analysis import Analysis, Figure, FigureKind, Quote
from reader.domain.article import Block, BlockKind
from reader.domain.span import Span
from reader.recognition import analyse
from reader.recognition.quotes import find_quotes, told
from reader.recognition.quotes.marks import quoted
from reader.recognition.zones import paragraphs, zones

PASSAGES = Path(__file__).parent / "quotes" / "sentences.txt"
BREAK = " ¶ "
NOBODY = "-"


@dataclass(frozen=True)
class Passage:
    """One passage with what must be found in it, line for line."""

    words: str
    expected: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.words.replace(BREAK, "\n\n")


def passages() -> Iterator[Passage]:
    words, expected = "", list[str]()
    for line in (*PASSAGES.read_text(encoding="utf-8").splitlines(), "end"):
        if line.startswith("  "):
            expected.append(line.strip())
        elif line and not line.startswith("#"):
            if words:
                yield Passage(words, tuple(expected))
            words, expected = line, []


EVERY = [*passages()]


def shown(text: str, quote: Quote) -> str:
    """A quotation in one line, as the file has it."""
    spans = " / ".join(" ".join(span.of(text).split()) for span in quote.spans)
    speaker = quote.speaker.of(text) if quote.speaker else NOBODY
    verb = quote.verb.of(text) if quote.verb else NOBODY
    return " | ".join(("direct" if quote.direct else "claim", spans, speaker, verb, quote.who or NOBODY))


def said_in(text: str) -> list[str]:
    return [shown(text, quote) for quote in analyse(text).quotes]


def speakers_in(text: str) -> list[tuple[str, str]]:
    """The first word of every direct quotation with who said it."""
    found = [quote for quote in analyse(text).quotes if quote.direct]
    return [(quote.spans[0].of(text).split()[0], quote.who) for quote in found]


@pytest.mark.parametrize("passage", EVERY, ids=[passage.words for passage in EVERY])
def test_a_passage_has_its_quotations(passage: Passage) -> None:
    assert said_in(passage.text) == list(passage.expected)


def test_there_are_passages_and_traps_enough() -> None:
    assert len(EVERY) >= 180
    assert sum(not passage.expected for passage in EVERY) >= 30


# --- articles

ARTICLE = """Ferry plan sinks in council

By Mira Halloran

Harbour officials have dropped a plan for a night ferry, saying it would lose £2mn a year.

“We looked at every number,” said Anders Holt, the harbour master. “None of them floated.

“Bring boats.”

Ida Brandt, who led the campaign, was furious. “They promised,” she said. “They signed.”

Holt denied that the council had broken its word. He said 300 passengers a week were too few.

"""


def test_an_article_tells_who_said_what() -> None:
    assert said_in(ARTICLE) == [
        "claim | it would lose £2mn a year | Harbour officials | saying | harbour officials",
        "direct | We looked at every number, / None of them floated. / Bring boats. | Anders Holt | said | Anders Holt",
        "direct | They promised, / They signed. | she | said | Ida Brandt",
        "claim | the council had broken its word | Holt | denied | Anders Holt",
        "claim | 300 passengers a week were too few | He | said | Anders Holt",
    ]


def test_a_figure_tells_who_gave_it() -> None:
    figures = {figure.span.of(ARTICLE): figure.says for figure in analyse(ARTICLE).figures}
    assert figures == {"£2mn": "harbour officials", "300": "Anders Holt"}


def test_bylines_and_tables_say_nothing() -> None:
    text = "“Stay,” said John Hartwell."
    for kind, count in ((BlockKind.PARAGRAPH, 1), (BlockKind.HEADLINE, 1), (BlockKind.BYLINE, 0), (BlockKind.TABLE, 0)):
        found = analyse(text, (Block(kind, Span(0, len(text))),)).quotes
        assert len(found) == count, kind


def test_a_quotation_is_not_carried_past_a_paragraph_that_opens_none() -> None:
    text = "“We stay,” said John Hartwell. “We never leave.\n\nThe meeting ended.\n\n“Good night.”"
    quotes = analyse(text).quotes
    assert quotes[0].spans[0].of(text) == "We stay,"
    assert not any("meeting" in span.of(text) for quote in quotes for span in quote.spans)


def test_nobody_is_looked_for_in_another_language() -> None:
    assert analyse("„Wir bleiben“, sagte Anna Holm.", language="de").quotes == ()


def figure(start: int, end: int) -> Figure:
    return Figure(Span(start, end), FigureKind.COUNT, Decimal(1), Decimal(1), Decimal(1))


def test_the_innermost_words_tell_who_gave_a_figure() -> None:
    quotes = [Quote((Span(0, 50),), False, who="the ministry"), Quote((Span(10, 20), Span(30, 40)), True, who="Holt")]
    found = told([figure(2, 4), figure(12, 14), figure(24, 26), figure(31, 33), figure(60, 61)], quotes)
    assert [one.says for one in found] == ["the ministry", "Holt", "the ministry", "Holt", ""]


# --- what holds for any text

PIECES = st.sampled_from(
    [
        "“", "”", '"', "'", "‘", "’", "«", "»", "\n\n", "\n", " ", ", ", ". ", "? ", ": ", "; ", " — ", "-", "said ",
        "says ", "told ", "according to ", "that ", "John Hartwell ", "he ", "the ministry ", "who ", "called ",
        "Reuters ",
        "6", "’’", "``", "(", ")", "and ", "adding ", "We will go", "\r\n", "\ue000", "’s ", "denied ",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200))


def pieces_of(analysis: Analysis, *, direct: bool) -> list[Span]:
    return sorted(span for quote in analysis.quotes if quote.direct is direct for span in quote.spans)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_words_said_lie_in_the_text_and_apart(text: str) -> None:
    analysis = analyse(text)
    direct = pieces_of(analysis, direct=True)
    assert all(0 <= span.start < span.end <= len(text) for span in (*direct, *pieces_of(analysis, direct=False)))
    assert not any(a.overlaps(b) for a, b in pairwise(direct))
    told_by = [span for quote in analysis.quotes for span in (quote.speaker, quote.verb) if span]
    assert all(span.end <= len(text) and span.of(text).strip() for span in told_by)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_quotations_are_in_the_order_of_the_text(text: str) -> None:
    starts = [quote.spans[0].start for quote in analyse(text).quotes]
    assert starts == sorted(starts)


class Counting(str):
    """A text that counts how many characters are cut from it."""

    __slots__ = ("read",)

    read: list[int]

    def __getitem__(self, key: object) -> str:
        piece = str.__getitem__(self, key)  # type: ignore[index]  # whatever a string may be asked for
        self.read.append(len(piece))
        return piece


def characters_read(text: str) -> int:
    counting = Counting(text)
    counting.read = []
    quoted(counting, paragraphs(text))
    return sum(counting.read)


@pytest.mark.parametrize("unit", ['"', "“", "' ", "“a ", '"a" ', "’ ‘", '6" a ', "``a’’ ", "“a’’ b "])
def test_many_marks_are_read_in_linear_time(unit: str) -> None:
    few, many = characters_read(unit * 500), characters_read(unit * 5000)
    assert many <= 11 * few + 1000


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“a ” ",
        "said ",
        "“No,” he said, ",
        "and said that, ",
        "according to the ",
        "the ",
        "John Hartwell, ",
        "’ ",
        "Holm, who “a”, said ",
        "said he was (ill), ",
        "the a, b and c office said ",
    ],
)
def test_hostile_texts_are_read_to_their_end(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    assert isinstance(find_quotes(text, zones(text), ()), list)
