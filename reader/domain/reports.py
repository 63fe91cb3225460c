"""What a long piece of work tells when it is done."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExportReport:
    """Files written, files that held the same bytes already, and files in the way that were left as they were."""

    written: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    refused: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class BackupReport:
    """The backup that was written and read back, and the sentences about files that could not be taken into it."""

    path: Path
    articles: int
    notes: int
    size: int
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What a restore did, each article version as a sentence or a name; nothing that was here is gone.

    `added` were not here, `replaced` were damaged here, `beside` went in as a further version because another text is
    here under the same number. `kept` counts versions that were here already, `merged` the documents of the notes that
    were brought back; `had_notes` says whether there were notes to bring back at all. `aside` are files of the backup
    or of the library that were put aside, `skipped` sentences about what was not taken.
    """

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    aside: tuple[Path, ...] = ()
    skipped: tuple[str, ...] = ()
    kept: int = 0
    merged: int = 0
    had_notes: bool = True


class Remedy(Enum):
    """What helps against a finding."""

    REPAIR = auto()
    """A check that repairs."""
    RESTORE = auto()
    """A backup, or for the notes a snapshot."""
    UPDATE = auto()
    """A later version of Reader."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: of what kind, about which file, article or note, and what was done.

    `remedy` is what may help where nothing was done; None where that is for the person to say.
    """

    kind: str
    about: str
    sentence: str
    repaired: str = ""
    remedy: Remedy | None = None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """How much was looked at, and what was found; `remarks` are no faults.

    `has_changed` says whether a repair changed notes or states, which undo takes back.
    """

    articles: int = 0
    versions: int = 0
    notes: int = 0
    anchors: int = 0
    found: tuple[Finding, ...] = ()
    remarks: tuple[str, ...] = ()
    has_changed: bool = False

    @property
    def remaining(self) -> tuple[Finding, ...]:
        """What was found and not repaired."""
        return tuple(finding for finding in self.found if not finding.repaired)
