"""TinyDB's storage as one JSON file that is replaced atomically and locked between processes.

Any stock TinyDB opens the file. Unlike TinyDB's own storage this one never leaves half a file, never overwrites what it
cannot understand, and makes several writes one (`transaction`).
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tinydb import Storage

from reader import files
from reader.storage.locking import held
from reader.storage.notes_file import NotesFile, Tables, stamp_of


class AtomicFile(NotesFile, Storage):
    """A TinyDB storage over the file `path`; a symbolic link is followed, and stays."""

    def __init__(self, path: Path, patience: float) -> None:
        super().__init__(path)
        self._patience = patience
        self._depth = 0
        self._changed = False
        self._swept = False

    def read(self) -> Tables | None:
        """All tables, or None where there is no file yet. Raises Damaged, NewerFormat."""
        return (self._tables or None) if self._depth else super().read()

    def write(self, data: Tables) -> None:
        """Replace all tables: at once, or at the end of the transaction. Raises Busy, CannotWrite."""
        with self.transaction():
            self._tables = data
            self._changed = True

    def close(self) -> None:
        """Forget what was read; nothing stays open in between."""
        self._forget()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the lock, up to date with the disk; on leaving all writes reach the disk as one, or none does.

        Raises Busy, CannotWrite, Damaged, NewerFormat.
        """
        if self._depth:
            yield
            return
        files.make_folder(self.path.parent)
        with held(self.path, self._patience):
            if not self._swept:
                files.remove_litter(self.path)
                self._swept = True
            self._load()
            self._depth, self._changed = 1, False
            try:
                yield
                self._depth = 0
                if self._changed:
                    self._save()
            finally:
                if self._depth or self._changed:
                    self._forget()  # TinyDB changes what it was given before it writes: memory may be ahead of the disk
                self._depth, self._changed = 0, False

    def _save(self) -> None:
        files.write_atomically(self.path, json.dumps(self._tables).encode("ascii"))
        self._stamp = stamp_of(self.path)
        self.revision += 1
        self._changed = False
