"""An open article made ready for the screen, and what is said of the places in it."""

from dataclasses import dataclass

from reader.domain.article import Article, Link
from reader.domain.notes import Note
from reader.domain.opened import OpenArticle
from reader.domain.span import Span
from reader.domain.titles import shortened
from reader.render.marking import marks_of
from reader.render.marks import Mark
from reader.render.places import Paragraphs, paragraphs
from reader.text.sentences import sentences
from reader.ui.widgets.article_view_cursor import Selecting, piece_at
from reader.ui.widgets.article_view_strips import Here

NOTE_LENGTH = 200
"""How much of a note the line under the article repeats."""


@dataclass(frozen=True, slots=True)
class Page:
    """An open article with all that showing it needs; `notes` as they are now."""

    opened: OpenArticle
    marks: tuple[Mark, ...]
    sentences: tuple[Span, ...]
    places: Paragraphs
    notes: tuple[Note, ...]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.opened.article

    @property
    def blocks(self) -> tuple[Span, ...]:
        """The span of every block."""
        return tuple(block.span for block in self.article.blocks)

    def block_at(self, offset: int) -> Span:
        """The block that the cursor is in."""
        return self.article.blocks[self.places.block(offset)].span if self.article.blocks else Span(0, 0)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that the cursor is in, else the next one."""
        return piece_at(self.sentences, offset)

    def link_at(self, offset: int) -> Link | None:
        """The link at `offset`, else the first one behind it in its block, else the first of the block."""
        block = self.block_at(offset)
        here = [link for link in self.article.links if link.span.overlaps(block)]
        return next((link for link in here if link.span.end > offset), here[0] if here else None)

    def link_begins_at(self, offset: int) -> Link | None:
        """The link that begins at `offset`, where the cursor stands when it is on a link."""
        return next((link for link in self.article.links if link.span.start == offset), None)


def page_of(opened: OpenArticle) -> Page:
    """An open article made ready for the screen; pure, for a thread."""
    article = opened.article
    spans = tuple(sentences(article.text))
    return Page(opened, marks_of(opened), spans, paragraphs(article), opened.notes)


def place_at(page: Page, cursor: int) -> str:
    """The number of the paragraph at the cursor: "¶3 of 16"; nothing in furniture."""
    number = page.places.number(cursor)
    return f"¶{number} of {page.places.count}" if number else ""


def words_at(page: Page, here: Here, selecting: Selecting | None) -> str:
    """What the cursor is on: a selection, a mark, a link, else the first note on the paragraph."""
    if selecting:
        return f"SELECTED {len(selecting.span.of(page.article.text).split())} words"
    if here.mark:
        return here.mark.words
    link = page.link_begins_at(here.cursor)
    return f"LINK {link.url}" if link else _note_words(page, here.cursor)


def _note_words(page: Page, cursor: int) -> str:
    block = page.block_at(cursor)
    for note in page.notes:
        if note.text and note.anchor and note.anchor.placed and note.anchor.span.overlaps(block):
            return f"NOTE {shortened(' '.join(note.text.split()), NOTE_LENGTH)}"
    return ""
