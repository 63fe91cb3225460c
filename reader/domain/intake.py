"""What taking a foreign text in gave: the article, what was repaired, and what was set aside."""

from dataclasses import dataclass

from reader.domain.article import Article


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


@dataclass(frozen=True, slots=True)
class Intake:
    """The whole result of reading one input.

    `encoding` is the name of the encoding the bytes were decoded with ("" for text that came as text).
    `notices` are sentences for the person, such as that bytes could not be decoded.
    """

    article: Article
    repairs: tuple[Repair, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    encoding: str = ""
    notices: tuple[str, ...] = ()
