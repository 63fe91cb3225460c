"""Taking an article in: what it is, whether it is here already, and what follows for the notes on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from reader import ingest
from reader.anchoring import carry_over
from reader.domain.added import Added
from reader.domain.article import Article
from reader.domain.changes import Change, Step
from reader.domain.ids import ARTICLE_ID_LENGTH, content_id
from reader.domain.intake import Intake
from reader.domain.kept import KeptArticle
from reader.domain.names import quoted
from reader.domain.notes import ArticleState, is_emptied
from reader.library.shelf import Shelf

SAMPLE = "sample.txt"


def preview(shelf: Shelf, raw: bytes | str, *, published: date | None = None, source: str = "") -> Intake:
    """What `raw` would become; nothing is kept. `published` and `source` go before what is printed.

    Raises InputRefused.
    """
    day = shelf.now().astimezone().date()
    intake = ingest.read_text(raw, day=day) if isinstance(raw, str) else ingest.read_bytes(raw, day=day)
    told = {name: value for name, value in (("published", published), ("source", source)) if value}
    return ingest.with_fields(intake, **told) if told else intake


def add(shelf: Shelf, intake: Intake, original: bytes, tags: Sequence[str] = ()) -> Added:
    """Keep an article that was taken in.

    The same text again changes nothing, but for being brought back from the trash; the same address with another text
    makes a new version, to which the notes are carried over. Raises CannotWrite, Busy.
    """
    twin = _twin(shelf, intake.article)
    if twin is not None:
        _bring_back(shelf, twin)
        return Added(twin, intake.article.title, duplicate=True)
    earlier = _same_address(shelf, intake.article.url)
    if earlier is not None:
        return new_version(shelf, earlier, intake, original, tags=tags)
    kept = _kept(_free_id(shelf, intake.article.text), 1, shelf.now(), intake)
    shelf.articles.write(kept, original)
    state = ArticleState(kept.id, tags=tuple(sorted(set(tags))))
    absent = replace(state, trashed=shelf.now())
    shelf.notes.apply(Change(f"add {quoted(kept.article.title)}", (Step(absent, state),)))
    return Added(kept.id, kept.article.title)


def new_version(
    shelf: Shelf, article: str, intake: Intake, original: bytes | None, what: str = "", *, tags: Sequence[str] = ()
) -> Added:
    """Keep `intake` as the next version of `article`, and carry every anchor over to it.

    The day the article came in stays that of its first version. Nothing happens when the article is the same to the
    last field. Raises CannotWrite, Busy.
    """
    state = shelf.state(article)
    current = shelf.current(article)
    if current.article == intake.article and current.set_aside == intake.set_aside:
        return Added(article, intake.article.title, duplicate=True)
    version = shelf.articles.versions(article)[-1] + 1
    kept = _kept(article, version, current.added, intake)
    shelf.articles.write(kept, original)
    together = tuple(sorted({*state.tags, *tags}))
    steps = [Step(state, replace(state, version=version, tags=together, trashed=None)), *_carried(shelf, kept)]
    shelf.notes.apply(Change(f"{what or 'add a new version of'} {quoted(current.article.title)}", tuple(steps)))
    return Added(article, kept.article.title)


def sample() -> bytes:
    """The bundled sample article, as a person would paste it."""
    return Path(__file__).with_name(SAMPLE).read_bytes()


def _kept(article: str, version: int, added: datetime, intake: Intake) -> KeptArticle:
    return KeptArticle(article, version, added, intake.article, intake.repairs, intake.set_aside)


def _carried(shelf: Shelf, kept: KeptArticle) -> list[Step]:
    """The notes on an article with their anchors moved to its new version."""
    steps = []
    for note in shelf.notes.notes(kept.id):
        if note.anchor is not None:
            anchor = carry_over(note.anchor, kept.article.text, kept.version)
            steps.append(Step(note, replace(note, anchor=anchor)))
    return steps


def _twin(shelf: Shelf, article: Article) -> str | None:
    """The id of the article that holds this text in any of its versions; none that was emptied out of the trash."""
    whole = content_id(article.text, 52)
    gone = _gone(shelf)
    known = [one for one in shelf.articles.ids() if one not in gone]
    likely = [one for one in known if whole.startswith(one)]
    revised = [one for one in known if one not in likely and len(shelf.articles.versions(one)) > 1]
    for one in (*likely, *revised):
        if any(
            shelf.articles.read(one, version).article.text == article.text for version in shelf.articles.versions(one)
        ):
            return one
    return None


def _bring_back(shelf: Shelf, article: str) -> None:
    state = shelf.state(article)
    if state.trashed is not None:
        what = f"bring back {quoted(shelf.title_of(article))}"
        shelf.notes.apply(Change(what, (Step(state, replace(state, trashed=None)),)))


def _same_address(shelf: Shelf, url: str) -> str | None:
    if not url:
        return None
    return next((head.id for head, _ in shelf.heads() if head.url == url), None)


def _free_id(shelf: Shelf, text: str) -> str:
    """The shortest id of the text that no other article bears, or bore before it was emptied out of the trash."""
    taken = {*shelf.articles.ids(), *_gone(shelf)}
    return next(one for length in range(ARTICLE_ID_LENGTH, 53) if (one := content_id(text, length)) not in taken)


def _gone(shelf: Shelf) -> set[str]:
    """The ids of the articles that were emptied out of the trash."""
    return {state.article for state in shelf.notes.states().values() if is_emptied(state)}
