"""What stands in the panel beside an article: its figures, entities, dates and notes as rows of a list."""

from collections.abc import Collection, Iterator, Sequence

from rich.cells import cell_len

from reader.domain.analysis import Analysis, DateMention, Figure, FigureKind
from reader.domain.article import Article
from reader.domain.notes import Note
from reader.domain.titles import shortened
from reader.render.marking import class_of
from reader.render.marks import PLURALS, Mark, MarkClass
from reader.render.places import Paragraphs
from reader.render.words import stretch_words
from reader.ui.widgets.mark_list import Row, Target

MOST_FIGURES = 12
MOST_NAMES = 6
"""How many of a class show until more is asked for."""

WIDEST_FIGURE = 16
SIGNS = {FigureKind.MONEY: "$", FigureKind.PERCENT: "%", FigureKind.COUNT: "#", FigureKind.QUANTITY: "~"}
AROUND = 24
"""How many code points of context stand before a mention."""

MORE = "more"
"""The kind of target that shows the rest of a class."""


def mark_rows(analysis: Analysis, article: Article, places: Paragraphs, whole: Collection[MarkClass]) -> list[Row]:
    """Figures first, then the classes of entities with the most salient names first, then dates.

    Targets are (name of the class, index in its part of `analysis`). Classes in `whole` are shown to their end.
    """
    rows = [*_section(MarkClass.FIGURE, _figure_rows(analysis.figures, article.text, places), MOST_FIGURES, whole)]
    for cls in list(MarkClass)[: MarkClass.EVENT]:
        rows.extend(_section(cls, _entity_rows(analysis, cls), MOST_NAMES, whole))
    rows.extend(_section(MarkClass.DATE, _date_rows(analysis.dates, article.text, places), MOST_NAMES, whole))
    if analysis.figures_only:
        rows.append(Row("Reader knows English names alone: numbers are marked here."))
    return rows or [Row("Nothing was recognised in this text.")]


def note_rows(notes: Sequence[Note], places: Paragraphs, width: int) -> list[Row]:
    """Each note with its place and passage, and its words below where there is room for them."""
    rows: list[Row] = [Row("NOTES", right=str(len(notes)) if notes else "", is_heading=True)]
    for note in notes:
        sign, words = ("✎" if note.text else "▎"), " ".join(note.text.split())
        if note.anchor is None:
            rows.append(Row(shortened(words, width * 2), right="article", sign=sign, target=("note", note.key)))
            continue
        quote = f"“{shortened(' '.join(note.anchor.quote.split()), width * 2)}”"
        place = f"¶{number}" if (number := places.number(note.anchor.span.start)) else ""
        where = place if note.anchor.placed else "unplaced"
        rows.append(Row(quote, right=where, sign=sign, target=("note", note.key)))
        if words:
            rows.append(Row(f"  {words}"))
    return rows if notes else [*rows, Row("n writes one at the cursor")]


def mention_rows(mark: Mark, marks: Sequence[Mark], text: str, places: Paragraphs) -> list[Row]:
    """Every mention of what `mark` names, with the words around it; targets are ("mention", number of the mark)."""
    rows = []
    for one in marks:
        if one.is_same_thing(mark):
            before, after = text[max(0, one.span.start - AROUND) : one.span.start], text[one.span.end :][: AROUND * 2]
            words = " ".join(f"…{before}▐{one.span.of(text)}▌{after}…".split())
            rows.append(Row(words, right=_place(places, one.span.start), target=("mention", one.number)))
    return rows


def facts_of(mark: Mark, analysis: Analysis, text: str) -> list[str]:
    """What is known of a mark besides its places."""
    facts = [mark.words]
    if mark.entity is not None:
        reasons = analysis.entities[mark.entity].reasons
        facts.extend([f"It ranks where it does for being {', '.join(reasons)}."] if reasons else [])
    elif mark.cls is MarkClass.FIGURE:
        sentence = " ".join(analysis.figures[mark.index].sentence.of(text).split())
        facts.extend([sentence] if sentence else [])
    return facts


def class_of_target(target: Target) -> MarkClass | None:
    """The class that a target names, or None."""
    return next((cls for cls in MarkClass if cls.name == target[0]), None)


def _section(cls: MarkClass, rows: Sequence[Row], most: int, whole: Collection[MarkClass]) -> Iterator[Row]:
    if not rows:
        return
    yield Row(PLURALS[cls].upper(), right=str(len(rows)), is_heading=True)
    shown = rows if cls in whole or len(rows) <= most + 1 else rows[:most]
    yield from shown
    if len(shown) < len(rows):
        yield Row(f"… {len(rows) - len(shown)} more", target=(MORE, cls.value))


def _figure_rows(figures: Sequence[Figure], text: str, places: Paragraphs) -> list[Row]:
    printed = [" ".join(figure.span.of(text).split()) for figure in figures]
    widest = min(WIDEST_FIGURE, max((cell_len(one) for one in printed), default=0))
    return [
        Row(
            one + " " * max(0, widest - cell_len(one)),
            _about(figure),
            _place(places, figure.span.start),
            SIGNS[figure.kind],
            MarkClass.FIGURE,
            (MarkClass.FIGURE.name, index),
        )
        for index, (figure, one) in enumerate(zip(figures, printed, strict=True))
    ]


def _about(figure: Figure) -> str:
    per = f"a {figure.per}" if figure.per else ""
    return " ".join(part for part in (figure.qualifier, figure.of, per) if part)


def _entity_rows(analysis: Analysis, cls: MarkClass) -> list[Row]:
    return [
        Row(entity.name, right=f"×{len(entity.mentions)}", cls=cls, target=(cls.name, index))
        for index, entity in enumerate(analysis.entities)
        if class_of(entity.kind) is cls
    ]


def _date_rows(dates: Sequence[DateMention], text: str, places: Paragraphs) -> list[Row]:
    """Each date once as it is printed, with the days it means."""
    rows: dict[tuple[str, str], Row] = {}
    for index, mention in enumerate(dates):
        printed, days = " ".join(mention.span.of(text).split()), stretch_words(mention.first, mention.last)
        place = _place(places, mention.span.start)
        target = (MarkClass.DATE.name, index)
        same = days if days.casefold() != printed.casefold() else ""
        rows.setdefault((printed, days), Row(printed, same, place, "", MarkClass.DATE, target))
    return list(rows.values())


def _place(places: Paragraphs, offset: int) -> str:
    number = places.number(offset)
    return f"¶{number}" if number else ""
