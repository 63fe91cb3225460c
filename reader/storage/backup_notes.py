"""Notes coming back from a backup: whether they are notes at all, before anything is touched."""

from pathlib import Path

from reader.domain.errors import Damaged, InputRefused, NewerFormat
from reader.storage.notes_json import read_base, read_plain


def check_notes(raw: bytes, path: Path, *, of_backup: bool) -> None:
    """Look whether `raw`, the file `path` or the notes in it, is a notes.json, whoever wrote it.

    Raises InputRefused, NewerFormat.
    """
    try:
        try:
            read_base(raw)
        except NewerFormat:
            raise
        except Damaged:
            read_plain(raw)
    except NewerFormat as error:
        raise NewerFormat(f"{path}: {error}. Nothing was restored; update Reader to use it.") from error
    except Damaged as error:
        refused = "holds notes that cannot be read" if of_backup else "is neither a backup nor a notes.json"
        raise InputRefused(f"{path} {refused}: {error}. Nothing was restored.") from error
