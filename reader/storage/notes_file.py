"""The JSON file in which TinyDB keeps what the person wrote, read without TinyDB; `tinydb_file` writes it."""

import json
import os
from pathlib import Path
from typing import Any, TypeAlias

from reader.domain.errors import Damaged, NewerFormat

Tables: TypeAlias = dict[str, dict[str, Any]]
"""What TinyDB keeps: documents by key (a number in digits) by table."""

FORMAT = 1
FORMAT_TABLE = "format"
FORMAT_KEY = 1

_Stamp: TypeAlias = tuple[int, int, int]


class NotesFile:
    """The tables in the file `path`; a symbolic link is followed.

    `revision` grows whenever the content may have changed. It is for one thread at a time.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.realpath(path))
        self.revision = 0
        self._tables: Tables = {}
        self._stamp: _Stamp | None = None

    def read(self) -> Tables | None:
        """All tables, or None where there is no file yet. Raises Damaged, NewerFormat."""
        if self._stamp != stamp_of(self.path):
            self._load()
        return self._tables or None

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


def stamp_of(path: Path) -> _Stamp | None:
    """By which a file that was changed is known; None where there is no file."""
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
