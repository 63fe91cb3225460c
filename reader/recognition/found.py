"""What a recogniser of entities gives: a place that names something."""

from dataclasses import dataclass

from reader.domain.analysis import EntityKind
from reader.domain.span import Span


@dataclass(frozen=True, slots=True)
class Found:
    """One place that names something.

    `name` is how running text would write it; `canonical` tells which thing it is, where a list knows that.
    `formed` says that the form of the name tells its kind ("Quill & Marsh", "... Ministry").
    `lead` is by how much the evidence for the kind outweighs that for any other, in whole weights.
    """

    span: Span
    name: str
    kind: EntityKind
    canonical: str = ""
    formed: bool = False
    lead: int = 0
