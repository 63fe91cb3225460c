"""Lines, told apart by the marks they begin with: headings, list items, quotations, code, tables, rules."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.domain.article import BlockKind
from reader.ingest.characters import TRIMMED
from reader.ingest.draft import Draft, Piece, Replacement, apply

_LINE = re.compile(r"[^\n\f]+")
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*[\w+#.-]{0,30}[ \t]*$")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_QUOTE = re.compile(r"(?:>[ \t]?)+(?=\S)")
_BULLET = re.compile(r"(?:([-*+∙·–])[ \t]+|([•‣◦▪●])[ \t]*)(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.)][ \t]+(?=\S)")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$")
_RULE = re.compile(r"(?:[-*_=~•·.⁂—–+#][ \t]*){3,}$|[⁂❦※]$")
_DEFINITION = re.compile(r"\[[^\]\n]{1,200}\]:[ \t]*\S+(?:[ \t]+[\"'(].*)?$")
_UNDERLINE = re.compile(r"(=|-)\1{2,}$")
_TAB_AT = re.compile(r"[ ]*\t[ \t]*")
_SURE_BULLETS = "-*•‣◦▪●∙"
_BOLD = re.compile(r"(\*\*|__)(?=[^\s*_])[^*_\n]{1,120}(?<![\s.,:;])\1$")
_BOLD_LEVEL = 3
_HEADING_WORDS = 12
_SHORT = 200
_CLOSERS = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: [start, end) without the white space around it, and what it begins with."""

    start: int
    end: int
    indent: int
    words: str

    @property
    def from_margin(self) -> int:
        """Where the line begins with its indentation."""
        return self.start - self.indent


def lines_of(text: str) -> list[Line]:
    """Every line with something on it; a page break ends a line too."""
    found: list[Line] = []
    for match in _LINE.finditer(text):
        raw = match[0]
        bare = raw.lstrip(TRIMMED)
        indent = len(raw) - len(bare)
        bare = bare.rstrip(TRIMMED)
        if bare:
            start = match.start() + indent
            found.append(Line(start, start + len(bare), indent, bare))
    return found


def in_lines(draft: Draft, *, markdown: bool = False) -> Draft:
    """The draft in pieces: one per line, but one for a whole table or stretch of code; marks become kinds.

    `markdown` says that the text is known to be Markdown, where four spaces of indentation make code.
    """
    lines = lines_of(draft.text)
    numbered = _numbered(lines)
    bulleted = _bulleted(lines)
    closers = [
        n
        for n, line in enumerate(lines)
        if len(line.words) >= 3 and not line.words.strip(line.words[0]) and line.words[0] in "`~"
    ]
    pieces: list[Piece] = []
    changes: list[Replacement] = []
    at = 0
    while at < len(lines):
        taken = _group(draft.text, lines, at, closers, markdown=markdown)
        if taken:
            at, piece, repairs = taken
            changes += repairs
        else:
            piece, mark = _piece(lines[at], numbered=at in numbered, bulleted=at in bulleted)
            changes += [mark] if mark else []
            at += 1
        pieces.append(piece)
    return apply(replace(draft, pieces=tuple(pieces)), changes)


_Group = tuple[int, Piece, list[Replacement]]


def _group(text: str, lines: Sequence[Line], at: int, closers: Sequence[int], *, markdown: bool) -> _Group | None:
    """A block of several lines beginning here, and the index of the line after it."""
    return (
        _fenced(text, lines, at, closers)
        or _table(text, lines, at)
        or _underlined(text, lines, at)
        or (_indented(text, lines, at) if markdown else None)
    )


def _fenced(text: str, lines: Sequence[Line], at: int, closers: Sequence[int]) -> _Group | None:
    opening = _FENCE.match(lines[at].words)
    if not opening:
        return None
    after = bisect_right(closers, at)
    close = next((n for n in closers[after : after + _CLOSERS] if lines[n].words.startswith(opening[1])), 0)
    if close <= at + 1:
        return None
    code = _tidied_code(text[lines[at + 1].from_margin : lines[close - 1].end])
    piece = Piece(lines[at].start, lines[close].end, BlockKind.CODE)
    return close + 1, piece, [Replacement(piece.start, piece.end, code, "code fence")]


def _indented(text: str, lines: Sequence[Line], at: int) -> _Group | None:
    """Code by indentation: a stretch of lines four spaces in, after a blank line."""
    if not _is_deep(text, lines[at]) or (at and text.count("\n", lines[at - 1].end, lines[at].start) < 2):
        return None
    end = at
    while end < len(lines) and _is_deep(text, lines[end]):
        end += 1
    piece = Piece(lines[at].from_margin, lines[end - 1].end, BlockKind.CODE)
    code = _tidied_code(text[piece.start : piece.end])
    return end, piece, [Replacement(piece.start, piece.end, code, "odd space")]


def _is_deep(text: str, line: Line) -> bool:
    margin = text[line.from_margin : line.start]
    return (
        (margin.startswith("\t") or len(margin) >= 4)
        and not _BULLET.match(line.words)
        and not _NUMBER.match(line.words)
    )


def _tidied_code(code: str) -> str:
    """Code keeps its shape, but no tab, no page break and no space at a line's end."""
    return re.sub(r" +(?=\n)", "", code.replace("\t", "    ").replace("\f", "\n"))


def _table(text: str, lines: Sequence[Line], at: int) -> _Group | None:
    end = _pipe_table(text, lines, at) or _tab_table(text, lines, at)
    if not end:
        return None
    piece = Piece(lines[at].start, lines[end - 1].end, BlockKind.TABLE)
    return end, piece, list(_tidied_table(lines[at:end]))


def _pipe_table(text: str, lines: Sequence[Line], at: int) -> int:
    """The line after a table drawn with upright strokes, or 0."""
    if at + 1 >= len(lines) or "|" not in lines[at].words or "|" not in lines[at + 1].words:
        return 0
    if not _TABLE_RULE.match(lines[at + 1].words) or not _adjacent(text, lines, at):
        return 0
    end = at + 2
    while end < len(lines) and "|" in lines[end].words and _adjacent(text, lines, end - 1):
        end += 1
    return end


def _tab_table(text: str, lines: Sequence[Line], at: int) -> int:
    """The line after rows whose cells stand apart by tabs, as a browser copies a table, or 0."""
    tabs = lines[at].words.count("\t")
    end = at + 1
    while tabs and end < len(lines) and lines[end].words.count("\t") == tabs and _adjacent(text, lines, end - 1):
        end += 1
    return end if end > at + 1 else 0


def _adjacent(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether no blank line and no page break stands between this line and the next."""
    between = text[lines[at].end : lines[at + 1].start]
    return between.count("\n") == 1 and "\f" not in between


def _tidied_table(rows: Sequence[Line]) -> Iterator[Replacement]:
    """Rows begin at the margin and end with their last letter; tabs between cells become strokes."""
    for row in rows:
        for tab in _TAB_AT.finditer(row.words):
            yield Replacement(row.start + tab.start(), row.start + tab.end(), " | ", "table")
    for above, below in pairwise(rows):
        yield Replacement(above.end, below.start, "\n", "odd space")


def _underlined(text: str, lines: Sequence[Line], at: int) -> _Group | None:
    """A heading with a line of strokes under it."""
    if at + 1 >= len(lines) or not _adjacent(text, lines, at) or len(lines[at].words) > _SHORT:
        return None
    stroke = _UNDERLINE.match(lines[at + 1].words)
    if not stroke or (at and _adjacent(text, lines, at - 1)) or _RULE.match(lines[at].words):
        return None
    level = 1 if stroke[1] == "=" else 2
    change = Replacement(lines[at].end, lines[at + 1].end, "", "heading mark")
    return at + 2, Piece(lines[at].start, lines[at].end, BlockKind.HEADING, level), [change]


def _piece(line: Line, *, numbered: bool, bulleted: bool) -> tuple[Piece, Replacement | None]:
    """What one line is by itself, and the mark that is taken off it."""
    if _RULE.match(line.words):
        return Piece(line.start, line.end, aside="separator"), None
    if _DEFINITION.match(line.words):
        return Piece(line.start, line.end, aside="link address"), None
    if found := _HEADING.match(line.words):
        return Piece(line.start, line.end, BlockKind.HEADING, len(found[1])), _mark(line, found.end(), "heading mark")
    if _BOLD.match(line.words) and len(line.words.split()) <= _HEADING_WORDS:
        return Piece(line.start, line.end, BlockKind.HEADING, _BOLD_LEVEL), None
    if found := _QUOTE.match(line.words):
        return Piece(line.start, line.end, BlockKind.QUOTE), _mark(line, found.end(), "quote mark")
    if numbered and (found := _NUMBER.match(line.words)):
        item = Piece(line.start, line.end, BlockKind.LIST_ITEM, ordinal=int(found[1]))
        return item, _mark(line, found.end(), "list marker")
    if bulleted and (found := _BULLET.match(line.words)):
        return Piece(line.start, line.end, BlockKind.LIST_ITEM), _mark(line, found.end(), "list marker")
    return Piece(line.start, line.end), None


def _mark(line: Line, length: int, kind: str) -> Replacement:
    return Replacement(line.start, line.start + length, "", kind)


def _numbered(lines: Sequence[Line]) -> set[int]:
    """The lines that begin with a number which the list item before or after carries on."""
    found = [(n, int(m[1])) for n, line in enumerate(lines) if (m := _NUMBER.match(line.words))]
    sure: set[int] = set()
    for (n, number), (later, following) in pairwise(found):
        if following == number + 1:
            sure |= {n, later}
    return sure


def _bulleted(lines: Sequence[Line]) -> set[int]:
    """The lines that begin with a bullet; a dash or a dot counts only with another beside it."""
    found = {n: m[1] or m[2] for n, line in enumerate(lines) if (m := _BULLET.match(line.words))}
    return {n for n, mark in found.items() if mark in _SURE_BULLETS or mark in (found.get(n - 1), found.get(n + 1))}
