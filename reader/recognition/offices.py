"""Ministries and departments that a paper writes in lower case: "the foreign, commonwealth and development office"."""

import re
from collections.abc import Iterator
from functools import cache

from reader.domain.analysis import EntityKind
from reader.domain.span import Span
from reader.recognition.found import Found
from reader.text.wordlist import listed

_PORTFOLIOS = "|".join(
    listed(
        "foreign home interior defen[cs]e finance health education justice energy environment economy economics trade "
        "commerce industry agriculture transport transportation labou?r employment culture tourism treasury state "
        "commonwealth development welfare planning housing communications information science technology innovation "
        "homeland.security security veterans.affairs foreign.affairs external.affairs home.affairs internal.affairs "
        "public.health business industrial.strategy food rural.affairs work pensions sports? media skills fisheries "
        "mines petroleum oil gas water railways? aviation civil.aviation immigration urban.development "
        "rural.development family women youth"
    )
)


@cache
def _pattern() -> re.Pattern[str]:
    """A ministry or department in lower case, after "the", a possessive or an adjective of nationality."""
    subject = rf"(?:{_PORTFOLIOS})"
    several = rf"{subject}(?:(?:, | and |, and | & ){subject})*"
    return re.compile(
        rf"(?<=[a-z’'S] )(?:(?P<named>{several}) (?P<head>ministry|department|office)"
        rf"|(?:ministry|department) (?:of|for) (?:the )?{several})\b(?! of\b)"
    )


def offices(text: str) -> Iterator[Found]:
    """The ministries and departments named in lower case, in order."""
    if "ministry" not in text and "department" not in text and " office" not in text:
        return
    for match in _pattern().finditer(text):
        if _is_the_one(text, match):
            yield Found(Span(*match.span()), match.group(), EntityKind.ORGANISATION)


def _is_the_one(text: str, match: re.Match[str]) -> bool:
    """Whether one known office is meant, and not an office or a department somewhere."""
    before = text[max(0, match.start() - 25) : match.start()].split()
    if not before or not (before[-1] in {"the", "The"} or before[-1].endswith(("’s", "'s")) or before[-1][0].isupper()):
        return False
    named = match["named"]
    if match["head"] == "office":
        return named in {"home", "foreign"} or len(re.findall(_PORTFOLIOS, named)) > 1
    return match["head"] != "department" or named not in {"business", "work", "food", "science", "technology", "sport"}
