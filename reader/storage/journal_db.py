"""TinyDB on a journal: its public interface, through its extension points, on what `saving` keeps.

Stock TinyDB reads and parses the whole file for every question and writes it whole for every save, in place. Here a
question parses the documents it asks about, and a save appends one line. Of TinyDB's private parts this relies on
Table._read_table, Table._update_table and Table._get_next_id (TinyDB 4.9); a test watches them.
"""

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from tinydb import Storage, TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from reader.domain.ids import KEY_BITS
from reader.storage import folding
from reader.storage.devices import LOCAL, Device
from reader.storage.journal import Json, Rows
from reader.storage.keys import new_key as random_key
from reader.storage.replica import Replica
from reader.storage.saving import PATIENCE, NotesWriter, Saving


class JournalStorage(Storage):
    """TinyDB's storage over a `NotesWriter`."""

    def __init__(self, writer: NotesWriter, new_key: Callable[[], int]) -> None:
        self.writer = writer
        self.new_key = new_key

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables with copies of all documents; None where there are none."""
        replica = self.writer.replica()
        found = {name: dict(replica.items(name)) for name in sorted(replica.tables())}
        return found or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make these all the tables there are, as one commit of what differs."""
        with self.writer.changing():
            replica = self.writer.replica()
            for name in replica.tables() - set(data):
                self.writer.stage(name, None)
            for name, rows in data.items():
                gone: Rows = {key: None for key in replica.keys(name) if key not in rows}
                new: Rows = {str(key): dict(one) for key, one in rows.items() if replica.get(name, str(key)) != one}
                if gone or new or name not in replica.tables():
                    self.writer.stage(name, gone | new)

    def close(self) -> None:
        """Fold the journal into the file, so that stock TinyDB finds everything there; leave nothing open."""
        fold(self.writer)
        self.writer.close()


class Staged(MutableMapping[int, Json]):
    """What TinyDB's updaters change: documents fall through from the table, and are copied when they are touched.

    Nothing of it is written until the updater ends, so that one that raises leaves no trace.
    """

    def __init__(self, replica: Replica, table: str) -> None:
        self._replica, self._table = replica, table
        self.written: dict[str, Json | None] = {}
        self.is_cleared = False

    def __getitem__(self, key: int) -> Json:
        name = str(key)
        if name not in self.written:
            found = None if self.is_cleared else self._replica.fresh(self._table, name)
            if found is None:
                raise KeyError(key)
            self.written[name] = found
        document = self.written[name]
        if document is None:
            raise KeyError(key)
        return document

    def __setitem__(self, key: int, document: Json) -> None:
        self.written[_name(key)] = document

    def __delitem__(self, key: int) -> None:
        if key not in self:
            raise KeyError(key)
        self.written[str(key)] = None

    def __contains__(self, key: object) -> bool:
        name = str(key)
        if name in self.written:
            return self.written[name] is not None
        return not self.is_cleared and self._replica.stored(self._table, name) is not None

    def __iter__(self) -> Iterator[int]:
        below = [] if self.is_cleared else self._replica.keys(self._table)
        yield from (int(key) for key in below if key not in self.written)
        yield from (int(key) for key, document in self.written.items() if document is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Remove every document."""
        self.written = dict.fromkeys(self._replica.keys(self._table))
        self.is_cleared = True


class Documents(Mapping[str, Json]):
    """The documents of a table by key, each parsed and copied when it is asked for."""

    def __init__(self, replica: Replica, table: str) -> None:
        self._replica, self._table = replica, table

    def __getitem__(self, key: str) -> Json:
        found = self._replica.fresh(self._table, key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        yield from self._replica.keys(self._table)

    def __len__(self) -> int:
        return len(self._replica.keys(self._table))

    def items(self) -> ItemsView[str, Json]:
        """The keys with copies of the documents, all at once."""
        return dict(self._replica.items(self._table)).items()


class JournalTable(Table):
    """TinyDB's table. A condition is turned into keys first, so that a change touches its own documents alone."""

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a document and return its key."""
        with self._writer.changing():
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Insert documents, all or none, and return their keys."""
        with self._writer.changing():
            return super().insert_multiple(documents)

    def update(
        self,
        fields: Mapping[str, Any] | Callable[[MutableMapping[Any, Any]], None],
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Change documents, all or none, and return their keys."""
        with self._writer.changing():
            if doc_ids is None and cond is not None:
                doc_ids = self._keys(cond)
            return super().update(fields, None, doc_ids)

    def update_multiple(
        self, updates: Iterable[tuple[Mapping[str, Any] | Callable[[MutableMapping[Any, Any]], None], QueryLike]]
    ) -> list[int]:
        """Change documents, all or none, by each condition that they fit; return their keys."""
        with self._writer.changing():
            return [key for fields, cond in updates for key in self.update(fields, cond)]

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Change documents, or insert one where there are none; return their keys."""
        with self._writer.changing():
            return [self._put(document)] if isinstance(document, Document) else super().upsert(document, cond)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Remove documents, all or none, and return their keys."""
        with self._writer.changing():
            if doc_ids is None and cond is not None:
                doc_ids = self._keys(cond)
            return super().remove(None, doc_ids)

    def search(self, cond: QueryLike) -> list[Document]:
        """The documents that fit, as copies."""
        return [Document(one, int(key)) for key, one in self._read_table().items() if cond(one)]

    @property
    def _writer(self) -> NotesWriter:
        storage = self._storage
        if not isinstance(storage, JournalStorage):
            raise TypeError("a JournalTable lives in a JournalStorage")
        return storage.writer

    def _put(self, document: Document) -> int:
        """Write one document over that of its key, as every save of Reader does; what TinyDB does, by fewer steps."""
        writer, name = self._writer, _name(document.doc_id)
        found = writer.replica().fresh(self.name, name) or {}
        found.update(document)
        writer.stage(self.name, {name: found})
        return document.doc_id

    def _keys(self, cond: QueryLike) -> list[int]:
        return [int(key) for key, one in self._read_table().items() if cond(one)]

    def _get_next_id(self) -> int:
        storage = self._storage
        if not isinstance(storage, JournalStorage):
            raise TypeError("a JournalTable lives in a JournalStorage")
        return storage.new_key()

    def _read_table(self) -> Mapping[str, Json]:  # type: ignore[override]  # TinyDB reads what it gets, no more
        return Documents(self._writer.replica(), self.name)

    def _update_table(self, updater: Callable[[MutableMapping[int, Json]], None]) -> None:  # type: ignore[override]  # it is a mapping of keys to documents as there
        with self._writer.changing():
            replica = self._writer.replica()
            staged = Staged(replica, self.name)
            updater(staged)
            if staged.written or self.name not in replica.tables():
                self._writer.stage(self.name, staged.written)


class JournalDB(TinyDB):
    """A TinyDB whose saves are appended to a journal; stock TinyDB opens its file after `close`.

    `device` names who writes: no two machines may use the same. `new_key` chooses the keys of new documents.
    """

    table_class = JournalTable

    def __init__(
        self,
        path: Path | str,
        *,
        device: str = LOCAL,
        new_key: Callable[[], int] = random_key,
        patience: float = PATIENCE,
        writer: NotesWriter | None = None,
    ) -> None:
        self._writer = writer or NotesWriter(Path(path), Device(device), patience=patience)
        super().__init__(storage=lambda: JournalStorage(self._writer, new_key))

    def changing(self) -> AbstractContextManager[Saving]:
        """Make all that is done inside one commit, which is on the disk afterwards; or nothing after an error."""
        return self._writer.changing()


def _name(key: object) -> str:
    """A key as the file has it. Raises ValueError."""
    if not (isinstance(key, int) and 0 <= key < 1 << KEY_BITS):  # TinyDB takes anything for a key
        raise ValueError(f"{key!r} is no key: keys are numbers from 0 to 2^{KEY_BITS} - 1")
    return str(key)


def fold(writer: NotesWriter) -> bool:
    """Fold the journals of a writer into its notes.json, unless nothing is to be folded or another just did."""
    if not writer.unfolded():
        return False
    writer.make_ready()
    state, before = writer.state()
    return writer.put_in_place(folding.prepare(writer.places, state), before)
