"""Numbers that tell how old somebody is, or which ages a group has; ages are not figures."""

import re
from decimal import Decimal
from functools import cache

from reader.recognition.figures.things import counted
from reader.text.wordlist import wordlist

_OLDEST = 119
_REACH = 44
"""The most code points before a number that are asked whether it is an age."""

_PEOPLE = (
    "people persons person men women man woman those anyone anybody everyone everybody someone nobody adults adult "
    "children child kids youngsters youths teenagers boys girls workers employees staff voters players citizens "
    "residents patients pensioners drivers males females viewers readers consumers customers users respondents "
    "participants applicants students mothers fathers parents singles athletes runners swimmers migrants smokers "
    "households learners savers buyers victims inmates prisoners refugees contestants listeners the"
)
_COMMON = wordlist(
    "total all dead wounded injured missing far date others more year month week day killed were are was is then "
    "example instance now also and or but so"
)
"""What before a comma makes the number behind it a count: in total, 12, most of them children."""


@cache
def _always() -> re.Pattern[str]:
    """What stands before an age whatever follows: aged 34, ages 5 to, aged between 18 and, died at."""
    return re.compile(
        r"""
        (?: \b[Aa](?:ged?|ges)\s(?:of\s)?(?:(?:only|just|about|around|between|from|over|under|at\sleast|up\sto)\s)?
            (?:[\w-]{1,12}(?:-|–|\s(?:to|and|or)\s))?
          | \b[Aa]ges?\sof\s(?:[\w-]+\s(?:and|to)\s)?
          | \b(?i:anyone|anybody|everyone|everybody|someone|somebody|nobody)\s(?:over|under|above|below)\s
          | \b(?:died|dies|dead|retired|retires?|married)\sat\s(?:just\s|only\s)?(?:the\sage\sof\s)?
          | \bwhen\s(?:\w+\s){1,2}(?:was|is|were)\s
        )\Z
        """,
        re.VERBOSE,
    )


@cache
def _alone() -> re.Pattern[str]:
    """What stands before an age that nothing counted follows: who is 19, Anna was 19, turned 80, women over 30."""
    people = "|".join(_PEOPLE.split())
    return re.compile(
        rf"""
        (?: \b(?:sons|daughters|children|boys|girls|brothers|sisters|kids|siblings|twins),\s
            (?:\d{{1,2}}(?:,\s|\sand\s|,\sand\s)){{0,3}}
          | \b(?:turn(?:s|ed|ing)?|pushing|barely)\s
          | \b(?:[Ww]ho|[Hh]e|[Ss]he|I|(?!There\b|It\b|This\b|That\b)[A-Z][\w’'-]+)(?:['’](?:s|m)|\s(?:is|was|am))\s
            (?:(?:just|only|still|now|about|barely|then|nearly|almost|over|under|already)\s)?
          | \b(?:[Hh]e|[Ss]he|I|who)\s(?:will|would)\s(?:have\sbeen|be)\s
          | \bages?\s(?:of\s(?:\w+\s){{1,5}})?(?:is|was|being)\s
          | \b(?:youngest|oldest|eldest),?\s(?:(?:is|was|being|just|only)\s){{0,2}}
          | \b(?:is|are|was|were|be)\s(?:well\s|just\s|still\s|now\s|all\s|aged\s)?(?:over|under)\s
          | (?:\b(?i:{people})|\b[A-Z]\w+(?:ans|ese|ons|ish|is)|\b\w+[a-z]aged)\s
            (?:(?:who|that)\s(?:are|were|is)\s)?
            (?:over|under|above|below|between|older\sthan|younger\sthan)\s(?:the\sages?\sof\s)?
            (?:[\w-]{{1,12}}\sand\s)?
        )\Z
        """,
        re.VERBOSE,
    )


_NAME_COMMA = re.compile(r"[A-Z][\w.’'-]*,\s(?:(?:now|just|only|then|still|also)\s)?\Z")
_WORD_COMMA = re.compile(r"\b(?P<word>[a-z]{2,}),\s(?:(?:now|just|only|then|still|also)\s)?\Z")
_COMMA_AFTER = re.compile(r"\s*(?:[,.;)]|$|\sand\s)")
_PART_AFTER = re.compile(r",\s(?:including|mostly|most|all|some|or|many|mainly|at|nearly|more|half|and|\d)\b")
_AT = re.compile(r"(?:\A|[\s\"“‘])(?:At|Now|Still)\s(?:just\s|only\s|barely\s)?\Z")
_THEN_PERSON = re.compile(r",\s(?:he|she|I|[A-Z])")
_GROUP_AFTER = re.compile(
    r"\s(?:or|and)\s(?:older|younger)\b|-?(?:\s?to\s?\d+-)?years?-olds?|\s(?:age\b|demographic\b|age-group)"
)


def is_age(text: str, start: int, end: int, value: Decimal) -> bool:
    """Whether a bare number is an age: Smith, 42, said; who is 19; died at 83; women over 30; the 18-24 age group.

    `value` is that of the number, or the lower end of a range.
    """
    if not 0 < value <= _OLDEST or value != value.to_integral_value():
        return False
    first = max(0, start - _REACH)
    if _always().search(text, first, start) or _GROUP_AFTER.match(text, end):
        return True
    if _is_between_commas(text, first, start, end):
        return True
    if _AT.search(text, first, start) and _THEN_PERSON.match(text, end):
        return True
    return _alone().search(text, first, start) is not None and text[end : end + 1] != "-" and not counted(text, end)


def _is_between_commas(text: str, first: int, start: int, end: int) -> bool:
    """Whether a number stands apart after a name or a word for somebody: Gary Cole, 45, from Derby; her son, 12,."""
    if not text[start].isdecimal():
        return False
    if _NAME_COMMA.search(text, first, start) and _COMMA_AFTER.match(text, end):
        return True
    word = _WORD_COMMA.search(text, first, start)
    if word is None or word["word"] in _COMMON or text[end : end + 1] not in {",", ")"}:
        return False
    return not _PART_AFTER.match(text, end)
