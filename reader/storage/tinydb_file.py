"""TinyDB's storage as one JSON file that is replaced atomically and locked between processes.

Any stock TinyDB opens the file. Unlike TinyDB's own storage this one never leaves half a file, never overwrites what it
cannot understand, and makes several writes one (`transaction`).
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from tinydb import Storage

from reader import files
from reader.domain.errors import Damaged, NewerFormat
from reader.storage.locking import held

Tables: TypeAlias = dict[str, dict[str, Any]]
"""What TinyDB keeps: documents by key (a number in digits) by table."""

FORMAT = 1
FORMAT_TABLE = "format"
FORMAT_KEY = 1

_Stamp: TypeAlias = tuple[int, int, int]


class AtomicFile(Storage):
    """A TinyDB storage over the file `path`; a symbolic link is followed, and stays.

    `revision` grows whenever the content may have changed. It is for one thread at a time.
    """

    def __init__(self, path: Path, patience: float) -> None:
        self.path = Path(os.path.realpath(path))
        self.revision = 0
        self._patience = patience
        self._tables: Tables = {}
        self._stamp: _Stamp | None = None
        self._depth = 0
        self._changed = False
        self._swept = False

    def read(self) -> Tables | None:
        """All tables, or None where there is no file yet. Raises Damaged, NewerFormat."""
        if not self._depth and self._stamp != _stamp(self.path):
            self._load()
        return self._tables or None

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
        self._stamp = _stamp(self.path)
        self.revision += 1
        self._changed = False

    def _load(self) -> None:
        self._forget()
        try:
            with self.path.open("rb") as file:
                status = os.fstat(file.fileno())
                raw = file.read()
        except FileNotFoundError:
            return
        except OSError as error:
            raise Damaged(f"{self.path} cannot be read: {error.strerror}. It was left as it is.") from error
        self._tables = _checked(self.path, raw)
        self._stamp = status.st_ino, status.st_mtime_ns, status.st_size

    def _forget(self) -> None:
        self._tables, self._stamp = {}, None
        self.revision += 1


def _stamp(path: Path) -> _Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def _checked(path: Path, raw: bytes) -> Tables:
    try:
        tables = json.loads(raw.decode())
    except (ValueError, RecursionError) as error:
        raise _damaged(path, "it is empty" if not raw else "it is not JSON") from error
    if not isinstance(tables, dict) or not all(map(_is_table, tables.values())):
        raise _damaged(path, "it does not hold tables of documents")
    _check_format(path, tables.get(FORMAT_TABLE, {}))
    return tables


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        key.isascii() and key.isdecimal() and len(key) < 20 and isinstance(document, dict)
        for key, document in table.items()
    )


def _check_format(path: Path, table: dict[str, dict[str, Any]]) -> None:
    version = table.get(str(FORMAT_KEY), {}).get("version", FORMAT)
    if not isinstance(version, int):
        raise _damaged(path, "its format is not a number")
    if version > FORMAT:
        raise NewerFormat(
            f"{path} was written by a later version of Reader (format {version}, this one knows {FORMAT}). "
            "It was left as it is; update Reader to use it."
        )


def _damaged(path: Path, why: str) -> Damaged:
    return Damaged(
        f"{path} is damaged: {why}. It was left as it is, and nothing will be written over it: "
        "put a good copy in its place, or move it away to begin anew."
    )
