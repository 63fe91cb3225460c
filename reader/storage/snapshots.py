"""Snapshots: a copy of the notes for each day on which they changed, outside the library folder.

What goes wrong with the library folder (a sync tool, a disk, a slip of the hand) leaves them as they are.
"""

import os
import re
from datetime import date
from pathlib import Path

from reader import files
from reader.domain.ids import content_id

KEPT = 7
"""How many days are kept."""

_FOLDER = "snapshots"
_NAME = re.compile(r"notes-(\d{4}-\d{2}-\d{2})\.json", re.ASCII)
_HOLDS_SOMETHING = re.compile(rb'"(?:notes|articles)"\s*:\s*\{\s*"')


class Snapshots:
    """The snapshots of one library, in a folder of their own below the folder `state`; made when there is one to keep.

    The folder bears a name made from the place of the library, so that two libraries never mix.
    """

    def __init__(self, state: Path, library: Path) -> None:
        self._state = state
        self._library = library

    @property
    def folder(self) -> Path:
        """Where they lie."""
        return self._state / _FOLDER / content_id(os.path.realpath(self._library), 16)

    def path(self, day: date) -> Path:
        """The snapshot of one day, which need not be there."""
        return self.folder / f"notes-{day.isoformat()}.json"

    def all(self) -> list[Path]:
        """Those that are there, oldest first by their names."""
        try:
            found = [name for name in os.listdir(self.folder) if _NAME.fullmatch(name)]  # noqa: PTH208 - names alone
        except OSError:
            return []
        return [self.folder / name for name in sorted(found)]

    def newest(self) -> Path | None:
        """The last one, or None where there is none."""
        return next(reversed(self.all()), None)

    def rescue(self) -> str:
        """A sentence on the last snapshot and how to restore it, with a space before it; "" where there is none."""
        if not (self._state / _FOLDER).is_dir():
            return ""  # without loading what makes the name of the folder
        newest = self.newest()
        if newest is None:
            return ""
        import shlex  # noqa: PLC0415 - seldom needed

        return f" `reader restore {shlex.quote(str(newest))}` brings back what the last snapshot holds."

    def keep(self, day: date, raw: bytes) -> Path | None:
        """Keep `raw`, a whole notes.json, as the snapshot of `day`, and let go of days that are too old.

        Notes without a single document are not kept, so that they never push out good ones; then None. Raises
        CannotWrite.
        """
        if not _HOLDS_SOMETHING.search(raw):
            return None
        path = self.path(day)
        files.make_folder(path.parent)
        files.write_atomically(path, raw)
        self._let_go(path)
        return path

    def _let_go(self, newest: Path) -> None:
        """Remove what is too old, and what killed writers left.

        Days after the present one come from a clock that ran ahead, or runs behind now. They are counted apart, so that
        neither kind pushes out the other.
        """
        known = self.all()
        past = [path for path in known if path.name <= newest.name]
        ahead = [path for path in known if path.name > newest.name]
        for path in (*past[:-KEPT], *ahead[:-KEPT]):
            path.unlink(missing_ok=True)
        files.sweep(newest.parent)
