"""How much of our own lists is read without a fault: sentences with figures, traps, passages with quotations."""

from collections import Counter
from collections.abc import Iterable

from reader.recognition.figures import find_figures
from tests.recognition import test_figure_phrases as phrases
from tests.recognition import test_quotes as quotes


def scores() -> dict[str, tuple[float, int]]:
    """The percentage that is right, and of how many, by what is asked."""
    figures = phrases._sentences()
    said = [(passage, quotes.said_in(passage.text)) for passage in quotes.EVERY]
    direct = [_right("direct", passage.expected, found) for passage, found in said]
    claims = [_right("claim", passage.expected, found) for passage, found in said]
    return {
        "figure phrases, exact": _share(_is_exact(one) for one in figures if one.figures),
        "figure traps, left alone": _share(_is_exact(one) for one in figures if not one.figures),
        "quotes, right words and speaker": _share(hit for hits in direct for hit in hits),
        "claims, right words and speaker": _share(hit for hits in claims for hit in hits),
        "quote traps, left alone": _share(not found for passage, found in said if not passage.expected),
    }


def _is_exact(sentence: phrases.Sentence) -> bool:
    found = [phrases._found(figure, sentence.text) for figure in find_figures(sentence.text)]
    return found == sentence.figures


def _right(kind: str, expected: Iterable[str], found: Iterable[str]) -> list[bool]:
    """For every quotation that should be found whether it was, by its words and by who said it."""
    seen = Counter(map(_words_and_speaker, found))
    hits = []
    for line in map(_words_and_speaker, expected):
        if line[0] == kind:
            hits.append(seen[line] > 0)
            seen[line] -= 1
    return hits


def _words_and_speaker(line: str) -> tuple[str, str, str]:
    kind, words, *_, who = line.split(" | ")
    return kind, words, who


def _share(hits: Iterable[bool]) -> tuple[float, int]:
    every = [*hits]
    return 100 * sum(every) / len(every), len(every)
