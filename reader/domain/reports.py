"""What a long piece of work tells when it is done."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExportReport:
    """Files written, files that held the same bytes already, and files in the way that were left as they were."""

    written: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    refused: tuple[Path, ...] = ()
