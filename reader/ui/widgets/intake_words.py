"""What was understood of a text, in words."""

import re
from collections import Counter
from collections.abc import Sequence

from textual.content import Content

from reader.domain.article import Article, BlockKind, Caption
from reader.domain.intake import Intake
from reader.domain.repairs import Repair
from reader.domain.titles import shortened
from reader.render.words import BETWEEN, length_words
from reader.ui.widgets.words import counted, literal

FIRST_PARAGRAPHS = 3
PARAGRAPH_LENGTH = 240
CAPTION_LENGTH = 160
MOST_CAPTIONS = 4
EXAMPLE_LENGTH = 36

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def day_question(intake: Intake) -> str:
    """What to ask about the day of an article: nothing where it is printed in full, or not printed at all."""
    article = intake.article
    printed = " ".join(article.published_text.split())
    if not printed or (article.published and _YEAR.search(printed)):
        return ""
    if article.published is None:
        return f"printed “{printed}”: which day was that?"
    return f"printed “{printed}”: is this the day?"


def text_words(article: Article) -> Content:
    """How long the text is, its captions, and how it begins."""
    size = BETWEEN.join(
        (counted(len(article.paragraphs), "paragraph"), counted(article.words, "word"), length_words(article.words))
    )
    lines = [Content.assemble(("TEXT  ", "bold $text-primary"), size)]
    lines += [_caption(caption) for caption in article.captions[:MOST_CAPTIONS]]
    kinds = {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM}
    body = [article.text_of(block) for block in article.blocks if block.kind in kinds]
    lines += [literal(shortened(text, PARAGRAPH_LENGTH), multiline=False) for text in body[:FIRST_PARAGRAPHS]]
    return Content("\n").join(lines)


def repairs_words(repairs: Sequence[Repair]) -> Content:
    """Each kind of repair with how often it was made and the first of them."""
    counted = Counter(repair.kind for repair in repairs)
    name = (f"REPAIRED {len(repairs)}", "bold $text-primary")
    lines = [Content.assemble(name, "  to be undone with o in the reader")]
    for kind, number in counted.most_common():
        first = next(repair for repair in repairs if repair.kind == kind)
        example = f"“{_short(first.before)}” → “{_short(first.after)}”"
        lines.append(literal(f"{number:>4} × {kind:<20} {example}", multiline=False))
    return Content("\n").join(lines)


def _caption(caption: Caption) -> Content:
    credit = f" ({caption.credit})" if caption.credit else ""
    text = shortened(" ".join(caption.text.split()), CAPTION_LENGTH)
    return Content.assemble(("caption  ", "$foreground 70%"), literal(f"{text}{credit}", multiline=False))


def _short(text: str) -> str:
    return shortened(text.replace("\n", "⏎"), EXAMPLE_LENGTH)
