"""Loading what was chosen in the settings, and saying in one sentence what is not there."""

import os
from importlib import import_module
from pathlib import Path
from typing import Any

from reader.domain.errors import EngineMissing

FAILURES = (ImportError, OSError, ValueError, RuntimeError, AttributeError, TypeError, LookupError)
"""What packages of this trade raise where a part of theirs is missing, damaged or of another version."""

_SAFE = 'Your articles and notes are safe. Write engine = "own" under [recognition] in config.toml'
_LONGEST = 200
"""How much of another program's complaint is passed on, in characters."""


def package(name: str, title: str) -> Any:
    """The package `name`, which an extra of the same name brings. Raises EngineMissing."""
    try:
        return import_module(name)
    except FAILURES as error:
        if not (isinstance(error, ModuleNotFoundError) and error.name == name):
            raise EngineMissing(f"{title} cannot be loaded: {_told(error)}. {_SAFE}, or install it anew.") from error
        raise EngineMissing(
            f"{title} was chosen for recognition and is not installed. {_SAFE}, "
            f"or install it: pip install 'reader-tui[{name}]'"
        ) from error


def folder_of(model: str) -> Path:
    """The folder that `model` names, if it names one; it need not be there."""
    return Path(os.path.expanduser(model))  # noqa: PTH111 - Path's own raises where there is no such home


def model_missing(title: str, model: str, remedy: str) -> EngineMissing:
    """What to raise when `model` is not on this machine; `remedy` says what else may be done."""
    return EngineMissing(f"The model {model!r} for {title} is not installed. {_SAFE}, or {remedy}")


def model_broken(title: str, model: str, error: Exception) -> EngineMissing:
    """What to raise when `model` is there and cannot be loaded."""
    return EngineMissing(
        f"{title} cannot load its model {model!r}: {_told(error)}. {_SAFE}, name another model, or install it anew."
    )


def _told(error: Exception) -> str:
    """What another program says went wrong, in one line that can be shown."""
    told = "".join(letter for letter in " ".join(str(error).split()) if letter.isprintable())
    return told[:_LONGEST].rstrip(". ") or type(error).__name__
