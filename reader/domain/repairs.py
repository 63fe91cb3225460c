"""What taking a text in undid, and what it set aside; both can be put back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that copying had done, undone.

    `start` is where `after` now stands in `Article.text` (code points); putting `before` there again undoes it.
    `kind` is a short name of the step, such as "markdown escape" or "split paragraph".
    """

    kind: str
    start: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A line that belongs to the page and not to the article; nothing is dropped without standing here.

    `block` is the index in `Article.blocks` before which it stood, `reason` a short name such as "promotion".
    """

    text: str
    reason: str
    block: int
