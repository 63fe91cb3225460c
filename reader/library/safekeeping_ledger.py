"""What a check has found so far, and what was done about it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader.domain.changes import Change, Step
from reader.domain.errors import ReaderError
from reader.domain.reports import Finding, Remedy
from reader.storage.quarantine import Aside


class Ledger:
    """The findings of one check, in the order in which they were made."""

    def __init__(self, *, repair: bool) -> None:
        self.repair = repair
        self.found: list[Finding] = []
        self.remarks: list[str] = []
        self.has_changed = False
        """Whether notes or states were changed."""
        self._steps: list[tuple[int, Step, str]] = []

    def tell(self, finding: Finding, mend: Callable[[], str] | None = None) -> bool:
        """Write down a finding, and mend it where that was asked for; `mend` says what it did. Whether it is mended."""
        if mend is not None:
            finding = replace(finding, remedy=Remedy.REPAIR)
        if self.repair and mend is not None:
            try:
                finding = replace(finding, repaired=mend())
            except (ReaderError, OSError) as error:
                finding = replace(finding, sentence=f"{finding.sentence} It could not be repaired: {error}")
        self.found.append(finding)
        return bool(finding.repaired)

    def tell_change(self, finding: Finding, step: Step, repaired: str) -> None:
        """Write down a finding that one step of a change to the notes mends."""
        self.found.append(replace(finding, remedy=Remedy.REPAIR))
        self._steps.append((len(self.found) - 1, step, repaired))

    def apply(self, apply: Callable[[Change], None]) -> None:
        """Make all steps as one change, where that was asked for; undo takes it back."""
        if not self.repair or not self._steps:
            return
        apply(Change("repair the library", tuple(step for _, step, _ in self._steps)))
        self.has_changed = True
        for at, _, repaired in self._steps:
            self.found[at] = replace(self.found[at], repaired=repaired)


def put_aside(library: Path, path: Path) -> str:
    """Mend by moving a file into the folder aside/ of the library, and say where it is. Raises CannotWrite."""
    return f"It is {Aside(library).move(path)} now."
