"""The doors that lead out of Reader, to other files and other programs, and whether they are open."""

from collections.abc import Mapping
from enum import StrEnum

from reader.domain.errors import TurnedOff

SECURE = "READER_SECURE"
"""The variable that shuts every door, as LESSSECURE does for less: any value but nothing and "0"."""


class Door(StrEnum):
    """One way out of Reader; its value names it at the beginning of a sentence."""

    EDITOR = "Your own editor"
    BROWSER = "The browser"
    CLIPBOARD = "The clipboard"
    EXPORT = "Exporting"
    IMPORT = "Importing"


def is_secure(environment: Mapping[str, str]) -> bool:
    """Whether every door is shut."""
    return environment.get(SECURE, "") not in {"", "0"}


def refuse_if_secure(door: Door, environment: Mapping[str, str]) -> None:
    """Let nobody through a door that is shut; whatever goes through one calls this first. Raises TurnedOff."""
    if is_secure(environment):
        raise TurnedOff(f"{door} is turned off, because {SECURE} is set. Nothing was done.")
