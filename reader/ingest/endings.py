"""What stands under a story: who helped, what was corrected, who holds the rights, where it was printed."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reader.domain.article import BlockKind, is_copyright
from reader.ingest.byline import parse_byline
from reader.ingest.names import is_agency, is_name
from reader.ingest.phrases import CORRECTION, HELP, PRINT_NOTE, pattern_of
from reader.ingest.printed import is_date_line

_REPORTED = re.compile(
    r"(?:reporting|written|writing|reported)(?:,? (?:and |& )?(?:writing|reporting|by|editing))*\s*(?:by|:)\s+",
    re.IGNORECASE,
)
_EDITED = re.compile(
    r"(?:editing|edited|production|compiled|translation|translated|proofread\w*)(?:,? and \w+)*\s*(?:by|:)\s+",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(r"(?P<who>.{3,200}?),? (?:also )?contributed (?:reporting|research|to|from)\b", re.IGNORECASE)
_POSTS = re.compile(
    r".{0,60}?\b(?:writers?|reporters?|correspondents?|journalists?|staff|editors?|researchers?|producers?|colleagues?)\b"
    r",?\s+(?=[A-Z])"
)
_BIO = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]+|de|van|von|der|la|al)){1,4}),? "
    r"(?:is|was|writes|has been|covers|reports|teaches|edits)\b"
)
_LEGAL = r"(?:limited|ltd|inc|incorporated|llc|llp|plc|gmbh|s\.?a|company|co|corp|corporation|pty|bv|ag)"
_SOURCE_CLAIM = re.compile(r"^(?:copyright|©|\(c\)|all content|content)[\s:,]*", re.IGNORECASE)
_CLAIM = re.compile(r"copyright|©", re.IGNORECASE)
_CLAIM_WITHIN = 40
_YEARS = re.compile(r"(?:(?:19|20)\d\d)(?:\s*[-–—/,]\s*(?:19|20)?\d\d)*")
_SOURCE_END = re.compile(
    r"[.|•·;]?\s*(?:all rights|rights reserved|registered|this (?:material|article)|no part|or its|and its|reproduced|"
    r"used with|distributed|published|part of|unauthori[sz]ed|the \w+ is not|terms|privacy|read about|\(|$)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r";\s*|\.\s+(?=(?:Additional|Reporting|Editing|Writing|Edited|Written|With|Reported)\b)")
_SIGN_OFF = " —–-()[]/.\t"


@cache
def _correction() -> re.Pattern[str]:
    return pattern_of(CORRECTION)


@cache
def _help() -> re.Pattern[str]:
    return pattern_of(HELP)


@cache
def _print_note() -> re.Pattern[str]:
    return pattern_of(PRINT_NOTE)


def ending_kind(line: str, *, last: bool) -> BlockKind | None:
    """CORRECTION or TAIL for a line that stands under a story, else None; `last` is True after the last paragraph.

    Corrections, thanks to helpers and claims of copyright are known wherever they stand.
    """
    if _correction().match(line):
        return BlockKind.CORRECTION
    if is_claim(line) or helpers(line) or (_help().match(line.lstrip(_SIGN_OFF)) and len(line) < 300):
        return BlockKind.TAIL
    if not last:
        return None
    if _is_credits(line) or _print_note().match(line) or is_date_line(line) or is_agency(line.strip(_SIGN_OFF)):
        return BlockKind.TAIL
    return None


def is_claim(line: str) -> bool:
    """Whether a line claims the copyright of the article."""
    if not is_copyright(line) or len(line.split()) > 60:
        return False
    return (
        bool(_YEARS.search(line))
        or "rights reserved" in line.casefold()
        or (line[:1] in "©(" and len(line.split()) <= 8)
    )


def claimed_source(line: str) -> str:
    """Who claims the copyright: in "Copyright The Morning Courier Limited 2022" it is the Morning Courier.

    A company's article goes with its legal form; a name that has none is given as it stands.
    """
    start = _CLAIM.search(line[:_CLAIM_WITHIN])
    bare = line[start.start() :] if start else line
    for _ in range(3):
        bare = _SOURCE_CLAIM.sub("", bare).strip()
        bare = re.sub(rf"^{_YEARS.pattern}[\s,.:–—-]*", "", bare)
    end = _SOURCE_END.search(bare)
    bare = _YEARS.sub("", bare[: end.start()] if end else bare).split(". ")[0].strip(" ,.-–—©")
    name = re.sub(rf"(?<!&)(?:,?\s+{_LEGAL})\.?$", "", bare, flags=re.IGNORECASE).strip(" ,.")
    if name != bare:
        name = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    return name if any(map(str.isalpha, name)) and len(name) <= 60 else ""


def claimed_year(lines: Iterable[str]) -> int | None:
    """The latest year that a claim of copyright names."""
    years = [int(year) for line in lines if is_claim(line) for year in re.findall(r"(?:19|20)\d\d", line)]
    return max(years, default=None)


def helpers(line: str) -> tuple[str, ...]:
    """Those who a line says helped with the reporting."""
    if len(line) > 400:
        return ()
    found: list[str] = []
    for clause in _clauses(line):
        if mark := _help().match(clause):
            found += _people(clause[mark.end() :])
        elif told := _CONTRIBUTED.match(clause):
            who = told["who"]
            found += _people(_POSTS.sub("", who, count=1)) or _people(who)
    return tuple(dict.fromkeys(found))


def reporters(line: str) -> tuple[str, ...]:
    """Those who a line says reported or wrote ("Reporting by A and B; Editing by C")."""
    marks = ((_REPORTED.match(clause), clause) for clause in _clauses(line) if len(line) <= 400)
    return tuple(person for mark, clause in marks if mark for person in _people(clause[mark.end() :]))


def described_author(line: str) -> str:
    """The person whom a line at the end describes ("A B is a former harbour pilot"), or nothing."""
    found = _BIO.match(line)
    return found["who"] if found and is_name(found["who"]) and len(line.split()) <= 60 else ""


def is_print_note(line: str) -> bool:
    """Whether a line names where the story was printed or how to write to its author."""
    return bool(_print_note().match(line))


def named_source(line: str) -> str:
    """The source that a line of the tail names: "Source: Outlet", or an agency's name alone."""
    bare = re.sub(r"^(?:sources?|agenc(?:y|ies))\s*:\s*", "", line, flags=re.IGNORECASE).strip(_SIGN_OFF)
    return bare if is_agency(bare) or (bare != line.strip(_SIGN_OFF) and len(bare.split()) <= 5) else ""


def _is_credits(line: str) -> bool:
    bare = line.lstrip(_SIGN_OFF)
    return bool(_REPORTED.match(bare) or _EDITED.match(bare))


def _clauses(line: str) -> Iterator[str]:
    for clause in _CLAUSE_END.split(line.strip(_SIGN_OFF)):
        yield clause.strip(_SIGN_OFF)


def _people(words: str) -> tuple[str, ...]:
    found = parse_byline("By " + words.strip(" ,."))
    return found.authors if found else ()
