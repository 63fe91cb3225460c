"""What adding an article told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Added:
    """What adding one input gave; a duplicate is in the library already and changed nothing."""

    id: str
    title: str
    duplicate: bool = False
