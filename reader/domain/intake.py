"""What taking a foreign text in gave: the article, and what was done to find it (see `repairs`)."""

from dataclasses import dataclass

from reader.domain.article import Article
from reader.domain.repairs import Repair, SetAside


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
