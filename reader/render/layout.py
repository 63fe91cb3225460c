"""A whole article becomes lines: its head, its body, and the air between them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reader.domain.article import BODY_KINDS, Article, Block, BlockKind
from reader.domain.notes import Note
from reader.render.block import Measure, Sheet, lay
from reader.render.head import HEAD, last_of_head
from reader.render.lines import ROLE_OF, Line, Role, Run
from reader.render.marks import Letters, Mark
from reader.render.words import BETWEEN, facts
from reader.render.wrapping import CellWidth
from reader.text.screen import clean

NO_BREAK = "\u00a0"
UNBROKEN_BETWEEN = f"{NO_BREAK}{BETWEEN.lstrip()}"
NARROWEST = 8
"""No line is laid out narrower than this; a narrower terminal cuts it."""


def layout(
    article: Article,
    marks: Sequence[Mark] = (),
    notes: Sequence[Note] = (),
    *,
    width: int,
    cell_width: CellWidth,
    letters: Letters = Letters.NONE,
) -> tuple[Line, ...]:
    """The lines of an article, none wider than `width` cells (at least 8).

    `marks` are those that are shown, in the order of the text, without overlaps. `notes` show in the margin where they
    are anchored; a note on the whole article shows at the first line. `cell_width` measures text in cells of the screen
    at hand. Blocks come in the order of the text, so that offsets never run backwards from line to line.
    """
    measure = Measure(max(width, NARROWEST), cell_width, letters)
    sheets = _sheets(article, marks, notes)
    head = last_of_head(article)
    lines: list[Line] = []
    if head < 0:
        lines.extend(_facts_line(article, measure, 0))
        lines.append(_rule(measure, 0))
    before: Block | None = None
    for block, sheet in zip(article.blocks, sheets, strict=True):
        if before is not None and not (lines and _is_rule(lines[-1])):
            lines.extend(_air(before, block))
        lines.extend(lay(sheet, measure))
        if sheet.block == head:
            if not sheet.after:
                lines.extend(_facts_line(article, measure, sheet.end))
            lines.append(_rule(measure, sheet.end))
        before = block
    return tuple(lines)


def _sheets(article: Article, marks: Sequence[Mark], notes: Sequence[Note]) -> Iterator[Sheet]:
    """Every block with the marks, links and notes that lie over it."""
    starts = [mark.span.start for mark in marks]
    ends = [mark.span.end for mark in marks]
    links = sorted((link.span.start, link.span.end, number) for number, link in enumerate(article.links))
    link_starts, link_ends = [link[0] for link in links], [link[1] for link in links]
    placed = [note.anchor.span for note in notes if note.anchor and note.anchor.placed]
    on_article = any(note.anchor is None and note.text for note in notes)
    byline = _facts_byline(article)
    paragraph = 0
    for number, block in enumerate(article.blocks):
        start, end = block.span.start, block.span.end
        is_body = block.kind in BODY_KINDS
        paragraph += is_body
        printed = _printed_date(article, block) if number == byline else (0, 0)
        over = marks[bisect_right(ends, start) : bisect_left(starts, printed[0] or end)]
        yield Sheet(
            article.text_of(block),
            start,
            ROLE_OF[block.kind],
            number,
            paragraph if is_body else 0,
            block.ordinal,
            tuple((mark.span.start, mark.span.end, mark.number, mark.cls) for mark in over),
            tuple(links[bisect_right(link_ends, start) : bisect_left(link_starts, end)]),
            tuple((span.start, span.end) for span in placed if span.start < end and start < span.end),
            _note_places(notes, start, end, at_top=on_article and number == 0),
            printed,
            UNBROKEN_BETWEEN + _facts(article, printed=article.text_of(block)) if number == byline else "",
        )


def _note_places(notes: Sequence[Note], start: int, end: int, *, at_top: bool) -> tuple[int, ...]:
    """Where notes with words begin in one block."""
    places = [note.anchor.span.start for note in notes if note.text and note.anchor and note.anchor.placed]
    return tuple(place for place in places if start <= place < end) + ((start,) if at_top else ())


def _facts_byline(article: Article) -> int:
    """The last byline of the head, behind which the facts stand; -1 when there is none."""
    last = last_of_head(article)
    return last if last >= 0 and article.blocks[last].kind is BlockKind.BYLINE else -1


def _printed_date(article: Article, block: Block) -> tuple[int, int]:
    """Where the date is printed at the end of a byline; it stands behind it again, resolved where that can be done."""
    printed, text = article.published_text, article.text_of(block)
    if not printed or not text.endswith(printed):
        return (0, 0)
    left = text[: -len(printed)].rstrip(" ,;|·•–—-/")
    return (block.span.start + len(left), block.span.end) if left else (0, 0)


def _facts(article: Article, printed: str = "") -> str:
    """Day, source and length; no line breaks inside the short ones or before a dot.

    The day is left out behind a line that is just the date, `printed` with its year.
    """
    day, told = article.published, facts(article)
    if day and printed == article.published_text and str(day.year) in printed:
        told = told[1:]
    return UNBROKEN_BETWEEN.join(part if len(part) > 20 else part.replace(" ", NO_BREAK) for part in told)


def _facts_line(article: Article, measure: Measure, at: int) -> tuple[Line, ...]:
    """The line of facts where there is no byline to put them behind; it shows no code point of the article."""
    words = clean(_facts(article), multiline=False)
    lines = lay(Sheet(words, 0, Role.BYLINE, -1), measure)
    return tuple(Line(tuple(Run(run.text, run.role, at, at, run.cells) for run in line.runs), at, at) for line in lines)


def _rule(measure: Measure, at: int) -> Line:
    return Line((Run("─" * measure.width, Role.RULE, at, at, measure.width),), at, at)


def _is_rule(line: Line) -> bool:
    return bool(line.runs) and line.runs[0].role is Role.RULE


def _air(before: Block, block: Block) -> tuple[Line, ...]:
    """The blank line between two blocks, or none where they belong together."""
    kinds = (before.kind, block.kind)
    if kinds == (BlockKind.QUOTE, BlockKind.QUOTE):
        return (Line((Run("│", Role.BULLET, before.span.end, before.span.end, 1),), before.span.end, before.span.end),)
    together = (
        (before.kind in HEAD and block.kind in HEAD)
        or (before.kind is block.kind and block.kind in {BlockKind.LIST_ITEM, BlockKind.TAIL})
        or before.kind is BlockKind.HEADING
        or kinds == (BlockKind.CAPTION, BlockKind.CREDIT)
    )
    return () if together else (Line((), before.span.end, before.span.end),)
