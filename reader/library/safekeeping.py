"""Keeping the library safe: snapshots, backups, and a look whether everything is whole."""

from collections.abc import Callable
from pathlib import Path

from reader.domain.reports import BackupReport, CheckReport, RestoreReport
from reader.library.shelf import Shelf

Progress = Callable[[int, int], None]
"""Is told how many of how many steps are done."""


def untold(done: int, total: int) -> None:
    """Tell nobody how far the work is."""


class Safekeeping:
    """What guards a library against loss, as the Library offers it. Methods may be called from any thread."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._told: set[str] = set()

    def in_background(self) -> None:
        """Make snapshots in a thread from now on, so that whoever saves does not wait for them."""
        self._shelf.notes.in_background = True

    def snapshot(self) -> Path | None:
        """Keep the notes as they are now as the snapshot of today; None where there are none yet."""
        return self._shelf.notes.snapshot()

    def notices(self) -> tuple[str, ...]:
        """What a person should know of their notes and did not ask: restored, merged, no snapshot; each once."""
        news = [one for one in (*self._shelf.notes.notices, *self._shelf.notes.troubles) if one not in self._told]
        self._told.update(news)
        return tuple(news)

    def backup(self, path: Path, *, overwrite: bool = False, progress: Progress = untold) -> BackupReport:
        """Write the whole library into one file, and read it back."""
        from reader.library import safekeeping_backup  # noqa: PLC0415 - seldom needed

        return safekeeping_backup.backup(self._shelf, path, progress, overwrite=overwrite)

    def restore(self, path: Path, *, progress: Progress = untold) -> RestoreReport:
        """Bring back what a backup, a snapshot or a notes.json holds; nothing that is here is overwritten."""
        from reader.library import safekeeping_backup  # noqa: PLC0415 - seldom needed

        return safekeeping_backup.restore(self._shelf, path, progress)

    def check(self, *, repair: bool = False, progress: Progress = untold) -> CheckReport:
        """Look at every file of the library; with `repair`, mend what can be mended, and delete nothing."""
        from reader.library import safekeeping_check  # noqa: PLC0415 - seldom needed

        report = safekeeping_check.check(self._shelf, progress, repair=repair)
        self._told.update(self._shelf.notes.notices)  # they are in the report
        return report
