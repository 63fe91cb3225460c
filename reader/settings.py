"""Where Reader keeps its folders, and what the settings file says; nothing is made or read until it is asked for."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.domain.errors import BadSettings

APP = "reader"
SETTINGS = "config.toml"
"""The file of settings in the config folder; it need not be there."""

ENGINES = ("own", "spacy", "gliner")
"""What may find the names in an article."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The four places: what cannot be made again, settings, state of this machine, and what can be rebuilt."""

    library: Path
    config: Path
    state: Path
    cache: Path


@dataclass(frozen=True, slots=True)
class Recognition:
    """What finds the names: one of ENGINES, and its model, a name or the path of a folder; our own needs none."""

    engine: str = "own"
    model: str = ""


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


def recognition(chosen: Folders) -> Recognition:
    """What the table [recognition] of the settings says, read anew each time. Raises BadSettings."""
    path = chosen.config / SETTINGS
    table = _settings(path).get("recognition", {})
    if not isinstance(table, dict):
        raise _bad(path, "recognition is no table; write [recognition] on a line of its own")
    unknown = sorted(set(table) - {"engine", "model"})
    if unknown:
        raise _bad(path, f"[recognition] knows engine and model, not {unknown[0]!r}")
    engine, model = table.get("engine", "own"), table.get("model", "")
    if engine not in ENGINES:
        raise _bad(path, f"engine is {engine!r}; it may be {_listed(ENGINES)}")
    if not isinstance(model, str) or not model.isprintable():
        raise _bad(path, f"model is {model!r}; it is to be a name or the path of a folder")
    if engine != "own" and not model.strip():
        raise _bad(path, f'engine = "{engine}" needs a model; write model = "..." under it')
    return Recognition(engine, model.strip())


def _settings(path: Path) -> dict[str, Any]:
    """All that the settings file says; nothing where there is none. Raises BadSettings."""
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _bad(path, error.strerror or str(error)) from error
    import tomllib  # noqa: PLC0415 - most people have no settings file, and need not wait for it

    try:
        return tomllib.loads(written.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _bad(path, str(error)) from error
    except RecursionError as error:
        raise _bad(path, "it is nested too deeply") from error


def _bad(path: Path, what: str) -> BadSettings:
    return BadSettings(f"The settings in {path} cannot be used: {what}. Your articles and notes are safe.")


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names[:-1]) + f' or "{names[-1]}"'
