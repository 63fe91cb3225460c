"""What a person writes on an article: notes, highlights, tags and reading state, each change one step of history."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from reader.anchoring import anchor, find_quote
from reader.domain.article import BODY_KINDS, Article
from reader.domain.changes import Change, Step
from reader.domain.errors import NotFound, QuoteNotPlaced
from reader.domain.names import marking, quoted, tagging
from reader.domain.notes import ArticleState, Note
from reader.domain.span import Span
from reader.domain.titles import shortened
from reader.library.shelf import Shelf

AROUND = 20
"""How many code points of context name the place of a quote that occurs more than once."""


def annotate(shelf: Shelf, article: str, text: str, span: Span | None) -> Note:
    """Write a note on an article, or on the passage `span` of it; without text the passage is highlighted."""
    kept = shelf.current(article)
    placed = anchor(kept.article.text, span, kept.version) if span else None
    now = shelf.now()
    note = Note(shelf.new_key(), article, text, now, now, placed)
    what = "write a note on" if text else "highlight a passage of"
    shelf.notes.apply(Change(f"{what} {quoted(kept.article.title)}", (Step(None, note),)))
    return note


def edit_note(shelf: Shelf, key: int, text: str) -> Note:
    """Change the text of a note; its time of change never runs backwards. Raises NotFound."""
    before = shelf.notes.note(key)
    after = replace(before, text=text, modified=max(shelf.now(), before.modified))
    if text != before.text:
        shelf.notes.apply(Change(f"edit a note on {_title(shelf, before.article)}", (Step(before, after),)))
    return after


def trash_notes(shelf: Shelf, keys: Sequence[int]) -> None:
    """Put notes in the trash, together. Raises NotFound."""
    notes = [shelf.notes.note(key) for key in keys]
    if not notes:
        return
    now, where = shelf.now(), _title(shelf, notes[0].article)
    if len(notes) > 1:
        what = f"delete {len(notes)} notes on {where}"
    elif notes[0].text:
        what = f"delete the note {quoted(notes[0].text)} on {where}"
    else:
        what = f"take away a highlight of {where}"
    shelf.notes.apply(Change(what, tuple(Step(note, replace(note, trashed=now)) for note in notes)))


def tag(shelf: Shelf, article: str, add: Collection[str], remove: Collection[str]) -> ArticleState:
    """Put tags on an article and take others off; tags are kept in lower case, without spaces around them."""
    before = shelf.state(article)
    kept = (set(before.tags) | {plain_tag(name) for name in add}) - {plain_tag(name) for name in remove}
    after = replace(before, tags=tuple(sorted(kept - {""})))
    return _change_state(shelf, before, after, tagging(before.tags, after.tags, _title(shelf, article)))


def mark(
    shelf: Shelf, article: str, *, unread: bool | None, starred: bool | None, progress: float | None
) -> ArticleState:
    """Set what is given of the reading state; how far one has read, and that alone, cannot be undone.

    With `progress` the article counts as read, which is then no step to undo either: opening it was no decision.
    """
    before = shelf.state(article)
    after = replace(
        before,
        unread=before.unread if unread is None else unread,
        starred=before.starred if starred is None else starred,
        progress=before.progress if progress is None else min(1.0, max(0.0, progress)),
        opened=before.opened if progress is None else shelf.now(),
    )
    what = "read" if progress is not None else marking(_title(shelf, article), unread=unread, starred=starred)
    return _change_state(shelf, before, after, what, undoable=progress is None)


def trash(shelf: Shelf, articles: Sequence[str]) -> None:
    """Put articles in the trash, together."""
    states = [shelf.state(article) for article in articles]
    now = shelf.now()
    what = f"delete {_title(shelf, articles[0]) if len(states) == 1 else f'{len(states)} articles'}"
    shelf.notes.apply(Change(what, tuple(Step(state, replace(state, trashed=now)) for state in states)))


def place_of_quote(article: Article, quote: str) -> Span:
    """Where `quote` stands. Raises QuoteNotPlaced when it stands nowhere, or in several places, which it names."""
    places = find_quote(article.text, quote)
    if len(places) == 1:
        return places[0]
    if not places:
        raise QuoteNotPlaced(f"“{shortened(quote)}” does not occur in “{article.title}”; nothing was written.")
    named = "; ".join(f"at {place.start}: …{_around(article.text, place)}…" for place in places[:5])
    raise QuoteNotPlaced(
        f"“{shortened(quote)}” occurs {len(places)} times in “{article.title}” ({named}); "
        "nothing was written. Quote more of the passage."
    )


def place_of_paragraph(article: Article, number: int) -> Span:
    """The span of the paragraph that counts as `number` in `Article.paragraphs`, from 1. Raises NotFound."""
    body = [block.span for block in article.blocks if block.kind in BODY_KINDS]
    if not 1 <= number <= len(body):
        raise NotFound(f"“{article.title}” has {len(body)} paragraphs; there is no number {number}.")
    return body[number - 1]


def plain_tag(name: str) -> str:
    """A tag as it is kept."""
    return " ".join(name.strip().lstrip("#").split()).casefold()


def _title(shelf: Shelf, article: str) -> str:
    return quoted(shelf.title_of(article))


def _around(text: str, place: Span) -> str:
    return " ".join(text[max(0, place.start - AROUND) : place.end + AROUND].split())


def _change_state(
    shelf: Shelf, before: ArticleState, after: ArticleState, what: str, *, undoable: bool = True
) -> ArticleState:
    if after != before:
        shelf.notes.apply(Change(what, (Step(before, after),), undoable))
    return after
