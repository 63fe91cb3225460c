"""What every use case needs: the stores, the clock and the source of keys."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from reader.domain.errors import Ambiguous, Damaged, NotFound
from reader.domain.heads import ArticleHead
from reader.domain.ids import as_typed, note_id
from reader.domain.kept import KeptArticle
from reader.domain.notes import ArticleState
from reader.settings import Folders
from reader.storage.articles import ArticleStore
from reader.storage.notes import NotesStore


def utc_now() -> datetime:
    """The present moment, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The two stores of truth with the clock and the keys; made when the library is, touched when it is used."""

    folders: Folders
    articles: ArticleStore
    notes: NotesStore
    now: Callable[[], datetime]
    new_key: Callable[[], int]
    texts: dict[tuple[str, int], str] = field(default_factory=dict)
    """Folded texts of (id, version), for the filter; versions never change, so it is never stale."""

    def state(self, article: str) -> ArticleState:
        """What the person did with an article; its newest version is in use where they did nothing yet."""
        known = self.notes.states().get(article)
        return known or ArticleState(article, version=self.articles.versions(article)[-1])

    def current(self, article: str, version: int | None = None) -> KeptArticle:
        """The version in use, or the one asked for. Raises NotFound, Damaged."""
        return self.articles.read(article, version or self.state(article).version)

    def heads(self) -> list[tuple[ArticleHead, ArticleState]]:
        """The head of the version in use of every article that is not in the trash, with its state; oldest first."""
        states = self.notes.states()
        found: list[tuple[ArticleHead, ArticleState]] = []
        for newest in self.articles.heads():
            state = states.get(newest.id) or ArticleState(newest.id, version=newest.version)
            if state.trashed is None:
                found.append((self._in_use(newest, state), state))
        return sorted(found, key=lambda pair: (pair[0].added, pair[0].id))

    def _in_use(self, newest: ArticleHead, state: ArticleState) -> ArticleHead:
        """The head of the version in use, or the newest readable one: a damaged file must not empty the list."""
        if state.version == newest.version:
            return newest
        try:
            return self.articles.head(newest.id, state.version)
        except (Damaged, NotFound):
            return newest

    def identify(self, typed: str) -> str:
        """The whole id that `typed` begins, among articles not in the trash. Raises NotFound, Ambiguous."""
        beginning = as_typed(typed)
        meant = [one for one in self.articles.ids() if beginning and one.startswith(beginning)]
        states = self.notes.states()
        found = [one for one in meant if one not in states or states[one].trashed is None]
        if beginning in found:
            return beginning
        if len(found) > 1:
            raise Ambiguous(f"“{typed}” begins {len(found)} articles: {', '.join(found[:5])}. Type more of the id.")
        if not found and meant:
            raise NotFound(f"The article {meant[0]} is in the trash; `reader undo` brings back what was deleted last.")
        if not found:
            raise NotFound(f"No article has an id that begins with “{typed}”. `reader list` shows them all.")
        return found[0]

    def identify_note(self, typed: str) -> int:
        """The key of the note whose id `typed` begins, among notes not in the trash. Raises NotFound, Ambiguous."""
        beginning = as_typed(typed)
        notes = [note for note in self.notes.notes() if beginning and note_id(note.key).startswith(beginning)]
        if len(notes) > 1:
            raise Ambiguous(f"“{typed}” begins the ids of {len(notes)} notes. Type more of it.")
        if not notes:
            raise NotFound(f"No note has an id that begins with “{typed}”. `reader notes` shows them all.")
        return notes[0].key
