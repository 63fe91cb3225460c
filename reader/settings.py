"""Where Reader keeps its folders; nothing is made or read until it is asked for."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

APP = "reader"


@dataclass(frozen=True, slots=True)
class Folders:
    """The four places: what cannot be made again, settings, state of this machine, and what can be rebuilt."""

    library: Path
    config: Path
    state: Path
    cache: Path


def folders(library: str | None = None, environment: Mapping[str, str] | None = None) -> Folders:
    """The folders in force.

    `library` (the option --library) goes before READER_LIBRARY; READER_HOME moves all four; else platformdirs decides.
    """
    known = os.environ if environment is None else environment
    home = known.get("READER_HOME")
    base = _under(Path(home).expanduser()) if home else _usual()
    chosen = library or known.get("READER_LIBRARY")
    if not chosen:
        return base
    return Folders(Path(chosen).expanduser(), base.config, base.state, base.cache)


def _under(home: Path) -> Folders:
    return Folders(home / "library", home / "config", home / "state", home / "cache")


def _usual() -> Folders:
    import platformdirs  # noqa: PLC0415 - asked for only where no folder is named, to keep the command line quick

    return Folders(
        Path(platformdirs.user_data_dir(APP)) / "library",
        Path(platformdirs.user_config_dir(APP)),
        Path(platformdirs.user_state_dir(APP)),
        Path(platformdirs.user_cache_dir(APP)),
    )
