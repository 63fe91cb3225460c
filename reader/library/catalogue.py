"""What lists show: heads, states, notes; a command that only lists loads nothing but this."""

from collections.abc import Sequence
from functools import partial

from reader.domain.errors import Ambiguous, Damaged, NotFound
from reader.domain.heads import ArticleHead, ArticleRow
from reader.domain.ids import as_typed, note_id
from reader.domain.notes import ArticleState, Note, is_emptied
from reader.settings import Folders
from reader.storage.devices import device_in
from reader.storage.heads import HeadStore
from reader.storage.joined import both_documents
from reader.storage.notes_file import NotesFile
from reader.storage.notes_reader import NotesReader
from reader.storage.stored import PLANS

NOTES = "notes.json"


class Catalogue:
    """The articles and notes of a library, listed. Nothing on the disk is touched until it is used.

    Every method may raise a ReaderError, whose sentence is for the person.
    """

    def __init__(self, articles: HeadStore, notes: NotesReader) -> None:
        self.articles = articles
        self.notes = notes

    def rows(self) -> list[ArticleRow]:
        """The articles not in the trash, newest first."""
        counts: dict[str, int] = {}
        for note in self.notes.notes():
            counts[note.article] = counts.get(note.article, 0) + 1
        return [ArticleRow(head, state, counts.get(head.id, 0)) for head, state in reversed(self.heads())]

    def notes_on(self, article: str | None = None) -> list[Note]:
        """The notes on one article, or on all; none from the trash; oldest first."""
        here = {head.id for head, _ in self.heads()} if article is None else {article}
        return sorted(
            (note for note in self.notes.notes(article) if note.article in here),
            key=lambda note: (note.created, note.key),
        )

    def state(self, article: str) -> ArticleState:
        """What the person did with an article; its newest version is in use where they did nothing yet."""
        known = self.notes.states().get(article)
        return known or ArticleState(article, version=self.articles.versions(article)[-1])

    def title_of(self, article: str) -> str:
        """The title of an article, in the trash or not; its id where it cannot be read."""
        try:
            return self.articles.head(article, self.state(article).version).title
        except (Damaged, NotFound):
            return f"article {article}"

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
            if is_emptied(states[meant[0]]):
                raise NotFound(f"The article {meant[0]} was emptied out of the trash.")
            raise NotFound(
                f"The article {meant[0]} is in the trash; `reader trash --restore {meant[0]}` brings it back."
            )
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

    def damage(self) -> Sequence[str]:
        """A sentence for everything that the last list had to leave out because it cannot be read."""
        files = (f"{path} is damaged and was left out; its bytes are untouched." for path in self.articles.damaged)
        return (*files, *self.notes.damaged)


def notes_file_in(folders: Folders) -> NotesFile:
    """What the person wrote into the library in these folders, to read."""
    file = NotesFile(
        folders.library / NOTES, device_in(folders.state, folders.library), plans=PLANS, both=both_documents
    )
    file.rescue = partial(_rescue, folders)
    return file


def _rescue(folders: Folders) -> str:
    from reader.storage.snapshots import Snapshots  # noqa: PLC0415 - needed where notes.json is damaged

    return Snapshots(folders.state, folders.library).rescue()


def catalogue_in(folders: Folders) -> Catalogue:
    """The catalogue of the library in these folders."""
    return Catalogue(HeadStore(folders.library), NotesReader(notes_file_in(folders)))
