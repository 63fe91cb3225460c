"""What the person wrote, as far as it is only read: notes, the state of articles, tags; TinyDB is not needed for it."""

import threading

from reader.domain.errors import NotFound
from reader.domain.ids import note_id, state_key
from reader.domain.notes import ArticleState, Note
from reader.storage import records
from reader.storage.notes_file import NotesFile
from reader.storage.stored import StoredRecords


class NotesReader:
    """The notes and article states in one file.

    The file is opened when it is first needed, reading never makes it, and what other processes save is seen at the
    next call. Methods may be called from any thread.
    """

    def __init__(self, file: NotesFile) -> None:
        self._guard = threading.RLock()
        self._stored = StoredRecords(file)
        self._notices: dict[str, None] = {}
        file.tell = self._tell

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences for the person about what happened to the file, in the order in which it was found, each once."""
        return tuple(self._notices)

    def _tell(self, sentence: str) -> None:
        self._notices.setdefault(sentence)

    @property
    def damaged(self) -> tuple[str, ...]:
        """A sentence for every document that cannot be read and is left out of `notes` and `states`.

        Raises Damaged, NewerFormat when the file as a whole cannot be read.
        """
        with self._guard:
            return tuple(
                sentence
                for name in (records.NOTES, records.STATES)
                for sentence in self._stored.readable(name)[1].values()
            )

    def notes(self, article: str | None = None, *, trashed: bool = False) -> list[Note]:
        """The notes on one article, or on all, oldest first: those in use, or those in the trash.

        Raises Damaged, NewerFormat.
        """
        with self._guard:
            if article is None:
                known = list(self._stored.readable(records.NOTES)[0].values())
            else:
                known = list(self._stored.found(records.NOTES, article))
        found = [note for note in known if isinstance(note, Note) and (note.trashed is not None) == trashed]
        return sorted(found, key=lambda note: (note.created, note.key))

    def note(self, key: int) -> Note:
        """One note, in the trash or not. Raises NotFound, Damaged, NewerFormat."""
        with self._guard:
            found = self._stored.record(records.NOTES, key)
        if isinstance(found, Note):
            return found
        raise NotFound(f"There is no note {note_id(key)}.")

    def states(self) -> dict[str, ArticleState]:
        """The states of all articles that have one, by article. Raises Damaged, NewerFormat."""
        with self._guard:
            known = list(self._stored.readable(records.STATES)[0].values())
        return {state.article: state for state in known if isinstance(state, ArticleState)}

    def state(self, article: str) -> ArticleState:
        """The state of one article, or the one that every article begins with. Raises Damaged, NewerFormat."""
        with self._guard:
            found = self._stored.record(records.STATES, state_key(article))
        return found if isinstance(found, ArticleState) else ArticleState(article)

    def tagged(self, tag: str) -> list[str]:
        """The ids of the articles outside the trash that carry a tag. Raises Damaged, NewerFormat."""
        with self._guard:
            return self._stored.told(records.STATES, tag)

    def tags(self) -> dict[str, int]:
        """How many articles outside the trash carry each tag, in the order of the alphabet."""
        counts: dict[str, int] = {}
        for state in self.states().values():
            for tag in state.tags if state.trashed is None else ():
                counts[tag] = counts.get(tag, 0) + 1
        return dict(sorted(counts.items(), key=lambda pair: (pair[0].casefold(), pair[0])))
