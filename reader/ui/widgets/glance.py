"""An article at a glance: what a preview says of it."""

import re
from collections.abc import Iterator, Sequence

from textual.content import Content

from reader.domain.analysis import Analysis, EntityKind, Figure, FigureKind
from reader.domain.article import Article, BlockKind
from reader.domain.notes import Note
from reader.domain.opened import OpenArticle
from reader.domain.titles import shortened
from reader.render.marking import class_of
from reader.render.marks import Letters, letter
from reader.render.words import BETWEEN, facts
from reader.ui.widgets.words import literal

MOST_FIGURES = 5
MOST_NAMES = 4
MOST_NOTES = 4
FIRST_WORDS = 60
NAME_LENGTH = 40
QUOTE_LENGTH = 48
FOLLOWING = 36

_LINKS = r"(?!(?:and|but|or|which|who|that|while|as|when|because|so|after|before)\b)"
_CLAUSE = re.compile(rf" ({_LINKS}(?:[^\s.,;:!?()\[\]–—“”\"]|[.,:](?=\w)|(?<=\b(?:Mr|Ms|Dr|St))\.| {_LINKS})+)")
"""What is left of a clause: up to a mark, or to a word with which another clause begins."""

_SIGNS = {FigureKind.MONEY: "$", FigureKind.PERCENT: "%", FigureKind.COUNT: "#", FigureKind.QUANTITY: "~"}
_WEIGHT = (FigureKind.MONEY, FigureKind.PERCENT, FigureKind.QUANTITY, FigureKind.COUNT)


def glance(opened: OpenArticle) -> Content:
    """Headline and byline, the key figures and entities, the first lines, the notes and tags; each line may wrap."""
    article = opened.article
    parts = [_head(article)]
    writers = (*article.authors, *article.contributors)
    key = [*_figures(opened.analysis, article.text), *_entities(opened.analysis, writers)]
    if key:
        parts.append(_section("AT A GLANCE", key))
    parts.append(_section("FIRST LINES", [literal(_first_lines(article), multiline=False)]))
    parts.extend(_written(opened))
    return Content("\n\n").join(parts)


def _head(article: Article) -> Content:
    who = ", ".join(article.authors)
    line = BETWEEN.join(part for part in (who, article.dateline, *facts(article)) if part)
    lines = [
        literal(article.kicker, multiline=False).stylize("italic"),
        literal(article.title, multiline=False).stylize("bold"),
        literal(line, multiline=False).stylize("$foreground 70%"),
    ]
    return Content("\n").join([one for one in lines if one.plain])


def _section(name: str, lines: list[Content]) -> Content:
    return Content("\n").join([literal(name).stylize("bold $text-primary"), *lines])


def _figures(analysis: Analysis, text: str) -> Iterator[Content]:
    """The weightiest figures, each amount once, in the order of the text: money before shares, measures and counts."""
    once = {" ".join(figure.span.of(text).split()): figure for figure in reversed(analysis.figures)}
    ranked = sorted(once, key=lambda printed: (_WEIGHT.index(once[printed].kind), once[printed].span))[:MOST_FIGURES]
    for printed in sorted(ranked, key=lambda one: once[one].span):
        figure = once[printed]
        about = _about(figure) or following_words(figure, text)
        yield Content.assemble(
            f"{_SIGNS[figure.kind]} ",
            literal(printed, multiline=False).stylize("bold"),
            literal(f"  {about}" if about else "", multiline=False),
        )


def _about(figure: Figure) -> str:
    """What a figure counts or pays for, as far as recognition says; nothing where the printed words say it already."""
    per = f"a {figure.per}" if figure.per else ""
    return " ".join(part for part in (figure.of, per, f"({figure.qualifier})" if figure.qualifier else "") if part)


def following_words(figure: Figure, text: str) -> str:
    """The words that follow a figure in its clause, where they are short; nothing where they would have to be cut."""
    clause = _CLAUSE.match(text, figure.span.end)
    return clause[1].rstrip() if clause is not None and len(clause[1]) <= FOLLOWING else ""


def _entities(analysis: Analysis, writers: Sequence[str]) -> Iterator[Content]:
    """One line per kind that occurs, most salient names first, each with how often it is named; no writer again."""
    for kind in EntityKind:
        names = [
            shortened(entity.name, NAME_LENGTH) + (f" ×{len(entity.mentions)}" if len(entity.mentions) > 1 else "")
            for entity in analysis.entities
            if entity.kind is kind and entity.name not in writers
        ]
        if names:
            more = f"{BETWEEN}… {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
            sign = letter(class_of(kind), Letters.ASCII).strip("[]")
            yield literal(f"{sign} {BETWEEN.join(names[:MOST_NAMES])}{more}", multiline=False)


def _first_lines(article: Article) -> str:
    body = next((article.text_of(one) for one in article.blocks if one.kind is BlockKind.PARAGRAPH), article.text)
    words = body.split()
    return " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")


def _written(opened: OpenArticle) -> Iterator[Content]:
    if opened.notes:
        more = len(opened.notes) - MOST_NOTES
        lines = [_note(note) for note in opened.notes[:MOST_NOTES]]
        rest = [literal(f"… {more} more")] if more > 0 else []
        yield _section(f"NOTES {len(opened.notes)}", [*lines, *rest])
    if opened.state.tags:
        yield Content.assemble(
            Content("TAGS  ").stylize("bold $text-primary"), literal("  ".join(opened.state.tags), multiline=False)
        )


def _note(note: Note) -> Content:
    quote = f"“{shortened(' '.join(note.anchor.quote.split()), QUOTE_LENGTH)}”" if note.anchor else ""
    text = " ".join(note.text.split())
    sign = "✎" if text else "▎"
    return literal(f"{sign} {' – '.join(part for part in (quote, text) if part)}", multiline=False)
